"""Printed lines and squares taken off the paper, the letters that stand on them left whole.

A printed line is thin, smooth and goes on where letters do not. It is followed strip by strip, so
that it may bend as the paper does; where it was found, its own darkness is taken away and what a
pen added stays.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from ocrdesk.vision.components import Components
from ocrdesk.vision.preprocess import Contrast, InkImage, with_contrast
from ocrdesk.vision.rule_tracing import Rule, trace_rules

Floats = npt.NDArray[np.float64]

_SUSPECT = 0.12  # share of all strokes in lines longer or straighter than letters
_PIECES = 1500
_LONG = 0.2  # of the page's side: no letter is as large
_SMALLEST = 5  # pixels of a side: of fewer nothing can be told
_LEVEL = 3.0  # degrees within which lines are followed as they stand
_EDGES = 0.01, 0.03  # contrast from pixel to pixel that is an edge, at least
_FAINT = 0.25  # of a line's darkness: its edge
_DARKER = 1.35  # times as dark as its line is what a pen drew on it


def may_be_ruled(components: Components) -> bool:
    """Tell whether enough of the ink is long or straight to look for printed lines.

    So is ink in more pieces than a page has letters: faint lines break at every grain.
    """
    if not len(components) or len(components) > _PIECES:
        return len(components) > 0
    longer = np.maximum(components.widths, components.heights)
    shorter = np.minimum(components.widths, components.heights)
    strokes = components.areas / np.maximum(components.pens, 1.0)
    is_long = longer > _LONG * max(components.labels.shape)
    is_dash = (shorter <= 2 * components.pens + 1) & (longer >= 6 * components.pens)
    odd = (is_long & (longer > 12 * components.pens)) | is_dash
    return float(strokes[odd].sum()) > _SUSPECT * float(strokes.sum())


def without_rules(ink: InkImage, *, reach: int = 0) -> InkImage:
    """Return the ink without printed lines; the same object where there are none.

    ``reach`` is that of :func:`ocrdesk.vision.preprocess.find_ink`.
    """
    if min(ink.contrast.shape) < _SMALLEST:
        return ink
    angle = _rule_angle(ink.contrast)
    contrast = ink.contrast
    if abs(angle) <= _LEVEL:
        clean = _cleaned(contrast, ink.noise)
    else:
        clean = _cleaned_askew(contrast, ink.noise, angle)
    if clean is contrast:
        return ink
    return with_contrast(ink, clean, reach=reach)


def _rule_angle(contrast: Contrast) -> float:
    """Return by how many degrees, -45 to 45, lines or squares are turned clockwise.

    Edges of straight lines all have one direction, or two across each other; those of letters
    have many.
    """
    smooth = np.asarray(ndimage.gaussian_filter(contrast, 2.0), np.float32)
    down = (smooth[2:, 1:-1] - smooth[:-2, 1:-1])[::2]
    right = (smooth[1:-1, 2:] - smooth[1:-1, :-2])[::2]
    strength = np.hypot(down, right)
    # Dark letters must not hide the edges of faint lines.
    edge = strength > np.clip(0.3 * np.percentile(strength[::4, ::4], 99), *_EDGES)
    if not edge.any():
        return 0.0
    angles = np.rad2deg(np.arctan2(-right[edge], down[edge]))
    places = np.round((angles % 90.0) * 2).astype(np.int64) % 180
    counts = np.bincount(places, weights=np.minimum(strength[edge], 0.1), minlength=180)
    peak = int(np.argmax(ndimage.gaussian_filter1d(counts, 1.5, mode="wrap")))
    angle = peak / 2
    return angle - 90.0 if angle > 45.0 else angle


def _cleaned_askew(contrast: Contrast, noise: float, angle: float) -> Contrast:
    """Return the contrast without lines that are turned by ``angle`` degrees clockwise."""
    picture = Image.fromarray(contrast)
    level = np.asarray(picture.rotate(angle, Image.Resampling.BILINEAR, expand=True))
    clean = _cleaned(level, noise)
    if clean is level:
        return contrast
    height, width = contrast.shape
    gone = Image.fromarray(level - clean).rotate(-angle, Image.Resampling.BILINEAR, expand=True)
    left, top = (gone.width - width) // 2, (gone.height - height) // 2
    taken = np.asarray(gone.crop((left, top, left + width, top + height)))
    return np.where(taken > 0.4 * contrast, 0.0, contrast - taken).astype(np.float32)


def _cleaned(contrast: Contrast, noise: float) -> Contrast:
    """Return the contrast without lines that are about level or upright."""
    thickest = _thickest(contrast)
    across = _without(contrast, trace_rules(contrast, noise, thickest), noise)
    upright = np.ascontiguousarray(across.T)
    rules = trace_rules(upright, noise, thickest)
    if not rules:
        return across
    return np.ascontiguousarray(_without(upright, rules, noise).T)


def _without(contrast: Contrast, rules: list[Rule], noise: float) -> Contrast:
    """Return the contrast without the darkness of some rules.

    Ink lets as much of the light through as it would on bare paper, so what a pen added to a line
    is known. Beside ink a line stays as dark as that: a stroke that ends on it or crosses it is not
    cut off, though it be no darker than the line.
    """
    if not rules:
        return contrast
    columns = np.arange(contrast.shape[1])
    lines = [_line(contrast, rule, columns) for rule in rules]
    half = _half(lines, contrast)
    middles = np.stack([line.middles for line in lines])
    rows = np.rint(middles).astype(np.int64)
    printed = np.zeros_like(contrast)
    for offset in range(1 - half, half):
        at = np.clip(rows + offset, 0, len(contrast) - 1)
        away = rows + offset - middles
        own = np.stack([line.darkness(d) for line, d in zip(lines, away, strict=True)])
        printed[at, columns] = np.maximum(printed[at, columns], own)
    is_bare = contrast < _DARKER * printed + noise
    inked = np.where(is_bare, np.float32(0), contrast)
    edges = [np.clip(rows + offset, 0, len(contrast) - 1) for offset in (-half, half)]
    beside = np.maximum(*(inked[at, columns] for at in edges))
    clean = contrast.copy()
    for offset in range(1 - half, half):
        at = np.clip(rows + offset, 0, len(contrast) - 1)
        seen = contrast[at, columns]
        drawn = 1 - (1 - seen) / np.maximum(1 - printed[at, columns], 0.2)
        drawn[is_bare[at, columns]] = 0.0
        clean[at, columns] = np.clip(np.maximum(drawn, np.minimum(seen, beside)), 0.0, 1.0)
    return clean


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line column by column, and its darkness across.

    ``middles`` and ``levels`` (w,) are its row and contrast in each column, ``shares`` the parts of
    that contrast at some ``distances`` in pixels below its middle.
    """

    middles: Floats
    levels: Floats
    distances: Floats
    shares: Floats

    def darkness(self, distances: Floats) -> Floats:
        """Return the contrast (w,) of the line alone, that far below its middle in each column."""
        return np.asarray(self.levels * np.interp(distances, self.distances, self.shares))

    def half_width(self) -> float:
        """Return how far from its middle the line is dark."""
        return float(np.abs(self.distances[self.shares > _FAINT]).max(initial=0.0))


