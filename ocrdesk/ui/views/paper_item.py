"""What lies on the page but is drawn in pixels of the screen, as thick at every zoom."""

from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from ocrdesk.geometry import BoundingBox


class PaperItem(QGraphicsItem):
    """Covers ``area``, in pixels of the image, and ``reach`` pixels of the screen around it.

    It is hidden until somebody shows it.
    """

    reach: ClassVar[float]

    def __init__(self, *, above: float) -> None:
        super().__init__()
        self.setZValue(above)
        self.setVisible(False)
        self._area = QRectF()
        self._scale = 1.0

    def set_scale(self, scale: float) -> None:
        """Follow the zoom."""
        self.prepareGeometryChange()
        self._scale = scale

    def set_area(self, area: QRectF) -> None:
        """Cover another area."""
        self.prepareGeometryChange()
        self._area = area
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the area with what is drawn around it."""
        reach = self.reach / self._scale
        return self._area.adjusted(-reach, -reach, reach, reach)


def rect_of(box: BoundingBox) -> QRectF:
    """Return a box in the coordinates of items."""
    return QRectF(box.left, box.top, box.width, box.height)
