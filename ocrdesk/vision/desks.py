"""The dark desk around a bright sheet: whether there is one, and where exactly the sheet ends.

That there is one is told by the paper's estimate, which mixes sheet and desk where they meet and
rounds the corners of the sheet off. So where the sheet ends is told by the picture itself: writing
may stand closer to the edge than the estimate is exact.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy import ndimage

from ocrdesk.vision.sheet_corners import SIDE, find_corners

Grey = npt.NDArray[np.uint8]
Contrast = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Kind = TypeVar("Kind", bound=np.generic)

_STEP = 4  # pixels between those of the paper that are looked at
_DESK_RATIO = 0.45  # paper darker than this part of the bright sheet may be the desk around it
_REACH_OF_EDGE = 24  # pixels: the paper's estimate spreads a sheet's edge over some forty
_EDGE = 0.65  # fall of the paper's logarithm within that reach; a shadow falls more gently
_ALONG_EDGE = 75  # percentile of the falls around a desk: elsewhere it may be the picture's corner
_FROM_EDGE = 24  # of the looked-at pixels: so far the estimate mixes a sheet and its desk
_WRITTEN = 0.3  # contrast of writing in a shadow
_LEAST_WRITTEN = 0.02  # of a written page
_TELLING = 0.01  # of the picture: less of it tells nothing
_AS_MUCH = 0.12  # of the ink that the bright sheet has by its size
_GRAIN = 0.5  # as much: the grain of a light desk, around a sheet of four sides
_BLOCK = 8  # pixels a side: a sheet's and a desk's brightness are known by blocks
_MIXED = 5  # blocks: so near the edge the paper's estimate is neither the sheet's nor the desk's
_ROUNDED = 24  # blocks: a sheet's corner is no farther from paper that the estimate knows
_FINE = 2  # pixels a side of those that tell where the sheet ends
_STROKE = 9  # fine pixels: dark things narrower than this are written on the sheet
_THICKEST = 7  # blocks: beside a desk, strokes are thinner than this
_BESIDE = 14  # blocks: so far from the desk the paper's estimate takes any of it in
_ALL_AROUND = 0.95  # of the picture's edges: no more desk is to be found
_UNSURE = 1.5  # pixels of the small picture that corners are found in
_RIM = 2  # fine pixels that an edge is unsharp over


@dataclass(frozen=True, slots=True)
class Desk:
    """The surroundings of a sheet: where they are, and what the paper would be like there.

    ``mask`` (h, w) is exact to a few pixels. By blocks of eight pixels, ``touched`` are those with
    any desk in them, ``around`` the brightness of the paper, over the desk that of the nearest, and
    ``brightest`` what the estimated paper may be at most: beside the desk a shadow across the edge
    goes on in another direction than on the sheet.
    """

    mask: Mask
    touched: Mask
    around: Grey
    brightest: Grey


def find_desk(paper: Contrast, grey: Grey) -> Desk | None:
    """Return the dark surroundings of a bright sheet, or None where the page fills the image.

    ``paper`` (h, w) is estimated. Paper that grows dark gently lies in a shadow, and so does what
    is written on as the rest is: that is to be read.
    """
    rough = _dark_around(paper, grey)
    is_known = rough is not None and _share_of_rim(rough) > _ALL_AROUND
    outside = None if is_known else _outside(paper, grey)
    if rough is None and outside is None:
        return None
    bare = _without_strokes(np.asarray(Image.fromarray(grey).reduce(_FINE)))
    found = np.zeros(bare.shape, bool) if rough is None else _exact(rough, paper, bare)
    if outside is not None:
        found |= outside
    blocks = np.asarray(Image.fromarray(bare).reduce(_BLOCK // _FINE))
    taken = Image.fromarray(found.astype(np.uint8) * 255).reduce(_BLOCK // _FINE)
    touched = np.asarray(taken) > 0
    around = blocks if touched.all() else _nearest(blocks, ~touched)
    beside = ndimage.distance_transform_edt(~touched) <= _BESIDE
    brightest = np.where(beside, ndimage.grey_closing(around, _THICKEST), 255).astype(np.uint8)
    mask = _enlarged(found, _FINE, grey.shape)
    return Desk(mask, touched, around, brightest)


def _without_strokes(fine: Grey) -> Grey:
    """Return the fine picture without thin dark things; what reaches the picture's edge is none.

    A closing, in a twentieth of the time that SciPy's takes.
    """
    bare = np.pad(fine, _STROKE - 1)
    for extreme in (np.maximum, np.minimum):
        bare = _in_windows(_in_windows(bare, extreme).T, extreme).T
    return np.ascontiguousarray(bare)


def _in_windows(values: Grey, extreme: np.ufunc) -> Grey:
    """Return the extreme of every run of rows as long as a stroke is wide: that many less one."""
    length = 1
    while length < _STROKE:
        step = min(length, _STROKE - length)
        values = extreme(values[:-step], values[step:])
        length += step
    return values


def _dark_around(paper: Contrast, grey: Grey) -> Mask | None:
    """Return about where a desk is, of every fourth pixel, or None."""
    small = paper[::_STEP, ::_STEP]
    bright = float(np.percentile(small, 95))
    dark = small < bright * _DESK_RATIO
    if not 0.02 < dark.mean() < 0.9:
        return None
    labels, count = ndimage.label(dark)
    rim = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    large = [label for label in rim if label and sizes[label] > 0.015 * dark.size]
    falls = _falls(small) if large else small
    kept = [label for label in large if _has_edge(labels == label, falls)]
    if kept:
        ink = _ink(small, grey, bright)
        kept = [
            label for label in kept if not _is_written_on(labels == label, ink, ~dark, _AS_MUCH)
        ]
    return np.isin(labels, kept) if kept else None


def _share_of_rim(region: Mask) -> float:
    """Return how much of the picture's edges a region takes up."""
    rim = np.concatenate([region[0], region[-1], region[:, 0], region[:, -1]])
    return float(rim.mean())


