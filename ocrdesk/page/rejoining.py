"""A page that was read anew as a whole, joined with what a person confirmed on it before.

Letters are found otherwise in other ink: some come, some go, some are parted. What is confirmed
stays as it is, box and all, in the place of the letters that it covers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise

import numpy as np
import numpy.typing as npt

from ocrdesk.page.differences import outcome
from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.placement import inserted

Shares = npt.NDArray[np.float64]

_COVERED = 0.5  # of the smaller of two boxes inside the other: they are about the same ink
_SAME = 0.5  # of what two boxes cover together is in both: they are the same letter
_AT_ONCE = 256  # boxes compared with all others at once


def rejoined(page: Page, read: Page, *, name: str) -> tuple[Page, Change]:
    """Give a page what was read on its image anew, and how its ink was found.

    Confirmed glyphs stay exactly as they are, with the spaces between those that stand side by
    side; glyphs of the new reading that they cover are left out, and rows follow the new reading.
    Glyphs that lie where one was keep its id.
    """
    confirmed = [glyph for glyph in page.glyphs if glyph.is_confirmed]
    places, covered = _places(confirmed, read.glyphs)
    fresh = [glyph for place, glyph in enumerate(read.glyphs) if place not in covered]
    renamed = _with_ids(fresh, page)
    decided = _spaces(page)
    lines = []
    start = 0
    for line in read.lines:
        letters = list(_letters(line, start, renamed, places, covered))
        start += len(line.glyphs)
        if letters:
            lines.append(_line(letters, decided))
    after = replace(page, lines=tuple(lines), steps=read.steps, ink_settings=read.ink_settings)
    placed = {glyph.id for there in places.values() for glyph in there}
    for glyph in confirmed:
        if glyph.id not in placed:
            after = replace(after, lines=inserted(after, glyph))
    has_other_ink = after.ink_settings != page.ink_settings
    _, change = outcome(name, page, after)
    if not change and not has_other_ink:
        return page, NOTHING
    return after, Change(name, change.glyph_ids, has_other_ink=has_other_ink)


def _places(
    confirmed: Sequence[Glyph], read: Sequence[Glyph]
) -> tuple[dict[int, list[Glyph]], set[int]]:
    """Return which confirmed glyphs stand where glyphs were read, and all places they cover.

    Each stands at the place of the glyph that it shares most with.
    """
    standing: dict[int, list[Glyph]] = {}
    covered: set[int] = set()
    for glyph, shares in zip(confirmed, _overlaps(confirmed, read, of_both=False), strict=True):
        own = np.flatnonzero(shares >= _COVERED).tolist()
        if own:
            covered.update(own)
            standing.setdefault(int(np.argmax(shares)), []).append(glyph)
    return standing, covered


def _with_ids(fresh: Sequence[Glyph], page: Page) -> dict[int, Glyph]:
    """Return the glyphs by the id they were read with, with the ids they have on the page."""
    free = [glyph for glyph in page.glyphs if not glyph.is_confirmed]
    new_ids, taken = count(page.next_glyph_id), set()
    named: dict[int, Glyph] = {}
    for glyph, shares in zip(fresh, _overlaps(fresh, free, of_both=True), strict=True):
        best = int(np.argmax(shares)) if free else 0
        is_same = bool(free) and shares[best] >= _SAME and best not in taken
        if is_same:
            taken.add(best)
        named[glyph.id] = replace(glyph, id=free[best].id if is_same else next(new_ids))
    return named


def _overlaps(ones: Sequence[Glyph], others: Sequence[Glyph], *, of_both: bool) -> Iterator[Shares]:
    """Yield for each glyph what it shares with each other one (others,), in parts of their area.

    That is the area of both together, or else of the smaller one.
    """
    second = np.array([glyph.box.as_tuple() for glyph in others], float).reshape(-1, 4)
    areas = (second[:, 2] - second[:, 0]) * (second[:, 3] - second[:, 1])
    for start in range(0, len(ones), _AT_ONCE):
        part = [glyph.box.as_tuple() for glyph in ones[start : start + _AT_ONCE]]
        first = np.array(part, float)[:, None, :]
        own = (first[..., 2] - first[..., 0]) * (first[..., 3] - first[..., 1])
        low = np.maximum(first[..., :2], second[:, :2])
        high = np.minimum(first[..., 2:], second[:, 2:])
        shared = np.prod(np.maximum(high - low, 0.0), axis=2)
        yield from shared / (own + areas - shared if of_both else np.minimum(own, areas))


def _letters(
    line: Line,
    start: int,
    renamed: dict[int, Glyph],
    places: dict[int, list[Glyph]],
    covered: set[int],
) -> Iterator[tuple[Glyph, bool]]:
    """Yield the glyphs of a line that was read, and whether a word begins with each.

    ``start`` is the place of its first glyph on the page.
    """
    place = start
    for word in line.words:
        begins = True
        for glyph in word.glyphs:
            for own in places.get(place, [] if place in covered else [renamed[glyph.id]]):
                yield own, begins
                begins = False
            place += 1


def _spaces(page: Page) -> dict[tuple[int, int], bool]:
    """Return for confirmed glyphs that stand side by side whether a space is between them."""
    decided: dict[tuple[int, int], bool] = {}
    for line in page.lines:
        first = {word.glyphs[0].id for word in line.words}
        for one, other in pairwise(line.glyphs):
            if one.is_confirmed and other.is_confirmed:
                decided[one.id, other.id] = other.id in first
    return decided


def _line(letters: Sequence[tuple[Glyph, bool]], decided: dict[tuple[int, int], bool]) -> Line:
    """Return the row of glyphs, parted into words where they begin, or as was decided."""
    words: list[list[Glyph]] = []
    before: Glyph | None = None
    for glyph, begins in letters:
        parts = begins if before is None else decided.get((before.id, glyph.id), begins)
        if parts or not words:
            words.append([])
        words[-1].append(glyph)
        before = glyph
    return Line(tuple(Word(tuple(word)) for word in words))
