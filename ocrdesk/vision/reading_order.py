"""Marks to rows: the slope the page is written at, then each row traced letter by letter."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision.directions import page_slope
from ocrdesk.vision.row_gathering import Extents, gather, is_slight, lone_marks
from ocrdesk.vision.row_tracing import MOST_ROWS, Floats, join_traces, trace_rows

_SPREAD = 0.25  # letter heights: how far the middles of a row's letters are from its own
_NEAR = 0.6  # letter heights between small ink and the letter it belongs to
_NEAR_ABOVE = 0.95  # the same for larger dots and bars, which hands set farther off
_DEEP = 1.35  # letter heights: marks as high as this have tails, and their middles lie off the row
_REACH = 1.5  # letter heights of free paper at most between a tail's letter and its row
_SHARED = 0.3  # letter heights that such a letter and its neighbour have in common, at least
_BEND = 0.1  # radians: how far a row's direction is from the page's


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
    slight = is_slight(marks.widths, marks.heights, height)
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
    strays: list[list[int]] = []
    if len(rows) <= MOST_ROWS:
        strays = lone_marks(rows, slight)
        rows = gather(rows, Extents(x, y, marks.widths, marks.heights), height)
    _adopt_small(rows, np.flatnonzero(~is_body).tolist(), marks, (x, y), _NEAR * height)
    # Slight marks that stand beside nothing are rows after all: a page number, a small line.
    rows += [
        row for row in strays if not _adopt_small(rows, row, marks, (x, y), _NEAR_ABOVE * height)
    ]
    rows.sort(key=lambda row: float(np.median(y[row])))
    return [_finished(row, marks, slope, height) for row in rows]


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
    small: Sequence[int],
    marks: Marks,
    turned: tuple[Floats, Floats],
    reach: float,
) -> bool:
    """Give dots and fragments to the row whose nearest letter is closest to them.

    Those stay out that are farther than ``reach`` in pixels from any. Return whether any was given.
    """
    x, y = turned
    is_any = False
    body = np.concatenate([np.array(row, np.intp) for row in rows])
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    for member in small:
        dx = np.abs(x[body] - x[member]) - 0.5 * marks.widths[body]
        dy = np.abs(y[body] - y[member]) - 0.5 * marks.heights[body]
        distance = np.hypot(np.maximum(dx, 0) / 3, np.maximum(dy, 0))
        nearest = int(np.argmin(distance))
        if distance[nearest] < reach:
            rows[owner[nearest]].append(int(member))
            is_any = True
    return is_any


def _finished(members: list[int], marks: Marks, slope: float, height: float) -> Row:
    """Return the row in reading order with its own angle, fitted to its letters."""
    centers = marks.centers[members]
    angle = slope
    x, y = _turned(centers, slope)
    across, along = y - y.mean(), x - x.mean()
    # A few letters of different heights tell little of the row's direction: least squares with the
    # page's as its expectation (a normal density around it).
    held = (_SPREAD * height / _BEND) ** 2
    tilt = float(np.sum(along * across)) / (float(np.sum(along**2)) + held)
    angle += float(np.clip(np.rad2deg(np.arctan(tilt)), -8.0, 8.0))
    x, _ = _turned(centers, angle)
    return Row(tuple(members[i] for i in np.argsort(x, kind="stable")), angle)
