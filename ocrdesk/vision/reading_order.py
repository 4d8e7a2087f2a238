"""Marks to rows: the slope the page is written at, then each row traced letter by letter."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ocrdesk.geometry import BoundingBox

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

_STEEPEST = 40.0  # degrees; steeper writing is a matter of turning the page
_MEMORY = 6  # letters of a row that tell where its next one is expected


@dataclass(frozen=True, slots=True)
class Row:
    """Marks of one row from left to right; ``angle`` in degrees, positive where it falls."""

    members: tuple[int, ...]
    angle: float


@dataclass(frozen=True, slots=True)
class Marks:
    """Boxes of what may be letters: ``centers`` (n, 2) as x, y, ``widths`` and ``heights`` (n,)."""

    centers: Floats
    widths: Floats
    heights: Floats

    @classmethod
    def of(cls, boxes: Sequence[BoundingBox]) -> "Marks":
        """Return the boxes as arrays."""
        array = np.array([box.as_tuple() for box in boxes], float).reshape(-1, 4)
        sizes = array[:, 2:] - array[:, :2]
        return cls((array[:, :2] + array[:, 2:]) / 2, sizes[:, 0], sizes[:, 1])


class _Trace:
    """A row while it is being followed, in coordinates turned by the page's slope."""

    def __init__(self, member: int, x: float, y: float, size: float) -> None:
        self.members = [member]
        self._points = [(x, y, size)]

    def expected(self, x: float) -> float:
        """Return the height at which the row would pass ``x``: a line fitted to the last letters.

        The slope is shrunk towards level, strongly while few letters are known.
        """
        points = np.array(self._points[-_MEMORY:])
        weights = points[:, 2]
        mean_x = float(np.average(points[:, 0], weights=weights))
        mean_y = float(np.average(points[:, 1], weights=weights))
        spread = float(np.sum(weights * (points[:, 0] - mean_x) ** 2))
        slope = float(np.sum(weights * (points[:, 0] - mean_x) * (points[:, 1] - mean_y)))
        size = float(weights.mean())
        slope /= spread + 12.0 * size**3
        return mean_y + slope * (x - mean_x)

    @property
    def end(self) -> tuple[float, float]:
        """Where the last letter is along the row, and the row's mean letter size."""
        sizes = [size for _, _, size in self._points[-_MEMORY:]]
        return self._points[-1][0], sum(sizes) / len(sizes)

    def add(self, member: int, x: float, y: float, size: float) -> None:
        self.members.append(member)
        self._points.append((x, y, size))


def page_slope(marks: Marks, chosen: Indices, height: float) -> float:
    """Return the slope of the rows in degrees, positive where they fall to the right.

    The angle at which the letters' centres crowd most into rows: the energy of their projection,
    smoothed by a part of the letter height (the projection-profile method, Postl 1986, on
    components). Level rows are preferred where the evidence is thin.
    """
    if len(chosen) < 3:
        return 0.0
    centers = marks.centers[chosen]
    weights = np.minimum(marks.heights[chosen], 1.5 * height).astype(float)
    coarse = np.arange(-_STEEPEST, _STEEPEST + 0.5, 1.0)
    scores = [_crowding(centers, weights, angle, height) for angle in coarse]
    best = float(coarse[int(np.argmax(scores))])
    fine = np.arange(best - 1.0, best + 1.01, 0.25)
    scores = [_crowding(centers, weights, angle, height) for angle in fine]
    return float(fine[int(np.argmax(scores))])


def _crowding(centers: Floats, weights: Floats, angle: float, height: float) -> float:
    radians = np.deg2rad(angle)
    across = centers[:, 1] * np.cos(radians) - centers[:, 0] * np.sin(radians)
    step = height / 10
    places = np.round((across - across.min()) / step).astype(np.int64)
    profile = ndimage.gaussian_filter1d(
        np.bincount(places, weights=weights).astype(float), 2.0, mode="constant"
    )
    energy = float(np.sum(profile**2)) / float(np.sum(weights)) ** 2
    # Few letters crowd by chance at some angle: the fewer, the more level rows are trusted.
    trust = 60.0 / np.sqrt(1 + 20.0 / len(centers))
    return energy * float(np.exp(-((angle / trust) ** 2)))


