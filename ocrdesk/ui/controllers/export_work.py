"""What the worker does for an export: pages become one file, or one for each page."""

from collections.abc import Generator, Sequence
from pathlib import Path

from ocrdesk.formats.document_members import refuse_to_replace_document
from ocrdesk.formats.image_file import refuse_to_replace_picture
from ocrdesk.formats.page_file import EXPORTERS, ONE_PAGE_EACH, write_text_atomically
from ocrdesk.page.elements import Page
from ocrdesk.services.progress import Progress


def export(path: Path, pages: Sequence[Page]) -> Generator[Progress, None, tuple[Path, ...]]:
    """Write pages in the format that the ending of the name stands for, text for any other.

    Formats that hold one page get a file for each, numbered before the ending; nothing is written
    where one of them would replace a picture or a document. Returns the files in the order of the
    pages. Raises ``OutputError``.
    """
    suffix = path.suffix.lstrip(".").lower()
    write = EXPORTERS.get(suffix, EXPORTERS["txt"])
    is_split = suffix in ONE_PAGE_EACH and len(pages) > 1
    parts = [[page] for page in pages] if is_split else [list(pages)]
    paths = [numbered(path, place) for place in range(len(parts))] if is_split else [path]
    for each in paths:
        refuse_to_replace_picture(each)
        refuse_to_replace_document(each)
    for done, (each, part) in enumerate(zip(paths, parts, strict=True)):
        yield Progress("Exporting", done / len(paths))
        write_text_atomically(each, write(part))
    return tuple(paths)


def numbered(path: Path, place: int) -> Path:
    """Return ``out-3.xml`` for the page at place 2 of an export to ``out.xml``."""
    return path.with_name(f"{path.stem}-{place + 1}{path.suffix}")
