"""Tells of writing that was passed over on a dark page, and offers to read it with other ink."""

from functools import partial
from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QObject, Signal

from ocrdesk.ink_settings import InkSettings
from ocrdesk.services.missed_writing import FEWEST, SETTINGS, may_miss, still_missed
from ocrdesk.ui.controllers import ink_work
from ocrdesk.ui.controllers.quiet_looking import QuietLooker
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.page.edits import Change
    from ocrdesk.page.elements import Glyph

TOPIC = "missed"
_PAUSE_MS = 600  # after a page is there: it is to be seen first, and another reader to be offered


class MissingController(QuietLooker):
    """Looks once at each dark page that is shown, while nothing else is read.

    Whoever comes back to a page is told again, until it was dismissed there or its ink was found
    otherwise. ``wanted`` carries the settings to read the page that is shown with.
    """

    wanted = Signal(InkSettings)

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(workplace, reading, parent, pause_ms=_PAUSE_MS)
        self._known: WeakKeyDictionary[OpenDocument, tuple[Glyph, ...]] = WeakKeyDictionary()
        self._dismissed: WeakSet[OpenDocument] = WeakSet()
        self._session.current_changed.connect(self._wait)
        self._session.document_updated.connect(self._follow)
        self._session.page_changed.connect(self._follow_turn)
        self._session.document_closed.connect(self._forget)
        reading.busy_changed.connect(self._give_way)

    def _wait(self) -> None:
        """Look at the page that is shown in a moment, or tell again what is known of it."""
        self._place.notices.withdraw(TOPIC)
        current = self._session.current
        if current is not None and current.page is not None:
            self._pause.start()

    def _follow(self, opened: OpenDocument) -> None:
        if opened is self._session.current:
            self._wait()

    def _follow_turn(self, opened: OpenDocument, change: "Change") -> None:
        """Look anew at a page that lies otherwise, once its ink is there: letters moved."""
        if change.is_whole:
            self._forget(opened)
            self._follow(opened)

    def _forget(self, opened: OpenDocument) -> None:
        self._known.pop(opened, None)
        if opened is self._about:
            self._stop_looking()

    def _stop_looking(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._about = None

    def _give_way(self) -> None:
        """Leave the processor to pages that a person waits for."""
        if self._reading.busy is not None and self._task is not None:
            self._stop_looking()
            self._pause.start()

    def _look(self) -> None:
        """Let a worker look at the page that is shown, unless something is read still."""
        opened = self._session.current
        if opened is None or opened.page is None or opened.layout is None or opened.image is None:
            return
        if opened not in self._known and not may_miss(opened.image, opened.page):
            return
        if self._reading.busy is not None or self._task is not None:
            self._pause.start()
            return
        if opened in self._known:
            self._tell(opened)
            return
        steps = ink_work.look_for_more(
            opened, self._reading.recognizer_of(opened), self._reading.model
        )
        self._begin(opened, steps, partial(self._take, opened))

    def _take(self, opened: OpenDocument, result: object) -> None:
        self._known[opened] = cast("tuple[Glyph, ...]", result)
        self._tell(opened)

    def _tell(self, opened: OpenDocument) -> None:
        """Say how many letters seem to be missing from the page, if it is the one on show."""
        page, is_shown = opened.page, opened is self._session.current
        if page is None or not is_shown or opened in self._dismissed:
            return
        count = len(still_missed(self._known[opened], page))
        if count < FEWEST or not page.ink_settings.is_automatic:
            return
        self._place.notices.withdraw("empty")
        self._place.notices.raise_notice(
            Notice(
                tr("At least %n letters seem to be on this page outside all boxes.", None, count),
                tr(
                    "The picture is dark, and its grain hides them. Reading fainter ink keeps what "
                    "you confirmed, and Undo takes it back."
                ),
                NoticeLevel.WARNING,
                action=tr("Read Fainter Ink"),
                on_action=partial(self._read, opened),
                topic=TOPIC,
                on_dismiss=partial(self._dismissed.add, opened),
            )
        )

    def _read(self, opened: OpenDocument) -> None:
        if opened is self._session.current:
            self.wanted.emit(SETTINGS)
