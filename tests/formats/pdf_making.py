"""Writes small PDF documents byte by byte, so that each can have just what a test is about."""

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

A_HAND_WIDE = b"/MediaBox [0 0 200 300]"  # points
WHOLE_PAGE = b"q 200 0 0 300 0 0 cm /I Do Q"  # a picture over all of it
_FONT = b"/Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


def document(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalogue."""
    content, places = bytearray(b"%PDF-1.7\n"), []
    for number, part in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer)
    return bytes(content + b"startxref\n%d\n%%%%EOF\n" % table)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def picture(pixels: NDArray[np.uint8], entries: bytes = b"") -> bytes:
    """Return a lossless picture of grey (h, w) or RGB (h, w, 3) pixels."""
    colours = b"/DeviceRGB" if pixels.ndim == 3 else b"/DeviceGray"
    return _image(
        zlib.compress(pixels.tobytes()),
        pixels.shape[:2],
        b"/ColorSpace %b /Filter /FlateDecode %b" % (colours, entries),
    )


def jpeg_picture(data: bytes, shape: tuple[int, int]) -> bytes:
    """Return a picture that holds a JPEG file of ``shape`` (h, w), in colour."""
    return _image(data, shape, b"/ColorSpace /DeviceRGB /Filter /DCTDecode")


def _image(data: bytes, shape: Sequence[int], entries: bytes) -> bytes:
    size = b"/Width %d /Height %d /BitsPerComponent 8" % (shape[1], shape[0])
    return stream(data, b"/Type /XObject /Subtype /Image %b %b" % (size, entries))


def one_page(
    content: bytes = WHOLE_PAGE,
    image: bytes | None = None,
    *more: bytes,
    page: bytes = A_HAND_WIDE,
    catalogue: bytes = b"",
) -> bytes:
    """Return a PDF of one page: its content may draw ``image`` as /I and text in the font /T.

    The page is object 3, ``image`` 5, and ``more`` objects are numbered from 6.
    """
    drawn = b"" if image is None else b"/XObject << /I 5 0 R /F 6 0 R >>"
    return document(
        [
            b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalogue,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << %b %b >> %b >>"
            % (_FONT, drawn, page),
            stream(content),
            b"null" if image is None else image,
            *more,
        ]
    )


def scans(images: Sequence[tuple[bytes, tuple[int, int]]], *, dpi: float = 200) -> bytes:
    """Return a PDF with a page for each image object of ``shape`` (h, w), of its very size.

    An image that is ``b"null"`` gives a page that is not there.
    """
    count = len(images)
    kids = b" ".join(b"%d 0 R" % (3 + 3 * number) for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
    ]
    for number, (image, (rows, columns)) in enumerate(images):
        width, height = columns * 72 / dpi, rows * 72 / dpi
        own = 3 + 3 * number
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %f %f] /Contents %d 0 R %b >>" % (
            *(width, height, own + 1),
            b"/Resources << /XObject << /I %d 0 R >> >>" % (own + 2),
        )
        objects += [
            b"null" if image == b"null" else page,
            stream(b"q %f 0 0 %f 0 0 cm /I Do Q" % (width, height)),
            image,
        ]
    return document(objects)
