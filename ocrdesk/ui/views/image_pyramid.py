"""The page image in halving sizes, so that a far view costs no more than a near one.

Measured with the raster engine at 1920 x 1080: a smooth draw from a level between half and full
scale takes 3 to 5 ms in RGB32, three times as long from 24-bit or grey levels, and 80 ms from the
full 24-megapixel image without levels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ocrdesk.ui.views.large_pages import ask_for_large_pages

_SMALLEST_SIDE = 128
_STRETCH = 1.15  # a level may be enlarged this much before it looks soft
_PIXELS_VISIBLE_FROM = 4.0  # device pixels per image pixel
_STRIP = 256  # rows; even, so that halving never splits a pair


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

    def level_for(self, scale: float) -> QImage:
        """Return the smallest level that is sharp at ``scale`` device pixels per image pixel."""
        index = 0
        while index + 1 < len(self.levels) and scale <= _STRETCH * 0.5 ** (index + 1):
            index += 1
        return self.levels[index]

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the whole image over an area, smooth until its pixels are so large as to be seen.

        It is drawn from the level that fits; the painter's clip keeps the work to what is exposed.
        """
        scale = painter.deviceTransform().m11() * (area.width() / self.width)
        is_smooth = scale < _PIXELS_VISIBLE_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        painter.drawImage(area, self.level_for(scale))


def build_pyramid(pixels: NDArray[np.uint8]) -> ImagePyramid:
    """Return the pyramid of an (h, w) or (h, w, 3) uint8 array.

    Safe to call in any thread; takes about 0.2 s for 24 megapixels, so large images belong into a
    worker. Works in strips, because Qt's own calls hold the interpreter lock and would stall the
    window for as long as they last. Raises ``ValueError`` for arrays of another shape or type.
    """
    return pyramid_of(_full_image(pixels))


def pyramid_of(image: QImage) -> ImagePyramid:
    """Return the pyramid of a 32-bit image; safe in any thread, like ``build_pyramid``."""
    levels = [image]
    while min(levels[-1].width(), levels[-1].height()) >= 2 * _SMALLEST_SIDE:
        levels.append(_halved(levels[-1]))
    return ImagePyramid(tuple(levels))


def _full_image(pixels: NDArray[np.uint8]) -> QImage:
    is_grey = pixels.ndim == 2
    is_color = pixels.ndim == 3 and pixels.shape[2] == 3
    if pixels.dtype != np.uint8 or not pixels.size or not (is_grey or is_color):
        raise ValueError(f"cannot show an array of {pixels.dtype} with shape {pixels.shape}")
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if is_grey else QImage.Format.Format_RGB888
    image = QImage(width, height, QImage.Format.Format_RGB32)
    target = words_of(image)
    ask_for_large_pages(target)
    for top in range(0, height, _STRIP):
        strip = np.ascontiguousarray(pixels[top : top + _STRIP])
        view = QImage(strip.data, width, len(strip), strip.strides[0], kind)
        converted = view.convertToFormat(image.format())
        target[top : top + _STRIP] = words_of(converted)
    return image


def _halved(image: QImage) -> QImage:
    width, height = image.width(), image.height()
    half = QImage((width + 1) // 2, (height + 1) // 2, image.format())
    target = words_of(half)
    ask_for_large_pages(target)
    for top in range(0, height, _STRIP):
        rows = min(_STRIP, height - top)
        strip = image.copy(0, top, width, rows).scaled(
            half.width(),
            (rows + 1) // 2,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        target[top // 2 : top // 2 + strip.height()] = words_of(strip)
    return half


def words_of(image: QImage) -> NDArray[np.uint32]:
    """Return the pixels of a 32-bit image as (h, w) words that write through to it.

    The array does not keep the image alive: the caller holds it for as long.
    """
    return np.frombuffer(image.bits(), np.uint32).reshape(image.height(), image.width())
