"""Edits on a page: what they change, what they leave alone, and what they refuse."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.elements import Glyph, Page
from tests.page.pages import assert_sound, page_of, read_as


def test_a_correction_confirms_and_keeps_what_was_read() -> None:
    page = page_of("HE11O")
    after, change = edits.set_correction(page, 3, "L")
    assert after.text == "HEL1O"
    assert after.glyph(3).is_confirmed
    assert after.glyph(3).predictions == page.glyph(3).predictions
    assert change == edits.Change("Set “L”", frozenset({3}))
    assert page.text == "HE11O"


def test_a_correction_equal_to_the_reading_is_called_a_confirmation() -> None:
    _, change = edits.set_correction(page_of("HI"), 1, "H")
    assert change.name == "Confirm “H”"


def test_confirming_gives_the_most_probable_character() -> None:
    after, change = edits.confirm(page_of("HI"), 2)
    assert after.glyph(2).correction == "I"
    assert change.glyph_ids == {2}


def test_a_letter_never_read_cannot_be_confirmed() -> None:
    page, change = edits.add_glyph(page_of("HI"), BoundingBox(300, 40, 320, 70))
    with pytest.raises(EditError, match="not been read"):
        edits.confirm(page, min(change.glyph_ids))


def test_clearing_brings_the_reading_back() -> None:
    page, _ = edits.set_correction(page_of("HI"), 1, "K")
    after, change = edits.clear_correction(page, 1)
    assert after == page_of("HI")
    assert change.name == "Clear “K”"


@pytest.mark.parametrize("character", ["", "AB", " ", "\n", "\x7f", "e\u0301\u0301", "\u0301"])
def test_a_label_is_one_printable_mark(character: str) -> None:
    with pytest.raises(EditError, match="cannot be the label"):
        edits.set_correction(page_of("HI"), 1, character)


def test_a_composed_label_is_kept_composed() -> None:
    after, _ = edits.set_correction(page_of("HI"), 1, "A\u0308")
    assert after.glyph(1).correction == "\u00c4"


@pytest.mark.parametrize(
    "edit",
    [
        lambda page: edits.set_correction(page, 99, "A"),
        lambda page: edits.confirm(page, 99),
        lambda page: edits.clear_correction(page, 99),
        lambda page: edits.delete(page, 99),
        lambda page: edits.move_resize(page, 99, BoundingBox(0, 0, 5, 5)),
        lambda page: edits.replace_predictions(
            page, [Glyph(99, BoundingBox(0, 0, 5, 5), read_as("A"))]
        ),
    ],
)
def test_an_unknown_glyph_is_refused(edit: Callable[[Page], object]) -> None:
    with pytest.raises(EditError, match="no longer on the page"):
        edit(page_of("HI"))


def test_nothing_to_do_is_an_empty_change() -> None:
    page, _ = edits.confirm(page_of("HI"), 1)
    for after, change in (
        edits.confirm(page, 1),
        edits.set_correction(page, 1, "H"),
        edits.clear_correction(page, 2),
        edits.move_resize(page, 2, page.glyph(2).box),
        edits.replace_predictions(page, [page.glyph(2)]),
    ):
        assert after is page
        assert not change


def test_deleting_the_last_letter_takes_word_and_row_along() -> None:
    page = page_of("A BC", "D")
    after, change = edits.delete(page, 1)
    assert after.text == "BC\nD"
    assert change.glyph_ids == {1}
    assert 1 not in after
    after, _ = edits.delete(after, 4)
    assert after.text == "BC"
    for glyph_id in (2, 3):
        after, _ = edits.delete(after, glyph_id)
    assert after.lines == ()


def test_an_edit_shares_the_rows_it_does_not_touch() -> None:
    page = page_of("AB CD", "EF")
    after, _ = edits.set_correction(page, 1, "X")
    assert after.lines[1] is page.lines[1]
    assert after.lines[0].words[1] is page.lines[0].words[1]


@pytest.mark.parametrize("slope", [0.0, 0.12, -0.12])
def test_a_new_letter_finds_its_row_on_a_sloping_page(slope: float) -> None:
    page = page_of("ABCDEFGH IJKLMNO", "PQRSTUVW XYZABCD", slope=slope)
    gone = page.glyph(26)
    without, _ = edits.delete(page, gone.id)
    after, change = edits.add_glyph(without, gone.box, gone.predictions)
    assert after.text == page.text
    assert after.glyph(min(change.glyph_ids)).box == gone.box


@pytest.mark.parametrize(
    ("left", "text"),
    [(104, "ABCX DE"), (112, "ABC XDE"), (300, "ABC DE X")],
)
def test_a_new_letter_joins_the_word_it_touches(left: int, text: str) -> None:
    page = page_of("ABC DE")
    box = BoundingBox(left, 42, left + 18, 70)
    after, _ = edits.add_glyph(page, box, read_as("X"))
    assert after.text == text


def test_a_letter_far_from_the_rows_starts_its_own() -> None:
    page = page_of("AB", "CD")
    assert edits.add_glyph(page, BoundingBox(30, 300, 50, 330), read_as("X"))[0].text == "AB\nCD\nX"
    assert edits.add_glyph(page, BoundingBox(30, 1, 50, 9), read_as("X"))[0].text == "X\nAB\nCD"


def test_the_first_letter_of_an_empty_page() -> None:
    after, change = edits.add_glyph(Page(100, 100), BoundingBox(-10, 5, 30, 40), read_as("A"))
    assert after.text == "A"
    assert after.glyph(min(change.glyph_ids)).box == BoundingBox(0, 5, 30, 40)


def test_a_box_outside_the_page_is_refused() -> None:
    with pytest.raises(EditError, match="outside"):
        edits.add_glyph(Page(100, 100), BoundingBox(200, 5, 230, 40))


def test_a_small_move_keeps_the_place_in_the_text() -> None:
    page = page_of("AB CD")
    after, change = edits.move_resize(page, 2, page.glyph(2).box.moved(9, 5))
    assert after.text == "AB CD"
    assert change.name == "Move “B”"
    box = page.glyph(2).box
    wider = BoundingBox(box.left, box.top, box.right + 4, box.bottom)
    assert edits.move_resize(page, 2, wider)[1].name == "Resize “B”"


def test_a_move_past_a_neighbour_reorders_and_one_off_the_row_changes_rows() -> None:
    page = page_of("ABC", "DEF")
    box = page.glyph(1).box
    assert edits.move_resize(page, 1, box.moved(34, 0))[0].text == "BAC\nDEF"
    assert edits.move_resize(page, 1, box.moved(3 * 28, 60))[0].text == "BC\nDEFA"


def test_a_moved_letter_is_read_anew_unless_confirmed() -> None:
    page = page_of("AB")
    box = page.glyph(1).box.moved(1, 0)
    assert edits.move_resize(page, 1, box, predictions=read_as("X"))[0].text == "XB"
    page, _ = edits.confirm(page, 1)
    after, _ = edits.move_resize(page, 1, box, predictions=read_as("X"))
    assert after.glyph(1).predictions == page.glyph(1).predictions


def test_a_typed_letter_is_read_once_a_person_has_fitted_its_box() -> None:
    page, _ = edits.add_glyph(page_of("AB"), BoundingBox(76, 40, 96, 70))
    page, _ = edits.set_correction(page, 3, "C")
    box = page.glyph(3).box.moved(1, 0)
    after, _ = edits.move_resize(page, 3, box, predictions=read_as("G"))
    assert after.text == "ABC"
    assert after.glyph(3).predictions == read_as("G")


def test_reading_again_never_touches_a_confirmed_letter() -> None:
    page, _ = edits.set_correction(page_of("ABC"), 2, "8")
    read = [replace(glyph, predictions=read_as("Q"), ink=read_as("O")) for glyph in page.glyphs]
    after, change = edits.replace_predictions(page, read)
    assert after.glyph(1).ink == read_as("O")
    assert after.text == "Q8Q"
    assert after.glyph(2) is page.glyph(2)
    assert change == edits.Change("Read again", frozenset({1, 3}))


_boxes = st.builds(
    lambda x, y, w, h: BoundingBox(x, y, x + w, y + h),
    st.integers(0, 850), st.integers(0, 560), st.integers(1, 60), st.integers(1, 60),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["add", "move", "set", "delete"]), _boxes), max_size=25))
def test_any_run_of_edits_leaves_a_sound_page(steps: list[tuple[str, BoundingBox]]) -> None:
    page = page_of("AB C", "DE")
    confirmed: dict[int, str] = {}
    for kind, box in steps:
        ids = [glyph.id for glyph in page.glyphs]
        if kind == "add" or not ids:
            page, _ = edits.add_glyph(page, box, read_as("N"))
            continue
        target = ids[box.left % len(ids)]
        if kind == "move":
            page, _ = edits.move_resize(page, target, box)
        elif kind == "set":
            page, _ = edits.set_correction(page, target, "S")
            confirmed[target] = "S"
        else:
            page, _ = edits.delete(page, target)
            confirmed.pop(target, None)
    assert_sound(page)
    assert {g.id: g.correction for g in page.glyphs if g.correction} == confirmed
    for line in page.lines:
        for word in line.words:
            assert all(a.box.center[0] <= b.box.center[0] for a, b in pairwise(word.glyphs))
