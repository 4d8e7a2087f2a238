"""Finds glyphs by place: all arrays, because a comparison of 3,000 boxes takes microseconds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ocrdesk.page.elements import Glyph


def middle_value(values: NDArray[np.float64]) -> float:
    """Return the (upper) median; numpy's own loads a module for 40 ms when it is first called."""
    return float(np.sort(values)[len(values) // 2])


def edges_of(glyphs: Sequence[Glyph]) -> NDArray[np.float64]:
    """Return the boxes of glyphs as (n, 4): left, top, right, bottom."""
    return np.array([glyph.box.as_tuple() for glyph in glyphs], np.float64).reshape(-1, 4)


class GlyphIndex:
    """The boxes of a page as four columns; positions are those of the glyphs given."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._edges = edges_of(glyphs)
        self._median_height: float | None = None

    def __len__(self) -> int:
        return len(self._edges)

    @property
    def median_height(self) -> float:
        """The usual height of a box in pixels; 0 without boxes."""
        if self._median_height is None:
            heights = self._edges[:, 3] - self._edges[:, 1]
            self._median_height = middle_value(heights) if len(heights) else 0.0
        return self._median_height

    def points(
        self, positions: NDArray[np.intp], *, across: float, down: float
    ) -> NDArray[np.float64]:
        """Return (n, 2) points at the same place of each box: 0 is left and top, 1 the far side."""
        edges = self._edges[positions]
        starts, ends = edges[:, :2], edges[:, 2:]
        return starts + (ends - starts) * (across, down)

    def splice(self, start: int, end: int, glyphs: Sequence[Glyph]) -> None:
        """Put glyphs in the place of those from ``start`` to before ``end``."""
        edges = edges_of(glyphs)
        if len(glyphs) == end - start:
            self._edges[start:end] = edges
        else:
            self._edges = np.concatenate((self._edges[:start], edges, self._edges[end:]))
        self._median_height = None

    def within(self, left: float, top: float, right: float, bottom: float) -> NDArray[np.intp]:
        """Return the positions of the boxes that touch the area, in reading order."""
        lefts, tops, rights, bottoms = self._edges.T
        touching = (lefts <= right) & (rights >= left) & (tops <= bottom) & (bottoms >= top)
        return np.flatnonzero(touching)

    def inside(self, left: float, top: float, right: float, bottom: float) -> NDArray[np.intp]:
        """Return the positions of the boxes whose middle lies in the area, in reading order."""
        across, down = (self._edges[:, :2] + self._edges[:, 2:]).T / 2
        held = (across >= left) & (across <= right) & (down >= top) & (down <= bottom)
        return np.flatnonzero(held)

    def at(self, x: float, y: float, *, tolerance: float = 0.0) -> int | None:
        """Return the position of the glyph a person means by pointing there, or None.

        The smallest box around the point wins, so that a dot inside a letter can be hit; outside
        of all boxes the nearest one within ``tolerance`` pixels does.
        """
        if not len(self):
            return None
        lefts, tops, rights, bottoms = self._edges.T
        outside_x = np.maximum(np.maximum(lefts - x, x - rights), 0.0)
        outside_y = np.maximum(np.maximum(tops - y, y - bottoms), 0.0)
        distance = np.maximum(outside_x, outside_y)
        order = np.lexsort(((rights - lefts) * (bottoms - tops), distance))
        best = int(order[0])
        return best if distance[best] <= tolerance else None
