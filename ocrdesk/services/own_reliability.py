"""How far a reader's probabilities can be believed, by letters that a person has confirmed.

Not every confirmed letter tells that. Who corrects what catches the eye confirms mostly mistakes,
and who confirms what is plain mostly hits: letters that were picked because of how they were read
say nothing of the others. These count, because nobody picked them for being right or wrong:

- all letters of a page on which every letter is confirmed,
- letters that chance drew (`services.random_check`),
- letters below `DOUBTFUL_BELOW`, which every review asks about. That they are doubtful does no
  harm: letters are only compared with others of the same probability.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.page.elements import UNREADABLE, Glyph
from ocrdesk.services.calibration import calibration_error
from ocrdesk.services.error_intervals import Bounds, log_odds, share_wrong
from ocrdesk.services.review import DOUBTFUL_BELOW
from ocrdesk.services.review_pages import LetterPlace, ReviewPage

ENOUGH = 200
"""From this many letters on that count the probabilities are corrected by what they tell."""

ENOUGH_SURE = 50
"""So many of them have to be sure (`DOUBTFUL_BELOW` or more).

Doubtful letters alone tell nothing of the sure ones, and those are what a person leaves unchecked.
"""

_STEPS = 10
_LEAST_SAID, _MOST_SAID = 0.01, 1 - 1e-6  # odds beyond these are taken for these
_LAPSES = (0.0, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064)
_CARE = 0.25  # standard deviations
_NODES = np.linspace(np.log(1 / 99), np.log(1e6), 121)  # log odds at which answers are counted


@dataclass(frozen=True, slots=True, eq=False)
class KnownLetters:
    """Confirmed letters that count: the probability ``said`` (n,), and ``is_right`` (n,).

    ``drawn`` of them were drawn by chance; ``picked`` are confirmed as well, but do not count.
    """

    said: npt.NDArray[np.float64]
    is_right: npt.NDArray[np.bool_]
    drawn: int = 0
    picked: int = 0

    @property
    def count(self) -> int:
        """How many letters count."""
        return len(self.said)

    @property
    def sure(self) -> int:
        """How many of these the reader was sure of."""
        return int((self.said >= DOUBTFUL_BELOW).sum())

    @property
    def is_enough(self) -> bool:
        """Tell whether probabilities can be corrected by these letters."""
        return self.count >= ENOUGH and self.sure >= ENOUGH_SURE


@dataclass(frozen=True, slots=True)
class ReliabilityStep:
    """Letters said to be right with a probability from ``low`` up to ``high``.

    ``said`` is their mean probability; ``right`` of ``count`` were right, and ``share`` bounds the
    share that is in 19 of 20 cases.
    """

    low: float
    high: float
    count: int
    said: float
    right: int
    share: Bounds


@dataclass(frozen=True, slots=True)
class OwnReliability:
    """Tenths of probability that have letters, rising; all of them; expected calibration error.

    ``sure`` are the letters that no review asks about (`DOUBTFUL_BELOW` or more), None without any.
    """

    steps: tuple[ReliabilityStep, ...]
    whole: ReliabilityStep
    sure: ReliabilityStep | None
    error: float


class Correction:
    """Says for a probability how often letters of that probability are right with this person."""

    def __init__(self, corrected: npt.NDArray[np.float64]) -> None:
        self._corrected = corrected

    def __call__(self, said: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return corrected probabilities (n,); of two the larger stays the larger one."""
        return np.interp(log_odds(said, _LEAST_SAID, _MOST_SAID), _NODES, self._corrected)


def known_letters(pages: Sequence[ReviewPage], drawn: Collection[LetterPlace] = ()) -> KnownLetters:
    """Return the confirmed letters that count; ``drawn`` are those of finished random checks."""
    said, is_right = [], []
    by_chance = picked = 0
    for page in pages:
        is_whole = all(glyph.is_confirmed for glyph in page.page.glyphs)
        for place, glyph in page.letters():
            if not _tells(glyph):
                continue
            character, probability = glyph.predictions[0]
            is_drawn = place in drawn
            if not (is_whole or is_drawn or probability < DOUBTFUL_BELOW):
                picked += 1
                continue
            by_chance += is_drawn
            said.append(probability)
            is_right.append(character == glyph.correction)
    return KnownLetters(np.array(said, np.float64), np.array(is_right, np.bool_), by_chance, picked)


