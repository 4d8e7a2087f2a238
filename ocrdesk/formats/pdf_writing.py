"""Writes a PDF document object by object, so that never more than a page of it is in memory."""

import zlib
from collections.abc import Mapping

MARK = b"%ocrdesk export\n"
"""A comment in the third line, by which a document is known as one that can be made again."""

_BEGINNING = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n" + MARK


def is_export(start: bytes) -> bool:
    """Tell whether a file that begins so was exported by this program."""
    return start.startswith(_BEGINNING)


EXPORT_START = len(_BEGINNING)
"""How many bytes tell."""


class PdfWriter:
    """Numbers objects, knows where they are, and hands their bytes out to be written."""

    def __init__(self) -> None:
        self._places: dict[int, int] = {}
        self._count = 0
        self._written = 0
        self._waiting = _BEGINNING

    def reserve(self) -> int:
        """Return the number of an object that is to come."""
        self._count += 1
        return self._count

    def add(self, content: bytes, number: int | None = None) -> int:
        """Write an object; return its number, a new one unless one was reserved."""
        number = self.reserve() if number is None else number
        self._places[number] = self._written + len(self._waiting)
        self._waiting += b"%d 0 obj\n%b\nendobj\n" % (number, content)
        return number

    def add_stream(
        self,
        data: bytes,
        entries: bytes = b"",
        *,
        is_packed: bool = False,
        number: int | None = None,
    ) -> int:
        """Write a stream, which is packed here unless it already is."""
        if not is_packed:
            data, entries = zlib.compress(data), entries + b" /Filter /FlateDecode"
        content = b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)
        return self.add(content, number)

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        waiting, self._waiting = self._waiting, b""
        self._written += len(waiting)
        return waiting

    def ended(self, root: int, info: int) -> bytes:
        """Return the rest: what still waits, and the table of all objects."""
        place = self._written + len(self._waiting)
        rows = b"".join(
            b"%010d 00000 n \n" % self._places[number] for number in range(1, self._count + 1)
        )
        size = self._count + 1
        table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, rows)
        trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (size, root, info)
        return self.taken() + table + trailer + b"startxref\n%d\n%%%%EOF\n" % place


def dictionary(entries: Mapping[str, object]) -> bytes:
    """Return a dictionary whose values are numbers, or are written as they are."""
    return b"<< %b >>" % " ".join(f"/{key} {value}" for key, value in entries.items()).encode()


def text_value(text: str) -> bytes:
    """Return a text of any characters as a value."""
    return b"<FEFF%b>" % text.encode("utf-16-be", "replace").hex().upper().encode()
