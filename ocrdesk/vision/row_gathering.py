"""Traced rows that are parts of one: letters of mixed heights, and the small marks beside them.

Letters are traced by their middles, which in b, a and y stand at three heights. Rows that were
started for some of them stand between the letters of another and reach into its band, which
different rows of writing hardly do: their letters stand one below another.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_FLAT = 0.36  # letter heights: lower marks are bars and dashes
_THIN, _SHORT = 0.35, 0.75  # letter heights: what is thin and short is a stroke or comma
_TINY = 0.5  # letter heights: what is smaller either way is a dot
_FEW = 2  # letters there must be elsewhere for each mark of a row of slight ones
_BELOW = 0.3  # of the widths of a row's letters that may stand below or above another's
_BESIDE = 0.8  # letter heights between the nearest letters of the two
_REACH = 0.25  # of a letter's height that must lie within the other row's band


class Extents:
    """Where marks begin and end along the rows and across them, (n,) each."""

    def __init__(self, x: Floats, y: Floats, widths: Floats, heights: Floats) -> None:
        self.begin, self.end = x - widths / 2, x + widths / 2
        self.top, self.bottom = y - heights / 2, y + heights / 2


def is_slight(widths: Floats, heights: Floats, height: float) -> Flags:
    """Tell which marks (n,) are dots, bars, commas or strokes, for letters of about ``height``."""
    longer, shorter = np.maximum(widths, heights), np.minimum(widths, heights)
    is_stroke = (longer < _SHORT * height) & (shorter < _THIN * height)
    slight: Flags = is_stroke | (longer < _TINY * height) | (heights < _FLAT * height)
    return slight


def lone_marks(rows: list[list[int]], slight: Flags) -> list[list[int]]:
    """Take rows of nothing but a few slight marks out of ``rows``, and return them."""
    letters = sum(len(row) for row in rows if not slight[row].all())
    taken = [row for row in rows if slight[row].all() and len(row) * _FEW <= letters]
    rows[:] = [row for row in rows if row not in taken]
    return taken


def gather(rows: list[list[int]], extents: Extents, height: float) -> list[list[int]]:
    """Return the rows with those joined whose letters stand between one another's."""
    rows = sorted(rows, key=len)

    @cache  # each join looks at all of them anew
    def are_one(few: tuple[int, ...], many: tuple[int, ...]) -> bool:
        return _are_one(few, many, extents, height)

    position = 0
    while position < len(rows):
        own = tuple(rows[position])
        others = range(position + 1, len(rows))
        partner = next((o for o in others if are_one(own, tuple(rows[o]))), None)
        if partner is None:
            position += 1
            continue
        rows[partner] = sorted([*rows[partner], *own], key=lambda m: float(extents.begin[m]))
        del rows[position]
        rows.sort(key=len)
        position = 0
    return rows


def _are_one(few: Sequence[int], many: Sequence[int], extents: Extents, height: float) -> bool:
    """Tell whether the marks of a row stand between those of one that is no shorter."""
    own, other = np.array(few), np.array(many)
    begin, end = extents.begin[own][:, None], extents.end[own][:, None]
    shared = np.minimum(end, extents.end[other]) - np.maximum(begin, extents.begin[other])
    nearest = shared.max(axis=1)
    below = np.maximum(nearest, 0).sum() / float((end - begin).sum())
    if below > _BELOW or nearest.max() < -_BESIDE * height:
        return False
    # The band at each mark is that of the two marks of the other row nearest to it.
    near = np.argsort(-shared, axis=1)[:, :2]
    top, bottom = extents.top[other][near].min(axis=1), extents.bottom[other][near].max(axis=1)
    tall = extents.bottom[own] - extents.top[own]
    inside = np.minimum(extents.bottom[own], bottom) - np.maximum(extents.top[own], top)
    return bool(np.mean(inside / np.minimum(tall, bottom - top)) >= _REACH)
