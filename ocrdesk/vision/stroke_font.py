"""The skeletons as strokes: every character the project can write, in every way it knows."""

from functools import cache

import numpy as np

from ocrdesk.vision import skeletons
from ocrdesk.vision.strokes import Stroke, resample
from ocrdesk.vision.symbols import SYMBOLS

CAP_HEIGHT = 100.0
"""Distance from the base line (y = 100) up to the cap line (y = 0)."""

_STEP = 3.0
_SKELETONS = skeletons.CAPITALS | skeletons.DIGITS | skeletons.SMALL_LETTERS | skeletons.PUNCTUATION
CHARACTERS = "".join(_SKELETONS)
"""All characters with a skeleton; a space is written by moving on."""

Drawing = tuple[Stroke, ...]


@cache
def variants(character: str) -> tuple[Drawing, ...]:
    """Return the ways to write the character, most common first, as read-only strokes.

    Points are about 3 units apart in the frame of ``CAP_HEIGHT``. ``KeyError`` for a character
    without a skeleton, which signs of no charset have too.
    """
    return tuple(_drawing(text) for text in (SYMBOLS | _SKELETONS)[character])


def _drawing(text: str) -> Drawing:
    return tuple(_stroke(part) for part in text.split(" / "))


def _stroke(text: str) -> Stroke:
    """Return one stroke: a spline through each run of points between two sharp turns."""
    runs: list[list[tuple[float, float]]] = [[]]
    for token in text.split():
        x, y = token.rstrip("!").split(",")
        point = (float(x), float(y))
        runs[-1].append(point)
        if token.endswith("!"):
            runs.append([point])
    stroke = np.concatenate([_run(np.array(run, np.float32)) for run in runs])
    stroke.setflags(write=False)
    return stroke


def _run(points: Stroke) -> Stroke:
    """Return a line, or a cubic spline over the chord length of three points or more."""
    # Takes as long to import as all of ours, and windows open without drawing anything.
    from scipy.interpolate import CubicSpline  # noqa: PLC0415

    if len(points) < 3:
        return resample(points, _STEP)
    chords = np.hypot(*np.diff(points, axis=0).T)
    # The square root (centripetal) keeps tight bends from overshooting.
    knots = np.concatenate(([0.0], np.cumsum(np.sqrt(chords))))
    curve = CubicSpline(knots, points, bc_type="natural")
    fine = curve(np.linspace(0.0, knots[-1], 16 * len(points)))
    return resample(np.asarray(fine, np.float32), _STEP)
