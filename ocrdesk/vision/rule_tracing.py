"""Printed lines followed across the paper, strip by strip, as straight or bent as they run."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ocrdesk.vision.preprocess import Contrast

Floats = npt.NDArray[np.float64]
Slope = Callable[[int, float], float]

_STRIPS = 56  # across the picture: narrower than most letters
_COVERED = 0.3  # of a strip's columns may be without the line
_STEEPEST = 0.12  # rise over run of a line that has just been found
_BEND = 0.035  # change of that from strip to strip
_MISSED = 9  # strips without a trace, one after the other, end a line
_SHARE = 0.65  # of a line's strips must show it
_LENGTH = 0.4  # of the picture's width, and of its mean side: letters fill the height of a strip
_SHORTER = 0.12  # of it, beside longer lines
_END = 12  # points that tell how a line goes on
_ROUGH = 0.8  # pixels by which a printed line strays from smoothness


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from left to right: its points ``x`` and ``y`` and its contrast there."""

    x: Floats
    y: Floats
    levels: Floats

    def rows(self, columns: npt.NDArray[np.intp]) -> Floats:
        """Return where the line is at some columns, its ends drawn out straight."""
        rows = np.interp(columns, self.x, self.y)
        ends = ((columns < self.x[0], slice(_END)), (columns > self.x[-1], slice(-_END, None)))
        for outside, end in ends:
            if outside.any():
                x, y = self.x[end], self.y[end]
                middle = x.mean()
                slope = float((x - middle) @ y) / float(((x - middle) ** 2).sum())
                rows[outside] = y.mean() + slope * (columns[outside] - middle)
        return rows


class _Chain:
    """A line while it is being followed; ``slope`` tells how the lines around it run, if known."""

    def __init__(self, strip: int, y: float, level: float, slope: Slope | None) -> None:
        self.strips, self.y, self.levels = [strip], [y], [level]
        self._known = slope
        self._slope = slope(strip, y) if slope else 0.0

    def expected(self, strip: int) -> float:
        """Return the row at which the line should be seen in a strip."""
        return self.y[-1] + self._slope * (strip - self.strips[-1])

    def tolerance(self, strip: int, width: int) -> float:
        """Return how far from there it may be, for strips ``width`` pixels wide."""
        gap = strip - self.strips[-1]
        if self._known:
            return 1.5 + 0.25 * gap
        if len(self.y) < 3:
            return 1.5 + _STEEPEST * width * gap
        return 1.5 + _BEND * width * min(gap, 2) + 0.3 * gap

    def add(self, strip: int, y: float, level: float) -> None:
        """Go on to a point in a later strip."""
        self.strips.append(strip)
        self.y.append(y)
        self.levels.append(level)
        if self._known:
            self._slope = self._known(strip, y)
            return
        back = -min(8, len(self.y))
        run = self.strips[-1] - self.strips[back]
        self._slope = (self.y[-1] - self.y[back]) / run

    def is_printed(self, strips: int, length: float) -> bool:
        """Tell whether it is as long, unbroken and smooth as no pen draws along a row.

        ``length`` is the least, in parts of all ``strips``.
        """
        span = self.strips[-1] - self.strips[0] + 1
        if span < length * strips or len(self.y) < max(6, _SHARE * span):
            return False
        y = np.array(self.y)
        bends = y[2:] - 2 * y[1:-1] + y[:-2]
        even = np.diff(self.strips)
        steady = (even[1:] == 1) & (even[:-1] == 1)
        return bool(steady.any()) and float(np.mean(np.abs(bends[steady]))) < 2 * _ROUGH


