"""A label that gives way: what does not fit ends in an ellipsis instead of widening the window."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QToolTip, QWidget

_LEAST = 4  # characters that are always to be seen


class ElidedLabel(QLabel):
    """One line of plain text; where it is cut, the whole of it is the tool tip."""

    def __init__(
        self,
        text: str = "",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few characters."""
        least = min(self.fontMetrics().averageCharWidth() * _LEAST, super().sizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """Return what of the text there is room for."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), self._mode, room)

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
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
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
