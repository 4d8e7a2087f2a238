"""Labelled characters as a page would show them: bitonal ink of any size, pen and pressure.

Training sees what reading sees: ink masks, not grey pictures. Strokes are drawn afresh at random
sizes, pens and slants; pictures are enlarged, bent a little, thickened or thinned, and cut at half
their darkness like the ink of a page.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from ocrdesk.vision.patches import Ink
from ocrdesk.vision.strokes import Stroke, distort, extent, render

PENS = (0.03, 0.17)
"""The finest and the widest pen, in heights of a letter."""
_PLAIN_HEIGHT = 56  # pixels of a character drawn without augmentation
_SMALL, _SMALL_SAMPLES, _SAMPLES = 40, 4, 2
"""Pixels below which a drawing is small, and samples a pixel along each axis: large ones are cut at
half their darkness, which two place to a quarter of a pixel."""


def ink_of_strokes(
    strokes: Sequence[Stroke],
    rng: np.random.Generator | None = None,
    *,
    letter: float | None = None,
    widest: float = PENS[1],
    strength: float = 1.0,
) -> Ink:
    """Return smoothed strokes as bitonal ink, 255 on 0; ``rng`` makes another hand of them.

    ``letter`` is the height of the hand's letters in the strokes' unit, which the pen goes by:
    dots and dashes are as thick as letters are. By default the character is such a letter.
    ``widest`` is the widest pen drawn, in heights of a letter; ``strength`` how far the other hand
    goes (`vision.strokes.distort`).
    """
    share = 1.0 if letter is None else extent(strokes)[1] / letter
    if rng is None:
        pen = 0.075 * _PLAIN_HEIGHT
        return _bitonal(render(strokes, height=_high(_PLAIN_HEIGHT, share, pen), pen_width=pen))
    height = int(np.exp(rng.uniform(np.log(18), np.log(90))))
    pen = max(1.0, height * float(np.exp(rng.uniform(np.log(PENS[0]), np.log(widest)))))
    drawn = render(
        distort(strokes, rng, strength=strength),
        height=_high(height, share, pen),
        pen_width=pen,
        samples=_SMALL_SAMPLES if height < _SMALL else _SAMPLES,
    )
    return _worn(drawn, rng, pen)


def _high(height: int, share: float, pen: float) -> int:
    """Return the longer side in pixels, pen included, of a mark that is a share of a letter."""
    return height if share == 1.0 else max(1, round((height - pen) * share + pen))


def ink_of_image(image: Ink, rng: np.random.Generator | None = None) -> Ink:
    """Return a small grey picture of a character (ink 255) as bitonal ink, enlarged to be cut.

    ``rng`` shears, turns and stretches it a little, and changes its pen.
    """
    height, width = image.shape
    factor = max(1.0, _PLAIN_HEIGHT / max(height, width))
    picture = Image.fromarray(image)
    size = (round(width * factor), round(height * factor))
    if rng is None:
        enlarged = picture.resize(size, Image.Resampling.BICUBIC)
        return _bitonal(np.asarray(enlarged))
    shear, turn, stretch = rng.uniform(-1, 1, 3) * (0.2, 0.12, 0.2)
    cos, sin = np.cos(turn), np.sin(turn)
    inverse = (
        np.array([[np.exp(stretch / 2), 0.0], [0.0, np.exp(-stretch / 2)]])
        @ np.array([[1.0, shear], [0.0, 1.0]])
        @ np.array([[cos, sin], [-sin, cos]])
    ) / factor
    side = int(max(size) * 1.5)
    middle = np.array([width / 2, height / 2]) - inverse @ np.array([side / 2, side / 2])
    bent = picture.transform(
        (side, side),
        Image.Transform.AFFINE,
        (inverse[0, 0], inverse[0, 1], middle[0], inverse[1, 0], inverse[1, 1], middle[1]),
        Image.Resampling.BICUBIC,
    )
    level = float(rng.uniform(80, 190))
    return _worn(np.asarray(bent), rng, 0.08 * _PLAIN_HEIGHT, level=level)


def _bitonal(ink: npt.NDArray[np.uint8], level: float = 127.0) -> Ink:
    """Return the ink above ``level`` of its darkest point's 255."""
    peak = max(float(ink.max()), 1.0)
    return np.where(ink > level * peak / 255, np.uint8(255), np.uint8(0))


def _worn(
    ink: npt.NDArray[np.uint8], rng: np.random.Generator, pen: float, *, level: float = 127.0
) -> Ink:
    """Return the ink as a camera and a threshold leave it: ragged edges, sometimes gaps."""
    kind = rng.random()
    if kind < 0.4:
        return _bitonal(ink, level)
    values = ink.astype(np.float32)
    grain = rng.standard_normal(ink.shape, np.float32)
    if kind < 0.8:
        values = ndimage.uniform_filter(values + 60 * grain, 3)
    else:
        # Uneven pressure: slow variation along the strokes that may break them.
        slow = ndimage.gaussian_filter(grain, max(1.0, 0.8 * pen))
        slow /= max(float(slow.std()), 1e-6)
        values = ndimage.uniform_filter(values + 20 * grain, 3) * np.clip(1 + 0.3 * slow, 0, 1.2)
    worn = _bitonal(np.clip(values, 0, 255).astype(np.uint8), level)
    return worn if worn.any() else _bitonal(ink)
