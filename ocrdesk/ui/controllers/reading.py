"""Loads and reads pages one after the other in a worker; the page that is looked at comes first."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from ocrdesk.page.document import PageDocument
from ocrdesk.page.edits import Change
from ocrdesk.services.model_store import DEFAULT_MODEL
from ocrdesk.services.recognition import RecognitionReport
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers import page_work, rereading
from ocrdesk.ui.controllers.page_work import LoadedImage, ReadPage, Reports
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.session import OpenDocument

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

_LOADING_SHARE = 0.2  # of the bar of a page; the rest is reading


class ReadingController(QObject):
    """Works through a queue of documents that wait for their image or their reading.

    ``busy_changed`` tells that another page is worked on, or none; ``progressed`` how far it is.
    """

    busy_changed = Signal()
    progressed = Signal(object, float)
    recognizer_changed = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._queue: list[OpenDocument] = []
        self._to_show: list[OpenDocument] = []
        self._task: Task | None = None
        self._busy: OpenDocument | None = None
        self._share = (0.0, 1.0)
        self._recognizer: Recognizer | None = None
        workplace.session.current_changed.connect(self._look_after)
        workplace.session.document_closed.connect(self._forget)
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

    @property
    def model(self) -> str:
        """The name of the model to read with."""
        return self._place.settings.settings.model or DEFAULT_MODEL

    def is_waiting(self, opened: OpenDocument) -> bool:
        """Tell whether the document stands in the queue."""
        return opened in self._queue

    def open(self, documents: Sequence[OpenDocument]) -> None:
        """Load and read documents before all others; the first that can be loaded is shown.

        What was being loaded gives way and comes after them: the newer file wins.
        """
        self._interrupt()
        self._queue = [*documents, *(d for d in self._queue if d not in documents)]
        self._to_show = list(documents)
        self._advance()

    def read_again(self) -> None:
        """Read the page that is shown: the first time as a whole, later what is unconfirmed."""
        opened = self._place.session.current
        if opened is None:
            return
        self._interrupt()
        if opened.page is None:
            self._put_first(opened)
            self._advance()
        elif opened.layout is None or not opened.page.glyphs:
            self._read(opened)
        else:
            steps = page_work.read_page_again(
                opened.page, opened.layout, self._recognizer, self.model
            )
            self._share = (0.0, 1.0)
            self._start(opened, steps, done=self._take_rereading)

    def choose_model(self, name: str) -> None:
        """Read with another model from now on, beginning with the page that is shown."""
        if name == self.model:
            return
        self._place.settings.set(model=name)
        self.recognizer_changed.emit(self._recognizer)
        if self._place.session.page is not None:
            self.read_again()

    def stop(self) -> None:
        """Cancel what runs and forget what waits; a page that is open stays open, unread."""
        busy = self._busy
        if busy is None:
            return
        self._queue.clear()
        self._to_show.clear()
        self._interrupt()
        session = self._place.session
        if busy.document.pixels is None and busy is not session.current:
            session.close(busy)
        self._place.notices.inform(
            "Stopped.", "Press F5 to read the page that is shown.", topic="stopped"
        )
        self._advance()

    def _look_after(self, opened: OpenDocument | None) -> None:
        """Put a document that is looked at first if it still lacks something."""
        if opened is None or opened is self._busy:
            return
        if opened.document.pixels is None or not opened.document.is_read:
            self._put_first(opened)
            self._advance()

    def _put_first(self, opened: OpenDocument) -> None:
        self._queue = [opened, *(other for other in self._queue if other is not opened)]

    def _forget(self, opened: OpenDocument) -> None:
        if opened in self._queue:
            self._queue.remove(opened)
        if opened in self._to_show:
            self._to_show.remove(opened)
        if opened is self._busy:
            self._interrupt()
            self._advance()

    def _interrupt(self) -> None:
        """Cancel the running task; nothing of it arrives any more."""
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self._busy = None

    def _advance(self) -> None:
        """Begin with the next document in the queue unless something runs."""
        while self._task is None and self._queue:
            opened = self._queue[0]
            if opened.document.pixels is None:
                self._load(opened)
            elif not opened.document.is_read:
                self._read(opened)
            else:
                self._queue.pop(0)
        if self._task is None:
            self._place.views.progress.finish()
        self.busy_changed.emit()

    def _load(self, opened: OpenDocument) -> None:
        document = opened.document
        steps: Reports
        if opened.picture is not None:
            steps = page_work.load_pasted(opened.picture, document.source)
        else:
            steps = page_work.load_file(document.source, document.page_number)
        self._share = (0.0, _LOADING_SHARE)
        self._start(opened, steps, done=self._take_image)

    def _read(self, opened: OpenDocument) -> None:
        image = opened.image
        if image is None:
            return
        steps = page_work.read_image(image, self._recognizer, self.model)
        self._share = (_LOADING_SHARE, 1.0)
        self._start(opened, steps, done=self._take_page)

    def _start(
        self, opened: OpenDocument, steps: Reports, *, done: Callable[[OpenDocument, object], None]
    ) -> None:
        task = self._place.tasks.create(steps)
        task.reported.connect(self._show_progress)
        task.succeeded.connect(partial(self._succeed, done, opened))
        task.failed.connect(partial(self._fail, opened))
        is_new = self._busy is not opened
        self._task, self._busy = task, opened
        if is_new:
            self._place.views.progress.start(f"Reading {opened.title}")
        task.start()
        self.busy_changed.emit()

    def _show_progress(self, report: RecognitionReport) -> None:
        start, end = self._share
        fraction = start + (end - start) * report.fraction
        self._place.views.progress.set_progress(report.stage, fraction)
        self.progressed.emit(self._busy, fraction)

    def _succeed(
        self, done: Callable[[OpenDocument, object], None], opened: OpenDocument, result: object
    ) -> None:
        self._task = None
        done(opened, result)
        if self._task is None:
            self._busy = None
            self._advance()

    def _fail(self, opened: OpenDocument, error: Exception) -> None:
        """Tell what went wrong; a document that has nothing to show is closed again."""
        self._task = self._busy = None
        self._queue = [other for other in self._queue if other is not opened]
        if opened.document.pixels is None and opened.page is None:
            self._place.notices.raise_error(error, doing=f"Opening {opened.title}")
            self._place.session.close(opened)
        else:
            notice = notice_of(error, doing=f"Reading {opened.title}")
            again = replace(notice, action="Try Again", on_action=partial(self.open, [opened]))
            self._place.notices.raise_notice(again)
        self._advance()

    def _take_image(self, opened: OpenDocument, result: object) -> None:
        """Show an image that was loaded, and find room for the other pages of its file."""
        loaded = cast("LoadedImage", result)
        image, session = loaded.image, self._place.session
        is_first_look = opened.document.page_count == 1
        document = opened.document.with_pixels(image.pixels, page_count=image.page_count)
        session.update(opened, document, pyramid=loaded.pyramid)
        if is_first_look and image.page_count > 1 and image.page_number == 0:
            self._open_other_pages(opened)
        if opened in self._to_show:
            self._to_show.clear()
            session.show(opened)

    def _open_other_pages(self, opened: OpenDocument) -> None:
        document, session = opened.document, self._place.session
        last = opened
        pages = []
        for number in range(1, document.page_count):
            page = PageDocument(document.source, number, document.page_count)
            last = session.open(page, after=last)
            pages.append(last)
        place = self._queue.index(opened) + 1 if opened in self._queue else 0
        self._queue[place:place] = pages

    def _take_page(self, opened: OpenDocument, result: object) -> None:
        read = cast("ReadPage", result)
        session = self._place.session
        self._use(read.recognizer)
        if opened.history.count():
            ids = frozenset(glyph.id for glyph in read.page.glyphs)
            session.apply(lambda _: (read.page, Change("Read again", ids)), opened=opened)
        else:
            document = opened.document.with_page(read.page)
            session.update(opened, document, layout=read.layout)
        if not read.page.lines and opened is session.current:
            self._place.notices.inform(
                "No writing was found on this page.",
                "Drag a box around a letter to add it, or try a sharper or larger photo.",
                topic="empty",
            )

    def _take_rereading(self, opened: OpenDocument, result: object) -> None:
        """Give the page what was read anew, as far as it did not change in the meantime."""
        read = cast("ReadPage", result)
        self._use(read.recognizer)
        page = opened.page
        if page is None:
            return
        edit = rereading.edit_for(page, read.page, name=f"Read with {read.recognizer.name}")
        self._place.session.apply(edit, opened=opened)
        self._place.notices.inform(rereading.summary(page, opened.page), topic="read again")

    def _use(self, recognizer: Recognizer) -> None:
        if recognizer is not self._recognizer:
            self._recognizer = recognizer
            self.recognizer_changed.emit(recognizer)
