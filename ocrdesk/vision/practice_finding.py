"""Finds a practice sheet in a photo: its corner marks tell how it lies, its code which page it is.

Marks are alike, so which way up the sheet lies is what its code is whole for: each of the four ways
is tried. Three marks are enough, since each has four corners of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from ocrdesk.vision.perspective import Matrix, Points, homography, mapped
from ocrdesk.vision.practice_code import NewerCodeError, Squares, decode
from ocrdesk.vision.practice_marks import find_marks
from ocrdesk.vision.practice_page import (
    CODE_COLUMNS,
    CODE_ROWS,
    MODULE,
    PAPERS,
    Area,
    PracticePage,
    code_areas,
    mark_areas,
)
from ocrdesk.vision.preprocess import Grey

_MOST_MARKS = 8  # that are combined: sheets lie alone
_BOWS = (0.0, 0.5, -0.5, 1.0, -1.0, 1.6, -1.6, 2.3, -2.3)  # millimetres of bent paper
_SAMPLES = np.linspace(-0.25, 0.25, 3)  # of a square's side, around its middle
_AROUND = 9  # squares to both sides that a threshold is found among
_FITS = 0.25  # of a mark's side may its corners be off


@dataclass(frozen=True, slots=True)
class PracticeSheet:
    """A page of a practice sheet in a picture.

    ``matrix`` (3, 3) takes millimetres of the page to pixels of the picture; ``marks`` is the
    number of corner marks that were found, of four.
    """

    page: PracticePage
    matrix: Matrix
    marks: int

    @property
    def resolution(self) -> float:
        """Pixels of the picture to a millimetre, where the sheet is farthest away."""
        width, height = self.page.size
        corners = np.array([(0.0, 0.0), (width, 0), (width, height), (0, height)])
        steps = [mapped(corners + step, self.matrix) for step in ((0.0, 0.0), (1, 0), (0, 1))]
        across, down = steps[1] - steps[0], steps[2] - steps[0]
        areas = np.abs(across[:, 0] * down[:, 1] - across[:, 1] * down[:, 0])
        return float(np.sqrt(areas.min()))


@dataclass(frozen=True, slots=True)
class Missed:
    """What is there where no sheet was found: the number of its marks, and a code too new."""

    marks: int
    is_newer: bool = False


def find_practice_sheet(grey: Image.Image) -> PracticeSheet | Missed:
    """Return the practice sheet in a grey picture, or what of one is there."""
    marks = find_marks(grey)
    if len(marks) < 3:
        return Missed(len(marks))
    pixels = np.asarray(grey)
    is_newer = False
    for chosen in _choices(marks):
        for paper in PAPERS:
            for corners, seen in _placements(chosen, paper):
                matrix = _fitted(corners, seen)
                if matrix is None:
                    continue
                try:
                    page = _page_of(pixels, matrix, paper)
                except NewerCodeError:
                    is_newer = True
                    continue
                if page is not None and page.paper == paper:
                    return PracticeSheet(page, matrix, len(chosen))
    return Missed(min(len(marks), 4), is_newer)


def _choices(marks: Sequence[Points]) -> Iterator[tuple[Points, ...]]:
    """Yield four marks, then three, those most alike in size first."""
    sizes = [float(np.ptp(corners, axis=0).prod()) for corners in marks]
    usual = float(np.median(sizes))
    order = sorted(range(len(marks)), key=lambda place: abs(np.log(sizes[place] / usual)))
    kept = [marks[place] for place in order[:_MOST_MARKS]]
    for count in (4, 3):
        yield from combinations(kept, count)


def _placements(marks: Sequence[Points], paper: str) -> Iterator[tuple[Points, list[Points]]]:
    """Yield (corners of marks in millimetres (n, 4, 2), the marks that may be there)."""
    middles = np.array([corners.mean(axis=0) for corners in marks])
    away = middles - middles.mean(axis=0)
    order = np.argsort(np.arctan2(away[:, 1], away[:, 0]))
    clockwise = [marks[place] for place in order.tolist()]
    areas = np.array([area.corners for area in mark_areas(paper)])
    for present in combinations(range(4), len(marks)):
        for turn in range(len(marks)):
            yield areas[list(present)], clockwise[turn:] + clockwise[:turn]


def _fitted(corners: Points, seen: Sequence[Points]) -> Matrix | None:
    """Return the homography that takes marks (n, 4, 2) to where they are seen, if there is one.

    The marks' middles tell roughly where each corner is; the corners themselves then tell all.
    """
    middles = corners.mean(axis=1)
    centres = np.array([own.mean(axis=0) for own in seen])
    if len(middles) == 4:
        rough = homography(middles, centres)
    else:
        spread = np.column_stack([middles, np.ones(3)])
        if abs(np.linalg.det(spread)) < 1e-6:
            return None
        rough = np.vstack([np.linalg.solve(spread, centres).T, (0.0, 0.0, 1.0)])
    paired = []
    for own, found in zip(corners, seen, strict=True):
        near = mapped(own, rough) - mapped(own.mean(axis=0)[None], rough) + found.mean(axis=0)
        apart = np.hypot(*(near[:, None] - found[None]).transpose(2, 0, 1))
        nearest = apart.argmin(axis=1)
        if len(set(nearest.tolist())) < 4:
            return None
        paired.append(found[nearest])
    there = np.concatenate(paired)
    matrix = homography(corners.reshape(-1, 2), there)
    off = np.hypot(*(mapped(corners.reshape(-1, 2), matrix) - there).T)
    side = np.sqrt(np.ptp(there.reshape(-1, 4, 2), axis=1).prod(axis=1).min())
    return matrix if off.max() <= _FITS * side else None


def _page_of(pixels: Grey, matrix: Matrix, paper: str) -> PracticePage | None:
    """Return the page that either code names."""
    upper, lower = code_areas(paper)
    for bow in _BOWS:
        for area in (upper, lower):
            page = decode(_squares(pixels, matrix, area, bow))
            if page is not None:
                return page
    return None


def _squares(pixels: Grey, matrix: Matrix, area: Area, bow: float) -> Squares:
    """Return which squares of a code are black.

    ``bow`` is how many millimetres lower the middle of the code is than its ends tell.
    """
    across = area.left + MODULE * (np.arange(CODE_COLUMNS) + 0.5)
    down = area.top + MODULE * (np.arange(CODE_ROWS) + 0.5)
    width = area.right - area.left
    bent = bow * (1 - ((across - area.middle[0]) / (width / 2)) ** 2)
    spread = _SAMPLES * MODULE
    x = across[None, :, None, None] + spread[None, None, None, :]
    y = down[:, None, None, None] + bent[None, :, None, None] + spread[None, None, :, None]
    x, y = np.broadcast_arrays(x, y)
    values = _sampled(pixels, mapped(np.stack([x.ravel(), y.ravel()], axis=1), matrix))
    grey = values.reshape(CODE_ROWS, CODE_COLUMNS, -1).mean(axis=2)
    low = ndimage.minimum_filter1d(grey.min(axis=0), 2 * _AROUND + 1)
    high = ndimage.maximum_filter1d(grey.max(axis=0), 2 * _AROUND + 1)
    black: Squares = grey < (low + high) / 2
    return black


def _sampled(pixels: Grey, points: Points) -> npt.NDArray[np.float64]:
    """Return the brightness at points (n, 2), between pixels, of what lies outside the nearest."""
    places = np.clip(points[:, ::-1].T - 0.5, 0, (np.array(pixels.shape) - 1)[:, None])
    return np.asarray(ndimage.map_coordinates(pixels, places, np.float64, order=1), np.float64)
