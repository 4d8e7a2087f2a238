"""Where a box belongs among the rows and words of a page, judged by its position.

A row may climb by its own height across the page, so a row's height and middle are taken from the
glyphs next to the box, never from the row's own bounding box.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Word

_NEIGHBOURS = 4  # glyphs of a row that say where the row runs near the box
_ENOUGH = 2  # on either side say how steeply it does
_STEEPEST = 0.4  # pixels down or up a pixel along: steeper are letters in disorder
_CLOSEST = 3  # glyphs of another row that say how it runs beside this one
_REACH = 0.75  # a box belongs to a row if its middle is within this many letter heights of it
_WORD_GAP = 0.6  # of the letter height: a gap that parts words where the row shows no other


def inserted(page: Page, glyph: Glyph) -> tuple[Line, ...]:
    """Return the rows of ``page`` with ``glyph`` in the row and word its box lies in.

    A box far from every row starts a row of its own, in reading order by height.
    """
    row = _row_around(page.lines, glyph.box)
    if row is not None:
        line = into_line(page.lines[row], glyph)
        return (*page.lines[:row], line, *page.lines[row + 1 :])
    row = sum(1 for line in page.lines if _offset(line, glyph.box) > 0)
    return (*page.lines[:row], Line((Word((glyph,)),)), *page.lines[row:])


def removed(page: Page, glyph_ids: Collection[int]) -> tuple[Line, ...]:
    """Return the rows of ``page`` without these glyphs; words and rows left empty go with them.

    Rows and words that had none of them are shared.
    """
    lines = (without(line, glyph_ids) for line in page.lines)
    return tuple(line for line in lines if line is not None)


def without(line: Line, glyph_ids: Collection[int]) -> Line | None:
    """Return the row without these glyphs, or None if nothing is left of it."""
    if not any(glyph.id in glyph_ids for glyph in line.glyphs):
        return line
    words = []
    for word in line.words:
        glyphs = tuple(glyph for glyph in word.glyphs if glyph.id not in glyph_ids)
        if glyphs:
            words.append(word if len(glyphs) == len(word.glyphs) else Word(glyphs))
    return Line(tuple(words)) if words else None


def is_still_in_place(page: Page, glyph_id: int, box: BoundingBox) -> bool:
    """Tell whether the glyph would keep its row and its neighbours if it had this box.

    An order or a row that a person chose against the position of the boxes holds as long as
    nothing is passed and no other row is reached.
    """
    line = next(line for line in page.lines if any(g.id == glyph_id for g in line.glyphs))
    position = [glyph.id for glyph in line.glyphs].index(glyph_id)
    old = line.glyphs[position].box
    rest = without(line, {glyph_id})
    if rest is None:
        return abs(_offset(line, box)) <= _REACH
    for place, other in enumerate(rest.glyphs):
        x = other.box.center[0]
        was, now = _sign(x - old.center[0]), _sign(x - box.center[0])
        if now not in (0, was, -1 if place < position else 1):
            return False
    if abs(_offset(rest, box)) <= _REACH:
        return True
    lines = removed(page, {glyph_id})
    is_far = abs(_offset(rest, old)) > _REACH
    return is_far and _row_around(lines, box) == _row_around(lines, old)


def are_level(line: Line, other: Line) -> bool:
    """Tell whether the other row stands at the height of the row where they come close to it.

    So do parts of one row, beside each other or between each other's letters.
    """
    xs = [glyph.box.center[0] for glyph in line.glyphs]
    near = sorted(other.glyphs, key=lambda g: min(abs(g.box.center[0] - x) for x in xs))
    return median(abs(_offset(line, glyph.box)) for glyph in near[:_CLOSEST]) <= _REACH


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _row_around(lines: Sequence[Line], box: BoundingBox) -> int | None:
    """Return the number of the row the box lies in, None if it is far from every row."""
    slopes = [slope for line in lines if (slope := _slope(line.glyphs)) is not None]
    usual = median(slopes) if slopes else 0.0
    offsets = [abs(_offset(line, box, usual)) for line in lines]
    nearest = min(range(len(offsets)), key=offsets.__getitem__, default=None)
    return nearest if nearest is not None and offsets[nearest] <= _REACH else None


def _offset(line: Line, box: BoundingBox, usual: float = 0.0) -> float:
    """Return how far the box lies below the row near it, in letter heights.

    A row too short to tell its own slope has the ``usual`` one.
    """
    x, y = box.center
    near = sorted(line.glyphs, key=lambda glyph: abs(glyph.box.center[0] - x))[:_NEIGHBOURS]
    slope = _slope(near)
    middle = _middle_at(near, x, usual if slope is None else slope)
    height = max(median(glyph.box.height for glyph in near), box.height / 2)
    return (y - middle) / height


def _middle_at(near: Sequence[Glyph], x: float, slope: float) -> float:
    """Return the height of the row at ``x``: its neighbours' middles, each weighted by nearness.

    Each is carried there along the row, as beyond its end all of them lie to one side.
    """
    reach = max(glyph.box.width for glyph in near)
    weights = [1 / (abs(glyph.box.center[0] - x) + reach) for glyph in near]
    middles = [glyph.box.center[1] + slope * (x - glyph.box.center[0]) for glyph in near]
    return sum(w * m for w, m in zip(weights, middles, strict=True)) / sum(weights)


def _slope(glyphs: Sequence[Glyph]) -> float | None:
    """Return how steeply a row falls from the first half of these to the second, or None.

    Medians, since small letters, descenders and full stops stand lower or higher than the row.
    """
    centers = sorted(glyph.box.center for glyph in glyphs)
    half = len(centers) // 2
    if half < _ENOUGH:
        return None
    (x1, y1), (x2, y2) = (
        (median(x for x, _ in part), median(y for _, y in part))
        for part in (centers[:half], centers[-half:])
    )
    return max(-_STEEPEST, min(_STEEPEST, (y2 - y1) / (x2 - x1))) if x2 > x1 else None


def into_line(line: Line, glyph: Glyph) -> Line:
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
    """Return the row with the glyph next to the glyph ``host``, in the word of that."""
    return Line(tuple(_word_with(word, glyph, host) for word in line.words))


def _word_with(word: Word, glyph: Glyph, host: int) -> Word:
    place = next((i for i, other in enumerate(word.glyphs) if other.id == host), None)
    if place is None:
        return word
    place += word.glyphs[place].box.center[0] <= glyph.box.center[0]
    return Word((*word.glyphs[:place], glyph, *word.glyphs[place:]))


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
