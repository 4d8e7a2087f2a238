r"""What a person says of a field: a pattern such as AAA-999, or the words that may stand there.

Both score like a ``WordModel``, but here what does not fit is impossible (−inf).

A pattern, sign by sign: ``A`` a letter (a capital where the charset tells them apart), ``a`` a
small letter, ``9`` a digit, ``*`` any character, ``\`` before a sign takes it as it is, any other
sign stands for itself. ``{2}``, ``{2,4}`` and ``{2,}`` behind a sign say how often, as in regular
expressions (POSIX.1-2017, section 9.3.6). How wide gaps are written says nothing of a field: its
own spaces say where its words end. Of signs that the charset has no class for, the marks between
letters and digits (such as - and /) are passed over and others are refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import numpy as np

from ocrdesk.errors import UsageError
from ocrdesk.language.lexicon import Lexicon
from ocrdesk.language.mixture import Mixture, Place, Row
from ocrdesk.letter_case import capital, has_small_letters

MOST_SIGNS = 200
_COUNT = re.compile(r"\{(\d{1,3})(,(\d{0,3}))?\}")
_SPACES = re.compile(r"\s+")


_MARKS = ".,-'!?:/"
"""What is written between letters and digits, and passed over by models that do not know it."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """One place of a pattern: which characters may stand there, and how often."""

    shares: Row  # (characters + 1), sums to one
    is_optional: bool = False
    repeats: bool = False

    def expression(self, characters: str) -> str:
        """Return the sign as a regular expression."""
        fitting = (c for c, share in zip(characters, self.shares, strict=False) if share > 0)
        count = {(True, False): "?", (False, True): "+", (True, True): "*"}
        often = count.get((self.is_optional, self.repeats), "")
        return f"[{''.join(map(re.escape, fitting))}]{often}"


class PatternModel(Mixture):
    """Scores what fits a pattern; all characters that fit a sign are equally likely.

    Raises ``UsageError`` for a pattern that is malformed, empty or cannot be written in the
    charset.
    """

    def __init__(self, pattern: str, characters: str) -> None:
        self.pattern = pattern
        words = [_signs(part, pattern, characters) for part in _SPACES.split(pattern)]
        signs = [sign for word in words for sign in word]
        if not signs:
            _refuse(pattern, "it has no sign that the model reads")
        if len(signs) > MOST_SIGNS:
            _refuse(pattern, f"it is longer than {MOST_SIGNS} characters")
        super().__init__(characters, [_PatternSource(signs, len(characters))], {"": [1.0]})
        groups = ("".join(sign.expression(characters) for sign in word) for word in words)
        self._expression = re.compile("".join(f"({group})" for group in groups))

    def holds(self, text: str) -> bool:
        """Tell whether a text without its spaces fits the pattern."""
        return self._expression.fullmatch(text) is not None

    def word_lengths(self, text: str) -> tuple[int, ...]:
        """Return how many characters each word of a text has that fits the pattern."""
        found = self._expression.fullmatch(text)
        lengths = map(len, found.groups()) if found else [len(text)]
        return tuple(length for length in lengths if length)


class WordListModel(Mixture):
    """Scores the words of a list, all equally likely, in their own capitals or all in capitals.

    A charset without small letters reads all in capitals; marks it lacks are passed over. Raises
    ``UsageError`` for an empty list or a word that cannot be written.
    """

    def __init__(self, words: Sequence[str], characters: str) -> None:
        spelled: dict[str, int] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for word in words:
            for share, variant in ((3, word), (1, word.upper())):
                parts = _seen(variant, word, characters)
                seen = "".join(parts)
                spelled[seen] = spelled.get(seen, 0) + share
                self._lengths.setdefault(seen, tuple(map(len, parts)))
        if not spelled:
            raise UsageError(
                "The list of words for the field is empty.", advice="Name one word at least."
            )
        ordered = sorted(spelled)
        lexicon = Lexicon(ordered, [spelled[word] for word in ordered])
        super().__init__(characters, [_ListedWords(lexicon, characters)], {"": [1.0]})

    def holds(self, text: str) -> bool:
        """Tell whether a text without its spaces is one of the list."""
        return text in self._lengths

    def word_lengths(self, text: str) -> tuple[int, ...]:
        """Return how many characters each word of a listed text has."""
        return self._lengths.get(text, (len(text),))


class _PatternSource:
    """The signs of a pattern; a place is how probable each next sign is (the last: the end)."""

    is_core = False
    leads_on = False
    is_floor = False

    def __init__(self, signs: Sequence[_Sign], count: int) -> None:
        self._signs = signs
        self._end = np.zeros(count + 1)
        self._end[-1] = 1.0
        self._rows: dict[Place, Row] = {}

    def start(self) -> Place:
        return self._reached(0, 1.0)

    def row(self, place: Place) -> Row:
        row = self._rows.get(place)
        if row is None:
            shares = [*(sign.shares for sign in self._signs), self._end]
            row = np.sum([weight * shares[number] for number, weight in place], axis=0)
            self._rows[place] = row
        return row

    def step(self, place: Place, column: int) -> Place:
        weights: dict[int, float] = {}
        for number, weight in place:
            if number == len(self._signs):
                continue
            sign = self._signs[number]
            share = weight * sign.shares.item(column)
            onward = share * 0.5 if sign.repeats else share
            if sign.repeats:
                weights[number] = weights.get(number, 0.0) + share * 0.5
            for following, part in self._reached(number + 1, onward):
                weights[following] = weights.get(following, 0.0) + part
        total = sum(weights.values())
        # Rounded, so that places that mean the same are the same, and few.
        return tuple((n, round(w / total, 12)) for n, w in sorted(weights.items()) if w > 0)

    def kind_at(self, place: Place) -> str:  # noqa: ARG002  # one kind everywhere
        return "pattern"

    def _reached(self, number: int, weight: float) -> tuple[tuple[int, float], ...]:
        """Return the signs that may come here: optional ones are left out half the time."""
        found: list[tuple[int, float]] = []
        while number < len(self._signs) and self._signs[number].is_optional:
            weight *= 0.5
            found.append((number, weight))
            number += 1
        return (*found, (number, weight))


class _ListedWords:
    """A lexicon over the characters of a charset as they are."""

    is_core = False
    leads_on = False
    is_floor = False

    def __init__(self, lexicon: Lexicon, characters: str) -> None:
        self._lexicon = lexicon
        self._characters = characters
        places = {letter: number + 1 for number, letter in enumerate(lexicon.alphabet)}
        self._from = np.array([*(places.get(c, 0) for c in characters), 0], np.intp)
        self._known = np.array([*(c in places for c in characters), True], np.float64)

    def start(self) -> Place:
        return self._lexicon.start()

    def row(self, place: Place) -> Row:
        found: Row = self._lexicon.row(place)[self._from] * self._known
        return found

    def step(self, place: Place, column: int) -> Place:
        return self._lexicon.step(place, self._characters[column])

    def kind_at(self, place: Place) -> str:  # noqa: ARG002  # one kind everywhere
        return "list"


def _seen(variant: str, word: str, characters: str) -> list[str]:
    """Return what is between the spaces as the charset reads it; raise where it cannot be read."""
    found = variant if has_small_letters(characters) else _in_capitals(variant, characters)
    for character in dict.fromkeys(found):
        if character not in characters and character.isalnum():
            raise UsageError(
                f"The word “{word}” cannot be read: the model has no “{character}”.",
                advice="Choose a model with that character, or leave the word out.",
            )
    parts = ["".join(c for c in part if c in characters) for part in found.split()]
    if not any(parts):
        raise UsageError(
            f"The word “{word}” has no letter or digit that the model reads.",
            advice="Leave it out of the list of words.",
        )
    return [part for part in parts if part]


def _in_capitals(variant: str, characters: str) -> str:
    """Return a word in capitals, ß as the one letter it is only where that is known."""
    return "".join(one if (one := capital(c)) in characters else c.upper() for c in variant)


def _signs(part: str, pattern: str, characters: str) -> list[_Sign]:
    """Return the signs of a part of the pattern that no space parts."""
    signs: list[_Sign] = []
    place = 0
    while place < len(part):
        sign = part[place]
        if sign in "{}":
            _refuse(pattern, f"the “{sign}” in “{part}” belongs to no count")
        is_literal = sign == "\\"
        place += 1
        if is_literal:
            if place == len(part):
                _refuse(pattern, "nothing follows the last \\")
            sign = part[place]
            place += 1
        count = _COUNT.match(part, place)
        place = count.end() if count else place
        shares = _shares(sign, pattern, characters, is_literal=is_literal)
        if shares is not None:
            signs += _counted(shares, count, pattern)
    return signs


def _counted(shares: Row, count: re.Match[str] | None, pattern: str) -> list[_Sign]:
    """Return a sign as often as its count says."""
    if count is None:
        return [_Sign(shares)]
    least = int(count[1])
    if count[2] is None:
        most = least
    elif count[3]:
        most = int(count[3])
    else:
        once = _Sign(shares, repeats=True, is_optional=least == 0)
        return [_Sign(shares)] * (least - 1) + [once]
    if most < max(least, 1):
        _refuse(pattern, f"{count[0]} counts nothing")
    return [_Sign(shares)] * least + [_Sign(shares, is_optional=True)] * (most - least)


def _shares(sign: str, pattern: str, characters: str, *, is_literal: bool) -> Row | None:
    """Return the probability of each character at a sign; None for what is passed over."""
    fitting: list[bool]
    if is_literal or sign not in "Aa9*":
        if sign not in characters and sign.upper() in characters:
            sign = sign.upper()  # a charset of capitals only
        if sign not in characters and sign in _MARKS:
            return None
        if sign not in characters and not sign.isalnum():
            _refuse(pattern, f"the model reads no “{sign}”", sign=sign)
        fitting = [character == sign for character in characters]
    elif sign == "9":
        fitting = [character.isdigit() for character in characters]
    elif sign == "*":
        fitting = [True] * len(characters)
    else:
        fitting = [c.islower() if sign == "a" else c.isupper() for c in characters]
        if not has_small_letters(characters) or not any(c.isupper() for c in characters):
            fitting = [c.isalpha() for c in characters]
    if not any(fitting):
        _refuse(pattern, f"the model has no character for “{sign}”")
    row: Row = np.array([*fitting, False], np.float64) / sum(fitting)
    return row


def _refusal(sign: str) -> str:
    """Return what helps against a pattern that cannot be used, be it for a sign of it."""
    if sign:
        return f"Leave “{sign}” out where the form has it printed; rows with it need no pattern."
    return (
        "Write A for a letter, a for a small one, 9 for a digit, * for anything, {2,4} for how"
        " often; for example AAA-999."
    )


def _refuse(pattern: str, reason: str, *, sign: str = "") -> NoReturn:
    advice = _refusal(sign)
    raise UsageError(f"The pattern “{pattern}” cannot be used: {reason}.", advice=advice)
