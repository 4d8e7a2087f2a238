"""A practice sheet as seen from above, and how its paper was bent when it was photographed.

The corner marks alone put boxes of paper that bulges some millimetres aside. Each printed box is
therefore looked for around where it should be; what they say together, smoothed, is the bend.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from ocrdesk.vision.perspective import Matrix, Points, mapped
from ocrdesk.vision.practice_finding import PracticeSheet
from ocrdesk.vision.practice_page import Area
from ocrdesk.vision.preprocess import Contrast, estimate_paper

Floats = npt.NDArray[np.float64]

_SCALES = (6.0, 11.0)  # pixels to a millimetre of the flattened page: least and most
_REACHES = (2.6, 0.8)  # millimetres that boxes are looked for within, at first and then
_DEGREES = (2, 3)  # of the polynomials that the bend is described by
_FEWEST = (10, 30)  # boxes found that a polynomial of that degree needs
_CORNERS = 1.6  # millimetres of a box's sides that are left out: the other sides' ends
_WING = 0.45  # millimetres beside a line where the paper is
_SEEN = 0.03  # contrast of a line that is told from noise
_MOST_LINE = 0.3  # contrast that a line's own is held to: ink is darker
_ROUNDS = 4  # of leaving out boxes that disagree


@dataclass(frozen=True, slots=True)
class FlatPage:
    """The page from above: ``contrast`` (h, w) float32 to its paper, ``scale`` pixels to a mm.

    ``noise`` is that of the paper's contrast. ``bend`` (cells, 2) is by how many millimetres each
    box lies to the right of and below its place.
    """

    contrast: Contrast
    noise: float
    scale: float
    bend: Floats
    matrix: Matrix

    def in_picture(self, points: Points) -> Points:
        """Return where points (n, 2) of the flattened page, in its pixels, are in the photo."""
        return mapped(points / self.scale, self.matrix)


def flatten(grey: Image.Image, sheet: PracticeSheet) -> FlatPage:
    """Return the page that was found in a grey picture as seen from above."""
    scale = float(np.clip(sheet.resolution * 1.1, *_SCALES))
    matrix = sheet.matrix @ np.diag([1 / scale, 1 / scale, 1.0])
    width, height = (round(side * scale) for side in sheet.page.size)
    coefficients = tuple((matrix / matrix[2, 2]).ravel()[:8].tolist())
    flat = np.asarray(
        grey.transform(
            (width, height), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC
        )
    )
    paper = np.maximum(estimate_paper(flat), 16.0)
    darkness = 1.0 - flat / paper
    lighter = np.minimum(-darkness[darkness < 0][::7], 0.2)
    noise = float(np.sqrt(np.mean(lighter**2))) if lighter.size else 0.0
    contrast = np.asarray(np.clip(darkness, 0.0, 1.0), np.float32)
    boxes = [sheet.page.box(cell) for cell in range(len(sheet.page.asked))]
    return FlatPage(contrast, noise, scale, _bend(contrast, boxes, scale), sheet.matrix)


def _bend(contrast: Contrast, boxes: Sequence[Area], scale: float) -> Floats:
    """Return how far each box lies from its place, (cells, 2) in millimetres."""
    places = np.array([box.middle for box in boxes])
    bend = np.zeros((len(boxes), 2))
    for reach, degree, fewest in zip(_REACHES, _DEGREES, _FEWEST, strict=True):
        found = [
            _offset(contrast, box, scale, near=(float(x), float(y)), reach=reach)
            for box, (x, y) in zip(boxes, bend, strict=True)
        ]
        offsets = np.array([offset for offset, _ in found])
        seen = np.array([strength for _, strength in found])
        for axis in (0, 1):
            bend[:, axis] = _smooth(places, offsets[:, axis], seen[:, axis], degree, fewest)
    return bend


def _offset(
    contrast: Contrast, box: Area, scale: float, *, near: tuple[float, float], reach: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return where a box lies around ``near``, and how clearly its sides are seen each way."""
    x, y = near
    moved = Area(box.left + x, box.top + y, box.right + x, box.bottom + y)
    across, sides = _along(
        contrast.T, (moved.left, moved.right), (moved.top, moved.bottom), scale, reach
    )
    down, edges = _along(
        contrast, (moved.top, moved.bottom), (moved.left, moved.right), scale, reach
    )
    return (x + across, y + down), (sides, edges)


def _along(
    contrast: Contrast,
    lines: tuple[float, float],
    ends: tuple[float, float],
    scale: float,
    reach: float,
) -> tuple[float, float]:
    """Return how far two parallel lines, rows of ``contrast``, lie from their places.

    Also returns how much darker than the paper beside them they are. Their medians along the
    middle of the box are not disturbed by strokes that cross them, and both must move together,
    so that the next box's line is not taken for one's own.
    """
    wing = max(2, round(_WING * scale))
    steps = round(reach * scale)
    columns = slice(round((ends[0] + _CORNERS) * scale), round((ends[1] - _CORNERS) * scale))
    total = np.zeros(2 * steps + 1)
    for line in lines:
        first = round(line * scale) - steps - wing
        rows = contrast[max(first, 0) : first + 2 * (steps + wing) + 1, columns]
        if rows.shape[0] < 2 * (steps + wing) + 1 or not rows.size:
            return 0.0, 0.0
        profile = np.median(rows, axis=1)
        middle = profile[wing : len(profile) - wing]
        beside = np.maximum(profile[: -2 * wing], profile[2 * wing :])
        total += np.clip(middle - beside, 0.0, _MOST_LINE)
    best = int(total.argmax())
    shift = float(best)
    if 0 < best < 2 * steps:
        before, peak, after = total[best - 1 : best + 2].tolist()
        bend = before - 2 * peak + after
        shift += 0.5 * (before - after) / bend if bend < 0 else 0.0
    rounded = float(np.mean([round(line * scale) - line * scale for line in lines])) + 0.5
    return (shift - steps + rounded) / scale, float(total[best]) / 2


def _smooth(places: Points, offsets: Floats, seen: Floats, degree: int, fewest: int) -> Floats:
    """Return a smooth surface through the offsets (n,) of the boxes that are clearly seen.

    Boxes that disagree with the others are left out, by multiples of the median deviation.
    """
    if np.count_nonzero(seen > _SEEN) < fewest:
        degree = 0 if np.count_nonzero(seen > _SEEN) < _FEWEST[0] else 1
    terms = _terms(places, degree)
    weights = np.where(seen > _SEEN, seen, 0.0)
    if not weights.any():
        return np.zeros(len(offsets))
    fitted = np.full(len(offsets), float(np.median(offsets[weights > 0])))
    for _ in range(_ROUNDS):
        off = np.abs(offsets - fitted)
        usual = max(float(np.median(off[weights > 0])), 0.04)
        held = weights / (1 + (off / (2.5 * usual)) ** 2)
        root = np.sqrt(held)[:, None]
        solved = np.linalg.lstsq(terms * root, offsets * root[:, 0], rcond=1e-6)[0]
        fitted = terms @ solved
    return np.asarray(fitted, np.float64)


def _terms(places: Points, degree: int) -> Floats:
    """Return the products of powers of places up to a degree, (n, terms), places within ±1."""
    low, high = places.min(axis=0), places.max(axis=0)
    x, y = ((places - (low + high) / 2) / np.maximum((high - low) / 2, 1e-6)).T
    powers = [(i, j) for i in range(degree + 1) for j in range(degree + 1 - i)]
    return np.stack([x**i * y**j for i, j in powers], axis=1)
