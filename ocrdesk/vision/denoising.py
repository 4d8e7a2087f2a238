"""Grain and salt taken out of a picture before ink is sought in it."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy import ndimage

Grey = npt.NDArray[np.uint8]
Levels = npt.NDArray[np.int16]

_PASSES = ((), (1,), (1,), (1, 2))  # of the median, by strength: pixels between its values
_BLURS = (0.0, 0.0, 1.0, 1.5)  # pixels of the Gaussian's standard deviation

_APART = 40  # levels by which a pixel of grain is beyond all around it
_LIGHT = 100  # the level of paper from which on that counts; in the dark all levels are closer
_LEAST_APART = 6  # levels: less is a camera's own
_GRAINY = 0.002  # of the pixels; scans and photos have a fiftieth of it
_AGAINST_GRAIN = 2  # the strength
_LONG = 9  # pixels that strokes go on at least, and clumps of grain do not
_WRITTEN = 0.0005  # of the pixels: on pages with the least writing
_ROWS = 100  # are looked at: some 100,000 pixels tell enough


def without_grain(grey: Grey) -> Grey:
    """Return the picture (h, w) smoothed where single pixels stand out all over it, else itself.

    Salt and pepper, the noise of little light and dithering darken or brighten pixels one by one,
    while strokes go on to a neighbour, and lenses and JPEG files blur whatever does not.
    """
    apart = max(_LEAST_APART, round(_APART * min(1.0, float(np.median(grey[::4, ::4])) / _LIGHT)))
    if _share_of_grain(grey, apart) <= _GRAINY:
        return grey
    smooth = denoised(grey, _AGAINST_GRAIN)
    return smooth if _has_strokes(smooth, apart) else grey


def _has_strokes(grey: Grey, apart: int) -> bool:
    """Tell whether anything goes on for as long as strokes do, upright or level.

    What is left of grain alone does not; seen smooth, its clumps would be taken for letters.
    """
    levels = grey.astype(np.int16)
    levels -= np.int16(np.median(grey[::4, ::4]))
    marked = np.abs(levels) > apart
    along = [ndimage.minimum_filter1d(marked.view(np.uint8), _LONG, axis) for axis in (0, 1)]
    return bool(np.mean(np.maximum(*along)) > _WRITTEN)


def _share_of_grain(grey: Grey, apart: int) -> float:
    """Return how many pixels are so far beyond all eight around them, as a part of all seen."""
    if min(grey.shape) < 3:
        return 0.0
    rows = np.arange(1, len(grey) - 1, max(1, len(grey) // _ROWS))
    above, own, below = (grey[rows + step].astype(np.int16) for step in (-1, 0, 1))
    darkest = _of_neighbours(above, own, below, np.minimum)
    brightest = _of_neighbours(above, own, below, np.maximum)
    inner = own[:, 1:-1]
    return float(np.mean((inner < darkest - apart) | (inner > brightest + apart)))


def _of_neighbours(
    above: Levels, own: Levels, below: Levels, kind: Callable[[Levels, Levels], Levels]
) -> Levels:
    """Return the least or largest of the eight around each pixel (n, w - 2) of ``own`` (n, w)."""
    column = kind(above, below)
    whole = kind(column, own)
    return kind(kind(whole[:, :-2], whole[:, 2:]), column[:, 1:-1])


def denoised(grey: Grey, strength: int, scale: float = 1.0) -> Grey:
    """Return the picture (h, w) smoothed: by medians against single pixels, then by a Gaussian.

    ``strength`` is 0 to 3; at 0 it is the same object. ``scale`` tells by how much the picture was
    enlarged: then its grain was too. The medians are of three values along rows, then columns
    (Narendra 1981, A separable median filter for image noise smoothing), which takes out what a
    square one does in a fiftieth of the time.
    """
    if strength == 0:
        return grey
    enlarged = max(round(scale), 1)
    for step in _PASSES[strength]:
        for axis in (0, 1):
            grey = _median_of_three(grey, step * enlarged, axis)
    blur = _BLURS[strength] * max(scale, 1.0)
    return np.asarray(ndimage.gaussian_filter(grey, blur, mode="nearest")) if blur else grey


def _median_of_three(grey: Grey, step: int, axis: int) -> Grey:
    """Return the median of each pixel and those ``step`` before and behind; edges go on outside."""
    width = [(0, 0), (0, 0)]
    width[axis] = (step, step)
    padded = np.moveaxis(np.pad(grey, width, mode="edge"), axis, 0)
    count = grey.shape[axis]
    before, own, behind = (padded[first : first + count] for first in (0, step, 2 * step))
    low, high = np.minimum(before, behind), np.maximum(before, behind)
    return np.ascontiguousarray(np.moveaxis(np.clip(own, low, high), 0, axis))
