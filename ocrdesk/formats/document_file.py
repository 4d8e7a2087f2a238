"""The ``.ocrdesk`` file: pages with their images and histories in one zip archive, without pickle.

``manifest.json`` names the format, its version, the program that wrote it, and the pages in order:
where each came from, how it is turned, what read it, how it was looked at. ``pages/`` holds what
was read, ``images/`` the images as their files were or else as PNG, ``histories/`` the steps that
led there; the latter two are read when they are asked for. Members that this version does not know
are ignored, and gone after the next saving. Equal content makes equal bytes.
"""

import stat
import zipfile
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from ocrdesk.errors import DocumentChangedError, DocumentFileError, OutputError
from ocrdesk.formats.archive_file import (
    MOST_MEMBERS,
    ArchiveError,
    ArchiveStamp,
    is_too_dense,
    new_member,
    read_stamp,
)
from ocrdesk.formats.document_entries import (
    MOST_PAGE,
    StoredPage,
    content_of_history,
    entry_record,
    page_from_entry,
    with_stamp,
)
from ocrdesk.formats.document_images import content_of_image
from ocrdesk.formats.document_members import (
    Content,
    DamagedPartError,
    Member,
    content_of_json,
    is_whole,
    last_document_kept_open,
    opened_document,
)
from ocrdesk.formats.image_decoding import READABLE
from ocrdesk.formats.image_file import refuse_to_replace_picture
from ocrdesk.formats.output_file import remove_remains, write_atomically
from ocrdesk.formats.page_records import Record, page_record
from ocrdesk.formats.record_values import (
    RecordError,
    collector_paused,
    items,
    mapping,
    text,
    text_value,
    value_from_bytes,
)
from ocrdesk.page.elements import Page
from ocrdesk.page.history import History

FORMAT = "ocrdesk-document"
FORMAT_VERSION = 1

_MANIFEST = "manifest.json"
_MOST_MANIFEST = 16 * 1024**2
_MOST_PAGES = (MOST_MEMBERS - 1) // 3
_MOST_READ = 1024**3  # bytes of JSON for all pages, which are all read when a document is opened


@dataclass(frozen=True, slots=True)
class DocumentContents:
    """What a document file holds: pages in order, and the stamp that tells it from others.

    ``damaged`` are the members that were damaged before they were copied by saving.
    """

    pages: tuple[StoredPage, ...]
    stamp: ArchiveStamp
    creator: str
    damaged: frozenset[str] = frozenset()


def open_document(path: Path | str) -> DocumentContents:
    """Return what a document file holds, its images and histories left where they are.

    Raises ``DocumentFileError`` for a file that is missing, damaged, foreign, hostile or newer.
    """
    path = Path(path).absolute()
    with opened_document(path) as archive, collector_paused():
        if _MANIFEST not in archive:
            raise _foreign(path)
        manifest = _checked(path, value_from_bytes(archive.read(_MANIFEST, most=_MOST_MANIFEST)))
        if archive.total("pages/") > _MOST_READ:
            raise ArchiveError("its pages would become far too large when unpacked")
        entries = items(manifest.get("pages"), "the list of pages")
        _refuse_repetition(entries)
        pages = tuple([page_from_entry(path, archive, entry) for entry in entries])
        creator = text(manifest.get("creator", ""), "the name of the program")
        return DocumentContents(pages, archive.stamp, creator)


def save_document(
    path: Path | str,
    pages: Sequence[StoredPage],
    *,
    creator: str = "ocrdesk",
    expected: ArchiveStamp | None = None,
) -> DocumentContents:
    """Write a document file whole or not at all; return its contents as they lie there now.

    ``creator`` names the program and its version, for whoever looks into the file. With the stamp
    ``expected`` a file that has become another one since is not replaced. Images and histories are
    copied from where they are, so that they are never all in memory. Those that are damaged in the
    document they lie in are carried over as they are, and show their damage by their names.

    Raises ``DocumentChangedError`` for such a file, ``OutputError`` where it cannot be written,
    ``ImageFileError`` or ``DocumentFileError`` where an image or a history cannot be had any more;
    the file before stays in each case.
    """
    path = Path(path).absolute()
    _refuse_to_replace(path)
    saved: list[DocumentContents] = []

    def look() -> None:
        _refuse_changed(path, expected)

    def write(stream: BinaryIO) -> None:
        saved.append(_written(stream, path, pages, creator))

    look()
    write_atomically(path, write, last_look=look)
    remove_remains(path.resolve().parent)
    return saved[0]


def _checked(path: Path, value: object) -> Record:
    """Return the manifest of a version that can be read; raises ``DocumentFileError``."""
    manifest = mapping(value, "the manifest")
    version = manifest.get("version")
    if manifest.get("format") != FORMAT or type(version) is not int or version < 1:
        raise _foreign(path)
    if version > FORMAT_VERSION:
        raise DocumentFileError(
            f"“{path.name}” was saved by a newer ocrdesk (format {version}; this one reads up to "
            f"{FORMAT_VERSION}).",
            advice="Update ocrdesk to open it.",
        )
    return manifest


def _refuse_repetition(entries: Sequence[object]) -> None:
    """Raise ``RecordError`` if a member would be read as several pages, which may be thousands."""
    names = [mapping(entry, "a page of the manifest").get("page") for entry in entries]
    told = [str(name) for name in names if name is not None]
    if len(entries) > _MOST_PAGES or len(set(told)) != len(told):
        raise RecordError("its list of pages names one of them again and again")


