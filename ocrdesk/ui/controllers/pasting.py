"""Takes pictures over from the clipboard and from other programs, as samples."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from ocrdesk.formats.pixels import SIDE_TO_JUDGE, ground_under

_STRIP = 256  # rows


def samples_of(picture: QImage) -> NDArray[np.uint8]:
    """Return the (h, w, 3) RGB samples of a picture, laid on the same ground as files.

    In strips: Qt and Pillow work while they hold the interpreter lock, and a whole picture of 100
    megapixels stalled the window for more than a second.
    """
    width, height = picture.width(), picture.height()
    samples = np.empty((height, width, 3), np.uint8)
    ground = _ground(picture)
    for top in range(0, height, _STRIP):
        strip = QImage(width, min(_STRIP, height - top), QImage.Format.Format_RGB888)
        strip.fill(QColor(ground, ground, ground))
        part = picture.copy(0, top, width, strip.height())
        part.setDevicePixelRatio(1.0)  # a screenshot of a fine screen would be drawn smaller
        painter = QPainter(strip)
        painter.drawImage(0, 0, part)
        painter.end()
        rows = np.frombuffer(strip.constBits(), np.uint8).reshape(strip.height(), -1)
        samples[top : top + _STRIP] = rows[:, : width * 3].reshape(-1, width, 3)
    return samples


def _ground(picture: QImage) -> int:
    """Return the grey to lay a picture on; see ``ground_under``."""
    if not picture.hasAlphaChannel():
        return 255
    width, height = (min(side, SIDE_TO_JUDGE) for side in picture.size().toTuple())
    small = picture.scaled(width, height).convertToFormat(QImage.Format.Format_RGBA8888)
    return ground_under(np.frombuffer(small.constBits(), np.uint8).reshape(height, width, 4))
