"""Where the letters of a row stand: the line that exports tell beside its box."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.page.elements import UNREADABLE, Line, Page

_NO_FEET = frozenset("gjpqyQ,;'\"`^~*°-_=+/\\|()[]{}<>@$§&" + UNREADABLE)
"""What reaches below the line, or hangs above it, in some hands at least."""

_ENOUGH = 5  # letters: of fewer, one that stands low would tilt the row
_STEEPEST = math.tan(math.radians(30))

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The line y = ``start`` + ``slope`` x, in pixels; letters reach down to it and no further."""

    start: float
    slope: float

    def at(self, x: float) -> float:
        """Return how far down the line is at a place."""
        return self.start + self.slope * x


@dataclass(frozen=True, slots=True)
class _Feet:
    """Where letters of a row stand: ``x`` (n,) and ``y`` (n,)."""

    x: _Floats
    y: _Floats

    @classmethod
    def of(cls, line: Line) -> "_Feet":
        boxes = [glyph.box for glyph in line.glyphs if glyph.character not in _NO_FEET]
        x = np.array([box.left + box.right for box in boxes], float) / 2
        return cls(x, np.array([box.bottom for box in boxes], float))

    def slopes(self) -> tuple[_Floats, _Floats]:
        """Return the slopes between any two letters, and how far these are apart."""
        one, other = np.triu_indices(len(self.x), 1)
        apart, down = self.x[other] - self.x[one], self.y[other] - self.y[one]
        is_apart = apart != 0
        return down[is_apart] / apart[is_apart], np.abs(apart[is_apart])


def baselines_of(page: Page) -> tuple[Baseline | None, ...]:
    """Return the base line of each row of a page; None where its letters do not tell it.

    Its slope is the median of those between any two letters, the further apart the more it counts
    (Theil 1950, Sen 1968), so that nothing hangs on letters that stand low by themselves. Rows of
    few letters run as all of the page's do.
    """
    feet = [_Feet.of(line) if _is_level(line) else None for line in page.lines]
    slopes = [own.slopes() for own in feet if own is not None]
    several = sum(len(own.x) for own in feet if own is not None and len(own.x) > 1)
    whole = _middle(slopes) if several >= _ENOUGH else 0.0
    bases = [None if own is None else _baseline(own, whole) for own in feet]
    return tuple([_kept(base, line, page) for base, line in zip(bases, page.lines, strict=True)])


def _is_level(line: Line) -> bool:
    """Tell whether a row runs along the page: words across it stand on no such line."""
    (first, top), (last, bottom) = (line.glyphs[end].box.center for end in (0, -1))
    return first <= last and abs(bottom - top) <= _STEEPEST * (last - first) + _stray(line)


def _stray(line: Line) -> float:
    """Return how far letters of a row stand off by themselves, at most."""
    return max(glyph.box.height for glyph in line.glyphs) / 2


def _baseline(feet: _Feet, whole: float) -> Baseline | None:
    if not len(feet.x):
        return None
    slope = _middle([feet.slopes()]) if len(feet.x) >= _ENOUGH else whole
    return Baseline(float(np.median(feet.y - slope * feet.x)), slope)


def _kept(base: Baseline | None, line: Line, page: Page) -> Baseline | None:
    """Return a base line, ended where the page does; None where it is steep or leaves its row."""
    if base is None or abs(base.slope) > _STEEPEST:
        return None
    box, stray = line.box, _stray(line)
    ends = base.at(box.left), base.at(box.right)
    if min(ends) < box.top - stray or max(ends) > box.bottom + stray:
        return None
    highest, lowest = min(0, box.top), max(page.height, box.bottom)  # boxes may lie beyond it
    start, end = (min(max(down, float(highest)), float(lowest)) for down in ends)
    if (start, end) == ends:
        return base
    slope = (end - start) / box.width
    return Baseline(start - slope * box.left, slope)


def _middle(slopes: Sequence[tuple[_Floats, _Floats]]) -> float:
    """Return the weighted median of slopes, each with its weight; level where there are none."""
    values = np.concatenate([each for each, _ in slopes])
    weights = np.concatenate([each for _, each in slopes])
    if not len(values):
        return 0.0
    order = np.argsort(values)
    share = np.cumsum(weights[order]) / weights.sum()
    return float(values[order][np.searchsorted(share, 0.5)])
