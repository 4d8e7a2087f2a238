"""Spaces and row ends: put in and taken away."""

import pytest

from ocrdesk.errors import EditError
from ocrdesk.page.borders import join_lines, join_words, part_line, part_word
from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import Line, Page, Word
from ocrdesk.page.lookup import place_of
from tests.page.pages import assert_sound, page_of


def test_a_word_is_parted_before_a_letter() -> None:
    page = page_of("X", "ABC DE")
    after, change = part_word(page, 3)
    assert after.text == "X\nA BC DE"
    assert change == Change("Put a space before “B”", frozenset({3}))
    assert after.lines[0] is page.lines[0]
    assert after.glyphs == page.glyphs


@pytest.mark.parametrize("glyph_id", [1, 4])
def test_a_word_that_begins_there_is_not_parted(glyph_id: int) -> None:
    page = page_of("ABC DE")
    assert part_word(page, glyph_id) == (page, NOTHING)


def test_words_are_joined_at_a_letter() -> None:
    page = page_of("AB CD EF")
    after, change = join_words(page, 3)
    assert after.text == "ABCD EF"
    assert change == Change("Remove the space before “C”", frozenset({3}))
    after, change = join_words(page, 4, after=True)
    assert after.text == "AB CDEF"
    assert change == Change("Remove the space after “D”", frozenset({5}))


def test_no_space_is_nothing_to_remove() -> None:
    page = page_of("AB CD")
    assert join_words(page, 2) == (page, NOTHING)
    assert join_words(page, 3, after=True) == (page, NOTHING)


@pytest.mark.parametrize(("glyph_id", "after"), [(1, False), (3, False), (2, True), (5, True)])
def test_words_are_not_joined_over_the_end_of_a_row(glyph_id: int, after: bool) -> None:  # noqa: FBT001
    with pytest.raises(EditError, match="Join the row"):
        join_words(page_of("AB", "C DE"), glyph_id, after=after)


def test_a_row_is_parted_before_a_letter() -> None:
    page = page_of("X", "AB CD", "Y")
    for glyph_id, text, ids in (
        (4, "X\nAB\nCD\nY", {4, 5, 6}),
        (3, "X\nA\nB CD\nY", {3, 4, 5, 6}),
        (5, "X\nAB C\nD\nY", {5, 6}),
    ):
        after, change = part_line(page, glyph_id)
        assert after.text == text
        assert change == Change("Part row 2", frozenset(ids))
        assert after.glyphs == page.glyphs
    assert part_line(page, 2) == (page, NOTHING)


def test_rows_one_below_the_other_follow_each_other() -> None:
    page = page_of("AB C", "DE", "F")
    after, change = join_lines(page, 0)
    assert after.text == "AB C DE\nF"
    assert change == Change("Join rows 1 and 2", frozenset({4, 5, 6}))
    with pytest.raises(EditError, match="No row comes after"):
        join_lines(after, 1)
    for line in (-1, 2):
        with pytest.raises(EditError, match="has no row"):
            join_lines(after, line)


def test_parts_of_one_row_are_joined_by_where_their_words_stand() -> None:
    row = page_of("AB CD EF GH").lines[0].words
    rest = page_of("", "X").lines[-1]
    page = Page(900, 600, (Line((row[1], row[3])), Line((row[0], row[2])), rest))
    assert join_lines(page, 0)[0].text == "AB CD EF GH\nX"


def test_letters_inside_another_part_s_word_go_into_it() -> None:
    a, b, c, d, e = page_of("ABCDE").lines[0].glyphs
    page = Page(900, 600, (Line((Word((a, c)), Word((e,)))), Line((Word((b, d)),))))
    after, _ = join_lines(page, 0)
    assert "".join(after.text.split()) == "ABCDE"
    assert_sound(after)


@pytest.mark.parametrize("glyph_id", range(1, 10))
def test_what_is_parted_can_be_joined_again(glyph_id: int) -> None:
    page = page_of("ABC DE", "FG HI")
    after, change = part_word(page, glyph_id)
    assert_sound(after)
    assert after.glyphs == page.glyphs
    if change:
        assert join_words(after, glyph_id)[0] == page
    after, change = part_line(page, glyph_id)
    assert_sound(after)
    if change:
        back, _ = join_lines(after, place_of(after, glyph_id).line - 1)
        assert back.glyphs == page.glyphs
        if place_of(page, glyph_id).glyph:  # a word that the end of a row has parted stays so
            back, _ = join_words(back, glyph_id)
        assert back == page
