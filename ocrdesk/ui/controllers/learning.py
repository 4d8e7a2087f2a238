"""Learning a hand from corrections: a worker learns and reads again, a person steps through."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.services.learning import Learnt, learn
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers import rereading
from ocrdesk.ui.controllers.learnt_story import TOPIC, Changed, LearntStory
from ocrdesk.ui.controllers.learnt_words import named
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.teaching_pages import TeachingPages
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.turns import in_next_turn

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

FEWEST = 20
"""Confirmed letters from which on a hand is learnt by itself: fewer change little, and guess."""
_PAUSE_MS = 1500  # after the last correction: whoever is typing is not interrupted


class LearningController(QObject):
    """Learns on demand, or by itself some time after a correction if a person wants that.

    What was demanded waits until the pages are read and their ink is known.
    """

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._reading = reading
        self._task: Task | None = None
        self._pages = TeachingPages(workplace.session, reading, self)
        self._pages.ready.connect(self._go_on)
        self._story = LearntStory(workplace)
        self._is_held = self._is_wanted = self._is_renewing = self._has_told_waiting = False
        self._pause = pause_before(self._learn_by_itself, self, _PAUSE_MS)
        workplace.actions["learn_hand"].triggered.connect(self.learn)
        by_itself = workplace.actions["learns_by_itself"]
        by_itself.setChecked(workplace.settings.settings.learns_by_itself)
        by_itself.toggled.connect(self._choose)
        workplace.session.page_changed.connect(self._notice_correction)
        workplace.views.progress.cancel_requested.connect(self.stop)
        workplace.actions.on("stop", self._stop_waiting)

    @property
    def is_learning(self) -> bool:
        """Whether a worker learns, or some pages still wait for their new reading."""
        return self._task is not None or self._is_renewing

    def learn(self) -> None:
        """Learn the confirmed letters of the open pages that are read as the one that is shown.

        The ink of all has to be known; until it is, a notice says that learning waits.
        """
        self.stop()
        self._is_wanted = True
        if count := self._pages.ask():
            self._tell_waiting(count)
        self._go_on()

    def _go_on(self) -> None:
        """Begin what is wanted, unless it has to wait for pages or for the name of a hand."""
        if self._is_wanted and not self._pages.is_waiting and self._pages.is_gone:
            self.stop()
        elif self._is_wanted and not self._pages.is_waiting and not self._is_held:
            self._is_wanted = False
            self._tell_no_more_waiting()
            self._begin()

    def _begin(self) -> None:
        laid, of_hand = self._pages.laid(), self._pages.of_this_hand()
        self._pages.forget()
        taught = [opened for opened in of_hand if opened in laid]
        without_ink = sum(o.tally.confirmed > 0 for o in of_hand if o not in laid)
        if without_ink and not any(opened.tally.confirmed for opened in taught):
            self._tell_without_ink(without_ink)
            return
        self._story.begin(taught, without_ink)
        steps = learn(
            self._pages.model,
            self._reading.recognizer,
            [laid[opened] for opened in taught],
            others=[page for opened, page in laid.items() if opened not in taught],
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
        self._go_on()

    def stop(self) -> None:
        """Leave off learning; nothing of it arrives any more."""
        self._pause.stop()
        self._pages.forget()
        self._tell_no_more_waiting()
        self._is_wanted = False
        if self._task is not None:
            self._task.cancel()
            self._end()

    def _stop_waiting(self) -> None:
        """Learn nothing where a person stops the reading that it waits for."""
        if self._is_wanted:
            self.stop()

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
        """Learn from the pages whose ink is known: to wait for others nobody has asked."""
        if self._is_wanted or self._reading.busy is not None:
            return
        self._pages.choose_hand()
        if sum(opened.tally.confirmed for opened in self._pages.of_this_hand()) >= FEWEST:
            self.stop()
            self._is_wanted = True
            self._go_on()

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
        self._reading.arrivals.choice.give(learnt.reader.name, self._story.taught)
        self._reading.keep(learnt.reader)
        self._story.begin_changes()
        self._renew_next(learnt, list(zip(self._story.taught, learnt.pages, strict=True)))

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
            self._story.tell(learnt)

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
            Changed(opened, glyph.id, glyph.character)
            for glyph in before.glyphs
            if after.glyph(glyph.id).character != glyph.character
        ]
        change = replace(change, name=named(len(changed)))
        readers = opened.take_reader(recognizer), recognizer.name
        session = self._place.session
        if session.apply(lambda _: (after, change), opened=opened, readers=readers) is not None:
            self._story.note_step(opened)
        self._story.changed += changed

    def _tell_no_more_waiting(self) -> None:
        """Leave what was told of an earlier learning; that can still be undone."""
        if self._has_told_waiting:
            self._has_told_waiting = False
            self._place.notices.withdraw(TOPIC)

    def _tell_waiting(self, count: int) -> None:
        self._has_told_waiting = True
        self._place.notices.inform(
            tr("Your hand will be learnt as soon as %n pages are ready.", None, count),
            tr("Go on correcting meanwhile; what you confirm until then is learnt, too."),
            topic=TOPIC,
        )

    def _tell_without_ink(self, count: int) -> None:
        self._place.notices.raise_notice(
            Notice(
                tr("Nothing was learnt, because the images of %n pages are missing.", None, count),
                tr("Show a page with confirmed letters to get its image back, then learn again."),
                NoticeLevel.WARNING,
                topic=TOPIC,
            )
        )
