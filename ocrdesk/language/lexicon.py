"""Words and how often they are written, asked letter by letter: what may follow a beginning.

The words lie sorted, so all that share a beginning are neighbours; the sums of their masses are
whole numbers, so shares of a beginning add up to it exactly.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, islice
from operator import lt, sub
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float64]

DAMPING = 0.8
ZIPF_STEP = 0.05
"""Zipf frequencies are stored in steps of a twentieth: 12 % of a word's frequency, unseen."""
MOST_ROWS = 8_000
_SCALE = 1000.0
_PART = 4096  # words


class Beginning(NamedTuple):
    """The words ``low`` to ``high`` (not included) share their first ``depth`` letters."""

    low: int
    high: int
    depth: int


class _Branches(NamedTuple):
    """Where a beginning leads: probabilities of its end and letters, and the longer beginnings."""

    row: Row
    longer: dict[str, Beginning]


class Lexicon:
    """Words with masses: the probability of a word is its mass over the mass of all.

    ``words`` are distinct, not empty and sorted by code point; ``masses`` whole numbers above 0,
    one a word. ``alphabet`` holds all their letters. Raises ``ValueError`` where they do not.
    """

    def __init__(self, words: Sequence[str], masses: Sequence[int]) -> None:
        self.words = list(words)
        if len(self.words) != len(masses) or not self.words or not self.words[0]:
            raise ValueError("a lexicon needs words, each with its mass")
        if not all(map(lt, self.words, islice(self.words, 1, None))):
            raise ValueError("the words of a lexicon must be sorted and distinct")
        if min(masses) < 1:
            raise ValueError("every word of a lexicon needs a mass above zero")
        self.alphabet = "".join(sorted(_letters(self.words)))
        self._sums = [0, *accumulate(masses)]
        self._columns = {letter: place + 1 for place, letter in enumerate(self.alphabet)}
        self._branches: dict[Beginning, _Branches] = {}

    def __len__(self) -> int:
        return len(self.words)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.probability(word) > 0

    def probability(self, word: str) -> float:
        """Return the share of the word among all words; 0 for a word that is not there."""
        place = bisect_left(self.words, word)
        if place == len(self.words) or self.words[place] != word:
            return 0.0
        return (self._sums[place + 1] - self._sums[place]) / self._sums[-1]

    def has_beginning(self, beginning: str) -> bool:
        """Tell whether a word begins so."""
        place = bisect_left(self.words, beginning)
        return place < len(self.words) and self.words[place].startswith(beginning)

    def start(self) -> Beginning:
        """Return the beginning of all words: no letter."""
        return Beginning(0, len(self.words), 0)

    def row(self, place: Beginning) -> Row:
        """Return the probabilities (1 + letters of the alphabet) after a beginning, the end first.

        The array must not be changed.
        """
        return self._branch(place).row

    def step(self, place: Beginning, letter: str) -> Beginning:
        """Return the longer beginning; ``KeyError`` where no word goes on so."""
        return self._branch(place).longer[letter]

    def folded(self, letters: str) -> "Lexicon | None":
        """Return the words as a reader sees them who knows these letters and no marks; or None.

        Marks outside ``letters`` vanish (don't becomes dont), words with other unknown letters
        go, words that become equal share a mass. None where no word is left.
        """
        unknown = frozenset(self.alphabet).difference(letters)
        if not unknown:
            return self
        is_spelled = frozenset(letters).issuperset
        without = str.maketrans("", "", "".join(mark for mark in unknown if not mark.isalnum()))
        masses = {}
        changed = []
        for word, mass in zip(self.words, map(sub, self._sums[1:], self._sums), strict=False):
            if is_spelled(word):
                masses[word] = mass
            else:
                changed.append((word.translate(without), mass))
        for word, mass in changed:
            if word and is_spelled(word):
                masses[word] = masses.get(word, 0) + mass
        words = sorted(masses)
        return Lexicon(words, [masses[word] for word in words]) if words else None

    def _branch(self, place: Beginning) -> _Branches:
        branch = self._branches.get(place)
        if branch is None:
            if len(self._branches) >= MOST_ROWS:
                self._branches.clear()
            branch = self._branches[place] = self._grown(place)
        return branch

    def _grown(self, place: Beginning) -> _Branches:
        low, high, depth = place
        words, sums = self.words, self._sums
        whole = sums[high] - sums[low]
        row = np.zeros(len(self.alphabet) + 1)
        longer: dict[str, Beginning] = {}
        beginning = words[low][:depth]
        if len(words[low]) == depth:  # a word that ends here sorts before its longer sisters
            row[0] = (sums[low + 1] - sums[low]) / whole
            low += 1
        while low < high:
            letter = words[low][depth]
            after = bisect_left(words, beginning + chr(ord(letter) + 1), low, high)
            row[self._columns[letter]] = (sums[after] - sums[low]) / whole
            longer[letter] = Beginning(low, after, depth + 1)
            low = after
        return _Branches(row, longer)


def masses_of(zipf_steps: npt.NDArray[np.uint8], damping: float = DAMPING) -> list[int]:
    """Return whole masses (n,) for stored Zipf frequencies: occurrences to the power of damping.

    Damped, because a page by hand is not the text of a newspaper: names of things, headings and
    lists are rarer words than running text.
    """
    steps = zipf_steps.astype(np.float64)
    least = steps.min() if len(steps) else 0.0
    masses = 10.0 ** (damping * ZIPF_STEP * (steps - least)) * _SCALE
    found: list[int] = np.rint(masses).astype(np.int64).tolist()
    return found


def _letters(words: Sequence[str]) -> set[str]:
    """Return the letters of the words; in parts, between which other threads get their turn."""
    letters: set[str] = set()
    for start in range(0, len(words), _PART):
        letters.update(*words[start : start + _PART])
    return letters
