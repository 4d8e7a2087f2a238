"""Saves all pages as one document file, and asks before anything would be lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from ocrdesk.errors import DocumentChangedError
from ocrdesk.formats.archive_file import ArchiveStamp
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_members import DOCUMENT_SUFFIX
from ocrdesk.ui.controllers import deciding, document_work, saving_notices
from ocrdesk.ui.controllers.folders import SAVING, beside_all, note_folder, place_for, reachable
from ocrdesk.ui.controllers.places import view_of
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.file_dialog import saving_dialog, with_ending

Then = Callable[[], None]

_PATIENCE_MS = 500  # a saving that takes longer is told of
_FILTER = later("Documents of ocrdesk ({patterns})")


@dataclass(frozen=True, slots=True, eq=False)
class DocumentFile:
    """The file of what is open: where it is, what tells it from others, and its pages in order."""

    path: Path
    stamp: ArchiveStamp
    pages: tuple[OpenDocument, ...]


class SavingController(QObject):
    """Keeps the file that the open pages belong to; ``changed`` tells that it may be another.

    ``saved`` brings the path of a file that was written. Pages can be edited, opened and taken out
    meanwhile; what takes the place of all of them waits for the end of it.
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
        self._afterwards: Callable[[], None] | None = None  # what a person wants once it is saved
        self._owner = 0  # counts whom the pages belonged to, so that a saving knows its own
        self._is_saving = False
        self._removed: Callable[[], Sequence[OpenDocument]] = tuple
        workplace.actions.on("save", self.save)
        workplace.actions.on("save_as", self.save_as)
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
        if self._session.modified or self._waiting:
            return True
        return self._file is not None and self._file.pages != tuple(self._session.documents)

    @property
    def is_saving(self) -> bool:
        """Tell whether a file is being written."""
        return self._is_saving

    def belong_to(self, file: DocumentFile | None) -> None:
        """Let the open pages belong to a file from now on, or to none.

        What was to be saved before is not: the pages may be others.
        """
        self._owner += 1
        self._waiting.clear()
        self._file = file
        self.changed.emit()

    def expect(self, stamp: ArchiveStamp) -> None:
        """Ask before the next saving replaces the file if it is not the one with that stamp."""
        self._file = None if self._file is None else replace(self._file, stamp=stamp)

    def keep_aside(self, removed: Callable[[], Sequence[OpenDocument]]) -> None:
        """Keep these pages, too, whenever a file is written: they may be put back later."""
        self._removed = removed

    def save(self, *, then: Then | None = None) -> None:
        """Save to the file there is, or ask for one; go on with ``then`` once that is done."""
        if self._file is None:
            self.save_as(then=then)
        else:
            self._write(str(self._file.path), then=then)

    def save_as(self, *, then: Then | None = None) -> None:
        """Ask for a file and save to it."""
        documents = self._session.documents
        if not documents:
            return
        own = beside_all([opened.document for opened in documents])
        proposed = (
            place_for(self._place, SAVING, own)
            if self._file is None
            else reachable(self._file.path)
        )
        dialog = saving_dialog(self._place.window, tr("Save As"), str(proposed.parent))
        dialog.setNameFilter(tr(_FILTER).format(patterns=f"*{DOCUMENT_SUFFIX}"))
        dialog.setDefaultSuffix(DOCUMENT_SUFFIX.removeprefix("."))
        dialog.selectFile(with_ending(proposed.name, dialog.defaultSuffix()))
        dialog.fileSelected.connect(partial(note_folder, self._place, SAVING, usual=own.parent))
        dialog.fileSelected.connect(partial(self._write, then=then))
        dialog.open()

    def ask_before_losing(
        self, documents: Sequence[OpenDocument], go_on: Callable[[], None]
    ) -> None:
        """Go on at once if nothing would be lost with these pages, else after a person decided.

        All of them wait until they are saved, if they are being saved; where that fails nothing
        goes on. What was edited meanwhile is asked about, too.
        """
        is_all = len(documents) == len(self._session.documents)
        again = partial(self._ask_again, () if is_all else documents, go_on)
        if is_all and self._is_saving:
            self._afterwards = again
            return
        is_lost = any(opened.is_modified for opened in documents)
        if not is_lost and not (is_all and self.is_modified):
            go_on()
            return
        name = self._file.path.name if is_all and self._file is not None else ""
        deciding.ask_to_save(
            self._place.window,
            name,
            documents,
            save=partial(self.save, then=again),
            discard=go_on,
        )

    def _ask_again(self, some: Sequence[OpenDocument], go_on: Callable[[], None]) -> None:
        """Go on unless something was edited while the rest was saved; without ``some`` of all."""
        self.ask_before_losing(some or self._session.documents, go_on)

    def _write(self, path: str, *, replaces: bool = False, then: Then | None = None) -> None:
        """Save once all pages are open and no other saving runs.

        That a file is there already a person was asked, or with ``replaces`` that it is another's.
        """
        self._waiting.append(partial(self._start, path, replaces=replaces, then=then))
        if self._is_loading:
            self._place.notices.inform(
                tr("The pages will be saved as soon as all of them are open."), topic="save"
            )
        self._go_on()

    @property
    def _is_loading(self) -> bool:
        documents = self._session.documents
        return self._reading.busy is not None and any(d.lacks_everything for d in documents)

    def _go_on(self) -> None:
        if self._waiting and not self._is_saving and not self._is_loading:
            self._waiting.pop(0)()

    def _expected(self, path: str) -> ArchiveStamp | None:
        """Return what has to lie there if it is the file of these pages, as it was saved last."""
        file = self._file
        return file.stamp if file is not None and Path(path).absolute() == file.path else None

    def _start(self, path: str, *, replaces: bool, then: Then | None) -> None:
        documents = self._session.documents
        if not documents:  # none of those that were waited for could be opened
            self._place.notices.withdraw("save")
            return
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
        expected = None if replaces else self._expected(path)
        removed = self._removed()
        aside = [(opened.stored(), opened.past.journal) for opened in removed]
        steps = document_work.save_file(
            path, pages, journals, expected=expected, aside=aside, store=self._session.journals
        )
        self._is_saving = True
        task = self._place.tasks.create(steps)
        owner = self._owner
        task.succeeded.connect(partial(self._take, owner, documents, pages, removed, then))
        again = partial(self._write, path, replaces=replaces, then=then)
        anyway = partial(self._write, path, replaces=True, then=then)
        task.failed.connect(partial(self._fail, owner, again, anyway, then))
        task.ended.connect(self._ended)
        QTimer.singleShot(_PATIENCE_MS, self, partial(self._tell_of, path))
        task.start()

    def _ended(self) -> None:
        self._is_saving = False
        self._go_on()
        if not self._is_saving and self._afterwards is not None:
            afterwards, self._afterwards = self._afterwards, None
            afterwards()

    def _tell_of(self, path: str) -> None:
        if self._is_saving:
            self._place.notices.inform(
                tr("Saving {name}…").format(name=Path(path).name), topic="save"
            )

    def _take(
        self,
        owner: int,
        documents: Sequence[OpenDocument],
        pages: Sequence[StoredPage],
        removed: Sequence[OpenDocument],
        then: Then | None,
        result: object,
    ) -> None:
        """Go on with the pages as the file holds them, unless others took their place."""
        saved = cast("document_work.SavedFile", result)
        for opened, before, stored in zip(documents, pages, saved.contents.pages, strict=True):
            if not opened.is_discarded:
                opened.take_saved(before, stored)
        for opened, begun in zip(removed, saved.aside, strict=True):
            if begun is not None and not opened.is_discarded:
                opened.go_aside(begun)
        is_ours = owner == self._owner
        if is_ours:
            self._file = DocumentFile(saved.path, saved.contents.stamp, tuple(documents))
            self.changed.emit()
        self.saved.emit(str(saved.path))
        self._place.notices.raise_notice(saving_notices.of_saved(saved))
        if then is not None and is_ours:
            then()

    def _fail(
        self, owner: int, again: Then, anyway: Then, then: Then | None, error: Exception
    ) -> None:
        """Tell what went wrong; the work stays in memory and in its journals."""
        self._afterwards = None
        self._place.notices.withdraw("save")
        if owner != self._owner:  # what is open now must not be saved there
            self._place.notices.raise_error(error, doing=tr("Saving"))
            return
        if isinstance(error, DocumentChangedError):
            deciding.ask_to_replace(
                self._place.window,
                error,
                save_as=partial(self.save_as, then=then),
                replace=anyway,
            )
            return
        keys = self._place.actions.keys_of("save_as")
        self._place.notices.raise_notice(saving_notices.of_failure(error, again, keys=keys))
