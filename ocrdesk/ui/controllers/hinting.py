"""Quiet offers of another reader for the page that is shown: its hand, or one of small letters."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ocrdesk.services.hand_telling import HandShelf
from ocrdesk.services.reader_hints import ReaderHint, hint_for
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, tr

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

TOPIC = "another reader"
_PAUSE_MS = 400  # after a page is there: it is to be seen first


class HintController(QObject):
    """Looks once at each page whether another reader fits it better; nothing is switched by it.

    What was offered for a page is never offered for it again.
    """

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._session = workplace, workplace.session
        self._reading = reading
        self._shelf = HandShelf()
        self._asked: set[OpenDocument] = set()
        self._offered: set[tuple[OpenDocument, str]] = set()
        self._task: Task | None = None
        self._about: OpenDocument | None = None
        self._pause = pause_before(self._look, self, _PAUSE_MS)
        self._session.document_updated.connect(self._wait)
        self._session.current_changed.connect(self._wait)
        self._session.document_closed.connect(self._forget)
        reading.recognizer_changed.connect(self._ask_anew)

    @property
    def is_looking(self) -> bool:
        """Whether a page is looked at, or about to be."""
        return self._task is not None or self._pause.isActive()

    def stop(self) -> None:
        """Look at nothing more: the window closes."""
        self._pause.stop()

    def _wait(self, _opened: OpenDocument | None = None) -> None:
        current = self._session.current
        if current is not None and current.page is not None and current not in self._asked:
            self._pause.start()

    def _ask_anew(self) -> None:
        """Look at pages again: there may be another hand, or other letters of it."""
        self._asked.clear()
        self._wait()

    def _forget(self, opened: OpenDocument) -> None:
        self._asked.discard(opened)
        self._offered = {pair for pair in self._offered if pair[0] is not opened}
        if opened is self._about and self._task is not None:
            self._task.cancel()

    def _look(self) -> None:
        """Let a worker look at the page that is shown, unless it is being read still."""
        opened = self._session.current
        if opened is None or opened in self._asked or self._task is not None:
            return
        if self._reading.busy is not None:
            self._pause.start()
            return
        if opened.page is None or opened.layout is None:
            return
        self._asked.add(opened)
        model = opened.read_by or self._reading.model
        self._offered.add((opened, model))  # who left it for another wants no way back
        task = self._place.tasks.create(hint_for(opened.page, opened.layout, model, self._shelf))
        task.succeeded.connect(partial(self._take, opened))
        task.ended.connect(self._end)
        self._task, self._about = task, opened
        task.start()

    def _end(self, _task: object) -> None:
        self._task = self._about = None
        self._wait()

    def _take(self, opened: OpenDocument, result: object) -> None:
        """Offer the reader, if there is one, unless the page is not shown or read by it already."""
        hint = cast("ReaderHint | None", result)
        if hint is None or opened is not self._session.current:
            return
        if hint.reader in (opened.read_by, self._reading.model):
            return
        if (opened, hint.reader) in self._offered:
            return
        self._offered.add((opened, hint.reader))
        self._place.notices.raise_notice(
            Notice(
                said(hint.told),
                tr("It is read with {name} now.").format(
                    name=opened.read_by or self._reading.model
                ),
                action=tr("Read with {name}", "A button").format(name=hint.reader),
                on_action=partial(self._reading.choose_model, hint.reader),
                topic=TOPIC,
            )
        )
