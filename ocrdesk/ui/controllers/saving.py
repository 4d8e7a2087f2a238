"""Saves all pages as one document file, and asks before anything would be lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from ocrdesk.errors import DocumentChangedError
from ocrdesk.formats.archive_file import ArchiveStamp
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_members import DOCUMENT_SUFFIX
from ocrdesk.ui.controllers import deciding, document_work
from ocrdesk.ui.controllers.exporting import beside
from ocrdesk.ui.controllers.places import view_of
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel, notice_of
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.views.file_dialog import file_dialog

Then = Callable[[], None]

_PATIENCE_MS = 500  # a saving that takes longer is told of
_FILTER = f"Documents of ocrdesk (*{DOCUMENT_SUFFIX})"


@dataclass(frozen=True, slots=True, eq=False)
class DocumentFile:
    """The file of what is open: where it is, what tells it from others, and its pages in order."""

    path: Path
    stamp: ArchiveStamp
    pages: tuple[OpenDocument, ...]


class SavingController(QObject):
    """Keeps the file that the open pages belong to; ``changed`` tells that it may be another.

    ``saved`` brings the path of a file that was written.
    """

    changed = Signal()
    saved = Signal(str)

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._file: DocumentFile | None = None
        self._waiting: list[Callable[[], None]] = []
        self._is_saving = False
        workplace.actions["save"].triggered.connect(self._save)
        workplace.actions["save_as"].triggered.connect(self._save_as)
        reading.busy_changed.connect(self._go_on)
        for signal in (
            self._session.document_opened,
            self._session.document_closed,
            self._session.documents_moved,
        ):
            signal.connect(self.changed)

    @property
    def file(self) -> DocumentFile | None:
        """The file that saving writes to; None before there is one."""
        return self._file

    @property
    def is_modified(self) -> bool:
        """Tell whether something would be lost: edits, or which pages there are in which order."""
        if self._session.modified:
            return True
        return self._file is not None and self._file.pages != tuple(self._session.documents)

    @property
    def name(self) -> str:
        """What to call what is open."""
        if self._file is not None:
            return self._file.path.name
        documents = self._session.documents
        return documents[0].title if documents else ""

    def belong_to(self, file: DocumentFile | None) -> None:
        """Let the open pages belong to a file from now on, or to none."""
        self._file = file
        self.changed.emit()

    def save(self, *, then: Then | None = None) -> None:
        """Save to the file there is, or ask for one; go on with ``then`` once that is done."""
        if self._file is None:
            self.save_as(then=then)
        else:
            self._write(str(self._file.path), expected=self._file.stamp, then=then)

    def save_as(self, *, then: Then | None = None) -> None:
        """Ask for a file and save to it."""
        documents = self._session.documents
        if not documents:
            return
        proposed = self._file.path if self._file else beside(documents[0].document, is_whole=True)
        dialog = file_dialog(self._place.window, "Save As", str(proposed.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_FILTER)
        dialog.setDefaultSuffix(DOCUMENT_SUFFIX.removeprefix("."))
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(partial(self._write_to, then=then))
        dialog.open()

    def ask_before_losing(
        self, documents: Sequence[OpenDocument], go_on: Callable[[], None]
    ) -> None:
        """Go on at once if nothing would be lost with these pages, else after a person decided."""
        is_all = len(documents) == len(self._session.documents)
        is_lost = any(opened.is_modified for opened in documents)
        if not is_lost and not (is_all and self.is_modified):
            go_on()
            return
        name = self.name if is_all else documents[0].title
        deciding.ask_to_save(
            self._place.window,
            name,
            documents,
            save=partial(self.save, then=go_on),
            discard=go_on,
        )

    def _save(self) -> None:
        self.save()

    def _save_as(self) -> None:
        self.save_as()

    def _write_to(self, path: str, *, then: Then | None = None) -> None:
        """Save to a file that a person chose; that it is there already they were asked."""
        is_ours = self._file is not None and Path(path).absolute() == self._file.path
        stamp = self._file.stamp if self._file is not None and is_ours else None
        self._write(path, expected=stamp, then=then)

    def _write(self, path: str, *, expected: ArchiveStamp | None, then: Then | None = None) -> None:
        """Save once all pages are open and no other saving runs."""
        self._waiting.append(partial(self._start, path, expected, then))
        if self._is_loading:
            self._place.notices.inform(
                "The pages will be saved as soon as all of them are open.", topic="save"
            )
        self._go_on()

    @property
    def _is_loading(self) -> bool:
        documents = self._session.documents
        return self._reading.busy is not None and any(d.lacks_everything for d in documents)

    def _go_on(self) -> None:
        if self._waiting and not self._is_saving and not self._is_loading:
            self._waiting.pop(0)()

    def _start(self, path: str, expected: ArchiveStamp | None, then: Then | None) -> None:
        documents = self._session.documents
        current, state = self._session.current, self._place.views.page.view_state()
        pages = [
            opened.stored(
                view_of(
                    opened,
                    state if opened is current else opened.view_state,
                    is_shown=opened is current,
                )
            )
            for opened in documents
        ]
        journals = [opened.past.journal for opened in documents]
        steps = document_work.save_file(path, pages, journals, expected=expected)
        self._is_saving = True
        task = self._place.tasks.create(steps)
        task.succeeded.connect(partial(self._take, documents, pages, then))
        task.failed.connect(partial(self._fail, path, expected, then))
        task.ended.connect(self._ended)
        QTimer.singleShot(_PATIENCE_MS, self, partial(self._tell_of, path))
        task.start()

    def _ended(self) -> None:
        self._is_saving = False
        self._go_on()

    def _tell_of(self, path: str) -> None:
        if self._is_saving:
            self._place.notices.inform(f"Saving {Path(path).name}…", topic="save")

    def _take(
        self,
        documents: Sequence[OpenDocument],
        pages: Sequence[StoredPage],
        then: Then | None,
        result: object,
    ) -> None:
        """Go on with the pages as the file holds them."""
        saved = cast("document_work.SavedFile", result)
        for opened, before, stored in zip(documents, pages, saved.contents.pages, strict=True):
            opened.take_saved(before, stored)
        self.belong_to(DocumentFile(saved.path, saved.contents.stamp, tuple(documents)))
        self.saved.emit(str(saved.path))
        text, advice = f"Saved to {saved.path.name}.", str(saved.path.parent)
        level = NoticeLevel.SUCCESS
        if saved.lost:
            text = f"Saved to {saved.path.name}, without {' and '.join(saved.lost)}."
            advice = "They are no longer where they were. Put them back and save again."
            level = NoticeLevel.WARNING
        self._place.notices.raise_notice(Notice(text, advice, level, topic="save"))
        if then is not None:
            then()

    def _fail(
        self, path: str, expected: ArchiveStamp | None, then: Then | None, error: Exception
    ) -> None:
        """Tell what went wrong; the work stays in memory and in its journals."""
        self._place.notices.withdraw("save")
        if isinstance(error, DocumentChangedError):
            deciding.ask_to_replace(
                self._place.window,
                error,
                save_as=partial(self.save_as, then=then),
                replace=partial(self._write, path, expected=None, then=then),
            )
            return
        notice = notice_of(error, doing="Saving")
        again = partial(self._write, path, expected=expected, then=then)
        self._place.notices.raise_notice(
            Notice(
                notice.text,
                f"{notice.advice} Nothing is lost; Ctrl+Shift+S saves elsewhere.",
                notice.level,
                action="Try Again",
                on_action=again,
                topic="save",
            )
        )
