"""Edits of the reading order: of rows on the page, of glyphs in a row and between rows."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ocrdesk.page.differences import outcome
from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.lookup import known_glyphs, known_line, known_run, named, rows_of
from ocrdesk.page.placement import into_line, without

_Item = TypeVar("_Item")


def move_line(page: Page, line: int, to: int) -> tuple[Page, Change]:
    """Read row number ``line`` as row number ``to``, both counted from 0.

    ``EditError`` if the page has no such row, or ends before that number.
    """
    moved = known_line(page, line)
    known_line(page, to)
    rest = (*page.lines[:line], *page.lines[line + 1 :])
    name = f"Move row {line + 1} {'up' if to < line else 'down'}"
    return outcome(name, page, replace(page, lines=(*rest[:to], moved, *rest[to:])))


def move_glyphs_to_line(page: Page, glyph_ids: Collection[int], line: int) -> tuple[Page, Change]:
    """Put glyphs into row number ``line``, counted from 0, each where its box stands in x.

    Their boxes stay. Glyphs that are in that row keep their places; rows and words left empty go.
    ``EditError`` for an unknown glyph or row.
    """
    known_line(page, line)
    rows = rows_of(page)
    moved = [glyph for glyph in known_glyphs(page, glyph_ids) if rows[glyph.id] != line]
    ids = {glyph.id for glyph in moved}
    lines = [without(old, ids) for old in page.lines]
    target = page.lines[line]
    for glyph in moved:
        target = into_line(target, glyph)
    lines[line] = target
    after = replace(page, lines=tuple(kept for kept in lines if kept is not None))
    after, change = outcome(f"Move {named(moved)} to row {line + 1}", page, after)
    # The row may have taken the number of one that was emptied.
    return after, replace(change, glyph_ids=change.glyph_ids | ids)


def move_glyphs(page: Page, glyph_ids: Collection[int], step: int) -> tuple[Page, Change]:
    """Move glyphs that stand side by side ``step`` places on in their row, back if negative.

    Whole words move over so many words and stay words. For parts of words a space is a place as a
    letter is: one step over it brings them into the next word. The row's ends stop both.
    ``EditError`` for glyphs of different rows, and if others stand between them.
    """
    if not glyph_ids:
        return page, NOTHING
    run = known_run(page, glyph_ids)
    line = page.lines[run.line]
    ids = {glyph.id for glyph in run.glyphs}
    whole = [place for place, word in enumerate(line.words) if ids >= {g.id for g in word.glyphs}]
    if sum(len(line.words[place].glyphs) for place in whole) == len(ids):
        moved = Line(_shifted(line.words, whole, step))
    else:
        marks = _marks(line)
        chosen = [i for i, mark in enumerate(marks) if mark is not None and mark.id in ids]
        moved = _line(_shifted(marks, chosen, step))
    name = f"Move {named(run.glyphs)} {'earlier' if step < 0 else 'later'} in the row"
    lines = (*page.lines[: run.line], moved, *page.lines[run.line + 1 :])
    return outcome(name, page, replace(page, lines=lines))


def _shifted(items: Sequence[_Item], chosen: Sequence[int], step: int) -> tuple[_Item, ...]:
    """Return the items with all from the first to the last chosen ``step`` places on."""
    first, end = chosen[0], chosen[-1] + 1
    rest = (*items[:first], *items[end:])
    to = min(max(first + step, 0), len(rest))
    return (*rest[:to], *items[first:end], *rest[to:])


def _marks(line: Line) -> list[Glyph | None]:
    """Return the glyphs of the row with None for each space between its words."""
    marks: list[Glyph | None] = []
    for word in line.words:
        marks += [None, *word.glyphs] if marks else word.glyphs
    return marks


def _line(marks: Iterable[Glyph | None]) -> Line:
    """Return the row of these glyphs, a new word after each None or several."""
    words: list[list[Glyph]] = [[]]
    for mark in marks:
        if mark is None:
            words.append([])
        else:
            words[-1].append(mark)
    return Line(tuple(Word(tuple(word)) for word in words if word))
