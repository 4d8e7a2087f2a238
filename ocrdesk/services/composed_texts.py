"""What is written where texts are made up: words of a language, numbers, codes, rows of letters."""

from collections.abc import Collection

import numpy as np

from ocrdesk.errors import DatasetError
from ocrdesk.language.lexicon import Lexicon
from ocrdesk.page.charset import PUNCTUATION, Charset

_FREQUENCY = 0.55  # power of a word's mass: rare words should come, too
_NUMBERS, _CODES, _SHEETS, _REPEATED = 0.09, 0.06, 0.04, 0.04  # shares of texts
_PAIRS = 0.15  # of what is left: two words, a space between
_MARKED = 0.12  # of words
_SMALL, _TITLE = 0.48, 0.64  # of words: small letters below, a capital first up to here
_LONGEST = 6  # characters of a number or code
_SHORTEST_ROW, _LONGEST_ROW = 3, 9  # characters of a row without words


class ComposedTexts:
    """Draws texts of the characters ``at_hand``, by the words of a lexicon.

    Rows without words are stretches of the alphabet or letters in any order, as on practice sheets,
    or one character again and again. Raises ``DatasetError`` where no word can be written.
    """

    def __init__(self, charset: Charset, at_hand: Collection[str], lexicon: Lexicon) -> None:
        self._has_small = charset.has_lower_case
        self._at_hand = frozenset(at_hand)
        present = [c for c in charset if c in self._at_hand]
        self._digits = [c for c in present if c.isdigit()]
        self._signs = [c for c in present if c.isdigit() or c.isupper()]
        self._marks = [c for c in present if c in PUNCTUATION and c != "'"]
        capitals, small = ([c for c in present if is_so(c)] for is_so in (str.isupper, str.islower))
        self._alphabets = [alphabet for alphabet in (capitals, small) if alphabet]
        self._letters = [c for c in present if c.isalnum()]
        masses = np.array([lexicon.probability(word) for word in lexicon.words]) ** _FREQUENCY
        self._words, self._chances = lexicon.words, np.cumsum(masses / masses.sum())
        cases = (str, str.capitalize, str.upper) if self._has_small else (str.upper,)
        if not any(self._at_hand >= set(case(word)) for word in self._words for case in cases):
            raise DatasetError(
                "No word can be composed of the characters to learn from.",
                advice="Give all characters of the model, letters above all.",
            )

    def draw(self, rng: np.random.Generator) -> str:
        """Return a text; words in it have a space between."""
        kind = rng.random()
        length = int(rng.integers(1, _LONGEST + 1))
        if kind < _NUMBERS and self._digits:
            return "".join(rng.choice(self._digits, length))
        kind -= _NUMBERS
        if 0 <= kind < _CODES and self._signs:
            return "".join(rng.choice(self._signs, length))
        kind -= _CODES
        if 0 <= kind < _SHEETS:
            return self._sheet(rng)
        kind -= _SHEETS
        if 0 <= kind < _REPEATED:
            return str(rng.choice(self._letters)) * int(rng.integers(2, _LONGEST_ROW))
        words = [self._marked(rng) for _ in range(1 + (rng.random() < _PAIRS))]
        return " ".join(words)

    def _sheet(self, rng: np.random.Generator) -> str:
        """Return a row of letters as on a practice sheet."""
        alphabet = self._alphabets[int(rng.integers(len(self._alphabets)))]
        length = min(int(rng.integers(_SHORTEST_ROW, _LONGEST_ROW + 1)), len(alphabet))
        if rng.random() < 0.5:
            return "".join(rng.choice(alphabet, length))
        first = int(rng.integers(len(alphabet) - length + 1))
        return "".join(alphabet[first : first + length])

    def _marked(self, rng: np.random.Generator) -> str:
        """Return a word, some with a mark behind."""
        word = self._word(rng)
        return (
            word + str(rng.choice(self._marks)) if self._marks and rng.random() < _MARKED else word
        )

    def _word(self, rng: np.random.Generator) -> str:
        """Return a word of the lexicon in one of the ways that capitals are used."""
        while True:
            place = int(np.searchsorted(self._chances, rng.random()))
            word, way = self._words[min(place, len(self._words) - 1)], rng.random()
            if way >= _SMALL or not self._has_small:
                word = word.capitalize() if way < _TITLE and self._has_small else word.upper()
            if self._at_hand >= set(word):
                return word
