"""Estimates where letters are that a person has typed between others, from the gaps in the row.

What is typed in has no box. It gets one of the row's usual width in the gap between its neighbours;
where there is no gap to speak of, its ink is most likely inside a neighbour's box, which is parted.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import UNREADABLE, Glyph

_LEAST_SCALE = 0.35  # of the usual width: where letters had to be narrower there is no gap
_NEAR = 2  # glyphs on either side that tell how high letters stand
_GAP = 0.3  # of a letter's width, where a row shows no gap between letters
_SPACE = 0.6  # of a letter's height, what a space is wider than a gap where a row shows none

Band = tuple[float, float]  # top and bottom of a row, in pixels of the page


@dataclass(frozen=True, slots=True)
class Slot:
    """A character of a row as typed, with its glyph where there is one; a space has none."""

    character: str
    glyph: Glyph | None = None

    @property
    def is_missing(self) -> bool:
        """Tell whether the character is in want of a glyph."""
        return self.glyph is None and self.character != " "


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rows are filled in: the page's size in pixels, the boxes on it, ids that are free.

    The boxes are looked up where a row is filled at its end: few keys want those of a whole page.
    """

    width: int
    height: int
    boxes: Callable[[], Sequence[BoundingBox]]
    fresh: Iterator[int]

    def new_glyph(self, character: str, box: BoundingBox) -> Glyph:
        """Return the glyph of a typed character, unread and not confirmed for ``UNREADABLE``."""
        return Glyph(next(self.fresh), box, correction=typed(character))

    def box(self, left: float, right: float, band: Band) -> BoundingBox:
        """Return the nearest box of whole pixels with these edges, on the page."""
        x = min(max(round(left), 0), self.width - 1)
        y = min(max(round(band[0]), 0), self.height - 1)
        right = min(max(round(right), x + 1), self.width)
        return BoundingBox(x, y, right, min(max(round(band[1]), y + 1), self.height))


def typed(character: str) -> str | None:
    """Return a typed character as a correction: none for what stands for ink nobody has read."""
    return None if character == UNREADABLE else character


def filled(row: Sequence[Slot], around: Surroundings) -> list[Slot]:
    """Return a row, with one glyph at least, with a glyph for every letter.

    The others keep their boxes, but for those that had to be parted to make room.
    """
    slots = list(row)
    shape = _Shape.of(slots)
    anchors = [place for place, slot in enumerate(slots) if slot.glyph is not None]
    for number, (start, end) in enumerate(pairwise([-1, *anchors, len(slots)])):
        between = slots[start + 1 : end]
        if any(slot.is_missing for slot in between):
            left = slots[start].glyph if start >= 0 else None
            right = slots[end].glyph if end < len(slots) else None
            stretch = _Stretch("".join(slot.character for slot in between), left, right)
            paper = stretch.on_paper
            near = anchors[max(number - _NEAR, 0) : number] if paper.left is not None else []
            near += anchors[number : number + _NEAR] if paper.right is not None else []
            boxes = _in_gap(paper, shape, _band([slots[place].glyph for place in near]), around)
            if boxes is None:
                left, right, boxes = _in_neighbour(stretch, around)
            if left is not None:
                slots[start] = replace(slots[start], glyph=left)
            if right is not None:
                slots[end] = replace(slots[end], glyph=right)
            slots[start + 1 : end] = _written(between, boxes, around)
    return slots