def _tells(glyph: Glyph) -> bool:
    """Tell whether a person said of a letter that was read whether that is right."""
    is_read = bool(glyph.predictions) and glyph.predictions[0].character != UNREADABLE
    return glyph.is_confirmed and is_read


def own_reliability(known: KnownLetters) -> OwnReliability | None:
    """Return how right the letters are beside how sure the reader was; None without letters."""
    if not known.count:
        return None
    places = np.minimum((known.said * _STEPS + 1e-9).astype(np.intp), _STEPS - 1)
    steps = [
        _step(known, places == step, step / _STEPS, (step + 1) / _STEPS) for step in range(_STEPS)
    ]
    sure = _step(known, known.said >= DOUBTFUL_BELOW, DOUBTFUL_BELOW, 1.0)
    return OwnReliability(
        tuple(step for step in steps if step.count),
        _step(known, places >= 0, 0.0, 1.0),
        sure if sure.count else None,
        calibration_error(known.said, known.is_right),
    )


def _step(
    known: KnownLetters, chosen: npt.NDArray[np.bool_], low: float, high: float
) -> ReliabilityStep:
    count, right = int(chosen.sum()), int(known.is_right[chosen].sum())
    least, most = share_wrong(count - right, count)
    said = float(known.said[chosen].mean()) if count else 0.0
    return ReliabilityStep(low, high, count, said, right, Bounds(1 - most, 1 - least))


def correction_by(known: KnownLetters) -> Correction | None:
    """Return what the letters make of probabilities; None where they are too few to tell.

    A letter is right with (1 - c) / (1 + exp(-a - b x)), where x are the log odds that the reader
    said (Platt 1999, "Probabilistic outputs for support vector machines", with b > 0 so that no
    order changes) and c is the share that goes wrong however sure the reader is. Instead of the
    best three numbers all count, each as probable as the letters make it: so few letters leave more
    errors to be expected than many that say the same. What that leaves open is taken a quarter of
    its standard deviation to the careful side, as lines are drawn where few errors were found by
    luck more often than many: with 200 letters drawn, readers of four kinds left no more errors on
    the average than were accepted (`tests/services/test_doubt_line.py`).
    """
    if not known.is_enough:
        return None
    width = _NODES[1] - _NODES[0]
    odds = log_odds(known.said, _LEAST_SAID, _MOST_SAID)
    places = np.rint((odds - _NODES[0]) / width).astype(np.intp)
    right = np.bincount(places, weights=known.is_right, minlength=len(_NODES))
    wrong = np.bincount(places, minlength=len(_NODES)) - right
    chances, before = _guesses()
    weights = before + np.log(chances) @ right + np.log1p(-chances) @ wrong
    weights = np.exp(weights - weights.max())
    weights /= weights.sum()
    mean = weights @ chances
    spread = np.sqrt(np.maximum(weights @ chances**2 - mean**2, 0))
    return Correction(np.maximum.accumulate(np.maximum(mean - _CARE * spread, 0)))


def _guesses() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return chances to be right at the nodes (guesses, nodes), and how probable each guess is.

    That is a logarithm, up to a constant, before any letter was seen: a within 1.5 of 0 and log b
    within 0.8 (standard deviations); no share that goes wrong however sure with 0.7.
    """
    shift, slope, lapse = np.meshgrid(
        np.linspace(-4, 4, 41), np.linspace(-2, 1.2, 33), np.array(_LAPSES), indexing="ij"
    )
    before = -0.5 * (shift / 1.5) ** 2 - 0.5 * (slope / 0.8) ** 2
    before += np.where(lapse == 0, np.log(0.7), np.log(0.3 / (len(_LAPSES) - 1)))
    odds = shift.reshape(-1, 1) + np.exp(slope).reshape(-1, 1) * _NODES
    chances = (1 - lapse.reshape(-1, 1)) / (1 + np.exp(-odds))
    return np.clip(chances, 1e-9, 1 - 1e-9), before.ravel()
