"""Edits that put and remove the borders between words and between rows."""

from dataclasses import replace

from ocrdesk.errors import EditError
from ocrdesk.page.differences import outcome
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Line, Page, Word
from ocrdesk.page.lookup import known_line, place_of
from ocrdesk.page.placement import are_level, into_line


def part_word(page: Page, glyph_id: int) -> tuple[Page, Change]:
    """Put a space before the glyph; nothing is to do if it begins its word."""
    place = place_of(page, glyph_id)
    line = page.lines[place.line]
    words = (*line.words[: place.word], *_cut(line.words[place.word], place.glyph))
    name = f"Put a space before “{page.glyph(glyph_id).character}”"
    return _with_line(page, place.line, Line((*words, *line.words[place.word + 1 :])), name)


def join_words(page: Page, glyph_id: int, *, after: bool = False) -> tuple[Page, Change]:
    """Remove the space before the glyph, or the one ``after`` it; nothing is to do without one.

    ``EditError`` if the row begins (or ends) there.
    """
    place = place_of(page, glyph_id)
    line = page.lines[place.line]
    first = place.word if after else place.word - 1
    is_at_border = place.glyph == (len(line.words[place.word].glyphs) - 1 if after else 0)
    name = f"Remove the space {'after' if after else 'before'} “{page.glyph(glyph_id).character}”"
    if not is_at_border:
        return _with_line(page, place.line, line, name)
    if not 0 <= first < len(line.words) - 1:
        raise EditError(
            f"The row {'ends' if after else 'begins'} with this letter.",
            advice=f"Join the row with the one {'after' if after else 'before'} it instead.",
        )
    joined = Word((*line.words[first].glyphs, *line.words[first + 1].glyphs))
    words = (*line.words[:first], joined, *line.words[first + 2 :])
    return _with_line(page, place.line, Line(words), name)


def part_line(page: Page, glyph_id: int) -> tuple[Page, Change]:
    """Let a new row begin with the glyph; nothing is to do if one does."""
    place = place_of(page, glyph_id)
    words = page.lines[place.line].words
    cut = _cut(words[place.word], place.glyph)
    above = (*words[: place.word], *cut[:-1])
    below = (cut[-1], *words[place.word + 1 :])
    lines = [Line(above), Line(below)] if above else [page.lines[place.line]]
    after = replace(page, lines=(*page.lines[: place.line], *lines, *page.lines[place.line + 1 :]))
    return outcome(f"Part row {place.line + 1}", page, after)


def join_lines(page: Page, line: int) -> tuple[Page, Change]:
    """Make one row of row number ``line``, counted from 0, and the one after it.

    Where the two stand side by side at one height, as parts of one row do, words are placed by
    where they are, also between those of the other; else the second follows the first. Words
    stay apart unless one stands inside another. ``EditError`` if there is no such row, or none
    after it.
    """
    first = known_line(page, line)
    if line + 1 == len(page.lines):
        raise EditError("No row comes after this one.", advice="Choose the one before it.")
    second = page.lines[line + 1]
    is_one = are_level(first, second) and are_level(second, first)
    joined = _interlaced(first, second) if is_one else Line((*first.words, *second.words))
    after = replace(page, lines=(*page.lines[:line], joined, *page.lines[line + 2 :]))
    return outcome(f"Join rows {line + 1} and {line + 2}", page, after)


def _cut(word: Word, index: int) -> tuple[Word, ...]:
    """Return the word in two before the glyph ``index``, or whole if it begins with that."""
    return (Word(word.glyphs[:index]), Word(word.glyphs[index:])) if index else (word,)


def _interlaced(line: Line, other: Line) -> Line:
    """Return the row with the words of another put between its own from left to right.

    A word that reaches over one of the row's is no word of its own there: its glyphs go where
    each of them stands.
    """
    for word in other.words:
        box = word.box
        if any(w.box.left < box.right and box.left < w.box.right for w in line.words):
            for glyph in word.glyphs:
                line = into_line(line, glyph)
        else:
            before = sum(1 for w in line.words if w.box.center[0] <= box.center[0])
            line = Line((*line.words[:before], word, *line.words[before:]))
    return line


def _with_line(page: Page, number: int, line: Line, name: str) -> tuple[Page, Change]:
    lines = (*page.lines[:number], line, *page.lines[number + 1 :])
    return outcome(name, page, replace(page, lines=lines))
