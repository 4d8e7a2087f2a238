"""Brings back what read a page where that is not in memory any more, as after undoing a reading."""

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from ocrdesk.errors import ModelFileError
from ocrdesk.services.model_store import find_model
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers.page_work import reader_called
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

_PAUSE_MS = 150  # after undoing: whoever holds the key passes many readings


class OwnReaders(QObject):
    """Loads the reader of a page in a worker, one at a time.

    It does so by itself for the page that is shown when undoing has brought another reader's
    letters back: boxes that are drawn or parted then are read by that one, too. ``came`` tells that
    a page may have its reader now; ``missed`` why it has none, in words.
    """

    came = Signal(object)
    missed = Signal(object, str)

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._reading = workplace, reading
        self._task: Task | None = None
        self._awaited: tuple[OpenDocument, str] | None = None
        self._later = pause_before(self._bring_shown, self, _PAUSE_MS)
        reading.arrivals.choice.changed.connect(self._later.start)

    def lacks(self, opened: OpenDocument) -> bool:
        """Tell whether it is known by name alone who read a page."""
        return bool(opened.read_by) and opened.own_recognizer is None

    def bring(self, opened: OpenDocument) -> None:
        """Load the reader of a page, unless it is on its way."""
        awaited = opened, opened.read_by
        if awaited == self._awaited:
            return
        if self._task is not None:
            self._task.cancel()
        self._awaited = awaited
        self._task = self._place.tasks.create(_found(self._reading.recognizer, opened.read_by))
        self._task.succeeded.connect(partial(self._take, *awaited))
        self._task.failed.connect(partial(self._fail, *awaited))
        self._task.start()

    def _bring_shown(self) -> None:
        opened = self._place.session.current
        if opened is None or opened.layout is None or not self.lacks(opened):
            return
        if self._place.window.isVisible():  # it was closed, and no task may outlive it
            self.bring(opened)

    def _take(self, opened: OpenDocument, name: str, result: object) -> None:
        self._task = self._awaited = None
        found = cast("Recognizer | None", result)
        if opened.read_by != name or not self.lacks(opened):  # it was undone, read or renamed
            self.came.emit(opened)
        elif found is None:
            words = tr(
                "“{name}”, which read this page, is not on this computer, so nobody can tell what "
                "it saw here. Press {keys} to read the page again with {reader}."
            )
            reader = self._reading.arrivals.choice.of(opened)
            keys = self._place.actions.keys_of("read_again")
            self.missed.emit(opened, words.format(name=name, reader=reader, keys=keys))
        else:
            # A document may call its reader as no file calls itself.
            opened.recognizer = found if found.name == name else replace(found, name=name)
            self.came.emit(opened)

    def _fail(self, opened: OpenDocument, name: str, error: Exception) -> None:
        self._task = self._awaited = None
        if opened.read_by != name:
            self.came.emit(opened)
        else:
            self.missed.emit(opened, notice_of(error, doing=tr("Explaining")).words)


def _found(
    recognizer: Recognizer | None, name: str
) -> Generator[Progress, None, Recognizer | None]:
    """Return the reader of that name, None where there is none; raises ``ModelFileError``."""
    if recognizer is None or recognizer.name != name:
        try:
            find_model(name)
        except ModelFileError:
            return None
    return (yield from reader_called(recognizer, name))
