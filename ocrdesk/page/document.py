"""One page as a person works on it: what was read, the image it was read on, and its origin."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ocrdesk.page.elements import Page


@dataclass(frozen=True, slots=True, eq=False)
class PageDocument:
    """A Page with its upright image.

    ``pixels`` is a read-only uint8 array, (height, width) grey or (height, width, 3) RGB.
    ``source`` is the path of the file it came from, or a name for an image without one;
    ``page_number`` counts from 0 within that file. Raises ``ValueError`` for writable pixels.
    """

    page: Page
    pixels: NDArray[np.uint8]
    source: str = ""
    page_number: int = 0

    def __post_init__(self) -> None:
        if self.pixels.flags.writeable:
            raise ValueError("the image of a document must be read-only: threads share it")

    def with_page(self, page: Page) -> "PageDocument":
        """Return the document after an edit: another page on the same image."""
        return replace(self, page=page)
