"""Tells what a hand changed that was learnt, shows each such letter, and takes all of it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ocrdesk.services.learning import Learnt
from ocrdesk.ui.controllers.joint_undo import Done, undo_name, undo_together
from ocrdesk.ui.controllers.learnt_words import changes_elsewhere, pages_told, tested
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.page.history import Step

TOPIC = "learn"


@dataclass(frozen=True, slots=True)
class Changed:
    """A letter that is read otherwise since a hand was learnt."""

    opened: OpenDocument
    glyph_id: int
    before: str


class LearntStory:
    """What the last learning did: ``taught`` are the pages it learnt from and read again."""

    def __init__(self, workplace: Workplace) -> None:
        self._session = workplace.session
        self._notices = workplace.notices
        self._place = workplace
        self.taught: tuple[OpenDocument, ...] = ()
        self._without_ink = 0
        self.changed: list[Changed] = []
        self._done: list[tuple[OpenDocument, Step]] = []  # what was learnt for each page

    def begin(self, taught: Sequence[OpenDocument], without_ink: int) -> None:
        """Know which pages are to teach, and how many cannot, as their ink did not come."""
        self.taught, self._without_ink = tuple(taught), without_ink

    def begin_changes(self) -> None:
        """Forget what an earlier learning changed, which could be shown until now."""
        self.changed, self._done = [], []

    def note_step(self, opened: OpenDocument) -> None:
        """Know that the last step of a page is what was learnt."""
        self._done.append((opened, opened.past.steps.done[-1]))

    def _changed_here(self) -> list[Changed]:
        """Return what changed on open pages; a page that was put back counts again."""
        here = set(self._session.documents)
        return [one for one in self.changed if one.opened in here]

    def tell(self, learnt: Learnt) -> None:
        """Say what changed, with a way to step through it."""
        count = len(self._changed_here())
        told = tr("“{name}” learnt from %n letters:", None, learnt.letters)
        told = told.format(name=learnt.reader.name) + " "
        told += tr("%n letters changed.", None, count) if count else tr("no letter changed.")
        characters = " ".join(learnt.adaptation.grown)
        if characters:
            told += " " + tr("It reads {characters} now.").format(characters=characters)
        others = self._changes_elsewhere()
        told += f" {others}" if others else ""
        self._raise(
            Notice(
                told,
                " ".join(
                    filter(None, (tested(learnt), self._way_back(others), self._pages_told()))
                ),
                NoticeLevel.SUCCESS,
                action=tr("Show Them") if count else "",
                on_action=partial(self.show, 0) if count else None,
            )
        )

    def _changes_elsewhere(self) -> str:
        """Return what changed on pages that are not shown."""
        here = self._session.current
        return changes_elsewhere(
            (one.opened.title, one.before, one.opened.page.glyph(one.glyph_id).character)
            for one in self._changed_here()
            if one.opened is not here and one.opened.page is not None
        )

    def _way_back(self, others: str) -> str:
        """Return how to undo what changed, on ``others`` too."""
        if not self._changed_here():
            return ""
        undo = tr("Undo takes the changes of a page back in one step.")
        if not others:
            return undo
        own = tr("If another person wrote a page, show it and undo: its reader comes back, too.")
        return f"{undo} {own}"

    def _pages_told(self) -> str:
        """Return on how many pages the letters stand, and how many have letters of others."""
        confirmed = [d for d in self._session.documents if d.tally.confirmed]
        taught = sum(opened in self.taught for opened in confirmed)
        left_out = len(confirmed) - taught - self._without_ink
        return pages_told(taught, max(left_out, 0), self._without_ink)

    def _raise(self, notice: Notice) -> None:
        """Tell what was learnt or changed, with a way back on all pages that it was learnt for."""
        # what was taken out may be put back
        self._done = [one for one in self._done if not one[0].is_discarded]
        if self._done and self._changed_here():
            undo = partial(self._undo, tuple(self._done))
            notice = replace(notice, undo=undo_name(self._done), on_undo=undo)
        self._notices.raise_notice(replace(notice, topic=TOPIC))

    def _undo(self, done: Done) -> None:
        self._notices.withdraw(TOPIC)
        undo_together(done, self._place, topic=TOPIC)

    def show(self, place: int) -> None:
        """Go to one of the letters that changed, and offer the next."""
        changed = [one for one in self._changed_here() if one.glyph_id in (one.opened.page or ())]
        if place >= len(changed):
            return
        shown = changed[place]
        self._session.show(shown.opened)
        self._session.select(shown.glyph_id)
        is_last = place + 1 == len(changed)
        page = self._session.page
        after = page.glyph(shown.glyph_id).character if page is not None else ""
        self._raise(
            Notice(
                tr("Changed letter {place} of {count}: {before} → {after}").format(
                    place=place + 1, count=len(changed), before=shown.before, after=after
                ),
                action="" if is_last else tr("Show Next"),
                on_action=None if is_last else partial(self.show, place + 1),
            )
        )
