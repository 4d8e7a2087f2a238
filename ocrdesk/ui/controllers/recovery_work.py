"""What the worker does for work that a killed program left: finds it, takes it over."""

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ocrdesk.errors import DocumentFileError, ImageFileError, OcrdeskError
from ocrdesk.formats.document_file import DocumentContents, open_document
from ocrdesk.formats.document_images import ImageFile
from ocrdesk.formats.document_members import Member
from ocrdesk.page.document import PageDocument
from ocrdesk.services.journal_images import load_recovered_image
from ocrdesk.services.journal_leftovers import Leftover
from ocrdesk.services.journal_state import JournalIdentity
from ocrdesk.services.journal_store import JournalStore, Recovered
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers.document_work import OpenedFile
from ocrdesk.ui.views.image_pyramid import ImagePyramid, build_pyramid


@dataclass(frozen=True, slots=True)
class RecoveredPage:
    """A page that was got back, with its image if that is still there."""

    work: Recovered
    document: PageDocument
    pyramid: ImagePyramid | None
    kept: ImageFile | Member | None


@dataclass(frozen=True, slots=True)
class RecoveredWork:
    """All pages got back, the document they all belong to if there is one, and what went wrong."""

    pages: tuple[RecoveredPage, ...]
    file: OpenedFile | None
    errors: tuple[OcrdeskError, ...]


def find(journals: JournalStore) -> Generator[Progress, None, tuple[Leftover, ...]]:
    """Look for journals whose program is gone and that hold work."""
    yield Progress("Looking for unsaved work", 0.0)
    return journals.recoverable()


def discard(
    journals: JournalStore, leftovers: Sequence[Leftover]
) -> Generator[Progress, None, None]:
    """Remove journals that nobody wants back."""
    for number, leftover in enumerate(leftovers):
        yield Progress("Discarding", number / len(leftovers))
        journals.discard(leftover)


def recover(
    journals: JournalStore, leftovers: Sequence[Leftover]
) -> Generator[Progress, None, RecoveredWork]:
    """Take journals over and find their images; what cannot be got back is left where it is."""
    pages: list[RecoveredPage] = []
    errors: list[OcrdeskError] = []
    file = _file_of(leftovers)
    for number, leftover in enumerate(leftovers):
        yield Progress("Recovering", number / len(leftovers))
        try:
            pages.append(_page_of(journals.recover(leftover), file))
        except OcrdeskError as error:
            errors.append(error)
    return RecoveredWork(tuple(pages), file, tuple(errors))


def _file_of(leftovers: Sequence[Leftover]) -> OpenedFile | None:
    """Return the document that all of the work belongs to, if it is one and still there."""
    paths = {leftover.identity.document for leftover in leftovers if leftover.identity}
    if len(paths) != 1 or "" in paths:
        return None
    path = Path(paths.pop())
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
    """Return where the image is kept."""
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
