"""The picture of a page as a PDF document holds it: as the file has it where that is a JPEG."""

import io
import math
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_images import content_of_image
from ocrdesk.formats.image_decoding import (
    damage_reported,
    decode_page,
    image_of_bytes,
    opened_image,
    page_frames,
)
from ocrdesk.formats.laying import laid
from ocrdesk.formats.pdf_file import draw_pdf_page, is_pdf, pdf_page_size
from ocrdesk.formats.pixels import Pixels
from ocrdesk.page.elements import Page

_QUALITY = 85
_MOST_JPEG = 65_000  # pixels a side
_BAND, _EVERY = 16, 512  # rows of pixels, to tell how far a picture could be packed
_A4 = 595.276, 841.89  # points
_BELIEVED = 98.0, 2400.0  # dots per inch: programs that know none write 72 or 96
_ROUNDED = 0.02  # dots per inch
_MOST, _LEAST = 14_400.0, 3.0  # points a side (ISO 32000-1, annex C)
_ALIKE = 0.02  # share by which proportions may differ
_ORIENTATION = 274  # EXIF
_TURNS = {1: 0, 6: 1, 3: 2, 8: 3}  # the mirrored ones are drawn anew


@dataclass(frozen=True, slots=True, eq=False)
class PagePicture:
    """A picture to be turned clockwise by ``quarters``, and the paper it then fills, in points.

    ``data`` holds ``columns`` x ``rows`` pixels of ``channels`` with ``bits`` each, in the
    encoding that PDF calls ``packing``.
    """

    data: bytes
    packing: str
    columns: int
    rows: int
    channels: int
    paper: tuple[float, float]
    bits: int = 8
    quarters: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class PicturedPage:
    """A page and what gives its picture when it is asked for: those of all were too much at once.

    ``picture`` raises ``ImageFileError`` or ``DocumentFileError``; ``title`` is what a person is
    told of the page by.
    """

    page: Page
    picture: Callable[[], PagePicture]
    title: str = ""


def picture_of_file(path: Path, number: int, page: Page) -> PagePicture:
    """Return the picture of a page of an image file; raises ``ImageFileError``."""
    name = f"“{path.name}”"
    if is_pdf(path):
        pixels = draw_pdf_page(path, number, name)
        return _picture(_lying(pixels, page.rotation, page), page, _paper_of_pdf(path, number))
    with opened_image(path) as image, damage_reported(name):
        return _picture_of_image(image, path.read_bytes(), number, page)


def picture_of_stored(stored: StoredPage) -> PagePicture:
    """Return the picture of a page of a document, from wherever it is.

    Raises ``ImageFileError`` or ``DocumentFileError`` where it cannot be had any more, and
    ``ValueError`` for a page that was not read.
    """
    document, page = stored.document, stored.document.page
    if page is None:
        raise ValueError("only what was read has a place on the picture")
    if stored.image is not None:
        content = content_of_image(document, stored.image, looks_first=True)
        if content is not None:
            data = b"".join(content.chunks())
            with image_of_bytes(data, stored.title) as image, damage_reported(stored.title):
                return _picture_of_image(image, data, 0, page)
    source = Path(document.source)
    if document.pixels is None:
        return picture_of_file(source, document.page_number, page)
    pixels = _lying(document.pixels, page.rotation - document.rotation, page)
    paper = None
    with suppress(ImageFileError):
        paper = _paper_of_source(source, document.page_number, page)
    return _picture(pixels, page, paper)


def paper_for(
    width: int, height: int, resolution: tuple[float, float] | None = None
) -> tuple[float, float]:
    """Return how large a picture is, in points, by its dots per inch along both sides.

    Where these are not told, or are none that a scanner has, it is as large as fits on A4, upright
    or across.
    """
    if resolution is not None and all(_BELIEVED[0] <= dots <= _BELIEVED[1] for dots in resolution):
        size = width * 72 / resolution[0], height * 72 / resolution[1]
        if min(size) >= _LEAST and max(size) <= _MOST:
            return size
    paper = _A4 if width <= height else _A4[::-1]
    scale = min(paper[0] / width, paper[1] / height)
    return max(width * scale, _LEAST), max(height * scale, _LEAST)


