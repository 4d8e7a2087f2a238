"""Loads and reads pages one after the other in a worker; the page that is looked at comes first."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers import page_work, preparing, stopping
from ocrdesk.ui.controllers.arrivals import Arrivals
from ocrdesk.ui.controllers.page_queue import PageQueue
from ocrdesk.ui.controllers.page_work import LoadedImage, ReadPage, Reports
from ocrdesk.ui.controllers.trouble import OPENING, READING, Trouble
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.progress_strip import opening, reading

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

_LOADED, _READ, _ANEW = (0.0, 0.2), (0.2, 1.0), (0.0, 1.0)  # parts of the bar

Done = Callable[[OpenDocument, object], None]
Work = Callable[[OpenDocument, Recognizer | None, str], Reports]


class ReadingController(QObject):
    """Works through a queue of documents that wait for their image or their reading.

    ``busy_changed`` tells that another page is worked on, or none; ``progressed`` how far it is;
    ``is_preparing`` that its letters are known and stay: only its image and ink come.
    """

    busy_changed = Signal()
    progressed = Signal(object, float)
    recognizer_changed = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self.opening_trouble = Trouble(workplace.notices, "open", OPENING)
        self._trouble = Trouble(workplace.notices, "read", READING)
        self.arrivals = Arrivals(workplace)
        self._queue = PageQueue()
        self._finished, self._share = 0, (0.0, 1.0)
        self._task: Task | None = None
        self._busy: OpenDocument | None = None
        self.is_preparing = False
        self._recognizer: Recognizer | None = None
        self.arrivals.choice.asked.connect(self._obey_choice)
        workplace.session.current_changed.connect(self._look_after)
        workplace.session.document_closed.connect(self._forget)
        workplace.session.outdated.connect(self._begin_anew)
        workplace.session.taken_over.connect(self._begin_anew)
        workplace.views.progress.cancel_requested.connect(self.stop)
        workplace.actions["stop"].triggered.connect(self.stop)
        workplace.actions["read_again"].triggered.connect(self.read_again)

    @property
    def busy(self) -> OpenDocument | None:
        """The document that is being loaded or read."""
        return self._busy

    @property
    def recognizer(self) -> Recognizer | None:
        """The recognizer that read last; None before the first reading."""
        return self._recognizer

    def recognizer_of(self, opened: OpenDocument | None) -> Recognizer | None:
        """Return what read a page, or what read last where that is not in memory."""
        own = None if opened is None else opened.own_recognizer
        return own or self._recognizer

    @property
    def model(self) -> str:
        """The name of the model to read the page that is shown with."""
        return self.arrivals.choice.of(self._place.session.current)

    def is_waiting(self, opened: OpenDocument) -> bool:
        """Tell whether the document stands in the queue."""
        return opened in self._queue.waiting

    def has_failed(self, opened: OpenDocument) -> bool:
        """Tell whether the last attempt at the document failed."""
        return opened in self._queue.failed

    def open(self, documents: Sequence[OpenDocument], *, is_newest: bool = True) -> None:
        """Load and read documents before all others; the first that can be loaded is shown.

        What was being loaded gives way and comes after them: the newer file wins. Documents that
        are not the newest wait behind all others, and are shown only where nothing else is.
        """
        self._trouble.begin()
        if is_newest:
            self._interrupt()
            self._queue.put_first(*documents)
            self._queue.to_show = list(documents)
        else:
            self._queue.waiting += documents
            self._queue.to_show += documents if self._place.session.current is None else ()
        self._advance()

    def wait_for(self, documents: Sequence[OpenDocument]) -> None:
        """Load documents behind all others, and read those that never were."""
        self._queue.waiting += documents
        self._advance()

    def get_ready(self, documents: Sequence[OpenDocument]) -> None:
        """Let pages come first whose ink is needed, whether somebody looks at them or not."""
        self._queue.put_first(*documents, with_ink=True)
        self._advance()

    def read_again(self) -> None:
        """Read the page that is shown: as a whole until it was edited, then what is unconfirmed."""
        if self._place.session.current is not None:
            self._read_first([self._place.session.current])

    def _obey_choice(self, documents: Sequence[OpenDocument]) -> None:
        """Let pages be read by the reader that was chosen for them just now."""
        self.recognizer_changed.emit(self._recognizer)
        if documents:
            self._read_first(documents)

    def _read_first(self, documents: Sequence[OpenDocument]) -> None:
        self._trouble.begin()
        self._interrupt()
        self._queue.again.update(documents)  # an image may be on its way: a page was just turned
        self._queue.put_first(*documents)
        self._advance()

    def work_on(self, opened: OpenDocument, steps: Reports, *, done: Done) -> None:
        """Do something else for a page at once; what the worker was busy with comes after it."""
        self._trouble.begin()
        self._interrupt()
        self._start(opened, steps, _ANEW, done=done)

    def choose_model(self, name: str) -> None:
        """Read the page that is shown, and pages that come, with another model from now on."""
        if name != self.model:
            self.arrivals.choice.choose(name)

    def stop(self) -> None:
        """Cancel what runs and forget what waits; a page that is open stays open, unread."""
        if (busy := self._busy) is None:
            return
        self._interrupt()
        waited, go_on = self._queue.clear(), partial(self.open, is_newest=False)
        stopping.settle(busy, waited, self._place, reopen=self.open, go_on=go_on)
        self._advance()

    def _look_after(self, opened: OpenDocument | None) -> None:
        """Put a document that is looked at first if it lacks something."""
        if opened is not None and opened is not self._busy and opened.lacks_something:
            self._queue.put_first(opened)
            self._advance()

    def _begin_anew(self, opened: OpenDocument) -> None:
        """Get a page ready once more that is another now; nothing found on it before counts."""
        if opened is self._busy:
            self._interrupt()
        if opened is self._place.session.current:
            self._queue.put_first(opened)
        self._advance()

    def _forget(self, opened: OpenDocument) -> None:
        self._trouble.forget(opened)
        self._queue.forget(opened)
        if opened is self._busy:
            self._interrupt()
            self._advance()

    def _interrupt(self) -> None:
        """Cancel the running task; nothing of it arrives any more."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._busy = None

    def _advance(self) -> None:
        """Begin with the next document in the queue unless something runs."""
        while self._task is None and self._queue.waiting:
            opened = self._queue.waiting[0]
            if opened.document.pixels is None:
                steps = page_work.load(opened, self._place.session.journals)
                self._start(opened, steps, _LOADED, done=self._take_image)
            elif opened.page and (opened.image is None or opened.pyramid is None):
                self._start(opened, page_work.lay(opened), _LOADED, done=self.arrivals.take_laid)
            elif opened in self._queue.again:  # until it arrives
                is_new = opened.page is None or not opened.page.glyphs or opened.is_untouched
                self._read(opened, done=self._take_page) if is_new else self._read_boxes(opened)
            elif not opened.document.is_read:
                self._read(opened, done=self._take_page)
            elif self._queue.needs_ink(opened, shown=self._place.session.current):
                self._read(opened, done=self._take_layout, work=preparing.find_again)
            else:
                self._queue.drop(opened)
                self._finished += 1
        if self._task is None:
            self._busy, self._finished = None, 0
            self._place.views.progress.finish()
        self.busy_changed.emit()

    def _read(self, opened: OpenDocument, *, done: Done, work: Work | None = None) -> None:
        steps = (work or page_work.read)(opened, self._recognizer, self.arrivals.choice.of(opened))
        self._start(opened, steps, _ANEW if work is page_work.read_again else _READ, done=done)

    def _read_boxes(self, opened: OpenDocument) -> None:
        self._read(opened, done=self._take_rereading, work=page_work.read_again)

    def _start(
        self, opened: OpenDocument, steps: Reports, share: tuple[float, float], *, done: Done
    ) -> None:
        self._share, task = share, self._place.tasks.create(steps)
        self.arrivals.expect()
        task.reported.connect(self._show_progress)
        task.succeeded.connect(partial(self._succeed, done, opened))
        task.failed.connect(partial(self._fail, opened))
        task.dropped.connect(page_work.let_go)
        is_known = opened.document.is_read and opened not in self._queue.again
        self.is_preparing = is_known = is_known and share != _ANEW
        if self._busy is not opened:
            place, total = self._finished + 1, self._finished + len(self._queue.waiting)
            self._place.views.progress.start_page(opened.title, place, total, is_known=is_known)
        self._task, self._busy = task, opened
        self._queue.failed.discard(opened)
        task.start()
        self.busy_changed.emit()

    def _show_progress(self, report: Progress) -> None:
        start, end = self._share
        fraction = start + (end - start) * report.fraction
        self._place.views.progress.set_progress(report.stage, fraction)
        self.progressed.emit(self._busy, fraction)

    def _succeed(self, done: Done, opened: OpenDocument, result: object) -> None:
        self._task = None
        self._place.notices.withdraw(stopping.TOPIC)
        done(opened, result)
        if self._task is None:
            self._advance()

    def _fail(self, opened: OpenDocument, error: Exception) -> None:
        """Tell what went wrong; a document that has nothing to show is closed again."""
        self._task = self._busy = None
        self._queue.drop(opened)
        if opened.may_go:
            notice = notice_of(error, doing=opening(opened.title))
            self.opening_trouble.add(notice, is_page=opened.document.page_count > 1)
            self._place.session.close(opened)
        else:
            self._queue.failed.add(opened)
            self.arrivals.miss_image(opened)
            notice = notice_of(error, doing=reading(opened.title))
            notice = replace(notice, action=tr("Try Again"), on_action=self._try_again)
            self._trouble.add(notice, of=opened, is_page=True)
        self._advance()

    def _try_again(self) -> None:
        """Read all pages again whose reading failed."""
        self.open([*filter(self.has_failed, self._place.session.documents)])

    def _take_image(self, opened: OpenDocument, result: object) -> None:
        """Show an image that was loaded, and queue the other pages of its file."""
        self.opening_trouble.went_well()
        loaded = cast("LoadedImage", result)
        for error in loaded.damage:
            self.opening_trouble.add(notice_of(error), is_page=True)
        self._queue.put_behind(opened, self.arrivals.take_image(opened, loaded))
        if opened in self._queue.to_show:
            self._queue.to_show.clear()
            self._place.session.show(opened)

    def _take_page(self, opened: OpenDocument, result: object) -> None:
        self._queue.again.discard(opened)
        if not self.arrivals.take_page(opened, self._read_by(result)):
            self._read_boxes(opened)

    def _take_layout(self, opened: OpenDocument, result: object) -> None:
        self.arrivals.take_layout(opened, self._read_by(result))

    def _take_rereading(self, opened: OpenDocument, result: object) -> None:
        self._queue.again.discard(opened)
        self.arrivals.take_rereading(opened, self._read_by(result))

    def _read_by(self, result: object) -> ReadPage:
        """Return what was read, and keep the recognizer that did it."""
        self._trouble.went_well()
        read = self.arrivals.named(cast("ReadPage", result))
        self.keep(read.recognizer)
        return read

    def keep(self, recognizer: Recognizer) -> None:
        """Read with this recognizer, if its model is the one to read with."""
        if recognizer is not self._recognizer:
            self._recognizer = recognizer
            self.recognizer_changed.emit(recognizer)
