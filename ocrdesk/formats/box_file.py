"""Writes Tesseract's box file: a letter a row, with its box as seen from the lower left corner."""

from collections.abc import Sequence

from ocrdesk.formats.export_values import fit
from ocrdesk.page.elements import UNREADABLE, Glyph, Page


def box_from_pages(pages: Sequence[Page]) -> str:
    """Return ``character left bottom right top page`` of every letter.

    Pixels of the upright image, x to the right and y up; the first pixel column and row are 0.
    Pages of one file have their numbers there, others are counted; both from 0. Spaces and ends of
    rows are not told.
    """
    is_one_file = len({page.source for page in pages}) == 1
    rows = []
    for place, page in enumerate(pages):
        number = page.page_number if is_one_file else place
        rows += [_row(glyph, page.height, number) for glyph in page.glyphs]
    return "".join(rows)


def _row(glyph: Glyph, height: int, number: int) -> str:
    left, top, right, bottom = glyph.box.as_tuple()
    character = "".join(fit(glyph.character).split()) or UNREADABLE
    return f"{character} {left} {height - bottom} {right} {height - top} {number}\n"
