"""One character again and again: what is called so, and what is expected of its rows."""

from math import log

import numpy as np
import pytest

from ocrdesk.language.repetition import (
    FEWEST,
    RepeatedCharacter,
    repeated_character,
)
from ocrdesk.language.uniform import UniformWords
from ocrdesk.language.words import WordModel
from ocrdesk.page.charset import PRINT36

_CHARACTERS = PRINT36.characters


def _logs(text: str, *, sure: float = 0.9, other: str | None = None) -> np.ndarray:
    """Return log-probabilities of glyphs that are surely ``text``, or shared with another one."""
    rest = 1e-7
    logs = np.full((len(text), len(_CHARACTERS)), log(rest))
    for place, character in enumerate(text):
        logs[place, PRINT36.index(character)] = log(sure)
        if other is not None:
            logs[place, PRINT36.index(other)] = log(1 - sure)
    return logs


@pytest.mark.parametrize("character", ["E", "7", "A", "B"])
def test_glyphs_that_are_all_one_character_are_repeated(character: str) -> None:
    assert repeated_character(_logs(character * 12), _CHARACTERS) == character


@pytest.mark.parametrize("text", ["LETTER", "BANANA", "MISSISSIPPI", "TODOLIST", "0123456789"])
def test_words_are_not(text: str) -> None:
    assert repeated_character(_logs(text), _CHARACTERS) is None


def test_a_letter_of_no_case_is_no_kind_of_its_own() -> None:
    """Or a reader of capitals that learnt ß would be as ready to see a sheet of it as of others."""
    shares = np.full((12, len(_CHARACTERS)), 1e-4)
    shares[:, _CHARACTERS.index("B")] = 0.93
    more = np.column_stack([shares, np.full(12, 0.06)])
    capitals = [c for c in _CHARACTERS if not c.islower()]
    places = [_CHARACTERS.index(c) for c in capitals]
    logs = np.log(more[:, [*places, len(_CHARACTERS)]])
    assert repeated_character(logs, [*capitals, "ß"]) == "B"


def test_what_a_person_said_of_many_decides() -> None:
    """Ink may look otherwise than it is; a glyph that was said to be another character is one."""
    logs = _logs("EEEEEEEEEE")
    for count, character in ((1, "E"), (4, None)):
        said = logs.copy()
        said[:count] = log(1e-7)
        said[:count, _CHARACTERS.index("X")] = 0
        assert repeated_character(said, _CHARACTERS) == "E"
        assert repeated_character(said, _CHARACTERS, said=range(count)) == character
    assert repeated_character(logs, _CHARACTERS, said=range(10)) == "E"


def test_a_few_alike_are_a_word() -> None:
    assert repeated_character(_logs("O" * (FEWEST - 1)), _CHARACTERS) is None
    assert repeated_character(_logs("O" * FEWEST), _CHARACTERS) is not None


def test_some_that_stray_change_nothing() -> None:
    assert repeated_character(_logs("EEEEEEEFEEECEEEE"), _CHARACTERS) == "E"


def test_what_a_hand_has_in_common_is_said_once() -> None:
    # A little rounder than most zeros, each of them: forty say no more of it than ten.
    for count in (10, 40):
        assert repeated_character(_logs("O" * count, sure=0.6, other="0"), _CHARACTERS) == "0"
        assert repeated_character(_logs("O" * count, sure=0.9, other="0"), _CHARACTERS) == "O"


def test_probabilities_sum_to_one_after_anything(capitals: WordModel) -> None:
    scorer = RepeatedCharacter(capitals, "E")
    state = scorer.start()
    for character in "EEFEE":
        total = sum(np.exp(scorer.extend(state, c)[1]) for c in _CHARACTERS)
        assert total + np.exp(scorer.finish(state)) == pytest.approx(1.0, abs=1e-9)
        state, _ = scorer.extend(state, character)


def test_the_character_is_expected_until_another_stands_there(capitals: WordModel) -> None:
    scorer = RepeatedCharacter(capitals, "Q")
    state, first = scorer.extend(scorer.start(), "Q")
    assert first > log(0.9)
    assert scorer.extend(state, "Q")[1] > log(0.9)
    broken, _ = scorer.extend(state, "U")
    assert scorer.extend(broken, "Q")[1] < log(0.2)
    again = scorer.follow(broken)
    assert scorer.extend(again, "Q")[1] > log(0.9)


def test_any_scorer_may_stand_beside() -> None:
    scorer = RepeatedCharacter(UniformWords(36), "E")
    _, other = scorer.extend(scorer.start(), "F")
    assert log(1e-3) < other < log(1e-2)
