"""Fields that were told what stands in them: what fits is likely, what does not is impossible."""

from math import inf, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocrdesk.errors import UsageError
from ocrdesk.language.mixture import Mixture
from ocrdesk.language.patterns import PatternModel, WordListModel
from ocrdesk.page.charset import PRINT36

CAPITALS = PRINT36.characters
MARKED = CAPITALS + "abcdefghijklmnopqrstuvwxyz.,-'!?:/"


def _fits(model: Mixture, text: str) -> bool:
    return model.log_probability(text) > -inf


@pytest.mark.parametrize(
    ("pattern", "fitting", "foreign"),
    [
        ("AAA-999", ["ABC-123"], ["ABC123", "abc-123", "AB-123", "ABC-1234", "", "ABC-12O"]),
        ("Aaaa", ["Anna"], ["ANNA", "anna", "An"]),
        ("9{2,4}", ["12", "123", "1234"], ["1", "12345", "1A"]),
        ("A{1,}9", ["A1", "ABCDEF7"], ["1", "A", "A11"]),
        ("A{0,}9", ["1", "ABCDEF7"], ["A"]),
        ("*{3}", ["a-1", "ABC"], ["ab", "abcd"]),
        (r"\A\9a", ["A9x"], ["B9x", "A1x"]),
        ("PO-9 9", ["PO-12"], ["AB-12", "PO12"]),
        ("9{1,2}/9{1,2}/9{4}", ["1/12/2026"], ["1/12/26"]),
    ],
)
def test_patterns_know_what_fits(pattern: str, fitting: list[str], foreign: list[str]) -> None:
    model = PatternModel(pattern, MARKED)
    assert all(_fits(model, text) for text in fitting)
    assert not any(_fits(model, text) for text in foreign)


def test_marks_that_the_model_cannot_read_are_passed_over() -> None:
    model = PatternModel("AAA-999", CAPITALS)
    assert _fits(model, "ABC123")
    assert model.log_probability("ABC123") == pytest.approx(3 * log(1 / 26) + 3 * log(1 / 10))


def test_a_charset_of_capitals_reads_small_signs_as_letters() -> None:
    assert _fits(PatternModel("Aaa", CAPITALS), "ABC")
    assert _fits(PatternModel("x99", CAPITALS), "X12")


@pytest.mark.parametrize("sign", list("()[]+$^|@#€"))
def test_signs_that_no_model_reads_are_refused(sign: str) -> None:
    with pytest.raises(UsageError, match="reads no") as caught:
        PatternModel(f"AAA-{sign}", CAPITALS)
    assert f"Leave “{sign}” out" in caught.value.advice
    assert _fits(PatternModel(f"A{sign}9", CAPITALS + sign), f"A{sign}1")


@settings(deadline=None, max_examples=50)
@given(st.text("ABZ019", max_size=6))
def test_what_goes_on_sums_to_one_and_what_does_not_to_zero(text: str) -> None:
    model = PatternModel("A{0,2}9{1,3}A", CAPITALS)
    state = model.start()
    for character in text:
        state, increment = model.extend(state, character)
        total = float(np.exp(model.scores(state)).sum())
        assert total == pytest.approx(0.0 if increment == -inf else 1.0, abs=1e-9) or total == 0


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "no sign"),
        ("   ", "no sign"),
        ("A{", "belongs to no count"),
        ("{2}", "belongs to no count"),
        ("A{2}}", "belongs to no count"),
        ("A{3,2}", "counts nothing"),
        ("A{0}", "counts nothing"),
        ("A\\", "nothing follows"),
        ("9{300}", "longer than"),
        ("AÄ9", "no character for “Ä”"),
    ],
)
def test_a_malformed_pattern_is_told_with_advice(pattern: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        PatternModel(pattern, MARKED)
    assert "AAA-999" in caught.value.advice


@given(st.text("Aa9*{},\\12-x ", max_size=12))
def test_any_pattern_is_taken_or_refused(pattern: str) -> None:
    try:
        model = PatternModel(pattern, MARKED)
    except UsageError:
        return
    assert np.exp(model.scores(model.start())).sum() == pytest.approx(1.0, abs=1e-9)


def test_a_list_holds_its_words_and_no_others() -> None:
    model = WordListModel(["Anna", "Hannah", "O'Neil"], MARKED)
    assert all(_fits(model, word) for word in ("Anna", "ANNA", "Hannah", "O'Neil", "O'NEIL"))
    assert not any(_fits(model, word) for word in ("Ann", "anna", "Hanna", "Bob", "1"))
    assert model.log_probability("Anna") == pytest.approx(log(3 / 4 / 3))


def test_a_list_for_capitals_reads_capitals() -> None:
    model = WordListModel(["Anna", "O'Neil", "New York"], CAPITALS)
    assert all(_fits(model, word) for word in ("ANNA", "ONEIL", "NEWYORK"))
    assert np.exp(model.scores(model.start())).sum() == pytest.approx(1.0)


def test_sharp_s_is_one_letter_where_it_is_known() -> None:
    without, known = (WordListModel(["Maß"], CAPITALS + more) for more in ("", "ß"))
    assert _fits(without, "MASS")
    assert (_fits(known, "MAß"), _fits(known, "MASS")) == (True, True)
    assert _fits(PatternModel("AAa9", CAPITALS + "1ß"), "MAß1")


def test_words_that_are_equal_share_one_place() -> None:
    model = WordListModel(["a-b", "A B"], CAPITALS)
    assert model.log_probability("AB") == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("words", "reason"),
    [([], "empty"), (["Ännchen"], "no “Ä”"), (["!!"], "no letter or digit"), ([""], "no letter")],
)
def test_a_list_that_cannot_be_read_is_told(words: list[str], reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        WordListModel(words, CAPITALS)
    assert caught.value.advice
