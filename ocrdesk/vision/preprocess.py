"""Grey image to ink mask: paper flattened, ink found by half its own darkness, polarity decided.

What counts as ink is told by ``thresholds``; here the paper under it is estimated, and what lies
around the sheet left out.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from ocrdesk.ink_settings import AUTOMATIC, InkSettings
from ocrdesk.vision.denoising import denoised, without_grain
from ocrdesk.vision.desks import Desk, find_desk
from ocrdesk.vision.surroundings import find_filling, without_filling
from ocrdesk.vision.thresholds import ink_mask

Grey = npt.NDArray[np.uint8]
Contrast = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

WORKING_SIDE = 1600
"""Longer side in pixels of the image that the page is first looked at in."""

MOST_PIXELS = 24_000_000
"""What is looked at at once at most: a second or two, and half a gigabyte."""

_STRIP = 128  # rows
_FEW = 512  # values
_BLOCK = 8  # the paper is estimated on blocks of this many pixels a side


@dataclass(frozen=True, slots=True)
class InkImage:
    """The ink of a page at working scale.

    ``contrast`` (h, w) float32 is the darkness relative to the paper (0 paper, 1 black), ``mask``
    (h, w) bool the ink. A point of the source is ``scale`` times as far out in the working image.
    ``is_inverted`` tells that the writing is lighter than its ground; ``settings`` are what it was
    found by.
    """

    contrast: Contrast
    mask: Mask
    scale: float
    is_inverted: bool
    noise: float
    settings: InkSettings = AUTOMATIC


def to_grey(pixels: npt.NDArray[np.uint8]) -> Image.Image:
    """Return a Pillow grey image of ``pixels`` (h, w) or (h, w, 3)."""
    return Image.fromarray(_levels(pixels))


def _levels(pixels: npt.NDArray[np.uint8]) -> Grey:
    """Return the grey levels (h, w) of ``pixels``.

    Colour goes strip by strip: Pillow's copy of a whole photo with four bytes a pixel fits into no
    cache, and takes two thirds of the time.
    """
    if pixels.ndim == 2:
        return pixels
    grey = np.empty(pixels.shape[:2], np.uint8)
    for top in range(0, len(pixels), _STRIP):
        strip = slice(top, top + _STRIP)
        grey[strip] = np.asarray(Image.fromarray(pixels[strip]).convert("L"))
    return grey


def clean_grey(pixels: npt.NDArray[np.uint8], settings: InkSettings = AUTOMATIC) -> Image.Image:
    """Return the grey image that ink is sought in: of ``pixels``, without their grain.

    Where ``settings`` smooth they do it alone, and later: as strongly as a person asked for.
    """
    levels = _levels(pixels)
    return Image.fromarray(levels if settings.denoise else without_grain(levels))


def working_image(grey: Image.Image, side: int = WORKING_SIDE) -> tuple[Grey, float]:
    """Return the image reduced so that its longer side is about ``side``, and the scale.

    Of a long strip the shorter side is about half of ``side`` instead: a receipt or a panorama is
    written no larger than a page of its width. Images smaller than that are enlarged at most twice:
    strokes of one pixel have no width to measure.
    """
    scale = min(max(side / max(grey.size), side / 2 / min(grey.size)), 2.0)
    return resized(grey, min(scale, largest_scale(grey)))


def largest_scale(grey: Image.Image) -> float:
    """Return the scale at which the image has as many pixels as are looked at in one piece."""
    return float(np.sqrt(MOST_PIXELS / (grey.width * grey.height)))


def resized(grey: Image.Image, scale: float) -> tuple[Grey, float]:
    """Return the image scaled by about ``scale``, and the scale reached with whole pixels.

    Smaller ones are means of halves of halves, then mixed linearly: so an image and its half come
    out alike, where one kind below some scale and another above sees one of them sharper.
    """
    width = max(1, round(grey.width * scale))
    height = max(1, round(grey.height * scale))
    if (width, height) == grey.size:
        return np.asarray(grey), 1.0
    reached = max(width, height) / max(grey.size)
    if scale >= 1.0:
        return np.asarray(grey.resize((width, height), Image.Resampling.BICUBIC)), reached
    halving = 2 ** int(np.log2(1.0 / scale))
    box = (0.0, 0.0, grey.width / halving, grey.height / halving)
    small = grey.reduce(halving) if halving > 1 else grey
    return np.asarray(small.resize((width, height), Image.Resampling.BILINEAR, box)), reached


def find_ink(
    grey: Grey,
    scale: float,
    *,
    reach: int = 0,
    settings: InkSettings = AUTOMATIC,
    paper: Contrast | None = None,
) -> InkImage:
    """Return the ink of a working image.

    ``reach`` is the distance in pixels over which a pen is expected to keep its darkness, about a
    letter; 0 chooses a twentieth of the longer side, as far as that is a page's and not a strip's.
    ``paper`` is its brightness (h, w) where it is known.
    """
    grey = denoised(grey, settings.denoise, scale)
    filling = find_filling(grey) if paper is None else None
    if filling is not None:
        grey = without_filling(grey, filling)
    paper = estimate_paper(grey) if paper is None else paper
    is_inverted = _is_light_on_dark(grey, paper)
    ground = paper
    if is_inverted:
        grey = 255 - grey
        ground = 255.0 - paper
    desk = find_desk(paper, grey) if not is_inverted else None
    if desk is not None:
        ground = estimate_paper(grey, desk)
    level = max(float(np.percentile(ground[::4, ::4], 90)) * 0.35, 16.0)
    contrast = ground - grey
    contrast /= np.maximum(ground, level)
    np.clip(contrast, 0.0, 1.0, out=contrast)
    if desk is not None:
        contrast[desk.mask] = 0.0
    if filling is not None:
        contrast[filling] = 0.0
    noise = _noise(grey, ground, level)
    mask = ink_mask(contrast, reach or _usual_reach(contrast), noise, settings)
    return InkImage(contrast, mask, scale, is_inverted, noise, settings)


def with_contrast(ink: InkImage, contrast: Contrast, *, reach: int = 0) -> InkImage:
    """Return the ink found anew in a contrast that was changed; ``reach`` as in ``find_ink``."""
    reach = reach or _usual_reach(contrast)
    return replace(ink, contrast=contrast, mask=ink_mask(contrast, reach, ink.noise, ink.settings))


def _usual_reach(contrast: Contrast) -> int:
    """Return about how many pixels high a letter may be where nothing else tells."""
    page_side = min(max(contrast.shape), max(2 * min(contrast.shape), WORKING_SIDE))
    return max(12, int(page_side) // 20)


def estimate_paper(grey: Grey, desk: Desk | None = None) -> Contrast:
    """Return the brightness of the paper under the ink, (h, w) float32; it goes on over a ``desk``.

    The median over a neighbourhood much wider than a stroke, on blocks, then interpolated.
    """
    height, width = grey.shape
    image = Image.fromarray(grey)
    small = image.resize(
        (max(1, -(-width // _BLOCK)), max(1, -(-height // _BLOCK))), Image.Resampling.BOX
    )
    blocks = np.asarray(small)
    if desk is not None:
        blocks = np.where(desk.touched, desk.around, blocks)
    window = max(5, min(25, (max(blocks.shape) // 12) | 1))
    # Blocks brighter than the median are surely paper; under the writing the median is a little
    # low, so the mean of the brighter half is taken there.
    smooth = ndimage.uniform_filter(_medians(blocks, window), 5, mode="nearest")
    if desk is not None:
        smooth = np.minimum(smooth, desk.brightest)
    return np.asarray(
        Image.fromarray(smooth).resize((width, height), Image.Resampling.BILINEAR), np.float32
    )


def _medians(blocks: Grey, window: int) -> Contrast:
    """Return the median around every other block, float32; ``window`` is odd.

    So wide a median changes little from block to block, and a quarter of them takes a quarter of
    the time. Of few values float32 are sorted faster than bytes, of many half as fast (NumPy 2.4).
    """
    kind = np.float32 if window**2 <= _FEW else np.uint8
    padded = np.pad(blocks.astype(kind), window // 2, mode="edge")
    around = np.lib.stride_tricks.sliding_window_view(padded, (window, window))[::2, ::2]
    rows, columns = around.shape[:2]
    values = around.copy().reshape(rows * columns, window * window)
    middle = values.shape[1] // 2
    values.partition(middle, axis=1)
    medians = values[:, middle].reshape(rows, columns).astype(np.float32)
    whole = np.repeat(np.repeat(medians, 2, axis=0), 2, axis=1)
    return whole[: blocks.shape[0], : blocks.shape[1]]


def _is_light_on_dark(grey: Grey, paper: Contrast) -> bool:
    """Tell whether the strong deviations from the ground are bright ones."""
    step = max(1, max(grey.shape) // 400)
    difference = grey[::step, ::step].astype(np.float32) - paper[::step, ::step]
    dark, bright = np.percentile(difference, (0.5, 99.5))
    ground = float(np.median(paper[::step, ::step]))
    if ground > 140:
        # On light paper bright marks are glare, unless they are far stronger than anything dark.
        return bool(bright > 4 * -dark and bright > 60)
    return bool(bright > 1.3 * -dark and bright > 24)


def _noise(grey: Grey, ground: Contrast, level: float) -> float:
    """Return the standard deviation of the paper's contrast, from the lighter side of it.

    Ink darkens only, so deviations towards bright are noise alone.
    """
    step = max(1, max(grey.shape) // 600)
    small = np.maximum(ground[::step, ::step], level)
    lighter = (grey[::step, ::step] - small) / small
    lighter = lighter[lighter > 0]
    return float(np.sqrt(np.mean(np.minimum(lighter, 0.2) ** 2))) if lighter.size else 0.0
