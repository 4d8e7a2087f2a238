"""Which straight runs of ink are lines that were printed: sides of cells, combs, underlines.

A stroke of a letter is as straight as a printed line and, in a tall letter, as long. What tells
them apart is what a line belongs to. A box is closed at its corners and has room for a letter,
which the bows of an O or a D have not; a line far longer than letters are high is no stroke; and
what leads from such lines to others is a side of a box as well.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ocrdesk.vision.components import Components, letter_height
from ocrdesk.vision.ink_runs import grown, runs
from ocrdesk.vision.preprocess import Mask

Labels = npt.NDArray[np.int32]

_CORNER = 0.07  # letter heights between sides that meet
_FAR = 4.0  # letter heights: no bar is as long, though its headline be large
_HIGH = 8.0  # ... and no stem that crosses such a line; alone it may be the edge of a thing
_LONGER = 1.3  # letter heights: a dash that stands alone, or a side that ends on a printed line
_PIECE = 0.75  # letter heights: of a line that letters or sides interrupt
_ALONE = 0.8  # of its connected ink is the line, where nothing is written on it
_ROOM = 1.15  # letter heights: a box of its own is higher inside than letters with their bows
_BESIDE = 1.5  # times its thickness from a line is what it parts
_CELL = 0.75  # letter heights: one of several that touch
_SEVERAL = 3  # cells that share their sides
_NARROWEST = 0.3  # letter heights
_SQUARE = 0.7  # of its bounding box is a cell that hangs a little askew
_STRAIGHT = 0.6  # of a box's ink runs level or upright, nearly as far as it is high or wide
_THIN = 0.1  # of its shorter side are the lines of a box
_FEWEST = 2  # letters inside boxes that tell how high letters are
_SPECK = 12  # pixels of ink that are no letter


def height_inside(components: Components) -> float:
    """Return the height in pixels of what stands inside boxes, else of all letters.

    Boxes have more ink than the letters in them, and would be taken for the writing. Circles, and
    whatever else was photographed with something in it, are none.
    """
    whole = letter_height(components)
    boxes = components.boxes
    fits = (components.areas > _SPECK) & (components.heights > 0.15 * whole)
    large = components.widths * components.heights > 12 * components.areas / 5
    inside = np.zeros(len(components), bool)
    for place in np.flatnonzero(large).tolist():
        left, top, right, bottom = boxes[place].tolist()
        own = fits & (boxes[:, 0] > left) & (boxes[:, 1] > top)
        own &= (boxes[:, 2] < right) & (boxes[:, 3] < bottom)
        is_thin = components.pens[place] < _THIN * min(bottom - top, right - left)
        if (
            own.any()
            and is_thin
            and _is_box(components.labels[top:bottom, left:right] == place + 1)
        ):
            inside |= own
    sizes = components.heights[inside]
    return float(np.median(sizes)) if len(sizes) >= _FEWEST else whole


def _is_box(mask: Mask) -> bool:
    """Tell whether most of connected ink (h, w) is straight: a box, a table or a comb."""
    least = round(_STRAIGHT * min(mask.shape))
    level = runs(ndimage.binary_dilation(mask, np.ones((5, 1), bool))) >= least
    wide = ndimage.binary_dilation(mask, np.ones((1, 5), bool))
    upright = (runs(np.ascontiguousarray(wide.T)) >= least).T
    straight = np.count_nonzero((level | upright) & mask)
    return bool(straight > _STRAIGHT * np.count_nonzero(mask))


@dataclass(frozen=True, slots=True)
class _Runs:
    """Level runs as connected lines: ``labels`` (h, w) from 1, and the rows and columns of each."""

    labels: Labels
    places: list[tuple[slice, slice]]

    @classmethod
    def of(cls, mask: Mask) -> "_Runs":
        labels, _ = ndimage.label(mask, np.ones((3, 3), bool), output=np.int32)
        return cls(labels, ndimage.find_objects(labels))

    def lengths(self) -> npt.NDArray[np.int64]:
        return np.array([columns.stop - columns.start for _, columns in self.places], np.int64)

    def shares(self, mask: Mask) -> npt.NDArray[np.float64]:
        """Return how much of each line is in a mask (h, w)."""
        count = len(self.places) + 1
        areas = np.bincount(self.labels.ravel(), minlength=count)[1:]
        return np.bincount(self.labels[mask], minlength=count)[1:] / np.maximum(areas, 1)

    def alone(self, components: Labels) -> npt.NDArray[np.float64]:
        """Return how much of its connected ink each line is."""
        areas = np.bincount(components.ravel())
        shares = np.zeros(len(self.places))
        for number, place in enumerate(self.places):
            own = self.labels[place] == number + 1
            shares[number] = np.count_nonzero(own) / areas[components[place][own].max()]
        return shares

    def ends_on(self, across: Mask, reach: int) -> npt.NDArray[np.int64]:
        """Return how many ends of each line have an upright one at most ``reach`` pixels away."""
        found = np.zeros(len(self.places), np.int64)
        for number, (rows, columns) in enumerate(self.places):
            band = across[max(rows.start - reach, 0) : rows.stop + reach]
            ends = (columns.start, columns.stop)
            found[number] = sum(
                bool(band[:, max(end - reach, 0) : end + reach].any()) for end in ends
            )
        return found

    def mask_of(self, chosen: npt.NDArray[np.bool_]) -> Mask:
        """Return the pixels (h, w) of some lines."""
        mask: Mask = np.append(False, chosen)[self.labels]
        return mask


def printed_lines(
    level: Mask, upright: Mask, components: Components, height: float, *, taken: Mask | None = None
) -> tuple[Mask, Mask]:
    """Return those of level and of upright runs (h, w) that no pen drew, for letters that high.

    ``taken`` are lines that are off the ink already, which may have been sides of boxes.
    """
    both = _Runs.of(level), _Runs.of(np.ascontiguousarray(upright.T))
    thick = _thickness(level), _thickness(upright.T)
    reach = max(2, round(_CORNER * height))
    taken = np.zeros_like(level) if taken is None else taken
    gone = _pieces(taken.T, height).T, _pieces(taken, height).T
    cells = _cells(level | upright | taken, reach, height)
    lengths = [own.lengths() for own in both]
    far = [lengths[0] >= _FAR * height, lengths[1] >= _HIGH * height]
    far[0] |= (lengths[0] >= _LONGER * height) & (both[0].alone(components.labels) >= _ALONE)
    far[1] &= both[1].shares((both[0].mask_of(far[0]) | gone[1].T).T) > 0
    printed: list[npt.NDArray[np.bool_]] = []
    for number, regions in enumerate((cells, cells.T)):
        line, across = both[number], both[1 - number]
        parting = _between(regions, (reach + 1) // 2 + round(_BESIDE * thick[number]))
        beside = across.mask_of(far[1 - number]).T
        on_far = line.ends_on(beside | gone[number], reach) > 0
        is_side = (lengths[number] >= _LONGER * height) & on_far
        printed.append(far[number] | is_side | (line.shares(parting) > 0.5))
    for number in (0, 1):
        ended = both[1 - number].mask_of(printed[1 - number]).T
        printed[number] |= both[number].ends_on(ended, reach) == 2
    return both[0].mask_of(printed[0]), both[1].mask_of(printed[1]).T


def _pieces(taken: Mask, height: float) -> Mask:
    """Return what of the ink that was taken are pieces of level lines, not rims of letters."""
    pieces: Mask = (runs(grown(np.ascontiguousarray(taken))) >= _PIECE * height) & taken
    return pieces


def _thickness(level: Mask) -> float:
    """Return how thick level lines (h, w) usually are, in pixels."""
    return float(np.median(runs(np.ascontiguousarray(level.T)).T[level])) if level.any() else 0.0


def _cells(lines: Mask, reach: int, height: float) -> Labels:
    """Return the number of the cell that each pixel (h, w) is in: 0 on lines, 1 in no cell."""
    margin = (reach + 1) // 2
    thick = ndimage.binary_dilation(lines, np.ones((2 * margin + 1,) * 2, bool))
    groups, _ = ndimage.label(thick, output=np.int32)
    regions, _ = ndimage.label(~thick, output=np.int32)
    found: list[tuple[int, int, float]] = []
    for number, place in enumerate(ndimage.find_objects(regions), start=1):
        tall, wide = (side.stop - side.start + 2 * margin for side in place)
        at_edge = any(side.start == 0 for side in place) or any(
            side.stop == size for side, size in zip(place, lines.shape, strict=True)
        )
        if at_edge or tall < _CELL * height or wide < _NARROWEST * height:
            continue
        own = regions[place] == number
        if np.count_nonzero(own) > _SQUARE * own.size:
            column = place[1].start + int(np.argmax(own[0]))
            found.append((number, int(groups[place[0].start - 1, column]), tall))
    counts = np.bincount([group for _, group, _ in found], minlength=1)
    cells = np.where(regions > 0, 1, 0).astype(np.int32)
    for cell, (number, group, tall) in enumerate(found, start=2):
        if counts[group] >= _SEVERAL or tall >= _ROOM * height:
            cells[regions == number] = cell
    return cells


def _between(cells: Labels, reach: int) -> Mask:
    """Return where what is above within ``reach`` pixels is another cell than what is below."""
    size = (2 * reach + 1, 1)
    most = ndimage.maximum_filter(cells, size)
    least = ndimage.minimum_filter(np.where(cells == 0, np.iinfo(np.int32).max, cells), size)
    between: Mask = most > least
    return between
