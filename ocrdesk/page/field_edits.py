"""Says what may stand where letters are, or takes that back; pure functions like all edits."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from ocrdesk.page.edits import NOTHING, Change, replace_predictions
from ocrdesk.page.elements import Glyph, Line, Page
from ocrdesk.page.letter_fields import LetterField, without_letters
from ocrdesk.page.lookup import known_glyph

Stretch = tuple[int, int, LetterField]
"""From which to before which letter of a row a field holds."""


def stretches(page: Page, line: Line) -> list[Stretch]:
    """Return where fields hold in a row, the one that counts most at last."""
    ids = [glyph.id for glyph in line.glyphs] if page.fields else []
    found = ((field.stretch(ids), field) for field in page.fields)
    return [(*place, field) for place, field in found if place is not None]


def rows_of(page: Page, ids: Collection[int]) -> list[int]:
    """Return the numbers of the rows that have any of these letters."""
    return [row for row, line in enumerate(page.lines) if not line.ids.isdisjoint(ids)]


def covered(page: Page, ids: Collection[int]) -> frozenset[int]:
    """Return the letters with all that stand between them in their rows."""
    found = [frozenset[int]()]
    for row in rows_of(page, ids):
        own = [glyph.id for glyph in page.lines[row].glyphs]
        places = [place for place, glyph_id in enumerate(own) if glyph_id in ids]
        found.append(frozenset(own[places[0] : places[-1] + 1]))
    return frozenset[int]().union(*found)


def with_field(
    page: Page, ids: Collection[int], *, pattern: str = "", words: tuple[str, ...] = ()
) -> Page:
    """Return the page with a field over letters and what stands between them, or without any.

    In the rows of these letters it takes the place of all fields that any of them stand in. Where
    all letters of their rows are named, it is about these rows.
    """
    for glyph_id in ids:
        known_glyph(page, glyph_id)
    ids, fields = covered(page, ids), page.fields
    named = LetterField(ids, pattern, words)
    lines = [page.lines[row] for row in rows_of(page, ids)]
    for line in lines:
        own = named.stretch([glyph.id for glyph in line.glyphs]) or (0, 0)
        held = [field for start, end, field in stretches(page, line) if _meet((start, end), own)]
        fields = tuple(
            left
            for field in fields
            for left in without_letters([field], line.ids if field in held else ())
        )
        page = replace(page, fields=fields)
    if pattern or words:
        is_whole = all(line.ids.issubset(ids) for line in lines)
        page = replace(page, fields=(*fields, replace(named, rows=is_whole)))
    return page


def set_field(
    page: Page,
    ids: Collection[int],
    read: Iterable[Glyph],
    *,
    pattern: str = "",
    words: tuple[str, ...] = (),
) -> tuple[Page, Change]:
    """Say what may stand where letters are, who were ``read`` by it; nothing said takes it back.

    Confirmed letters stay as they are. ``EditError`` where one of the letters is gone.
    """
    after = with_field(page, ids, pattern=pattern, words=words)
    after, change = replace_predictions(after, [glyph for glyph in read if glyph.id in page])
    if after.fields == page.fields and not change:
        return page, NOTHING
    return after, Change(named(pattern, words), change.glyph_ids.union(ids))


def named(pattern: str = "", words: Collection[str] = ()) -> str:
    """Return what a step is called that says this, or takes away what was said."""
    if pattern:
        return f"Read by the pattern “{pattern}”"
    return "Read by a list of words" if words else "Take the field away"


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
