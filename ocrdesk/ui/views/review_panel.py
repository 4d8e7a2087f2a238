"""What to look at next: letters that look alike, another cut, or a letter that chance drew."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedLayout, QVBoxLayout, QWidget

from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_XS
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.announce import announce
from ocrdesk.ui.views.answer_buttons import AnswerButtons, Answers
from ocrdesk.ui.views.cut_picture import CutPicture, CutShown
from ocrdesk.ui.views.doubt_strip import DoubtStrip
from ocrdesk.ui.views.estimate_strip import EstimateStrip
from ocrdesk.ui.views.keyboard import typed_character
from ocrdesk.ui.views.letter_grid import LetterCell, LetterGrid
from ocrdesk.ui.views.letter_tiles import CELL
from ocrdesk.ui.views.notice_card import breakable
from ocrdesk.ui.views.placeholder import Placeholder

_LOWEST, _ROOMY = 190, 290  # pixels high
_LONG_NAME = 16  # characters: a page's name may be wider than a narrow panel
_AROUND_CELL = 6  # pixels: the frame of the letters and what is free inside it


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: about letters, which are shown, or about a ``cut``.

    ``key`` tells one question from another, so that a group that got smaller is known again;
    ``is_drawn`` tells that chance drew the letter. Where ``deny`` is a button, pressing it tells
    how to say what is right instead: ``denied``, in place of the heading.
    """

    key: object
    heading: str
    detail: str
    letters: Sequence[LetterCell] = ()
    cut: CutShown | None = None
    accept: str = later("Confirm")
    refuse: str = later("Skip")
    refuse_icon: str = "next"
    is_drawn: bool = False
    deny: str = ""
    denied: str = ""


