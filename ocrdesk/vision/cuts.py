"""Where touching letters may be parted: the cheapest ways through the ink from above to below.

A cut is a path of pixels, one in each row of the picture, that moves sideways by at most one pixel
a row, so that slanted letters are parted along their slant. It costs the ink it crosses, measured
in pen widths: a ligature costs about one, a letter's loop two. The cheapest path through each
column of the middle is found by dynamic programming from both ends, and the columns where that
cost has a local minimum propose cuts. This is over-segmentation in the sense of Casey and Lecolinet
(1996, section 3): cuts are proposed generously, and what is read on either side decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Columns = npt.NDArray[np.intp]

_SIDEWAYS = 0.15  # cost of moving one pixel sideways, in pixels of ink
_DEAREST = 2.6  # pen widths of ink that a cut may cross
_NARROWEST = 0.16  # letter heights of ink on either side of a cut, at least
_APART = 0.2  # letter heights between neighbouring cuts, at least
_PART = 0.33  # letter heights of width for each part, on average


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A way to part ink: ``path`` (h,) is the first column of the right side in every row.

    ``cost`` is the ink it crosses in pen widths.
    """

    path: Columns
    cost: float


def find_cuts(
    masks: Sequence[Mask], *, pens: Sequence[float], heights: Sequence[float]
) -> list[list[Cut]]:
    """Return candidate cuts of each upright mask (h, w), left to right.

    For each mask ``pens`` has the width of its strokes and ``heights`` that of its row's letters,
    in pixels. All masks are searched together: the time is that of the highest one alone.
    """
    found: list[list[Cut]] = [[] for _ in masks]
    wide = [place for place, mask in enumerate(masks) if _most_cuts(mask, heights[place]) > 0]
    if not wide:
        return found
    cost = _stacked([masks[place] for place in wide])
    middle = cost.shape[0] // 2
    above, steps_above = _cheapest(cost[: middle + 1])
    below, steps_below = _cheapest(cost[middle:][::-1])
    through = above + below - cost[middle]
    for row, place in enumerate(wide):
        mask, pen, height = masks[place], pens[place], heights[place]
        width, top = mask.shape[1], (cost.shape[0] - mask.shape[0]) // 2
        dear = through[row, :width] / pen
        for column in sorted(_valleys(dear, _most_cuts(mask, height), height)):
            up = _walked(steps_above[:, row], column)[::-1]
            down = _walked(steps_below[:, row], column)
            path = np.concatenate([up, down[1:]])[top : top + mask.shape[0]]
            found[place].append(Cut(path, float(dear[column])))
    return found


def _most_cuts(mask: Mask, height: float) -> int:
    return int(mask.shape[1] / (_PART * height)) - 1


def _stacked(masks: Sequence[Mask]) -> Floats:
    """Return the cost (rows, n, columns) of all masks, each in the middle of the rows.

    What lies beside a mask costs more than any ink, so that no path leaves it.
    """
    rows = max(mask.shape[0] for mask in masks) | 1
    columns = max(mask.shape[1] for mask in masks)
    cost = np.full((rows, len(masks), columns), 1e3, np.float32)
    for place, mask in enumerate(masks):
        top = (rows - mask.shape[0]) // 2
        cost[:, place, : mask.shape[1]] = 0
        cost[top : top + mask.shape[0], place, : mask.shape[1]] = mask
    return cost


def parts_of(shape: tuple[int, int], cuts: Sequence[Cut]) -> npt.NDArray[np.int8]:
    """Return for every pixel (h, w) how many of the cuts lie to its left, at most 127."""
    height, width = shape
    parts = np.zeros((height, width), np.int8)
    places = np.arange(width)
    for cut in cuts[:127]:
        parts += places >= cut.path[:, None]
    return parts


def _cheapest(cost: Floats) -> tuple[Floats, npt.NDArray[np.int8]]:
    """Return the least cost (n, w) of a path down ``cost`` (h, n, w) to each place of its last row.

    Also the step (h, n, w) of -1, 0 or 1 that leads from each place to its predecessor.
    """
    rows, count, width = cost.shape
    steps = np.zeros(cost.shape, np.int8)
    padded = np.full((count, width + 2), np.inf, np.float32)
    reached = cost[0].copy()
    for row in range(1, rows):
        padded[:, 1:-1] = reached
        left, right = padded[:, :-2] + _SIDEWAYS, padded[:, 2:] + _SIDEWAYS
        aside = np.minimum(left, right)
        moved = aside < reached
        steps[row] = moved * np.where(right < left, np.int8(1), np.int8(-1))
        reached = np.where(moved, aside, reached) + cost[row]
    return reached, steps


def _walked(steps: npt.NDArray[np.int8], column: int) -> Columns:
    """Return the columns (h,) of the path that ends at ``column``, from its end to its start."""
    path = np.empty(len(steps), np.intp)
    for place, row in enumerate(range(len(steps) - 1, -1, -1)):
        path[place] = column
        column += int(steps[row, column])
    return path


def _valleys(cost: Floats, most: int, height: float) -> list[int]:
    """Return at most ``most`` columns of locally least cost (pen widths), the cheapest first."""
    width = len(cost)
    margin = max(1, round(_NARROWEST * height))
    apart = _APART * height
    inner = np.arange(margin, width - margin)
    chosen: list[int] = []
    # Of equally cheap columns the one in the middle of them: a long ligature is cut half way.
    order = inner[np.argsort(_level_to_middle(cost)[inner], kind="stable")]
    for column in order.tolist():
        if cost[column] > _DEAREST or len(chosen) == most:
            break
        is_valley = cost[column] <= cost[max(0, column - 2) : column + 3].min() + 1e-6
        if is_valley and all(abs(column - other) >= apart for other in chosen):
            chosen.append(column)
    return chosen


def _level_to_middle(cost: Floats) -> Floats:
    """Return the cost made a little dearer towards the ends of level stretches."""
    padded = np.concatenate([cost[:1].repeat(4), cost, cost[-1:].repeat(4)])
    two = padded[:-1] + padded[1:]
    four = two[:-2] + two[2:]
    nine = four[:-5] + four[4:-1] + padded[8:]
    result: Floats = cost + np.float32(0.02) * (nine / np.float32(9))
    return result
