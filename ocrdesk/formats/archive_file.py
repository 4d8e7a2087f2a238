"""Zip archives that may come from anywhere: known to be harmless before anything in them is read.

Nothing is ever unpacked to a path that an archive names. What an archive says of itself is checked
first: where it ends, how many members it has and how large they are, whether they lie over one
another, what they are called. ``ArchiveError`` says what is wrong with it.
"""

import copy
import re
import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

MOST_MEMBERS = 20_000
MOST_BYTES = 2 * 1024**3
"""How large one member may be; a picture of as many megapixels as can be opened is smaller."""
MOST_UNPACKED = 64 * 1024**3
"""How large all compressed members may be together, once unpacked."""
MOST_DENSE = 200
"""How many times as large a member may become, from ``MEASURED_FROM`` bytes on."""
MEASURED_FROM = 64 * 1024

_MOST_DIRECTORY = 4 * 1024**2
_END, _END_64, _LOCATOR_64 = b"PK\5\6", b"PK\6\6", b"PK\6\7"  # APPNOTE.TXT 6.3.10, section 4.3
_LOCAL_HEADER = 30  # bytes before a member's name
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UNSAFE = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.?(/|$)|[\x00-\x1f\x7f]|//")
_CHUNK = 1024**2
_NO_END = "its end is missing, or something follows it"


class ArchiveError(ValueError):
    """An archive is damaged, or made to do harm; the message says how, without a full stop."""


class _Directory(NamedTuple):
    """Where the list of an archive's members is, in bytes, and of how many."""

    offset: int
    members: int


class ArchiveStamp(NamedTuple):
    """What tells archives of different content apart: size in bytes, checksum of the directory.

    The directory lists the checksums of all members. Times of files are no part of it: copies,
    cloud folders and coarse clocks change or keep them as they like.
    """

    size: int
    checksum: str


class Archive:
    """An archive whose members were all found to be harmless, open for reading."""

    def __init__(self, archive: zipfile.ZipFile, stamp: ArchiveStamp) -> None:
        self.stamp = stamp
        self._archive = archive
        self._members = {info.filename: info for info in archive.infolist()}

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def size(self, name: str) -> int:
        """Return how many bytes a member holds; raises ``ArchiveError`` if it is missing."""
        return self._member(name).file_size

    def total(self, folder: str) -> int:
        """Return how many bytes all members hold whose names begin like that."""
        infos = self._members.values()
        return sum(info.file_size for info in infos if info.filename.startswith(folder))

    def is_packed(self, name: str) -> bool:
        """Tell whether a member is compressed; raises ``ArchiveError`` if it is missing."""
        return self._member(name).compress_type != zipfile.ZIP_STORED

    def read(self, name: str, *, most: int = MOST_BYTES) -> bytes:
        """Return the content of a member of up to so many bytes; raises ``ArchiveError``."""
        if self.size(name) > most:
            raise ArchiveError(f"“{name}” inside it is far too large")
        return b"".join(self.chunks(name))

    def chunks(self, name: str, *, is_checked: bool = True) -> Iterator[bytes]:
        """Yield the content of a member piece by piece; raises ``ArchiveError`` for damage.

        Unless it ``is_checked``, a content that is not what the archive says of it is yielded to
        its end, as far as it can be unpacked.
        """
        info = self._member(name)
        if not is_checked:
            info = copy.copy(info)
            del info.CRC  # zipfile compares nothing with a checksum that is not known
        with _damage_told(f"“{name}” inside it"), self._archive.open(info) as stream:
            yield from iter(lambda: stream.read(_CHUNK), b"")

    def _member(self, name: str) -> zipfile.ZipInfo:
        if name not in self._members:
            raise ArchiveError(f"it lacks “{name}”")
        return self._members[name]


@contextmanager
def opened_archive(path: Path) -> Iterator[Archive]:
    """Open an archive for reading; raises ``ArchiveError``, and ``OSError`` for the file itself."""
    with path.open("rb") as stream:
        stamp = read_stamp(stream)
        with _damage_told("its list of members"):
            archive = zipfile.ZipFile(stream)
        with archive:
            _check_members(archive.infolist(), _find_directory(stream))
            yield Archive(archive, stamp)


