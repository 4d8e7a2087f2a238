"""Two readers are compared on the page that is shown, in a dialog beside it.

Each page has its own pair: what reads it, and what read it before. What a person chose instead
stays chosen from page to page.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt

from ocrdesk.services.comparison import ReaderComparison, compare_readers, rival
from ocrdesk.services.model_store import list_models
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.compare_dialog import CompareDialog

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

_PAUSE_MS = 150  # after the last change: several at once, as of a reading, are one comparison


class CompareController(QObject):
    """Follows the page that is shown, and what is done to it, as long as its dialog is open."""

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._session = workplace, workplace.session
        self._reading = reading
        self.dialog: CompareDialog | None = None
        self._task: Task | None = None
        self._pair = "", ""  # as the dialog was given it
        self._picked = "", ""  # what a person chose on either side
        workplace.actions["compare_readers"].triggered.connect(self.show)
        reading.recognizer_changed.connect(self._follow_reader)
        self._session.current_changed.connect(self._follow_current)
        self._pause = pause_before(self._compare, self, _PAUSE_MS)
        self._session.document_updated.connect(self._follow_page)
        self._session.page_changed.connect(self._follow_page)

    def show(self) -> None:
        """Compare what reads the page with what read it before, or with another model."""
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        self._picked = "", ""
        names = self._names()
        self._pair = self._wanted_pair(names)
        dialog = CompareDialog(names, self._pair, self._place.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.readers_chosen.connect(self._pick)
        dialog.letter_chosen.connect(self._go)
        dialog.read_requested.connect(self._reading.choose_model)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.show()
        self._compare()

    def _names(self) -> list[str]:
        """Return all readers that there are, and that of the page, each once."""
        return list(dict.fromkeys([*(entry.name for entry in list_models()), self._reading.model]))

    def _wanted_pair(self, known: Sequence[str]) -> tuple[str, str]:
        """Return the readers to compare on the page that is shown, the one it has on the left."""
        own, opened = self._reading.model, self._session.current
        left, right = (name if name in known else "" for name in self._picked)
        left = left or own
        if right and right != left:
            return left, right
        if left != own:
            return left, own
        former = ""
        if opened is not None:
            is_to_be_read = opened.read_by not in ("", own)
            former = opened.read_by if is_to_be_read else opened.read_before
        return own, rival(own, former)

    def _pick(self, *names: str) -> None:
        """Remember on which side a person chose another reader, and compare with it."""
        sides = zip(names, self._pair, self._picked, strict=True)
        left, right = (name if name != given else picked for name, given, picked in sides)
        self._picked, self._pair = (left, right), (names[0], names[1])
        self._compare()

    def _follow_current(self) -> None:
        """Compare the readers of another page on it."""
        if self.dialog is None:
            return
        if self._session.current is not None:
            names = self._names()
            self._pair = self._wanted_pair(names)
            self.dialog.offer(names, self._pair)
        self._compare()

    def _forget(self) -> None:
        self.dialog = None
        self._cancel()

    def _cancel(self) -> None:
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def _follow_reader(self) -> None:
        if self.dialog is not None:
            self.dialog.set_reader(self._reading.model)

    def _follow_page(self, opened: OpenDocument) -> None:
        """Compare anew once the page is left alone for a moment."""
        if self.dialog is not None and opened is self._session.current:
            self._pause.start()

    def _compare(self) -> None:
        """Let a worker read the page with both."""
        if self.dialog is None:
            return
        self._cancel()
        self.dialog.set_reader(self._reading.model)
        opened = self._session.current
        if opened is None or opened.page is None or opened.layout is None:
            self.dialog.set_busy(tr("Show a page that was read, to compare the readers on it."))
            return
        names = self.dialog.names
        self.dialog.set_busy(
            tr("Reading with {one} and {other}…").format(one=names[0], other=names[1])
        )
        task = self._place.tasks.create(compare_readers(opened.page, opened.layout, names))
        task.succeeded.connect(self._take)
        task.failed.connect(self._fail)
        self._task = task
        task.start()

    def _take(self, result: object) -> None:
        self._task = None
        if self.dialog is not None:
            self.dialog.show_comparison(cast("ReaderComparison", result))

    def _fail(self, error: Exception) -> None:
        self._task = None
        if self.dialog is not None:
            self.dialog.set_busy(notice_of(error, doing=tr("Comparing")).words)

    def _go(self, glyph_id: int) -> None:
        """Show a letter on the page, unless it is gone."""
        if glyph_id in (self._session.page or ()):
            self._session.select(glyph_id)
