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
_HELP_HEIGHT = 19.0
_EDGE = 4.0  # screen pixels that labels keep from the edge of the view
_HELP = later("← → move    Enter split    Esc cancel")
_INK, _PAPER = QColor("#14161b"), QColor(255, 255, 255, 240)


@dataclass(frozen=True, slots=True)
class GhostText:
    """What either part would be read as, such as “H 97 %”."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class GhostPlaces:
    """Where the labels of both parts and the keys are, in pixels of the view."""

    left: QRectF
    right: QRectF
    help: QRectF


def ghost_places(
    frame: QRectF, x: float, widths: tuple[float, float, float], room: QRectF
) -> GhostPlaces:
    """Return where labels go at a line ``x`` through ``frame``, so that ``room`` shows them whole.

    The ``widths`` are those of the left label, the right one and the keys. The labels stand above
    and the keys below; where one side has no room both are on the other one, the labels next to
    the frame.
    """
    first, second, keys = widths
    inner = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    off = _OVERHANG + _KNOB + _GAP
    above, below = frame.top() - off, frame.bottom() + off
    labels, help_at = above - _CHIP, below
    if labels < inner.top():
        labels, help_at = below, below + _CHIP + _GAP
    elif below + _HELP_HEIGHT > inner.bottom():
        help_at = labels - _GAP - _HELP_HEIGHT
    labels = _within(labels, inner.top(), inner.bottom() - _CHIP - _GAP - _HELP_HEIGHT)
    help_at = _within(help_at, inner.top(), inner.bottom() - _HELP_HEIGHT)
    pair = first + 2 * _GAP + second
    start = _within(x - _GAP - first, inner.left(), inner.right() - pair)
    help_start = _within(frame.center().x() - keys / 2, inner.left(), inner.right() - keys)
    return GhostPlaces(
        QRectF(start, labels, first, _CHIP),
        QRectF(start + first + 2 * _GAP, labels, second, _CHIP),
        QRectF(help_start, help_at, keys, _HELP_HEIGHT),
    )


def _within(start: float, least: float, most: float) -> float:
    return max(least, min(start, most))


class GhostItem(PaperItem):
    """A dashed line through a box, what its parts would be above them, and the keys below."""

    reach = 320.0  # line, labels and help, which move along to stay inside the view

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
        del option
        transform = painter.worldTransform()
        frame = transform.mapRect(self.rect)
        x = transform.map(QPointF(self.line_x, self.rect.top())).x()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_line(painter, frame, x)
        room = QRectF(widget.rect() if widget is not None else painter.window())
        places = self.places(frame, x, room)
        _draw_chip(painter, self._text.left, places.left)
        _draw_chip(painter, self._text.right, places.right)
        _draw_help(painter, places.help)
        painter.setWorldTransform(transform)

    def places(self, frame: QRectF, x: float, room: QRectF) -> GhostPlaces:
        """Return where labels are that ``room`` shows, with the box and the line there."""
        chips, keys = QFontMetricsF(_chip_font()), QFontMetricsF(_help_font())
        left, right = (
            chips.horizontalAdvance(t) + 14.0 for t in (self._text.left, self._text.right)
        )
        return ghost_places(frame, x, (left, right, keys.horizontalAdvance(tr(_HELP)) + 16.0), room)

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


def _chip_font() -> QFont:
    font = QFont()
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _help_font() -> QFont:
    font = QFont()
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.Normal)
    return font


def _draw_chip(painter: QPainter, text: str, area: QRectF) -> None:
    """Draw what a part would be."""
    painter.setPen(QPen(_PAPER, 1.5))
    painter.setBrush(QColor(PAPER_SELECTION))
    painter.drawRoundedRect(area, 4.5, 4.5)
    painter.setPen(QColor("white"))
    painter.setFont(_chip_font())
    painter.drawText(area, int(_Align.AlignCenter), text)


def _draw_help(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 40), 1.0))
    painter.setBrush(_PAPER)
    painter.drawRoundedRect(area, 4.5, 4.5)
    painter.setPen(_INK)
    painter.setFont(_help_font())
    painter.drawText(area, int(_Align.AlignCenter), tr(_HELP))
