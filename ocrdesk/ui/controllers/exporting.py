"""Gets the text out: export to files, copy."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ocrdesk.errors import OutputError
from ocrdesk.formats.document_members import refuse_to_replace_document
from ocrdesk.formats.image_file import refuse_to_replace_picture
from ocrdesk.formats.page_file import EXPORTERS, write_text_atomically
from ocrdesk.page.document import PageDocument
from ocrdesk.paths import resources_folder
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.views.file_dialog import saving_dialog

_NAMES = {"txt": "Text", "json": "JSON with boxes and probabilities"}


class ExportingController(QObject):
    """Writes what was read, in the formats that ``formats.page_file`` offers."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        actions = workplace.actions
        actions["export"].triggered.connect(self.export_again)
        actions["export_as"].triggered.connect(self.export_current)
        actions["copy_text"].triggered.connect(self.copy_text)

    def copy_text(self) -> None:
        """Put the text of the page on the clipboard."""
        page = self._session.page
        if page is not None:
            QGuiApplication.clipboard().setText(page.text)
            count = len(page.lines)
            rows = "1 row" if count == 1 else f"{count} rows"
            self._place.notices.inform(f"Copied {rows} of text.", topic="copy")

    def export_again(self) -> None:
        """Export to the file exported to last; the first time ask for one."""
        current = self._session.current
        if current is None or current.page is None:
            return
        if current.exported_to is None:
            self.export([current])
        else:
            self._write([current], current.exported_to)

    def export_current(self) -> None:
        """Ask for a file and export the page to it."""
        if self._session.current is not None:
            self.export([self._session.current])

    def export(self, documents: Sequence[OpenDocument]) -> None:
        """Ask for a file and write these pages to it."""
        first = documents[0]
        place = Path(first.exported_to) if first.exported_to else beside(first.document)
        title = (
            f"Export “{first.title}”" if len(documents) == 1 else f"Export {len(documents)} Pages"
        )
        dialog = saving_dialog(self._place.window, title, str(place.parent))
        dialog.setNameFilters(list(map(_filter_of, EXPORTERS)))
        suffix = place.suffix.lstrip(".").lower() if first.exported_to else "txt"
        dialog.setDefaultSuffix(suffix if suffix in EXPORTERS else "txt")
        dialog.selectNameFilter(_filter_of(dialog.defaultSuffix()))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix_of(chosen)))
        dialog.selectFile(place.name)
        dialog.fileSelected.connect(partial(self._write, documents))
        dialog.open()

    def _write(self, documents: Sequence[OpenDocument], path: str) -> None:
        """Write the pages; where that fails say so."""
        pages = [opened.page for opened in documents if opened.page is not None]
        exporter = EXPORTERS.get(Path(path).suffix.lstrip(".").lower(), EXPORTERS["txt"])
        try:
            refuse_to_replace_picture(path)
            refuse_to_replace_document(path)
            write_text_atomically(Path(path), exporter(pages))
        except OutputError as error:
            notice = Notice(
                error.message,
                error.advice,
                NoticeLevel.ERROR,
                action="Export As…",
                on_action=partial(self.export, documents),
                topic="export",
            )
            self._place.notices.raise_notice(notice)
            return
        for opened in documents:
            opened.exported_to = path
        text = f"Exported to {Path(path).name}."
        self._place.notices.raise_notice(
            Notice(text, str(Path(path).parent), NoticeLevel.SUCCESS, topic="export")
        )


def beside(document: PageDocument, *, is_whole: bool = False) -> Path:
    """Return the name to propose, without an ending: beside the image, unless that ships with us.

    Pages of one file have numbers, so that none is written over another; a document that holds the
    whole file has none.
    """
    source = Path(document.source)
    has_folder = source.is_absolute() and not source.is_relative_to(resources_folder())
    has_number = document.page_count > 1 and not is_whole
    number = f"-{document.page_number + 1}" if has_number else ""
    return (source.parent if has_folder else Path.home()) / f"{source.stem}{number}"


def _filter_of(suffix: str) -> str:
    """Return ``Text (*.txt)`` for ``txt``."""
    return f"{_NAMES.get(suffix, suffix)} (*.{suffix})"


def _suffix_of(name_filter: str) -> str:
    """Return ``txt`` for ``Text (*.txt)``."""
    return name_filter.rpartition("*.")[2].rstrip(")")
