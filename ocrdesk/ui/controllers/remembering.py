"""Writes settings soon after they changed, so that a program that is killed has lost none."""

from functools import partial

from PySide6.QtCore import QObject

from ocrdesk.errors import OutputError
from ocrdesk.services.settings import Settings
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.workplace import Workplace

_PAUSE_MS = 500  # several changes at once, as of files that are opened, are written once


class RememberingController(QObject):
    """Lets a worker write what changed, one writing at a time; ``close`` writes what is left.

    A writing that fails says nothing and is tried again with the next change: whoever works on a
    full disk hears of that where work is at stake.
    """

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._settings = workplace.settings
        self._is_writing = False
        self._pause = pause_before(self._write, self, _PAUSE_MS)
        self._settings.listen(self._note)

    def close(self) -> None:
        """Write what is not written yet; for the end of the window, when all workers have ended."""
        self._pause.stop()
        try:
            self._settings.save()
        except OutputError as error:
            self._place.notices.raise_error(error)

    def _note(self, _before: Settings, _after: Settings) -> None:
        """Begin to wait; further changes do not put the writing off."""
        if not self._is_writing and not self._pause.isActive():
            self._pause.start()

    def _write(self) -> None:
        if self._settings.is_saved:
            return
        self._is_writing = True
        task = self._place.tasks.create(self._settings.saving())
        task.succeeded.connect(self._settings.take_saved)
        task.ended.connect(partial(self._ended, self._settings.settings))
        task.start()

    def _ended(self, tried: Settings, _task: object) -> None:
        self._is_writing = False
        if self._settings.settings != tried:  # changed meanwhile
            self._pause.start()
