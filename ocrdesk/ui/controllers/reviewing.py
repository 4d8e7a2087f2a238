"""Goes through what is worth a look, in the order of what an answer gains."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget

from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.services.review_queue import ProposedCut, ReviewItem
from ocrdesk.ui.controllers.checking import CheckingController
from ocrdesk.ui.controllers.cut_answers import cut_edit
from ocrdesk.ui.controllers.edited_letters import EditedLetters
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.group_answers import GroupAnswers
from ocrdesk.ui.controllers.letter_pictures import LetterPictures
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.question_index import key_of
from ocrdesk.ui.controllers.questions import as_asked, can_answer, question_of
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.review_order import ReviewOrder, letter_by_letter, letter_on, order_of
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.page.edits import Change
    from ocrdesk.ui.session import OpenDocument
    from ocrdesk.ui.tasks import Task

_PAUSE_MS = 400  # after the last edit; until then answers only leave the queue


class ReviewingController(QObject):
    """Asks the questions of the queue one by one, those about the page that is shown first.

    The question follows the selection: whoever clicks a doubtful letter is asked about all that
    look like it.
    """

    def __init__(
        self,
        workplace: Workplace,
        desk: ReviewDesk,
        editing: Editing,
        answers: GroupAnswers,
        pictures: LetterPictures,
        checking: CheckingController,
        dock: QDockWidget,
    ) -> None:
        super().__init__(dock)
        self._place, self._session = workplace, workplace.session
        self._desk, self._editing = desk, editing
        self._answers, self._pictures = answers, pictures
        self._checking, self._dock = checking, dock
        self._panel = workplace.views.review
        self._at: object = None
        self._refused: frozenset[object] = frozenset()
        self._known_order = ReviewOrder((), None, self._refused)
        self._task: Task | None = None
        self._since = EditedLetters()  # since the task began
        self._left = EditedLetters()  # what the queue does not know of yet
        self._is_following = False
        self._untouched: LetterPlace | None = None  # selected for a question that nobody asked for
        self._later = pause_before(self.refresh, self, _PAUSE_MS)
        self._soon = pause_before(self._ask, self)
        self._connect()

    def _connect(self) -> None:
        session, panel = self._session, self._panel
        session.page_changed.connect(self._note_edit)
        session.document_updated.connect(self._note_change)
        session.document_closed.connect(self._note_closed)
        session.current_changed.connect(self._follow)
        session.selection_changed.connect(self._follow)
        session.doubt_moved.connect(self._look_later)
        self._desk.looked.connect(self.refresh)
        self._checking.ended.connect(self._soon.start)
        self._dock.visibilityChanged.connect(self._soon.start)
        panel.grid.set_pictures(self._pictures.of)
        panel.keyboard_came.connect(self._follow_keyboard)
        panel.accepted.connect(self._answer)
        panel.labelled.connect(self._answer)
        panel.removed.connect(partial(self._answer, removes=True))
        panel.refused.connect(self._refuse)
        panel.letter_opened.connect(self._desk.show)
        self._place.actions.on("next_doubtful", partial(self.go, 1))
        self._place.actions.on("previous_doubtful", partial(self.go, -1))

    # The queue

    @property
    def queue(self) -> Sequence[ReviewItem]:
        """What is to be asked: first what is on the page that is shown, by gain."""
        self._catch_up()
        return self._order.items

    @property
    def _order(self) -> ReviewOrder:
        """The questions in order; made anew where the page became another."""
        if not self._known_order.is_of(*self._basis):
            self._known_order = self._known_order.turned(*self._basis)
        return self._known_order

    @property
    def _basis(self) -> tuple[int | None, frozenset[object]]:
        return self._desk.shown, self._refused

    @property
    def is_settled(self) -> bool:
        """Tell whether the queue is in order, with nothing left to be looked at."""
        return self._is_in_order and not self._soon.isActive() and self._desk.is_settled

    @property
    def _is_in_order(self) -> bool:
        return self._task is None and not self._later.isActive()

    def _note_edit(self, opened: "OpenDocument", change: "Change") -> None:
        number = self._desk.number_of(opened)
        for edited in (self._since, self._left):
            edited.add(LetterPlace(number, glyph_id) for glyph_id in change.glyph_ids)
        self._look_later()

    def _note_change(self, opened: "OpenDocument") -> None:
        """An image may have come as well: a page that is turned gets its new one only now."""
        self._panel.grid.forget_pictures()
        for edited in (self._since, self._left):
            edited.add_page(self._desk.number_of(opened))
        self._look_later()

    def _note_closed(self) -> None:
        self._panel.grid.forget_pictures()
        self._look_later()

    def _look_later(self) -> None:
        """Look for new groups when nothing has changed for a while."""
        self._later.start()
        self._soon.start()

    def _catch_up(self) -> None:
        """Let the queue, which may be long, follow edits and selection now that somebody looks."""
        place = self._order.place_of(self._at)
        if self._left.answer(self._order, self._desk.pages()):
            items = self._order.items
            if self._order.place_of(self._at) < 0:
                self._at = key_of(items[min(max(place, 0), len(items) - 1)]) if items else None
        place = self._order.place_of(self._at)
        if self._is_following or place < 0:
            self._is_following, selected = False, self._desk.selected
            if place < 0 or selected not in self._order.items[place].members:
                found = self._order.about(selected)
                self._at = key_of(found) if found is not None else self._at

    def refresh(self) -> None:
        """Find the groups anew, in a worker."""
        if self._task is not None:
            self._task.cancel()
        if not self._place.window.isVisible():  # it was closed, and no task may outlive it
            return
        steps = order_of(self._desk.pages(), self._desk.proposals(), *self._basis)
        self._since.clear()
        self._task = self._place.tasks.create(steps)
        self._task.succeeded.connect(self._take_queue)
        raise_error = self._place.notices.raise_error
        self._task.failed.connect(partial(raise_error, doing=tr("Ordering the review")))
        self._task.start()

    def _take_queue(self, result: object) -> None:
        self._task = None
        self._is_following = True  # undoing may have asked of a letter again
        self._known_order = cast("ReviewOrder", result)
        self._left.clear()
        self._since.answer(self._order, self._desk.pages())
        self._soon.start()

    # Going on

    def go(self, step: int) -> None:
        """Ask the next question, or the one before, and select what it is about."""
        self._checking.end()
        self._catch_up()
        if not self._order.items:  # letters that look alike are found in the worker
            self._known_order = letter_by_letter(self._desk.pages(), *self._basis)
        if not (items := self.queue):
            return
        self._desk.make_room()
        selected = None if self._desk.selected == self._untouched else self._desk.selected
        self._turn_to(items[self._order.next_place(self._at, selected, step)])
        if not self._dock.isHidden():
            self._dock.raise_()
            self._ask(anew=True)
            self._panel.take_keyboard()

    def _turn_to(self, item: ReviewItem) -> None:
        self._at, self._untouched = key_of(item), None
        self._desk.show(letter_on(item, self._desk.shown))
        self._soon.start()

    def _follow(self) -> None:
        """Ask about the letter that a person selected, if there is a question about it."""
        self._is_following = True
        self._soon.start()

    def _follow_keyboard(self) -> None:
        """Select what the panel asks once keys go there, before the click that brought them."""
        if not can_answer(self._panel.question, self._current(), self._desk.selected):
            self._ask()

    def _ask(self, *, anew: bool = False) -> None:
        """Show the current question, if anybody can see it; one being answered does not grow.

        It has letters on the page that is shown, one of them selected where the next key answers.
        """
        if self._checking.is_running or not (self._panel.is_seen or anew):
            return
        items, place = self.queue, self._order.place_on_page(self._at)
        skips = self._place.actions.keys_of("next_doubtful")
        if place < 0:
            told = self._answers.given.told(self._desk.pages())
            self._panel.set_question(None, elsewhere=len(items), answered=told, skips=skips)
            return
        self._at = key_of(item := items[place])
        is_answered = self._panel.has_keyboard and not anew
        if is_answered and self._is_in_order and self._desk.selected not in item.members:
            self._untouched = letter_on(item, self._desk.shown)
            self._session.select(self._untouched.glyph_id)
        question = question_of(
            as_asked(item, self._panel.question) if is_answered else item,
            self._desk.pages(),
            self._pictures,
            left=self._order.left,
            opened=self._desk.opened(item.leader.page),
            skips=skips,
        )
        self._panel.set_question(question)

    # Answers

    def _answer(
        self, places: Sequence[LetterPlace], character: str = "", *, removes: bool = False
    ) -> None:
        """Give letters a character, remove them, or else confirm them; a cut is made."""
        if self._checking.is_running:
            self._checking.answer(character, removes=removes)
            return
        item = self._to_be_answered()
        if isinstance(item, ProposedCut) and not removes:
            self._cut(item, character)
        elif item and self._answers.give(places or item.members, character, removes=removes):
            self._go_on()

    def _to_be_answered(self) -> ReviewItem | None:
        """Return what is asked; where page and panel show different letters let both show it first.

        Then nothing is answered: nobody saw it on both.
        """
        item = self._current()
        if can_answer(self._panel.question, item, self._desk.selected):
            return item
        self._ask(anew=True)
        item = self._current()
        if item is not None and self._panel.question is not None:
            self._turn_to(item)
        return None

    def _refuse(self) -> None:
        """Go on; a cut that was refused is not asked about again."""
        self._untouched = None
        if self._checking.is_running:
            self._checking.end()
            return
        item = self._to_be_answered()
        if isinstance(item, ProposedCut):
            place = self._order.place_of(self._at)
            self._refused |= {key_of(item)}
            left = self.queue
            self._at = key_of(left[min(place, len(left) - 1)]) if left else None
            self._go_on()
        elif item is not None:
            self.go(1)

    def _cut(self, item: ProposedCut, character: str = "") -> None:
        """Part the letters as proposed; the question stays where a character is no answer."""
        edit = cut_edit(item, self._editing.fold(character))
        if edit is not None and self._editing.apply(edit):
            self._answers.given.note_cut(item.leader.page)
            self._go_on()

    def _go_on(self) -> None:
        """Select what the next question is about and keep the keyboard."""
        item = self._current()
        if item is not None:
            self._turn_to(item)
            self._ask(anew=True)
            self._panel.take_keyboard()

    def _current(self) -> ReviewItem | None:
        self._catch_up()
        place = self._order.place_of(self._at)
        return self.queue[place] if place >= 0 else None
