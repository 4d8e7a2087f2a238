"""Ink that is no character: halves of letters, two letters joined, drawings, foreign signs.

A reader that proposes cuts must also recognise what bad cuts leave behind. These are made from
labelled strokes, as cuts and joins on pages would leave them: parts of a letter, two letters that
touch, a letter with a piece of its neighbour, and things that were never writing.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.drawings import drawing, wandering
from ocrdesk.vision.patches import Ink
from ocrdesk.vision.samples import ink_of_strokes
from ocrdesk.vision.stroke_font import variants
from ocrdesk.vision.strokes import Stroke, distort, extent

Strokes = Sequence[Stroke]
_FOREIGN = 0.2  # share of signs that no charset holds, where any are known
_SKETCHING_PEN = 0.09  # letter heights: wider ones fill a drawing, and a blob may be anything
_STROKE_LIKE = 0.22  # standard deviations across and along: narrower parts may be I, 1 or l


def fragment(
    draw: Callable[[], Strokes], rng: np.random.Generator, *, foreign: Sequence[str] = ()
) -> Ink:
    """Return the ink of something that is no character, bitonal (h, w) uint8.

    ``draw`` returns the strokes of a character chosen at random, in any unit; ``foreign`` are
    signs with a skeleton that the charset does not hold. Parts that might be a character by
    chance (bare strokes) are drawn again.
    """
    if len(foreign) and rng.random() < _FOREIGN:
        return ink_of_strokes(foreign_sign(foreign, rng), rng)
    for _ in range(20):
        kind = rng.random()
        if kind < 0.33:
            ink = _part(draw(), rng)
        elif kind < 0.58:
            ink = ink_of_strokes(_side_by_side(draw(), draw(), rng), rng)
        elif kind < 0.76:
            ink = _with_a_neighbour(draw(), draw(), rng)
        elif kind < 0.82:
            ink = ink_of_strokes(scribble(rng), rng)
        else:
            ink = ink_of_strokes(drawing(rng), rng, widest=_SKETCHING_PEN)
        if _is_wide_enough(ink):
            return ink
    return ink_of_strokes(scribble(rng), rng)


def foreign_sign(signs: Sequence[str], rng: np.random.Generator) -> list[Stroke]:
    """Return the strokes of one of the signs, as somebody might write it.

    Its capitals are `CAP_HEIGHT` high and stand on a line that far below y = 0.
    """
    forms = variants(signs[int(rng.integers(len(signs)))])
    form = forms[int(rng.integers(len(forms)))]
    middle = np.concatenate(form).mean(axis=0)
    return [stroke + middle for stroke in distort(form, rng)]


def _is_wide_enough(ink: Ink) -> bool:
    """Tell whether the ink is neither a bare stroke, in any direction, nor next to nothing."""
    places = np.argwhere(ink)
    if len(places) < 12:
        return False
    narrow, wide = np.sqrt(np.maximum(np.linalg.eigvalsh(np.cov(places.T)), 0.0))
    return bool(narrow >= _STROKE_LIKE * wide)


def _part(strokes: Strokes, rng: np.random.Generator) -> Ink:
    """Return the left or right part of a letter, cut where cuts go: along a steep line."""
    ink = ink_of_strokes(strokes, rng)
    at, lean, is_left = rng.uniform(0.3, 0.7), rng.uniform(-0.3, 0.3), rng.random() < 0.5
    return _on_one_side(ink, at, lean, is_left=bool(is_left))


def _on_one_side(ink: Ink, at: float, lean: float, *, is_left: bool) -> Ink:
    """Return the ink on one side of a line through ``at`` (share of the width) that leans."""
    columns = np.flatnonzero(ink.any(axis=0))
    if not len(columns):
        return ink
    height = ink.shape[0]
    place = columns[0] + at * (columns[-1] - columns[0])
    edge = place + lean * (np.arange(height)[:, None] - height / 2)
    beside = np.arange(ink.shape[1]) < edge
    return np.where(beside if is_left else ~beside, ink, np.uint8(0))


def _side_by_side(first: Strokes, second: Strokes, rng: np.random.Generator) -> list[Stroke]:
    """Return two letters beside one another, of about one height, close or touching."""
    left, right = _of_height_one(first, rng), _of_height_one(second, rng)
    end = max(float(stroke[:, 0].max()) for stroke in left)
    gap = rng.normal(0.0, 0.08)
    drop = np.float32(rng.normal(0.0, 0.06))
    shift = np.array([end + gap, drop], np.float32)
    return [*left, *(stroke + shift for stroke in right)]


def _of_height_one(strokes: Strokes, rng: np.random.Generator) -> list[Stroke]:
    low, size = extent(strokes)
    scale = rng.uniform(0.85, 1.15) / (size or 1.0)
    return [((stroke - low) * scale).astype(np.float32) for stroke in strokes]


def _with_a_neighbour(letter: Strokes, other: Strokes, rng: np.random.Generator) -> Ink:
    """Return a letter together with the nearer part of the one beside it."""
    is_left = bool(rng.random() < 0.5)
    pair = _side_by_side(letter, other, rng) if is_left else _side_by_side(other, letter, rng)
    ink = ink_of_strokes(pair, rng)
    at = rng.uniform(0.65, 0.85) if is_left else rng.uniform(0.15, 0.35)
    return _on_one_side(ink, at, rng.uniform(-0.2, 0.2), is_left=is_left)


def scribble(rng: np.random.Generator) -> list[Stroke]:
    """Return a smooth aimless line in any unit, sometimes crossing itself."""
    count = int(rng.integers(4, 9))
    knots: npt.NDArray[np.float64] = np.cumsum(rng.normal(0, 1, (count, 2)), axis=0)
    return [wandering(knots, 12, 13).astype(np.float32)]
