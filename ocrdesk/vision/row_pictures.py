"""The picture of a whole row: level, its letters of one size, everything else left out.

What the network of rows sees, in training and in reading. It keeps what patches of single glyphs
lose: how high a letter stands and what stands beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image

from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.vision.components import Cluster, Components

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]

_DEEPEST, _FLATTEST = 2.4, 4.3  # letters are so many times as high as their ink's deviation
_LONGEST = 1000  # letter heights; a ruled line alone would make letters of its pen's width
_FINER = 2  # times finer than the picture ink is sampled before it is averaged
_COARSEST = 0.5  # scale below which ink is averaged first, or thin strokes would be missed


@dataclass(frozen=True, slots=True)
class RowGeometry:
    """How pictures of rows are laid out, in pixels.

    ``height`` of the picture, ``letter`` of the letters in it, ``margin`` left and right of the
    ink; a column of the network's frames is ``stride`` pixels wide. ``ValueError`` for pictures
    that have no room for letters.
    """

    height: int = 48
    letter: int = 20
    margin: int = 6
    stride: int = 4

    def __post_init__(self) -> None:
        sizes = (self.height, self.letter, self.margin, self.stride)
        if not all(isinstance(size, int) for size in sizes):
            raise TypeError(f"row geometry in parts of pixels: {sizes}")
        if not 4 <= self.letter < self.height <= 256 or not 0 <= self.margin <= 64:
            raise ValueError(f"row geometry without room for letters: {sizes}")
        if not 1 <= self.stride <= self.letter:
            raise ValueError(f"frames wider than letters: {sizes}")


class RowPicture(NamedTuple):
    """The picture (height, width) of a row, ink 255 on 0, and where its columns come from.

    The left edge of column c is at ``left`` + c / ``scale`` along the row, in the pixels that
    `vision.pieces.span_of` gives.
    """

    pixels: Bytes
    left: float
    scale: float

    def columns(self, along: Floats) -> Floats:
        """Return at which columns places along the row lie, whole numbers at their left edges."""
        return (along - self.left) * self.scale


def draw_row(
    components: Components,
    clusters: Sequence[Cluster],
    *,
    angle: float,
    height: float,
    geometry: RowGeometry,
) -> RowPicture:
    """Return the picture of a row: the ink of its clusters alone, as `draw_ink` draws it."""
    box = enclosing(cluster.box for cluster in clusters)
    mask = _ink_of(components.labels[box.top : box.bottom, box.left : box.right], clusters)
    boxes = [cluster.box for cluster in clusters]
    return draw_ink(mask, box, boxes, angle=angle, height=height, geometry=geometry)


def draw_ink(
    mask: npt.NDArray[np.bool_],
    box: BoundingBox,
    boxes: Sequence[BoundingBox],
    *,
    angle: float,
    height: float,
    geometry: RowGeometry,
) -> RowPicture:
    """Return the picture of the ink (h, w) in a box, turned level and brought to size.

    ``angle`` (degrees) and ``height`` (pixels) are the row's, ``boxes`` those of its glyphs. A
    height that its ink belies is not believed: letters that run together make one high glyph of a
    word. The picture's middle lies halfway between the middle of the glyphs and that of the ink.
    Raises ``ValueError`` where there is no ink.
    """
    if not mask.any():
        raise ValueError("there is no ink to draw a row of")
    cos, sin = float(np.cos(np.deg2rad(angle))), float(np.sin(np.deg2rad(angle)))
    rows, columns = np.nonzero(mask)
    across = (rows + (box.top + 0.5)) * cos - (columns + (box.left + 0.5)) * sin
    deviation = max(float(across.std()), 0.1)
    letter = float(np.clip(height, _DEEPEST * deviation, _FLATTEST * deviation))
    along = (columns + (box.left + 0.5)) * cos + (rows + (box.top + 0.5)) * sin
    letter = max(letter, float(np.ptp(along)) / _LONGEST)
    middle = (_middle_of(boxes, cos, sin, letter) + float(across.mean())) / 2
    scale = geometry.letter / letter
    left = float(along.min()) - geometry.margin / scale
    width = int(np.ceil((float(along.max()) - left) * scale)) + geometry.margin
    top = middle - geometry.height / 2 / scale
    # Where the picture's corner lies in the mask, and one pixel's step there.
    corner = (left * cos - top * sin - box.left, left * sin + top * cos - box.top)
    pixels = _sampled(mask, corner, (cos / scale, sin / scale), (width, geometry.height))
    return RowPicture(pixels, left, scale)


def _ink_of(window: npt.NDArray[np.int32], clusters: Sequence[Cluster]) -> npt.NDArray[np.bool_]:
    """Return the clusters' ink among the labels (h, w) of a window."""
    wanted = np.zeros(int(window.max()) + 1, bool)
    for cluster in clusters:
        members = np.array(cluster.members) + 1
        wanted[members[members < len(wanted)]] = True
    inside: npt.NDArray[np.bool_] = wanted[window]
    return inside


def _middle_of(boxes: Sequence[BoundingBox], cos: float, sin: float, letter: float) -> float:
    """Return the middle of glyphs across the row; small marks count little."""
    centers = np.array([box.center for box in boxes])
    weights = [min(box.height / letter, 1.0) + 0.05 for box in boxes]
    return float(np.average(centers @ (-sin, cos), weights=weights))


def _sampled(
    mask: npt.NDArray[np.bool_],
    corner: tuple[float, float],
    step: tuple[float, float],
    size: tuple[int, int],
) -> Bytes:
    """Return the picture (height, width) whose pixels step through the mask from a corner.

    One pixel to the right is ``step`` (x, y) further in the mask. The darkest pixel becomes 255:
    thin strokes average out faint.
    """
    ink = Image.fromarray(mask.view(np.uint8) * np.uint8(255))
    (x, y), (dx, dy) = corner, step
    coarser = int(np.hypot(dx, dy) * _COARSEST)
    if coarser > 1:
        ink = ink.reduce(coarser)
        x, y, dx, dy = (value / coarser for value in (x, y, dx, dy))
    finer = _FINER if np.hypot(dx, dy) > 1 else 1
    moves = (dx / finer, -dy / finer, x, dy / finer, dx / finer, y)
    width, height = size
    larger = (width * finer, height * finer)
    picture = ink.transform(larger, Image.Transform.AFFINE, moves, Image.Resampling.BILINEAR)
    pixels = np.asarray(picture.reduce(finer) if finer > 1 else picture)
    darkest = max(int(pixels.max(initial=0)), 1)
    return np.asarray(np.rint(pixels * (255 / darkest)), np.uint8)
