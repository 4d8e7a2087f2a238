"""Decides how finely a PDF page is drawn: a scan by its own pixels, all else at 300 dpi."""

import math
from dataclasses import dataclass
from itertools import accumulate

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.image_decoding import MAX_MEGAPIXELS
from ocrdesk.formats.pdf_pictures import PdfPageContent, PdfPicture

_POINTS_PER_INCH = 72
_DRAWING_DPI = 300
_LEAST_DPI = 36  # coarser than this no writing can be read

_LAYERED = 1.25  # areas of pictures by that of the page: from here on they lie one above another
_LEAST_SHARE = 0.05  # of the page, for pictures to decide
_ALIKE = 1.1  # ratio of the densities of pictures that are parts of one scan
_SQUARE = 1.02  # ratio of the densities along both axes up to which pixels count as square
_MARGIN = 1.0, 0.01  # points, share of the page: what edges of page and picture may be apart

# PDFium draws a picture on the whole pixels that its box touches, and pixel by pixel, without
# resampling, where these are as many as its own. So the box is made smaller by a little, or
# rounding would make it touch one more.
_INSET = 0.02


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of the picture drawn: point x of the page falls on pixel ``offset + scale * x``."""

    size: int
    scale: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Sampling:
    """How a page becomes pixels."""

    x: Axis
    y: Axis


def deciding_picture(content: PdfPageContent) -> PdfPicture | None:
    """Return the picture that decides how fine the page is; None where 300 dpi do.

    That is the one for which as much of the page is covered by finer pictures as by coarser ones,
    so that all strips of a scan count, and no stamp on it. Where anything lies over it, which may
    be fine writing on a coarse background, it decides only if it is finer than 300 dpi.
    """
    least = _LEAST_DPI / _POINTS_PER_INCH
    pictures = sorted(content.pictures, key=lambda picture: picture.density, reverse=True)
    scans = [picture for picture in pictures if picture.density >= least]
    covered = sum(picture.area for picture in scans)
    sums = accumulate(picture.area for picture in scans)
    decides = next((p for p, area in zip(scans, sums, strict=True) if 2 * area >= covered), None)
    if decides is None or covered < _LEAST_SHARE * content.area:
        return None
    is_one_scan = not (
        content.is_drawn
        or covered > _LAYERED * content.area
        or scans[0].density > _ALIKE * decides.density
        # One of a few huge pixels is there for its mask, whose own pixels PDFium does not tell.
        or len(scans) < len(pictures)
    )
    is_finer = decides.density >= _DRAWING_DPI / _POINTS_PER_INCH
    return decides if is_one_scan or (is_finer and 2 * covered >= content.area) else None


def choose_sampling(content: PdfPageContent, picture: PdfPicture | None, name: str) -> Sampling:
    """Return how to draw a page on which ``picture`` decides, if any does.

    More pixels than the largest picture has room for are never drawn, coarser ones instead. Raises
    ImageFileError, which calls the page ``name``, where that leaves nothing to read.
    """
    if picture is None:
        scale = _allowed(content, _DRAWING_DPI / _POINTS_PER_INCH)
        if scale * _POINTS_PER_INCH < _LEAST_DPI:
            width, height = content.width / _POINTS_PER_INCH, content.height / _POINTS_PER_INCH
            raise ImageFileError(
                f"{name} is far too large: {width:,.0f} x {height:,.0f} inches.",
                advice="Print or export it on paper of a usual size.",
            )
        return _plain(content, scale)
    if not picture.is_level:
        return _plain(content, _allowed(content, picture.density))
    columns, rows = _square_pixels(picture)
    sampling = Sampling(
        _aligned(content.width, picture.left, picture.right, columns),
        _aligned(content.height, picture.top, picture.bottom, rows),
    )
    if sampling.x.size * sampling.y.size > MAX_MEGAPIXELS * 1_000_000:
        return _plain(content, _allowed(content, picture.density))
    return sampling


def _allowed(content: PdfPageContent, scale: float) -> float:
    """Return the scale, made smaller where the page would have too many pixels."""
    most = 0.999 * MAX_MEGAPIXELS * 1_000_000  # less by what rounding may add
    return min(scale, math.sqrt(most / content.area)) if content.area > 0 else scale


def _plain(content: PdfPageContent, scale: float) -> Sampling:
    # Whole pixels only; the hundredth is for page sizes, which PDFium keeps in single precision.
    columns, rows = int(content.width * scale + 0.01), int(content.height * scale + 0.01)
    return Sampling(Axis(columns, scale), Axis(rows, scale))


def _square_pixels(picture: PdfPicture) -> tuple[int, int]:
    """Return how many pixels to draw the picture on: its own, if they are about square.

    Those of a fax, which are not, become so without losing any.
    """
    width, height = picture.right - picture.left, picture.bottom - picture.top
    densities = picture.columns / width, picture.rows / height
    if max(densities) <= _SQUARE * min(densities):
        return picture.columns, picture.rows
    return round(width * max(densities)), round(height * max(densities))


def _aligned(length: float, start: float, end: float, pixels: int) -> Axis:
    """Return the axis on which a picture from ``start`` to ``end`` has exactly that many pixels.

    It begins on a whole one. A picture that ends where the page does, but for a rounding, is the
    page.
    """
    margin = min(_MARGIN[0], _MARGIN[1] * length)
    is_page = abs(start) <= margin and abs(end - length) <= margin
    density = pixels / (end - start)
    size = pixels if is_page else round(length * density)
    first = 0 if is_page else round(start * density)
    scale = max(pixels - 2 * _INSET, _INSET) / (end - start)
    return Axis(size, scale, first + _INSET - start * scale)
