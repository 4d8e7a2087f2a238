"""Recalls other hands before a hand is learnt, so that the first learning is as quick as others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ocrdesk.page.edits import Change
from ocrdesk.services.learning import recall_ahead
from ocrdesk.services.progress import gently
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

FEWEST = 5
"""Confirmed letters of a page from which on somebody may be about to have them learnt."""
_PAUSE_MS = 1000  # after the last correction: whoever is typing has the processor
_BETWEEN = 0.03  # seconds between two steps of some milliseconds


class RecallController(QObject):
    """Has a worker recall, a little at a time, while a person who corrects makes a pause.

    The next correction stops it; what it did so far is kept (`services.memory`). A failure is
    nobody's business yet: learning meets it again, and tells.
    """

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._reading = reading
        self._task: Task | None = None
        self._model = self._recalled_for = ""
        self._pause = pause_before(self._recall, self, _PAUSE_MS)
        workplace.session.page_changed.connect(self._notice_correction)

    def _notice_correction(self, opened: OpenDocument, _change: Change) -> None:
        if self._task is not None:
            self._task.cancel()
        if opened.tally.confirmed >= FEWEST and self._recalled_for != self._reading.model:
            self._pause.start()

    def _recall(self) -> None:
        if self._task is not None or self._reading.busy is not None:
            self._pause.start()  # later
            return
        self._model = self._reading.model
        steps = recall_ahead(self._model, self._reading.recognizer)
        self._task = self._place.tasks.create(gently(steps, pause=_BETWEEN))
        self._task.succeeded.connect(self._keep)
        self._task.ended.connect(self._end)
        self._task.start()

    def _keep(self, _nothing: object) -> None:
        self._recalled_for = self._model

    def _end(self, _task: "Task") -> None:
        self._task = None
