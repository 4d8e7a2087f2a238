"""The parts of a document file that are read when they are needed, and what goes into a new one.

A part is called by a checksum of its content. So its name stays true wherever its page is moved to
and however often the document is saved, what is on two pages is stored once, and damage shows.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ocrdesk.errors import DocumentFileError, OutputError
from ocrdesk.formats.archive_file import Archive, ArchiveError, ArchiveStamp, opened_archive
from ocrdesk.formats.page_records import Record
from ocrdesk.formats.presence import is_file, is_there
from ocrdesk.formats.record_values import RecordError, bytes_from_value

DOCUMENT_SUFFIX = ".ocrdesk"

_ZIP = b"PK\3\4"
_NAME = re.compile(r"(images|histories)/[0-9a-f]{32}\.[a-z]{3,4}")
_DIGITS = 32  # of a checksum in a name

_kept: ContextVar["_LastOpened | None"] = ContextVar("kept", default=None)


class DamagedPartError(DocumentFileError):
    """A part of a document is not what was put there; all that is left of it was read before."""


@dataclass(frozen=True, slots=True)
class Member:
    """A part of a document file that stays there until it is needed.

    ``stamp`` is that of the file when the part was found in it, None where nobody looked.
    """

    document: Path
    name: str
    stamp: ArchiveStamp | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes on their way into a document: what to call them, whether to pack them, where from.

    ``chunks`` yields them piece by piece, and raises ``ImageFileError`` or ``DocumentFileError``
    where they can no longer be had as they were: ``DamagedPartError`` after all that is left.
    ``has_stand_in`` tells that something else can take its place then.
    """

    name: str
    size: int
    is_packed: bool
    chunks: Callable[[], Iterable[bytes]]
    has_stand_in: bool = False


def is_document_file(path: Path | str) -> bool:
    """Tell whether a file is to be opened as a document: by its ending or by how it begins."""
    path = Path(path)
    if path.suffix.lower() == DOCUMENT_SUFFIX:
        return True
    try:
        if not is_file(path):
            return False
        with path.open("rb") as stream:
            return stream.read(len(_ZIP)) == _ZIP
    except (OSError, ValueError):  # ValueError: a null character in the name
        return False


def refuse_to_replace_document(path: Path | str) -> None:
    """Raise ``OutputError`` where a result written to ``path`` would be, or destroy, a document.

    What a person has packed or trained (``.zip``, ``.npz``) is an archive as documents are, and is
    not written over either.
    """
    if Path(path).suffix.lower() == DOCUMENT_SUFFIX:
        raise OutputError(
            f"“{path}” is the name of a document.",
            advice="Choose another name; File, Save keeps everything in a document.",
        )
    if is_document_file(path):
        raise OutputError(f"“{path}” is there already.", advice="Choose another name.")


def is_member_name(name: str) -> bool:
    """Tell whether a part may be called so."""
    return bool(_NAME.fullmatch(name))


def member_name(folder: str, checksum: str, suffix: str) -> str:
    """Return what to call a part whose content has that SHA-256 in hexadecimal digits."""
    return f"{folder}/{checksum[:_DIGITS]}{suffix}"


def content_of_bytes(
    folder: str, content: bytes, *, suffix: str = ".json", is_packed: bool = True
) -> Content:
    """Return bytes that are in memory as a part."""
    name = member_name(folder, sha256(content).hexdigest(), suffix)
    return Content(name, len(content), is_packed, lambda: [content])


def content_of_json(name: str, value: Record, *, most: int) -> Content:
    """Return a record as a part of up to so many bytes; raises ``OutputError``."""
    content = bytes_from_value(value)
    if len(content) > most:
        raise OutputError("There is too much on one page.", advice="Save it in parts.")
    return Content(name, len(content), is_packed=True, chunks=lambda: [content])


def is_whole(content: Content) -> bool:
    """Tell whether a part is not damaged, by reading it; raises as its ``chunks`` otherwise."""
    try:
        for _ in content.chunks():
            pass
    except DamagedPartError:
        return False
    return True


def content_of_member(member: Member) -> Content:
    """Return what this document or another already holds; raises ``DocumentFileError``."""
    with opened_document(member.document) as archive:
        size, is_packed = archive.size(member.name), archive.is_packed(member.name)
    return Content(member.name, size, is_packed, lambda: _chunks(member, size))


def member_bytes(member: Member, *, most: int) -> bytes:
    """Return the content of a part of up to so many bytes; raises ``DocumentFileError``."""
    return b"".join(_chunks(member, most))


def _chunks(member: Member, most: int) -> Iterator[bytes]:
    digest = sha256()
    with opened_document(member.document) as archive:
        if archive.size(member.name) > most:
            raise ArchiveError(f"“{member.name}” inside it is far too large")
        try:
            # The name has a checksum of its own, by which damage shows when all of it was yielded.
            for chunk in archive.chunks(member.name, is_checked=False):
                digest.update(chunk)
                yield chunk
            _check_content(member, digest.hexdigest())
        except ArchiveError as error:
            told = damaged_document(member.document, str(error))
            raise DamagedPartError(told.message, advice=told.advice) from error


def _check_content(member: Member, checksum: str) -> None:
    if member_name("", checksum, "") not in member.name:
        raise ArchiveError(f"“{member.name}” inside it is damaged")


@contextmanager
def opened_document(path: Path) -> Iterator[Archive]:
    """Open the archive of a document; raises ``DocumentFileError`` for all that is wrong with it.

    An ``ArchiveError`` or ``RecordError`` of what is done with it becomes one as well.
    """
    try:
        if is_there(path) and not is_file(path):
            raise DocumentFileError(
                f"“{path}” is a folder, a pipe or a device, not a document.",
                advice="Choose a file that ends in .ocrdesk.",
            )
        kept = _kept.get()
        if kept is not None:
            yield kept.archive(path)
        else:
            with opened_archive(path) as archive:
                yield archive
    except (ArchiveError, RecordError) as error:
        raise damaged_document(path, str(error)) from error
    except FileNotFoundError as error:
        raise DocumentFileError(
            f"There is no file “{path}”.", advice="Check the name and the folder."
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise DocumentFileError(
            f"“{path}” cannot be read: {reason}.",
            advice="Check its permissions and that its drive is there, or try a copy of it.",
        ) from error


@contextmanager
def last_document_kept_open() -> Iterator[None]:
    """Let `opened_document` keep the last one open inside the block, for the next of its parts.

    Opening one means to check all its members, and there are as many parts to copy as members:
    saving 500 pages again took 18 seconds, most of them for that. Inside, one document is to be
    done with before another is opened. The block belongs to the thread that is in it.
    """
    with ExitStack() as stack:
        token = _kept.set(_LastOpened(stack))
        try:
            yield
        finally:
            _kept.reset(token)


class _LastOpened:
    """The archive that was asked for last, open until another is or until the stack is closed."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._path: Path | None = None
        self._archive: Archive | None = None

    def archive(self, path: Path) -> Archive:
        """Return the archive, opened if need be; raises as `opened_archive`."""
        if self._archive is None or path != self._path:
            self._archive = None
            self._stack.close()
            self._archive, self._path = self._stack.enter_context(opened_archive(path)), path
        return self._archive


def damaged_document(path: Path, reason: str) -> DocumentFileError:
    """Return the error for a document that cannot be relied on."""
    return DocumentFileError(
        f"“{path.name}” is damaged or was not made by ocrdesk: {reason}.",
        advice="Open another copy of it; of pages that were open, ocrdesk keeps a journal.",
    )
