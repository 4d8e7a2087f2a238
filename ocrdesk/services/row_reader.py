"""Rows of candidates read by words: the best way through each, as its hand spaces or written wide.

People who fill in forms write letter by letter, and by its gaps alone a name so written is a row
of single letters. Such rows are read a second time with gaps that tell little.
"""

import copy
from collections.abc import Sequence
from typing import NamedTuple

from ocrdesk.language.lattice import (
    DecoderSettings,
    Decoding,
    Edge,
    State,
    Step,
    WordScorer,
    decode,
)
from ocrdesk.language.uniform import knows_words
from ocrdesk.language.words import WORDS_ALONE, WordModel
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_scores import Probabilities
from ocrdesk.services.weighing import Weigher

_SINGLES = 2  # characters that stand alone and are no words, in a row that may be written wide
_WIDE = 3.0  # natural logs by which it must read better then: one row in twenty is
_SPELLED = 0.5  # of its characters must then stand in words and names


class RowRead(NamedTuple):
    """The words of a row, each glyph's step with what language makes of it, and what they score."""

    words: list[list[tuple[Step, Probabilities]]]
    score: float


class RowReader:
    """Reads rows one after the other; each begins where the one above ended."""

    def __init__(
        self, recognizer: Recognizer, scorer: WordScorer, settings: DecoderSettings
    ) -> None:
        if recognizer.charset.has_lower_case:
            settings = settings.for_both_cases()
        elif isinstance(scorer, WordModel):
            settings = settings.for_one_case()
        self._characters = recognizer.charset.characters
        self._scorer = scorer
        self._settings = settings
        self._weigher = Weigher(self._characters, scorer, settings)
        self._before: State | None = None

    @property
    def has_words(self) -> bool:
        """Tell whether words are weighed in, rather than ink alone."""
        return knows_words(self._scorer)

    def anew(self) -> "RowReader":
        """Return a reader like this one that begins before the first row."""
        reader = copy.copy(self)
        reader._before = None  # noqa: SLF001 - its own copy
        return reader

    def best(self, edges: Sequence[Edge], space_odds: Sequence[float]) -> Decoding:
        """Return the best way through the next row."""
        best, *_ = decode(
            edges, space_odds, self._characters, self._scorer, self._settings, before=self._before
        )
        self._before = best.state
        return best

    def read(
        self,
        edges: Sequence[Edge],
        space_odds: Sequence[float],
        given: Probabilities,
        *,
        wide_odds: Sequence[float] = (),
    ) -> RowRead:
        """Return the best way through the next row with what language makes of its glyphs.

        ``given`` (edges, characters) are the network's probabilities; ``wide_odds`` take the place
        of ``space_odds`` where the row makes more of a text with its letters apart.
        """
        before = self._before
        best = self.best(edges, space_odds)
        if len(wide_odds) and self._singles(best) >= _SINGLES:
            best = self._wider(best, edges, wide_odds, before)
        read = []
        for word in _words(best.steps):
            start = self._scorer.start() if before is None else self._scorer.follow(before)
            weighed, before = self._weigher.weigh(word, given, start)
            read.append(list(zip(word, weighed, strict=True)))
        return RowRead(read, best.score)

    def _wider(
        self,
        usual: Decoding,
        edges: Sequence[Edge],
        wide_odds: Sequence[float],
        before: State | None,
    ) -> Decoding:
        """Return the best way through a row written wide, or the usual one where that is better.

        Letters apart that make no words together are what they seem, a row of letters.
        """
        if not isinstance(self._scorer, WordModel):
            return usual
        self._before = before
        wide = self.best(edges, wide_odds)
        best = usual
        gain = self._without_spaces(wide) - self._without_spaces(usual)
        if gain > _WIDE and self._spelled(self._scorer, wide) > _SPELLED:
            best = wide
        self._before = best.state
        return best

    def _singles(self, decoding: Decoding) -> int:
        """Return how many characters of a reading stand alone, but for I and A, which are words."""
        alone = (self._characters[w[0].character] for w in _words(decoding.steps) if len(w) == 1)
        return sum(character not in WORDS_ALONE for character in alone)

    def _without_spaces(self, decoding: Decoding) -> float:
        """Return what a reading scores without what its spaces gain by themselves."""
        spaces = sum(step.begins_word for step in decoding.steps)
        return decoding.score - self._settings.space * spaces

    def _spelled(self, model: WordModel, decoding: Decoding) -> float:
        """Return the share of a reading's characters that stand in words and names."""
        texts = [
            "".join(self._characters[step.character] for step in word)
            for word in _words(decoding.steps)
        ]
        spelled = sum(len(text) for text in texts if len(text) > 1 and model.is_spelled(text))
        return spelled / max(len(decoding.steps), 1)


def _words(steps: Sequence[Step]) -> list[list[Step]]:
    words: list[list[Step]] = []
    for step in steps:
        if step.begins_word or not words:
            words.append([])
        words[-1].append(step)
    return words
