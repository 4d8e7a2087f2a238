"""What is true around each pixel: means, maxima, and values between coarse blocks.

Sums and maxima over a window are put together from those of half its width, so that a wide window
costs hardly more than a narrow one; all passes are NumPy's own.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

_BAND = 64  # rows that are summed while they are in the cache


def mean_of_nine(values: Floats) -> Floats:
    """Return the mean of each pixel and those that touch it (h, w); the edge goes on outside."""
    padded = np.pad(values, 1, mode="edge")
    means = np.empty_like(values)
    for first in range(0, len(values), _BAND):
        band = means[first : first + _BAND]
        rows = padded[first : first + len(band) + 2]
        sums = rows[:-2] + rows[1:-1]
        sums += rows[2:]
        np.add(sums[:, :-2], sums[:, 1:-1], out=band)
        band += sums[:, 2:]
        band *= np.float32(1 / 9)
    return means


def halved(values: Floats) -> Floats:
    """Return the maximum of every two by two pixels, (h / 2, w / 2) rounded up; none is negative.

    Halving twice is three times as fast as a maximum over more axes.
    """
    height, width = values.shape
    if height % 2 or width % 2:
        values = np.pad(values, ((0, height % 2), (0, width % 2)))
    rows = np.maximum(values[::2], values[1::2])
    return np.maximum(rows[:, ::2], rows[:, 1::2])


def smooth_maximum(values: Floats, radius: int) -> Floats:
    """Return the maximum (h, w) within a square of that radius, the mean taken of about as wide."""
    peaks = _over_square(values, 2 * radius + 1, np.maximum)
    width = radius | 1
    return _over_square(peaks, width, np.add) / np.float32(width * width)


def _over_square(values: Floats, width: int, combine: np.ufunc) -> Floats:
    """Return sum or maximum over ``width`` (odd) pixels each way; the edge goes on outside."""
    padded = np.pad(values, width // 2, mode="edge")
    return _over_rows(_over_rows(padded, width, combine).T, width, combine).T


def _over_rows(values: Floats, width: int, combine: np.ufunc) -> Floats:
    """Return sum or maximum of every ``width`` rows that follow one another."""
    count = len(values) - width + 1
    runs, length = values, 1
    total: Floats | None = None
    done = 0
    while True:
        if width & length:
            part = runs[done : done + count]
            total = part.copy("K") if total is None else combine(total, part, out=total)
            done += length
        if 2 * length > width:
            return total if total is not None else values
        runs = combine(runs[:-length], runs[length:])
        length *= 2


def between_blocks(coarse: Floats, block: int, rows: Places, columns: Places) -> Floats:
    """Return values at some pixels (n,), interpolated between the middles of blocks.

    ``coarse`` has one value for each ``block`` pixels each way.
    """
    above, below, down = _around(rows, block, coarse.shape[0])
    left, right, across = _around(columns, block, coarse.shape[1])
    flat, width = coarse.ravel(), coarse.shape[1]
    upper, lower = (
        flat[row * width + left] * (1 - across) + flat[row * width + right] * across
        for row in (above, below)
    )
    values: Floats = upper * (1 - down) + lower * down
    return values


def _around(places: Places, block: int, count: int) -> tuple[Places, Places, Floats]:
    """Return the block before and behind each place, and how far it is from the first, 0 to 1."""
    position = (places.astype(np.float32) + np.float32(0.5)) / np.float32(block) - np.float32(0.5)
    position = np.clip(position, 0, count - 1)
    before = position.astype(np.intp)
    return before, np.minimum(before + 1, count - 1), position - before.astype(np.float32)
