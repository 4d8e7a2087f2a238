"""What the worker does for an export: pages become one file."""

from collections.abc import Generator, Sequence
from pathlib import Path

from ocrdesk.formats.document_members import refuse_to_replace_document
from ocrdesk.formats.exporters import EXPORTERS, format_of
from ocrdesk.formats.image_file import refuse_to_replace_picture
from ocrdesk.formats.output_file import write_text_atomically
from ocrdesk.page.elements import Page, Reader
from ocrdesk.page.readers import signed
from ocrdesk.services.progress import Progress


def export(
    path: Path, pages: Sequence[Page], readers: Sequence[str], form: str | None = None
) -> Generator[Progress, None, None]:
    """Write pages in a format, by default the one that the ending of the name stands for.

    ``readers`` are who read each page, for letters that do not tell it, as of older documents.
    Nothing is written where that would replace a picture or a document. Raises ``OutputError``.
    """
    refuse_to_replace_picture(path)
    refuse_to_replace_document(path)
    exporter = EXPORTERS[form or format_of(path)]
    yield Progress("Exporting", 0.0)
    told = [signed(page, Reader(name)) for page, name in zip(pages, readers, strict=True)]
    write_text_atomically(path, exporter.text(told))
