"""Words on a hand-printed page: sums of one, known above unknown above noise, codes kept."""

import gc
from math import log, log2

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocrdesk.language.mixture import State
from ocrdesk.language.words import PRIORS, Language, WordModel
from ocrdesk.page.charset import DIGITS, PRINT36

MARKED = PRINT36.characters + "abcdefghijklmnopqrstuvwxyz.,-'!?:/"


def _sum(model: WordModel, beginning: str, after: str = "") -> float:
    state = model.start(after)
    for character in beginning:
        state, _ = model.extend(state, character)
    return float(np.exp(model.scores(state)).sum())


def _kind(model: WordModel, word: str) -> str:
    state = model.start()
    for character in word:
        state, _ = model.extend(state, character)
    return model.kind(state)


@settings(deadline=None, max_examples=60)
@given(st.text(MARKED, max_size=12))
def test_characters_and_end_sum_to_one_after_anything(marked: WordModel, beginning: str) -> None:
    assert _sum(marked, beginning) == pytest.approx(1.0, abs=1e-9)


@settings(deadline=None, max_examples=60)
@given(st.text(MARKED, min_size=1, max_size=30))
def test_nothing_is_impossible(marked: WordModel, text: str) -> None:
    assert np.isfinite(marked.log_probability(text))


@settings(deadline=None, max_examples=30)
@given(st.text(PRINT36.characters, max_size=12))
def test_capitals_alone_sum_to_one_too(capitals: WordModel, beginning: str) -> None:
    assert _sum(capitals, beginning) == pytest.approx(1.0, abs=1e-9)
    assert np.isfinite(capitals.scores(capitals.start())[:-1]).all()


@pytest.mark.parametrize("characters", [DIGITS, "AB", "abc.", "ABCabc", "0Aa-", "ÄÖÜa"])
def test_any_charset_will_do(english: Language, characters: str) -> None:
    model = WordModel(english, characters)
    for beginning in ("", characters[0], characters[-1] * 3):
        assert _sum(model, beginning) == pytest.approx(1.0, abs=1e-9)


def test_a_charset_of_marks_writes_no_words(english: Language) -> None:
    with pytest.raises(ValueError, match="letter or a digit"):
        WordModel(english, ".,!")


def test_the_empty_word_alone_is_impossible(marked: WordModel) -> None:
    assert marked.finish(marked.start()) == -np.inf


def test_a_word_is_the_sum_of_its_characters(marked: WordModel) -> None:
    state, total = marked.start(), 0.0
    for character in "Hello":
        state, increment = marked.extend(state, character)
        total += increment
    assert total + marked.finish(state) == pytest.approx(marked.log_probability("Hello"))


def test_the_same_beginning_is_the_same_state(marked: WordModel) -> None:
    assert marked.extend(marked.start(), "a")[0] is marked.extend(marked.start(), "a")[0]
    with pytest.raises(KeyError):
        marked.extend(marked.start(), "ä")


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("LETTER", "LETTFR"),
        ("HELLO", "HELL0"),
        ("SIMON", "51MON"),
        ("DONT", "D0NT"),
        ("2019", "20I9"),
        ("5551234", "S551234"),
        ("BIRKEROD", "B1RKEROD"),
        ("JYVASKYLA", "JYVASKVLA"),
        ("YEAR", "4EAR"),
    ],
)
def test_what_is_meant_is_likelier_than_what_it_looks_like(
    capitals: WordModel, likely: str, unlikely: str
) -> None:
    assert capitals.log_probability(likely) > capitals.log_probability(unlikely)


@pytest.mark.parametrize(
    "word",
    [
        "555-1234",
        "12/21/91",
        "8:30",
        "1,000",
        "3.50",
        "1.",
        "X-ray",
        "don't",
        "Don't",
        "EVERYONE'S",
        "half-time",
        "What?",
        "O'Brien",
        "MacDonald",
        "Birkerod",
    ],
)
def test_what_people_write_is_likelier_than_equal_chances(marked: WordModel, word: str) -> None:
    # All runs of characters that end as often as words do: 5 characters a word.
    chance = len(word) * (log(1 / len(MARKED)) + log(5 / 6)) + log(1 / 6)
    assert marked.log_probability(word) > chance


def test_a_code_costs_what_ink_can_pay(capitals: WordModel) -> None:
    # Each place of B2B asks of ink no more than to be sure, 200 to 1.
    for code, word in (("B2B", "BOB"), ("A4", "AA"), ("AB12CDE", "ABIZCDE")):
        lost = capitals.log_probability(word) - capitals.log_probability(code)
        assert lost < len(code) * log(200)


def test_capitals_stay_together(marked: WordModel) -> None:
    costs = [marked.log_probability(word) for word in ("hello", "Hello", "HELLO", "heLLo", "hElLo")]
    assert max(costs[3:]) < min(costs[:3])


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("HOUSE", "upper"),
        ("house", "lower"),
        ("House", "title"),
        ("house,", "lower"),
        ("1984", "number"),
        ("8:30.", "number"),
        ("A4", ""),
    ],
)
def test_the_kind_of_a_word_is_told(marked: WordModel, word: str, kind: str) -> None:
    assert _kind(marked, word) == kind
    assert sum(marked.kinds(marked.start()).values()) == pytest.approx(1.0)


