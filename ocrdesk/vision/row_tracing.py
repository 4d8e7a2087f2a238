"""Rows followed letter by letter, in coordinates turned by the page's slope."""

from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]
Members = tuple[int, ...]

_MEMORY = 6  # letters of a row that tell where its next one is expected
_REACH = 40.0  # letter heights of free paper after which a row is taken to have ended
MOST_ROWS = 400
"""More rows than any page of writing has: noise, which is left as it was traced."""

_LEVEL = 8  # letters at the end of a row that tell how high it is there, whatever tails some have
_BREAK = 3.0  # letter heights between the middles of a row's letters where it may go on


class _Traces:
    """All rows while they are being followed, one place in each array.

    A row expects its next letter on the line fitted to its last ones; the slope is shrunk towards
    level, strongly while few letters are known.
    """

    def __init__(self, most: int) -> None:
        self.members: list[list[int]] = []
        self._points: list[list[tuple[float, float, float]]] = []
        self._mean_x, self._mean_y = np.zeros(most), np.zeros(most)
        self._slope, self._size, self._last = np.zeros(most), np.ones(most), np.zeros(most)

    def best(self, x: float, y: float, size: float) -> int | None:
        """Return the row that expects a letter of that size there most, or None."""
        count = len(self.members)
        if not count:
            return None
        row_size = self._size[:count]
        expected = self._mean_y[:count] + self._slope[:count] * (x - self._mean_x[:count])
        gap = np.maximum(0.0, x - self._last[:count]) / row_size
        distance = np.abs(y - expected) / (0.3 * (row_size + size)) + 0.01 * np.minimum(gap, 20)
        distance[gap > _REACH] = np.inf
        nearest = int(np.argmin(distance))
        return nearest if distance[nearest] < 1.0 else None

    def start(self, member: int, x: float, y: float, size: float) -> None:
        """Begin a row with a letter that no row expects."""
        self.members.append([])
        self._points.append([])
        self.add(len(self.members) - 1, member, x, y, size)

    def add(self, row: int, member: int, x: float, y: float, size: float) -> None:
        """Let a row go on with a letter."""
        self.members[row].append(member)
        points = self._points[row]
        points.append((x, y, size))
        del points[:-_MEMORY]
        weight = sum(s for _, _, s in points)
        mean_x = sum(s * px for px, _, s in points) / weight
        mean_y = sum(s * py for _, py, s in points) / weight
        spread = sum(s * (px - mean_x) ** 2 for px, _, s in points)
        common = sum(s * (px - mean_x) * (py - mean_y) for px, py, s in points)
        mean_size = weight / len(points)
        self._mean_x[row], self._mean_y[row] = mean_x, mean_y
        self._slope[row] = common / (spread + 12.0 * mean_size**3)
        self._size[row], self._last[row] = mean_size, x


def trace_rows(order: Indices, x: Floats, y: Floats, sizes: Floats) -> list[list[int]]:
    """Give each mark, from left to right, to the row that expects it, or start a row with it."""
    traces = _Traces(len(order))
    for member in order.tolist():
        place, level, size = float(x[member]), float(y[member]), float(sizes[member])
        row = traces.best(place, level, size)
        if row is None:
            traces.start(member, place, level, size)
        else:
            traces.add(row, member, place, level, size)
    return traces.members


def join_traces(rows: list[list[int]], x: Floats, y: Floats, height: float) -> list[list[int]]:
    """Join rows that were started twice: side by side, or level with each other."""
    rows = sorted(rows, key=len)
    if len(rows) > MOST_ROWS:
        return rows
    kept = [tuple(row) for row in rows]
    extents = np.array([_extent(row, y) for row in kept]).reshape(-1, 3)
    position, reach = 0, 0.45 * height

    @cache  # after each join all are tried again
    def passes(row: Members, shorter: Members) -> bool:
        return _passes(row, shorter, (x, y), reach) or _continues(
            row, shorter, (x, y), reach, _BREAK * height
        )

    while position < len(kept):
        possible = _possible(position, extents, reach)
        partner = next((o for o in possible if passes(kept[o], kept[position])), None)
        if partner is None:
            position += 1
            continue
        joined = kept[partner] + kept[position]
        kept[partner] = tuple(sorted(joined, key=lambda member: float(x[member])))
        extents[partner] = _extent(kept[partner], y)
        extents = np.delete(extents, position, axis=0)
        del kept[position]
        position = 0
    return [list(row) for row in kept]


def _extent(row: Members, y: Floats) -> tuple[float, float, int]:
    """Return how high and how low the letters of a row lie, and how many there are."""
    levels = y[list(row)]
    return float(levels.min()), float(levels.max()), len(row)


def _possible(position: int, extents: Floats, reach: float) -> list[int]:
    """Return the rows no shorter than one some of whose letters lie about as high as some of it.

    A comma at its end lies lower than all letters of the row that goes on behind it.
    """
    low, high, letters = extents[position]
    fitting = (extents[:, 0] - reach < high) & (extents[:, 1] + reach > low)
    fitting &= extents[:, 2] >= letters
    fitting[position] = False
    return [int(other) for other in np.flatnonzero(fitting)]


def _passes(row: Members, shorter: Members, places: tuple[Floats, Floats], reach: float) -> bool:
    """Tell whether a row passes through all letters of a shorter one."""
    x, y = places
    own, few = np.array(row), np.array(shorter)
    nearest = y[own[np.argmin(np.abs(x[own][None, :] - x[few][:, None]), axis=1)]]
    return bool(np.all(np.abs(y[few] - nearest) < reach))


def _continues(
    row: Members, shorter: Members, places: tuple[Floats, Floats], reach: float, most: float
) -> bool:
    """Tell whether one of two rows, in the order of x, goes on where the other ends.

    A trace that a y and a comma have led below its row misses the letter after them.
    """
    x, y = places
    left, right = (row, shorter) if x[row[0]] < x[shorter[0]] else (shorter, row)
    if not 0 < x[right[0]] - x[left[-1]] < most:
        return False
    before, behind = list(left[-_LEVEL:]), list(right[:_LEVEL])
    return bool(abs(np.median(y[before]) - np.median(y[behind])) < reach)
