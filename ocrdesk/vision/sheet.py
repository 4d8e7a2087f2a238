"""A sheet of paper that was photographed askew: found on its desk, and shown as seen from above."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PIL import Image

from ocrdesk.vision.perspective import Matrix, Points, homography, mapped
from ocrdesk.vision.preprocess import MOST_PIXELS, to_grey
from ocrdesk.vision.sheet_corners import SIDE, find_corners

Size = tuple[int, int]
Pixels = npt.NDArray[np.uint8]

_SAMPLES = 3  # pixels a side that one of the small picture is the mean of, at least
_ASKEW = 5.0  # degrees between opposite sides: what is less is left as it is
_INSET = 0.004  # of the sheet's sides, which lie in shadow
_USUAL_FOCAL, _FOCALS = 0.9, (0.5, 4.0)  # lengths of the picture's longer side
_ASPECTS = (0.25, 4.0)  # widths by heights that sheets may have


@dataclass(frozen=True, slots=True)
class Sheet:
    """A flat sheet in a picture, both sizes as (width, height).

    ``matrix`` is row by row the homography that takes points (x, y, 1) of the flattened sheet to
    the picture.
    """

    matrix: tuple[float, ...]
    size: Size
    picture: Size

    def back(self, points: Points) -> Points:
        """Return where points (n, 2) of the flattened sheet are in the picture."""
        return mapped(points, self._homography)

    def forth(self, points: Points) -> Points:
        """Return where points (n, 2) of the picture are on the flattened sheet."""
        return mapped(points, np.asarray(np.linalg.inv(self._homography), np.float64))

    def flattened(self, pixels: Pixels) -> Pixels:
        """Return the sheet as seen from above, grey (h, w)."""
        coefficients = tuple(value / self.matrix[8] for value in self.matrix[:8])
        flat = to_grey(pixels).transform(
            self.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC
        )
        return np.asarray(flat)

    def turned(self, quarters: int) -> "Sheet":
        """Return the sheet with it and the picture turned counter-clockwise by right angles."""
        sheet = self
        for _ in range(quarters % 4):
            matrix = _quarter(sheet.picture) @ sheet._homography
            matrix = matrix @ np.linalg.inv(_quarter(sheet.size))
            sheet = replace(
                sheet,
                matrix=tuple(matrix.ravel().tolist()),
                size=sheet.size[::-1],
                picture=sheet.picture[::-1],
            )
        return sheet

    @property
    def _homography(self) -> Matrix:
        return np.array(self.matrix).reshape(3, 3)


def find_sheet(pixels: Pixels) -> Sheet | None:
    """Return the sheet that lies whole in a picture (h, w) or (h, w, 3), if it was taken askew.

    None where the paper fills the picture, where nothing is clearly a sheet of four straight sides,
    and where opposite sides are about parallel: nothing is gained then. None, too, where part of
    the sheet lies in a shadow as dark as the desk.
    """
    height, width = pixels.shape[:2]
    small = _seen_small(pixels)
    corners = find_corners(small)
    if corners is None:
        return None
    corners = _inset(_in_order(corners * (width / small.shape[1], height / small.shape[0])))
    if _askew(corners) < _ASKEW:
        return None
    return _seen_from_above(corners, (width, height))


def _seen_small(pixels: Pixels) -> Pixels:
    """Return a picture in grey, its longer side ``SIDE`` pixels at most.

    Each pixel is the mean of some nine or more that it stands for: single ones are mostly
    grain, and a sheet was found at half the size that was not found at the whole.
    """
    height, width = pixels.shape[:2]
    step = max(1, max(height, width) // (_SAMPLES * SIDE))
    pixels = pixels[::step, ::step]
    scale = min(1.0, SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    picture = Image.fromarray(np.ascontiguousarray(pixels)).resize(size, Image.Resampling.BOX)
    return np.asarray(to_grey(np.asarray(picture)))


def _in_order(corners: Points) -> Points:
    """Return corners (4, 2) clockwise as the picture shows them, the upper left one first.

    That is the one from which the next side runs to the right.
    """
    middle = corners.mean(axis=0)
    away = corners - middle
    corners = corners[np.argsort(np.arctan2(away[:, 1], away[:, 0]))]
    sides = np.roll(corners, -1, axis=0) - corners
    return np.roll(corners, -int(np.argmax(sides[:, 0] / np.hypot(*sides.T))), axis=0)


def _inset(corners: Points) -> Points:
    middle = corners.mean(axis=0)
    inset: Points = middle + (corners - middle) * (1 - 2 * _INSET)
    return inset


def _askew(corners: Points) -> float:
    """Return how far from parallel opposite sides are, the larger of both angles in degrees."""
    sides = np.roll(corners, -1, axis=0) - corners
    ways = np.rad2deg(np.arctan2(sides[:, 1], sides[:, 0]))
    apart = ways[:2] - ways[2:] - 180.0
    return float(np.abs((apart + 180.0) % 360.0 - 180.0).max())


def _seen_from_above(corners: Points, picture: Size) -> Sheet | None:
    """Return the sheet with these corners, clockwise from the upper left."""
    aspect = _aspect(corners, picture)
    if not _ASPECTS[0] <= aspect <= _ASPECTS[1]:
        return None
    lengths = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    # As large as its nearest side is seen, so that nothing written there loses pixels.
    width = max(float(lengths[[0, 2]].max()), float(lengths[[1, 3]].max()) * aspect)
    width = min(width, float(np.sqrt(MOST_PIXELS * aspect)))
    size = (max(round(width), 8), max(round(width / aspect), 8))
    flat = np.array([(0, 0), (size[0], 0), size, (0, size[1])], float)
    return Sheet(tuple(homography(flat, corners).ravel().tolist()), size, picture)


def _aspect(corners: Points, picture: Size) -> float:
    """Return the width of a rectangle by its height, from its corners in a picture.

    Zhang and He 2007, Whiteboard scanning and image enhancement, section 3.3: square pixels, the
    optical axis through the middle. The focal length follows too, unless two sides are parallel;
    then it is a usual one.
    """
    longer = max(picture)
    centred = (corners - np.array(picture) / 2) / longer
    m1, m2, m4, m3 = np.column_stack([centred, np.ones(4)])
    k2 = np.cross(m1, m4) @ m3 / (np.cross(m2, m4) @ m3)
    k3 = np.cross(m1, m4) @ m2 / (np.cross(m3, m4) @ m2)
    across, down = k2 * m2 - m1, k3 * m3 - m1
    focal = _USUAL_FOCAL
    if abs(across[2] * down[2]) > 1e-3:
        square = -(across[0] * down[0] + across[1] * down[1]) / (across[2] * down[2])
        if square > 0:
            focal = float(np.clip(np.sqrt(square), *_FOCALS))
    lens = np.array((focal, focal, 1.0))
    return float(np.linalg.norm(across / lens) / np.linalg.norm(down / lens))


def _quarter(size: Size) -> Matrix:
    """Return the matrix that turns points of a picture of that size counter-clockwise."""
    return np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, size[0]], [0.0, 0.0, 1.0]])
