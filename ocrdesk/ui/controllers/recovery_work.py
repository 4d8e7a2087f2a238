"""What the worker does for work that a killed program left: finds it, takes it over."""

from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ocrdesk.errors import DocumentFileError, ImageFileError, OcrdeskError
from ocrdesk.formats.document_file import DocumentContents, open_document
from ocrdesk.formats.document_images import ImageFile
from ocrdesk.formats.document_members import Member
from ocrdesk.page.document import PageDocument
from ocrdesk.services import left_work
from ocrdesk.services.journal_images import load_recovered_image
from ocrdesk.services.journal_state import JournalIdentity
from ocrdesk.services.journal_store import JournalStore, Recovered
from ocrdesk.services.left_work import LeftWork
from ocrdesk.services.page_list import PageList
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers.document_work import OpenedFile
from ocrdesk.ui.views.image_pyramid import ImagePyramid, build_pyramid


@dataclass(frozen=True, slots=True)
class RecoveredPage:
    """A page that was got back, with its image if that is still there.

    ``number`` is its number in the list of pages, None where no list names it.
    """

    work: Recovered
    document: PageDocument
    pyramid: ImagePyramid | None
    kept: ImageFile | Member | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class RecoveredWork:
    """All pages got back, the document they belong to if there is one, and what went wrong.

    ``listed`` are all pages that there were, in their order, as far as that was kept, and
    ``list_path`` is the file that says so until the window's own does.
    """

    pages: tuple[RecoveredPage, ...]
    file: OpenedFile | None
    errors: tuple[OcrdeskError, ...] = ()
    listed: PageList | None = None
    list_path: Path | None = None


def find(journals: JournalStore) -> Generator[Progress, None, tuple[LeftWork, ...]]:
    """Look for work of windows that are gone."""
    yield Progress("Looking for unsaved work", 0.0)
    return left_work.find_left_work(journals)


def discard(journals: JournalStore, work: LeftWork) -> Generator[Progress, None, None]:
    """Remove work that nobody wants back."""
    yield Progress("Discarding", 0.0)
    left_work.discard(journals, work)


def recover(journals: JournalStore, work: LeftWork) -> Generator[Progress, None, RecoveredWork]:
    """Take work over and find its images; what cannot be got back is left where it is."""
    pages: list[RecoveredPage] = []
    errors: list[OcrdeskError] = []
    list_path = None if work.list_path is None else journals.take_list(work.list_path)
    file = _file_of(work)
    numbers = {leftover.folder: number for number, leftover in work.journals.items()}
    for done, leftover in enumerate(work.leftovers):
        yield Progress("Recovering", done / len(work.leftovers))
        try:
            page = _page_of(journals.recover(leftover), file)
            pages.append(replace(page, number=numbers.get(leftover.folder)))
        except OcrdeskError as error:
            errors.append(error)
    return RecoveredWork(tuple(pages), file, tuple(errors), work.pages, list_path)


def _file_of(work: LeftWork) -> OpenedFile | None:
    """Return the document that the work belongs to, if it is still there."""
    if not work.document:
        return None
    path = Path(work.document)
    try:
        return OpenedFile(path, open_document(path))
    except DocumentFileError:  # the image may be found elsewhere, and is told of if not
        return None


def _page_of(work: Recovered, file: OpenedFile | None) -> RecoveredPage:
    state = work.state
    identity, page = state.identity, state.page
    rotation = 0 if page is None else 90 * round(page.rotation / 90) % 360
    document = PageDocument(
        identity.source, identity.page_number, identity.page_count, None, page, rotation
    )
    pyramid = None
    with suppress(ImageFileError, DocumentFileError):  # told when the page is looked at
        image = load_recovered_image(work)
        document = document.with_pixels(image.pixels, rotation=int(image.rotation))
        pyramid = build_pyramid(image.pixels)
    return RecoveredPage(work, document, pyramid, _kept(identity, file))


def _kept(identity: JournalIdentity, file: OpenedFile | None) -> ImageFile | Member | None:
    """Return where the image is kept; of a page that no document holds its journal has it."""
    if identity.is_aside:
        return None
    if identity.document:
        contents = file.contents if file is not None else None
        return member_of(contents, identity) if contents is not None else None
    if identity.has_file and identity.page_count == 1 and identity.checksum:
        return ImageFile(Path(identity.source), identity.checksum)
    return None


def member_of(contents: DocumentContents, identity: JournalIdentity) -> Member | None:
    """Return which image of a document is that of the page with this identity."""
    images = (stored.image for stored in contents.pages)
    members = [image for image in images if isinstance(image, Member)]
    return next((m for m in members if Path(m.name).stem == identity.checksum), None)