def _outside(paper: Contrast, grey: Grey) -> Mask | None:
    """Return in the fine picture what lies around a sheet of four straight sides, or None.

    Such a sheet is told from a desk that is not much darker.
    """
    step = max(grey.shape) // SIDE
    if not step:  # far too small to hold a sheet's writing
        return None
    corners = find_corners(grey[::step, ::step])
    if corners is None:
        return None
    size = (-(-grey.shape[1] // _FINE), -(-grey.shape[0] // _FINE))
    picture = Image.new("1", size, 1)
    sides = [tuple(corner) for corner in (corners * step / _FINE).tolist()]
    drawing = ImageDraw.Draw(picture)
    drawing.polygon(sides, fill=0)
    drawing.line([*sides, sides[0]], fill=1, width=round(2 * _UNSURE * step / _FINE))
    around = np.array(picture)
    small, region = paper[::_STEP, ::_STEP], around[:: _STEP // _FINE, :: _STEP // _FINE]
    ink = _ink(small, grey, float(np.percentile(small, 95)))
    return None if _is_written_on(region, ink, ~region, _GRAIN) else around


def _exact(rough: Mask, paper: Contrast, bare: Grey) -> Mask:
    """Return where the desk is in the fine picture, from about where it is (every fourth pixel).

    ``bare`` is the fine picture without writing. Near the edge a pixel is the desk's or the sheet's
    by what it is nearer to in brightness, and each hangs together with what is surely desk or
    sheet.
    """
    coarse = rough[:: _BLOCK // _STEP, :: _BLOCK // _STEP]
    known = paper[::_BLOCK, ::_BLOCK]
    desk, sheet = _inside(coarse), _inside(~coarse)
    level = np.sqrt(np.maximum(_nearest(known, desk), 1.0) * _nearest(known, sheet))
    # What is bright far from the sheet is no part of it.
    level[ndimage.distance_transform_edt(~sheet) > _ROUNDED] = 255.0
    fine = Image.fromarray(level).resize(bare.shape[::-1], Image.Resampling.BILINEAR)
    is_dark = bare < np.asarray(fine)
    surely_desk, surely_sheet = (
        _enlarged(blocks, _BLOCK // _FINE, bare.shape) for blocks in (desk, sheet)
    )
    found = _touching(is_dark, surely_desk)
    found = ~_touching(~found, surely_sheet)
    grown: Mask = ndimage.maximum_filter(found, 2 * _RIM + 1)
    return grown


def _inside(region: Mask) -> Mask:
    """Return the blocks of a region that the estimate knows, all where it knows none."""
    inner = ndimage.binary_erosion(region, iterations=_MIXED, border_value=1)
    return inner if inner.any() else region


def _nearest(values: npt.NDArray[Kind], known: Mask) -> npt.NDArray[Kind]:
    """Return for each place the value at the nearest one that is known."""
    rows, columns = ndimage.distance_transform_edt(
        ~known, return_distances=False, return_indices=True
    )
    nearest: npt.NDArray[Kind] = values[rows, columns]
    return nearest


def _touching(mask: Mask, seeds: Mask) -> Mask:
    """Return what of a mask hangs together with any of the seeds."""
    labels, count = ndimage.label(mask)
    touched = np.zeros(count + 1, bool)
    touched[labels[seeds]] = True
    touched[0] = False
    kept: Mask = touched[labels]
    return kept


def _enlarged(mask: Mask, times: int, shape: tuple[int, ...]) -> Mask:
    """Return a mask of finer pixels (h, w): each is so many to a side."""
    wide = np.repeat(mask, times, axis=1)[:, : shape[1]]
    return np.repeat(wide, times, axis=0)[: shape[0]]


def _ink(small: Contrast, grey: Grey, bright: float) -> Mask:
    """Return where it is as dark as ink beside the paper, which is ``bright`` in the light."""
    ink: Mask = small - grey[::_STEP, ::_STEP] > _WRITTEN * np.maximum(small, 0.35 * bright)
    return ink


def _is_written_on(region: Mask, ink: Mask, sheet: Mask, share: float) -> bool:
    """Tell whether a region has that share of the sheet's ink by its size: it is no desk then."""
    least = share * max(_ink_share(ink, sheet), _LEAST_WRITTEN)
    return _ink_share(ink, region) >= least


def _ink_share(ink: Mask, region: Mask) -> float:
    """Return how much of a region is ink, away from its edge where the paper is not known."""
    inner = ndimage.minimum_filter(region, 2 * _FROM_EDGE + 1, mode="constant", cval=1)
    return float(ink[inner].mean()) if inner.mean() > _TELLING else 0.0


def _falls(small: Contrast) -> Contrast:
    """Return by how much the paper's logarithm falls within reach of each place (h, w)."""
    window = 2 * _REACH_OF_EDGE // _STEP + 1
    logs = np.log(np.maximum(small, 1.0))
    falls: Contrast = ndimage.maximum_filter(logs, window) - ndimage.minimum_filter(logs, window)
    return falls


def _has_edge(region: Mask, falls: Contrast) -> bool:
    """Tell whether a region ends abruptly, as a desk does where the sheet begins."""
    around = ndimage.binary_dilation(region) & ~region
    return bool(np.percentile(falls[around], _ALONG_EDGE) >= _EDGE)
