"""Edits of many letters at once: one entry of the history, with a name that says how many."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import Page
from ocrdesk.page.several import clear_all, confirm_all, delete_all, set_corrections
from tests.page.pages import assert_sound, page_of

SEVEN = range(1, 8)


def test_deleting_letters_takes_empty_words_and_rows_along() -> None:
    page = page_of("AB C", "DE", "FG H", "I")
    after, change = delete_all(page, SEVEN)
    assert after.text == "H\nI"
    assert change == Change("Delete 7 letters", frozenset(range(1, 10)))
    assert delete_all(page, [4])[1] == Change("Delete “D”", frozenset({4}))
    assert delete_all(page, range(1, 10))[0].lines == ()


def test_one_character_for_many() -> None:
    page = page_of("5S55S", "55XY")
    after, change = set_corrections(page, [*SEVEN, 3], "S")
    assert after.text == "SSSSS\nSSXY"
    assert change == Change("Set 7 letters to “S”", frozenset(SEVEN))
    assert all(after.glyph(i).is_confirmed for i in SEVEN)
    assert set_corrections(after, SEVEN, "S") == (after, NOTHING)
    assert set_corrections(after, [1, 8], "S")[1] == Change("Set “S”", frozenset({8}))
    assert set_corrections(page, [2, 5], "S")[1].name == "Confirm 2 letters"
    composed, _ = set_corrections(page, [1, 2], "A\u0308")
    assert composed.glyph(2).correction == "\u00c4"


def test_confirming_passes_over_what_was_never_read() -> None:
    page, added = edits.add_glyph(page_of("ABC"), BoundingBox(300, 40, 320, 70))
    (unread,) = added.glyph_ids
    after, change = confirm_all(page, [1, 2, unread])
    assert change == Change("Confirm 2 letters", frozenset({1, 2}))
    assert not after.glyph(unread).is_confirmed
    assert confirm_all(after, [1, 2, unread]) == (after, NOTHING)
    assert confirm_all(after, [2, 3])[1].name == "Confirm “C”"
    with pytest.raises(EditError, match="not been read"):
        confirm_all(page, [unread])


def test_clearing_many_brings_the_readings_back() -> None:
    page, _ = set_corrections(page_of("ABC"), [1, 2], "X")
    after, change = clear_all(page, [1, 2, 3])
    assert after == page_of("ABC")
    assert change == Change("Clear 2 letters", frozenset({1, 2}))
    assert clear_all(page, [2, 3])[1].name == "Clear “X”"
    assert clear_all(after, [1, 2, 3]) == (after, NOTHING)


@pytest.mark.parametrize(
    "edit",
    [delete_all, confirm_all, clear_all, lambda page, ids: set_corrections(page, ids, "S")],
)
def test_none_is_nothing_and_an_unknown_one_is_refused(
    edit: Callable[[Page, list[int]], tuple[Page, Change]],
) -> None:
    page = page_of("AB")
    assert edit(page, []) == (page, NOTHING)
    with pytest.raises(EditError, match="no longer on the page"):
        edit(page, [1, 99])


def test_what_is_no_label_is_refused() -> None:
    with pytest.raises(EditError, match="cannot be the label"):
        set_corrections(page_of("AB"), [1, 2], "SS")


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(1, 9)), st.sets(st.integers(1, 9)))
def test_only_what_was_meant_changes(deleted: set[int], labelled: set[int]) -> None:
    page = page_of("ABC D", "EF", "GH I")
    after, _ = set_corrections(page, labelled, "S")
    after, _ = delete_all(after, deleted)
    assert_sound(after)
    assert [glyph.id for glyph in after.glyphs] == sorted(set(range(1, 10)) - deleted)
    for glyph in after.glyphs:
        assert glyph == page.glyph(glyph.id) or glyph.id in labelled
        assert glyph.is_confirmed == (glyph.id in labelled)


def test_one_letter_that_was_never_read_is_told_as_one() -> None:
    page, change = edits.add_glyph(page_of("AB"), BoundingBox(500, 10, 520, 40))
    (drawn,) = change.glyph_ids
    with pytest.raises(EditError, match="This letter has not been read yet"):
        confirm_all(page, [drawn])
