"""The letters that are selected besides the current one: one item for all of them."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.page.elements import Glyph
from ocrdesk.ui.appearance.theme import PAPER_SELECTION

_FILL = 46  # of 255
_OUTSIDE = 1.5  # screen pixels between a box and its frame
_REACH = 8.0


class ChosenItem(QGraphicsItem):
    """Frames and tints letters like the current one, only lighter: no corners, no label."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(9)
        self.setVisible(False)
        self._rects: list[QRectF] = []
        self._area = QRectF()
        self._scale = 1.0

    def set_glyphs(self, glyphs: Iterable[Glyph]) -> None:
        """Frame these letters and no others."""
        boxes = [glyph.box for glyph in glyphs]
        rects = [QRectF(box.left, box.top, box.width, box.height) for box in boxes]
        if rects == self._rects:
            return
        self.prepareGeometryChange()
        self._rects = rects
        area = QRectF()
        for rect in rects:
            area = area.united(rect)
        self._area = area
        self.setVisible(bool(rects))
        self.update()

    def set_scale(self, scale: float) -> None:
        """Follow the zoom: frames are as thick at every scale."""
        self.prepareGeometryChange()
        self._scale = scale

    def boundingRect(self) -> QRectF:
        """Return the area of all boxes with their frames."""
        reach = _REACH / self._scale
        return self._area.adjusted(-reach, -reach, reach, reach)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw what is exposed in screen pixels: a white edge, a tint and a frame."""
        del widget
        transform = painter.worldTransform()
        reach = _REACH / self._scale
        exposed = option.exposedRect.adjusted(-reach, -reach, reach, reach)
        around = (-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
        frames = [
            transform.mapRect(rect).adjusted(*around)
            for rect in self._rects
            if exposed.intersects(rect)
        ]
        painter.resetTransform()
        color = QColor(PAPER_SELECTION)
        tint = QColor(color)
        tint.setAlpha(_FILL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for pen, brush in (
            (QPen(QColor(255, 255, 255, 200), 4.0), Qt.BrushStyle.NoBrush),
            (QPen(color, 2.0), tint),
        ):
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawRects(frames)
        painter.setWorldTransform(transform)
