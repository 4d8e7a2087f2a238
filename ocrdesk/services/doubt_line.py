"""Where doubt begins if a person accepts a share of errors: the probability that follows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.page.elements import Glyph
from ocrdesk.services.own_reliability import Correction
from ocrdesk.services.review_pages import ReviewPage

LOWEST = 0.5
"""A letter that is more probably wrong than right is to be checked whatever a person accepts."""

_ALL = math.nextafter(1.0, 2.0)
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """Letters with a probability ``below`` this are to be checked.

    Of the ``left`` others the share ``expected`` is expected to be wrong; ``is_corrected`` tells
    that own letters corrected the probabilities.
    """

    below: float
    left: int
    expected: float
    is_corrected: bool = False


def doubt_line(
    pages: Sequence[ReviewPage], target: float, correction: Correction | None = None
) -> DoubtLine:
    """Return the lowest line at which no more than ``target`` of what it leaves is expected wrong.

    That is a share of the letters of all pages that nobody confirmed and that the line leaves
    unchecked: the mean of what their probabilities, as they are or corrected, lack to 1. What
    cannot be read is to be checked wherever the line is.
    """
    said = probabilities(pages)
    said = -np.sort(-said[said >= LOWEST])
    if not len(said):
        return DoubtLine(LOWEST, 0, 0.0, correction is not None)
    wrong = 1 - (said if correction is None else correction(said))
    means = np.cumsum(wrong) / np.arange(1, len(said) + 1)
    # A line parts no letters of the same probability.
    is_edge = np.append(said[1:] < said[:-1], True)  # an element, not a flag
    fits = np.flatnonzero(is_edge & (means <= target + _ROUNDING))
    if not len(fits):
        return DoubtLine(_ALL, 0, 0.0, correction is not None)
    last = int(fits[-1])
    below = LOWEST if last == len(said) - 1 else float(said[last])
    return DoubtLine(below, last + 1, float(means[last]), correction is not None)


def parts_alike(pages: Sequence[ReviewPage], one: float, other: float) -> bool:
    """Tell whether two lines leave the same letters of these pages unchecked."""
    said = probabilities(pages)
    return int((said < one).sum()) == int((said < other).sum())


def probabilities(pages: Sequence[ReviewPage]) -> npt.NDArray[np.float64]:
    """Return the probability of every letter that was read and that nobody confirmed (n,)."""
    said = [glyph.probability for page in pages for glyph in page.page.glyphs if _is_open(glyph)]
    return np.array(said, np.float64)


def _is_open(glyph: Glyph) -> bool:
    return bool(glyph.predictions) and not glyph.is_confirmed and not glyph.is_unreadable
