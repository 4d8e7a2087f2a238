"""A font with nothing to see: each character has a width and a code, and no area.

As Tesseract's ``pdf.ttf`` does it: text that is not shown needs no shapes, and so may hold any
character of Unicode, which no font that could be shipped does. Tables are those of the OpenType
specification, 1.9.
"""

import struct
from collections.abc import Mapping

UNITS = 1000
ADVANCE = 500
"""Of every character, in thousandths of the font's size."""

_GLYPHS = 2  # the one for what is missing, and the one for everything
_GLYPH = struct.pack(">5h2H2B4h", 1, 0, 0, ADVANCE, UNITS, 1, 0, 1, 1, 0, ADVANCE, 0, UNITS)
"""One stroke to and fro across the whole character, without area.

PDFium takes a word of one letter without any extent for nothing, and leaves it out.
"""


def font_file() -> bytes:
    """Return the font as a TrueType file."""
    tables = {
        b"OS/2": _os2(),
        b"cmap": struct.pack(">HHHHIHHHHHH", 0, 1, 3, 0, 12, 6, 12, 0, 0x20, 1, 1),
        b"glyf": _GLYPH,
        b"head": _head(),
        b"hhea": struct.pack(
            ">IhhhHhhhhhh8xhH", 0x10000, UNITS, 0, 0, ADVANCE, 0, 0, ADVANCE, 1, 0, 0, 0, _GLYPHS
        ),
        b"hmtx": struct.pack(">HhHh", ADVANCE, 0, ADVANCE, 0),
        b"loca": struct.pack(">HHH", 0, 0, len(_GLYPH) // 2),
        b"maxp": struct.pack(">IHHH22x", 0x10000, _GLYPHS, 2, 1),
        b"name": struct.pack(">HHH", 0, 0, 6),
        b"post": struct.pack(">IIhhI16x", 0x30000, 0, 0, 0, 1),
    }
    return _assembled(tables)


def unicode_map(codes: Mapping[str, int]) -> bytes:
    """Return the CMap by which a viewer turns codes into the characters they stand for.

    PDF 1.7 (ISO 32000-1), 9.10.3.
    """
    rows = [
        b"<%04X> <%b>" % (code, character.encode("utf-16-be").hex().upper().encode())
        for character, code in codes.items()
    ]
    blocks = [rows[first : first + 100] for first in range(0, len(rows), 100)]  # its limit
    told = b"".join(
        b"%d beginbfchar\n%b\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks
    )
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        b"%bendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n" % told
    )


def _os2() -> bytes:
    """Return the table of version 0: the width, and which weight, usage and characters."""
    beginning = struct.pack(">HhHHH", 0, ADVANCE, 400, 5, 0)
    sizes = struct.pack(">10hh", 650, 600, 0, 75, 650, 600, 0, 350, 49, 258, 0)
    panose_and_ranges, vendor = bytes(10 + 16), b"none"
    end = struct.pack(">HHHhhhHH", 0x40, 0x20, 0x20, UNITS, 0, 0, UNITS, 0)
    return beginning + sizes + panose_and_ranges + vendor + end


def _head() -> bytes:
    return struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        *(0x10000, 0x10000, 0, 0x5F0F3CF5, 0, UNITS, 0, 0),
        *(0, 0, ADVANCE, UNITS, 0, 8, 2, 0, 0),
    )


def _assembled(tables: Mapping[bytes, bytes]) -> bytes:
    """Return the file: a directory, then the tables, each from a place that four divides."""
    count = len(tables)
    power = count.bit_length() - 1
    size = 16 << power
    directory = struct.pack(">IHHHH", 0x10000, count, size, power, 16 * count - size)
    place, content = len(directory) + 16 * count, b""
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag, total, place + len(content), len(table))
        content += padded
    return directory + content
