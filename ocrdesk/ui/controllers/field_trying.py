"""Tries fields on a page or on letters of it in a worker, one at a time: only the last wish."""

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from ocrdesk.errors import UsageError
from ocrdesk.services.field_trial import FieldTrial, field_trial
from ocrdesk.services.fields import Field
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.field_work import try_on_page
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

Letters = frozenset[int]
"""What a field is tried on; no letters mean the whole page."""


def not_ready() -> UsageError:
    """Return why letters cannot be read by a field while nobody knows their ink."""
    return UsageError(
        "These letters cannot be read by a field yet.",
        advice="Wait until the page has been opened and read.",
    )


class FieldTries(QObject):
    """Knows the letters of the last try, which were looked at once.

    ``found`` carries what was tried (`field_work.Tried`), ``failed`` why it could not be,
    ``progressed`` how far it is.
    """

    found = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)

    def __init__(
        self,
        workplace: Workplace,
        editing: Editing,
        reading: ReadingController,
        opened: OpenDocument,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._editing, self._reading = workplace.tasks, editing, reading
        self._opened = opened
        self._task: Task | None = None
        self._trial: FieldTrial | None = None
        self._looked_at: Letters = frozenset()  # by what runs
        self._wish: list[Field | None] = []

    def prepare(self, letters: Letters) -> None:
        """Look at letters already, so that the first field is tried sooner."""
        page, reader = self._opened.page, self._editing.reader
        if not letters or self._looked_at == letters or self._is_ready(letters):
            return
        if page is None or reader is None:
            self.failed.emit(not_ready())
            return
        steps = field_trial(page, reader.layout, reader.recognizer, letters)
        self._start(steps, self._take_trial)
        self._looked_at = letters

    def try_on(self, letters: Letters, field: Field | None) -> None:
        """Try a field, or none, on letters or on the whole page."""
        self._wish.clear()
        reading, opened = self._reading, self._opened
        if not letters and (opened.image is None or opened.page is None):
            self.failed.emit(not_ready())
        elif not letters:
            reader, name = reading.recognizer_of(opened), reading.arrivals.choice.of(opened)
            self._start(try_on_page(opened, reader, name, field), self._take)
        elif self._trial is not None and self._is_ready(letters):
            self._start(self._trial.reading(field), self._take)
        else:
            self._wish.append(field)
            self.prepare(letters)

    def forget(self) -> None:
        """Let no older try be found any more; letters go on being looked at."""
        self._wish.clear()
        if not self._looked_at:
            self.stop()

    def stop(self) -> None:
        """Try nothing any more."""
        if self._task is not None:
            self._task.cancel()
        self._task, self._looked_at = None, frozenset()

    def _is_ready(self, letters: Letters) -> bool:
        trial = self._trial
        return trial is not None and trial.ids == letters and trial.page is self._opened.page

    def _start(
        self, steps: Generator[Progress, None, object], done: Callable[[object], None]
    ) -> None:
        self.stop()
        task = self._tasks.create(steps)
        task.reported.connect(self._report)
        task.succeeded.connect(done)
        task.failed.connect(self._fail)
        self._task = task
        task.start()

    def _report(self, report: Progress) -> None:
        self.progressed.emit(report.fraction)

    def _take_trial(self, result: object) -> None:
        self._task, self._looked_at = None, frozenset()
        self._trial = cast("FieldTrial", result)
        if self._wish:
            self._start(self._trial.reading(self._wish.pop()), self._take)

    def _take(self, result: object) -> None:
        self._task = None
        self.found.emit(result)

    def _fail(self, error: Exception) -> None:
        self._task, self._looked_at = None, frozenset()
        self._wish.clear()
        self.failed.emit(error)
