"""Learning a hand from corrections: a worker learns and reads again, a person steps through."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.services.learning import LaidPage, Learnt, learn
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers import rereading
from ocrdesk.ui.controllers.joint_undo import Done, undo_name, undo_together
from ocrdesk.ui.controllers.learnt_words import changes_elsewhere, named, pages_told, tested
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.turns import in_next_turn

if TYPE_CHECKING:
    from ocrdesk.page.history import Step
    from ocrdesk.ui.tasks import Task

TOPIC = "learn"
FEWEST = 20
"""Confirmed letters from which on a hand is learnt by itself: fewer change little, and guess."""
_PAUSE_MS = 1500  # after the last correction: whoever is typing is not interrupted


@dataclass(frozen=True, slots=True)
class _Changed:
    """A letter that is read otherwise since a hand was learnt."""

    opened: OpenDocument
    glyph_id: int
    before: str


class LearningController(QObject):
    """Learns on demand, or by itself some time after a correction if a person wants that."""

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._reading = reading
        self._task: Task | None = None
        self._taught: tuple[OpenDocument, ...] = ()
        self._changed: list[_Changed] = []
        self._done: list[tuple[OpenDocument, Step]] = []  # what was learnt for each page
        self._is_held = self._is_wanted = self._is_renewing = False
        self._pause = pause_before(self._learn_by_itself, self, _PAUSE_MS)
        workplace.actions["learn_hand"].triggered.connect(self.learn)
        by_itself = workplace.actions["learns_by_itself"]
        by_itself.setChecked(workplace.settings.settings.learns_by_itself)
        by_itself.toggled.connect(self._choose)
        workplace.session.page_changed.connect(self._notice_correction)
        workplace.views.progress.cancel_requested.connect(self.stop)

    @property
    def is_learning(self) -> bool:
        """Whether a worker learns, or some pages still wait for their new reading."""
        return self._task is not None or self._is_renewing

    def learn(self) -> None:
        """Learn the confirmed letters of the open pages that are read as the one that is shown.

        Pages with another reader are in another hand. The ink of all has to be known.
        """
        self.stop()
        if self._is_held:
            self._is_wanted = True
            return
        laid = {
            opened: LaidPage(opened.page, opened.layout)
            for opened in self._place.session.documents
            if opened.page is not None and opened.layout is not None
        }
        self._taught = tuple(opened for opened in self._of_this_hand() if opened in laid)
        pages = [laid[opened] for opened in self._taught]
        others = [page for opened, page in laid.items() if opened not in self._taught]
        steps = learn(
            self._reading.model,
            self._reading.recognizer,
            pages,
            others=others,
            first_name=tr("My hand"),
        )
        task = self._place.tasks.create(steps)
        task.reported.connect(self._show_progress)
        task.succeeded.connect(self._take)
        task.failed.connect(self._fail)
        if self._reading.busy is None:
            self._place.views.progress.start(tr("Learning your hand"))
        self._task = task
        task.start()

    def hold(self) -> None:
        """Begin to learn only after `release`: a hand is about to have another name, or none."""
        self._is_held = True

    def release(self) -> None:
        """Learn by the names that hands have now, if that was asked for meanwhile."""
        self._is_held = False
        if self._is_wanted:
            self.learn()

    def _of_this_hand(self) -> list[OpenDocument]:
        """Return the pages whose reader is that of the page that is shown."""
        choice = self._reading.arrivals.choice
        pages = self._place.session.documents
        return [opened for opened in pages if choice.of(opened) == self._reading.model]

    def stop(self) -> None:
        """Leave off learning; nothing of it arrives any more."""
        self._pause.stop()
        self._is_wanted = False
        if self._task is not None:
            self._task.cancel()
            self._end()

    def _end(self) -> None:
        self._task = None
        if self._reading.busy is None:
            self._place.views.progress.finish()

    def _choose(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._place.settings.set(learns_by_itself=wanted)
        if not wanted:
            self._pause.stop()

    def _notice_correction(self, opened: OpenDocument, change: Change) -> None:
        """Wait for a pause in typing, then learn, if a person wants that."""
        page = opened.page
        if page is None or not self._place.settings.settings.learns_by_itself:
            return
        if any(
            glyph_id in page and page.glyph(glyph_id).is_confirmed for glyph_id in change.glyph_ids
        ):
            self._pause.start()

    def _learn_by_itself(self) -> None:
        confirmed = sum(opened.tally.confirmed for opened in self._of_this_hand())
        if confirmed >= FEWEST and self._reading.busy is None:
            self.learn()

    def _changed_here(self) -> list[_Changed]:
        """Return what changed on open pages; a page that was put back counts again."""
        here = set(self._place.session.documents)
        return [one for one in self._changed if one.opened in here]

    def _show_progress(self, report: Progress) -> None:
        if self._reading.busy is None:
            self._place.views.progress.set_progress(report.stage, report.fraction)

    def _fail(self, error: Exception) -> None:
        self._end()
        self._place.notices.raise_error(error, doing=tr("Learning your hand"), topic=TOPIC)

    def _take(self, result: object) -> None:
        """Read with what was learnt from now on, and show what it changed."""
        self._end()
        learnt = cast("Learnt", result)
        if learnt.adaptation.refusal:
            self._refuse(learnt)
            return
        self._reading.arrivals.choice.give(learnt.reader.name, self._taught)
        self._reading.keep(learnt.reader)
        self._changed, self._done = [], []
        self._renew_next(learnt, list(zip(self._taught, learnt.pages, strict=True)))

    def _renew_next(self, learnt: Learnt, left: list[tuple[OpenDocument, Page]]) -> None:
        """Renew one page in each turn of the event loop: many large ones would stall the window."""
        self._is_renewing = False
        while left:
            opened, read = left.pop(0)
            if opened in self._place.session.documents and opened.page is not None:
                self._renew(opened, opened.page, read, learnt.reader)
                break
        if left:
            self._is_renewing = True  # they are to know the hand by the name it has now
            in_next_turn(partial(self._renew_next, learnt, left), self)
        else:
            self._tell(learnt)

    def _refuse(self, learnt: Learnt) -> None:
        self._place.notices.raise_notice(
            Notice(
                tr("Nothing was learnt, because it would not read better. {refusal}").format(
                    refusal=said(learnt.adaptation.refusal)
                ),
                tr("All is read as before. Check what you confirmed, or confirm more letters."),
                NoticeLevel.WARNING,
                topic=TOPIC,
            )
        )

    def _renew(
        self, opened: OpenDocument, before: Page, read: Page, recognizer: Recognizer
    ) -> None:
        """Give a page its reading as one step; remember which letters look different."""
        after, change = rereading.edit_for(before, read, name="")(before)
        changed = [
            _Changed(opened, glyph.id, glyph.character)
            for glyph in before.glyphs
            if after.glyph(glyph.id).character != glyph.character
        ]
        change = replace(change, name=named(len(changed)))
        readers = opened.take_reader(recognizer), recognizer.name
        session = self._place.session
        if session.apply(lambda _: (after, change), opened=opened, readers=readers) is not None:
            self._done.append((opened, opened.past.steps.done[-1]))
        self._changed += changed

    def _tell(self, learnt: Learnt) -> None:
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
                on_action=partial(self._show, 0) if count else None,
            )
        )

    def _changes_elsewhere(self) -> str:
        """Return what changed on pages that are not shown."""
        here = self._place.session.current
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
        confirmed = [d for d in self._place.session.documents if d.tally.confirmed]
        taught = sum(opened in self._taught for opened in confirmed)
        return pages_told(taught, len(confirmed) - taught)

    def _raise(self, notice: Notice) -> None:
        """Tell what was learnt or changed, with a way back on all pages that it was learnt for."""
        # what was taken out may be put back
        self._done = [one for one in self._done if not one[0].is_discarded]
        if self._done and self._changed_here():
            undo = partial(self._undo, tuple(self._done))
            notice = replace(notice, undo=undo_name(self._done), on_undo=undo)
        self._place.notices.raise_notice(replace(notice, topic=TOPIC))

    def _undo(self, done: Done) -> None:
        self._place.notices.withdraw(TOPIC)
        undo_together(done, self._place.session, self._place.notices, topic=TOPIC)

    def _show(self, place: int) -> None:
        """Go to one of the letters that changed, and offer the next."""
        changed = [one for one in self._changed_here() if one.glyph_id in (one.opened.page or ())]
        if place >= len(changed):
            return
        shown = changed[place]
        self._place.session.show(shown.opened)
        self._place.session.select(shown.glyph_id)
        is_last = place + 1 == len(changed)
        page = self._place.session.page
        after = page.glyph(shown.glyph_id).character if page is not None else ""
        self._raise(
            Notice(
                tr("Changed letter {place} of {count}: {before} → {after}").format(
                    place=place + 1, count=len(changed), before=shown.before, after=after
                ),
                action="" if is_last else tr("Show Next"),
                on_action=None if is_last else partial(self._show, place + 1),
            )
        )
