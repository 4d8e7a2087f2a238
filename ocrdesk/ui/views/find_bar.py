"""Where the text to find is typed, and how often it stands on the pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_XS
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.announce import announce
from ocrdesk.ui.views.tool_button import tool_button


class FindBar(QWidget):
    """A field with a count; Enter goes on, Shift+Enter back, Escape closes.

    ``wanted`` carries the text after every change of it.
    """

    wanted = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setPlaceholderText(tr("Find"))
        self._field.setAccessibleName(tr("Text to find"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self.wanted)
        self._told = QLabel()
        dress(self._told, size="caption", tone="muted")
        self._previous = tool_button("up", tr("Find the place before (Shift+Enter)"))
        self._next = tool_button("down", tr("Find the next place (Enter)"))
        self._close = tool_button("close", tr("Close (Esc)"))
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        self._close.clicked.connect(self.closed)
        self.setAccessibleName(tr("Find"))
        row = QHBoxLayout()
        row.setSpacing(SPACE_XS)
        row.addWidget(self._field, 1)
        for button in (self._previous, self._next, self._close):
            button.setAutoRaise(True)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, 0)
        column.setSpacing(SPACE_XS)
        column.addLayout(row)
        column.addWidget(self._told)
        self.tell(None, 0, 0)
        self.hide()

    @property
    def text(self) -> str:
        """What is to be found."""
        return self._field.text()

    def ask(self) -> None:
        """Show the field and let a person type into it, over what was asked last."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def tell(self, place: int | None, here: int, elsewhere: int) -> None:
        """Tell which of how many places on this page is shown, and how many others have."""
        if not self.text.strip():
            told = ""
        elif not here and not elsewhere:
            told = tr("Not found")
        elif not here:
            told = tr("%n on other pages", None, elsewhere)
        else:
            told = (
                tr("%n on this page", None, here)
                if place is None
                else tr("{place} of {count} on this page").format(place=place + 1, count=here)
            )
            told += ", " + tr("%n on others", None, elsewhere) if elsewhere else ""
        if told != self._told.text():
            self._told.setText(told)
            announce(self, told)
        for button in (self._previous, self._next):
            button.setEnabled(bool(here or elsewhere))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back or close, wherever in the bar the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_requested if is_back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)
