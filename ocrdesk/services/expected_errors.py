"""How many letters are wrong by what the reader says itself, where it can know.

Probabilities alone tell too few: letters, rows and words say much the same of a letter, and
multiplied as if each were a witness of its own they are three times as sure as they should be.
"""

from collections.abc import Collection, Generator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.page.elements import UNREADABLE, Glyph, Page
from ocrdesk.services.error_intervals import Counts, bounds_of, log_odds, number_of
from ocrdesk.services.progress import Progress
from ocrdesk.services.review_pages import ReviewPage, doubt

Floats = npt.NDArray[np.float64]

_OWN, _PAGE, _BESIDE = 0.288, 0.428, 1.10
"""Fitted once, on words and strips of writers who choose epochs, by print36 and print62 alike."""
_LEAST_SAID, _MOST_SAID = 1e-4, 1 - 1e-7
_LEAST_DOUBT = 0.002
_LUCK = 0.7  # standard deviation of log odds: a page as a whole is easier or harder than it seems
_CERTAIN = 1e-12
# A normal distribution in even steps: its tails are what an interval ends in, and Gauss's few
# nodes, made for means and variances, end it up to a fifth too high.
_STEPS = np.linspace(-3.6, 3.6, 19)
_SHARES = np.exp(-(_STEPS**2) / 2) / np.exp(-(_STEPS**2) / 2).sum()


class ExpectedErrors(NamedTuple):
    """How many letters are wrong to be expected, of how many.

    ``unconfirmed`` are all that nobody confirmed. ``unknowable`` of them are in letters that the
    reader does not know; they are in neither ``mean`` nor ``bounds``.
    """

    mean: float
    bounds: Counts
    unconfirmed: int
    letters: int
    unknowable: int = 0


def expect_errors(
    pages: Sequence[ReviewPage], unknown: Collection[int] = ()
) -> Generator[Progress, None, ExpectedErrors]:
    """Return how many letters are probably wrong, page by page.

    Not those of pages whose numbers are in ``unknown`` (`review_pages.believable`). The interval
    takes into account that letters of a page err together.
    """
    mean, numbers = 0.0, []
    unconfirmed = letters = unknowable = 0
    for place, page in enumerate(pages):
        yield Progress("Estimating", place / len(pages))
        letters += len(page.page.glyphs)
        own = chances_wrong(page.page)
        unconfirmed += len(own)
        if page.number in unknown:
            unknowable += len(own)
        else:
            mean += float(own.sum())
            numbers.append(number_on_page(own))
    yield Progress("Estimating", 1.0)
    return ExpectedErrors(mean, bounds_of(numbers), unconfirmed, letters, unknowable)


def chances_wrong(page: Page) -> Floats:
    """Return how probable it is for each letter that nobody confirmed to be wrong, (n,).

    Of letters that were read these are odds to the power of some 0.3 (Platt 1999, "Probabilistic
    outputs for support vector machines"), times those of the page: where its other letters are
    doubtful, sure ones are wrong more often, too. What the reader first said of letters that were
    confirmed since tells that as well. Unreadable ink is wrong if it is a letter after all.
    """
    doubts = [1 - glyph.predictions[0].probability for glyph in page.glyphs if _is_read(glyph)]
    beside = np.log(np.mean(doubts) + _LEAST_DOUBT) if doubts else 0.0
    unconfirmed = [glyph for glyph in page.glyphs if not glyph.is_confirmed]
    said = np.array([glyph.probability for glyph in unconfirmed], np.float64)
    odds = _BESIDE + _PAGE * beside - _OWN * log_odds(said, _LEAST_SAID, _MOST_SAID)
    raw = np.array([doubt(glyph) for glyph in unconfirmed], np.float64)
    is_read = np.array([_is_read(glyph) for glyph in unconfirmed], np.bool_)
    return np.where(is_read, 1 / (1 + np.exp(-odds)), raw)


def _is_read(glyph: Glyph) -> bool:
    """Tell whether the reader took the ink for a letter."""
    return bool(glyph.predictions) and glyph.predictions[0].character != UNREADABLE


def number_on_page(chances: Floats) -> Floats:
    """Return how probable each number of wrong letters of one page is, (n + 1,).

    A mixture over how hard the page is, beside what its letters tell. Over all of it each letter is
    as probable to be wrong as ``chances`` say, so that the number's mean is their sum: a small
    chance grows by luck more than it shrinks, and begins lower for that.
    """
    odds = np.interp(log_odds(chances, _CERTAIN, 1 - _CERTAIN), _MEANS, _ODDS)
    return np.asarray(_SHARES @ number_of(_by_luck(odds)), np.float64)


def _by_luck(odds: Floats) -> Floats:
    """Return how probable errors of these log odds (n,) are on pages of each hardness, (s, n)."""
    return np.asarray(1 / (1 + np.exp(-odds - _LUCK * _STEPS[:, None])), np.float64)


def _mean_odds(odds: Floats) -> Floats:
    """Return the log odds of the probabilities that these log odds come to over all pages."""
    return np.asarray(np.log(_SHARES @ _by_luck(odds)) - np.log(_SHARES @ _by_luck(-odds)))


_ODDS: Floats = np.linspace(-40, 40, 1601)
_MEANS = _mean_odds(_ODDS)
