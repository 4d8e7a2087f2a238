"""How much free paper there is above each letter, so that labels keep clear of the row above."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_BESIDE = 0.25  # of a box's height: a label may be that much wider than its letter, each side


def headroom(edges: NDArray[np.float64], row_lengths: Sequence[int]) -> NDArray[np.float64]:
    """Return for each box the image pixels up to the lowest box over it in the row before.

    ``edges`` is (n, 4): left, top, right, bottom, row after row; ``row_lengths`` says how many
    boxes each row has. Infinite where nothing is above, 0 where the rows touch.
    """
    result = np.full(len(edges), np.inf)
    starts = np.cumsum((0, *row_lengths))
    for above, start, end in zip(starts, starts[1:], starts[2:], strict=False):
        result[start:end] = _between(edges[above:start], edges[start:end])
    return result


def _between(above: NDArray[np.float64], row: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the room over each box of ``row``; columns of a page are not taken for rows."""
    lefts, tops, rights, bottoms = row.T[:, :, np.newaxis]
    reach = _BESIDE * (bottoms - tops)
    is_over = (above[:, 0] < rights + reach) & (above[:, 2] > lefts - reach)
    is_over &= above[:, 1] + above[:, 3] < tops + bottoms
    lowest = np.where(is_over, above[:, 3], -np.inf).max(axis=1, initial=-np.inf)
    room: NDArray[np.float64] = np.maximum(row[:, 1] - lowest, 0.0)
    return room
