"""Writes a table of all letters, one a row, for spreadsheets and scripts."""

import csv
import io
from collections.abc import Iterator, Sequence

from ocrdesk.formats.export_values import file_text, sureness
from ocrdesk.page.elements import Page

HEADING = (
    *("page", "line", "word", "character", "probability", "confirmed"),
    *("left", "top", "right", "bottom", "reader", "source"),
)


def csv_from_pages(pages: Sequence[Page]) -> str:
    """Return the table as CSV (RFC 4180, but for plain line feeds), with a heading.

    Pages, the rows of each, and the words of a row count from 1. Boxes are pixels of the upright
    image, right and bottom exclusive. ``confirmed`` is 1 where a person has said or confirmed what
    the letter is, ``reader`` who read it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADING)
    for number, page in enumerate(pages, 1):
        writer.writerows(_rows(page, number))
    return text.getvalue()


def _rows(page: Page, number: int) -> Iterator[tuple[object, ...]]:
    source = file_text(page.source)
    for row, line in enumerate(page.lines, 1):
        for place, word in enumerate(line.words, 1):
            for glyph in word.glyphs:
                reader = file_text(glyph.reader.name) if glyph.reader else ""
                told = (glyph.character, sureness([glyph], digits=6), int(glyph.is_confirmed))
                yield (number, row, place, *told, *glyph.box.as_tuple(), reader, source)
