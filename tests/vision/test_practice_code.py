"""The code on a practice sheet: every sheet that can be asked for comes back, damage is noticed."""

import string

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.vision import practice_code
from ocrdesk.vision.practice_code import NewerCodeError, decode, encode
from ocrdesk.vision.practice_page import PAPERS, PracticePage

EVERYTHING = string.ascii_uppercase + string.digits + string.ascii_lowercase + ".,-'!?:/"


@given(
    st.lists(st.sampled_from("ABCÄÖÜß€xyz123?é"), min_size=1, unique=True).map("".join),
    st.integers(1, 40),
    st.sampled_from(list(PAPERS)),
    st.integers(0, 3),
)
def test_a_sheet_comes_back_from_its_code(
    characters: str, copies: int, paper: str, number: int
) -> None:
    count = PracticePage(characters, copies, paper).count
    page = PracticePage(characters, copies, paper, number % count)
    assert decode(encode(page)) == page


def test_all_characters_of_a_reader_and_seven_more_fit() -> None:
    page = PracticePage(EVERYTHING + "ÄÖÜäöüß€", 40, "letter", 17)
    assert decode(encode(page)) == page


def test_too_many_foreign_characters_do_not_fit() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        encode(PracticePage("".join(map(chr, range(0x410, 0x430))), 1))


@given(st.integers(0, 383), st.integers(0, 383))
def test_wrong_squares_are_noticed(one: int, other: int) -> None:
    squares = encode(PracticePage(EVERYTHING, 5))
    squares.flat[one] ^= True
    if other != one:
        squares.flat[other] ^= True
    assert decode(squares) is None


def test_a_code_upside_down_is_none() -> None:
    assert decode(encode(PracticePage(EVERYTHING, 5))[::-1, ::-1]) is None


def test_a_newer_code_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice_code, "VERSION", 2)
    squares = encode(PracticePage("ABC", 5))
    monkeypatch.undo()
    with pytest.raises(NewerCodeError):
        decode(squares)


def test_black_and_white_squares_are_about_as_many_everywhere() -> None:
    squares = encode(PracticePage("ABC", 5))
    shares = [part.mean() for part in np.array_split(squares, 8, axis=1)]
    assert min(shares) > 0.25
    assert max(shares) < 0.75
