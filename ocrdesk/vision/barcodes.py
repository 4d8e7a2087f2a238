"""Barcodes: bars side by side, as long as one another, closer than anybody writes ones."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_LONGER = 3.0  # times as long as broad
_FEWEST = 8  # bars
_GAP = 0.25  # bar lengths of paper between two
_MOST = 600  # bars on a page: more are print, or no page
_RAGGED = 0.08  # bar lengths by which ends may differ from those of the bar before


def find_bars(boxes: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Tell which ink is a bar of a barcode that lies level or upright.

    ``boxes`` (n, 4) are left, top, right, bottom of all that may be writing.
    """
    found = np.zeros(len(boxes), bool)
    places = boxes.astype(np.float64)
    for along in (0, 1):
        for run in _runs(places, along):
            if len(run) >= _FEWEST:
                found[run] = True
    return found


def _runs(boxes: Floats, along: int) -> list[list[int]]:
    """Return runs of bars that stretch along that axis (0: x, 1: y) and lie side by side."""
    across = 1 - along
    lengths = boxes[:, along + 2] - boxes[:, along]
    breadths = boxes[:, across + 2] - boxes[:, across]
    bars = np.flatnonzero(lengths >= _LONGER * breadths)
    runs: list[list[int]] = []
    if len(bars) > _MOST:
        return runs
    order = bars[np.argsort(boxes[bars, across])]
    near, far = boxes[:, across].tolist(), boxes[:, across + 2].tolist()
    begins, ends = boxes[:, along].tolist(), boxes[:, along + 2].tolist()
    for number in order.tolist():
        length = ends[number] - begins[number]
        for run in reversed(runs):
            last = run[-1]
            ragged = max(abs(begins[number] - begins[last]), abs(ends[number] - ends[last]))
            if near[number] - far[last] <= _GAP * length and ragged <= _RAGGED * length:
                run.append(number)
                break
        else:
            runs.append([number])
    return runs
