"""Tells what an edit changed by comparing the page before with the page after."""

from dataclasses import replace
from typing import NamedTuple

from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import Glyph, Page


def outcome(name: str, before: Page, after: Page) -> tuple[Page, Change]:
    """Return what an edit of that name gives back: ``after``, and what looks different on it.

    That are the glyphs that came, went or are not what they were, those in a row of another number
    or order, and those that a space parts from the one before or does no longer. Without any it is
    the page before.
    """
    old, new = _looks(before, after), _looks(after, before)
    ids = {i for i in old.keys() | new.keys() if _differ(old.get(i), new.get(i))}
    old_rows, new_rows = _kept_rows(old, new), _kept_rows(new, old)
    for row, kept in old_rows.items():
        if list(kept) != list(new_rows[row]):
            ids.update(kept)
        ids.update(i for i, is_parted in kept.items() if is_parted != new_rows[row][i])
    return (after, Change(name, frozenset(ids))) if ids else (before, NOTHING)


class _Look(NamedTuple):
    glyph: Glyph
    row: int
    word: int


def _looks(page: Page, other: Page) -> dict[int, _Look]:
    """Return the look of each glyph by id, in reading order, without rows that both pages have."""
    return {
        glyph.id: _Look(glyph, row, number)
        for row, line in enumerate(page.lines)
        if row >= len(other.lines) or other.lines[row] is not line
        for number, word in enumerate(line.words)
        for glyph in word.glyphs
    }


def _differ(old: _Look | None, new: _Look | None) -> bool:
    if old is None or new is None:
        return True
    return old.row != new.row or (old.glyph is not new.glyph and old.glyph != new.glyph)


def _kept_rows(looks: dict[int, _Look], other: dict[int, _Look]) -> dict[int, dict[int, bool]]:
    """Return, in each row, what the other page has in the same row, in reading order by id.

    With each is told whether a space parts it from the one before.
    """
    rows: dict[int, dict[int, bool]] = {}
    word: dict[int, int] = {}
    for glyph_id, look in looks.items():
        if glyph_id in other and other[glyph_id].row == look.row:
            kept = rows.setdefault(look.row, {})
            kept[glyph_id] = look.word != word.get(look.row, look.word)
            word[look.row] = look.word
    return rows


def is_told_alike(one: Page, other: Page) -> bool:
    """Tell whether two pages differ in nothing but how sure their letters are, and who read them.

    Of a page read anew all letters are others; their likeness is told without a look at all
    their predictions, which takes a while for thousands.
    """
    return _rows_told(one) == _rows_told(other) and replace(one, lines=()) == replace(
        other, lines=()
    )


def _rows_told(page: Page) -> list[list[list[tuple[object, ...]]]]:
    return [
        [
            [(g.id, g.box, g.correction, g.character, not g.predictions) for g in word.glyphs]
            for word in line.words
        ]
        for line in page.lines
    ]
