"""Opens PDF documents: PDFium draws one page at a time, as finely as the pictures on it are."""

import ctypes
import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.image_decoding import (
    MAX_MEGAPIXELS,
    check_size,
    damage_reported,
    damaged,
    frozen_pixels,
    opened_image,
    readable_stream,
    too_large,
)
from ocrdesk.formats.pdf_pictures import PdfPicture, find_pictures
from ocrdesk.formats.pdf_sampling import Sampling, choose_sampling, deciding_picture
from ocrdesk.formats.pixels import Pixels, grey_if_colourless

PDF_SUFFIX = ".pdf"

_HEADER = b"%PDF"
_LATER_HEADER = re.compile(rb"%PDF-\d\.\d")
_SEARCHED = 1024  # bytes at the beginning: lines of a mail or for a printer may stand before it
_MANY_PAGES = 10_000  # more are believed only where the last one is there

_PDFIUM = threading.Lock()  # PDFium serves one thread at a time, whatever the document


@dataclass(frozen=True, slots=True)
class _Document:
    """An open document: the library, its handle, and that of its form, if it has one."""

    pdfium: Any
    handle: Any
    form: Any


def is_pdf(path: Path) -> bool:
    """Tell whether the file begins like a PDF document, whatever its name is.

    Raises ImageFileError where it cannot be read.
    """
    with damage_reported(f"“{path.name}”"), readable_stream(path) as stream:
        start = stream.read(_SEARCHED)
    if start.startswith(_HEADER):
        return True
    return _LATER_HEADER.search(start) is not None and not _is_picture(path)


def _is_picture(path: Path) -> bool:
    try:
        with opened_image(path):
            return True
    except ImageFileError:
        return False


def count_pdf_pages(path: Path) -> int:
    """Return the number of pages, at least one. Raises ImageFileError."""
    name = f"The PDF document “{path.name}”"
    with _opened(path, name) as document:
        pdfium, handle = document.pdfium, document.handle
        count = int(pdfium.FPDF_GetPageCount(handle))
        if count > _MANY_PAGES:
            with _page(document, count - 1, name):
                pass  # a damaged count of a million would make as many damaged pages
    if count < 1:
        raise ImageFileError(f"{name} has no pages.", advice="Export or print it again.")
    return count


def draw_pdf_page(path: Path, number: int, name: str) -> Pixels:
    """Return the upright, read-only pixels of a page, counted from 0, as a viewer shows it.

    That is what its box shows of it, turned as it is shown, on white paper, with annotations and
    what is filled in. A scanned picture keeps its own pixels. Raises ImageFileError, which calls
    the page ``name``.
    """
    with damage_reported(name):
        with _opened(path, name) as document, _page(document, number, name) as page:
            content = find_pictures(document.pdfium, page)
            picture = deciding_picture(content)
            pixels = _draw(document, page, choose_sampling(content, picture, name), name)
            if picture is not None:
                _check_drawn(document.pdfium, picture, pixels, name)
        return frozen_pixels(grey_if_colourless(pixels))


def pdf_page_size(path: Path, number: int, name: str) -> tuple[float, float]:
    """Return width and height of a page as a viewer shows it, in points. Raises ImageFileError."""
    with (
        damage_reported(name),
        _opened(path, name) as document,
        _page(document, number, name) as page,
    ):
        pdfium = document.pdfium
        return float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))


@contextmanager
def _opened(path: Path, name: str) -> Iterator[_Document]:
    """Open the document, and keep PDFium to this thread, until the end. Raises ImageFileError."""
    readable_stream(path).close()  # tells better than PDFium what is wrong with a file's name
    with _PDFIUM:
        pdfium = _library(name)
        handle = pdfium.FPDF_LoadDocument(os.fsencode(path), None)
        if not handle:
            raise _refused(pdfium, name)
        try:
            with _opened_form(pdfium, handle) as form:
                yield _Document(pdfium, handle, form)
        finally:
            pdfium.FPDF_CloseDocument(handle)


def _library(name: str) -> Any:
    """Return PDFium's functions, which are loaded with the first document."""
    try:
        from pypdfium2 import raw  # noqa: PLC0415  # wanted for PDF documents only
    except (ImportError, OSError) as error:
        raise ImageFileError(
            f"{name} cannot be opened: the library that draws PDF documents does not load.",
            advice="Install ocrdesk again, or export the pages as PNG or TIFF.",
        ) from error
    return raw


def _refused(pdfium: Any, name: str) -> ImageFileError:
    """Return the error for a document that PDFium did not open."""
    code = pdfium.FPDF_GetLastError()
    advice = (
        "Open it in a PDF viewer, print it to a new PDF file without protection, and open that."
    )
    if code == pdfium.FPDF_ERR_PASSWORD:
        return ImageFileError(f"{name} is protected by a password.", advice=advice)
    if code == pdfium.FPDF_ERR_SECURITY:
        return ImageFileError(f"{name} is encrypted in a way unknown to ocrdesk.", advice=advice)
    return damaged(name)


@contextmanager
def _opened_form(pdfium: Any, handle: Any) -> Iterator[Any]:
    """Open what can be filled in; no script of the document runs. Gives None if it has no form."""
    if pdfium.FPDF_GetFormType(handle) == pdfium.FORMTYPE_NONE:
        yield None
        return
    settings = pdfium.FPDF_FORMFILLINFO(version=2)  # must live as long as the form does
    form = pdfium.FPDFDOC_InitFormFillEnvironment(handle, settings)
    try:
        yield form
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


@contextmanager
def _page(document: _Document, number: int, name: str) -> Iterator[Any]:
    pdfium, form = document.pdfium, document.form
    page = pdfium.FPDF_LoadPage(document.handle, number)
    if not page:
        raise damaged(name)
    try:
        if form:
            pdfium.FORM_OnAfterLoadPage(page, form)
        yield page
    finally:
        if form:
            pdfium.FORM_OnBeforeClosePage(page, form)
        pdfium.FPDF_ClosePage(page)


def _draw(document: _Document, page: Any, sampling: Sampling, name: str) -> Pixels:
    """Return the page's RGB pixels (h, w, 3)."""
    pdfium, x, y = document.pdfium, sampling.x, sampling.y
    check_size(x.size, y.size, name)
    pixels = np.full((y.size, x.size, 3), 255, np.uint8)
    memory = pixels.ctypes.data_as(ctypes.c_void_p)
    bitmap = pdfium.FPDFBitmap_CreateEx(x.size, y.size, pdfium.FPDFBitmap_BGR, memory, 3 * x.size)
    if not bitmap:
        raise MemoryError
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
    matrix = pdfium.FS_MATRIX(x.scale, 0, 0, y.scale, x.offset, y.offset)
    clip = pdfium.FS_RECTF(left=0, top=0, right=x.size, bottom=y.size)
    try:
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, flags)
        if document.form:
            area = 0, 0, x.size, y.size, 0  # not turned
            pdfium.FPDF_FFLDraw(document.form, bitmap, page, *area, flags)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels


def _check_drawn(pdfium: Any, picture: PdfPicture, pixels: Pixels, name: str) -> None:
    """Raise ImageFileError where the page stayed white because its picture cannot be decoded.

    PDFium leaves such a picture out without a word.
    """
    if pixels.min() < 255:
        return
    pixel_count = picture.columns * picture.rows
    if pixel_count > MAX_MEGAPIXELS * 1_000_000:
        raise too_large(name, pixel_count)
    bitmap = pdfium.FPDFImageObj_GetBitmap(picture.handle)
    if not bitmap:
        raise damaged(name)
    pdfium.FPDFBitmap_Destroy(bitmap)
