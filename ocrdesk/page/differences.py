"""Tells what an edit changed by comparing the page before with the page after."""

from typing import NamedTuple

from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import Glyph, Page


def outcome(name: str, before: Page, after: Page) -> tuple[Page, Change]:
    """Return what an edit of that name gives back: ``after``, and what looks different on it.

    That are the glyphs that came, went or are not what they were, those in a row of another number
    or order, and those that begin a word and did not, or the other way round. Without any it is
    the page before.
    """
    old, new = _looks(before, after), _looks(after, before)
    ids = {i for i in old.keys() | new.keys() if old.get(i) != new.get(i)}
    old_rows, new_rows = _kept_rows(old, new), _kept_rows(new, old)
    for row, kept in old_rows.items():
        if kept != new_rows[row]:
            ids.update(kept)
    return (after, Change(name, frozenset(ids))) if ids else (before, NOTHING)


class _Look(NamedTuple):
    glyph: Glyph
    row: int
    begins_word: bool


def _looks(page: Page, other: Page) -> dict[int, _Look]:
    """Return the look of each glyph by id, in reading order, without rows that both pages have."""
    looks = {}
    for row, line in enumerate(page.lines):
        if row < len(other.lines) and other.lines[row] is line:
            continue
        for word in line.words:
            for index, glyph in enumerate(word.glyphs):
                looks[glyph.id] = _Look(glyph, row, index == 0)
    return looks


def _kept_rows(looks: dict[int, _Look], other: dict[int, _Look]) -> dict[int, list[int]]:
    """Return the ids in each row that the other page has in the same row, in reading order."""
    rows: dict[int, list[int]] = {}
    for glyph_id, look in looks.items():
        if glyph_id in other and other[glyph_id].row == look.row:
            rows.setdefault(look.row, []).append(glyph_id)
    return rows
