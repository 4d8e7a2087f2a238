"""Splitting, merging and cutting anew: the same ink as other letters."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.page import edits
from ocrdesk.page.parting import Part, halves, merge, recut, split, split_at
from tests.page.pages import assert_sound, page_of, read_as


def test_a_split_puts_the_parts_in_the_place_of_the_letter() -> None:
    page, _ = edits.set_correction(page_of("AHB C", "D"), 2, "N")
    box = page.glyph(2).box
    left, right = halves(box, box.left + 7)
    after, change = split(page, 2, [Part(right, read_as("I")), Part(left, read_as("L"))])
    assert after.text == "ALIB C\nD"
    assert change == edits.Change("Split “N”", frozenset({2, 6}))
    assert after.glyph(2).box == left
    assert after.glyph(6).box == right
    assert not after.glyph(2).is_confirmed
    assert after.lines[1] is page.lines[1]
    assert after.lines[0].words[1] is page.lines[0].words[1]


def test_parts_may_be_labelled_or_not_read_at_all() -> None:
    page = page_of("H")
    boxes = halves(page.glyph(1).box, 30)
    after, _ = split(page, 1, [Part(boxes[0], read_as("L"), "1"), Part(boxes[1])])
    assert after.text == "1\N{REPLACEMENT CHARACTER}"
    assert [glyph.correction for glyph in after.glyphs] == ["1", None]
    assert [glyph.predictions for glyph in after.glyphs] == [read_as("L"), ()]
    with pytest.raises(EditError, match="cannot be the label"):
        split(page, 1, [Part(boxes[0], label=" "), Part(boxes[1])])


def test_a_split_into_three_with_a_box_over_the_edge() -> None:
    page = page_of("M")
    parts = [Part(BoundingBox(x, 40, x + 30, 70)) for x in (-10, 20, 50)]
    after, change = split(page, 1, parts)
    assert [glyph.id for glyph in after.glyphs] == [1, 2, 3]
    assert change.glyph_ids == {1, 2, 3}
    assert after.glyph(1).box == BoundingBox(0, 40, 20, 70)


def test_splitting_at_a_line() -> None:
    page = page_of("AB")
    after, change = split_at(page, 1, 31, predictions=(read_as("I"), read_as("J")))
    assert after.text == "IJB"
    assert after.glyph(1).box == BoundingBox(20, 40, 31, 70)
    assert after.glyph(3).box == BoundingBox(31, 40, 40, 70)
    assert change.name == "Split “A”"
    assert split_at(page, 1, 31)[0].glyph(3).predictions == ()


@pytest.mark.parametrize("x", [-5, 20, 40, 900])
def test_a_line_beside_the_letter_splits_nothing(x: int) -> None:
    with pytest.raises(EditError, match="does not cross"):
        split_at(page_of("A"), 1, x)


def test_a_letter_one_pixel_wide_cannot_be_halved() -> None:
    with pytest.raises(EditError, match="does not cross"):
        halves(BoundingBox(3, 0, 4, 9), 4)


@pytest.mark.parametrize("count", [0, 1])
def test_a_split_needs_two_parts(count: int) -> None:
    page = page_of("A")
    with pytest.raises(EditError, match="two or more"):
        split(page, 1, [Part(page.glyph(1).box)] * count)


def test_a_part_outside_the_page_is_refused() -> None:
    page = page_of("A")
    with pytest.raises(EditError, match="outside"):
        split(page, 1, [Part(page.glyph(1).box), Part(BoundingBox(2000, 0, 2010, 9))])


def test_a_merge_takes_the_box_around_and_drops_what_was_said_of_the_pieces() -> None:
    page, _ = edits.set_correction(page_of("ARNB"), 2, "R")
    after, change = merge(page, [3, 2], read_as("M"))
    assert after.text == "AMB"
    assert after.glyph(2).box == BoundingBox(48, 40, 96, 70)
    assert not after.glyph(2).is_confirmed
    assert change == edits.Change("Merge “RN”", frozenset({2, 3}))
    assert merge(page, {1, 2, 3, 4})[1].name == "Merge 4 letters"


def test_a_merge_over_a_space_joins_the_words() -> None:
    page = page_of("AB CD E")
    assert merge(page, {2, 3}, read_as("X"))[0].text == "AXD E"
    assert merge(page, {4, 5}, read_as("X"))[0].text == "AB CX"


@pytest.mark.parametrize(
    ("ids", "message"),
    [
        ([], "No letters"),
        ([1], "two or more"),
        ([1, 1], "two or more"),
        ([1, 3], "“B” stands between"),
        ([3, 4], "different rows"),
        ([1, 99], "no longer on the page"),
    ],
)
def test_what_cannot_be_merged(ids: list[int], message: str) -> None:
    with pytest.raises(EditError, match=message):
        merge(page_of("ABC", "D"), ids)


def test_letters_cut_anew_keep_their_ids_as_far_as_there_are_any() -> None:
    page = page_of("AB", "C")
    box = enclosing(glyph.box for glyph in page.lines[0].glyphs)
    thirds = [BoundingBox(20 + 16 * i, box.top, 36 + 16 * i, box.bottom) for i in range(3)]
    parts = [Part(third, read_as(c)) for third, c in zip(thirds, "XYZ", strict=True)]
    after, change = recut(page, [1, 2], parts)
    assert after.text == "XYZ\nC"
    assert [glyph.id for glyph in after.lines[0].glyphs] == [1, 2, 4]
    assert change == edits.Change("Cut “AB” anew", frozenset({1, 2, 4}))
    with pytest.raises(EditError, match="Delete it"):
        recut(page, [1, 2], [])


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 8), st.lists(st.integers(21, 39), min_size=1, max_size=4, unique=True))
def test_a_split_undone_by_a_merge_gives_the_box_back(glyph_id: int, cuts: list[int]) -> None:
    page = page_of("ABC DE", "FGH")
    box = page.glyph(glyph_id).box
    edges = [box.left, *(box.left + cut - 20 for cut in sorted(cuts)), box.right]
    boxes = [BoundingBox(a, box.top, b, box.bottom) for a, b in pairwise(edges)]
    parted, change = split(page, glyph_id, [Part(part) for part in reversed(boxes)])
    assert_sound(parted)
    assert len(parted.glyphs) == len(page.glyphs) + len(cuts)
    assert [parted.glyph(i).box for i in sorted(change.glyph_ids, key=parted.position)] == boxes
    after, _ = merge(parted, change.glyph_ids, page.glyph(glyph_id).predictions)
    assert after == page
