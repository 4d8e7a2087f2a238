"""Finds the pictures on a page of a PDF document, and whether anything else is drawn there."""

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]  # (3, 3), for row vectors (x, y, 1): ISO 32000-1, 8.3.4

_DEEPEST = 8  # forms within forms
_MOST_OBJECTS = 20_000  # a page of so many is a drawing, whatever the others are
_TURN = 1e-3  # sine of an angle that shifts no pixel of a usual scan's row by more than a few
_COVERED = 0.98  # of the page, by a picture that leaves nothing below it to be seen


@dataclass(frozen=True, slots=True)
class PdfPicture:
    """A picture as it lies on its page.

    ``left`` to ``bottom`` is its box in points from the page's upper left corner, and ``area`` what
    the page shows of it in square points. ``columns`` and ``rows`` are its pixels along the page's
    axes; ``density`` how many of them go on a point, along the finer one. A picture that is not
    ``is_level`` stands askew in its box. ``handle`` is PDFium's, good while the page is open.
    """

    left: float
    top: float
    right: float
    bottom: float
    area: float
    columns: int
    rows: int
    density: float
    is_level: bool
    handle: Any


@dataclass(frozen=True, slots=True)
class PdfPageContent:
    """A page of ``width`` by ``height`` points, as it is shown, with its pictures.

    ``is_drawn`` tells that it shows lines, text or annotations besides.
    """

    width: float
    height: float
    pictures: tuple[PdfPicture, ...]
    is_drawn: bool

    @property
    def area(self) -> float:
        """The page's area in square points."""
        return self.width * self.height


def find_pictures(pdfium: Any, page: Any) -> PdfPageContent:
    """Look through the objects of an open page, those in forms too.

    What lies below an opaque picture of the whole page is not seen, and invisible text, as text
    recognition leaves it, is not drawn.
    """
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    pictures: list[PdfPicture] = []
    is_drawn = False
    for count, (handle, kind, matrix) in enumerate(_objects_of_page(pdfium, page)):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            picture = _picture(pdfium, handle, matrix, (width, height))
            if picture is None:
                continue
            pictures.append(picture)
            if picture.area >= _COVERED * width * height and picture.is_level:
                is_drawn &= bool(pdfium.FPDFPageObj_HasTransparency(handle))
        elif not _is_invisible(pdfium, handle, kind):
            is_drawn = True
        if count > _MOST_OBJECTS:
            is_drawn = True
            break
    is_drawn = is_drawn or _has_annotations(pdfium, page)
    return PdfPageContent(width, height, tuple(pictures), is_drawn)


def _objects_of_page(pdfium: Any, page: Any) -> Iterator[tuple[Any, int, Matrix]]:
    """Yield each object's handle and kind, and the matrix from its space to the shown page's."""
    return _objects(
        pdfium,
        page,
        counter=pdfium.FPDFPage_CountObjects,
        getter=pdfium.FPDFPage_GetObject,
        matrix=_as_shown(pdfium, page),
        depth=0,
    )


def _objects(
    pdfium: Any,
    holder: Any,
    *,
    counter: Callable[[Any], int],
    getter: Callable[[Any, int], Any],
    matrix: Matrix,
    depth: int,
) -> Iterator[tuple[Any, int, Matrix]]:
    for index in range(counter(holder)):
        handle = getter(holder, index)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _objects(
                pdfium,
                handle,
                counter=pdfium.FPDFFormObj_CountObjects,
                getter=pdfium.FPDFFormObj_GetObject,
                matrix=_matrix(pdfium, handle) @ matrix,
                depth=depth + 1,
            )
        else:
            yield handle, kind, matrix


def _picture(
    pdfium: Any, handle: Any, matrix: Matrix, page_size: tuple[float, float]
) -> PdfPicture | None:
    """Return where and how a picture lies; None for one that is not to be seen."""
    columns, rows = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(handle, columns, rows):
        return None
    placed = _matrix(pdfium, handle) @ matrix  # the picture is the unit square: 8.9.5
    along, across = placed[0, :2], placed[1, :2]
    corners = placed[2, :2] + np.array([[0, 0], along, across, along + across])
    (left, top), (right, bottom) = corners.min(0).tolist(), corners.max(0).tolist()
    shown_width = min(right, page_size[0]) - max(left, 0.0)
    shown_height = min(bottom, page_size[1]) - max(top, 0.0)
    lengths = math.hypot(*along), math.hypot(*across)
    if not (shown_width > 0 and shown_height > 0 and min(lengths) > 0):  # not a number fails too
        return None
    pixels = columns.value, rows.value
    if abs(along[0]) < abs(along[1]):  # on its side
        pixels = pixels[1], pixels[0]
    return PdfPicture(
        left,
        top,
        right,
        bottom,
        area=shown_width * shown_height,
        columns=pixels[0],
        rows=pixels[1],
        density=max(columns.value / lengths[0], rows.value / lengths[1]),
        is_level=all(
            min(abs(edge)) <= _TURN * length
            for edge, length in zip((along, across), lengths, strict=True)
        ),
        handle=handle,
    )


def _is_invisible(pdfium: Any, handle: Any, kind: int) -> bool:
    return bool(
        kind == pdfium.FPDF_PAGEOBJ_TEXT
        and pdfium.FPDFTextObj_GetTextRenderMode(handle) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    )


def _has_annotations(pdfium: Any, page: Any) -> bool:
    """Tell whether something is noted or filled in on the page."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            is_seen = _is_seen(pdfium, annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if is_seen:
                return True
    return False


def _is_seen(pdfium: Any, annotation: Any) -> bool:
    """Tell whether an annotation shows: links do not, nor most signatures, which have no area."""
    kind, flags = pdfium.FPDFAnnot_GetSubtype(annotation), pdfium.FPDFAnnot_GetFlags(annotation)
    if kind in {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP}:
        return False
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, box)
    is_hidden = flags & (pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW)
    return not is_hidden and box.left != box.right and box.top != box.bottom


def _matrix(pdfium: Any, handle: Any) -> Matrix:
    found = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium.FPDFPageObj_GetMatrix(handle, found)
    return np.array([[found.a, found.b, 0], [found.c, found.d, 0], [found.e, found.f, 1.0]])


def _as_shown(pdfium: Any, page: Any) -> Matrix:
    """Return the matrix from the page's space to points of what its box shows, turned upright.

    There y points down and the upper left corner is the origin.
    """
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    quarters = {  # clockwise
        0: [[1, 0, 0], [0, -1, 0], [-left, top, 1]],
        1: [[0, 1, 0], [1, 0, 0], [-bottom, -left, 1]],
        2: [[-1, 0, 0], [0, 1, 0], [right, -bottom, 1]],
        3: [[0, -1, 0], [-1, 0, 0], [top, right, 1]],
    }
    return np.array(quarters[pdfium.FPDFPage_GetRotation(page) % 4], np.float64)
