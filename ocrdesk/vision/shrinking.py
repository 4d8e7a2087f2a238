"""Small pictures brought to another size as Pillow does it, without the way through its images.

Two products with small matrices, which are made once for each pair of sizes, take a third of the
time. Weights are whole numbers, as in Pillow for bytes, and products of them exact.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PIL import Image

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]

_UNIT = float(1 << 22)  # the weights of one pixel add up to about this (Pillow's Resample.c)
_LARGE = 250_000  # multiplications: OpenBLAS shares larger ones among threads, Pillow is as fast


def resized_to(picture: Bytes, width: int, height: int) -> Floats:
    """Return a picture (h, w) at another size, of whole numbers in 0..255: (height, width).

    What Pillow's ``resize`` gives by ``BILINEAR``: each pixel is the mean under a triangle, as
    wide as two of the new pixels where those are the larger ones.
    """
    if picture.size * max(width, height) > _LARGE:
        large = Image.fromarray(np.ascontiguousarray(picture))
        return np.asarray(large.resize((width, height), Image.Resampling.BILINEAR), np.float64)
    across, down = _weights(picture.shape[1], width), _weights(picture.shape[0], height).T
    values = picture.astype(np.float64)
    # Which way goes first changes last bits: Pillow 13 shrinks tall pictures in height first.
    if height < picture.shape[0] > 2 * picture.shape[1]:
        return _rounded(_rounded(down @ values) @ across)
    return _rounded(down @ _rounded(values @ across))


def _rounded(sums: Floats) -> Floats:
    sums += _UNIT / 2
    sums *= 1 / _UNIT
    return np.floor(sums, out=sums)


@lru_cache(maxsize=1024)
def _weights(before: int, after: int) -> Floats:
    """Return the weight (before, after) of each old pixel in each new one, as ``_UNIT``-ths."""
    scale = before / after
    middles = (np.arange(after) + 0.5) * scale
    away = (np.arange(before)[:, None] - middles + 0.5) * (1 / max(scale, 1.0))
    shares = np.maximum(1.0 - np.abs(away), 0.0)
    weights: Floats = np.floor(shares / shares.cumsum(axis=0)[-1] * _UNIT + 0.5)
    weights.setflags(write=False)
    return weights
