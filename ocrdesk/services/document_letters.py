"""The confirmed letters of saved documents, cut from their images."""

from collections.abc import Generator
from pathlib import Path

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import open_document
from ocrdesk.formats.document_images import load_image
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.image_file import SourceImage
from ocrdesk.page.elements import Page
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
    image = as_it_lies(load_image(stored.document, stored.image), page)
    return (yield from letters_on(page, image, recognizer))


def as_it_lies(image: SourceImage, page: Page) -> SourceImage:
    """Return the image as the page has its boxes, turned by what the page was turned by besides."""
    turn = round((page.rotation - image.rotation) % 360, 4) % 360
    if turn % 90 == 0:
        return image.turned(-round(turn) // 90)
    return image.laid(turn, (page.width, page.height))


def letters_on(
    page: Page, image: SourceImage, recognizer: Recognizer
) -> Generator[Progress, None, Letters]:
    """Find the ink of an image that lies as its page does, and cut the confirmed letters out."""
    reading = yield from recognize(image, recognizer, before=page)
    return confirmed_letters(page, reading.layout, recognizer.geometry)
