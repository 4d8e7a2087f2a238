"""What to look at next: letters that look alike, another cut, or a letter that chance drew."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_XS
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.announce import announce
from ocrdesk.ui.views.answer_buttons import AnswerButtons, Answers
from ocrdesk.ui.views.cut_picture import CutPicture, CutShown
from ocrdesk.ui.views.keyboard import key_gesture, typed_character
from ocrdesk.ui.views.letter_grid import LetterCell, LetterGrid
from ocrdesk.ui.views.letter_tiles import CELL
from ocrdesk.ui.views.notice_card import breakable
from ocrdesk.ui.views.placeholder import Placeholder
from ocrdesk.ui.views.review_notes import ReviewNotes

_LOWEST = 250  # pixels high: a question of three lines with one row of letters, and some notes
_LEAST_NOTES = 56  # pixels high
_LONG_NAME = 16  # characters: a page's name may be wider than a narrow panel
_AROUND_CELL = 6  # pixels: the frame of the letters and what is free inside it


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: about letters, which are shown, or about a ``cut``.

    ``key`` tells one question from another, so that a group that got smaller is known again;
    ``is_drawn`` tells that chance drew the letter. Where ``deny`` is a button, pressing it tells
    how to say what is right instead: ``denied``, in place of the heading, and ``denied_detail``.
    Where it ``asks_character`` the first answer tells that, too: there is nothing to confirm.
    ``first`` and ``last`` name the answers on the buttons; the first, which is Enter's, says that
    the page is right as it is.
    """

    key: object
    heading: str
    detail: str
    letters: Sequence[LetterCell] = ()
    cut: CutShown | None = None
    first: str = later("Confirm")
    last: str = later("Skip")
    last_icon: str = "next"
    is_drawn: bool = False
    asks_character: bool = False
    deny: str = ""
    denied: str = ""
    denied_detail: str = ""


