"""A page of letters in even rows, as plain as can be."""

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word

_READ = (Prediction("A", 0.98), Prediction("B", 0.02))  # as sure as it must be to bear no mark


def even_page(
    rows: int,
    columns: int,
    *,
    letter: tuple[int, int] = (20, 20),
    pitch: tuple[int, int] = (25, 40),
    size: tuple[int, int] = (800, 600),
) -> Page:
    """Return rows of letters that nobody confirmed, with ids from 1; sizes and steps in pixels."""
    lines = []
    for row in range(rows):
        top = 50 + pitch[1] * row
        glyphs = []
        for column in range(columns):
            left = 50 + pitch[0] * column
            box = BoundingBox(left, top, left + letter[0], top + letter[1])
            glyphs.append(Glyph(row * columns + column + 1, box, _READ))
        lines.append(Line((Word(tuple(glyphs)),)))
    return Page(*size, tuple(lines))
