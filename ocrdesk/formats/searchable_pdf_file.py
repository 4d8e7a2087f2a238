"""Writes a searchable PDF: each page its picture, with the text over it that is not shown."""

from collections.abc import Callable, Iterator, Sequence

from ocrdesk.errors import DocumentFileError, ImageFileError, OcrdeskError
from ocrdesk.formats.export_values import file_text
from ocrdesk.formats.glyphless_font import ADVANCE, UNITS, font_file, unicode_map
from ocrdesk.formats.page_picture import PagePicture, PicturedPage
from ocrdesk.formats.pdf_text import Sheet, text_layer
from ocrdesk.formats.pdf_writing import PdfWriter, dictionary, text_value

_NAME = "/GlyphLessFont"
_MOST_CODES = 65_535

OnDamage = Callable[[PicturedPage, OcrdeskError], object]
"""What is told of a page that is left out, and why."""


class _Codes(dict[str, int]):
    """The code of each character, numbered as they come; what is too many is a space."""

    def __call__(self, character: str) -> int:
        if len(self) >= _MOST_CODES:
            return self.get(character, 1)
        return self.setdefault(character, len(self) + 1)


def searchable_pdf(
    pages: Sequence[PicturedPage], on_damage: OnDamage | None = None
) -> Iterator[bytes]:
    """Yield the document in parts, one for each page and one for the rest.

    Equal pages make equal bytes. Raises as the pictures do; with ``on_damage`` pages without
    theirs are left out, unless there is no other.
    """
    writer, codes = PdfWriter(), _Codes()
    codes(" ")
    root, tree, font = writer.reserve(), writer.reserve(), writer.reserve()
    numbers: list[int] = []
    lost: list[tuple[PicturedPage, OcrdeskError]] = []
    for pictured in pages:
        try:
            numbers.append(_add_page(writer, pictured, (tree, font), codes))
        except (DocumentFileError, ImageFileError) as problem:
            if on_damage is None:
                raise
            lost.append((pictured, problem))
        yield writer.taken()
    if lost and not numbers:
        raise lost[0][1]
    if on_damage is not None:
        for left_out in lost:
            on_damage(*left_out)
    _add_font(writer, codes, font)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    told = {"Type": "/Pages", "Kids": f"[{kids}]", "Count": len(numbers)}
    writer.add(dictionary(told), tree)
    writer.add(dictionary({"Type": "/Catalog", "Pages": f"{tree} 0 R"}), root)
    title = file_text(pages[0].page.source) if pages else ""
    info = writer.add(b"<< /Creator (ocrdesk) /Producer (ocrdesk) /Title %b >>" % text_value(title))
    yield writer.ended(root, info)


def _add_page(
    writer: PdfWriter, pictured: PicturedPage, parts: tuple[int, int], codes: _Codes
) -> int:
    """Write a page with its picture and its text; return its number."""
    tree, font = parts
    picture, page = pictured.picture(), pictured.page
    image = _add_image(writer, picture)
    width, height = picture.paper
    sheet = Sheet(width, height, page.width, page.height)
    content = b"q %b cm /I Do Q\n" % _matrix(picture)
    if page.lines:
        content += text_layer(page, sheet, codes)
    told = {
        "Type": "/Page",
        "Parent": f"{tree} 0 R",
        "MediaBox": f"[0 0 {width:.3f} {height:.3f}]",
        "Resources": f"<< /XObject << /I {image} 0 R >> /Font << /F {font} 0 R >> >>",
        "Contents": f"{writer.add_stream(content)} 0 R",
    }
    return writer.add(dictionary(told))


def _add_image(writer: PdfWriter, picture: PagePicture) -> int:
    told = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": picture.columns,
        "Height": picture.rows,
        "ColorSpace": "/DeviceGray" if picture.channels == 1 else "/DeviceRGB",
        "BitsPerComponent": picture.bits,
        "Filter": f"/{picture.packing}",
    }
    entries = dictionary(told).removeprefix(b"<< ").removesuffix(b" >>")
    return writer.add_stream(picture.data, entries, is_packed=True)


def _matrix(picture: PagePicture) -> bytes:
    """Return where the picture's own axes go: it is turned clockwise, and fills the page."""
    w, h = picture.paper
    matrix = (
        (w, 0, 0, h, 0, 0),
        (0, -h, w, 0, 0, h),
        (-w, 0, 0, -h, w, h),
        (0, h, -w, 0, w, 0),
    )[picture.quarters]
    return " ".join(f"{value:.3f}" for value in matrix).encode()


def _add_font(writer: PdfWriter, codes: _Codes, number: int) -> None:
    """Write the font whose every character is the same nothing, half as wide as it is high."""
    font = font_file()
    file = writer.add_stream(font, b"/Length1 %d" % len(font))
    descriptor = {
        "Type": "/FontDescriptor",
        "FontName": _NAME,
        "FontFile2": f"{file} 0 R",
        "Flags": 5,
        "FontBBox": f"[0 0 {ADVANCE} {UNITS}]",
        "Ascent": UNITS,
        "Descent": 0,
        "StemV": 80,
        "CapHeight": UNITS,
        "ItalicAngle": 0,
    }
    glyphs = writer.add_stream(b"\0\0" + b"\0\1" * len(codes))
    family = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": _NAME,
        "DW": ADVANCE,
        "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
        "FontDescriptor": f"{writer.add(dictionary(descriptor))} 0 R",
        "CIDToGIDMap": f"{glyphs} 0 R",
    }
    told = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": _NAME,
        "Encoding": "/Identity-H",
        "DescendantFonts": f"[{writer.add(dictionary(family))} 0 R]",
        "ToUnicode": f"{writer.add_stream(unicode_map(codes))} 0 R",
    }
    writer.add(dictionary(told), number)