def _picture_of_image(image: Any, data: bytes, number: int, page: Page) -> PagePicture:
    quarters = _quarters(image, page)
    if quarters is not None:
        paper = _paper(image, page, is_across=quarters % 2 == 1)
        channels = 1 if image.mode == "L" else 3
        columns, rows = image.size
        return PagePicture(
            data, "DCTDecode", columns, rows, channels, paper=paper, quarters=quarters
        )
    frame = page_frames(image)[number]
    pixels = decode_page(image, "The picture", frame)
    paper = _paper(image, page, is_across=page.rotation % 180 == 90)
    return _picture(_lying(pixels, page.rotation, page), page, paper)


def _quarters(image: Any, page: Page) -> int | None:
    """Return by how many right angles a JPEG is to be turned clockwise, to be used as it is.

    None for what is no JPEG, or not one of grey or usual colours, or lies at another angle.
    """
    turn = _TURNS.get(int(image.getexif().get(_ORIENTATION, 1) or 1))
    if image.format != "JPEG" or image.mode not in {"L", "RGB"} or turn is None:
        return None
    if page.rotation % 90:
        return None
    quarters = (turn + round(page.rotation / 90)) % 4
    size = image.size[::-1] if quarters % 2 else image.size
    return quarters if size == (page.width, page.height) else None


def _resolution(image: Any) -> tuple[float, float] | None:
    with suppress(Exception):  # whatever damaged metadata make of it
        x, y = (float(dots) for dots in image.info["dpi"])
        if math.isfinite(x) and math.isfinite(y):
            return _whole(x), _whole(y)
    return None


def _whole(dots: float) -> float:
    """Return the whole number that was meant: PNG counts dots per metre."""
    return float(round(dots)) if abs(dots - round(dots)) < _ROUNDED else dots


def _paper_of_pdf(path: Path, number: int) -> tuple[float, float]:
    return pdf_page_size(path, number, f"“{path.name}”")


def _paper_of_source(source: Path, number: int, page: Page) -> tuple[float, float] | None:
    """Return the size of the paper by the file a page came from, if that still tells it."""
    if is_pdf(source):
        return _paper_of_pdf(source, number)
    with opened_image(source) as image, damage_reported(source.name):
        image.seek(page_frames(image)[number])
        return _paper(image, page, is_across=page.rotation % 180 == 90)


def _paper(image: Any, page: Page, *, is_across: bool) -> tuple[float, float]:
    """Return the size of a page's paper by its picture, which lies ``is_across`` in the file."""
    resolution = _resolution(image)
    if resolution is not None and is_across:
        resolution = resolution[::-1]
    return paper_for(page.width, page.height, resolution)


def _lying(pixels: Pixels, degrees: float, page: Page) -> Pixels:
    """Return an image as the page lies."""
    size = page.width, page.height
    degrees %= 360
    if not degrees and (pixels.shape[1], pixels.shape[0]) == size:
        return pixels
    return laid(pixels, degrees, size)


def _picture(pixels: Pixels, page: Page, paper: tuple[float, float] | None) -> PagePicture:
    """Encode pixels; paper of other proportions, which may have been turned, is not theirs."""
    papers = () if paper is None else (paper, paper[::-1])
    fits = next((p for p in papers if _is_as_slim(p, page)), paper_for(page.width, page.height))
    rows, columns = pixels.shape[:2]
    channels = 1 if pixels.ndim == 2 else 3
    if channels == 1 and bool(((pixels == 0) | (pixels == 255)).all()):
        data = zlib.compress(np.packbits(pixels > 0, axis=1).tobytes())
        return PagePicture(data, "FlateDecode", columns, rows, 1, paper=fits, bits=1)
    data, packing = _encoded(pixels)
    return PagePicture(data, packing, columns, rows, channels, paper=fits)


def _is_as_slim(paper: tuple[float, float], page: Page) -> bool:
    return abs(paper[0] / paper[1] / (page.width / page.height) - 1) <= _ALIKE


def _encoded(pixels: Pixels) -> tuple[bytes, str]:
    """Return pixels as JPEG, or without any loss where that takes no more room, as of drawings."""
    if max(pixels.shape[:2]) > _MOST_JPEG:
        return zlib.compress(pixels.tobytes()), "FlateDecode"
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG", quality=_QUALITY)
    jpeg = stream.getvalue()
    tops = range(0, len(pixels), _EVERY)
    sample = np.concatenate([pixels[top : top + _BAND] for top in tops])
    if len(zlib.compress(sample.tobytes(), 1)) * len(pixels) <= len(jpeg) * len(sample):
        lossless = zlib.compress(pixels.tobytes())
        if len(lossless) <= len(jpeg):
            return lossless, "FlateDecode"
    return jpeg, "DCTDecode"
