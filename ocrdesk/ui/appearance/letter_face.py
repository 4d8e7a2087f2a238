"""Draws characters so that those which pens draw alike are told apart: a zero is struck."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ocrdesk.ui.appearance.icons import pixel_ratio

_SMALL = 10.0  # pixels of the screen: the hole of a zero that is lower has no room for a stroke
_INSIDE, _OUTSIDE = 0.24, -0.3  # where the stroke begins and ends, in shares of the zero
_THICKNESS = 0.09  # of its height


def draw_letters(painter: QPainter, area: QRectF, alignment: Qt.AlignmentFlag, text: str) -> None:
    """Draw one line of text as ``QPainter.drawText`` does, with a stroke through each zero.

    Fonts mark a zero by a dot that small sizes lose (DejaVu Sans Mono), or not at all (Courier
    New), and those that can do otherwise when asked are few.
    """
    painter.drawText(area, int(alignment), text)
    if "0" not in text:
        return
    metrics = QFontMetricsF(painter.font())
    drawn = painter.boundingRect(area, int(alignment), text)
    starts = [
        QPointF(
            drawn.left() + metrics.horizontalAdvance(text[:place]), drawn.top() + metrics.ascent()
        )
        for place, character in enumerate(text)
        if character == "0"
    ]
    strike_zeros(painter, starts)


def strike_zeros(painter: QPainter, starts: Iterable[QPointF]) -> None:
    """Draw a stroke through zeros that were drawn in the painter's font and stand so on the line.

    ``starts`` are where they begin, on the line that letters stand on.
    """
    zero = QFontMetricsF(painter.font()).tightBoundingRect("0")
    inset = _INSIDE if zero.height() * pixel_ratio(painter) >= _SMALL else _OUTSIDE
    across, down = zero.width() * inset, zero.height() * max(inset, 0.0)
    painter.save()
    pen = QPen(painter.pen().color(), max(1.0, zero.height() * _THICKNESS))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for start in starts:
        stroke = zero.translated(start).adjusted(across, down, -across, -down)
        painter.drawLine(stroke.bottomLeft(), stroke.topRight())
    painter.restore()
