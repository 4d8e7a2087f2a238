"""A picture that a letter or two fill: looked at from afar, where strokes are thin again.

The usual look takes the paper from the middle of a window a twelfth of the picture wide, which a
stroke of such a letter fills. Here paper is what lies along the picture's edges and goes on evenly.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image
from scipy import ndimage

from ocrdesk.ink_settings import InkSettings
from ocrdesk.vision import preprocess
from ocrdesk.vision.components import Components, find_components, is_written, letter_height
from ocrdesk.vision.preprocess import Contrast, Grey, InkImage, Mask

_SIDE = 160  # pixels of the picture's longer side as it is seen from afar
_LEAST = 0.3  # of that side: lower letters are looked at as usual
_HIGH, _THICK = 0.6, 0.025  # of that side: letters, strokes that the usual look may lose
_SOLID = 0.3  # of a letter: what has no thinner strokes is none
_DARK = 0.3  # contrast of the ink: a soft shadow has less
_LOST = 0.3  # of the ink's contrast: what differs by more close up is finer than seen from afar
_MOST_LOST = 0.0005  # of the picture
_RIM = 0.03  # of the shorter side
_EVEN = 10.0  # grey levels from the even ground, at least, within which all is paper
_STEP = 2  # pixels between those that the ground is found by
_TERMS, _FLAT_TERMS = 6, 3  # of a surface


@dataclass(frozen=True, slots=True)
class LargeWriting:
    """Ink and components of a picture seen from afar, and the height of its letters there."""

    ink: InkImage
    components: Components
    height: float


def look_from_afar(working: Grey, scale: float, settings: InkSettings) -> LargeWriting | None:
    """Return the ink of a working image that few large letters fill, or None of any other.

    None also where there is anything that is too fine to be seen from afar.
    """
    smaller = min(_SIDE / max(working.shape), 1.0)
    grey, reached = preprocess.resized(Image.fromarray(working), smaller)
    side = max(grey.shape)
    ink = preprocess.find_ink(
        grey, scale * reached, reach=side // 2, settings=settings, paper=_even_ground(grey)
    )
    components = find_components(ink)
    height = letter_height(components)
    if height < _LEAST * side:
        return None
    drawn = is_written(components) & (components.heights > 0.5 * height)
    if not drawn.any():
        return None
    pen = float(np.median(components.pens[drawn]))
    if pen > _SOLID * height or not (height > _HIGH * side or pen > _THICK * side):
        return None
    if np.median(components.darkness[drawn]) < _DARK or _is_finer(working, grey, ink.mask):
        return None
    return LargeWriting(ink, components, height)


def _even_ground(grey: Grey) -> Contrast:
    """Return the brightness (h, w) of the ground that the picture's edges show.

    A surface of second degree through what is about as bright, found in a few rounds.
    """
    few = grey[::_STEP, ::_STEP].ravel().astype(np.float32)
    terms = _terms(grey.shape)[:, ::_STEP, ::_STEP].reshape(_TERMS, -1)
    rim = np.ones(grey.shape, bool)
    edge = max(_STEP, round(_RIM * min(grey.shape)))
    rim[edge:-edge, edge:-edge] = False
    chosen = rim[::_STEP, ::_STEP].ravel()
    # A surface that bends needs more to hold it than the edges: at first it is level, then flat.
    factors = np.zeros(_TERMS, np.float32)
    factors[0] = np.median(few[chosen])
    for degree_terms in (_FLAT_TERMS, _TERMS, _TERMS):
        away = np.abs(few - factors @ terms)
        even = chosen & (away <= max(_EVEN, 3.0 * float(np.median(away[chosen]))))
        known = terms[:degree_terms, even]
        factors[:degree_terms] = np.linalg.lstsq(known @ known.T, known @ few[even])[0]
        chosen = np.ones(len(few), bool)
    ground = np.tensordot(factors, _terms(grey.shape), 1)
    return np.clip(ground, 1.0, 255.0, out=ground)


@lru_cache(maxsize=8)  # of 1 MB each
def _terms(shape: tuple[int, int]) -> Contrast:
    """Return what a surface of second degree is the sum of, (6, h, w): the first three are flat."""
    down, across = np.meshgrid(
        *(np.linspace(-1, 1, side, dtype=np.float32) for side in shape), indexing="ij"
    )
    terms = np.stack([np.ones_like(down), across, down, across * down, across**2, down**2])
    terms.flags.writeable = False
    return terms


def _is_finer(working: Grey, grey: Grey, mask: Mask) -> bool:
    """Tell whether the picture holds strokes that are lost in what is seen of it from afar."""
    if working.shape == grey.shape or not mask.any() or mask.all():
        return False
    contrast = abs(float(grey[mask].mean()) - float(grey[~mask].mean()))
    size = (working.shape[1], working.shape[0])
    blurred = np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BILINEAR))
    edges = ndimage.binary_dilation(mask, iterations=2) & ~ndimage.binary_erosion(mask)
    around = np.asarray(Image.fromarray(edges).resize(size, Image.Resampling.NEAREST))
    away = np.abs(working.astype(np.int16) - blurred) > _LOST * contrast
    return bool((away & ~around).mean() > _MOST_LOST)
