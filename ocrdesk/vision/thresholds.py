"""Contrast to ink: the levels that a pixel's darkness is compared with, three ways.

``stroke`` follows each pen: a pixel is ink where its contrast to the paper is at least half of the
strongest contrast within a letter's reach, and above the paper's own noise. Half maximum keeps
stroke widths right for faint and dark pens alike. ``surroundings`` (Wolf
and Jolion 2004, after Sauvola) adapts the level to mean and standard deviation around, measured by
the darkest ink and the largest deviation of the page; no darkest stroke nearby hides a faint one.
``page`` (Otsu 1979) parts all pixels by one level, which suits an even scan that nothing else is
right for.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ocrdesk.ink_settings import InkSettings, Threshold
from ocrdesk.vision.neighbourhoods import between_blocks, halved, mean_of_nine, smooth_maximum

Contrast = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

_ABOVE_GRAIN = 4.0  # times the third quartile of the paper's contrast: 2.7 standard deviations
_FAINTEST = 0.17  # of the darkest ink within a letter's reach: fainter marks are not ink
_HALF = 0.45  # of its stroke's darkness, which is smoothed
_LEANING = 0.5  # Wolf's k
_DARKEST = 99.9  # percent of the pixels are lighter than what counts as the darkest ink
_LEVELS = 256


def ink_mask(contrast: Contrast, reach: int, noise: float, settings: InkSettings) -> Mask:
    """Return where there is ink (h, w) bool in a contrast (h, w), 0 paper to 1 black.

    ``reach`` is the distance in pixels over which a pen keeps its darkness, about a letter;
    ``noise`` the standard deviation of the paper's contrast.
    """
    return _WAYS[settings.threshold](contrast, reach, noise, settings.faintness)


def _by_stroke(contrast: Contrast, reach: int, noise: float, faintness: float) -> Mask:
    """Return where ``contrast`` exceeds half of the strongest, smoothed, of its stroke.

    A stroke's own neighbourhood is a few pen widths, so that a faint stroke beside a dark one
    keeps its middle; a part of the strongest contrast within ``reach`` keeps compression noise
    around dark pens out.
    """
    smooth = mean_of_nine(contrast)
    halves = halved(smooth)
    stroke = smooth_maximum(halves, max(2, reach // 8) // 2)
    letter = smooth_maximum(halved(halves), reach // 4)
    # Nearly all is paper, and looked at no further.
    smooth += contrast
    levels = smooth.ravel()
    floor = max(3.5 * noise, 0.05) * faintness
    if faintness < 1:  # else grain becomes ink where fainter ink is asked for
        floor = max(floor, _ABOVE_GRAIN * float(np.percentile(levels[::16], 75)) / 2)
    possible = np.flatnonzero(levels > 2 * floor)
    # A stroke's edge is where it is half as dark, however faint it may be: widths change less.
    half = _HALF * faintness**0.5
    for peaks, block, share in ((letter, 4, _FAINTEST * faintness), (stroke, 2, half)):
        rows, columns = np.divmod(possible, contrast.shape[1])
        least = 2 * share * between_blocks(peaks, block, rows, columns)
        possible = possible[levels[possible] > least]
    return _mask_of(possible, contrast)


def _by_surroundings(contrast: Contrast, reach: int, noise: float, faintness: float) -> Mask:
    """Return where it is darker than mean and spread of the square around allow.

    The square is twice as wide as ``reach``. Even paper has next to no spread, and its noise is no
    ink however small the level.
    """
    width = 2 * reach + 1
    mean = ndimage.uniform_filter(contrast, width, mode="nearest")
    square = ndimage.uniform_filter(contrast * contrast, width, mode="nearest")
    spread = np.sqrt(np.maximum(square - mean * mean, 0.0))
    darkest = max(float(np.percentile(contrast[::2, ::2], _DARKEST)), 0.05)
    share = np.float32(min(_LEANING * faintness, 0.95))
    widest = max(float(spread.max()), 1e-6)
    level = mean + share * (1 - spread / widest) * np.maximum(darkest - mean, 0.0)
    smooth = (mean_of_nine(contrast) + contrast) / 2
    above = smooth > np.maximum(level, max(2.5 * noise, 0.03) * faintness)
    return np.asarray(above, bool)


def _by_page(contrast: Contrast, reach: int, noise: float, faintness: float) -> Mask:
    """Return where it is darker than the level that parts all pixels best into two kinds."""
    from skimage.filters import threshold_otsu  # noqa: PLC0415 - takes long, and few ask for it

    del reach, noise
    smooth = (mean_of_nine(contrast) + contrast) / 2
    bins = (smooth.ravel() * (_LEVELS - 1)).astype(np.intp)
    counts = np.bincount(bins, minlength=_LEVELS)
    if np.count_nonzero(counts) < 2:  # nothing to part
        return np.zeros(contrast.shape, bool)
    level = threshold_otsu(hist=(counts, np.arange(_LEVELS)))  # type: ignore[no-untyped-call]
    return np.asarray(smooth > (float(level) + 0.5) / (_LEVELS - 1) * faintness, bool)


def _mask_of(places: npt.NDArray[np.intp], contrast: Contrast) -> Mask:
    mask = np.zeros(contrast.shape, bool)
    mask.ravel()[places] = True
    return mask


_WAYS: dict[Threshold, Callable[[Contrast, int, float, float], Mask]] = {
    Threshold.STROKE: _by_stroke,
    Threshold.SURROUNDINGS: _by_surroundings,
    Threshold.PAGE: _by_page,
}
