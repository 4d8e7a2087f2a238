"""The letters that are selected besides the current one: one item for all of them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph
from ocrdesk.ui.appearance.theme import PAPER_SELECTION
from ocrdesk.ui.views.paper_item import PaperItem, rect_of

_FILL = 46  # of 255
_OUTSIDE = 1.5  # screen pixels between a box and its frame


class ChosenItem(PaperItem):
    """Frames and tints letters like the current one, only lighter: no corners, no label."""

    reach = 8.0

    def __init__(self) -> None:
        super().__init__(above=9)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._boxes: list[BoundingBox] = []
        self._rects: list[QRectF] = []

    def set_glyphs(self, glyphs: Iterable[Glyph]) -> None:
        """Frame these letters and no others."""
        self._boxes = [glyph.box for glyph in glyphs]
        self._frame(self._boxes)

    def shift(self, by: tuple[int, int], size: tuple[int, int]) -> None:
        """Show the letters pulled along, each as far as the edge of a page of that size allows."""
        (dx, dy), (width, height) = by, size
        self._frame([box.pushed(dx, dy, width, height) for box in self._boxes])

    def _frame(self, boxes: Sequence[BoundingBox]) -> None:
        rects = list(map(rect_of, boxes))
        if rects == self._rects:
            return
        self._rects = rects
        area = QRectF()
        for rect in rects:
            area = area.united(rect)
        self.set_area(area)
        self.setVisible(bool(rects))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw what is exposed in screen pixels: a white edge, a tint and a frame."""
        del widget
        transform = painter.worldTransform()
        reach = self.reach / self._scale
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
