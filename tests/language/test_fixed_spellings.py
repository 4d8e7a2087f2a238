"""Words that are written one way: as a source of a mixture, and in the model of words."""

import numpy as np
import pytest

from ocrdesk.language.fixed_spellings import KNOWN, FixedSpellings, written_in
from ocrdesk.page.charset import PRINT62
from ocrdesk.services.languages import word_model

LETTERS = PRINT62.characters


def _source(characters: str = LETTERS) -> FixedSpellings:
    words = written_in(characters)
    assert words is not None
    return FixedSpellings("word mixed", words, characters)


def _probability(source: FixedSpellings, word: str) -> float:
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
    assert all("." in word or word not in {word.lower(), word.upper()} for word in KNOWN)
    assert len(set(KNOWN)) == len(KNOWN)
    for word in ("LaTeX", "O'Neill", "kWh", "eBay", "Ph.D."):
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
    assert source.row(place)[[LETTERS.index("'"), -1]] == pytest.approx(1 / 2)


def test_a_charset_without_marks_leaves_them_out() -> None:
    plain = "".join(character for character in LETTERS if character.isalnum())
    words = written_in(plain)
    assert words is not None
    assert "ONeill" in words
    assert "O'Neill" not in words
    assert written_in("QX") is None
    assert written_in("") is None


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("LaTeX", ["LatEX", "lAtex", "LATeX"]),
        ("JavaScript", ["JavAScript", "javaScript"]),
        ("kWh", ["KWh", "kwH"]),
        ("GmbH", ["GmBH", "gmbH"]),
        ("Ph.D.", ["PhD.", "Ph.d."]),
        ("key", ["McVeigh", "StVO"]),
        ("Postscript", ["PostScript"]),
    ],
)
def test_known_spellings_are_likelier_than_others(word: str, others: list[str]) -> None:
    model = word_model(PRINT62)

    def weighed(text: str) -> float:
        state, found = model.start(), 0.0
        for character in text:
            state, gain = model.extend(state, character)
            found += gain
        return found + model.finish(state)

    for other in others:
        assert weighed(word) > weighed(other) + 1
