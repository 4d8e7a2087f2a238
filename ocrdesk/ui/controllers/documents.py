"""Opens document files: one takes the place of what is open, several become pages of a new one."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.ui.controllers import document_work
from ocrdesk.ui.controllers.document_work import OpenedFile
from ocrdesk.ui.controllers.places import restore_view
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.saving import DocumentFile, SavingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import PAGE_TOPICS, notice_of
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.progress_strip import opening


class DocumentController(QObject):
    """Opens document files in a worker and fills the window with their pages.

    ``opened`` brings the path of each file that was opened.
    """

    opened = Signal(str)

    def __init__(
        self,
        workplace: Workplace,
        reading: ReadingController,
        saving: SavingController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._saving = saving

    @property
    def reading(self) -> ReadingController:
        """What loads and reads the pages."""
        return self._reading

    def open(self, paths: Sequence[str], then: Callable[[], None]) -> None:
        """Open document files, asking first where work would be lost; go on with ``then``.

        One that is open already is left alone, so that nothing done to it is lost.
        """
        file = self._saving.file
        if file is not None and [Path(path).absolute() for path in paths] == [file.path]:
            self._place.notices.inform(
                tr("“{name}” is open already.").format(name=file.path.name), topic="open"
            )
            then()
            return
        self._load(list(paths), [], then)

    def _load(self, left: list[str], files: list[OpenedFile], then: Callable[[], None]) -> None:
        """Open one after the other; what cannot be opened is told and left out."""
        if not left:
            if files:
                documents = self._session.documents
                self._saving.ask_before_losing(documents, partial(self.fill, files, then))
            else:
                then()
            return
        path = left.pop(0)
        task = self._place.tasks.create(document_work.open_file(path))

        def take(result: object) -> None:
            files.append(cast("OpenedFile", result))
            self._load(left, files, then)

        def fail(error: Exception) -> None:
            notice = notice_of(error, doing=opening(Path(path).name))
            self._reading.opening_trouble.add(notice)
            self._load(left, files, then)

        task.succeeded.connect(take)
        task.failed.connect(fail)
        task.start()

    def fill(self, files: Sequence[OpenedFile], then: Callable[[], None] | None = None) -> None:
        """Let the window go over to these files, then go on with ``then``."""
        self._place.notices.withdraw(*PAGE_TOPICS, "save", "others", "reader", "renamed")
        self._saving.belong_to(None)
        self._session.close_all(self._session.documents)
        stored = [page for file in files for page in file.contents.pages]
        pages = [self.add(page) for page in stored]
        if len(files) == 1:
            file = files[0]
            self._saving.belong_to(DocumentFile(file.path, file.contents.stamp, tuple(pages)))
        self._reading.opening_trouble.went_well()
        self._reading.wait_for(pages)
        shown = [o for o, page in zip(pages, stored, strict=True) if page.view.get("is_shown")]
        first = (shown or pages)[:1]
        if first:
            self._session.show(first[0])
        else:
            self._place.notices.inform(
                tr("“{name}” has no pages.").format(name=files[0].path.name), topic="open"
            )
        for file in files:
            self.opened.emit(str(file.path))
        if then is not None:
            then()

    def add(self, stored: StoredPage) -> OpenDocument:
        """Add a page of a document file behind the others."""
        opened = self._session.open(stored.document, stored=stored)
        restore_view(opened, stored.view)
        return opened
