"""Words whose capitals inside are known: as a source of a mixture, and in the model of words."""

import numpy as np
import pytest

from ocrdesk.language.fixed_case import KNOWN, FixedWords, written_in
from ocrdesk.page.charset import PRINT36, PRINT62
from ocrdesk.services.languages import word_model

LETTERS = PRINT62.characters


def _source(characters: str = LETTERS) -> FixedWords:
    words = written_in(characters)
    assert words is not None
    return FixedWords("word mixed", words, characters)


def _probability(source: FixedWords, word: str) -> float:
    """Return how probable the source holds a whole word."""
    place, found = source.start(), 1.0
    for character in word:
        column = LETTERS.index(character)
        found *= source.row(place)[column]
        if not found:
            return 0.0
        place = source.step(place, column)
    return float(found * source.row(place)[-1])


def test_each_is_as_likely_as_the_others_and_nothing_else_is() -> None:
    source = _source()
    assert all(any(c.islower() for c in word) for word in KNOWN)
    assert all(any(c.isupper() for c in word) for word in KNOWN)
    assert len(set(KNOWN)) == len(KNOWN)
    for word in ("LaTeX", "O'Neill", "kWh", "eBay"):
        assert _probability(source, word) == pytest.approx(1 / len(KNOWN))
    for word in ("Latex", "LATEX", "LaTe", "LaTeXs", "?"):
        assert _probability(source, word) == 0


def test_what_may_come_next_sums_to_one() -> None:
    source = _source()
    place = source.start()
    for character in "McDonald":
        row = source.row(place)
        assert row.shape == (len(LETTERS) + 1,)
        assert np.sum(row) == pytest.approx(1)
        place = source.step(place, LETTERS.index(character))
    assert source.row(place)[[LETTERS.index("s"), LETTERS.index("'"), -1]] == pytest.approx(1 / 3)


def test_a_charset_without_marks_leaves_them_out() -> None:
    plain = "".join(character for character in LETTERS if character.isalnum())
    words = written_in(plain)
    assert words is not None
    assert "ONeill" in words
    assert "O'Neill" not in words
    assert written_in(PRINT36.characters) is None
    assert written_in("") is None


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("LaTeX", ["LatEX", "lAtex", "LATeX"]),
        ("JavaScript", ["JavAScript", "javaScript"]),
        ("kWh", ["KWh", "kwH"]),
        ("GmbH", ["GmBH", "gmbH"]),
    ],
)
def test_known_capitals_are_likelier_than_others(word: str, others: list[str]) -> None:
    model = word_model(PRINT62)

    def weighed(text: str) -> float:
        state, found = model.start(), 0.0
        for character in text:
            state, gain = model.extend(state, character)
            found += gain
        return found + model.finish(state)

    for other in others:
        assert weighed(word) > weighed(other) + 2
