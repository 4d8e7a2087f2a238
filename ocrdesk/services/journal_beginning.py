"""Begins the journal of a page that is opened: which page it is, and who else has it open."""

from contextlib import suppress
from dataclasses import dataclass

from ocrdesk.errors import DocumentFileError, ImageFileError
from ocrdesk.formats.document_entries import StoredPage, load_history
from ocrdesk.formats.document_images import ImageFile, image_file_of
from ocrdesk.formats.document_members import Member
from ocrdesk.page.history import History
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_images import identify
from ocrdesk.services.journal_state import JournalIdentity
from ocrdesk.services.journal_store import JournalStore, OtherWindow


@dataclass(frozen=True, slots=True)
class BegunJournal:
    """The journal of a page, where the image lies, and the other windows that have it open.

    ``problem`` is why its history could not be had; it begins anew then.
    """

    journal: Journal
    image: ImageFile | Member | None
    others: tuple[OtherWindow, ...] = ()
    problem: DocumentFileError | None = None


def begin_journal(store: JournalStore, stored: StoredPage) -> BegunJournal:
    """Begin the journal of a page; the history comes out of its document if it still lies there.

    The image has to be in memory unless it is in a file. Takes as long as reading that file, or as
    packing an image that no file holds.
    """
    document, image = stored.document, stored.image
    history, problem = History(), None
    try:
        history = load_history(stored)
    except DocumentFileError as error:
        problem = error
    if image is None:
        with suppress(ImageFileError):  # it was there a moment ago; the pixels are in memory
            image = image_file_of(document)
    try:
        identity, picture = identify(document, image=image)
    except ImageFileError:
        identity, picture = (
            JournalIdentity(document.source, document.page_number, document.page_count),
            None,
        )
    others = store.others(identity)
    journal = store.begin(identity, document.page, history, model=stored.model, picture=picture)
    return BegunJournal(journal, image, others, problem)
