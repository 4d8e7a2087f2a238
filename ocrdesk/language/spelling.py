"""Letters as a reader meets them: words of a lexicon or a letter model, in a case and a charset."""

from typing import Literal, Protocol

import numpy as np

from ocrdesk.language.mixture import Place, Row
from ocrdesk.letter_case import capital

Case = Literal["upper", "lower", "title", "mixed"]

KEEP_CASE = 0.6
"""In words of mixed case, how often a letter has the case of the one before."""
MOST_ROWS = 8_000


class Letters(Protocol):
    """What spells words, case-folded: a ``Lexicon`` or an ``NgramModel``."""

    alphabet: str

    def start(self) -> Place:
        """Return the place before the first letter."""

    def row(self, place: Place) -> Row:
        """Return the probabilities (1 + letters) of what comes next, the end first."""

    def step(self, place: Place, letter: str) -> Place:
        """Return the place after the letter."""


class CasedWords:
    """Words in one pattern of capitals, over the characters of a charset.

    Letters the charset lacks are left out and the others share their probability; a word is never
    empty. Where the charset has capitals only, ``upper`` spells all words.
    """

    is_core = True
    leads_on = False
    is_floor = False

    def __init__(self, kind: str, letters: Letters, characters: str, case: Case) -> None:
        self._kind = kind
        self._letters = letters
        self._case = case
        self._begin = letters.start()
        self._casting = _Casting(letters.alphabet, characters, case)
        self._letters_of = "".join(
            letters.alphabet[number - 1] if number else " " for number in self._casting.sources
        )
        self._is_upper = [character.isupper() for character in characters]
        self._rows: dict[Place, Row] = {}

    def start(self) -> Place:
        """Return the place before the first letter: spelling, and whether the last was capital."""
        return self._begin, self._case in {"upper", "title"}

    def row(self, place: Place) -> Row:
        """Return the probabilities (characters + 1) of what comes next, the end last."""
        row = self._rows.get(place)
        if row is None:
            if len(self._rows) >= MOST_ROWS:
                self._rows.clear()
            row = self._rows[place] = self._cast(place)
        return row

    def step(self, place: Place, column: int) -> Place:
        """Return the place after the character of that column."""
        spelling, was_upper = place
        if self._case == "title":
            was_upper = False
        elif self._case == "mixed":
            was_upper = self._is_upper[column]
        return self._letters.step(spelling, self._letters_of[column]), was_upper

    def kind_at(self, place: Place) -> str:  # noqa: ARG002  # one kind everywhere
        """Return the name of what is being written."""
        return self._kind

    def _cast(self, place: Place) -> Row:
        spelling, was_upper = place
        is_first = spelling == self._begin
        casting = self._casting
        upper = 1.0 if was_upper else 0.0
        if self._case == "mixed":
            upper = 0.5 if is_first else KEEP_CASE if was_upper else 1 - KEEP_CASE
        row: Row = self._letters.row(spelling)[casting.sources]
        row *= casting.shares(upper)
        if is_first:
            row[-1] = 0.0
        if is_first or casting.loses:
            row /= max(row.sum(), 1e-300)
        return row


class _Casting:
    """Puts the probabilities of letters where a charset has them.

    ``sources`` (characters + 1) tells which entry of a row of letters each character takes.
    """

    def __init__(self, alphabet: str, characters: str, case: Case) -> None:
        folded = {letter: place + 1 for place, letter in enumerate(alphabet)}
        folded |= {capital(letter): place for letter, place in folded.items()}
        self.sources = np.array([*(folded.get(c, 0) for c in characters), 0], np.intp)
        known = np.array([*(c in folded for c in characters), True], np.float64)
        self._upper = known * np.array([*(c == capital(c) for c in characters), True])
        self._lower = known * np.array([*(not c.isupper() for c in characters), True])
        self._only_upper = self._upper * (1 - self._lower)
        self._only_lower = self._lower * (1 - self._upper)
        self._both = self._upper * self._lower
        self._made: dict[float, Row] = {}
        self.loses = spelled_letters(alphabet, characters, case) != alphabet

    def shares(self, upper: float) -> Row:
        """Return what each character takes where capitals have the share ``upper``."""
        made = self._made.get(upper)
        if made is None:
            made = self._only_upper * upper + self._only_lower * (1 - upper) + self._both
            self._made[upper] = made
        return made


def spelled_letters(alphabet: str, characters: str, case: Case) -> str:
    """Return the letters of the alphabet that the charset has in all forms the case needs."""
    return "".join(
        letter
        for letter in alphabet
        if (case == "upper" or letter in characters)
        and (case == "lower" or capital(letter) in characters)
    )
