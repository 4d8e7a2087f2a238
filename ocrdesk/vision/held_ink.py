"""The ink that a person's box holds."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision.components import box_of


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
        left, top = self.corner.tolist()
        return box_of(self.mask, left, top) or self.frame
