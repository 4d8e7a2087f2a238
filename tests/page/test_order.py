"""The reading order of rows and letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocrdesk.errors import EditError
from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.order import move_glyphs, move_glyphs_to_line, move_line
from tests.page.pages import assert_sound, ids_of, page_of


@pytest.mark.parametrize(
    ("line", "to", "text", "name", "ids"),
    [
        (0, 2, "B\nC\nA\nD", "Move row 1 down", {1, 2, 3}),
        (3, 0, "D\nA\nB\nC", "Move row 4 up", {1, 2, 3, 4}),
        (2, 1, "A\nC\nB\nD", "Move row 3 up", {2, 3}),
    ],
)
def test_rows_change_places(line: int, to: int, text: str, name: str, ids: set[int]) -> None:
    page = page_of("A", "B", "C", "D")
    after, change = move_line(page, line, to)
    assert after.text == text
    assert change == Change(name, frozenset(ids))
    assert {id(line) for line in after.lines} == {id(line) for line in page.lines}
    assert move_line(after, to, line)[0] == page


def test_a_row_that_stays_or_is_not_there() -> None:
    page = page_of("A", "B")
    assert move_line(page, 1, 1) == (page, NOTHING)
    for line, to in ((2, 0), (0, 2), (-1, 0), (0, -1)):
        with pytest.raises(EditError, match="has no row"):
            move_line(page, line, to)


def test_letters_go_to_another_row_by_where_they_stand() -> None:
    page = page_of("ABC DE", "FG HI", "J")
    after, change = move_glyphs_to_line(page, ids_of(page, "C"), 1)
    assert after.text == "AB DE\nFGC HI\nJ"
    assert change.name == "Move “C” to row 2"
    assert change.glyph_ids == {3}
    assert after.glyph(3) is page.glyph(3)
    after, change = move_glyphs_to_line(page, ids_of(page, "JD"), 0)
    assert after.text == "AJBC DE\nFG HI"
    assert change.name == "Move “J” to row 1"


def test_a_row_emptied_by_moving_goes() -> None:
    page = page_of("A", "BCD", "E")
    after, change = move_glyphs_to_line(page, [1, 5], 1)
    assert len(after.lines) == 1
    assert sorted(after.text.replace(" ", "")) == list("ABCDE")
    assert change.glyph_ids == {1, 2, 3, 4, 5}
    assert change.name == "Move 2 letters to row 2"


def test_letters_that_are_in_the_row_stay() -> None:
    page = page_of("AB", "C")
    assert move_glyphs_to_line(page, [1, 2], 0) == (page, NOTHING)
    assert move_glyphs_to_line(page, [], 0) == (page, NOTHING)
    with pytest.raises(EditError, match="has no row 3"):
        move_glyphs_to_line(page, [1], 2)
    with pytest.raises(EditError, match="no longer"):
        move_glyphs_to_line(page, [9], 0)


@pytest.mark.parametrize(
    ("letters", "step", "text"),
    [
        ("A", 1, "BA CD E"),
        ("A", 2, "B ACD E"),
        ("B", 1, "A BCD E"),
        ("C", -1, "ABC D E"),
        ("C", -2, "ACB D E"),
        ("A", 99, "B CD EA"),
        ("BC", 1, "ADB C E"),
        ("E", -1, "AB E CD"),
        ("E", -99, "E AB CD"),
        ("AB", 1, "CD AB E"),
        ("CDE", -1, "CD E AB"),
        ("CD", 1, "AB E CD"),
    ],
)
def test_letters_move_over_letters_and_spaces_and_words_over_words(
    letters: str, step: int, text: str
) -> None:
    page = page_of("AB CD E", "F")
    after, change = move_glyphs(page, ids_of(page, letters), step)
    assert after.text == f"{text}\nF"
    assert change
    assert after.lines[1] is page.lines[1]


def test_names_of_moves_and_moves_of_nothing() -> None:
    page = page_of("ABC", "D")
    assert move_glyphs(page, [2], -1)[1].name == "Move “B” earlier in the row"
    assert move_glyphs(page, [1, 2], 1)[1].name == "Move 2 letters later in the row"
    for ids, step in (([1], -1), ([3], 2), ([2], 0), ([], 1), ([1, 2, 3], 1)):
        assert move_glyphs(page, ids, step) == (page, NOTHING)
    with pytest.raises(EditError, match="stands between"):
        move_glyphs(page, [1, 3], 1)
    with pytest.raises(EditError, match="different rows"):
        move_glyphs(page, [3, 4], 1)


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(1, 9), min_size=1), st.integers(0, 2), st.integers(-4, 4))
def test_moving_loses_nothing(ids: set[int], line: int, step: int) -> None:
    page = page_of("ABC D", "EF", "GH I")
    after, _ = move_glyphs_to_line(page, ids, line)
    assert_sound(after)
    assert {glyph.id: glyph for glyph in after.glyphs} == {g.id: g for g in page.glyphs}
    moved, _ = move_glyphs(after, [min(ids)], step)
    assert_sound(moved)
    assert sorted(moved.glyphs, key=lambda g: g.id) == sorted(page.glyphs, key=lambda g: g.id)