def find_rows(marks: Marks, height: float) -> list[Row]:
    """Return the rows from top to bottom, for letters of about ``height`` pixels."""
    is_body = np.maximum(marks.widths, marks.heights) >= 0.45 * height
    body = np.flatnonzero(is_body)
    if not len(body):
        return []
    slope = page_slope(marks, body, height)
    x, y = _turned(marks.centers, slope)
    order = body[np.argsort(x[body] - 0.5 * marks.widths[body])]
    traces = _trace(order, x, y, np.clip(marks.heights, 0.6 * height, 1.6 * height))
    traces = _joined(traces, x, y, height)
    rows = [trace.members for trace in traces]
    _adopt_small(rows, np.flatnonzero(~is_body), marks, (x, y), height)
    rows = [row for row in rows if row]
    rows.sort(key=lambda row: float(np.median(y[row])))
    return [_finished(row, marks, slope) for row in rows]


def _turned(centers: Floats, angle: float) -> tuple[Floats, Floats]:
    """Return coordinates along and across rows that fall by ``angle`` degrees."""
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    return centers[:, 0] * cos + centers[:, 1] * sin, centers[:, 1] * cos - centers[:, 0] * sin


def _trace(order: Indices, x: Floats, y: Floats, sizes: Floats) -> list[_Trace]:
    """Give each component, from left to right, to the row that expects it, or start a row."""
    traces: list[_Trace] = []
    for member in order:
        place, level, size = float(x[member]), float(y[member]), float(sizes[member])
        best, least = None, 1.0
        for trace in traces:
            last, row_size = trace.end
            gap = max(0.0, place - last) / row_size
            allowed = 0.3 * (row_size + size)
            distance = abs(level - trace.expected(place)) / allowed + 0.01 * min(gap, 20.0)
            if distance < least:
                best, least = trace, distance
        if best is None:
            traces.append(_Trace(int(member), place, level, size))
        else:
            best.add(int(member), place, level, size)
    return traces


def _joined(traces: list[_Trace], x: Floats, y: Floats, height: float) -> list[_Trace]:
    """Join rows that were started twice: side by side, or level with each other."""
    rows = sorted(traces, key=lambda trace: len(trace.members))
    position = 0
    while position < len(rows):
        partner = _partner(rows[position], rows, x, y, height)
        if partner is None:
            position += 1
            continue
        partner.members = sorted(partner.members + rows.pop(position).members, key=lambda m: x[m])
        position = 0
    return rows


def _partner(
    first: _Trace, traces: list[_Trace], x: Floats, y: Floats, height: float
) -> _Trace | None:
    """Return the row that passes through all of ``first``, if its letters stand beside it."""
    levels, places = y[first.members], x[first.members]
    for other in traces:
        if other is first or len(other.members) < len(first.members):
            continue
        own = np.array(other.members)
        nearest = y[own[np.argmin(np.abs(x[own][None, :] - places[:, None]), axis=1)]]
        if np.all(np.abs(levels - nearest) < 0.45 * height):
            return other
    return None


def _adopt_small(
    rows: list[list[int]],
    small: Indices,
    marks: Marks,
    turned: tuple[Floats, Floats],
    height: float,
) -> None:
    """Give dots and fragments to the row whose nearest letter is closest to them."""
    x, y = turned
    bodies = [list(row) for row in rows]
    for member in small:
        best, least = None, 1.0
        for row, body in zip(rows, bodies, strict=True):
            dx = np.abs(x[body] - x[member]) - 0.5 * marks.widths[body]
            dy = np.abs(y[body] - y[member]) - 0.5 * marks.heights[body]
            distance = np.hypot(np.maximum(dx, 0) / 3, np.maximum(dy, 0)) / (0.6 * height)
            nearest = float(distance.min())
            if nearest < least:
                best, least = row, nearest
        if best is not None:
            best.append(int(member))


def _finished(members: list[int], marks: Marks, slope: float) -> Row:
    """Return the row in reading order with its own angle, fitted to its letters."""
    centers = marks.centers[members]
    angle = slope
    if len(members) >= 4:
        x, y = _turned(centers, slope)
        spread = float(np.var(x))
        if spread > 0:
            tilt = float(np.mean((x - x.mean()) * (y - y.mean()))) / spread
            angle = slope + float(np.clip(np.rad2deg(np.arctan(tilt)), -8.0, 8.0))
    x, _ = _turned(centers, angle)
    return Row(tuple(members[i] for i in np.argsort(x, kind="stable")), angle)
