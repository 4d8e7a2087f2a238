"""Finds what an edit is about on a page, or says in a person's words what is missing."""

from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page


class Place(NamedTuple):
    """Where a glyph stands: numbers of its row, of its word therein, and of itself in that."""

    line: int
    word: int
    glyph: int


class Run(NamedTuple):
    """Glyphs that stand side by side in row number ``line``, in reading order."""

    line: int
    glyphs: tuple[Glyph, ...]


def known_glyph(page: Page, glyph_id: int) -> Glyph:
    """Return the glyph; ``EditError`` if the page has none with that id."""
    if glyph_id not in page:
        raise EditError("This letter is no longer on the page.", advice="Select another one.")
    return page.glyph(glyph_id)


def known_glyphs(page: Page, glyph_ids: Collection[int]) -> tuple[Glyph, ...]:
    """Return the glyphs in reading order, each once; ``EditError`` if the page lacks any."""
    distinct = {known_glyph(page, glyph_id).id for glyph_id in glyph_ids}
    return tuple(page.glyphs[place] for place in sorted(map(page.position, distinct)))


def known_line(page: Page, line: int) -> Line:
    """Return the row of that number, counted from 0; ``EditError`` if there is none."""
    if not 0 <= line < len(page.lines):
        advice = (
            f"Choose one of its {len(page.lines)} rows." if page.lines else "Add a letter first."
        )
        raise EditError(f"The page has no row {line + 1}.", advice=advice)
    return page.lines[line]


def place_of(page: Page, glyph_id: int) -> Place:
    """Return where the glyph stands; ``EditError`` if the page has none with that id."""
    left = page.position(known_glyph(page, glyph_id).id)
    for row, line in enumerate(page.lines):
        for number, word in enumerate(line.words):
            if left < len(word.glyphs):
                return Place(row, number, left)
            left -= len(word.glyphs)
    raise AssertionError("a glyph of the page stands in one of its words")


def rows_of(page: Page) -> dict[int, int]:
    """Return the number of its row for the id of every glyph."""
    return {glyph.id: row for row, line in enumerate(page.lines) for glyph in line.glyphs}


def known_run(page: Page, glyph_ids: Collection[int]) -> Run:
    """Return glyphs that stand side by side in one row, whatever spaces are between them.

    ``EditError`` if the page lacks any, if there are none, if they stand in several rows, or if
    others stand between them.
    """
    glyphs = known_glyphs(page, glyph_ids)
    if not glyphs:
        raise EditError("No letters are selected.", advice="Select some that stand side by side.")
    rows = rows_of(page)
    if len({rows[glyph.id] for glyph in glyphs}) > 1:
        raise EditError(
            "These letters stand in different rows.",
            advice="Select letters of one row, or move them into one row first.",
        )
    for before, after in pairwise(page.position(glyph.id) for glyph in glyphs):
        if after > before + 1:
            between = page.glyphs[before + 1].character
            raise EditError(
                f"“{between}” stands between these letters.", advice="Select it too, or delete it."
            )
    return Run(rows[glyphs[0].id], glyphs)


def named(glyphs: Collection[Glyph]) -> str:
    """Return what an entry of the history calls glyphs: by its character if it is only one."""
    if len(glyphs) == 1:
        return f"“{next(iter(glyphs)).character}”"
    return f"{len(glyphs)} letters"


def clipped_box(page: Page, box: BoundingBox) -> BoundingBox:
    """Return the part of the box on the page; ``EditError`` if there is none."""
    clipped = box.clipped(page.width, page.height)
    if clipped is None:
        raise EditError("The box lies outside the page.", advice="Draw it on the page.")
    return clipped