def test_the_word_before_tells_of_the_next(marked: WordModel) -> None:
    for after, likely, unlikely in (("upper", "OX", "ox"), ("lower", "ox", "OX")):
        gain = marked.log_probability(likely, after) - marked.log_probability(likely)
        assert gain > marked.log_probability(unlikely, after) - marked.log_probability(unlikely)
    assert marked.log_probability("7", "number") > marked.log_probability("7", "lower")
    assert marked.start("never heard of") is marked.start()
    assert _sum(marked, "", "upper") == pytest.approx(1.0, abs=1e-9)


def test_forgetting_changes_nothing(english: Language, capitals: WordModel) -> None:
    forgetful = WordModel(english, PRINT36.characters, most_states=3)
    state, total = forgetful.start(), 0.0
    for character in "REFRIGERATOR":
        state, increment = forgetful.extend(state, character)
        total += increment
    assert total + forgetful.finish(state) == capitals.log_probability("REFRIGERATOR")


def _bits(model: WordModel, texts: list[str]) -> float:
    cost = sum(-model.log_probability(word) for text in texts for word in text.split())
    return cost / log(2) / sum(len(word) + 1 for text in texts for word in text.split())


def test_notes_cost_far_less_than_equal_chances(capitals: WordModel, marked: WordModel) -> None:
    notes = ["WATER THE PLANTS", "CALL GRANDMA 555 1234", "BUY 6 EGGS", "FLIGHT BA117 GATE B22"]
    assert _bits(capitals, notes) < 0.6 * log2(37)
    assert _bits(marked, ["Meet Mr. Okonkwo at 8:30.", "don't forget: A4 paper, 2 pens!"]) < 3.7


def test_letters_alone_go_on_in_their_order(capitals: WordModel) -> None:
    model = capitals

    def after(before: str, character: str) -> float:
        state = model.start()
        state, _ = model.extend(state, before)
        state, gain = model.extend(model.follow(state), character)
        return gain + model.finish(state)

    assert after("N", "O") > after("N", "0") + 2
    assert after("R", "S") > after("R", "5") + 2
    assert after("8", "9") > after("8", "G") + 2
    total = sum(np.exp(model.scores(model.follow(model.extend(model.start(), "N")[0]))))
    assert total == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("above", "below", "unlikely"),
    [("abcdefgh", "ijkl", "IJKL"), ("LMNOPQRSTU", "VWXYZ", "vwxyz"), ("01234", "56789", "S6789")],
)
def test_a_stretch_of_the_alphabet_goes_on_in_the_next_row(
    marked: WordModel, above: str, below: str, unlikely: str
) -> None:
    after = _kind(marked, above)
    assert after == f"alphabet {above[-1]}"
    ahead = marked.log_probability(below, after) - marked.log_probability(unlikely, after)
    assert ahead > 5
    assert ahead > marked.log_probability(below) - marked.log_probability(unlikely)
    assert marked.log_probability("house", after) > marked.log_probability("house") - 1
    for beginning in ("", below[0], below[:2], "o"):
        assert _sum(marked, beginning, after) == pytest.approx(1.0, abs=1e-9)


@pytest.mark.parametrize("above", ["EEEEE", "VWXYZ", "house", "A4"])
def test_behind_what_is_no_stretch_or_its_end_nothing_goes_on(
    marked: WordModel, above: str
) -> None:
    after = _kind(marked, above)
    assert marked.start(after) is marked.start(after if after in PRIORS else "")


def test_after_a_word_any_word_may_follow(capitals: WordModel) -> None:
    model = capitals
    state = model.start()
    for character in "THE":
        state, _ = model.extend(state, character)
    assert model.follow(state) is model.start(model.kind(state))
    assert model.kind(state) == "upper"


@pytest.mark.parametrize(("alone", "word"), [("a", "dog"), ("I", "am"), ("A", "dog")])
def test_words_of_one_letter_do_not_call_for_capitals(
    marked: WordModel, alone: str, word: str
) -> None:
    after = f"alone {alone}"
    assert marked.kind(marked.extend(marked.start(), alone)[0]) == after
    assert marked.log_probability(word, after) > marked.log_probability(word.upper(), after)


@pytest.mark.parametrize("text", ["HOUSE", "OLIVIER", "MARIEANNE", "NAME"])
def test_words_and_names_are_spelled(capitals: WordModel, text: str) -> None:
    assert capitals.is_spelled(text)


@pytest.mark.parametrize("text", ["ABCDEF", "KR5ZPWT", "12345", "A4", "AAAAA"])
def test_codes_numbers_and_rows_are_not_spelled(capitals: WordModel, text: str) -> None:
    assert not capitals.is_spelled(text)


def test_states_that_are_forgotten_go_without_the_garbage_collector(english: Language) -> None:
    """They held one another: 50,000 with all they remember stayed until it looked at each."""
    model = WordModel(english, PRINT36.characters, most_states=40)
    kept = model.start()
    for character in "KEPT":
        kept, _ = model.extend(kept, character)
    gc.collect()
    gc.disable()
    try:
        before = _states()
        for first in "ABCDEFGHIJ":
            for second in "KLMNOPQRSTUVWXYZ":
                state, _ = model.extend(model.start(), first)
                state, _ = model.extend(state, second)
                model.follow(state)
        assert _states() - before <= 45
    finally:
        gc.enable()
    fresh = WordModel(english, PRINT36.characters)
    told = [fresh.start()]
    for character in "KEPT":
        told.append(fresh.extend(told[-1], character)[0])
    assert model.scores(kept).tolist() == fresh.scores(told[-1]).tolist(), "what is in use lives on"


def _states() -> int:
    return sum(type(each) is State for each in gc.get_objects())
