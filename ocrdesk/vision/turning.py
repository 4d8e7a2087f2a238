"""Ink turned level: a working image turned by any angle, and the way back to where it came from.

Quarter turns are exact. Other angles interpolate the ink's edges once; rows that are level by
then are joined, cut and read without any further turning.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from ocrdesk.vision.preprocess import InkImage

Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where points of a turned image come from: ``linear`` (2, 2) times x, y, plus ``offset`` (2,).

    Both are plain tuples, so that placements compare and hash.
    """

    linear: tuple[tuple[float, float], tuple[float, float]] = ((1.0, 0.0), (0.0, 1.0))
    offset: tuple[float, float] = (0.0, 0.0)

    @property
    def angle(self) -> float:
        """The direction in degrees, clockwise, that level rows of the turned image come from."""
        (a, _), (c, _) = self.linear
        return float(np.rad2deg(np.arctan2(c, a)))

    def back(self, points: Points) -> Points:
        """Return where points (n, 2) of the turned image come from."""
        moved: Points = points @ np.array(self.linear).T + np.array(self.offset)
        return moved

    def forth(self, points: Points) -> Points:
        """Return where points (n, 2) of the original are in the turned image."""
        inverse = np.linalg.inv(np.array(self.linear))
        moved: Points = (points - np.array(self.offset)) @ inverse.T
        return moved

    def moved(self, x: float, y: float) -> "Placement":
        """Return the placement with the original moved by x, y."""
        return replace(self, offset=(self.offset[0] + x, self.offset[1] + y))

    def lowered(self, rows: int) -> "Placement":
        """Return the placement of the same image ``rows`` pixels further down."""
        step = np.array(self.linear) @ (0.0, float(rows))
        x, y = np.array(self.offset) - step
        return replace(self, offset=(float(x), float(y)))


LEVEL = Placement()


def within(outline: Points, shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Tell which pixels (h, w) have their middle inside a convex outline.

    ``outline`` (n, 2) has the corners x, y one after the other, clockwise as the picture shows it.
    """
    x, y = np.arange(shape[1]) + 0.5, np.arange(shape[0])[:, None] + 0.5
    inside = np.ones((shape[0], shape[1]), bool)
    for (left, top), (right, bottom) in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        inside &= (right - left) * (y - top) >= (bottom - top) * (x - left)
    return inside


def quarter_turned(ink: InkImage, quarters: int) -> InkImage:
    """Return the ink turned counter-clockwise by that many right angles, exactly."""
    if quarters % 4 == 0:
        return ink
    return replace(
        ink,
        contrast=np.ascontiguousarray(np.rot90(ink.contrast, quarters)),
        mask=np.ascontiguousarray(np.rot90(ink.mask, quarters)),
    )


def turned(ink: InkImage, angle: float) -> tuple[InkImage, Placement]:
    """Return the ink turned so that rows that fall by ``angle`` degrees are level.

    The image grows so that nothing is cut off. Off the ink there is no contrast: nobody asks for
    it, and to turn that of a whole page takes as long as turning its ink.
    """
    height, width = ink.mask.shape
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    size = (
        int(np.ceil(abs(width * cos) + abs(height * sin))),
        int(np.ceil(abs(height * cos) + abs(width * sin))),
    )
    linear = ((float(cos), float(-sin)), (float(sin), float(cos)))
    middle = np.array(linear) @ (size[0] / 2, size[1] / 2)
    offset = (float(width / 2 - middle[0]), float(height / 2 - middle[1]))
    placement = Placement(linear, offset)
    picture = Image.fromarray(ink.mask.astype(np.uint8) * np.uint8(255))
    mask = np.asarray(_moved(picture, size, placement)) > 127
    rows, columns = np.divmod(np.flatnonzero(mask), size[0])
    contrast = np.zeros(mask.shape, np.float32)
    contrast[rows, columns] = _between(ink.contrast, columns, rows, placement)
    return replace(ink, mask=mask, contrast=contrast), placement


def upright(mask: npt.NDArray[np.bool_], angle: float) -> npt.NDArray[np.uint8]:
    """Return a mask (h, w) as ink, 255 on 0, turned so that a row of that angle would be level."""
    ink = mask.astype(np.uint8) * np.uint8(255)
    if abs(angle) < 1.5:
        return ink
    return np.asarray(Image.fromarray(ink).rotate(angle, Image.Resampling.BILINEAR, expand=True))


def _moved(picture: Image.Image, size: tuple[int, int], placement: Placement) -> Image.Image:
    """Return the picture that shows at each pixel what is at the place it comes from."""
    (a, b), (c, d) = placement.linear
    x, y = placement.offset
    return picture.transform(
        size, Image.Transform.AFFINE, (a, b, x, c, d, y), Image.Resampling.BILINEAR
    )


def _between(
    values: npt.NDArray[np.float32],
    columns: npt.NDArray[np.intp],
    rows: npt.NDArray[np.intp],
    placement: Placement,
) -> Points:
    """Return the values (h, w) where pixels of the turned image come from, as Pillow does."""
    (a, b), (c, d) = placement.linear
    x, y = placement.offset
    across = a * (columns + 0.5) + b * (rows + 0.5) + x - 0.5
    down = c * (columns + 0.5) + d * (rows + 0.5) + y - 0.5
    places = (down, across)
    found = ndimage.map_coordinates(values, places, np.float64, order=1, mode="nearest")
    return np.asarray(found, np.float64)
