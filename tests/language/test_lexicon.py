"""Words by their beginnings: exact shares, folding, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.language.lexicon import ZIPF_STEP, Lexicon, masses_of
from ocrdesk.language.words import Language

SMALL = Lexicon(["a", "an", "ant", "don't", "dont", "it's"], [10, 6, 1, 5, 2, 3])


def _walked(lexicon: Lexicon, word: str) -> float:
    place, probability = lexicon.start(), 1.0
    for letter in word:
        probability *= lexicon.row(place)[lexicon.alphabet.index(letter) + 1]
        place = lexicon.step(place, letter)
    return float(probability * lexicon.row(place)[0])


def test_letter_by_letter_is_the_share_of_the_word() -> None:
    assert SMALL.probability("an") == 6 / 27
    for word in SMALL.words:
        assert _walked(SMALL, word) == pytest.approx(SMALL.probability(word))


def test_what_is_there_and_what_is_not() -> None:
    assert "ant" in SMALL
    assert "antler" not in SMALL
    assert "" not in SMALL
    assert SMALL.probability("zebra") == 0
    assert SMALL.has_beginning("do")
    assert not SMALL.has_beginning("dot")
    with pytest.raises(KeyError):
        SMALL.step(SMALL.start(), "z")


def test_a_charset_without_marks_sees_words_without_them() -> None:
    folded = SMALL.folded("adinost")
    assert folded is not None
    assert folded.words == ["a", "an", "ant", "dont", "its"]
    assert folded.probability("dont") == 7 / 27
    assert SMALL.folded("'adinost") is SMALL


def test_a_charset_without_a_letter_loses_its_words() -> None:
    folded = SMALL.folded("'ant")
    assert folded is not None
    assert folded.words == ["a", "an", "ant"]
    assert SMALL.folded("0123") is None


def test_damping_brings_rare_and_frequent_words_together() -> None:
    steps = np.array([2.0 / ZIPF_STEP, 4.0 / ZIPF_STEP], np.uint8)
    rare, frequent = masses_of(steps, 1.0)
    assert frequent == pytest.approx(100 * rare)
    rare, frequent = masses_of(steps, 0.5)
    assert frequent == pytest.approx(10 * rare)


@pytest.mark.parametrize(
    ("words", "masses"),
    [
        ([], []),
        (["b", "a"], [1, 1]),
        (["a", "a"], [1, 1]),
        (["a"], [0]),
        (["a"], [1, 2]),
        ([""], [1]),
    ],
)
def test_what_is_no_lexicon_is_refused(words: list[str], masses: list[int]) -> None:
    with pytest.raises(ValueError, match="lexicon"):
        Lexicon(words, masses)


@given(
    st.dictionaries(
        st.text("abc'", min_size=1, max_size=6), st.integers(1, 10**9), min_size=1, max_size=40
    )
)
def test_any_words_keep_their_shares(found: dict[str, int]) -> None:
    words = sorted(found)
    lexicon = Lexicon(words, [found[word] for word in words])
    total = sum(found.values())
    for word in words:
        assert _walked(lexicon, word) == pytest.approx(found[word] / total, rel=1e-9)
    assert lexicon.row(lexicon.start()).sum() == pytest.approx(1.0, abs=1e-12)


def test_the_shipped_words_are_weighed_as_they_are_written(english: Language) -> None:
    lexicon = english.lexicon
    assert len(lexicon) == 80_000
    assert lexicon.probability("the") > lexicon.probability("house") > lexicon.probability("haiku")
    assert "don't" in lexicon
    assert "qxzkv" not in lexicon
    assert lexicon.row(lexicon.start()).sum() == pytest.approx(1.0, abs=1e-12)
