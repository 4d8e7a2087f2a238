"""Leads through a random check and keeps both estimates of what is still wrong.

What was drawn is kept with the pages, so that a check goes on after a restart.
"""

from functools import partial
from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget

from ocrdesk.services.expected_errors import expect_errors
from ocrdesk.services.random_check import (
    CheckResult,
    RandomCheck,
    assess,
    check_of,
    draw_check,
    is_answered,
    parts_of,
)
from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.controllers.group_answers import GroupAnswers
from ocrdesk.ui.controllers.letter_pictures import LetterPictures
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.questions import question_drawn
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.estimate_strip import ASKED

if TYPE_CHECKING:
    from ocrdesk.services.expected_errors import ExpectedErrors
    from ocrdesk.ui.tasks import Task

_PAUSE_MS = 200  # after the last edit


class CheckingController(QObject):
    """Asks about letters that chance drew; the estimates follow every edit.

    ``ended`` tells that the panel is free for other questions, ``drew`` that pages have another
    part of a check to keep, ``unknown_changed`` that other pages are ``unknown``.
    """

    ended = Signal()
    unknown_changed = Signal()
    drew = Signal()

    def __init__(
        self,
        workplace: Workplace,
        desk: ReviewDesk,
        answers: GroupAnswers,
        pictures: LetterPictures,
        dock: QDockWidget,
        *,
        rng: np.random.Generator,
    ) -> None:
        super().__init__(dock)
        self._place = workplace
        self._notices = workplace.notices
        self._desk = desk
        self._answers = answers
        self._pictures = pictures
        self._dock = dock
        self._rng = rng
        self._panel = workplace.views.review
        self._check: RandomCheck | None = None
        self._drawn: frozenset[LetterPlace] = frozenset()  # in checks before
        self._numbers = WeakKeyDictionary[OpenDocument, int]()  # of pages that have letters drawn
        self._unknown: frozenset[OpenDocument] = frozenset()
        self._is_running = False
        self._task: Task | None = None
        self._later = pause_before(self._estimate, self, _PAUSE_MS)
        session = workplace.session
        for signal in (session.page_changed, session.document_updated):
            signal.connect(self._note_change)
        session.document_opened.connect(self._note_opened)
        session.document_closed.connect(self._note_closed)
        dock.visibilityChanged.connect(self._later.start)
        self._panel.estimate.check_requested.connect(self.begin)
        workplace.actions.on("check_random", partial(self.begin, ASKED))

    @property
    def is_running(self) -> bool:
        """Tell whether a letter that chance drew is being asked about."""
        return self._is_running

    @property
    def drawn(self) -> frozenset[LetterPlace]:
        """The letters of all checks that were answered to the end."""
        result = self._result()
        if self._check is None or result is None or not result.is_done:
            return self._drawn
        return self._drawn | frozenset(self._check.drawn)

    def know_unknown(self, pages: frozenset[OpenDocument]) -> None:
        """Take the probabilities of these pages for nothing: their reader knows no such letters."""
        if pages != self._unknown:
            self._unknown = pages
            self._later.start()
            self.unknown_changed.emit()

    @property
    def unknown(self) -> frozenset[int]:
        """The numbers of pages in letters that their reader does not know."""
        return frozenset(map(self._desk.number_of, self._unknown))

    def begin(self, count: int) -> None:
        """Ask about letters drawn at random, first about those that wait for an answer.

        Drawing others instead of these would spare the hard ones.
        """
        self._recall()
        result = self._result()
        if (result is None or result.is_done) and not self._draw(count):
            self._notices.inform(tr("Every letter is confirmed: there is nothing to check."))
            return
        self._is_running = True
        self._desk.make_room()
        self._dock.show()
        self._dock.raise_()
        self._ask()

    def _draw(self, count: int) -> bool:
        """Draw letters, and keep with each page what was drawn; tell whether there are any.

        Pages that are gone keep nothing, and a check with a part that nobody has is never found.
        """
        self._drawn = self.drawn
        pages = self._desk.pages()
        check = draw_check(pages, count, self._rng)
        if not check.drawn:
            return False
        self._check = check
        numbers = {page.number for page in pages}
        before = [place for place in self._drawn if place.page in numbers]
        parts = parts_of(check, before, name=f"{self._rng.integers(2**62):016x}")
        for opened in self._place.session.documents:
            opened.check = parts.get(self._desk.number_of(opened))
        self._know_pages()
        self.drew.emit()
        return True

    def _recall(self) -> None:
        """Take up the check that the pages bring from another day, where all of it is there."""
        if self._check is not None:
            return
        found = check_of(
            {
                self._desk.number_of(opened): opened.check
                for opened in self._place.session.documents
                if opened.check is not None and opened.page is not None
            }
        )
        if found is not None:
            self._check, before = found
            self._drawn |= before
            self._know_pages()

    def _know_pages(self) -> None:
        for opened in self._place.session.documents:
            self._numbers[opened] = self._desk.number_of(opened)

    def end(self) -> None:
        """Stop asking; what was found so far still counts."""
        if self._is_running:
            self._is_running = False
            self._estimate()
            self.ended.emit()

    def answer(self, character: str = "", *, removes: bool = False) -> None:
        """Answer what the letter is, that there is none, or else that it was read right.

        Where there is none the box goes, and the letter counts as read wrong.
        """
        place = self._asked()
        if place is not None and self._answers.give([place], character, removes=removes):
            self._ask()

    def _result(self) -> CheckResult | None:
        return None if self._check is None else assess(self._check, self._desk.pages())

    def _asked(self) -> LetterPlace | None:
        """Return the letter that is asked about; None, but ask again, where its page is not shown.

        Nobody answers what is not in sight.
        """
        result = self._result()
        place = None if result is None else result.next
        if place is None or place.page == self._desk.shown:
            return place
        self._ask()
        return None

    def _ask(self) -> None:
        """Show the letter to be answered now, on its page and in the panel."""
        result = self._result()
        question = None
        if result is not None:
            question = question_drawn(result, self._desk.pages(), self._pictures)
        if result is None or result.next is None or question is None:
            self.end()
            return
        self._desk.show(result.next)
        self._panel.set_question(question)
        self._panel.take_keyboard()
        self._estimate()

    def _note_change(self) -> None:
        """Ask again after an edit from elsewhere, such as undo."""
        self._later.start()

    def _note_opened(self, opened: OpenDocument) -> None:
        """Know the letters again that were drawn on a page that is put back: it has a new number.

        Where another check was drawn meanwhile, the page brings no check back that would know them.
        """
        before = self._numbers.get(opened)
        if before is not None:
            self._numbers[opened] = number = self._desk.number_of(opened)
            drawn = [place for place in self._drawn if place.page == before]
            self._drawn |= {place._replace(page=number) for place in drawn}
        self._note_change()

    def _note_closed(self, opened: OpenDocument) -> None:
        """Forget a check whose letters are gone: what is left is no sample of what was drawn.

        A page that is put back brings it back. Which letters were drawn is kept of a check that was
        answered to the end.
        """
        pages = {page.number: page.page for page in self._desk.pages()}
        if self._check is not None and any(p.page not in pages for p in self._check.read):
            if opened.page is not None and opened in self._numbers:
                pages[self._numbers[opened]] = opened.page
            if is_answered(self._check, pages):
                self._drawn |= frozenset(self._check.drawn)
            self.end()
            self._check = None
        self._later.start()

    def _estimate(self) -> None:
        """Tell both estimates, if anybody can see them."""
        self._later.stop()
        self._recall()
        if not self._panel.is_seen:
            return
        self._expect()
        result = self._result()
        self._panel.estimate.set_result(result, is_checking=self._is_running)
        if self._is_running and result is not None and self._panel.question is not None:
            if result.next is None:
                self.end()
            elif self._panel.question.key != ("drawn", result.next):
                self._ask()

    def _expect(self) -> None:
        """Find how many letters are wrong by what the reader says itself, in a worker."""
        if self._task is not None:
            self._task.cancel()
        if not self._place.window.isVisible():  # it was closed, and no task may outlive it
            return
        steps = expect_errors(self._desk.pages(), self.unknown)
        self._task = self._place.tasks.create(steps)
        self._task.succeeded.connect(self._take_expected)
        self._task.start()

    def _take_expected(self, result: object) -> None:
        self._task = None
        self._panel.estimate.set_expected(cast("ExpectedErrors", result))
