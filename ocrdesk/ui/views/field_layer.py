"""Where fields are on the page: a fine broken line around the letters that something was said of.

The line is neither as strong as the frame of what is selected nor filled as a row is: it says that
there is something to be told, which the tool tip and the letter panel do.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.page.elements import Line, Page, Word
from ocrdesk.page.field_edits import stretches
from ocrdesk.ui.appearance import pixel_ratio
from ocrdesk.ui.appearance.theme import PAPER_SELECTION
from ocrdesk.ui.views.row_band import RowBand, band_of

if TYPE_CHECKING:
    from ocrdesk.page.letter_fields import LetterField

_DASHES = (5.0, 4.0)
_ALPHA = 190
_WIDTH = 1.4  # pixels of the screen


class FieldLayer(QGraphicsItem):
    """Draws a frame around each stretch of a row with a field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._area = QRectF()
        self._known: dict[int, tuple[Line, list[RowBand]]] = {}  # by the line's id
        self._fields: tuple[LetterField, ...] = ()
        self._frames: list[RowBand] = []

    @property
    def frames(self) -> list[QRectF]:
        """What the frames are around, in pixels of the page."""
        return [frame.area for frame in self._frames]

    def set_page(self, page: Page | None, area: QRectF) -> None:
        """Show the fields of another page; ``area`` is all that may be painted on."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        fields = page.fields if page is not None else ()
        if not self._fields and not fields:
            return
        known = self._known if fields == self._fields else {}
        self._fields = fields
        self._known = {}
        if page is not None and fields:
            for line in page.lines:
                self._known[id(line)] = known.get(id(line)) or (line, _frames(page, line))
        self._frames = [frame for _, frames in self._known.values() for frame in frames]
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the area that may be painted on."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the exposed frames."""
        del widget
        color = QColor(PAPER_SELECTION)
        color.setAlpha(_ALPHA)
        pen = QPen(color, _WIDTH * pixel_ratio(painter))
        pen.setCosmetic(True)
        pen.setDashPattern(_DASHES)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for frame in self._frames:
            if frame.area.intersects(option.exposedRect):
                painter.drawPolygon(frame.polygon)


def _frames(page: Page, line: Line) -> list[RowBand]:
    return [
        band_of(Line((Word(line.glyphs[start:end]),))) for start, end, _ in stretches(page, line)
    ]