class ReviewPanel(QWidget):
    """One question at a time, answered by Enter or a character.

    ``accepted`` carries the places of the letters that are in, none for a cut; ``labelled`` has
    the character typed as well, which says of a cut what its ink is as one letter. ``refused`` asks
    for the next question, ``keyboard_came`` tells that the next keys answer.
    """

    accepted = Signal(object)
    labelled = Signal(object, str)
    refused = Signal()
    keyboard_came = Signal()
    letter_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._heading, self._detail = QLabel(), QLabel()
        dress(self._heading, size="strong")
        dress(self._detail, size="caption", tone="muted")
        for label in (self._heading, self._detail):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.grid = LetterGrid(keeps=True)
        self.grid.chosen_changed.connect(self._name_answers)
        self.grid.letter_opened.connect(self.letter_opened)
        self._cut = CutPicture()
        self._answers = AnswerButtons()
        self._accept, self._deny, self._refuse = self._answers.all
        self._accept.clicked.connect(self._say_yes)
        self._deny.clicked.connect(self._say_no)
        self._refuse.clicked.connect(self.refused)
        self.doubt, self.estimate = DoubtStrip(), EstimateStrip()
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

    def set_question(self, question: Question | None, *, elsewhere: int = 0) -> None:
        """Ask something else, or the same of fewer letters; None has nothing to ask.

        Then it says whether there are questions ``elsewhere``, about other pages.
        """
        before, self._question = self._question, question
        if question is None:
            self._say_nothing(elsewhere)
            return
        self._stack.setCurrentIndex(1)
        self._heading.setText(breakable(question.heading, longest=_LONG_NAME))
        self._detail.setText(question.detail)
        self._fit_detail()
        self._cut.set_cut(question.cut)
        self._cut.setVisible(question.cut is not None)
        self.grid.setVisible(question.cut is None)
        is_same = before is not None and before.key == question.key
        self.grid.set_cells(question.letters, is_same=is_same)
        self._name_answers()
        self._share_room()

    def _say_nothing(self, elsewhere: int) -> None:
        if self.has_keyboard:
            self.setFocus()  # with what is hidden it would go to any other panel
        self._nothing.say(
            tr("Nothing to review on this page") if elsewhere else tr("Nothing to review"),
            tr("F3 goes on with %n questions about other pages.", None, elsewhere)
            if elsewhere
            else tr("Letters that the reader is not sure of come here, when there are any."),
        )
        self._stack.setCurrentIndex(0)
        self.grid.set_cells(())

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
        """Leave the estimates out where there is no room for a question besides."""
        super().resizeEvent(event)
        self.estimate.setVisible(event.size().height() >= _ROOMY)
        self._share_room()
        self._name_answers()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the room that the estimates leave to the question, and the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            self.keyboard_came.emit()
        if watched is self._asking and event.type() == QEvent.Type.Resize:
            self._fit_detail()
        if watched is self and event.type() == QEvent.Type.LayoutRequest:
            self._share_room()
        return super().eventFilter(watched, event)

    def _share_room(self) -> None:
        """Leave out words that are a tip as well, before estimates would lie over one another.

        Where even that is too little, after a check in a low panel, the choice gives way, too.
        """
        room = self.height() - 3 * SPACE_XS - self.doubt.least_height
        room -= CELL.height() + _AROUND_CELL + self._accept.sizeHint().height()
        room -= self._heading.sizeHint().height() + 2 * SPACE_XS
        if self._question is not None and self._question.cut is not None:  # which says all of it
            room -= self._detail.heightForWidth(self._asking.width()) + SPACE_XS
        room -= self.estimate.minimumSizeHint().height() if self.estimate.isVisibleTo(self) else 0
        self.doubt.set_brief(is_brief=room < self.doubt.words_height)
        self.doubt.setVisible(room >= 0)

    def _fit_detail(self) -> None:
        """Leave out how to answer where letters would be cut off below it; it is a tip then."""
        room = self._asking.size()
        words = (self._heading, self._detail)
        needed = sum(label.heightForWidth(room.width()) + SPACE_XS for label in words)
        needed += CELL.height() + _AROUND_CELL + SPACE_XS + self._accept.sizeHint().height()
        has_room = room.height() >= needed
        told = self._detail.text()
        self._detail.setVisible(bool(told) and has_room)
        self._heading.setToolTip("" if has_room else told)

    def take_keyboard(self) -> None:
        """Let the next keys answer."""
        shows_grid = self._question is not None and self._question.cut is None
        (self.grid if shows_grid else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with Enter or with what the letters are."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say_yes()
            return
        character = typed_character(event.text(), event.modifiers())
        if character and self._question is not None:
            self.labelled.emit(self._places(), character)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        holder, asking = QWidget(), QWidget()
        self._asking = asking
        for watched in (asking, self, self.grid, *self._answers.all):
            watched.installEventFilter(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_XS)
        outer.setSpacing(SPACE_XS)
        outer.addWidget(holder, 1)
        outer.addWidget(self.doubt)
        outer.addWidget(self.estimate)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(asking)
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._heading)
        column.addWidget(self._detail)
        column.addWidget(self.grid, 1)
        column.addWidget(self._cut)
        column.addStretch(0)
        column.addWidget(self._answers)

    def _places(self) -> list[LetterPlace]:
        return [cell.place for cell in self.grid.chosen]

    def _say_yes(self) -> None:
        question = self._question
        if question is None:
            return
        places = self._places()
        if question.cut is not None or places:
            self.accepted.emit(places)

    def _say_no(self) -> None:
        """Ask what is right; only the letter itself, typed, says that what was read is wrong."""
        if self._question is not None:
            self._heading.setText(breakable(self._question.denied, longest=_LONG_NAME))
            self._fit_detail()
            self.take_keyboard()
            announce(self, self._question.denied)

    def _name_answers(self) -> None:
        """Say on the button what Enter does."""
        question = self._question
        if question is None:
            return
        count, of = self.grid.chosen_count, len(question.letters)
        if question.cut is not None or of == 1:
            text = tr(question.accept)
        else:
            text = tr("Confirm All {count}") if count == of else tr("Confirm {count}")
            text = text.format(count=count)
        short = tr("All {count}").format(count=count) if count == of > 1 else text
        words = Answers(text, short, question.deny, tr(question.refuse), question.refuse_icon)
        self._answers.say(words, room=self.width() - 2 * SPACE_M)
        self._accept.setEnabled(question.cut is not None or count > 0)
