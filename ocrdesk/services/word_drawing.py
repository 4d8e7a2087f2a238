"""Words recorded as pen strokes, drawn as ink on paper."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.image_file import SourceImage, image_from_array
from ocrdesk.vision.strokes import Stroke, draw, placed, resample, smooth

LETTER = 48
"""Pixels that a letter is high, about."""
_LONGEST = 6000  # pixels of a picture's side
_PENS = (0.05, 0.12)  # of a letter's height, from a ballpoint to a felt pen
_PAPER, _INK = 235, 40  # grey
_STEP = 0.04  # between points of a long stroke, in letter heights


@dataclass(frozen=True, slots=True, eq=False)
class WordDrawing:
    """The strokes of a word in pixels of a picture, and the picture."""

    strokes: tuple[npt.NDArray[np.float64], ...]
    image: SourceImage


def draw_word(strokes: Sequence[Stroke], rng: np.random.Generator, *, name: str) -> WordDrawing:
    """Return a grey picture of the strokes with paper around them; ``rng`` draws the pen.

    Letters are about 48 pixels high; how high they are on the tablet the strokes tell, nine of
    ten of which are at most a letter high.
    """
    letter = letter_height(strokes)
    longer = float(np.ptp(np.concatenate(strokes), axis=0).max())
    side = LETTER if letter <= 0 else min(LETTER * longer / letter, _LONGEST)
    pen = LETTER * float(np.exp(rng.uniform(*np.log(_PENS))))
    drawn = [_smoothed(stroke, letter) for stroke in strokes]
    lines, shape = placed(drawn, height=round(side + pen), pen_width=pen, margin=LETTER)
    ink = draw(lines, shape, pen_width=pen)
    grey = _PAPER - ink.astype(np.float32) * ((_PAPER - _INK) / 255)
    return WordDrawing(tuple(lines), image_from_array(grey.round().astype(np.uint8), name))


def letter_height(strokes: Sequence[Stroke]) -> float:
    """Return how high letters are on the tablet: nine of ten strokes are at most that high."""
    height = float(np.ptp(np.concatenate(strokes)[:, 1]))
    return max(float(np.percentile([np.ptp(stroke[:, 1]) for stroke in strokes], 90)), height / 8)


def _smoothed(stroke: Stroke, letter: float) -> Stroke:
    """Return the stroke without the steps of the tablet's grid, evenly sampled.

    Longer ones than letters are sampled only: what `smooth` takes for one character's detail
    would be lost on them.
    """
    size = float(np.ptp(stroke, axis=0).max())
    if letter > 0 and size > 2 * letter:
        return resample(stroke, _STEP * letter)
    return smooth([stroke])[0]
