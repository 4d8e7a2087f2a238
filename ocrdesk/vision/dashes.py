"""Dashed and dotted lines that were drawn, not written: no letters, and no reason to trace a row.

Dashes stand apart from all other ink, each along the line that they make together, as long as
their neighbours and as far from one another. Bars of letters lie close to their stems, hyphens
between letters, and a column of ones is as high as the page's letters.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_LONGER = 2.0  # times as long as broad
_LONGEST, _LOWEST = 0.8, 0.1  # letter heights
_MOST, _MOST_DASHES = 5000, 600  # marks on a page, and dashes: more are print, or no page
_FEWEST, _FEWEST_MORE = 4, 2  # dashes of a line, and of its other stretches
_ASIDE = 0.3  # dash lengths by which one may lie off the line of its neighbours
_GAP = 2.0  # dash lengths of paper between two of them, with nothing on it
_LIKE = 2.0  # times as long as the next
_ALONE = 0.3  # dash lengths of free paper around each


def find_dashes(boxes: npt.NDArray[np.int64], height: float) -> npt.NDArray[np.bool_]:
    """Tell which ink is a dash of a level or upright line, for letters of about ``height``.

    ``boxes`` (n, 4) are left, top, right, bottom of all that may be writing.
    """
    found = np.zeros(len(boxes), bool)
    if len(boxes) > _MOST:
        return found
    places = boxes.astype(np.float64)
    for along in (0, 1):
        chains = _chains(places, height, along)
        long = [chain for chain in chains if len(chain) >= _FEWEST]
        for chain in chains:
            if len(chain) >= _FEWEST_MORE and any(
                _are_in_line(places[chain], places[other], along) for other in long
            ):
                found[chain] = True
    return found


def _are_in_line(first: Floats, second: Floats, along: int) -> bool:
    """Tell whether two stretches of dashes, boxes (n, 4), go on from one another."""
    across = 1 - along
    middles = [(own[:, across] + own[:, across + 2]).mean() / 2 for own in (first, second)]
    length = (second[:, along + 2] - second[:, along]).mean()
    return bool(abs(middles[0] - middles[1]) <= _ASIDE * length)


def _chains(boxes: Floats, height: float, along: int) -> list[list[int]]:
    """Return the dashes of each line along that axis (0: x, 1: y)."""
    low, high = boxes[:, along], boxes[:, along + 2]
    lengths = high - low
    across = 1 - along
    breadths = boxes[:, across + 2] - boxes[:, across]
    middles = (boxes[:, across] + boxes[:, across + 2]) / 2
    is_dash = (lengths >= _LONGER * breadths) & (lengths <= _LONGEST * height)
    possible = np.flatnonzero(is_dash & (lengths >= _LOWEST * height))
    if len(possible) > _MOST_DASHES:
        return []
    possible = possible[_are_alone(boxes, possible, lengths[possible])]
    chains: list[list[int]] = []
    for number in possible[np.argsort(low[possible])].tolist():
        fitting = [
            chain
            for chain in chains
            if 0 <= low[number] - high[chain[-1]] <= _GAP * lengths[chain[-1]]
            and abs(middles[number] - middles[chain[-1]]) <= _ASIDE * lengths[chain[-1]]
            and 1 / _LIKE <= lengths[number] / lengths[chain[-1]] <= _LIKE
            and not _are_parted(boxes, chain[-1], number, along)
        ]
        if fitting:
            min(fitting, key=lambda chain: low[number] - high[chain[-1]]).append(number)
        else:
            chains.append([number])
    return chains


def _are_parted(boxes: Floats, first: int, second: int, along: int) -> bool:
    """Tell whether anything lies between two dashes, the first before the second."""
    across = 1 - along
    begin, end = boxes[first, along + 2], boxes[second, along]
    low = min(boxes[first, across], boxes[second, across])
    high = max(boxes[first, across + 2], boxes[second, across + 2])
    between = (boxes[:, along + 2] > begin) & (boxes[:, along] < end)
    return bool((between & (boxes[:, across + 2] > low) & (boxes[:, across] < high)).any())


def _are_alone(
    boxes: Floats, chosen: npt.NDArray[np.intp], lengths: Floats
) -> npt.NDArray[np.bool_]:
    """Tell which of the chosen boxes have free paper all around."""
    own = boxes[chosen]
    ahead = np.maximum(own[:, None, :2], boxes[None, :, :2])
    behind = np.minimum(own[:, None, 2:], boxes[None, :, 2:])
    distances = (ahead - behind).max(axis=2)
    distances[np.arange(len(chosen)), chosen] = np.inf
    alone: npt.NDArray[np.bool_] = (distances > _ALONE * lengths[:, None]).all(axis=1)
    return alone