def laid_out(
    row: Sequence[Slot], start: tuple[int, int], size: tuple[float, float], around: Surroundings
) -> list[Slot]:
    """Return a row without any glyph with one for each letter, all of one ``size`` from ``start``.

    ``start`` is the left upper corner (x, y) and ``size`` (width, height) in pixels. What would
    reach over the page's edge is drawn together.
    """
    gap = _GAP * size[0]
    shape = _Shape(size[0], gap, gap + _SPACE * size[1])
    spans, length = shape.spans("".join(slot.character for slot in row))
    x, y = start
    scale = min(1.0, (around.width - x) / (length - gap))
    boxes = [
        around.box(x + scale * (left - gap), x + scale * (right - gap), (y, y + size[1]))
        for left, right in spans
    ]
    return _written(row, boxes, around)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Text to be filled in, and the glyphs on both sides as far as the row has them."""

    text: str
    left: Glyph | None
    right: Glyph | None

    @property
    def side(self) -> int:
        """To which side the text belongs to a word: -1 left, 1 right, 0 to both or none."""
        clings_left = self.left is not None and not self.text.startswith(" ")
        clings_right = self.right is not None and not self.text.endswith(" ")
        return clings_right - clings_left

    @property
    def on_paper(self) -> "_Stretch":
        """The stretch without a neighbour that does not stand where it should on the paper.

        So it is where two rows were joined.
        """
        left, right = self.left, self.right
        if left is None or right is None or _follows(left.box, right.box):
            return self
        if self.side > 0:
            return _Stretch(self.text.lstrip(), None, right)
        return _Stretch(self.text.rstrip(), left, None)


@dataclass(frozen=True, slots=True)
class _Shape:
    """Usual sizes in a row in pixels: of a letter, a gap between letters, one between words."""

    width: float
    gap: float
    space: float

    @staticmethod
    def of(slots: Sequence[Slot]) -> "_Shape":
        """Return the shape of a row with one glyph at least."""
        known = [(p, slot.glyph) for p, slot in enumerate(slots) if slot.glyph is not None]
        inner: list[int] = []
        outer: list[int] = []
        for (before, left), (after, right) in pairwise(known):
            if all(slot.character == " " for slot in slots[before + 1 : after]):
                gaps = inner if after == before + 1 else outer
                gaps.append(right.box.left - left.box.right)
        width = median(glyph.box.width for _, glyph in known)
        gap = max(median(inner), 0) if inner else _GAP * width
        space = gap + _SPACE * median(glyph.box.height for _, glyph in known)
        return _Shape(width, gap, max(median(outer), gap) if outer else space)

    def spans(self, text: str) -> tuple[list[tuple[float, float]], float]:
        """Return where each letter would begin and end, and the length with gaps at both ends."""
        spans = []
        x = self.gap
        for character in text:
            if character == " ":
                x += self.space - self.gap
            else:
                spans.append((x, x + self.width))
                x += self.width + self.gap
        return spans, x


def _band(near: Sequence[Glyph | None]) -> Band:
    """Return top and bottom of a row where these glyphs of it stand."""
    boxes = [glyph.box for glyph in near if glyph is not None]
    return median(box.top for box in boxes), median(box.bottom for box in boxes)


def _in_gap(
    stretch: _Stretch, shape: _Shape, band: Band, around: Surroundings
) -> list[BoundingBox] | None:
    """Return a box for each letter in the gap, None where there is no room.

    Letters that belong to the word on one side alone stay close to that.
    """
    start, end = map(float, _room(stretch, band, around))
    spans, length = shape.spans(stretch.text)
    scale = min(1.0, (end - start) / length)
    if scale < _LEAST_SCALE:
        return None
    slack = end - start - scale * length
    if stretch.left is None or (stretch.right is not None and stretch.side > 0):
        start += slack
    elif stretch.right is not None and stretch.side == 0:
        start += slack / 2
    return [around.box(start + scale * a, start + scale * b, band) for a, b in spans]


def _in_neighbour(
    stretch: _Stretch, around: Surroundings
) -> tuple[Glyph | None, Glyph | None, list[BoundingBox]]:
    """Return both neighbours and a box for each letter, one neighbour's box parted among them.

    It is the one whose word the letters belong to, else the wider one.
    """
    left, right = stretch.left, stretch.right
    takes_left = right is None or (
        left is not None and (stretch.side or right.box.width - left.box.width) <= 0
    )
    host = left if takes_left else right
    assert host is not None  # a row that is filled has a glyph
    count = sum(character != " " for character in stretch.text) + 1
    boxes = parted(host.box, count, around)
    if takes_left:
        return replace(host, box=boxes[0]), right, boxes[1:]
    return left, replace(host, box=boxes[-1]), boxes[:-1]


def parted(box: BoundingBox, count: int, around: Surroundings) -> list[BoundingBox]:
    """Return ``count`` boxes of one width that cover the box; they overlap if it is narrower."""
    edges = [box.left + box.width * step / count for step in range(count + 1)]
    band = (box.top, box.bottom)
    return [around.box(int(left), int(right), band) for left, right in pairwise(edges)]


def _room(stretch: _Stretch, band: Band, around: Surroundings) -> tuple[int, int]:
    """Return the first pixel of the gap and the one after its last."""
    left, right = stretch.left, stretch.right
    if left is not None and right is not None:
        return left.box.right, right.box.left
    level = [box for box in around.boxes() if box.top < band[1] and band[0] < box.bottom]
    if left is not None:
        starts = (box.left for box in level if box.left >= left.box.right)
        return left.box.right, min(starts, default=around.width)
    assert right is not None  # a row that is filled has a glyph
    ends = (box.right for box in level if box.right <= right.box.left)
    return max(ends, default=0), right.box.left


def _follows(box: BoundingBox, other: BoundingBox) -> bool:
    """Tell whether the other box stands to the right of this one, at its height."""
    return box.left < other.left and box.top < other.bottom and other.top < box.bottom


def _written(
    slots: Sequence[Slot], boxes: Sequence[BoundingBox], around: Surroundings
) -> list[Slot]:
    """Return the slots with a new glyph in each box in turn."""
    left = iter(boxes)
    return [
        replace(slot, glyph=around.new_glyph(slot.character, next(left)))
        if slot.is_missing
        else slot
        for slot in slots
    ]