def _foreign(path: Path) -> DocumentFileError:
    return DocumentFileError(f"“{path.name}” is not a document of ocrdesk.", advice=READABLE)


def _refuse_to_replace(path: Path) -> None:
    """Raise ``OutputError`` for what is no file, such as a pipe, and for a picture."""
    with suppress(OSError, ValueError):  # will be told when it is written
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise OutputError(f"“{path}” is not a file.", advice="Choose a name in a folder.")
    refuse_to_replace_picture(path)


def _refuse_changed(path: Path, expected: ArchiveStamp | None) -> None:
    """Raise ``DocumentChangedError`` if the file is there and another than expected."""
    if expected is None:
        return
    try:
        with path.open("rb") as stream:
            is_same = read_stamp(stream) == expected
    except FileNotFoundError:
        return  # nothing would be destroyed
    except (OSError, ValueError):
        is_same = False
    if not is_same:
        raise DocumentChangedError(
            f"“{path.name}” was changed by another window or program since it was opened here.",
            advice="Save under another name, so that neither work is lost.",
        )


def _written(
    stream: BinaryIO, path: Path, pages: Sequence[StoredPage], creator: str
) -> DocumentContents:
    """Write the archive; return what it will hold once it lies at ``path``."""
    if len(pages) > _MOST_PAGES:
        raise OutputError(
            f"A document holds at most {_MOST_PAGES:,} pages.", advice="Save it in parts."
        )
    unpacked, looks_first = set[str](), False
    while True:
        with last_document_kept_open(), zipfile.ZipFile(stream, "w") as archive:
            writer = _Writer(archive, path, unpacked)
            writer.looks_first = looks_first
            stored = tuple(writer.add(page) for page in pages)
            writer.finish(creator)
        if not writer.too_dense and not writer.is_unlucky:
            stream.flush()
            stamp = read_stamp(stream)
            there = tuple(with_stamp(page, stamp) for page in stored)
            return DocumentContents(there, stamp, creator, frozenset(writer.damaged))
        unpacked, looks_first = unpacked | writer.too_dense, looks_first or writer.is_unlucky
        stream.seek(0)
        stream.truncate()


class _Writer:
    """Puts pages into an archive one after the other, and the manifest at the end.

    ``too_dense`` are the members that shrank so much that reading them would be refused as an
    attack, a picture of bare paper for one: they have to be among the ``unpacked`` ones.
    ``damaged`` members were carried over as they are. It ``is_unlucky`` where memory or another
    page may have had a whole one for its place, which a writer finds that ``looks_first``.
    """

    def __init__(self, archive: zipfile.ZipFile, path: Path, unpacked: Collection[str]) -> None:
        self.looks_first = self.is_unlucky = False
        self.too_dense: set[str] = set()
        self.damaged: set[str] = set()
        self._last: list[Content] = []  # what is damaged, unless a whole one comes
        self._archive, self._path = archive, path
        self._unpacked = unpacked
        self._entries: list[Record] = []
        self._names: set[str] = set()
        self._size_of_pages = 0

    def add(self, stored: StoredPage) -> StoredPage:
        """Write a page; return it with its parts where they will be."""
        first = self.looks_first
        image = self._put(content_of_image(stored.document, stored.image, looks_first=first))
        history = self._put(content_of_history(stored.history))
        name = self._put(self._content_of_page(stored.document.page))
        self._entries.append(entry_record(stored, page=name, image=image, history=history))
        kept: History | Member = History()
        if isinstance(stored.history, History):
            kept = stored.history.marked_saved()
        elif history is not None:
            kept = Member(self._path, history)
        there = None if image is None else Member(self._path, image)
        return replace(stored, history=kept, image=there)

    def finish(self, creator: str) -> None:
        """Write what is damaged, and the manifest."""
        for content in self._last:
            if content.name not in self._names:
                self._write(content)
        manifest = {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "creator": text_value(creator),
            "pages": self._entries,
        }
        self._put(content_of_json(_MANIFEST, manifest, most=_MOST_MANIFEST))

    def _content_of_page(self, page: Page | None) -> Content | None:
        if page is None:
            return None
        name = f"pages/{len(self._entries) + 1:04d}.json"
        content = content_of_json(name, page_record(page), most=MOST_PAGE)
        self._size_of_pages += content.size
        if self._size_of_pages > _MOST_READ:
            raise OutputError("There is too much on the pages.", advice="Save them in parts.")
        return content

    def _put(self, content: Content | None) -> str | None:
        """Write a member unless it is there already; return its name."""
        if content is None:
            return None
        if content.name in self._names:
            self.is_unlucky |= content.name in self.damaged and not self.looks_first
        elif self.looks_first and not is_whole(content):
            self._last.append(content)
        else:
            self._write(content)
        return content.name

    def _write(self, content: Content) -> None:
        self._names.add(content.name)
        is_packed = content.is_packed and content.name not in self._unpacked
        info = new_member(content.name, content.size, is_packed=is_packed)
        with self._archive.open(info, "w") as member:
            try:
                for chunk in content.chunks():
                    member.write(chunk)
            except DamagedPartError:
                self.damaged.add(content.name)
                self.is_unlucky |= content.has_stand_in and not self.looks_first
        if is_too_dense(info.file_size, info.compress_size):
            self.too_dense.add(content.name)
