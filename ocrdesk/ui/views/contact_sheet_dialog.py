"""All letters of one character on all open pages, outliers last, to be relabelled by one key."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.page.elements import UNREADABLE
from ocrdesk.ui.appearance import dress, icon
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_S
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.keyboard import key_gesture, typed_character
from ocrdesk.ui.views.letter_grid import LetterCell, LetterGrid
from ocrdesk.ui.views.placeholder import Placeholder

_SIZE = QSize(720, 560)
_HELP = later(
    "The letters least like the others stand at the end. Select some and type what they are, press "
    "Enter where they are right, or Del where no letter is. Double-click goes to the page."
)


class ContactSheetDialog(QDialog):
    """Stays open beside the window; it knows only what it is shown.

    ``character_chosen`` asks for the sheet of another character. ``labelled`` carries the character
    typed for the letters that are selected, ``confirmed`` asks to confirm them, ``removed`` to take
    their boxes away. What has no reading cannot be confirmed.
    """

    character_chosen = Signal(str)
    labelled = Signal(str)
    confirmed = Signal()
    removed = Signal()
    letter_opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Contact Sheet"))
        self.resize(_SIZE)
        self._counts: dict[str, int] = {}
        self._characters = QComboBox()
        self._characters.setAccessibleName(tr("Character"))
        self._characters.setToolTip(tr("The character whose letters are shown"))
        self._characters.activated.connect(self._choose)
        self._summary = QLabel()
        dress(self._summary, tone="muted")
        self._confirm = QPushButton()
        self._confirm.setIcon(icon("check"))
        self._confirm.clicked.connect(self.confirmed)
        self._confirm.setAutoDefault(False)
        self.grid = LetterGrid()
        self.grid.letter_opened.connect(self.letter_opened)
        self.grid.chosen_changed.connect(self._show_choice)
        self._nothing = Placeholder(
            "letter",
            tr("No such letters"),
            tr("Nothing on the open pages is read as this character."),
        )
        self._lay_out()
        self.set_sheet("", ())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        heading = QLabel(tr("&Character"))
        heading.setBuddy(self._characters)
        row.addWidget(heading)
        row.addWidget(self._characters)
        row.addWidget(self._summary, 1)
        row.addWidget(self._confirm)
        help_text = QLabel(tr(_HELP))
        help_text.setWordWrap(True)
        dress(help_text, size="caption", tone="muted")
        content = QWidget()
        self._stack = QStackedLayout(content)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_S)
        column.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        column.addLayout(row)
        column.addWidget(content, 1)
        column.addWidget(help_text)

    @property
    def character(self) -> str:
        """The character whose letters are shown."""
        return str(self._characters.currentData() or "")

    def set_characters(self, counts: Mapping[str, int]) -> None:
        """Offer characters, with how often each is on the pages."""
        if dict(counts) == self._counts:
            return
        self._counts, shown = dict(counts), self.character
        self._characters.clear()
        for character, count in counts.items():
            self._characters.addItem(f"{character}   {count}", character)
        self._mark(shown)

    def set_sheet(self, character: str, cells: Sequence[LetterCell]) -> None:
        """Show the letters of a character."""
        is_same = character == self.character
        self._mark(character)
        self.grid.set_cells(cells, is_same=is_same)
        self._stack.setCurrentWidget(self.grid if cells else self._nothing)
        confirmed = sum(cell.glyph.is_confirmed for cell in cells)
        pages = len({cell.place.page for cell in cells})
        told = (
            tr("%Ln letters", None, len(cells)),
            tr("on %Ln pages", None, pages),
            tr("%Ln confirmed", None, confirmed),
        )
        self._summary.setText("{} {}, {}".format(*told) if cells else "")
        self._show_choice()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Label, confirm or remove what is selected; Qt would press a button with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._confirm.isEnabled():
                self.confirmed.emit()
            return
        if key_gesture(event) == ("delete", "") and self._is_among_letters:
            self.removed.emit()
            return
        character = typed_character(event.text(), event.modifiers())
        if character:
            self.labelled.emit(character)
            return
        super().keyPressEvent(event)

    @property
    def _is_among_letters(self) -> bool:
        """Tell whether keys go to the letters, not to the choice of a character or a button."""
        focused = self.focusWidget()
        return focused is self.grid or (focused is not None and self.grid.isAncestorOf(focused))

    def _show_choice(self) -> None:
        """Say what Enter would confirm."""
        count = self.grid.chosen_count
        self._confirm.setText(
            tr("Confirm %Ln Selected", None, count) if count else tr("Confirm Selected")
        )
        has_reading = self.character != UNREADABLE
        self._confirm.setEnabled(count > 0 and has_reading)
        self._confirm.setToolTip("" if has_reading else tr("These letters have no reading."))

    def _choose(self) -> None:
        self.character_chosen.emit(self.character)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, character: str) -> None:
        """Show in the chooser which character the sheet is of; it may have no letters any more."""
        place = self._characters.findData(character)
        if place < 0 and character:
            self._characters.addItem(character, character)
            place = self._characters.count() - 1
        self._characters.setCurrentIndex(place)
