"""Looks at the page that is shown by itself, in a worker, a moment after the page is there."""

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task


class QuietLooker(QObject):
    """What controllers share that look at one page at a time and may find something to tell.

    The page is to be seen first: ``_pause`` waits for ``pause_ms`` before ``_look``, which begins.
    """

    def __init__(
        self, workplace: Workplace, reading: ReadingController, parent: QObject, *, pause_ms: int
    ) -> None:
        super().__init__(parent)
        self._place, self._session = workplace, workplace.session
        self._reading = reading
        self._task: Task | None = None
        self._about: OpenDocument | None = None
        self._pause = pause_before(self._look, self, pause_ms)

    @property
    def is_looking(self) -> bool:
        """Whether a page is looked at, or about to be."""
        return self._task is not None or self._pause.isActive()

    def stop(self) -> None:
        """Look at nothing more: the window closes."""
        self._pause.stop()

    def _look(self) -> None:
        raise NotImplementedError

    def _begin(
        self,
        opened: OpenDocument,
        steps: Generator[Progress, None, object],
        take: Callable[[object], None],
    ) -> None:
        """Let a worker look at a page, and take what it finds."""
        self._task, self._about = self._place.tasks.create(steps), opened
        self._task.succeeded.connect(take)
        self._task.ended.connect(self._end)
        self._task.start()

    def _end(self, task: object) -> None:
        """Know that a look is over, unless another one was begun since."""
        if task is self._task:
            self._task = self._about = None