class ReviewPanel(QWidget):
    """One question at a time, answered by Enter or a character.

    ``accepted`` carries the places of the letters that are in, none for a cut, which Shift+Enter
    accepts; ``labelled`` has the character typed as well, which says of a cut what its ink is as
    one letter. ``removed`` has the places where there is no letter, none for all that a cut is
    about. ``refused`` asks for the next question, ``keyboard_came`` tells that the next keys
    answer.
    """

    accepted = Signal(object)
    labelled = Signal(object, str)
    removed = Signal(object)
    refused = Signal()
    keyboard_came = Signal()
    letter_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._heading = QLabel()
        dress(self._heading, size="strong")
        self._heading.setWordWrap(True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.grid = LetterGrid(keeps=True)
        self.grid.chosen_changed.connect(self._name_answers)
        self.grid.letter_opened.connect(self.letter_opened)
        # Where heights follow widths Qt takes what a widget would like for the least it needs.
        self.grid.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.grid.setMinimumHeight(CELL.height() + _AROUND_CELL)
        self._cut = CutPicture()
        self._answers = AnswerButtons()
        self._first, self._deny, self._last = self._answers.all
        self._first.clicked.connect(self._leave_so)
        self._deny.clicked.connect(self._say_no)
        self._last.clicked.connect(self._go_otherwise)
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._fit_notes)
        self._notes = ReviewNotes()
        self._notes.needs_changed.connect(self._share_room)
        self.doubt, self.estimate = self._notes.doubt, self._notes.estimate
        self._nothing = Placeholder("review", "", "")
        self.setAccessibleName(tr("Review"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(_LOWEST)
        self._lay_out()
        self.set_question(None)

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return self._question

    def set_question(
        self, question: Question | None, *, elsewhere: int = 0, answered: str = "", skips: str = ""
    ) -> None:
        """Ask something else, or the same of fewer letters; None has nothing to ask.

        Then it says whether there are questions ``elsewhere``, about other pages, or what was
        ``answered`` where none is left; the keys ``skips`` go on.
        """
        before, self._question = self._question, question
        if question is None:
            self._say_nothing(elsewhere, answered, skips)
            return
        self._show_asking(is_asking=True)
        self._heading.setText(breakable(question.heading, longest=_LONG_NAME))
        self._notes.say(question.detail, comes_first=not question.is_drawn)
        self._cut.set_cut(question.cut)
        self._cut.setVisible(question.cut is not None)
        self.grid.setVisible(question.cut is None)
        is_same = before is not None and before.key == question.key
        self.grid.set_cells(question.letters, is_same=is_same)
        self._name_answers()
        self._share_room()
        if self.hasFocus():  # there was no question before, or one about a cut
            self.take_keyboard()

    def _say_nothing(self, elsewhere: int, answered: str, skips: str) -> None:
        if self.has_keyboard:
            self.setFocus()  # with what is hidden it would go to any other panel
        heading = tr("Nothing to review")
        sentence = tr("Letters that the reader is not sure of come here, when there are any.")
        if elsewhere:
            heading = tr("Nothing to review on this page")
            sentence = tr("{keys} goes on with %n questions about other pages.", None, elsewhere)
            sentence = sentence.format(keys=skips)
        elif answered:
            heading, sentence = tr("All questions are answered"), answered
        self._nothing.say(heading, sentence)
        self._notes.say("", comes_first=False)
        self._show_asking(is_asking=False)
        self.grid.set_cells(())
        self._share_room()

    def _show_asking(self, *, is_asking: bool) -> None:
        """Show the question, or that there is none."""
        self._nothing.setVisible(not is_asking)
        self._asking.setVisible(is_asking)

    @property
    def is_seen(self) -> bool:
        """Tell whether the panel is on the screen, not behind another one."""
        return not self.visibleRegion().isEmpty()

    @property
    def has_keyboard(self) -> bool:
        """Tell whether somebody is answering: the next keys come here."""
        focus: QWidget | None = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew between the question and what is said below."""
        super().resizeEvent(event)
        self._share_room()
        self._name_answers()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            self.keyboard_came.emit()
        return super().eventFilter(watched, event)

    def _share_room(self) -> None:
        """Give the question what it needs, and the notes as much of the rest as they need.

        Where their lines end is known for sure only once they are laid out.
        """
        self._fit_notes()
        self._laid_out.start()

    def _fit_notes(self) -> None:
        width = self.width() - 2 * SPACE_M
        if self._question is None:
            needed = self._nothing.least_height(width)
        else:
            asked = self.grid.minimumHeight()
            if self._question.cut is not None:
                asked = self._cut.sizeHint().height()
            needed = self._heading.heightForWidth(width) + asked
            needed += self._answers.sizeHint().height() + 2 * SPACE_XS
        room = max(self.height() - needed - 2 * SPACE_XS, _LEAST_NOTES)
        self._notes.setFixedHeight(self._notes.height_within(room))

    def take_keyboard(self) -> None:
        """Let the next keys answer."""
        shows_grid = self._question is not None and self._question.cut is None
        (self.grid if shows_grid else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with Enter, Shift+Enter, Del or what the letters are."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go_otherwise() if is_shifted and self._asks_about_cut else self._leave_so()
            return
        if key_gesture(event) == ("delete", ""):
            self._remove()
            return
        character = typed_character(event.text(), event.modifiers())
        if character and self._question is not None:
            self.labelled.emit(self._places(), character)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._asking = QWidget()
        for watched in (self, self.grid, *self._answers.all):
            watched.installEventFilter(self)
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._heading)
        column.addWidget(self.grid, 1)
        column.addWidget(self._cut)
        column.addStretch(0)
        column.addWidget(self._answers)
        outer = QVBoxLayout(self)  # only now, since Tab goes in the order in which parts come in
        outer.setContentsMargins(0, 0, 0, SPACE_XS)
        outer.setSpacing(SPACE_XS)
        for part, stretch in ((self._nothing, 1), (self._asking, 1), (self._notes, 0)):
            outer.addWidget(part, stretch)

    def _places(self) -> list[LetterPlace]:
        return [cell.place for cell in self.grid.chosen]

    @property
    def _asks_about_cut(self) -> bool:
        return self._question is not None and self._question.cut is not None

    def _leave_so(self) -> None:
        """Say that the page is right: confirm the letters, or refuse to cut them otherwise."""
        if self._asks_about_cut:
            self.refused.emit()
        elif (places := self._places()) and self._question is not None:
            self._say_no() if self._question.asks_character else self.accepted.emit(places)

    def _remove(self) -> None:
        """Say that there is no letter in the boxes, or in those that may be cut otherwise."""
        if self._asks_about_cut or self._places():
            self.removed.emit(self._places())

    def _go_otherwise(self) -> None:
        """Cut as proposed, or pass the letters over."""
        self.accepted.emit([]) if self._asks_about_cut else self.refused.emit()

    def _say_no(self) -> None:
        """Ask what is right: only a character, typed, says what a letter is."""
        if self._question is not None:
            self._heading.setText(breakable(self._question.denied, longest=_LONG_NAME))
            self._notes.say(self._question.denied_detail, comes_first=True)
            self._share_room()
            self.take_keyboard()
            announce(self, f"{self._question.denied} {self._question.denied_detail}")

    def _name_answers(self) -> None:
        """Say on the button what Enter does."""
        question = self._question
        if question is None:
            return
        count, of = self.grid.chosen_count, len(question.letters)
        if self._asks_about_cut or question.asks_character or of == 1:
            text = tr(question.first)
        else:
            text = tr("Confirm All {count}") if count == of else tr("Confirm {count}")
            text = text.format(count=count)
        is_all = count == of > 1 and not question.asks_character
        short = tr("All {count}").format(count=count) if is_all else text
        words = Answers(text, short, question.deny, tr(question.last), question.last_icon)
        self._answers.say(words, room=self.width() - 2 * SPACE_M)
        self._first.setEnabled(self._asks_about_cut or count > 0)