def _half(lines: list[_Line], contrast: Contrast) -> int:
    """Return how many rows off their middles all lines are bare."""
    widest = np.ceil(np.median([line.half_width() for line in lines])) + 2
    return int(np.clip(widest, 3, _reach(contrast) - 1))


def _thickest(contrast: Contrast) -> int:
    """Return how many rows a printed line fills at most."""
    return int(max(4, round(0.0035 * max(contrast.shape))))


def _reach(contrast: Contrast) -> int:
    return _thickest(contrast) + 2


def _line(contrast: Contrast, rule: Rule, columns: npt.NDArray[np.intp]) -> _Line:
    """Return a line with its exact middles, and its darkness between one row and the next.

    Where it lies in one column a quarter of a row lower than in another, both tell how dark it is
    at other distances from its middle (compare the slanted edge of ISO 12233).
    """
    middles = rule.rows(columns)
    reach = _reach(contrast)
    offsets = np.arange(-reach, reach + 1)
    own = columns[(columns >= rule.x[0]) & (columns <= rule.x[-1])][::3]
    rows = np.rint(middles[own]).astype(np.int64)
    off = rows - middles[own]
    seen = contrast[np.clip(rows + offsets[:, None], 0, len(contrast) - 1), own]
    quarters = np.minimum(((off + 0.5) * 4).astype(np.int64), 3)
    counts = np.bincount(quarters, minlength=4)
    parts = [quarters == place for place in np.flatnonzero(2 * counts >= counts.max())]
    distances = np.concatenate([offsets + off[part].mean() for part in parts])
    dark = np.concatenate([np.median(seen[:, part], axis=1) for part in parts])
    order = np.argsort(distances, kind="stable")
    distances, dark = distances[order], dark[order]
    dark = np.maximum(dark - min(dark[0], dark[-1]), 0.0)
    weights = np.maximum(dark - _FAINT * dark.max(), 0.0) * np.gradient(distances)
    shift = float(weights @ distances) / max(float(weights.sum()), 1e-6)
    shares = dark / max(float(dark.max()), 1e-6)
    return _Line(
        middles + shift, np.interp(columns, rule.x, rule.levels), distances - shift, shares
    )
