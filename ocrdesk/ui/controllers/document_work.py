"""What the worker does for document files: generators of reports that touch no widget."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import overload

from ocrdesk import __version__
from ocrdesk.errors import DocumentFileError, ImageFileError, OutputError
from ocrdesk.formats.archive_file import MOST_BYTES, ArchiveStamp
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_file import DocumentContents, open_document, save_document
from ocrdesk.formats.document_images import ImageFile, content_of_image
from ocrdesk.formats.document_members import Member, content_of_member, member_bytes
from ocrdesk.formats.image_file import open_images
from ocrdesk.page.history import History
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_beginning import BegunJournal, begin_journal
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.progress import Progress

CREATOR = f"ocrdesk {__version__}"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A document file that was opened."""

    path: Path
    contents: DocumentContents


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A document file as it lies on the disk now, and what could not be had for it.

    ``damaged`` are the titles of pages whose image or steps were damaged before, and are so still.
    ``aside`` are the journals that now keep pages which the file held before, as `keep_aside` has
    them.
    """

    path: Path
    contents: DocumentContents
    lost: tuple[str, ...]
    damaged: tuple[str, ...] = ()
    aside: tuple[BegunJournal | None, ...] = ()


def open_file(path: str) -> Generator[Progress, None, OpenedFile]:
    """Open a document file; raises ``DocumentFileError``."""
    yield Progress("Opening", 0.0)
    whole = Path(path).absolute()
    return OpenedFile(whole, open_document(whole))


def begin(stored: StoredPage, journals: JournalStore) -> Generator[Progress, None, BegunJournal]:
    """Begin the journal of a page out of a document without its image, which cannot be had."""
    yield Progress("Opening", 0.9)
    return begin_journal(journals, stored)


def save_file(
    path: str,
    pages: Sequence[StoredPage],
    journals: Sequence[Journal | None],
    *,
    expected: ArchiveStamp | None,
    aside: Sequence[tuple[StoredPage, Journal | None]] = (),
    store: JournalStore | None = None,
) -> Generator[Progress, None, SavedFile]:
    """Save pages into a document file, and let their journals know.

    ``aside`` are pages that were taken out and may be put back: what of them lies in the file that
    is replaced goes to their journals in the ``store`` first, as far as that is possible.

    Raises what ``save_document`` raises. Images and histories that are nowhere any more are left
    out: what a person did is worth saving without them.
    """
    yield Progress("Saving", 0.1)
    whole = Path(path).absolute()
    kept = [_kept_aside(stored, journal, whole, store) for stored, journal in aside]
    complete = _CompletePages(pages)
    contents = save_document(path, complete, creator=CREATOR, expected=expected)
    yield Progress("Saving", 0.9)
    for stored, saved, journal in zip(pages, contents.pages, journals, strict=True):
        if journal is None or not isinstance(stored.history, History):
            continue
        image = saved.image if isinstance(saved.image, Member) else None
        with suppress(OutputError):  # the journal tells its problem
            journal.record_saved(str(whole), image=image, history=stored.history)
    damaged = tuple(stored.title for stored in contents.pages if _is_damaged(stored, contents))
    return SavedFile(whole, contents, tuple(complete.lost), damaged, tuple(kept))


def _is_damaged(stored: StoredPage, contents: DocumentContents) -> bool:
    parts = (stored.image, stored.history)
    return any(isinstance(part, Member) and part.name in contents.damaged for part in parts)


def _kept_aside(
    stored: StoredPage, journal: Journal | None, path: Path, store: JournalStore | None
) -> BegunJournal | None:
    """Return what keeps a page from now on; None where its image lies elsewhere or is gone."""
    image = stored.image
    if not isinstance(image, Member) or image.document.absolute() != path or store is None:
        return None
    with suppress(DocumentFileError, OutputError):
        return _with_picture(stored, image, journal, store)
    return None


def _with_picture(
    stored: StoredPage, image: Member, journal: Journal | None, store: JournalStore
) -> BegunJournal | None:
    if journal is None:
        begun = begin_journal(store, stored)
        journal = begun.journal
        if begun.problem is not None:  # without its steps it would not come back as it was
            journal.close()
            return None
    content = member_bytes(image, most=MOST_BYTES)
    picture = journal.keep_picture(content)
    return BegunJournal(journal, ImageFile(picture, sha256(content).hexdigest()))


class _CompletePages(Sequence[StoredPage]):
    """Pages of which each is completed when it is written, so that images are never all in memory.

    ``lost`` tells what could not be had.
    """

    def __init__(self, pages: Sequence[StoredPage]) -> None:
        self.lost: dict[str, None] = {}
        self._pages = pages

    def __len__(self) -> int:
        return len(self._pages)

    @overload
    def __getitem__(self, place: int) -> StoredPage: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[StoredPage]: ...

    def __getitem__(self, place: int | slice) -> StoredPage | Sequence[StoredPage]:
        if isinstance(place, slice):
            return _CompletePages(self._pages[place])
        return self._with_history(self._with_image(self._pages[place]))

    def __iter__(self) -> Iterator[StoredPage]:
        return (self[place] for place in range(len(self)))

    def _with_image(self, stored: StoredPage) -> StoredPage:
        """Return the page with its image in reach, which was let go if it takes much memory."""
        document = stored.document
        if document.pixels is not None:
            return stored
        try:
            if stored.image is not None:
                content_of_image(document, stored.image)
                return stored
            image = next(open_images(document.source, first=document.page_number))
        except (DocumentFileError, ImageFileError, StopIteration):
            self.lost[f"the image of “{stored.title}”"] = None
            return replace(stored, image=None)
        pixels = image.turned(-document.rotation // 90).pixels
        return replace(stored, document=document.with_pixels(pixels))

    def _with_history(self, stored: StoredPage) -> StoredPage:
        if isinstance(stored.history, Member):
            try:
                content_of_member(stored.history)
            except DocumentFileError:
                self.lost[f"the steps of “{stored.title}”"] = None
                return replace(stored, history=History())
        return stored
