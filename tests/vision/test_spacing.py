"""Gaps between words are told from gaps between letters."""

import numpy as np
import pytest

from ocrdesk.vision.spacing import Floats, Spacing, explain, row_spacings, spread_out, word_starts


def _starts(rows: list[Floats]) -> list[list[int]]:
    """Return the word starts of all rows, each explained among the others."""
    return [word_starts(row, own) for row, own in zip(rows, row_spacings(rows), strict=True)]


def test_two_kinds_of_gap_are_told_apart() -> None:
    assert _starts([np.array([0.3, 0.4, 1.5, 0.35, 0.3, 1.6, 0.4])]) == [[3, 6]]


def test_one_kind_of_narrow_gap_is_one_word() -> None:
    assert _starts([np.array([0.3, 0.35, 0.5, 0.4])]) == [[]]


def test_one_kind_of_wide_gap_is_a_word_each() -> None:
    assert _starts([np.array([1.0, 1.2, 1.1, 0.9, 1.3])]) == [[1, 2, 3, 4, 5]]


@pytest.mark.parametrize("wider", [0.9, 0.95, 1.0, 1.05, 1.1])
def test_letters_apart_stay_so_however_unlike_their_gaps(wider: float) -> None:
    rows = [  # A to Z and digits as a person wrote them, the rows falling steeply
        [0.77, 0.52, 0.94, 0.81, 0.75, 0.55],
        [0.95, 0.65, 1.24, 1.20, 0.92, 0.69],
        [1.44, 1.03, 1.27, 1.46, 1.08, 0.82],
        [1.14, 0.90, 1.20, 1.26],
        [1.70, 1.09, 1.08, 0.79, 0.98, 0.71, 1.13, 0.51, 0.66],
    ]
    mean = np.mean(np.concatenate(rows))
    found = _starts([mean + (np.array(row) - mean) * wider for row in rows])
    assert found == [list(range(1, len(row) + 1)) for row in rows]


def test_one_row_of_letters_unevenly_apart_may_be_a_word_written_wide() -> None:
    assert not row_spacings([np.array([1.7, 1.0, 1.1, 0.5, 0.9, 0.5, 1.3, 0.5, 1.4])])[
        0
    ].letters_stand_alone


def test_a_row_of_one_letter_has_no_words_to_part() -> None:
    assert _starts([np.empty(0)]) == [[]]
    assert _starts([]) == []


def test_the_page_tells_a_short_row_how_its_hand_spaces() -> None:
    wide = np.array([0.8, 0.9, 0.7, 2.4, 0.8, 0.9, 2.6, 0.8, 0.7])
    assert _starts([wide, np.array([0.9, 0.8])]) == [[4, 7], []]


@pytest.mark.parametrize("factor", [0.8, 1.0, 1.25])
def test_a_hand_that_spaces_a_little_wider_is_parted_alike(factor: float) -> None:
    rows = [np.array([0.4, 0.5, 1.6, 0.4, 0.45, 0.5, 1.7, 0.3]) * factor]
    assert _starts(rows) == [[3, 7]]


def test_without_gaps_the_expectation_stands() -> None:
    expected = Spacing(letter=0.5, word=1.8)
    assert explain(np.empty(0), expected) is expected


def test_wider_gaps_never_have_lower_odds() -> None:
    odds = Spacing().word_odds(np.linspace(0.0, 3.0, 60))
    assert np.all(np.diff(odds[10:]) >= -1e-9)


def test_spread_out_letters_are_parted_only_where_the_gap_is_far_wider() -> None:
    gap_sizes = np.array([1.0, 1.2, 1.1, 3.4, 0.9, 1.3])
    odds = spread_out(gap_sizes).word_odds(gap_sizes)
    assert np.flatnonzero(odds > 0).tolist() == [3]
    assert odds[[0, 1, 2, 4, 5]].max() < -1
