"""Strokes through the zeros of a text that is edited, as letters have them elsewhere."""

from typing import NamedTuple, cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextBlock, QTextLayout

from ocrdesk.ui.appearance import strike_zeros


class Marked(NamedTuple):
    """Columns of a row that are highlighted, and the colour of the letters there."""

    columns: range
    color: QColor


def strike_block(painter: QPainter, block: QTextBlock, corner: QPointF, marked: Marked) -> None:
    """Strike the zeros of a block that was drawn in the painter's font and colour from a corner.

    Each in the weight and the colour that the block's highlighting gives it.
    """
    layout, font, color = block.layout(), painter.font(), painter.pen().color()
    for place in (place for place, one in enumerate(block.text()) if one == "0"):
        line = layout.lineForTextPosition(place)
        if line.isValid():
            own, ink = _look(layout, place, font, color)
            painter.setFont(own)
            painter.setPen(marked.color if place in marked.columns else ink)
            # A pair to Python; the stubs of PySide 6.11 say nothing of what is in it.
            across, _ = cast("tuple[float, int]", line.cursorToX(place))
            strike_zeros(painter, [corner + QPointF(across, line.y() + line.ascent())])
    painter.setFont(font)
    painter.setPen(color)


def _look(layout: QTextLayout, place: int, font: QFont, color: QColor) -> tuple[QFont, QColor]:
    """Return the font and the colour of one character, by its highlighting."""
    for span in layout.formats():
        if span.start <= place < span.start + span.length:
            own = QFont(font)
            own.setBold(span.format.fontWeight() >= QFont.Weight.Bold)
            return own, span.format.foreground().color()
    return font, color
