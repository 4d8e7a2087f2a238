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
_MOST, _MOST_DASHES = 5000, 2000  # marks on a page, and dashes: more are print, or no page
_FEWEST, _FEWEST_MORE = 4, 2  # dashes of a line, and of its other stretches
_FEWEST_PRINTED = 8  # dashes of a stretch that tells, however high letters are, of a printed line
_EVEN = 0.2  # of the middle one: by so much half of its dashes, and of its gaps, differ at most
_THICKER = 2.0  # times as broad as dashes is what is left of one beside a stroke
_PART = 200  # dashes whose distances to all marks are held at once
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
        chains = _chains(places, (_LOWEST * height, _LONGEST * height), along)
        long = [chain for chain in chains if len(chain) >= _FEWEST]
        _mark(found, places, chains, long, along)
    return found


def find_dashed_rules(boxes: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Tell which ink is a dash of a printed level line, whatever the height of letters.

    No letter is a level stroke, so these may go before anything tells how high letters are; on
    paper with more dashes than letters they would. ``boxes`` (n, 4) are those of all ink.
    """
    found = np.zeros(len(boxes), bool)
    if not _FEWEST_PRINTED <= len(boxes) <= _MOST:
        return found
    places = boxes.astype(np.float64)
    chains = _chains(places, (0.0, np.inf), along=0)
    if not any(_is_printed(places[chain]) for chain in chains):
        return found
    lengths, breadths = places[:, 2] - places[:, 0], places[:, 3] - places[:, 1]
    printed = np.concatenate([chain for chain in chains if _is_printed(places[chain])])
    usual, broad = float(np.median(lengths[printed])), float(np.median(breadths[printed]))
    lines = [c for c in chains if len(c) > 1 and _is_even(lengths[c], usual, usual)]
    is_small = (lengths <= (1 + _EVEN) * usual) & (breadths <= _THICKER * broad)
    for line in lines:
        found[line] = True
        # Those beside letters, and what a stroke across one left of it, lie on the line, too.
        own = places[line]
        x, y = (own[:, 0] + own[:, 2]) / 2, (own[:, 1] + own[:, 3]) / 2
        middles = np.interp((places[:, 0] + places[:, 2]) / 2, x, y)
        off = np.abs((places[:, 1] + places[:, 3]) / 2 - middles)
        found |= is_small & (off <= broad)
    return found


def _is_printed(dashes: Floats) -> bool:
    """Tell whether dashes (n, 4) from left to right are as many and as even as no hand draws."""
    if len(dashes) < _FEWEST_PRINTED:
        return False
    lengths, gaps = dashes[:, 2] - dashes[:, 0], dashes[1:, 0] - dashes[:-1, 2]
    length = float(np.median(lengths))
    return all(_is_even(sizes, float(np.median(sizes)), length) for sizes in (lengths, gaps))


def _is_even(sizes: Floats, expected: float, length: float) -> bool:
    """Tell whether half of some sizes are about as expected, for dashes of that length."""
    return float(np.median(np.abs(sizes - expected))) <= _EVEN * length


def _mark(
    found: npt.NDArray[np.bool_],
    boxes: Floats,
    chains: list[list[int]],
    lines: list[list[int]],
    along: int,
) -> None:
    """Mark the dashes of lines, and of shorter stretches that go on from one of them."""
    for chain in chains:
        if len(chain) >= _FEWEST_MORE and any(
            _are_in_line(boxes[chain], boxes[line], along) for line in lines
        ):
            found[chain] = True


def _are_in_line(first: Floats, second: Floats, along: int) -> bool:
    """Tell whether two stretches of dashes, boxes (n, 4), go on from one another."""
    across = 1 - along
    middles = [(own[:, across] + own[:, across + 2]).mean() / 2 for own in (first, second)]
    length = (second[:, along + 2] - second[:, along]).mean()
    return bool(abs(middles[0] - middles[1]) <= _ASIDE * length)


def _chains(boxes: Floats, lengths_between: tuple[float, float], along: int) -> list[list[int]]:
    """Return the dashes, of some length in pixels, of each line along that axis (0: x, 1: y)."""
    low, high = boxes[:, along], boxes[:, along + 2]
    lengths = high - low
    across = 1 - along
    breadths = boxes[:, across + 2] - boxes[:, across]
    middles = (boxes[:, across] + boxes[:, across + 2]) / 2
    least, most = lengths_between
    is_dash = (lengths >= _LONGER * breadths) & (lengths >= least) & (lengths <= most)
    possible = np.flatnonzero(is_dash)
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
    alone = np.ones(len(chosen), bool)
    for start in range(0, len(chosen), _PART):
        part = chosen[start : start + _PART]
        ahead = np.maximum(boxes[part, None, :2], boxes[None, :, :2])
        behind = np.minimum(boxes[part, None, 2:], boxes[None, :, 2:])
        distances = (ahead - behind).max(axis=2)
        distances[np.arange(len(part)), part] = np.inf
        free = _ALONE * lengths[start : start + _PART, None]
        alone[start : start + _PART] = (distances > free).all(axis=1)
    return alone
