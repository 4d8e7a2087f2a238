"""One page as a person works on it: what was read, the image it was read on, and its origin."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ocrdesk.page.elements import Page


@dataclass(frozen=True, slots=True, eq=False)
class PageDocument:
    """A Page with its upright image; either may not be there yet.

    ``pixels`` is a read-only uint8 array, (height, width) grey or (height, width, 3) RGB, and None
    while the image is not in memory; ``page`` is None until it was read. ``source`` is the path of
    the file it came from, or a name for an image without a file; ``page_number`` counts from 0
    within the ``page_count`` pages of that file; ``rotation`` is by how many degrees the image was
    turned clockwise from how the file shows it, a multiple of 90.
    Raises ``ValueError`` for writable pixels.
    """

    source: str
    page_number: int = 0
    page_count: int = 1
    pixels: NDArray[np.uint8] | None = None
    page: Page | None = None
    rotation: int = 0

    def __post_init__(self) -> None:
        if self.pixels is not None and self.pixels.flags.writeable:
            raise ValueError("the image of a document must be read-only: threads share it")

    @property
    def is_read(self) -> bool:
        """Tell whether the page was read, even if nothing was found on it."""
        return self.page is not None

    def with_page(self, page: Page | None) -> "PageDocument":
        """Return the document with another page on the same image."""
        return replace(self, page=page)

    def with_pixels(
        self,
        pixels: NDArray[np.uint8] | None,
        *,
        page_number: int | None = None,
        page_count: int | None = None,
        rotation: int | None = None,
    ) -> "PageDocument":
        """Return the document with its image, or without it to give the memory back."""
        return replace(
            self,
            pixels=pixels,
            page_number=self.page_number if page_number is None else page_number,
            page_count=page_count or self.page_count,
            rotation=self.rotation if rotation is None else rotation,
        )
