"""Prints practice sheets: every page of one as PDF, at the millimetres that photos are read by."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ocrdesk.errors import UsageError
from ocrdesk.formats.output_file import write_bytes_atomically
from ocrdesk.vision.practice_code import encode
from ocrdesk.vision.practice_page import (
    LABEL,
    MARGIN,
    MARK,
    MODULE,
    Area,
    PracticePage,
    code_areas,
    mark_areas,
)

_MM = 72 / 25.4  # points
_FONT, _BOLD = "Helvetica", "Helvetica-Bold"  # every viewer has them, for Western languages
_BLACK, _TEXT, _LABELS, _LINES = 0.0, 0.25, 0.5, 0.76  # brightness
_HAIRLINE = 0.3  # millimetres
_OVERLAP = 0.02  # of neighbouring squares, so that no viewer shows a seam
_ASCENT, _LABEL_SIZE = 0.72, 6.5  # of a font's size; points


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a sheet says to whoever fills it in, two lines of advice and ``page`` with holes.

    Nothing of it is read again: sheets of any language are told by their marks and their code.
    """

    title: str = "Practice sheet"
    advice: tuple[str, str] = (
        """Write every character into its box, as you usually write, with a dark pen. \
One that went wrong: fill its box in completely.""",
        """Then photograph the whole page with its four corner squares, or scan it, \
and open the picture in ocrdesk.""",
    )
    page: str = "page {number} of {count}"


ENGLISH = SheetWords()


def write_practice_sheet(
    path: Path | str, first: PracticePage, words: SheetWords = ENGLISH
) -> None:
    """Write all pages of the sheet whose first page is given. Raises ``OutputError``.

    Raises ``UsageError`` where a character cannot be printed.
    """
    write_bytes_atomically(path, practice_sheet(first, words))


def practice_sheet(first: PracticePage, words: SheetWords = ENGLISH) -> bytes:
    """Return all pages of the sheet as a PDF document; the same sheet gives the same bytes.

    Raises ``UsageError`` where a character cannot be printed.
    """
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  # no other command prints

    _refuse_unprintable(first.characters)
    width, height = first.size
    store = io.BytesIO()
    canvas = Canvas(store, pagesize=(width * _MM, height * _MM), invariant=1)
    canvas.setTitle(f"{words.title} (ocrdesk): {_named(first.characters)}")
    canvas.setCreator("ocrdesk")
    for number in range(first.count):
        page = PracticePage(first.characters, first.copies, first.paper, number)
        # Millimetres, the y axis down as everywhere else.
        canvas.translate(0, height * _MM)
        canvas.scale(_MM, -_MM)
        _draw_marks(canvas, page)
        _draw_words(canvas, page, words)
        _draw_cells(canvas, page)
        canvas.showPage()
    canvas.save()
    return store.getvalue()


def _refuse_unprintable(characters: str) -> None:
    strange = [c for c in characters if not c.encode("cp1252", "ignore")]
    if strange:
        raise UsageError(
            f"A practice sheet cannot show {' '.join(strange)}.",
            advice="Ask for letters of Western languages, digits and marks such as € or ß.",
        )


def _fill(canvas: Any, area: Area, brightness: float) -> None:
    canvas.setFillGray(brightness)
    width, height = area.right - area.left, area.bottom - area.top
    canvas.rect(area.left, area.top, width, height, stroke=0, fill=1)


def _draw_marks(canvas: Any, page: PracticePage) -> None:
    """Draw the corner marks and the code."""
    step = MARK / 7
    for mark in mark_areas(page.paper):
        for inset, brightness in ((0.0, 0.0), (step, 1.0), (2 * step, 0.0)):
            _fill(canvas, mark.grown(-inset, -inset), brightness)
    squares = encode(page)
    for code in code_areas(page.paper):
        for (row, column), is_black in [(place, squares[place]) for place in _places(squares)]:
            if is_black:
                left, top = code.left + column * MODULE, code.top + row * MODULE
                square = Area(left, top, left + MODULE, top + MODULE)
                _fill(canvas, square.grown(_OVERLAP, _OVERLAP), _BLACK)


def _places(squares: Any) -> list[tuple[int, int]]:
    rows, columns = squares.shape
    return [(row, column) for row in range(rows) for column in range(columns)]


def _draw_words(canvas: Any, page: PracticePage, words: SheetWords) -> None:
    """Draw the title, what the page holds, and what to do, between the upper marks and the grid."""
    right = page.size[0] - MARGIN
    _write(canvas, words.title, (MARGIN, 28.6), font=_BOLD, size=16)
    holds = _named(page.characters)
    if page.count > 1:
        place = words.page.format(number=page.number + 1, count=page.count)
        holds = f"{holds}  ·  {place}"
    _write(canvas, holds, (right, 28.6), size=10, brightness=_LABELS, align="right")
    for line, text in enumerate(words.advice):
        _write(canvas, text, (MARGIN, 35.0 + 4.6 * line), size=9, brightness=_TEXT)


def _named(characters: str) -> str:
    """Return the characters in a few words: A-Z 0-9."""
    from string import ascii_lowercase, ascii_uppercase, digits  # noqa: PLC0415

    shown = characters
    for run in (ascii_uppercase, digits, ascii_lowercase):
        shown = shown.replace(run, f" {run[0]}\N{EN DASH}{run[-1]} ")
    shown = " ".join(shown.split())
    return shown if len(shown) <= 40 else f"{shown[:39]}…"


def _draw_cells(canvas: Any, page: PracticePage) -> None:
    """Draw the boxes in pale lines, each with what to write to its left."""
    canvas.setLineWidth(_HAIRLINE)
    for cell, character in enumerate(page.asked):
        box = page.box(cell)
        canvas.setStrokeGray(_LINES)
        width, height = box.right - box.left, box.bottom - box.top
        canvas.rect(box.left, box.top, width, height, stroke=1, fill=0)
        place = (box.left - LABEL * 0.46, box.top + _LABEL_SIZE * _ASCENT / _MM)
        _write(canvas, character, place, size=_LABEL_SIZE, brightness=_LABELS, align="centre")


def _write(
    canvas: Any,
    text: str,
    at: tuple[float, float],
    *,
    size: float,
    font: str = _FONT,
    brightness: float = _TEXT,
    align: str = "left",
) -> None:
    """Write a line whose base line is at a point in millimetres."""
    canvas.saveState()
    canvas.translate(*at)
    canvas.scale(1 / _MM, -1 / _MM)
    canvas.setFillGray(brightness)
    canvas.setFont(font, size)
    draw = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }
    draw[align](0, 0, text)
    canvas.restoreState()