def read_stamp(stream: BinaryIO) -> ArchiveStamp:
    """Return the stamp of an archive; raises ``ArchiveError`` where its end is damaged."""
    directory = _find_directory(stream)
    stream.seek(directory.offset)
    content = stream.read()
    return ArchiveStamp(directory.offset + len(content), sha256(content).hexdigest())


def _find_directory(stream: BinaryIO) -> _Directory:
    """Return where the list of members is; raises ``ArchiveError`` unless the file ends with it.

    Nothing may precede the first member or follow the list, where other programs might see
    something else in the file than this one does.
    """
    end = stream.seek(0, 2) - 22
    record = _record_at(stream, end, 22, _END)
    *_, count, size, offset, comment = struct.unpack("<4sHHHHIIH", record)
    if comment:
        raise ArchiveError(_NO_END)
    if _begins(stream, end - 20, _LOCATOR_64):  # as zipfile decides it
        end -= 20 + 56
        record = _record_at(stream, end, 56, _END_64)
        *_, count, size, offset = struct.unpack("<4sQHHIIQQQQ", record)
    if offset + size != end:
        raise ArchiveError("its table of contents is not where it should be")
    if count > MOST_MEMBERS or size > _MOST_DIRECTORY:
        raise ArchiveError(f"it has {count:,} files inside it, far more than a document needs")
    return _Directory(offset, count)


def _record_at(stream: BinaryIO, place: int, size: int, signature: bytes) -> bytes:
    if not _begins(stream, place, signature):
        raise ArchiveError(_NO_END)
    stream.seek(place)
    return stream.read(size)


def _begins(stream: BinaryIO, place: int, signature: bytes) -> bool:
    if place < 0:
        return False
    stream.seek(place)
    return stream.read(len(signature)) == signature


def new_member(name: str, size: int, *, is_packed: bool) -> zipfile.ZipInfo:
    """Return what to write a member of so many bytes by, the same at any time and on any system."""
    info = zipfile.ZipInfo(name)  # of 1 January 1980, the first day a zip archive knows
    info.create_system = 3  # Unix, so that the permissions count
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    info.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    info.file_size = size
    return info


def _check_members(members: list[zipfile.ZipInfo], directory: _Directory) -> None:
    """Raise ``ArchiveError`` unless all members are harmless."""
    if len(members) != directory.members:
        raise ArchiveError("its table of contents is damaged")
    names = [info.filename.casefold() for info in members]
    if len(set(names)) != len(names):
        raise ArchiveError("two files inside it have the same name")
    for info in members:
        _check_member(info)
    if sum(info.file_size for info in members if info.compress_type) > MOST_UNPACKED:
        raise ArchiveError("it would become far too large when unpacked")
    in_order = sorted(members, key=lambda info: info.header_offset)
    places = [*(info.header_offset for info in in_order), directory.offset]
    if places[0] != 0:
        raise ArchiveError("something stands before its first file")
    for info, start, end in zip(in_order, places[:-1], places[1:], strict=True):
        if start + _LOCAL_HEADER + len(info.filename) + info.compress_size > end:
            raise ArchiveError("the files inside it overlap")


def _check_member(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    if _UNSAFE.search(name) or name != info.filename:
        raise ArchiveError(f"a file inside it is called {name!r}, which could be put anywhere")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise ArchiveError(f"“{name}” inside it is a link")
    if info.flag_bits & _ENCRYPTED:
        raise ArchiveError(f"“{name}” inside it is encrypted")
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise ArchiveError(f"“{name}” inside it is packed in an unknown way")
    if info.file_size > MOST_BYTES or is_too_dense(info.file_size, info.compress_size):
        raise ArchiveError(f"“{name}” inside it would become far too large when unpacked")


def is_too_dense(size: int, packed: int) -> bool:
    """Tell whether so many bytes packed into so few look like an attack."""
    return size >= MEASURED_FROM and size > MOST_DENSE * packed


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """Turn what zipfile raises for damage into an ``ArchiveError``; it raises nearly anything."""
    try:
        yield
    except (OSError, ArchiveError):
        raise
    except Exception as error:
        raise ArchiveError(f"{name} is damaged") from error
