"""The line by which a letter is to be split, and what its parts would be read as."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ocrdesk.geometry import BoundingBox
from ocrdesk.ui.appearance.theme import PAPER_SELECTION
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.paper_item import PaperItem, rect_of

_Align = Qt.AlignmentFlag
_OVERHANG = 9.0  # screen pixels of line above and below the box
_KNOB = 4.5  # screen pixels, its radius
_CHIP = 20.0
_GAP = 5.0
_HELP = later("← → move    Enter split    Esc cancel")
_INK, _PAPER = QColor("#14161b"), QColor(255, 255, 255, 240)


@dataclass(frozen=True, slots=True)
class GhostText:
    """What either part would be read as, such as “H 97 %”."""

    left: str
    right: str


class GhostItem(PaperItem):
    """A dashed line through a box, what its parts would be above them, and the keys below."""

    reach = 150.0  # line, labels and help

    def __init__(self) -> None:
        super().__init__(above=15)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.line_x = 0.0
        self._text = GhostText("", "")

    @property
    def rect(self) -> QRectF:
        """The box that is to be split, in image pixels."""
        return self._area

    def set_line(self, box: BoundingBox, x: int, text: GhostText) -> None:
        """Show the line at ``x`` of a box, in image pixels."""
        self.line_x, self._text = float(x), text
        self.set_area(rect_of(box))
        self.setVisible(True)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw in screen pixels."""
        del option, widget
        transform = painter.worldTransform()
        frame = transform.mapRect(self.rect)
        x = transform.map(QPointF(self.line_x, self.rect.top())).x()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_line(painter, frame, x)
        top = frame.top() - _OVERHANG - _KNOB - _GAP - _CHIP
        _draw_chip(painter, self._text.left, QPointF(x - _GAP, top), is_left=True)
        _draw_chip(painter, self._text.right, QPointF(x + _GAP, top), is_left=False)
        below = QPointF(frame.center().x(), frame.bottom() + _OVERHANG + _KNOB + _GAP)
        _draw_help(painter, below)
        painter.setWorldTransform(transform)

    @staticmethod
    def _draw_line(painter: QPainter, frame: QRectF, x: float) -> None:
        color = QColor(PAPER_SELECTION)
        tint = QColor(color)
        tint.setAlpha(38)
        painter.fillRect(QRectF(frame.left(), frame.top(), x - frame.left(), frame.height()), tint)
        start = QPointF(x, frame.top() - _OVERHANG)
        end = QPointF(x, frame.bottom() + _OVERHANG)
        painter.setPen(QPen(_PAPER, 5.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(start, end)
        pen = QPen(color, 2.0)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.drawLine(start, end)
        painter.setPen(QPen(_PAPER, 1.5))
        painter.setBrush(color)
        for knob in (start, end):
            painter.drawEllipse(knob, _KNOB, _KNOB)


def _draw_chip(painter: QPainter, text: str, corner: QPointF, *, is_left: bool) -> None:
    """Draw what a part would be, beside the line at ``corner``."""
    font = QFont(painter.font())
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.DemiBold)
    width = QFontMetricsF(font).horizontalAdvance(text) + 14.0
    left = corner.x() - width if is_left else corner.x()
    area = QRectF(left, corner.y(), width, _CHIP)
    painter.setPen(QPen(_PAPER, 1.5))
    painter.setBrush(QColor(PAPER_SELECTION))
    painter.drawRoundedRect(area, 4.5, 4.5)
    painter.setPen(QColor("white"))
    painter.setFont(font)
    painter.drawText(area, int(_Align.AlignCenter), text)


def _draw_help(painter: QPainter, middle: QPointF) -> None:
    font = QFont(painter.font())
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.Normal)
    width = QFontMetricsF(font).horizontalAdvance(tr(_HELP)) + 16.0
    area = QRectF(middle.x() - width / 2, middle.y(), width, 19.0)
    painter.setPen(QPen(QColor(0, 0, 0, 40), 1.0))
    painter.setBrush(_PAPER)
    painter.drawRoundedRect(area, 4.5, 4.5)
    painter.setPen(_INK)
    painter.setFont(font)
    painter.drawText(area, int(_Align.AlignCenter), tr(_HELP))
