"""The file of a journal: records that are only ever appended, each with a checksum of its own.

A record is one line: its CRC-32 in hexadecimal, its number, and JSON in ASCII. So a person can read
a journal, and whatever damages one line, the others remain readable.
"""

import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.output_file import not_written
from ocrdesk.formats.record_values import RecordError, bytes_from_value, value_from_bytes

MOST_BYTES = 1024**3
"""No journal grows so large; a file that is larger is not read."""

JOURNAL_NAME, PICTURE_NAME = "journal", "picture.png"
_ORIGINS_NAME = "origins"

_APPENDING = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class JournalLines:
    """The records of a journal that are whole, with their numbers, and whether others are not.

    ``size`` is that of the file in bytes. A journal is torn where its last line does not end: a
    program was killed at writing it. Nobody has seen what it told, so nothing is lost with it, but
    nothing may follow it either.
    """

    records: tuple[tuple[int, Any], ...]
    size: int
    is_damaged: bool
    is_torn: bool

    @property
    def last(self) -> int:
        """The number of the last record, 0 if there is none."""
        return self.records[-1][0] if self.records else 0


def line_of_record(number: int, value: Any) -> bytes:
    """Return the line of a record given as JSON value, or as the bytes of one."""
    content = value if isinstance(value, bytes) else bytes_from_value(value)
    numbered = b"%d %b" % (number, content)
    return b"%08x %b\n" % (zlib.crc32(numbered), numbered)


def append_lines(path: Path, lines: bytes, *, creates: bool = False) -> int:
    """Append to the file of a journal; return its size. It has reached the system then, whole.

    The file is opened anew each time: that takes microseconds, needs no handle for each of
    hundreds of pages, and notices when somebody removed the file or its drive. Raises
    ``OutputError``; what was written by then is taken back, as far as that is possible.
    """
    try:
        handle = os.open(path, _APPENDING | (os.O_CREAT if creates else 0), 0o600)
        try:
            before = os.fstat(handle).st_size
            try:
                _write_all(handle, lines)
            except BaseException:
                with suppress(OSError):
                    os.ftruncate(handle, before)
                raise
        finally:
            os.close(handle)
    except OSError as error:
        raise not_written(path, error) from error
    return before + len(lines)


def _write_all(handle: int, content: bytes) -> None:
    """Write all of it; the system may take less at a time when the disk fills up."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def read_lines(path: Path) -> JournalLines:
    """Return the records of a journal; raises ``DocumentFileError`` if it cannot be read at all."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DocumentFileError(
                f"The journal “{path}” is far too large.", advice="Remove it if nobody needs it."
            )
        content = path.read_bytes()
    except OSError as error:
        raise DocumentFileError(
            f"The journal “{path}” cannot be read: {error.strerror or error}.",
            advice="Check its permissions, and that its drive is there.",
        ) from error
    lines = content.split(b"\n")
    records = tuple(_whole(lines[:-1]))
    is_damaged = len(records) != len(lines) - 1
    return JournalLines(records, len(content), is_damaged, is_torn=lines[-1] != b"")


def _whole(lines: Iterable[bytes]) -> Iterable[tuple[int, Any]]:
    """Yield number and value of each line that is as it was written."""
    for line in lines:
        checksum, _, numbered = line.partition(b" ")
        if checksum != b"%08x" % zlib.crc32(numbered):
            continue
        number, _, content = numbered.partition(b" ")
        with suppress(RecordError, ValueError):
            yield int(number), value_from_bytes(content)


def note_origin(folder: Path, origin: str) -> None:
    """Keep with a journal whose it was before somebody takes it over; ``OSError`` if that fails."""
    with (folder / _ORIGINS_NAME).open("a", encoding="ascii") as file:
        file.write(f"{origin}\n")


def read_origins(folder: Path) -> tuple[str, ...]:
    """Return whose a journal was before it was taken over, the first one first."""
    with suppress(OSError):
        return tuple((folder / _ORIGINS_NAME).read_text("ascii", "replace").split())
    return ()


def remove_journal(folder: Path) -> None:
    """Remove a journal with all that lies in its folder, as far as that is possible.

    The journal goes first: what is left without it is nothing that anybody would want back.
    """
    with suppress(OSError):
        (folder / JOURNAL_NAME).unlink()
    with suppress(OSError):
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
