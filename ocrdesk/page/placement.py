"""Where a box belongs among the rows and words of a page, judged by its position alone.

A row may climb by its own height across the page, so a row's height and middle are taken from the
glyphs next to the box, never from the row's own bounding box.
"""

from itertools import pairwise
from statistics import median

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Word

_NEIGHBOURS = 4  # glyphs of a row that say where the row runs near the box
_REACH = 0.75  # a box belongs to a row if its middle is within this many letter heights of it
_WORD_GAP = 0.6  # of the letter height: a gap that parts words where the row shows no other


def inserted(page: Page, glyph: Glyph) -> tuple[Line, ...]:
    """Return the rows of ``page`` with ``glyph`` in the row and word its box lies in.

    A box far from every row starts a row of its own, in reading order by height.
    """
    offsets = [_offset(line, glyph.box) for line in page.lines]
    nearest = min(range(len(offsets)), key=lambda i: abs(offsets[i]), default=None)
    if nearest is not None and abs(offsets[nearest]) <= _REACH:
        line = _into_line(page.lines[nearest], glyph)
        return (*page.lines[:nearest], line, *page.lines[nearest + 1 :])
    row = sum(1 for offset in offsets if offset > 0)
    return (*page.lines[:row], Line((Word((glyph,)),)), *page.lines[row:])


def removed(page: Page, glyph_id: int) -> tuple[Line, ...]:
    """Return the rows of ``page`` without the glyph; words and rows left empty go with it."""
    lines = []
    for line in page.lines:
        words = tuple(
            Word(glyphs)
            for word in line.words
            if (glyphs := tuple(glyph for glyph in word.glyphs if glyph.id != glyph_id))
        )
        if words:
            lines.append(Line(words))
    return tuple(lines)


def is_still_in_place(page: Page, glyph_id: int, box: BoundingBox) -> bool:
    """Tell whether the glyph would keep its row and its neighbours if it had this box."""
    line = next(line for line in page.lines if any(g.id == glyph_id for g in line.glyphs))
    others = [glyph for glyph in line.glyphs if glyph.id != glyph_id]
    if not others:
        return abs(_offset(line, box)) <= _REACH
    before = sum(1 for glyph in others if glyph.box.center[0] <= box.center[0])
    position = [glyph.id for glyph in line.glyphs].index(glyph_id)
    return before == position and abs(_offset(Line((Word(tuple(others)),)), box)) <= _REACH


def _offset(line: Line, box: BoundingBox) -> float:
    """Return how far the box lies below the row near it, in letter heights."""
    x, y = box.center
    near = sorted(line.glyphs, key=lambda glyph: abs(glyph.box.center[0] - x))[:_NEIGHBOURS]
    middle = _middle_at(near, x)
    height = max(median(glyph.box.height for glyph in near), box.height / 2)
    return (y - middle) / height


def _middle_at(near: list[Glyph], x: float) -> float:
    """Return the height of the row at ``x``: its neighbours' middles, each weighted by nearness."""
    reach = max(glyph.box.width for glyph in near)
    weights = [1 / (abs(glyph.box.center[0] - x) + reach) for glyph in near]
    middles = [glyph.box.center[1] for glyph in near]
    return sum(w * m for w, m in zip(weights, middles, strict=True)) / sum(weights)


def _into_line(line: Line, glyph: Glyph) -> Line:
    """Return the row with the glyph in the word it touches, or as a word of its own."""
    x = glyph.box.center[0]
    glyphs = line.glyphs
    position = sum(1 for other in glyphs if other.box.center[0] <= x)
    before = glyphs[position - 1] if position else None
    after = glyphs[position] if position < len(glyphs) else None
    limit = _word_gap(line)
    gaps = {
        other.id: gap
        for other, gap in (
            (before, _gap(before, glyph) if before else 0.0),
            (after, _gap(glyph, after) if after else 0.0),
        )
        if other is not None
    }
    host = min(gaps, key=lambda other_id: gaps[other_id])
    if gaps[host] <= limit or _is_inside_word(line, before, after):
        return _beside(line, glyph, host)
    return _as_new_word(line, glyph, position)


def _gap(left: Glyph, right: Glyph) -> float:
    return right.box.left - left.box.right


def _is_inside_word(line: Line, before: Glyph | None, after: Glyph | None) -> bool:
    """Tell whether both neighbours belong to one word."""
    return any(before in word.glyphs and after in word.glyphs for word in line.words)


def _beside(line: Line, glyph: Glyph, host: int) -> Line:
    """Return the row with the glyph added to the word of the glyph ``host``, ordered by x."""
    words = tuple(
        Word(tuple(sorted((*word.glyphs, glyph), key=lambda g: g.box.center[0])))
        if any(other.id == host for other in word.glyphs)
        else word
        for word in line.words
    )
    return Line(words)


def _as_new_word(line: Line, glyph: Glyph, position: int) -> Line:
    """Return the row with the glyph as a word of its own after ``position`` glyphs."""
    words = list(line.words)
    passed = 0
    index = 0
    while index < len(words) and passed + len(words[index].glyphs) <= position:
        passed += len(words[index].glyphs)
        index += 1
    words.insert(index, Word((glyph,)))
    return Line(tuple(words))


def _word_gap(line: Line) -> float:
    """Return the gap in pixels from which two glyphs of this row belong to different words."""
    inner = [_gap(a, b) for word in line.words for a, b in pairwise(word.glyphs)]
    outer = [_gap(a.glyphs[-1], b.glyphs[0]) for a, b in pairwise(line.words)]
    height = median(glyph.box.height for glyph in line.glyphs)
    if inner and outer and median(outer) > median(inner):
        return (median(inner) + median(outer)) / 2
    return max(_WORD_GAP * height, 1.5 * max(inner, default=0.0))
