"""The patch of a letter as a picture in the colours of paper and ink."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage


def patch_picture(patch: NDArray[np.float32], paper: QColor, ink: QColor) -> QImage:
    """Return a patch (s, s), 1 for ink, as an image that runs from the paper's colour to ink."""
    shades = np.array([(c.red(), c.green(), c.blue()) for c in (paper, ink)], np.float32)
    share = np.clip(patch, 0.0, 1.0)[..., np.newaxis]
    pixels = np.ascontiguousarray((shades[0] * (1 - share) + shades[1] * share).astype(np.uint8))
    height, width = patch.shape
    kind = QImage.Format.Format_RGB888
    return QImage(pixels.data, width, height, pixels.strides[0], kind).copy()
