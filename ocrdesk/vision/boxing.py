"""Lines shorter than ruled paper's taken off the ink: boxes of forms, combs, underlines.

They are found on the ink itself, since lines so short cannot be followed through the noise as those
of ``ruling`` are: runs of ink that are long and no thicker than a pen. Strokes of letters are such
runs too, so each needs a reason (``box_cells``): far longer than letters, around a cell that a
letter fits in, or leading from such lines to others. Strokes that cross them stay whole.
"""

from dataclasses import replace

import numpy as np

from ocrdesk.vision.box_cells import height_inside, printed_lines
from ocrdesk.vision.components import Components
from ocrdesk.vision.ink_runs import grown, runs
from ocrdesk.vision.preprocess import InkImage, Mask

_SIDE = 0.75  # letter heights: sides of a box are no shorter
_THICKEST = 0.3  # letter heights: thicker runs are shadows or blots
_CROSSING = 1.8  # times as thick as its line: a stroke that crosses it


def without_boxes(ink: InkImage, components: Components, *, taken: Mask | None = None) -> InkImage:
    """Return the ink without short lines that run level or upright; itself where there are none.

    ``components`` are those of the ink; ``taken`` (h, w) are lines that are off it already.
    """
    height = height_inside(components)
    if height <= 0:
        return ink
    thickest = max(4.0, _THICKEST * height)
    turned = np.ascontiguousarray(ink.mask.T)
    level = _lines(ink.mask, round(_SIDE * height), thickest)
    upright = _lines(turned, round(_SIDE * height), thickest).T
    level, upright = printed_lines(level, upright, components, height, taken=taken)
    lines = _uncrossed(level, ink.mask) | _uncrossed(upright.T, turned).T
    lines |= level & upright  # corners: either line crosses the other
    if not lines.any():
        return ink
    return replace(
        ink,
        mask=ink.mask & ~lines,
        contrast=np.where(lines, np.float32(0.0), ink.contrast),
    )


def _lines(mask: Mask, least: int, thickest: float) -> Mask:
    """Return the ink (h, w) of level runs of at least so many pixels that are thin throughout.

    A run may climb by two pixels at once, as lines of a page that lies a little askew do.
    """
    near = grown(mask)
    found = (runs(near) >= least) & mask
    thick = runs(np.ascontiguousarray(found.T)).T
    return found & (thick <= thickest)


def _uncrossed(lines: Mask, mask: Mask) -> Mask:
    """Return level lines (h, w) without the places where strokes of the ``mask`` cross them.

    Where ink goes on for clearly longer than the line is thick, a stroke does not end with it.
    """
    if not lines.any():
        return lines
    usual = float(np.median(runs(np.ascontiguousarray(lines.T)).T[lines]))
    across = runs(np.ascontiguousarray(mask.T)).T
    lines = grown(lines) & mask  # where a line climbs, its rim is part of no run
    return lines & (across <= _CROSSING * usual + 1)
