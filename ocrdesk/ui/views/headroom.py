"""How much free paper there is above each letter, so that labels keep clear of the row above."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ocrdesk.page.elements import Line
from ocrdesk.ui.views.glyph_index import edges_of

Floats = NDArray[np.float64]

_BESIDE = 0.25  # of a box's height: a label may be that much wider than its letter, each side


class Headroom:
    """The free paper above each box of a page that is being edited.

    What was measured of a row stays as long as it and the row before are the same frozen lines.
    """

    def __init__(self) -> None:
        self._lines: Sequence[Line] = ()  # so that no other line gets the id of one that is known
        self._known: dict[tuple[int, int], Floats] = {}

    def measure(self, lines: Sequence[Line]) -> Floats:
        """Return for each box the image pixels up to the lowest box over it in the row before.

        Infinite where nothing is above, 0 where the rows touch.
        """
        rooms: dict[tuple[int, int], Floats] = {}
        for above, line in zip((None, *lines), lines, strict=False):
            key = (id(above), id(line))
            room = self._known.get(key)
            rooms[key] = _room(above, line) if room is None else room
        self._lines, self._known = lines, rooms
        return np.concatenate(list(rooms.values())) if rooms else np.zeros(0)


def _room(above: Line | None, line: Line) -> Floats:
    if above is None:
        return np.full(len(line.glyphs), np.inf)
    return _between(edges_of(above.glyphs), edges_of(line.glyphs))


def _between(above: Floats, row: Floats) -> Floats:
    """Return the room over each box of ``row``; columns of a page are not taken for rows."""
    lefts, tops, rights, bottoms = row.T[:, :, np.newaxis]
    reach = _BESIDE * (bottoms - tops)
    is_over = (above[:, 0] < rights + reach) & (above[:, 2] > lefts - reach)
    is_over &= above[:, 1] + above[:, 3] < tops + bottoms
    lowest = np.where(is_over, above[:, 3], -np.inf).max(axis=1, initial=-np.inf)
    room: Floats = np.maximum(row[:, 1] - lowest, 0.0)
    return room
