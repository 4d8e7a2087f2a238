"""Lines shorter than ruled paper's taken off the ink: boxes of forms, combs, underlines.

A run of ink that is longer than letters are high and no thicker than a pen is no letter's stroke;
one that is about as long is none if others as long stand on both its ends, as on a side of a box.
It is found on the ink itself, since lines so short cannot be followed through the noise as those of
``ruling`` are; strokes that cross it stay whole where they do.
"""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ocrdesk.vision.components import Components, letter_height
from ocrdesk.vision.preprocess import InkImage, Mask

Lengths = npt.NDArray[np.int32]

_LONGER = 1.3  # letter heights: no stroke of a letter is as long and as straight
_SIDE = 0.75  # letter heights: sides of a box are no shorter
_CORNER = 0.07  # letter heights between sides that meet
_THICKEST = 0.3  # letter heights: thicker runs are shadows or blots
_CROSSING = 1.8  # times as thick as its line: a stroke that crosses it
_FEWEST = 2  # letters inside boxes that tell how high letters are


def without_boxes(ink: InkImage, components: Components) -> InkImage:
    """Return the ink without short lines that run level or upright; itself where there are none.

    ``components`` are those of the ink.
    """
    height = _height_inside(components)
    if height <= 0:
        return ink
    thickest, reach = max(4.0, _THICKEST * height), max(2, round(_CORNER * height))
    turned = np.ascontiguousarray(ink.mask.T)
    level = _lines(ink.mask, round(_SIDE * height), thickest)
    upright = _lines(turned, round(_SIDE * height), thickest)
    beside = level.T, upright.T
    level = _without_strokes(level, beside[1], _LONGER * height, reach=reach)
    upright = _without_strokes(upright, beside[0], _LONGER * height, reach=reach)
    lines = _uncrossed(level, ink.mask) | _uncrossed(upright, turned).T
    lines |= level & upright.T  # corners: either line crosses the other
    if not lines.any():
        return ink
    return replace(
        ink,
        mask=ink.mask & ~lines,
        contrast=np.where(lines, np.float32(0.0), ink.contrast),
    )


def _height_inside(components: Components) -> float:
    """Return the height in pixels of what stands inside other components, else of all letters.

    Boxes have more ink than the letters in them, and would be taken for the writing.
    """
    boxes = components.boxes
    large = np.flatnonzero(components.widths * components.heights > 12 * components.areas / 5)
    inside = np.zeros(len(components), bool)
    for place in large.tolist():
        left, top, right, bottom = boxes[place].tolist()
        own = (boxes[:, 0] > left) & (boxes[:, 1] > top)
        inside |= own & (boxes[:, 2] < right) & (boxes[:, 3] < bottom)
    sizes = components.heights[inside & (components.areas > 12)]
    whole = letter_height(components)
    sizes = sizes[sizes > 0.15 * whole]
    return float(np.median(sizes)) if len(sizes) >= _FEWEST else whole


def _lines(mask: Mask, least: int, thickest: float) -> Mask:
    """Return the ink (h, w) of level runs of at least so many pixels that are thin throughout.

    A run may climb by two pixels at once, as lines of a page that lies a little askew do.
    """
    near = _grown(mask)
    found = (_runs(near) >= least) & mask
    thick = _runs(np.ascontiguousarray(found.T)).T
    return found & (thick <= thickest)


def _without_strokes(lines: Mask, across: Mask, longer: float, *, reach: int) -> Mask:
    """Return level lines (h, w) that are ``longer`` or have upright ones ``across`` at both ends.

    At most ``reach`` pixels may be between them.
    """
    labels, count = ndimage.label(lines, np.ones((3, 3), bool))
    kept = np.zeros(count + 1, bool)
    for label, (rows, columns) in enumerate(ndimage.find_objects(labels), start=1):
        is_long = columns.stop - columns.start >= longer
        band = across[max(rows.start - reach, 0) : rows.stop + reach]
        ends = (columns.start, columns.stop)
        kept[label] = is_long or all(
            band[:, max(end - reach, 0) : end + reach].any() for end in ends
        )
    found: Mask = kept[labels]
    return found


def _uncrossed(lines: Mask, mask: Mask) -> Mask:
    """Return level lines (h, w) without the places where strokes of the ``mask`` cross them.

    Where ink goes on for clearly longer than the line is thick, a stroke does not end with it.
    """
    if not lines.any():
        return lines
    usual = float(np.median(_runs(np.ascontiguousarray(lines.T)).T[lines]))
    across = _runs(np.ascontiguousarray(mask.T)).T
    lines = _grown(lines) & mask  # where a line climbs, its rim is part of no run
    return lines & (across <= _CROSSING * usual + 1)


def _grown(mask: Mask) -> Mask:
    """Return what is at most two rows above or below a mask (h, w)."""
    grown = mask.copy()
    for rows in (1, 2):
        grown[rows:] |= mask[:-rows]
        grown[:-rows] |= mask[rows:]
    return grown


def _runs(mask: Mask) -> Lengths:
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
