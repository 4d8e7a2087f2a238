"""Grain and salt taken out of a picture before ink is sought in it."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

Grey = npt.NDArray[np.uint8]

_PASSES = ((), (1,), (1,), (1, 2))  # of the median, by strength: pixels between its values
_BLURS = (0.0, 0.0, 1.0, 1.5)  # pixels of the Gaussian's standard deviation


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
