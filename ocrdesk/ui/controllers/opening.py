"""Gets pages in: dialogs, drops, the clipboard, recent files, the sample page, the command line."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from ocrdesk.formats.document_members import DOCUMENT_SUFFIX
from ocrdesk.formats.image_file import IMAGE_SUFFIXES
from ocrdesk.page.document import PageDocument
from ocrdesk.paths import resources_folder
from ocrdesk.ui.controllers import page_work, searching
from ocrdesk.ui.controllers.documents import DocumentController
from ocrdesk.ui.controllers.folders import OPENING, folder_for, is_shipped, note_folder
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.file_dialog import file_dialog


class OpeningController(QObject):
    """Turns paths and pictures into open documents; ``file_opened`` names what a person opened.

    ``hand_found`` brings the file of a hand that was among them, which is no page.
    """

    file_opened = Signal(str)
    file_missing = Signal(str)
    hand_found = Signal(str)

    def __init__(
        self,
        workplace: Workplace,
        reading: ReadingController,
        documents: DocumentController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._reading = reading
        self._documents = documents
        self._searches = 0
        self._origins: dict[str, str] = {}
        self._pasted = 0
        actions, views = workplace.actions, workplace.views
        actions["open"].triggered.connect(self.choose_files)
        actions["open_folder"].triggered.connect(self.choose_folder)
        actions["open_sample"].triggered.connect(self.open_sample)
        actions["paste"].triggered.connect(self.paste)
        views.empty.open_requested.connect(self.choose_files)
        views.empty.open_folder_requested.connect(self.choose_folder)
        views.empty.sample_requested.connect(self.open_sample)
        views.empty.recent_requested.connect(self.open_path)
        views.empty.files_dropped.connect(self.open_paths)
        views.page.files_dropped.connect(self.open_paths)
        workplace.session.document_updated.connect(self._remember)
        documents.opened.connect(self.file_opened)
        sample = workplace.tasks.create(page_work.picture_of(str(sample_picture())))
        sample.succeeded.connect(views.empty.set_sample_thumbnail)
        sample.start()

    def choose_files(self) -> None:
        """Ask for images and documents and open them."""
        dialog = self._dialog(tr("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        suffixes = sorted({*IMAGE_SUFFIXES, DOCUMENT_SUFFIX})
        patterns = " ".join(f"*{suffix}" for suffix in suffixes)
        dialog.setNameFilters(
            [
                tr("Images, PDF files and documents ({patterns})").format(patterns=patterns),
                tr("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(self.open_paths)
        dialog.open()

    def choose_folder(self) -> None:
        """Ask for a folder and open its images."""
        dialog = self._dialog(tr("Open Folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self.open_paths)
        dialog.open()

    def open_sample(self) -> None:
        """Open the page that ships with the program."""
        self.open_path(str(sample_file()))

    def open_path(self, path: str) -> None:
        """Open one file or folder."""
        self.open_paths([path])

    def open_paths(self, paths: Sequence[str]) -> None:
        """Open files and the images of folders; the newest go before what is still searched."""
        if not paths:
            return
        self._reading.opening_trouble.begin()
        self._searches += 1
        search = self._place.tasks.create(searching.find_sources(paths, self._open_sources()))
        search.succeeded.connect(partial(self._open_found, self._searches))
        search.failed.connect(self._fail)
        search.start()

    def paste(self) -> None:
        """Open what the clipboard holds: an image, or copied image files."""
        # An empty clipboard gives None, which Qt's own types do not say.
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is None or not self.open_mime(data):
            self._place.notices.inform(
                tr("There is no image on the clipboard."),
                tr("Copy a picture or image files first, then paste them here."),
                topic="paste",
            )

    def drop(self, data: QMimeData) -> None:
        """Open what was dropped: image files, or an image from another program."""
        if not self.open_mime(data):
            self._place.notices.inform(
                tr("What was dropped is not an image on this computer."),
                tr("Save it to a file first, then drop the file here."),
                topic="paste",
            )

    def open_mime(self, data: QMimeData) -> bool:
        """Open files or an image; tell whether there was anything to open."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths or data.hasImage():
            self._place.notices.withdraw("paste")  # about the one before
        if paths:
            self.open_paths(paths)
        elif data.hasImage():
            self._open_picture(QImage(data.imageData()))
        else:
            return False
        return True

    def _open_picture(self, picture: QImage) -> None:
        if picture.isNull():
            self._place.notices.inform(
                tr("This image cannot be used."),
                tr("Save it to a file and open that."),
                topic="paste",
            )
            return
        self._pasted += 1
        self._reading.opening_trouble.begin()
        opened = self._place.session.open(PageDocument(f"Pasted image {self._pasted}"))
        opened.picture = picture
        self._reading.open([opened])

    def _open_found(self, search: int, result: object) -> None:
        """Open the files that a search found: first documents, then images, which add pages."""
        found = cast("searching.Found", result)
        for error in found.errors:
            self._fail(error)
        for path in found.missing:
            self.file_missing.emit(path)
        for path in found.hands:
            self.hand_found.emit(path)
        self._origins.update(found.origins)
        if search == self._searches:
            self._note_folder(found)
        if found.documents:
            self._documents.open(found.documents, partial(self._open_images, search, found))
        else:
            self._open_images(search, found)

    def _note_folder(self, found: searching.Found) -> None:
        """Let the next dialog begin where these files were, however they were opened."""
        given = [*found.documents, *found.origins.values()]
        if given and not is_shipped(Path(given[0])):
            note_folder(self._place, OPENING, given[0])

    def _open_images(self, search: int, found: searching.Found) -> None:
        """Open image files; those already open, and not changed since, are only shown."""
        is_newest = search == self._searches
        session = self._place.session
        new, known = [], []
        for source in found.origins:
            opened = session.find(source, found.checksums.get(source, ""))
            if opened is None:
                new.append(session.open(PageDocument(source)))
            else:
                known.append(opened)
        if new:
            self._reading.open(new, is_newest=is_newest)
        elif known and is_newest:
            session.show(known[0])
            self._reading.opening_trouble.went_well()
            self._remember(known[0])

    def _open_sources(self) -> set[str]:
        return {opened.document.source for opened in self._place.session.documents}

    def _fail(self, error: Exception) -> None:
        self._reading.opening_trouble.add(notice_of(error, doing=tr("Opening")))

    def _remember(self, opened: OpenDocument) -> None:
        """Note a file among the recent ones once its image could be loaded."""
        origin = self._origins.get(opened.document.source)
        if origin is not None and opened.document.pixels is not None:
            del self._origins[opened.document.source]
            self.file_opened.emit(origin)

    def _dialog(self, title: str) -> QFileDialog:
        return file_dialog(self._place.window, title, folder_for(self._place))


def sample_file() -> Path:
    """Return the page that ships with the program."""
    return resources_folder() / "samples" / "welcome.jpg"


def sample_picture() -> Path:
    """Return a small picture of it, which is decoded in a tenth of the time."""
    return resources_folder() / "samples" / "small" / "welcome.jpg"
