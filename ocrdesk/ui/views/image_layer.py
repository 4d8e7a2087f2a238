"""The photographed page itself, drawn from the level of its pyramid that fits the zoom."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.ui.views.image_pyramid import ImagePyramid


class ImageLayer(QGraphicsItem):
    """Draws the image at the origin of the scene, one unit per pixel."""

    def __init__(self) -> None:
        super().__init__()
        self._pyramid: ImagePyramid | None = None
        self._veil: QColor | None = None

    def set_pyramid(self, pyramid: ImagePyramid | None) -> None:
        """Show another image, or none."""
        self.prepareGeometryChange()
        self._pyramid = pyramid

    def set_veil(self, color: QColor | None) -> None:
        """Lay a half-transparent colour over the image, or take it away."""
        self._veil = color
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the image's area."""
        if self._pyramid is None:
            return QRectF()
        return QRectF(0.0, 0.0, self._pyramid.width, self._pyramid.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the image and its veil."""
        del option, widget
        if self._pyramid is None:
            return
        self._pyramid.draw(painter, self.boundingRect())
        if self._veil is not None:
            painter.fillRect(self.boundingRect(), self._veil)
