"""Arrays as pictures: colours as they are, and patches in the colours of paper and ink."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage


def image_of(shades: NDArray[np.uint8]) -> QImage:
    """Return colours (h, w, 3) as an image of its own."""
    pixels = np.ascontiguousarray(shades)
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_RGB888
    return QImage(pixels.data, width, height, pixels.strides[0], kind).copy()


def patch_picture(patch: NDArray[np.float32], paper: QColor, ink: QColor) -> QImage:
    """Return a patch (s, s), 1 for ink, as an image that runs from the paper's colour to ink."""
    shades = np.array([(c.red(), c.green(), c.blue()) for c in (paper, ink)], np.float32)
    share = np.clip(patch, 0.0, 1.0)[..., np.newaxis]
    return image_of((shades[0] * (1 - share) + shades[1] * share).astype(np.uint8))
