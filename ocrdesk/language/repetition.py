"""One character written again and again: sheets on which people practise or show one letter.

Such a row has no words to go by, and characters that look alike (O and 0, U and an open 0) would be
read now as one, now as the other. Each glyph tells a little of all of them: they are one hand's.
"""

from collections.abc import Sequence
from math import exp, log

import numpy as np
import numpy.typing as npt

from ocrdesk.language.lattice import State, WordScorer
from ocrdesk.letter_case import capital

Floats = npt.NDArray[np.floating]

FEWEST = 5
"""Glyphs below which nothing is called repeated: words have three of a letter at most."""

LEAST = 1e-3
"""No ink speaks more strongly against a character than by this probability."""

SAME = -3.3
"""Mean log-probability of a character from which on glyphs may all be that one.

On rows and pages of one character it is -0.01 to -2.7, in texts -4.6 and below.
"""

EXPECTED = 0.95
STAYS = 0.98
"""How often a row goes on with the character it is expected to repeat, and with one it did."""


def repeated_character(
    logs: Floats, characters: Sequence[str], *, said: Sequence[int] = ()
) -> str | None:
    """Return the character that all glyphs of a page or row are, or None where they are not one.

    ``logs`` (glyphs, characters) are log-probabilities. Their mean decides, not their sum: what one
    hand's letters have in common is said once, however often they are written. So it does not
    outweigh that digits, capitals and small letters are repeated about equally often, and a sheet
    of round letters holds zeros. Glyphs of which a person ``said`` what they are speak as strongly
    as their logs do: a fifth that are others is too many.
    """
    if len(logs) < FEWEST:
        return None
    held = np.maximum(logs, log(LEAST))
    held[list(said)] = logs[list(said)]
    means = held.mean(axis=0)
    groups = [_group(character) for character in characters]
    prior = np.array([-log(groups.count(group)) for group in groups])
    best = int((means + prior).argmax())
    return characters[best] if means[best] >= SAME and characters[best].isalnum() else None


def _group(character: str) -> str:
    if character.isdigit() or not character.isalnum():
        return "digit" if character.isdigit() else "mark"
    return "upper" if character == capital(character) else "lower"


class RepeatedCharacter:
    """A `WordScorer` that expects a character over and over, and any word another one knows else.

    Words begin with the character or as the other scorer says; each character read shifts the
    weights of the two. So ink that is sure of another character still wins.
    """

    def __init__(self, scorer: WordScorer, character: str) -> None:
        self._scorer = scorer
        self._character = character

    def start(self) -> State:
        """Return the state at the beginning of a word."""
        return self._scorer.start(), EXPECTED

    def follow(self, state: State) -> State:
        """Return the state at the beginning of the word after the one that ends in ``state``."""
        return self._scorer.follow(state[0]), EXPECTED

    def extend(self, state: State, character: str) -> tuple[State, float]:
        """Return the state after one more character, and its log-probability."""
        inner, gain = self._scorer.extend(state[0], character)
        expected = state[1] * STAYS if character == self._character else 0.0
        other = (1 - state[1]) * exp(gain)
        total = expected + other
        return (inner, expected / total), log(total)

    def finish(self, state: State) -> float:
        """Return the log-probability that the word ends in this state."""
        return log(state[1] * (1 - STAYS) + (1 - state[1]) * exp(self._scorer.finish(state[0])))
