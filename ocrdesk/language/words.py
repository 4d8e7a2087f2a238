"""How probable a run of characters is as a word on a hand-printed page.

A mixture of kinds: words of the lexicon and words that letters alone make likely, each in four
patterns of capitals; words of one spelling (LaTeX); numbers; codes; single letters; rows of
letters; marks around and between.
Codes allow everything, so that no word is forced: where ink is sure, ink wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ocrdesk.language import chains, fixed_spellings
from ocrdesk.language.lexicon import Lexicon
from ocrdesk.language.mixture import MOST_STATES, Joints, Mixture, Place, Source, State
from ocrdesk.language.ngram import NgramModel
from ocrdesk.language.spelling import Case, CasedWords, spelled_letters
from ocrdesk.letter_case import has_small_letters

CASES: tuple[Case, ...] = ("upper", "lower", "title", "mixed")
KINDS = (*CASES, "number", "code", "letter", "row", "marks")
LEXICON_SHARE = 0.92
"""Of the words in a pattern of capitals; the others are names and rare words."""
KNOWN_SHARE = 0.03
"""Of listed spellings, beside 1 for all other words that mix small letters and capitals."""
OPENED = 0.004
"""How often a mark stands before a word."""

ALONE, ALPHABET = "alone ", "alphabet "
WORDS_ALONE = "IAa"
"""Characters that are words by themselves."""
_RATHER = 0.5
GOING_ON = 0.4
"""How often a letter or digit that stands alone is followed by the next one: A B C, 1 2 3. And a
stretch of the alphabet by one that goes on where it ended."""

PRIORS: dict[str, tuple[float, ...]] = {
    "": (0.30, 0.34, 0.15, 0.03, 0.11, 0.02, 0.04, 0.015, 0.02),
    "upper": (0.72, 0.03, 0.04, 0.03, 0.08, 0.015, 0.07, 0.01, 0.03),
    "lower": (0.02, 0.80, 0.06, 0.03, 0.03, 0.015, 0.02, 0.01, 0.04),
    "title": (0.06, 0.24, 0.50, 0.03, 0.10, 0.015, 0.04, 0.01, 0.03),
    "number": (0.10, 0.12, 0.14, 0.03, 0.50, 0.03, 0.03, 0.02, 0.06),
}
"""How probable each of KINDS is at the start of a word, after a word of a kind (or nothing)."""

CLOSING = {".": 0.03, ",": 0.018, "?": 0.004, ":": 0.004, "!": 0.004, "-": 0.001, "'": 0.001}
JOINING = {"-": 0.006, ".": 0.002, "/": 0.002, "'": 0.0005, ":": 0.0003, ",": 0.0003}
"""Marks between two words without a space: half-time, J.R., and/or."""


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of a language: its words, how its letters follow one another, whose work."""

    name: str
    lexicon: Lexicon
    ngrams: NgramModel
    credit: str = ""


class WordModel(Mixture):
    """Scores words over a charset for a decoder, character by character.

    ``start(after)`` takes the kind of the word before ("", "upper", "lower", "title", "number") or,
    where that was a letter or digit alone, "alone" and it ("alone C": D may well follow);
    ``extend`` a state and a character, ``finish`` ends the word; ``scores`` gives all at once.
    Characters and end sum to one in every state; only the empty word is impossible.
    Raises ``ValueError`` for a charset without a letter or digit.
    """

    def __init__(
        self, language: Language, characters: str, *, most_states: int = MOST_STATES
    ) -> None:
        if not any(character.isalnum() for character in characters):
            raise ValueError("a charset needs a letter or a digit to write words")
        spellers = _spellers(language, characters)
        others = _others(characters)
        sources: list[Source] = [*(source for source, _, _ in spellers)]
        sources += [source for source in others.values() if source is not None]
        priors = {after: _weights(after, spellers, others) for after in PRIORS}
        super().__init__(
            characters,
            sources,
            priors,
            joints=_joints(characters, others["marks"]),
            most_states=most_states,
        )
        self._sequels = chains.sequels(characters)
        self._stretches = next(s for s in others.values() if isinstance(s, chains.Rows))
        self._spelling = frozenset(source.kind_at(source.start()) for source, _, _ in spellers)

    def start(self, after: str = "") -> State:
        """Return the state before the first character, after a word of that kind (or of any)."""
        root = self._roots.get(after)
        ahead = None if root is not None else self._ahead(after)
        if ahead is None:
            return super().start(after)
        source, place, before = ahead
        root = State(None, -1)
        going_on = source, place, GOING_ON, source.row(place)
        root._hypotheses = (going_on, *self._beginnings(before, 1 - GOING_ON))  # noqa: SLF001  # as Mixture.start
        self._roots[after] = root
        return root

    def _ahead(self, after: str) -> tuple[Source, Place, str] | None:
        """Return what goes on where such a word ended, from where, and what else may follow."""
        kind, character = after[:-1], after[-1:]
        if character not in self._columns:
            return None
        if kind == ALONE:
            return self._sequels, self._sequels.after(character), _kind_of(character)
        place = self._stretches.onward(character) if kind == ALPHABET else None
        return None if place is None else (self._stretches, place, "")

    def kind(self, state: State) -> str:
        """Return what ``start`` may be told of the word that ends at this state."""
        if state._length == 1 and self.characters[state._column].isalnum():  # noqa: SLF001
            return ALONE + self.characters[state._column]  # noqa: SLF001
        kinds = self.kinds(state)
        best = max(kinds, key=lambda kind: kinds[kind], default="")
        if best == "row" and self._is_alphabet(state):
            return ALPHABET + self.characters[state._column]  # noqa: SLF001
        name = best.partition(" ")[2] or best
        return name if name in PRIORS else ""

    def _is_alphabet(self, state: State) -> bool:
        return any(
            source is self._stretches and self._stretches.is_alphabet(place)
            for source, place, _, _ in self._resolved(state)
        )

    def is_spelled(self, text: str) -> bool:
        """Tell whether a text is rather a word or a name than a number, a code or a row."""
        state: State = self.start()
        for character in text:
            state, _ = self.extend(state, character)
        kinds = self.kinds(state)
        return sum(share for kind, share in kinds.items() if kind in self._spelling) > _RATHER


