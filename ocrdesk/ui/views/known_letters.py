"""Letters that look like the selected one, with what they are: a row of small pictures."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ocrdesk.services.explanation import KnownLetter
from ocrdesk.ui.appearance import (
    Certainty,
    draw_letters,
    icon_pixmap,
    letter_font,
    pixel_ratio,
    scaled_font,
    theme_of,
)
from ocrdesk.ui.appearance.metrics import ICON_S, RADIUS_S, SPACE_S, SPACE_XS
from ocrdesk.ui.appearance.typography import CAPTION
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.patch_picture import patch_picture

_SIDE = 40


class KnownLetters(QWidget):
    """Shows patches with their characters; those that a person confirmed carry a tick.

    A click on one of these asks for its place. Under each stands how much alike it is, in percent.
    """

    letter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[KnownLetter, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Known letters that look like it"))
        self.set_known(())

    @property
    def known(self) -> tuple[KnownLetter, ...]:
        """What is shown."""
        return self._known

    def set_known(self, known: Sequence[KnownLetter]) -> None:
        """Show other letters."""
        self._known = tuple(known)
        self.setAccessibleDescription("; ".join(map(_spoken, self._known)) or "none")
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        rows = -(-max(len(self._known), 1) // self._per_row(width))
        return rows * self._cell().height()

    def sizeHint(self) -> QSize:
        """Return the room for one row of six."""
        return QSize(6 * self._cell().width(), self.heightForWidth(6 * self._cell().width()))

    def minimumSizeHint(self) -> QSize:
        """Return the room for a column."""
        return QSize(self._cell().width(), self.heightForWidth(max(self.width(), 1)))

    def place_of(self, number: int) -> QRect:
        """Return where a letter is drawn."""
        cell = self._cell()
        row, column = divmod(number, self._per_row(self.width()))
        return QRect(QPoint(column * cell.width(), row * cell.height()), cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all letters."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, known in enumerate(self._known):
            self._draw(painter, self.place_of(number), known)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the place of a confirmed letter."""
        known = self._at(event.position().toPoint())
        if known is not None and known.place is not None:
            self.letter_chosen.emit(known.place)

    def event(self, event: QEvent) -> bool:
        """Say in words what a letter is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            known = self._at(event.pos())
            text = "" if known is None else _spoken(known).capitalize()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _draw(self, painter: QPainter, cell: QRect, known: KnownLetter) -> None:
        theme = theme_of(self.palette())
        is_own = known.place is not None
        frame = QRectF(cell.left() + 1.5, cell.top() + 1.5, _SIDE, _SIDE)
        picture = patch_picture(known.patch, QColor(theme.base), QColor(theme.text))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, picture)
        color = theme.color(Certainty.CONFIRMED) if is_own else QColor(theme.border_strong)
        # A dashed frame is a letter that nobody wrote.
        style = Qt.PenStyle.SolidLine if is_own else Qt.PenStyle.DashLine
        painter.setPen(QPen(color, 1.5 if is_own else 1.0, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS_S, RADIUS_S)
        label = QRectF(frame.left(), frame.bottom() + 2, _SIDE, cell.bottom() - frame.bottom())
        painter.setPen(QColor(theme.text))
        painter.setFont(letter_font(self.font()))
        draw_letters(painter, label, Qt.AlignmentFlag.AlignLeft, known.character)
        if is_own:
            left = round(label.left()) + painter.fontMetrics().horizontalAdvance("W")
            tick = icon_pixmap("check", ICON_S - 4, color, ratio=pixel_ratio(painter))
            painter.drawPixmap(left, round(label.top()) + 2, tick)
        painter.setPen(QColor(theme.muted))
        painter.setFont(scaled_font(self.font(), CAPTION))
        share = f"{max(0, round(100 * known.likeness))}"
        painter.drawText(label, int(Qt.AlignmentFlag.AlignRight), share)

    def _at(self, point: QPoint) -> KnownLetter | None:
        for number, known in enumerate(self._known):
            if self.place_of(number).contains(point):
                return known
        return None

    def _cell(self) -> QSize:
        return QSize(_SIDE + SPACE_S, _SIDE + self.fontMetrics().height() + SPACE_XS + 4)

    def _per_row(self, width: int) -> int:
        return max(1, (width + SPACE_S) // self._cell().width())


def _spoken(known: KnownLetter) -> str:
    who = tr("confirmed by you") if known.place is not None else tr("drawn by ocrdesk")
    alike = max(0, round(100 * known.likeness))
    return tr("{character}, {who}, {percent} % alike").format(
        character=known.character, who=who, percent=alike
    )
