"""Finds the corner marks of a practice sheet: dark rings with a dark square in the middle."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PIL import Image

from ocrdesk.vision.perspective import Points
from ocrdesk.vision.preprocess import Grey, estimate_paper
from ocrdesk.vision.quadrilaterals import area_of, fitting_quadrilateral

_DARK = 0.4  # darker than the paper by this part of it
_SIDES = (1600, 2600)  # longer side of the picture that is looked at first, and then
_SMALLEST = 11  # pixels: the side of a mark
_SQUARE = (0.2, 0.62)  # area of the square by that of its ring: 9 by 24 modules as printed
_FILLED = (1.5, 2.8)  # area of ring, gap and square by that of the ring: 49 by 24 modules
_MIDDLE = 0.09  # sides of a mark that the middles of ring and square lie apart at most
_MOST = 400  # pairs that are looked at: a page full of nested shapes is no sheet
_UNLIKE = 6.0  # times may one mark's area be another's


def find_marks(grey: Image.Image, *, closely: bool = True) -> list[Points]:
    """Return the corners (4, 2) of every mark in a grey picture, in pixels, in no certain order.

    Rings keep their middle and their shares of area under any tilt, so nothing is assumed about
    how the sheet lies (compare the finder patterns of ISO/IEC 18004). The picture is looked at
    more closely where fewer than four are found, unless that is not wanted.
    """
    marks: list[Points] = []
    for side in _SIDES if closely else _SIDES[:1]:
        scale = min(1.0, side / max(grey.size))
        found = _marks_of(_reduced(grey, scale))
        if len(found) > len(marks):
            marks = [corners / scale for corners in found]
        if len(marks) >= 4 or scale == 1.0:
            break
    return marks


def _reduced(grey: Image.Image, scale: float) -> Grey:
    if scale == 1.0:
        return np.asarray(grey)
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    return np.asarray(grey.resize(size, Image.Resampling.BOX, reducing_gap=2.0))


def _marks_of(grey: Grey) -> list[Points]:
    from scipy import ndimage  # noqa: PLC0415

    if min(grey.shape) < 4 * _SMALLEST:
        return []
    paper = estimate_paper(grey)
    dark = grey < (1 - _DARK) * paper
    labels, areas = _large_enough(ndimage.label(dark)[0])
    slices = ndimage.find_objects(labels)
    marks = []
    for ring, _ in _pairs(labels, areas):
        rows, columns = slices[ring - 1]
        corners = _corners(labels[rows, columns] == ring)
        if corners is not None:
            marks.append(corners + np.array((columns.start, rows.start)))
    return _alike(marks)


def _large_enough(
    labels: npt.NDArray[np.int32],
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Return the labels (h, w) of what is no smaller than a square, numbered anew, and areas (n,).

    A dark photo's noise has 100,000 specks: what is kept of each as objects of Python's held the
    window up for 0.15 s when the garbage collector looked at them.
    """
    areas = np.bincount(labels.ravel())
    areas[0] = 0
    usable = areas >= 9 / 49 * _SMALLEST**2 * 0.7
    numbers = (np.cumsum(usable) * usable).astype(labels.dtype)
    return numbers[labels], np.append(0, areas[usable])


def _pairs(labels: npt.NDArray[np.int32], areas: npt.NDArray[np.int64]) -> list[tuple[int, int]]:
    """Return the labels of (ring, square) whose middles lie together and whose areas fit."""
    if len(areas) <= 2:
        return []
    middles, sides = _middles(labels, areas), np.sqrt(areas * 49 / 24)
    found = []
    for pair in _near(middles[1:], _MIDDLE * float(np.percentile(sides[1:], 98)) + 1.0):
        small, large = sorted((label + 1 for label in pair), key=areas.__getitem__)
        share = areas[small] / areas[large]
        apart = np.hypot(*(middles[small] - middles[large]))
        if _SQUARE[0] <= share <= _SQUARE[1] and apart <= _MIDDLE * sides[large] + 0.7:
            found.append((large, small))
    return found[:_MOST]


def _near(points: Points, reach: float) -> Iterator[tuple[int, int]]:
    """Yield the places of two points (n, 2) that lie at most so far apart.

    A tree of SciPy's would do; to load it takes longer than any page, and each page is looked at.
    """
    order = np.argsort(points[:, 0])
    along = points[order, 0]
    ends = np.searchsorted(along, along + reach, "right").tolist()
    for place, end in enumerate(ends):
        others = order[place + 1 : end]
        away = np.hypot(*(points[others] - points[order[place]]).T)
        yield from ((int(order[place]), other) for other in others[away <= reach].tolist())


def _middles(labels: npt.NDArray[np.int32], areas: npt.NDArray[np.int64]) -> Points:
    """Return the mean (x, y) of the pixels of each label."""
    places = np.flatnonzero(labels)
    owners = labels.ravel()[places]
    rows, columns = np.divmod(places, labels.shape[1])
    sums = [np.bincount(owners, axis, len(areas)) for axis in (columns, rows)]
    return np.stack(sums, axis=1) / np.maximum(areas, 1)[:, None] + 0.5


def _corners(ring: npt.NDArray[np.bool_]) -> Points | None:
    """Return the corners of a ring (h, w), if it is one and has four sides of similar length."""
    from scipy import ndimage  # noqa: PLC0415

    if min(ring.shape) < _SMALLEST:
        return None
    whole = ndimage.binary_fill_holes(ring)
    share = np.count_nonzero(whole) / np.count_nonzero(ring)
    if not _FILLED[0] <= share <= _FILLED[1]:
        return None
    corners = fitting_quadrilateral(whole, filled=0.9)
    if corners is None:
        return None
    sides = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    return corners if sides.max() <= 2.5 * sides.min() else None


def _alike(marks: list[Points]) -> list[Points]:
    """Return the marks without those far smaller or larger than most."""
    areas = np.array([area_of(corners) for corners in marks])
    if not len(areas):
        return []
    usual = float(np.median(areas))
    return [
        corners
        for corners, area in zip(marks, areas.tolist(), strict=True)
        if usual / _UNLIKE <= area <= usual * _UNLIKE
    ]
