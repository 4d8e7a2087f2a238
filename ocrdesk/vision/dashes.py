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
_MOST = 5000  # marks on a page: more are print, or no page
_FEWEST, _FEWEST_MORE = 4, 2  # dashes of a line, and of its other stretches
_FEWEST_PRINTED = 8  # dashes of a stretch that tells, however high letters are, of a printed line
_EVEN = 0.2  # of the middle one: by so much half of its dashes, and of its gaps, differ at most
_FEWEST_UPRIGHT, _SHARE = 100, 0.5  # upright dashes, and their share of all that is half as long
_STRAIGHT = 0.05  # dash lengths by which half of the dashes of one lie off it at most
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
    for own in (places, _aside(places)):
        chains = _chains(own, (_LOWEST * height, _LONGEST * height))
        long = [chain for chain in chains if len(chain) >= _FEWEST]
        for chain in chains:
            if len(chain) >= _FEWEST_MORE and any(
                _are_in_line(own[chain], own[line]) for line in long
            ):
                found[chain] = True
    return found


def find_dashed_rules(boxes: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Tell which ink is a dash of a printed level line, whatever the height of letters.

    No letter is a level stroke, so these may go before anything tells how high letters are; on
    paper with more dashes than letters they would. Upright ones may be ones, so they go only where
    they are most of the ink, in lines straighter than columns are written: on a page that lies on
    its side. ``boxes`` (n, 4) are those of all ink.
    """
    if not _FEWEST_PRINTED <= len(boxes) <= _MOST:
        return np.zeros(len(boxes), bool)
    places = boxes.astype(np.float64)
    aside = _aside(places)
    level, _ = _rules(places)
    upright, lines = _rules(aside)
    if sum(len(line) for line in lines if _is_straight(aside[line])) < _FEWEST_UPRIGHT:
        return level
    lengths = aside[:, 2] - aside[:, 0]
    longer = (places[:, 2:] - places[:, :2]).max(axis=1) >= 0.5 * np.median(lengths[upright])
    own = np.count_nonzero(upright & longer)
    return level | upright if own >= _SHARE * np.count_nonzero(longer & ~level) else level


def _aside(places: Floats) -> Floats:
    """Return boxes (n, 4) with across and down exchanged: upright lines are level ones then."""
    return places[:, [1, 0, 3, 2]]


def _rules(places: Floats) -> tuple[npt.NDArray[np.bool_], list[list[int]]]:
    """Return which boxes (n, 4) are dashes of printed level lines, and the lines that tell."""
    found = np.zeros(len(places), bool)
    chains = _chains(places, (0.0, np.inf))
    printed = [chain for chain in chains if _is_printed(places[chain])]
    if not printed:
        return found, printed
    lengths, breadths = places[:, 2] - places[:, 0], places[:, 3] - places[:, 1]
    dashes = np.concatenate(printed)
    usual, broad = float(np.median(lengths[dashes])), float(np.median(breadths[dashes]))
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
    return found, printed


def _is_straight(dashes: Floats) -> bool:
    """Tell whether level dashes (n, 4) lie on a line as no hand writes letters below another."""
    x, y = (dashes[:, 0] + dashes[:, 2]) / 2, (dashes[:, 1] + dashes[:, 3]) / 2
    off = np.abs(y - np.polyval(np.polyfit(x, y, 1), x))
    return bool(np.median(off) <= _STRAIGHT * np.median(dashes[:, 2] - dashes[:, 0]))


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


def _are_in_line(first: Floats, second: Floats) -> bool:
    """Tell whether two level stretches of dashes, boxes (n, 4), go on from one another."""
    middles = [(own[:, 1] + own[:, 3]).mean() / 2 for own in (first, second)]
    length = (second[:, 2] - second[:, 0]).mean()
    return bool(abs(middles[0] - middles[1]) <= _ASIDE * length)


def _chains(boxes: Floats, lengths_between: tuple[float, float]) -> list[list[int]]:
    """Return the dashes, of some length in pixels, of each level line."""
    low, high = boxes[:, 0], boxes[:, 2]
    lengths = high - low
    breadths = boxes[:, 3] - boxes[:, 1]
    middles = (boxes[:, 1] + boxes[:, 3]) / 2
    least, most = lengths_between
    is_dash = (lengths >= _LONGER * breadths) & (lengths >= least) & (lengths <= most)
    possible = np.flatnonzero(is_dash)
    possible = possible[_are_alone(boxes, possible, lengths[possible])]
    reach = high + _GAP * lengths
    chains: list[list[int]] = []
    going: list[list[int]] = []
    for number in possible[np.argsort(low[possible])].tolist():
        going = [chain for chain in going if low[number] <= reach[chain[-1]]]
        fitting = [
            chain
            for chain in going
            if low[number] >= high[chain[-1]]
            and abs(middles[number] - middles[chain[-1]]) <= _ASIDE * lengths[chain[-1]]
            and 1 / _LIKE <= lengths[number] / lengths[chain[-1]] <= _LIKE
            and not _are_parted(boxes, chain[-1], number)
        ]
        if fitting:
            min(fitting, key=lambda chain: low[number] - high[chain[-1]]).append(number)
        else:
            chains.append([number])
            going.append(chains[-1])
    return chains


def _are_parted(boxes: Floats, first: int, second: int) -> bool:
    """Tell whether anything lies between two level dashes, the first before the second."""
    begin, end = boxes[first, 2], boxes[second, 0]
    low = min(boxes[first, 1], boxes[second, 1])
    high = max(boxes[first, 3], boxes[second, 3])
    between = (boxes[:, 2] > begin) & (boxes[:, 0] < end)
    return bool((between & (boxes[:, 3] > low) & (boxes[:, 1] < high)).any())


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
