"""Where the corners of a sheet are that lies whole on a darker desk."""

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.perspective import Points
from ocrdesk.vision.quadrilaterals import fitting_quadrilateral
from ocrdesk.vision.shadowed_sheet import whole_sheet

Pixels = npt.NDArray[np.uint8]

SIDE = 400
"""Pixels, about, of the longer side of the small picture that sheets are sought in."""

_STROKE = 5  # pixels of it: dark things narrower than this lie on the sheet
_BRIGHTER = 1.3  # times the desk, at least
_LEAST_AREA = 0.15  # of the picture


def find_corners(grey: Pixels) -> Points | None:
    """Return the corners (4, 2) of the sheet in a small picture (h, w), in any order, if any.

    It is the one large bright thing, reaches no edge of the picture and has four straight sides
    that are its own.
    """
    if not _is_dark_around(grey):
        return None
    from scipy import ndimage  # noqa: PLC0415
    from skimage.filters import threshold_otsu  # noqa: PLC0415

    smooth = ndimage.grey_closing(grey, size=_STROKE)
    level = threshold_otsu(smooth) if smooth.min() < smooth.max() else 255  # type: ignore[no-untyped-call]

    def corners_at(lower: float, least: float) -> Points | None:
        bright = _largest_bright(smooth, lower, least)
        return None if bright is None else fitting_quadrilateral(bright)

    corners = corners_at(level, _LEAST_AREA * grey.size)
    return None if corners is None else whole_sheet(smooth, corners, level, corners_at)


def _largest_bright(smooth: Pixels, level: float, least: float) -> npt.NDArray[np.bool_] | None:
    """Return where the largest thing brighter than a level is, None where it is no sheet's.

    It has ``least`` pixels or more.
    """
    from scipy import ndimage  # noqa: PLC0415

    bright = smooth > level
    if not 0 < np.count_nonzero(bright) < bright.size:
        return None
    if smooth[bright].mean() < _BRIGHTER * smooth[~bright].mean():
        return None
    labels, _ = ndimage.label(bright)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    largest = int(sizes.argmax())
    edges = (labels[0], labels[-1], labels[:, 0], labels[:, -1])
    if any((edge == largest).any() for edge in edges):
        return None
    own: npt.NDArray[np.bool_] = ndimage.binary_fill_holes(labels == largest)
    return own if np.count_nonzero(own) >= least else None


def _is_dark_around(grey: Pixels) -> bool:
    """Tell whether a desk may surround what the picture shows: paper alone is told at no cost."""
    around = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    return bool(np.median(around) < grey.mean())
