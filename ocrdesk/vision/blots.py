"""Ink without strokes: blots, and the soft blotches that a picture out of focus is made of.

A pen leaves a line, so a letter is hollow or has room between its strokes. Very thick pens and blur
fill some letters, but hardly any to a disc, and never most of them.
"""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

Labels = npt.NDArray[np.int32]
Boxes = npt.NDArray[np.int64]
Places = npt.NDArray[np.intp]

_SOLID = 0.25  # of its longer side: ink of finer pens is not looked at
_BLOT = 0.8  # of its longer side: thick pens and blur fill B, 8, A, M up to 0.7, blots are 0.9 to 1
_FILLED = 0.55  # few letters are; where half of all marks are, they are blotches
_BLOTCH = 0.35  # and there the rest is none the more written for being longer
_MANY = 1 / 2  # of all marks
_FEWEST = 4  # marks that tell how high letters are: one by itself may be any sign
_SMALLEST = 12  # pixels: of less ink nothing can be told
_DOT, _BULLET = 0.35, 0.5  # letter heights: such marks are filled and written, among letters


def find_blots(
    labels: Labels,
    numbers: Places,
    boxes: Boxes,
    pens: npt.NDArray[np.float64],
    height: float,
) -> Places:
    """Return which of n components are filled, rather than drawn by a pen, for letters so high.

    ``labels`` (h, w) holds ``number + 1`` on the pixels of each of the components with these
    ``numbers`` (n,); ``boxes`` (n, 4) are left, top, right, bottom, ``pens`` (n,) stroke widths.
    The widest disc within the ink tells: of 5,800 letters on pages, scans, and pages at a half and
    a third of their size it was at most 0.5 of the longer side, of blotches 0.63 at the median.
    """
    sides = (boxes[:, 2:] - boxes[:, :2]).max(axis=1, initial=0)
    marks = sides > max(_DOT * height, _SMALLEST)
    if marks.sum() < _FEWEST:
        return np.zeros(0, np.intp)
    solid = np.flatnonzero(marks & (pens > _SOLID * sides))
    discs = np.array([_disc(labels, boxes[place], int(numbers[place])) for place in solid])
    shares = discs / sides[solid]
    if (shares > _FILLED).sum() > _MANY * marks.sum():
        blotches: Places = solid[shares > _BLOTCH]
        return blotches
    large: Places = solid[(shares > _BLOT) & (sides[solid] > _BULLET * height)]
    return large


def _disc(labels: Labels, box: npt.NDArray[np.int64], number: int) -> float:
    """Return the diameter in pixels of the widest disc within a component."""
    left, top, right, bottom = box.tolist()
    ink = np.pad(labels[top:bottom, left:right] == number + 1, 1)
    return float(2 * ndimage.distance_transform_edt(ink).max() - 1)
