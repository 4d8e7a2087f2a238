"""Draws the line of doubt where the errors that a person accepts put it, and tells what follows."""

from collections.abc import Collection, Generator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget

from ocrdesk.services.doubt_line import DoubtLine, doubt_line, parts_alike
from ocrdesk.services.own_reliability import (
    KnownLetters,
    OwnReliability,
    correction_by,
    known_letters,
    own_reliability,
)
from ocrdesk.services.progress import Progress
from ocrdesk.services.review import DOUBTFUL_BELOW
from ocrdesk.services.review_pages import LetterPlace, ReviewPage, believable
from ocrdesk.services.settings import Settings
from ocrdesk.ui.appearance import DOUBT
from ocrdesk.ui.controllers.checking import CheckingController
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.estimate_strip import ASKED
from ocrdesk.ui.views.reliability_dialog import ReliabilityDialog

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

_PAUSE_MS = 500  # after the last edit


class AcceptingController(QObject):
    """Follows the choice, the pages and what was confirmed; what is to be checked follows it.

    The line stays where it is as long as another would leave the same letters unchecked.
    """

    def __init__(
        self,
        workplace: Workplace,
        desk: ReviewDesk,
        checking: CheckingController,
        dock: QDockWidget,
    ) -> None:
        super().__init__(dock)
        self._place = workplace
        self._session = workplace.session
        self._desk = desk
        self._checking = checking
        self._strip = workplace.views.review.doubt
        self._dialog: ReliabilityDialog | None = None
        self._task: Task | None = None
        self._own_letters = 0
        DOUBT.below = DOUBTFUL_BELOW
        self._later = pause_before(self.refresh, self, _PAUSE_MS)
        self._tell_soon = pause_before(self._tell, self)
        session = self._session
        for signal in (session.page_changed, session.document_updated, session.document_opened):
            signal.connect(self._follow)
        session.document_closed.connect(self._follow)
        checking.ended.connect(self._later.start)
        checking.unknown_changed.connect(self._follow)
        dock.visibilityChanged.connect(self._tell_soon.start)
        workplace.settings.listen(self._follow_settings)
        self._strip.accepted.connect(self._accept)
        self._strip.reliability_requested.connect(self.open)
        self._strip.set_target(self._target)
        self._tell()

    @property
    def is_settled(self) -> bool:
        """Tell whether the line lies where it belongs."""
        return self._task is None and not self._later.isActive()

    @property
    def _target(self) -> float:
        return float(self._place.settings.settings.errors_accepted or 0)

    def open(self) -> None:
        """Show how far the probabilities can be believed."""
        if self._dialog is None:
            self._dialog = ReliabilityDialog(self._place.window)
            self._dialog.check_requested.connect(self._check)
        self._dialog.show()
        self._dialog.activateWindow()
        self.refresh()

    def _check(self) -> None:
        self._place.window.activateWindow()
        self._checking.begin(ASKED)

    def _accept(self, target: float) -> None:
        self._place.settings.set(errors_accepted=f"{target:g}" if target else "")

    def _follow_settings(self, before: Settings, after: Settings) -> None:
        if before.errors_accepted != after.errors_accepted:
            self._strip.set_target(self._target)
            self.refresh()

    def _follow(self) -> None:
        """Count at once what is left to check; where the line lies is found after a while."""
        self._tell_soon.start()
        if self._target or self._is_open:
            self._later.start()

    @property
    def _is_open(self) -> bool:
        return self._dialog is not None and self._dialog.isVisible()

    def refresh(self) -> None:
        """Find the line anew, in a worker."""
        self._later.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if not self._place.window.isVisible():  # it was closed, and no task may outlive it
            return
        checking = self._checking
        asked = _Asked(self._desk.pages(), checking.drawn, checking.unknown, self._target)
        steps = _judged(asked, DOUBT.below)
        self._task = self._place.tasks.create(steps)
        self._task.succeeded.connect(self._take)
        raise_error = self._place.notices.raise_error
        self._task.failed.connect(partial(raise_error, doing=tr("Finding what to check")))
        self._task.start()

    def _take(self, result: object) -> None:
        self._task = None
        judged = cast("_Judged", result)
        self._own_letters = judged.own_letters if judged.line.is_corrected else 0
        if judged.moves:
            self._draw(judged.line.below)
        if self._is_open:
            self._show_reliability(judged)
        self._tell()

    def _draw(self, below: float) -> None:
        """Let doubt begin elsewhere: marks, counts and questions follow."""
        DOUBT.below = below
        for opened in self._session.all_documents:
            opened.count_letters()
        self._place.views.review.grid.viewport().update()
        self._session.doubt_moved.emit()

    def _show_reliability(self, judged: "_Judged") -> None:
        if self._dialog is not None:
            self._dialog.show_reliability(judged.known, judged.found)
            self._dialog.checker.setEnabled(any(d.tally.letters for d in self._session.documents))

    def _tell(self) -> None:
        """Say how many letters are left to check, on all pages."""
        left = sum(opened.tally.doubtful for opened in self._session.documents)
        self._strip.tell(left, DOUBT.below, self._own_letters)


class _Asked(NamedTuple):
    """What a line follows from; the probabilities of pages in ``unknown`` tell nothing."""

    pages: Sequence[ReviewPage]
    drawn: Collection[LetterPlace]
    unknown: Collection[int]
    target: float


class _Judged(NamedTuple):
    """What is known, the line that follows, and whether other letters are doubtful by it.

    ``own_letters`` are those of the known ones that may correct the line.
    """

    known: KnownLetters
    found: OwnReliability | None
    line: DoubtLine
    moves: bool
    own_letters: int = 0


def _judged(asked: _Asked, below: float) -> Generator[Progress, None, _Judged]:
    yield Progress("Estimating", 0.0)
    known = known_letters(asked.pages, asked.drawn)
    found = own_reliability(known)
    yield Progress("Estimating", 0.3)
    pages = believable(asked.pages, asked.unknown)
    if not asked.target or not any(page.page.glyphs for page in pages):
        return _Judged(known, found, DoubtLine(DOUBTFUL_BELOW, 0, 0.0), below != DOUBTFUL_BELOW)
    own = known_letters(pages, asked.drawn)
    correction = correction_by(own)
    yield Progress("Estimating", 0.6)
    line = doubt_line(pages, asked.target, correction)
    yield Progress("Estimating", 0.9)
    moves = not parts_alike(pages, line.below, below)
    return _Judged(known, found, line, moves, own.count)