def trace_rules(contrast: Contrast, noise: float, thickest: int) -> list[Rule]:
    """Return the lines of at most ``thickest`` pixels that run about level across a picture.

    They lie up to seven degrees askew and may bend. Thin ridges that most of a narrow strip's
    columns show are points of lines; points are linked from strip to strip (compare path openings,
    Talbot and Appleton 2007).
    """
    width = max(12, contrast.shape[1] // _STRIPS)
    strips = contrast.shape[1] // width
    if strips < 12 or contrast.shape[0] < 4 * thickest:
        return []
    shares = _shares(contrast[:, : strips * width], thickest, strips)
    limit = max(0.03, 1.2 * noise)
    peaks = shares == ndimage.maximum_filter1d(shares, 2 * thickest + 1, axis=1)
    peaks &= shares > limit
    points = [(_middles(own, rows, thickest), own[rows]) for own, rows in _rows(shares, peaks)]
    first = _chains(points, width, None)
    length = _LENGTH * max(1.0, min((contrast.shape[0] / contrast.shape[1]) ** 0.5, 2.0))
    printed = [chain for chain in first if chain.is_printed(strips, length)]
    if not printed:
        return []
    # Lines are parallel or nearly: those that begin among letters are followed like the others.
    second = _chains(points, width, _slopes(printed, strips))
    return [_rule(chain, width) for chain in second if chain.is_printed(strips, _SHORTER)]


def _rows(
    shares: Contrast, peaks: npt.NDArray[np.bool_]
) -> Iterator[tuple[Contrast, npt.NDArray[np.intp]]]:
    """Yield the shares of each strip with the rows of its points."""
    for own, found in zip(shares, peaks, strict=True):
        yield own, np.flatnonzero(found)


def _middles(shares: Contrast, rows: npt.NDArray[np.intp], reach: int) -> Floats:
    """Return where the lines of some rows are exactly, by the darkness around.

    A line whose edges lie within rows is darkest in two of them, now in the one, now in the other.
    """
    offsets = np.arange(-reach, reach + 1)
    around = shares[np.clip(rows[:, None] + offsets, 0, len(shares) - 1)]
    weights = np.maximum(around - 0.5 * shares[rows, None], 0.0)
    return np.asarray(rows + (weights @ offsets) / np.maximum(weights.sum(axis=1), 1e-6), float)


def _chains(
    points: Sequence[tuple[Floats, Contrast]], width: int, slope: Slope | None
) -> list[_Chain]:
    """Return all that can be linked; ``points`` are rows and contrasts strip by strip."""
    going: list[_Chain] = []
    done: list[_Chain] = []
    for strip, (rows, levels) in enumerate(points):
        free = np.ones(len(rows), bool)
        for chain in sorted(going, key=lambda chain: -len(chain.y)):
            away = np.where(free, np.abs(rows - chain.expected(strip)), np.inf)
            nearest = int(np.argmin(away)) if len(away) else 0
            if len(away) and away[nearest] <= chain.tolerance(strip, width):
                chain.add(strip, float(rows[nearest]), float(levels[nearest]))
                free[nearest] = False
        going += [
            _Chain(strip, float(y), float(level), slope)
            for y, level in zip(rows[free], levels[free], strict=True)
        ]
        done += [chain for chain in going if strip - chain.strips[-1] >= _MISSED]
        going = [chain for chain in going if strip - chain.strips[-1] < _MISSED]
    return done + going


def _slopes(printed: Sequence[_Chain], strips: int) -> Slope:
    """Return what tells how steep, in pixels a strip, the nearest lines run at a place."""
    rows = np.empty((len(printed), strips))
    for own, chain in zip(rows, printed, strict=True):
        rule = Rule(np.array(chain.strips, float), np.array(chain.y), np.array(chain.levels))
        own[:] = rule.rows(np.arange(strips))
    smooth = ndimage.uniform_filter1d(rows, 7, axis=1, mode="nearest")
    steps = ndimage.uniform_filter1d(np.gradient(smooth, axis=1), 5, axis=1, mode="nearest")
    # A line that followed letters for a while must not lead others astray.
    order = np.argsort(rows.mean(axis=1))
    rows, steps = rows[order], ndimage.median_filter(steps[order], (3, 1), mode="nearest")

    def slope(strip: int, y: float) -> float:
        return float(steps[np.abs(rows[:, strip] - y).argmin(), strip])

    return slope


def _shares(contrast: Contrast, thickest: int, strips: int) -> Contrast:
    """Return how dark a thin level line most of each strip shows at each row, (strips, h)."""
    beside = np.zeros_like(contrast)
    beside[thickest:] = contrast[:-thickest]
    np.maximum(beside[:-thickest], contrast[thickest:], out=beside[:-thickest])
    thin = np.maximum(contrast - beside, 0.0)
    wide = thin.copy()
    np.maximum(wide[1:], thin[:-1], out=wide[1:])
    np.maximum(wide[:-1], thin[1:], out=wide[:-1])
    columns = wide.reshape(wide.shape[0], strips, -1)[:, :, ::2]
    place = int(_COVERED * columns.shape[2])
    shares = np.partition(columns, place, axis=2)[:, :, place]
    return np.asarray(ndimage.uniform_filter1d(shares, 3, axis=0).T, np.float32)


def _rule(chain: _Chain, width: int) -> Rule:
    """Return the line through a chain's points, each drawn to its neighbours."""
    x = (np.array(chain.strips) + 0.5) * width
    y = np.array(chain.y)
    smooth = ndimage.uniform_filter1d(ndimage.median_filter(y, 7, mode="nearest"), 3)
    smooth[[0, -1]] = y[[0, -1]]
    return Rule(x, smooth, ndimage.median_filter(np.array(chain.levels), 5, mode="nearest"))
