"""The confirmed letters of saved documents, cut from their images."""

from collections.abc import Generator
from pathlib import Path

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import open_document
from ocrdesk.formats.document_images import load_image
from ocrdesk.formats.document_members import Member
from ocrdesk.services.letters import Letters, confirmed_letters, together
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer


def letters_of_document(path: Path, recognizer: Recognizer) -> Generator[Progress, None, Letters]:
    """Return what a person confirmed on all pages of an ``.ocrdesk`` file.

    Raises ``DocumentFileError`` for a file that is none, or damaged.
    """
    stored = [page for page in open_document(path).pages if _is_confirmed(page)]
    found = []
    for number, page in enumerate(stored):
        yield Progress(f"Looking at {path.name}", number / len(stored))
        found.append((yield from _letters_of_page(path, page, recognizer)))
    return together(found, recognizer.geometry)


def _is_confirmed(stored: StoredPage) -> bool:
    page = stored.document.page
    return page is not None and any(glyph.is_confirmed for glyph in page.glyphs)


def _letters_of_page(
    path: Path, stored: StoredPage, recognizer: Recognizer
) -> Generator[Progress, None, Letters]:
    """Lay the page's image out as it lies, and cut its confirmed letters."""
    page = stored.document.page
    assert page is not None
    if not isinstance(stored.image, Member):
        raise DocumentFileError(
            f"“{path.name}” does not hold the image of a page.", advice="Save it again."
        )
    image = load_image(stored.document, stored.image)
    reading = yield from recognize(image, recognizer, before=page)
    return confirmed_letters(page, reading.layout, recognizer.geometry)
