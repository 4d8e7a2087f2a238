"""Error rates as the data's README defines them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from ocrdesk.page.charset import PRINT36, Charset
from ocrdesk.services.error_rates import (
    Confusion,
    ErrorCount,
    best_stretch,
    confusions_between,
    count_errors,
    letters_of,
    most_frequent,
    text_of,
)


def test_letters_are_capitals_without_spaces_and_strange_signs() -> None:
    assert letters_of("1. Make a\nto-do list", PRINT36) == "1MAKEATODOLIST"


def test_letters_keep_their_case_where_the_charset_knows_it() -> None:
    assert letters_of("No one's", Charset("Nabcdefghijklmnopqrstuvwxyz")) == "Noones"


def test_text_has_single_spaces_and_a_break_between_rows() -> None:
    assert text_of(["  NO   ONE'S PEN ", "A\tB"]) == "NO ONE'S PEN\nA B"


def test_a_rate_is_errors_by_length_of_the_truth() -> None:
    count = count_errors("KITTEN", "SITTING")
    assert (count.errors, count.length) == (3, 6)
    assert count.rate == pytest.approx(0.5)
    assert (count + ErrorCount(1, 4)).as_json() == {"errors": 4, "length": 10, "rate": 0.4}


def test_an_empty_truth_has_no_rate() -> None:
    assert count_errors("", "AB") == ErrorCount(2, 0)
    assert ErrorCount(2, 0).rate is None


def test_confusions_name_wrong_lost_and_extra_letters() -> None:
    found = confusions_between("HELLO", "HE1LOX")
    assert found == {("L", "1"): 1, ("", "X"): 1}
    assert confusions_between("AB", "A") == {("B", ""): 1}


def test_confusions_are_as_many_as_errors() -> None:
    assert confusions_between("REFRIGERATOR", "REFR1GEPATO").total() == 3


def test_the_most_frequent_come_first_and_equals_by_alphabet() -> None:
    counts = confusions_between("OOBIA", "00818")
    assert most_frequent(counts, limit=2) == (Confusion("O", "0", 2), Confusion("A", "8", 1))


def test_the_best_stretch_leaves_form_print_out() -> None:
    assert best_stretch("DUPONT", "NOMDUPQNTPRENOM") == "DUPQNT"
    assert best_stretch("DUPONT", "") == ""
    assert best_stretch("", "NOM") == ""


@given(st.text("AB", max_size=5), st.text("ABC", max_size=7))
def test_no_stretch_is_nearer_than_the_best(truth: str, read: str) -> None:
    best = Levenshtein.distance(truth, best_stretch(truth, read))
    ends = itertools.combinations_with_replacement(range(len(read) + 1), 2)
    stretches = [(read[start:end], start) for start, end in ends]
    nearest = [(s, at) for s, at in stretches if Levenshtein.distance(truth, s) == best]
    assert best == min(Levenshtein.distance(truth, s) for s, _ in stretches)
    shortest = min(nearest, key=lambda found: (len(found[0]), found[1]))
    assert best_stretch(truth, read) == shortest[0]
