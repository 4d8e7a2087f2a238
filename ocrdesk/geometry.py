"""Half-open integer boxes in pixels: the one shape that every room agrees on."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class BoundingBox:
    """Pixels ``left <= x < right`` and ``top <= y < bottom``, x to the right and y down.

    Raises ``ValueError`` for a box that is inverted or has no area.
    """

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        if self.right <= self.left or self.bottom <= self.top:
            raise ValueError(f"box without area: {self.as_tuple()}")

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.bottom - self.top

    @property
    def area(self) -> int:
        """Number of pixels inside."""
        return self.width * self.height

    @property
    def center(self) -> tuple[float, float]:
        """Middle of the box as (x, y)."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def as_tuple(self) -> tuple[int, int, int, int]:
        """Return (left, top, right, bottom)."""
        return self.left, self.top, self.right, self.bottom

    def contains(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside."""
        return self.left <= x < self.right and self.top <= y < self.bottom

    def is_as_large_as(self, other: "BoundingBox") -> bool:
        """Tell whether the boxes differ in their places alone."""
        return (self.width, self.height) == (other.width, other.height)

    def intersection(self, other: "BoundingBox") -> "BoundingBox | None":
        """Return the common part, or None where there is none."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return BoundingBox(left, top, right, bottom) if left < right and top < bottom else None

    def union(self, other: "BoundingBox") -> "BoundingBox":
        """Return the smallest box that holds both."""
        return enclosing([self, other])

    def moved(self, dx: int, dy: int) -> "BoundingBox":
        """Return the box shifted by whole pixels."""
        return BoundingBox(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def pushed(self, dx: int, dy: int, width: int, height: int) -> "BoundingBox":
        """Return the box shifted as far as a page of that size has room for it."""
        dx = max(-self.left, min(dx, width - self.right))
        dy = max(-self.top, min(dy, height - self.bottom))
        return self.moved(dx, dy)

    def padded(self, margin: int) -> "BoundingBox":
        """Return the box grown on every side."""
        return BoundingBox(
            self.left - margin, self.top - margin, self.right + margin, self.bottom + margin
        )

    def clipped(self, width: int, height: int) -> "BoundingBox | None":
        """Return the part inside an image of that size, or None where nothing is left."""
        return self.intersection(BoundingBox(0, 0, width, height))


def enclosing(boxes: Iterable[BoundingBox]) -> BoundingBox:
    """Return the smallest box that holds all ``boxes``; ``ValueError`` if there are none."""
    items = [box.as_tuple() for box in boxes]
    if not items:
        raise ValueError("no boxes to enclose")
    lefts, tops, rights, bottoms = zip(*items, strict=True)
    return BoundingBox(min(lefts), min(tops), max(rights), max(bottoms))
