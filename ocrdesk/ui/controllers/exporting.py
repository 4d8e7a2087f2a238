"""Gets the text out: export to files, copy."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel

from ocrdesk.errors import UsageError
from ocrdesk.formats.exporters import EXPORTERS, complete_name, format_of
from ocrdesk.ui.controllers import export_work
from ocrdesk.ui.controllers.folders import (
    EXPORTING,
    beside,
    beside_all,
    note_folder,
    place_for,
    reachable,
)
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel, notice_of
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.file_dialog import add_row, saving_dialog, with_ending

if TYPE_CHECKING:
    from ocrdesk.ui.controllers.saving import SavingController

_NAMES = {
    "txt": later("Text"),
    "json": later("JSON with boxes and probabilities"),
    "hocr": later("hOCR"),
    "alto": later("ALTO XML"),
    "page": later("PAGE XML, one page"),
    "box": later("Boxes for Tesseract"),
    "csv": later("Table of all letters"),
    "pdf": later("Searchable PDF"),
}

_MOST_NAMED = 3


class ExportingController(QObject):
    """Writes what was read, in the formats that ``formats.exporters`` lists."""

    def __init__(self, workplace: Workplace, saving: "SavingController", parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._saving = saving
        self._session = workplace.session
        self._numbers = count(1)  # of exports
        actions = workplace.actions
        actions["export"].triggered.connect(self.export_again)
        actions["export_as"].triggered.connect(self.export_current)
        actions["copy_text"].triggered.connect(self.copy_text)

    def copy_text(self) -> None:
        """Put the text of the page on the clipboard."""
        page = self._session.page
        if page is not None:
            QGuiApplication.clipboard().setText(page.text)
            told = tr("Copied %n rows of text.", None, len(page.lines))
            self._place.notices.inform(told, topic="copy")

    def export_again(self) -> None:
        """Export the same pages to the file exported to last; the first time ask for one."""
        current = self._session.current
        if current is None:
            return
        is_whole = current.is_exported_whole
        if current.exported_to is None or not (is_whole or current.tally.letters):
            self.export_current()
        else:
            some = self._session.documents if is_whole else [current]
            self._write(current.exported_to, some, current.exported_as, is_whole=is_whole)

    def export_current(self) -> None:
        """Ask for a file, and with several pages whether all of them go there or this one.

        A page without letters goes nowhere by itself.
        """
        current = self._session.current
        if current is None:
            return
        is_several = len(self._session.documents) > 1
        is_first = current.exported_to is None
        is_whole = is_several and (
            is_first or current.is_exported_whole or not current.tally.letters
        )
        own = Path(current.exported_to) if current.exported_to else self._proposed(is_whole)
        place = reachable(own) if current.exported_to else place_for(self._place, EXPORTING, own)
        title = tr("Export") if is_several else self._title_of(current)
        dialog = self._dialog(title, place, current.exported_as)
        choice = self._choice(dialog, is_whole=is_whole) if is_several else None
        dialog.selectFile(with_ending(place.name, dialog.defaultSuffix()))

        def write(path: str) -> None:
            is_all = choice is not None and bool(choice.currentData())
            some = self._session.documents if is_all else [current]
            try:
                form = format_of(Path(path), chosen=_form_of(dialog.selectedNameFilter()))
            except UsageError as error:  # a dialog of the platform does not ask us
                self._fail(error, pages=some)
            else:
                usual = self._proposed(is_all).parent
                note_folder(self._place, EXPORTING, path, usual=usual)
                self._write(path, some, form, is_whole=is_all)

        dialog.fileSelected.connect(write)
        dialog.open()

    def _title_of(self, opened: OpenDocument) -> str:
        return tr("Export “{name}”").format(name=opened.title)

    def _dialog(self, title: str, place: Path, form: str) -> QFileDialog:
        """Return a dialog that offers all formats, this one first; a typed ending counts more."""

        def complete(path: Path) -> Path:
            return complete_name(path, chosen=_form_of(dialog.selectedNameFilter()))

        dialog = saving_dialog(self._place.window, title, str(place.parent), complete=complete)
        dialog.setNameFilters(list(map(_filter_of, EXPORTERS)))
        dialog.selectNameFilter(_filter_of(form))
        dialog.setDefaultSuffix(_ending_of(form))
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(_ending_of(_form_of(chosen)))
        )
        return dialog

    def _proposed(self, is_whole: bool) -> Path:  # noqa: FBT001 - which of two names
        """Return the name to propose: of the document, of all its images, or of this page.

        What was saved is exported beside the document, and by its name where it has one page.
        """
        documents, current = self._session.documents, self._session.current
        file = self._saving.file
        if not is_whole and current is not None:
            own = beside(current.document)
            if file is None:
                return own
            return file.path.parent / (own.name if len(documents) > 1 else file.path.stem)
        if file is None:
            return beside_all([opened.document for opened in documents])
        return file.path.with_suffix("")

    def _choice(self, dialog: QFileDialog, *, is_whole: bool) -> QComboBox:
        """Add a row to the dialog where a person chooses which pages to export."""
        current, documents = self._session.current, self._session.documents
        choice = QComboBox()
        choice.setObjectName("pages")
        choice.addItem(tr("All %n pages", None, len(documents)), True)
        name = current.title if current is not None else ""
        if current is not None and current.tally.letters:
            choice.addItem(tr("Only “{name}”").format(name=name), False)
        choice.setCurrentIndex(0 if is_whole else 1)
        choice.setAccessibleName(tr("Pages to export"))
        label = QLabel(tr("&Pages:"))
        label.setBuddy(choice)
        add_row(dialog, label, choice)

        def propose() -> None:
            if current is not None and not current.exported_to:
                name = self._proposed(choice.currentData()).name
                dialog.selectFile(with_ending(name, dialog.defaultSuffix()))

        choice.currentIndexChanged.connect(propose)
        return choice

    def _write(
        self,
        path: str,
        some: Sequence[OpenDocument],
        form: str | None = None,
        *,
        is_whole: bool,
        may_lack: bool = False,
    ) -> None:
        """Write pages in a worker; where that fails say so, where pictures are lost ask."""
        documents = [opened for opened in some if opened.page is not None]
        stored = [opened.stored() for opened in documents]
        steps = export_work.export(Path(path), stored, form, may_lack=may_lack)
        task = self._place.tasks.create(steps)

        def take(result: object) -> None:
            lost = [documents[place] for place in cast("tuple[int, ...]", result)]
            if lost and not may_lack:
                self._ask(lost, len(some), write_others)
            else:
                told = [opened for opened in documents if opened not in lost]
                unread = len(some) - len(documents)
                self._tell((path, form), told, lost, is_whole=is_whole, unread=unread)

        def write_others() -> None:
            left = [opened for opened in some if opened in self._session.documents]
            if left:  # the pages may have been taken out since that was asked
                self._write(path, left, form, is_whole=is_whole, may_lack=True)

        task.succeeded.connect(take)
        task.failed.connect(partial(self._fail, pages=some))
        task.start()

    def _ask(self, lost: Sequence[OpenDocument], count: int, again: Callable[[], None]) -> None:
        """Name the pages whose pictures are lost; nothing was written, the others may be."""
        text = tr("The pictures of %n pages are lost: {names}.", None, len(lost))
        notice = Notice(
            text.format(names=_names(lost)),
            tr("Nothing was exported yet, but the other pages can be."),
            NoticeLevel.WARNING,
            action=tr("Export the Others", "A button"),
            on_action=again,
        )
        self._raise(notice, count)

    def _tell(
        self,
        file: tuple[str, str | None],
        documents: Sequence[OpenDocument],
        lost: Sequence[OpenDocument],
        *,
        is_whole: bool,
        unread: int,
    ) -> None:
        """Say where the pages are, which lack a picture, and how many were not read yet."""
        path, form = file
        number = next(self._numbers)
        for opened in documents:
            opened.exports[path] = number
            opened.exported_as = form or format_of(Path(path))
            opened.is_exported_whole = is_whole
        name = Path(path).name
        text = tr("Exported to {name}.").format(name=name)
        if len(documents) > 1:
            text = tr("Exported %n pages to {name}.", None, len(documents)).format(name=name)
        advice, level = str(Path(path).parent), NoticeLevel.SUCCESS
        left_out = []
        if unread:
            left_out.append(tr("%n pages that were not read yet are left out.", None, unread))
        if lost:
            told = tr("%n pages without a picture are left out: {names}.", None, len(lost))
            left_out.append(told.format(names=_names(lost)))
        if left_out:
            advice, level = " ".join(left_out), NoticeLevel.WARNING
        self._raise(Notice(text, advice, level), len(documents) + len(lost) + unread)

    def _fail(self, error: Exception, *, pages: Sequence[OpenDocument]) -> None:
        """Say what went wrong; another file is offered where one of the pages is still shown."""
        notice = notice_of(error, doing=tr("Exporting"))
        if self._session.current in pages:
            notice = replace(notice, action=tr("Export As…"), on_action=self.export_current)
        self._raise(notice, len(pages))

    def _raise(self, notice: Notice, count: int) -> None:
        """Tell of an export in place of the one before; what is of several pages holds on each."""
        self._place.notices.withdraw("export", "exports")
        topic = "export" if count == 1 else "exports"
        self._place.notices.raise_notice(replace(notice, topic=topic))


def _names(documents: Sequence[OpenDocument]) -> str:
    """Return the titles of some pages, of many the first ones."""
    named = ", ".join(opened.title for opened in documents[:_MOST_NAMED])
    return named if len(documents) <= _MOST_NAMED else f"{named}, …"


def _ending_of(form: str) -> str:
    return EXPORTERS[form].endings[0]


def _filter_of(form: str) -> str:
    """Return ``Text (*.txt)`` for ``txt``."""
    return tr(_NAMES[form]) + f" (*.{_ending_of(form)})"


def _form_of(name_filter: str) -> str:
    """Return ``txt`` for ``Text (*.txt)``."""
    return next((form for form in EXPORTERS if _filter_of(form) == name_filter), "txt")
