"""Where the text to find is typed, and how often it stands on the pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_XS
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.announce import announce
from ocrdesk.ui.views.elided_label import ElidedLabel
from ocrdesk.ui.views.tool_button import tool_button

_ROOMY = 240  # pixels wide


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
        self._told = ElidedLabel()
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
        told = self._places_told(place, here, elsewhere)
        if told[0] != self._told.text():
            self._told.tell(*told)
            announce(self, told[0])
        for button in (self._previous, self._next):
            button.setEnabled(bool(here or elsewhere))

    def _places_told(self, place: int | None, here: int, elsewhere: int) -> tuple[str, ...]:
        """Return where the text stands, and in fewer words where there is little room."""
        if not self.text.strip():
            return ("",)
        if not here:
            is_there = bool(elsewhere)
            return (tr("%n on other pages", None, elsewhere) if is_there else tr("Not found"),)
        if place is None:
            told, shorter = tr("%n on this page", None, here), str(here)
        else:
            told, shorter = tr("{place} of {count} on this page"), tr("{place} of {count}")
            told, shorter = (text.format(place=place + 1, count=here) for text in (told, shorter))
        others = ", " + tr("%n on others", None, elsewhere) if elsewhere else ""
        return told + others, shorter + others

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the button that clears where it would take the room of the text."""
        super().resizeEvent(event)
        self._field.setClearButtonEnabled(event.size().width() >= _ROOMY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back or close, wherever in the bar the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_requested if is_back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)
