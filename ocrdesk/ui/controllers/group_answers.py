"""Answers that settle letters on several pages at once: one named step in each page's history."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from ocrdesk.errors import EditError
from ocrdesk.page import several
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.page.history import Step
from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import Edit, OpenDocument
from ocrdesk.ui.translation import tr

EditOfLetters = Callable[[Page, Sequence[int]], tuple[Page, Change]]

TOPIC = "group"


class GroupAnswers:
    """Confirms or labels letters wherever they are.

    Each page keeps its own history, so an answer that touches several is a step on each, and its
    name says so. A notice offers to undo them together.
    """

    def __init__(self, workplace: Workplace, editing: Editing, desk: ReviewDesk) -> None:
        self._session = workplace.session
        self._notices = workplace.notices
        self._editing = editing
        self._desk = desk
        self._offered: list[tuple[OpenDocument, Step]] = []  # to be undone together
        self._session.page_changed.connect(self._follow)

    def label(self, places: Iterable[LetterPlace], character: str) -> bool:
        """Give letters a character; tell whether anything changed."""
        told = partial(
            tr("Set {letters} letters on {pages} pages to “{character}”.").format,
            character=self._editing.fold(character),
        )
        return self._apply(places, partial(self._labelled, character), told)

    def confirm(self, places: Iterable[LetterPlace]) -> bool:
        """Confirm letters as they were read; tell whether anything changed."""
        return self._apply(
            places, lambda _: _confirmed, tr("Confirmed {letters} letters on {pages} pages.").format
        )

    def _apply(
        self,
        places: Iterable[LetterPlace],
        edit_of: Callable[[OpenDocument], EditOfLetters],
        told: Callable[..., str],
    ) -> bool:
        by_page: dict[int, list[int]] = defaultdict(list)
        for place in places:
            by_page[place.page].append(place.glyph_id)
        pages = [(opened, ids) for n, ids in by_page.items() if (opened := self._desk.opened(n))]
        done: list[tuple[OpenDocument, Step]] = []
        letters = 0
        try:
            for number, (opened, ids) in enumerate(pages, start=1):
                edit = edit_of(opened)
                step: Edit = partial(_named, edit=edit, ids=ids, place=number, count=len(pages))
                change = self._session.apply(step, opened=opened)
                if change is not None:
                    done.append((opened, opened.past.steps.done[-1]))
                    letters += len(change.glyph_ids)
        except EditError as error:
            self._editing.refuse(error.message, error.advice)
        else:
            self._notices.withdraw("edit", TOPIC)
        self._offered = done if len(done) > 1 else []
        if len(done) > 1:
            text, undo = told(letters=letters, pages=len(done)), partial(self._undo, done)
            notice = Notice(text, action=tr("Undo All"), on_action=undo, topic=TOPIC)
            self._notices.raise_notice(notice)
        return bool(done)

    def _labelled(self, character: str, opened: OpenDocument) -> EditOfLetters:
        """Return the edit that sets letters of a page, in the case that its own reader knows."""
        return partial(_labelled, self._editing.fold(character, opened))

    def _follow(self) -> None:
        """Offer nothing any more once all is undone, or other steps came after each."""
        if self._offered and not any(_is_last(step, opened) for opened, step in self._offered):
            self._offered = []
            self._notices.withdraw(TOPIC)

    def _undo(self, done: Sequence[tuple[OpenDocument, Step]]) -> None:
        """Undo the step on every page where it still is the last one."""
        self._notices.withdraw(TOPIC)
        for opened, step in done:
            if opened in self._session.documents and _is_last(step, opened):
                opened.history.undo()


def _is_last(step: Step, opened: OpenDocument) -> bool:
    """Tell whether a step is the last one done on a page; another answer may have its name."""
    last = opened.past.steps.done[-1:]
    return bool(last) and last[0] is step


def _labelled(character: str, page: Page, ids: Sequence[int]) -> tuple[Page, Change]:
    return several.set_corrections(page, ids, character)


def _confirmed(page: Page, ids: Sequence[int]) -> tuple[Page, Change]:
    return several.confirm_all(page, ids)


def _named(
    page: Page, *, edit: EditOfLetters, ids: Sequence[int], place: int, count: int
) -> tuple[Page, Change]:
    """Make an edit of those letters that are still there; of several pages it names the place."""
    after, change = edit(page, [glyph_id for glyph_id in ids if glyph_id in page])
    if count > 1:
        change = replace(change, name=f"{change.name} ({place} of {count} pages)")
    return after, change
