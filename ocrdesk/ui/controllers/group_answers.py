"""Answers that settle letters on several pages at once: one named step in each page's history."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ocrdesk.errors import EditError
from ocrdesk.page import several
from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import Page
from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.given_answers import GivenAnswers
from ocrdesk.ui.controllers.joint_undo import Done, is_last, undo_name, undo_together
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import Edit, OpenDocument
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.page.history import Step

EditOfLetters = Callable[[Page, Sequence[int]], tuple[Page, Change]]
_Told = Callable[[int, Sequence[OpenDocument]], str]  # of how many letters on which pages

TOPIC = "group"


class GroupAnswers:
    """Confirms or labels letters wherever they are.

    Each page keeps its own history, so an answer that touches several is a step on each, and its
    name says so. A notice tells of what changed out of sight, and offers to undo all of it.
    """

    def __init__(self, workplace: Workplace, editing: Editing, desk: ReviewDesk) -> None:
        self._session = workplace.session
        self._notices = workplace.notices
        self._place = workplace
        self._editing = editing
        self._desk = desk
        self.given = GivenAnswers()
        self._offered: list[tuple[OpenDocument, Step]] = []  # to be undone together
        self._session.page_changed.connect(self._follow)

    def give(
        self, places: Iterable[LetterPlace], character: str = "", *, removes: bool = False
    ) -> bool:
        """Remove letters, give them a character, or else confirm them; tell if anything changed."""
        if removes:
            return self.remove(places)
        return self.label(places, character) if character else self.confirm(places)

    def label(self, places: Iterable[LetterPlace], character: str) -> bool:
        """Give letters a character; tell whether anything changed."""
        label = self._editing.fold(character)

        def told(letters: int, pages: Sequence[OpenDocument]) -> str:
            if len(pages) > 1:
                text = tr("Set {letters} letters on {pages} pages to “{character}”.")
                return text.format(letters=letters, pages=len(pages), character=label)
            text = tr("Set %n letters on “{page}” to “{character}”.", None, letters)
            return text.format(page=pages[0].title, character=label)

        return self._apply(places, partial(self._labelled, character), told)

    def confirm(self, places: Iterable[LetterPlace]) -> bool:
        """Confirm letters as they were read; tell whether anything changed."""

        def told(letters: int, pages: Sequence[OpenDocument]) -> str:
            if len(pages) > 1:
                text = tr("Confirmed {letters} letters on {pages} pages.")
                return text.format(letters=letters, pages=len(pages))
            text = tr("Confirmed %n letters on “{page}”.", None, letters)
            return text.format(page=pages[0].title)

        return self._apply(places, lambda _: _confirmed, told)

    def remove(self, places: Iterable[LetterPlace]) -> bool:
        """Remove letters, as there are none in their boxes; tell whether anything changed."""

        def told(letters: int, pages: Sequence[OpenDocument]) -> str:
            if len(pages) > 1:
                text = tr("Deleted {letters} letters on {pages} pages.")
                return text.format(letters=letters, pages=len(pages))
            text = tr("Deleted %n letters on “{page}”.", None, letters)
            return text.format(page=pages[0].title)

        return self._apply(places, lambda _: _removed, told)

    def _apply(
        self,
        places: Iterable[LetterPlace],
        edit_of: Callable[[OpenDocument], EditOfLetters],
        told: _Told,
    ) -> bool:
        pages = self._by_page(places)
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
                    self._note(opened, change)
        except EditError as error:
            self._editing.refuse(error.message, error.advice)
        else:
            self._notices.withdraw("edit", TOPIC)
        changed = [opened for opened, _ in done]
        self._offered = done if changed not in ([], [self._session.current]) else []
        if self._offered:
            self._tell(told(letters, changed), done)
        return bool(done)

    def _note(self, opened: OpenDocument, change: Change) -> None:
        """Remember what was answered, to be told when nothing is left to ask."""
        page, on = opened.page or (), self._desk.number_of(opened)
        self.given.note(LetterPlace(on, i) for i in change.glyph_ids if i in page)
        self.given.note_removed(LetterPlace(on, i) for i in change.glyph_ids if i not in page)

    def _by_page(self, places: Iterable[LetterPlace]) -> Sequence[tuple[OpenDocument, list[int]]]:
        """Return the pages of letters with the letters of each; a page may be closed by now."""
        by_page: Mapping[int, list[int]] = defaultdict(list)
        for place in places:
            by_page[place.page].append(place.glyph_id)
        return [(opened, ids) for n, ids in by_page.items() if (opened := self._desk.opened(n))]

    def _tell(self, text: str, done: Done) -> None:
        """Offer to undo what changed out of sight, where the usual key goes back on no page."""
        is_one = len(done) == 1
        advice = tr("{keys} undoes it on the page that is shown; the others stay.")
        if is_one:
            advice = tr("{keys} undoes it only while that page is shown.")
        notice = Notice(
            text,
            advice.format(keys=self._place.actions.keys_of("undo")),
            action=undo_name(done),
            on_action=partial(self._undo, done),
            topic=TOPIC,
        )
        self._notices.raise_notice(notice)

    def _labelled(self, character: str, opened: OpenDocument) -> EditOfLetters:
        """Return the edit that sets letters of a page, in the case that its own reader knows."""
        return partial(_labelled, self._editing.fold(character, opened))

    def _follow(self) -> None:
        """Offer nothing any more once all is undone, or other steps came after each."""
        if self._offered and not any(is_last(step, opened) for opened, step in self._offered):
            self._offered = []
            self._notices.withdraw(TOPIC)

    def _undo(self, done: Done) -> None:
        self._offered = []
        self._notices.withdraw(TOPIC)
        undo_together(done, self._place, topic=TOPIC)


def _labelled(character: str, page: Page, ids: Sequence[int]) -> tuple[Page, Change]:
    return several.set_corrections(page, ids, character)


def _confirmed(page: Page, ids: Sequence[int]) -> tuple[Page, Change]:
    return several.confirm_all(page, ids)


def _removed(page: Page, ids: Sequence[int]) -> tuple[Page, Change]:
    return several.delete_all(page, ids) if ids else (page, NOTHING)


def _named(
    page: Page, *, edit: EditOfLetters, ids: Sequence[int], place: int, count: int
) -> tuple[Page, Change]:
    """Make an edit of those letters that are still there; of several pages it names the place."""
    after, change = edit(page, [glyph_id for glyph_id in ids if glyph_id in page])
    if count > 1:
        change = replace(change, name=f"{change.name} ({place} of {count} pages)")
    return after, change
