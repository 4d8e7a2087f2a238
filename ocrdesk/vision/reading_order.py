"""Marks to rows: the slope the page is written at, then each row traced letter by letter."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision.directions import page_slope
from ocrdesk.vision.row_tracing import Floats, Indices, join_traces, trace_rows

_DEEP = 1.35  # letter heights: marks as high as this have tails, and their middles lie off the row
_REACH = 1.5  # letter heights of free paper at most between a tail's letter and its row
_SHARED = 0.3  # letter heights that such a letter and its neighbour have in common, at least


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


def find_rows(marks: Marks, height: float) -> list[Row]:
    """Return the rows from top to bottom, for letters of about ``height`` pixels."""
    is_body = np.maximum(marks.widths, marks.heights) >= 0.45 * height
    body = np.flatnonzero(is_body)
    if not len(body):
        return []
    weights = np.minimum(marks.heights[body], 1.5 * height)
    slope = page_slope(marks.centers[body], weights, height)
    x, y = _turned(marks.centers, slope)
    order = body[np.argsort(x[body] - 0.5 * marks.widths[body])]
    sizes = np.clip(marks.heights, 0.6 * height, 1.6 * height)
    rows = join_traces(trace_rows(order, x, y, sizes), x, y, height)
    _adopt_deep(rows, marks, (x, y), height)
    _adopt_small(rows, np.flatnonzero(~is_body), marks, (x, y), height)
    rows.sort(key=lambda row: float(np.median(y[row])))
    return [_finished(row, marks, slope) for row in rows]


def _turned(centers: Floats, angle: float) -> tuple[Floats, Floats]:
    """Return coordinates along and across rows that fall by ``angle`` degrees."""
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    return centers[:, 0] * cos + centers[:, 1] * sin, centers[:, 1] * cos - centers[:, 0] * sin


def _adopt_deep(
    rows: list[list[int]], marks: Marks, turned: tuple[Floats, Floats], height: float
) -> None:
    """Give letters with tails that make rows of their own to the row they stand beside.

    A row is traced by the middles of its letters; that of a long g lies below them.
    """
    x, y = turned
    half = np.stack([marks.widths, marks.heights], axis=1) / 2
    low, high = np.stack([x, y], axis=1) - half, np.stack([x, y], axis=1) + half
    is_deep = [bool((marks.heights[row] > _DEEP * height).all()) for row in rows]
    homes = [np.array(row, np.intp) for row, deep in zip(rows, is_deep, strict=True) if not deep]
    if not homes:
        return
    for row in [row for row, deep in zip(rows, is_deep, strict=True) if deep]:
        shares = []
        for home in homes:
            nearest = home[np.abs(x[home][None] - x[row][:, None]).argmin(axis=1)]
            free = np.maximum(low[row], low[nearest]) - np.minimum(high[row], high[nearest])
            is_near = free[:, 0].min() < _REACH * height
            shares.append(float(-free[:, 1].max()) if is_near else -np.inf)
        best = int(np.argmax(shares))
        if shares[best] >= _SHARED * height:
            rows.remove(row)
            next(other for other in rows if homes[best][0] in other).extend(row)


def _adopt_small(
    rows: list[list[int]],
    small: Indices,
    marks: Marks,
    turned: tuple[Floats, Floats],
    height: float,
) -> None:
    """Give dots and fragments to the row whose nearest letter is closest to them."""
    x, y = turned
    body = np.concatenate([np.array(row, np.intp) for row in rows])
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    for member in small:
        dx = np.abs(x[body] - x[member]) - 0.5 * marks.widths[body]
        dy = np.abs(y[body] - y[member]) - 0.5 * marks.heights[body]
        distance = np.hypot(np.maximum(dx, 0) / 3, np.maximum(dy, 0))
        nearest = int(np.argmin(distance))
        if distance[nearest] < 0.6 * height:
            rows[owner[nearest]].append(int(member))


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
