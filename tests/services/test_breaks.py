"""Breaks between rows and words are counted apart from the letters around them."""

from ocrdesk.page.charset import PRINT36
from ocrdesk.services.breaks import BreakCount, compare_breaks, words_of

TRUTH = ["1. MAKE A LIST", "2. NAP"]


def test_wrong_letters_leave_right_breaks_right() -> None:
    rows, words = compare_breaks(TRUTH, ["I NAKE A L1ST", "Z MAP"], PRINT36)
    assert rows == BreakCount(1, 0, 0)
    assert words == BreakCount(4, 0, 0)
    assert rows.is_right
    assert words.is_right


def test_a_missed_and_an_added_space_are_told() -> None:
    _, words = compare_breaks(TRUTH, ["1 MA KE ALIST", "2 NAP"], PRINT36)
    assert words == BreakCount(4, 1, 1)


def test_rows_read_as_one_miss_the_row_break_and_add_a_space() -> None:
    rows, words = compare_breaks(TRUTH, ["1 MAKE A LIST 2 NAP"], PRINT36)
    assert rows == BreakCount(1, 1, 0)
    assert words == BreakCount(4, 0, 1)
    assert not rows.is_right


def test_a_lost_letter_beside_a_row_break_is_no_break_error() -> None:
    rows, _ = compare_breaks(["0000", "0000"], ["000", "0000"], PRINT36)
    assert rows == BreakCount(1, 0, 0)


def test_signs_outside_the_charset_leave_no_empty_words_or_rows() -> None:
    assert words_of(["A - B", "?!", "C"], PRINT36) == "A B\nC"


def test_counts_add_up() -> None:
    total = BreakCount(1, 1, 0) + BreakCount(2, 0, 3)
    assert total.as_json() == {"expected": 3, "missed": 1, "added": 3}
