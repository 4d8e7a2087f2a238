"""Words as other hands would have written them: strokes bent as a whole, pictures varied."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from ocrdesk.vision.row_pictures import Bytes
from ocrdesk.vision.strokes import Stroke, resample

_STEP = 0.045  # between points, in letter heights
_SHEAR, _ANGLE, _STRETCH = 0.3, 0.06, 0.25  # at most: shift of x per y, radians, log of the width
_LOOSE = 0.015  # standard deviation by which strokes move against one another, in letter heights
_WAVE, _BENDS = 0.04, 2.5  # how far and how often slow waves bend a word, by letter heights
_WIDER, _HIGHER, _SLANT, _UP = 0.25, 0.2, 0.25, 3.0
_THICKER, _SOFTER = 0.25, 0.5  # shares of pictures


def bent(
    strokes: Sequence[Stroke], rng: np.random.Generator, *, letter: float, strength: float = 1.0
) -> list[Stroke]:
    """Return a word's strokes slanted, turned, stretched and bent, letters ``letter`` high.

    All letters of a word change alike but for slow waves, as they do from hand to hand;
    ``strength`` is how far.
    """
    if letter <= 0:
        return list(strokes)
    sampled = [resample(stroke, _STEP * letter) for stroke in strokes]
    points = np.concatenate(sampled).astype(np.float64) / letter
    points -= points.min(axis=0)
    counts = [len(stroke) for stroke in sampled]
    limits = np.array([_SHEAR, _ANGLE, _STRETCH]) * strength
    shear, angle, stretch = rng.uniform(-limits, limits).tolist()
    loose = rng.normal(0, _LOOSE * strength, (len(counts), 2))
    points += np.repeat(loose, counts, axis=0)
    waves = np.sin(points @ rng.normal(0, _BENDS, (2, 4)) + rng.uniform(0, 2 * np.pi, 4))
    points += _WAVE * strength * (waves[:, :2] + waves[:, 2:])
    cos, sin, wide = np.cos(angle), np.sin(angle), np.exp(stretch / 2)
    slant = np.array([[1.0, 0.0], [-shear, 1.0]])
    moved = points @ np.diag([wide, 1 / wide]) @ slant @ np.array([[cos, sin], [-sin, cos]])
    return np.split((moved * letter).astype(np.float32), np.cumsum(counts)[:-1])


def varied(pixels: Bytes, rng: np.random.Generator) -> Bytes:
    """Return the picture of a row (height, width) wider or narrower, slanted, moved, by other pens.

    The height stays; what is moved out of the picture is lost, as in reading.
    """
    height, width = pixels.shape
    wider, higher = np.exp(rng.uniform((-_WIDER, -_HIGHER), (_WIDER, _HIGHER))).tolist()
    slant, up, pen = rng.uniform((-_SLANT, -_UP, 0.0), (_SLANT, _UP, 1.0)).tolist()
    size = (max(height // 2, int(width * wider)), height)
    x = (width - size[0] / wider - slant * height) / 2
    y = (height - height / higher) / 2 + up
    moves = (1 / wider, slant, x, 0.0, 1 / higher, y)
    picture = Image.fromarray(pixels).transform(
        size, Image.Transform.AFFINE, moves, Image.Resampling.BILINEAR
    )
    if pen < _THICKER:
        picture = picture.filter(ImageFilter.MaxFilter(3))
    elif pen < _SOFTER:
        picture = picture.filter(ImageFilter.GaussianBlur(0.7))
    result: npt.NDArray[np.uint8] = np.asarray(picture)
    return result