def _kind_of(alone: str) -> str:
    """Return the kind that a letter or digit alone stands for; I and A begin sentences too."""
    if alone.isdigit():
        return "number"
    if alone in "IA":
        return ""
    return "lower" if alone.islower() else "upper"


def _spellers(language: Language, characters: str) -> list[tuple[Source, Case, float]]:
    """Return what spells words in this charset, with the pattern and its share in it."""
    has_lower = has_small_letters(characters)
    has_upper = any(c.isupper() for c in characters)
    cases: Sequence[Case] = (
        CASES if has_lower and has_upper else ("lower" if has_lower else "upper",)
    )
    folded: dict[str, Lexicon | None] = {}
    found: list[tuple[Source, Case, float]] = []
    for case in cases:
        letters = spelled_letters(language.lexicon.alphabet, characters, case)
        if letters not in folded:
            folded[letters] = language.lexicon.folded(letters)
        lexicon = folded[letters]
        if lexicon is not None:
            source = CasedWords(f"word {case}", lexicon, characters, case)
            found.append((source, case, LEXICON_SHARE))
        if any(c.isalpha() for c in spelled_letters(language.ngrams.alphabet, characters, case)):
            source = CasedWords(f"name {case}", language.ngrams, characters, case)
            found.append((source, case, 1 - LEXICON_SHARE))
    known = fixed_spellings.written_in(characters) if "mixed" in cases else None
    if known is not None:
        fixed = fixed_spellings.FixedSpellings("word mixed", known, characters)
        found.append((fixed, "mixed", KNOWN_SHARE))
    return found


def _others(characters: str) -> dict[str, Source | None]:
    """Return the other kinds by name; codes are last, because they are the floor."""
    has_digits = any(character in "0123456789" for character in characters)
    has_letters = any(character.isalpha() for character in characters)
    return {
        "number": chains.numbers(characters) if has_digits else None,
        "letter": chains.single_letters(characters) if has_letters else None,
        "row": chains.Rows(characters),
        "marks": chains.closing_marks(characters),
        "opening": chains.opening_marks(characters),
        "code": chains.codes(characters),
    }


def _weights(
    after: str, spellers: Sequence[tuple[Source, Case, float]], others: dict[str, Source | None]
) -> list[float]:
    """Return the weight of each source after a word of that kind."""
    prior = dict(zip(KINDS, PRIORS[after], strict=True))
    prior["opening"] = OPENED
    cases = {case for _, case, _ in spellers}
    if len(cases) == 1:  # one case for all: it takes what the others would have
        whole = sum(prior[case] for case in CASES)
        prior.update(dict.fromkeys(cases, whole))
    weights = [prior[case] * share for _, case, share in spellers]
    return weights + [prior[kind] for kind, source in others.items() if source is not None]


def _joints(characters: str, marks: Source | None) -> Joints | None:
    """Return what follows the end of a word, number or code: its end, a mark, a mark between."""
    if not isinstance(marks, chains.ClosingMarks):
        return None
    closing = np.array([*(CLOSING.get(character, 0.0) for character in characters), 0.0])
    joining = np.array([*(JOINING.get(character, 0.0) for character in characters), 0.0])
    closing[-1] = 1 - closing.sum() - joining.sum()
    return Joints(closing, joining, marks)
