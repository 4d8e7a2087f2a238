"""What lies around a sheet and is no paper: the even colour that turned pictures are given."""

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

Grey = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

_STEP = 4  # pixels between those that are looked at
_CORNER = 3  # looked-at pixels a side that must be alike in every corner
_ALIKE = 1  # grey levels
_EVEN = 2  # looked-at pixels around each that must be alike too
_THICKEST = 5  # looked-at pixels of a stroke
_SOLID = 12  # looked-at pixels: what is thinner is writing, not a sheet
_OTHER = 8  # grey levels between the filling and the paper, at least


def find_filling(grey: Grey) -> Mask | None:
    """Return where (h, w) a picture was filled up around the sheet, or None where it was not.

    Programs that turn a picture fill its corners with one colour. No camera leaves four corners
    that are as even as that; a page drawn on a screen does, but its paper has the same colour.
    """
    small = grey[::_STEP, ::_STEP].astype(np.int16)
    if min(small.shape) < 8 * _CORNER:
        return None
    ends = (slice(0, _CORNER), slice(-_CORNER, None))
    corners = np.array([small[rows, columns] for rows in ends for columns in ends])
    value = int(np.median(corners))
    if np.abs(corners - value).max() > _ALIKE:
        return None
    # Paper of the same colour is not as even: somewhere near each of its points it differs.
    even = ndimage.binary_erosion(
        np.abs(small - value) <= _ALIKE, np.ones((3, 3)), iterations=_EVEN, border_value=1
    )
    labels, _ = ndimage.label(even)
    outside = np.isin(labels, np.unique(labels[[0, 0, -1, -1], [0, -1, 0, -1]]))
    if not 0.05 < outside.mean() < 0.65:
        return None
    solid = ndimage.binary_erosion(ndimage.binary_fill_holes(~outside), iterations=_SOLID)
    paper = float(np.median(small[solid])) if solid.mean() >= 0.2 else value
    if abs(paper - value) < _OTHER:
        return None
    grown = ndimage.binary_dilation(outside, iterations=_EVEN + 2)
    if value < paper:
        grown |= _up_to_the_edge(outside, small, value, paper)
    size = (grey.shape[1], grey.shape[0])
    return np.asarray(Image.fromarray(grown).resize(size, Image.Resampling.NEAREST), bool)


def _up_to_the_edge(outside: Mask, small: npt.NDArray[np.int16], value: int, paper: float) -> Mask:
    """Return where a dark filling goes on up to the sheet, its unsharp edge with it.

    That edge is as dark as ink, JPEG makes the filling uneven beside it, and it is narrow where a
    corner of the sheet touches the picture's edge. Strokes that touch it are no part of it.
    """
    padded = np.pad(small, _THICKEST, constant_values=value)
    bare = ndimage.grey_closing(padded, _THICKEST)[_THICKEST:-_THICKEST, _THICKEST:-_THICKEST]
    whole = ndimage.binary_propagation(outside, mask=bare < (value + paper) / 2)
    edge: Mask = ndimage.binary_dilation(whole, iterations=2)
    return edge


def without_filling(grey: Grey, filling: Mask) -> Grey:
    """Return the picture with the filling replaced by the nearest paper, smoothed over a little."""
    coarse = filling[::_STEP, ::_STEP]
    paper = ndimage.median_filter(grey[::_STEP, ::_STEP], 9)
    # A stroke that ends at the sheet's edge must not be drawn out: the paper beyond a letter is
    # taken from further inside.
    inner = ndimage.binary_dilation(coarse, iterations=6)
    rows, columns = ndimage.distance_transform_edt(
        inner, return_distances=False, return_indices=True
    )
    size = (grey.shape[1], grey.shape[0])
    around = Image.fromarray(paper[rows, columns]).resize(size, Image.Resampling.BILINEAR)
    return np.where(filling, np.asarray(around), grey)
