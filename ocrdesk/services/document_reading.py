"""What a document file says: its pages as they were corrected, or read now if they never were."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from ocrdesk.errors import DocumentFileError, ModelFileError
from ocrdesk.formats.document_entries import StoredPage, load_history
from ocrdesk.formats.document_file import open_document
from ocrdesk.formats.document_images import load_image
from ocrdesk.formats.document_members import Member
from ocrdesk.formats.image_file import SourceImage
from ocrdesk.ink_settings import InkSettings
from ocrdesk.page.deltas import PageDelta
from ocrdesk.services.document_letters import as_it_lies
from ocrdesk.services.fields import Field
from ocrdesk.services.joined_reading import join_reading
from ocrdesk.services.model_store import list_models, load_model
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread


def stored_pages(path: Path | str) -> tuple[StoredPage, ...]:
    """Return the pages of a document file in their order; raises ``DocumentFileError``."""
    return open_document(path).pages


def read_stored(
    stored: StoredPage,
    recognizer: Recognizer,
    *,
    field: Field | None = None,
    ink_settings: InkSettings | None = None,
) -> Generator[Progress, None, Reading]:
    """Read a page of a document that was never read, on the image that the document keeps.

    Raises what ``image_of`` does.
    """
    yield Progress("Opening", 0.0)
    image = image_of(stored)
    return (yield from recognize(image, recognizer, field=field, ink_settings=ink_settings))


def read_again(
    stored: StoredPage,
    recognizer: Recognizer,
    *,
    field: Field | None = None,
    ink_settings: InkSettings | None = None,
) -> Generator[Progress, None, Reading]:
    """Read a page of a document again; what a person confirmed stays as it is.

    It is read as a whole, as it lies, unless somebody arranged its letters: then their boxes are
    read, or what was parted, deleted or put in order would be lost. Other ``ink_settings`` are for
    the whole page. Raises what ``image_of`` does, and ``ValueError`` for a page that was never
    read.
    """
    page = stored.document.page
    if page is None:
        raise ValueError("nothing to read again")
    yield Progress("Opening", 0.0)
    image = as_it_lies(image_of(stored), page)
    task = recognize(image, recognizer, before=page, field=field, ink_settings=ink_settings)
    reading = yield from task
    after, layout = reading.page, reading.layout
    if ink_settings is None and _is_arranged(stored):
        after = yield from reread(page, layout, recognizer, field=field)
    elif page.fields or any(glyph.is_confirmed for glyph in page.glyphs):
        after, _ = yield from join_reading(
            page, after, layout, recognizer=recognizer, name="", field=field
        )
    return replace(reading, page=after)


def reader_of(stored: StoredPage) -> Recognizer:
    """Return what read a page; raises ``ModelFileError`` where that is not here any more."""
    if all(entry.name != stored.model for entry in list_models()):  # nor is it a path
        raise ModelFileError(
            f"“{stored.model}”, which read it, is not here.",
            advice="Name a reader with --model NAME.",
        )
    return load_model(stored.model)


def _is_arranged(stored: StoredPage) -> bool:
    """Tell whether a person may have changed boxes, words or rows of a page that was read.

    The steps alone do not tell: a document may have lost them.
    """
    page = stored.document.page
    if page is None:
        return False
    try:
        history = load_history(stored)
    except DocumentFileError:
        return True
    if history.left_out or any(_arranges(step.delta) for step in history.done):
        return True
    return not history.done and any(glyph.is_confirmed for glyph in page.glyphs)


def _arranges(delta: PageDelta) -> bool:
    is_moved = any(change.box is not None for change in delta.glyphs)
    return bool(delta.added or delta.removed or delta.rows or is_moved)


def image_of(stored: StoredPage) -> SourceImage:
    """Return the image that a document keeps of a page.

    Raises ``DocumentFileError`` where it keeps none, ``ImageFileError`` where that is damaged.
    """
    if not isinstance(stored.image, Member):
        raise DocumentFileError(
            f"The image of “{stored.title}” is not in the document, which reading needs.",
            advice="Open the document in the window and put the image back.",
        )
    return load_image(stored.document, stored.image)
