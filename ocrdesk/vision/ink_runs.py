"""How far ink runs level, pixel by pixel."""

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.preprocess import Mask

Lengths = npt.NDArray[np.int32]


def grown(mask: Mask) -> Mask:
    """Return what is at most two rows above or below a mask (h, w)."""
    near = mask.copy()
    for rows in (1, 2):
        near[rows:] |= mask[:-rows]
        near[:-rows] |= mask[rows:]
    return near


def runs(mask: Mask) -> Lengths:
    """Return for each pixel (h, w) how long the level run of ink is that it lies in; 0 on paper."""
    height, width = mask.shape
    padded = np.zeros((height, width + 1), bool)
    padded[:, :-1] = mask
    flat = padded.ravel()
    edges = np.flatnonzero(np.diff(flat, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    lengths = np.zeros(len(flat), np.int32)
    lengths[flat] = np.repeat((ends - starts).astype(np.int32), ends - starts)
    return lengths.reshape(height, width + 1)[:, :-1]
