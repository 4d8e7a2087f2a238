"""What language makes of each letter of a word that was read: its probabilities, weighed anew."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ocrdesk.language.lattice import DecoderSettings, State, Step, WordScorer
from ocrdesk.services.row_costs import LEAST
from ocrdesk.services.row_scores import Probabilities, shares_of


class Weighed(NamedTuple):
    """The probabilities of each glyph of a word, (characters,) each, and the word's last state."""

    letters: list[Probabilities]
    state: State


class Weigher:
    """Weighs words in one charset by one scorer."""

    def __init__(self, characters: str, scorer: WordScorer, settings: DecoderSettings) -> None:
        self._characters = characters
        self._scorer = scorer
        self._settings = settings

    def weigh(self, word: Sequence[Step], given: Probabilities, start: State) -> Weighed:
        """Return the probabilities of a word that begins at ``start``, language weighed in.

        ``given`` (edges, characters) are the network's. Each character is tried in the word as it
        was read otherwise. What is too improbable to be tried keeps the share of the least probable
        one tried.
        """
        settings = self._settings
        weighed = []
        text = [self._characters[step.character] for step in word]
        for place, step in enumerate(word):
            ink = given[step.edge]
            tried = np.argsort(ink)[::-1][: settings.characters]
            tried = tried[ink[tried] >= max(LEAST, ink[tried[0]] * np.exp(-settings.least))]
            others = ([*text[:place], self._characters[c], *text[place + 1 :]] for c in tried)
            gains = [self._score(other, start)[0] for other in others]
            factors = np.full(len(ink), min(gains), np.float64)
            factors[tried] = gains
            logs = np.log(np.maximum(ink, LEAST)) + settings.language_weight * factors
            weighed.append(shares_of(logs))
        return Weighed(weighed, self._score(text, start)[1])

    def _score(self, text: Sequence[str], state: State) -> tuple[float, State]:
        """Return the log-probability of a word that begins at ``state``, and its last state."""
        total = 0.0
        for character in text:
            state, gain = self._scorer.extend(state, character)
            total += gain
        return total + self._scorer.finish(state), state
