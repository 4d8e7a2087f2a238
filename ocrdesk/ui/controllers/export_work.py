"""What the worker does for an export: pages become one file."""

from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from ocrdesk.errors import OutputError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_members import refuse_to_replace_document
from ocrdesk.formats.exporters import EXPORTERS, format_of
from ocrdesk.formats.image_file import refuse_to_replace_picture
from ocrdesk.formats.output_file import opened_atomically
from ocrdesk.formats.page_picture import PicturedPage, picture_of_stored
from ocrdesk.page.elements import Page, Reader
from ocrdesk.page.readers import signed
from ocrdesk.services.progress import Progress


class _IncompleteError(Exception):
    """Leaves the file before, as a person is to be asked first."""


def export(
    path: Path, stored: Sequence[StoredPage], form: str | None = None, *, may_lack: bool = False
) -> Generator[Progress, None, tuple[int, ...]]:
    """Write pages in a format, by default the one that the ending of the name stands for.

    What read a page counts for letters that do not tell it, as of older documents. Returns the
    places of pages whose pictures are lost though the format shows them: without these it is
    written if it ``may_lack`` some, otherwise not at all. Nor is it where that would replace
    a picture, a document, or what a page came from. Raises ``OutputError``, and where all pictures
    are lost ``ImageFileError`` or ``DocumentFileError``.
    """
    refuse_to_replace_picture(path)
    refuse_to_replace_document(path)
    _refuse_to_replace_source(path, stored)
    exporter = EXPORTERS[form or format_of(path)]
    yield Progress("Exporting", 0.0)
    pages = [_pictured(each, each.document.page) for each in stored if each.document.page]
    lost: list[int] = []
    made = exporter.parts(pages, on_damage=lambda page, _: lost.append(pages.index(page)))
    with suppress(_IncompleteError), closing(made) as parts, opened_atomically(path) as stream:
        for number, part in enumerate(parts, 1):
            stream.write(part)
            yield Progress("Exporting", min(1.0, number / (len(pages) + 1)))
        if lost and not may_lack:
            raise _IncompleteError
    return tuple(lost)


def _pictured(stored: StoredPage, page: Page) -> PicturedPage:
    told = signed(page, Reader(stored.model))
    lying = replace(stored, document=stored.document.with_page(told))
    return PicturedPage(told, partial(picture_of_stored, lying))


def _refuse_to_replace_source(path: Path, stored: Sequence[StoredPage]) -> None:
    """Raise ``OutputError`` where the file is one that was opened, even an export of ours."""
    for source in {each.document.source for each in stored}:
        with suppress(OSError, ValueError):  # a name without a file
            if path.samefile(source):
                raise OutputError(
                    f"“{path}” is open here, and writing over it would destroy it.",
                    advice="Choose another name.",
                )
