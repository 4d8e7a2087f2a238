"""What a document file says: its pages as they were corrected, or read now if they never were."""

from collections.abc import Generator
from pathlib import Path

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import open_document
from ocrdesk.formats.document_images import load_image
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.image_file import SourceImage
from ocrdesk.ink_settings import InkSettings
from ocrdesk.page.elements import Page
from ocrdesk.services.fields import Field
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer


def stored_pages(path: Path | str) -> tuple[StoredPage, ...]:
    """Return the pages of a document file in their order; raises ``DocumentFileError``."""
    return open_document(path).pages


def read_stored(
    stored: StoredPage,
    recognizer: Recognizer,
    *,
    field: Field | None = None,
    ink_settings: InkSettings | None = None,
) -> Generator[Progress, None, Page]:
    """Read a page of a document that was never read, on the image that the document keeps.

    Raises what ``image_of`` does.
    """
    yield Progress("Opening", 0.0)
    image = image_of(stored)
    task = recognize(image, recognizer, field=field, ink_settings=ink_settings)
    return (yield from task).page


def image_of(stored: StoredPage) -> SourceImage:
    """Return the image that a document keeps of a page that was never read.

    Raises ``DocumentFileError`` where it keeps none, ``ImageFileError`` where that is damaged.
    """
    if not isinstance(stored.image, Member):
        raise DocumentFileError(
            f"“{stored.title}” was never read, and its image is not in the document.",
            advice="Open the document in the window and put the image back.",
        )
    return load_image(stored.document, stored.image)
