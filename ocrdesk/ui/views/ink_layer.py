"""Ink laid over the page as it would be found, while a person looks for better settings."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.ui.appearance.theme import PAPER_INK, PAPER_LEFT_OUT
from ocrdesk.ui.views.image_pyramid import ImagePyramid, pyramid_of, words_of
from ocrdesk.vision.ink_map import INK, LEFT_OUT

_VEIL = QColor(255, 255, 255, 120)
_STRIP = 256  # rows
_STRIPE = 3  # pixels of the map: what is left out is striped, not only of another colour


class InkLayer(QGraphicsItem):
    """Draws a map of ink over the image; what stands in its way is hidden meanwhile.

    ``in_the_way`` are the layers that say how the page was read before.
    """

    def __init__(self, in_the_way: Sequence[QGraphicsItem]) -> None:
        super().__init__()
        self._in_the_way = in_the_way
        self._overlay: ImagePyramid | None = None
        self._area = QRectF()
        self.setVisible(False)

    @property
    def overlay(self) -> ImagePyramid | None:
        """What is shown, None for the page as it is."""
        return self._overlay

    def set_area(self, area: QRectF) -> None:
        """Cover another image, which nothing is known of yet."""
        self.prepareGeometryChange()
        self._area = area
        self.set_overlay(None)

    def set_overlay(self, overlay: ImagePyramid | None) -> None:
        """Show ink over the whole image, or none."""
        self._overlay = overlay
        self.setVisible(overlay is not None)
        for layer in self._in_the_way:
            layer.setOpacity(1.0 if overlay is None else 0.0)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the image's area."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Pale the page, and draw the level of the map that fits."""
        del option, widget
        if self._overlay is None:
            return
        painter.fillRect(self._area, _VEIL)
        self._overlay.draw(painter, self._area)


def build_overlay(kinds: NDArray[np.uint8]) -> ImagePyramid:
    """Return a map of ink (h, w) as pictures that are clear where paper is; for a worker."""
    height, width = kinds.shape
    colors = np.zeros(max(INK, LEFT_OUT) + 1, np.uint32)
    colors[INK] = QColor(PAPER_INK).rgba()
    colors[LEFT_OUT] = QColor(PAPER_LEFT_OUT).rgba()
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    words, columns = words_of(image), np.arange(width)
    for top in range(0, height, _STRIP):  # NumPy holds the interpreter lock meanwhile
        part = kinds[top : top + _STRIP]
        rows = np.arange(top, top + len(part))[:, None]
        own = colors[part]
        own[(part == LEFT_OUT) & ((rows + columns) // _STRIPE % 2 == 1)] = 0
        words[top : top + _STRIP] = own
    return pyramid_of(image)
