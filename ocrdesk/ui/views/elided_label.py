"""A label that gives way: what does not fit ends in an ellipsis instead of widening the window."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QToolTip, QWidget

_LEAST = 4  # characters that are always to be seen


def fitting(metrics: QFontMetrics, room: int, texts: Sequence[str]) -> str | None:
    """Return the first of several texts, the longest first, that fits; None where none does."""
    return next((text for text in texts if metrics.horizontalAdvance(text) <= room), None)


def draw_ground(label: QLabel, painter: QPainter) -> QStyleOption:
    """Draw what lies below the text of a label, and return what tells how it is drawn."""
    option = QStyleOption()
    option.initFrom(label)
    label.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, label)
    return option


class ElidedLabel(QLabel):
    """One line of plain text; where it is cut, the whole of it is the tool tip.

    ``tell`` gives shorter words for where the whole has no room: they come before the ellipsis.
    """

    def __init__(
        self,
        text: str = "",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self._shorter: Sequence[str] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def tell(self, text: str, *shorter: str) -> None:
        """Show a text, or one that says less where it has no room, the longest first."""
        self._shorter = shorter
        self.setText(text)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few characters."""
        least = min(self.fontMetrics().averageCharWidth() * _LEAST, super().sizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """Return what of the text there is room for."""
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        text = fitting(metrics, room, (self.text(), *self._shorter))
        last = self._shorter[-1] if self._shorter else self.text()
        return metrics.elidedText(last, self._mode, room) if text is None else text

    def event(self, event: QEvent) -> bool:
        """Tell the whole text where it is cut and nothing else is to be told."""
        if isinstance(event, QHelpEvent) and not self.toolTip():
            is_cut = self.shown_text() != self.text()
            QToolTip.showText(event.globalPos(), self.text() if is_cut else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        del event
        painter = QPainter(self)
        option = draw_ground(self, painter)
        area = self.contentsRect()
        self.style().drawItemText(
            painter,
            area,
            int(self.alignment()),
            option.palette,
            self.isEnabled(),
            self.shown_text(),
            QPalette.ColorRole.WindowText,
        )
