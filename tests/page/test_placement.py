"""Where boxes belong, and that a place a person chose outlasts a nudge."""

import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits, order
from ocrdesk.page.elements import Line
from ocrdesk.page.placement import are_level, is_still_in_place, removed, without
from tests.page.pages import page_of, read_as


def test_rows_without_the_removed_are_shared() -> None:
    page = page_of("AB CD", "EF", "G")
    lines = removed(page, {1, 7})
    assert [line.text for line in lines] == ["B CD", "EF"]
    assert lines[1] is page.lines[1]
    assert lines[0].words[1] is page.lines[0].words[1]


def test_nothing_is_left_of_a_row_without_its_letters() -> None:
    line = page_of("A B").lines[0]
    assert without(line, {1, 2}) is None
    assert without(line, {9}) is line


def test_an_order_against_the_boxes_outlasts_a_nudge() -> None:
    page, _ = order.move_glyphs(page_of("ABC"), {1}, 1)
    assert page.text == "BAC"
    box = page.glyph(1).box
    assert edits.move_resize(page, 1, box.moved(2, 1))[0].text == "BAC"
    passed = edits.move_resize(page, 1, box.moved(60, 0))[0]
    assert passed.text == "BCA"


def test_a_row_chosen_against_the_boxes_outlasts_a_nudge() -> None:
    page, _ = order.move_glyphs_to_line(page_of("ABC", "DEF", "GHI"), {2}, 2)
    assert page.text == "AC\nDEF\nGHBI"
    box = page.glyph(2).box
    assert edits.move_resize(page, 2, box.moved(1, 3))[0].text == "AC\nDEF\nGHBI"
    assert edits.move_resize(page, 2, box.moved(0, 60))[0].text == "AC\nDEBF\nGHI"


def test_a_new_letter_leaves_the_order_of_its_word_alone() -> None:
    page, _ = order.move_glyphs(page_of("ABCD"), {1}, 1)
    box = BoundingBox(134, 42, 152, 70)
    assert edits.add_glyph(page, box, read_as("X"))[0].text == "BACDX"


@pytest.mark.parametrize(("dy", "is_still"), [(0, True), (20, True), (60, False)])
def test_a_letter_alone_in_its_row_leaves_it_by_going_far(dy: int, *, is_still: bool) -> None:
    page = page_of("A")
    assert is_still_in_place(page, 1, page.glyph(1).box.moved(0, dy)) is is_still


def test_rows_are_level_by_what_stands_next_to_each_other() -> None:
    page = page_of("ABC", "DEF", slope=0.1)
    assert not are_level(*page.lines)
    words = page_of("ABC DEF GHI", slope=0.12).lines[0].words
    assert are_level(Line(words[:2]), Line(words[2:]))


@pytest.mark.parametrize("slope", [-0.25, -0.16, 0.0, 0.16, 0.25])
@pytest.mark.parametrize("row", ["MY", "MYPE"])
def test_a_letter_beyond_the_end_of_a_sloping_row_belongs_to_it(row: str, slope: float) -> None:
    """It became a row of its own, and all rows after it were renumbered."""
    page = page_of("THIS IS MINE", row, "THAT IS YOURS", slope=slope)
    last = page.lines[1].glyphs[-1].box
    away = 5 * 28  # pixels: letters between them were not found
    box = last.moved(away, round(away * slope))
    added = edits.add_glyph(page, box, read_as("N"))[0]
    assert added.text == f"THIS IS MINE\n{row} N\nTHAT IS YOURS"
