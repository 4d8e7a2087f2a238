"""The ink that a person's box holds."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox


class HeldInk(NamedTuple):
    """Ink as a ``mask`` (h, w), its ``corner`` x, y in the working image, and its row's number.

    There is no ``row`` where the page has none.
    """

    mask: npt.NDArray[np.bool_]
    corner: npt.NDArray[np.int_]
    row: int | None

    @property
    def frame(self) -> BoundingBox:
        """The box of the mask in the working image."""
        left, top = self.corner.tolist()
        height, width = self.mask.shape
        return BoundingBox(left, top, left + width, top + height)

    @property
    def box(self) -> BoundingBox:
        """The smallest box around the ink in the working image, the frame where there is none."""
        rows, columns = np.flatnonzero(self.mask.any(1)), np.flatnonzero(self.mask.any(0))
        if not len(rows):
            return self.frame
        left, top = self.corner.tolist()
        return BoundingBox(
            left + int(columns[0]),
            top + int(rows[0]),
            left + int(columns[-1]) + 1,
            top + int(rows[-1]) + 1,
        )
