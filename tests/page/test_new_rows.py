"""Where rows are taken to be that were typed between others."""

import pytest

from ocrdesk.errors import EditError
from ocrdesk.page import edits
from ocrdesk.page.edits import NOTHING
from ocrdesk.page.elements import Page
from ocrdesk.page.retyping import retyped
from ocrdesk.page.typed_text import tidied
from tests.page.pages import assert_sound, page_of


def test_new_rows_lie_between_the_old_ones() -> None:
    page, _ = edits.delete(page_of("AB", "_", "_", "CD"), 3)
    page, _ = edits.delete(page, 4)
    after, change = retyped(page, "AB\nXX Y\nZ\nCD")
    assert after.text == "AB\nXX Y\nZ\nCD"
    assert [line.box.top for line in after.lines] == [40, 100, 160, 220]
    assert {line.box.left for line in after.lines} == {20}
    assert change.glyph_ids == {5, 6, 7, 8, 9, 10}


@pytest.mark.parametrize("text", ["X\nAB\nCD", "AB\nCD\nX\nY", "X\n\nY\nAB\nCD\nZ"])
def test_new_rows_above_and_below_all_others(text: str) -> None:
    page = page_of("AB", "CD")
    after, _ = retyped(page, text)
    assert after.text == tidied(text)
    assert_sound(after)
    tops = [line.box.top for line in after.lines]
    assert tops == sorted(tops)
    line, _ = retyped(page, "AB\nX", line=0)
    assert line.text == "AB\nX\nCD"


def test_a_page_without_letters_tells_not_where_rows_are() -> None:
    page = Page(100, 100)
    with pytest.raises(EditError, match="Draw a box"):
        retyped(page, "AB")
    assert retyped(page, " \n") == (page, NOTHING)


def test_a_row_longer_than_the_page_is_drawn_together() -> None:
    page = page_of("AB")
    after, _ = retyped(page, "AB\n" + "X" * 200)
    assert_sound(after)
    assert len({glyph.box for glyph in after.glyphs}) == 202


def test_many_rows_find_room_on_a_page() -> None:
    page = page_of("AB", "CD")
    for text in ("AB\nCD\n" + "X\n" * 40, "X\n" * 40 + "AB\nCD"):
        after, _ = retyped(page, text)
        assert after.text == tidied(text)
        assert_sound(after)


def test_a_new_row_among_others_that_all_changed_places() -> None:
    page = page_of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF")
    text = "DDD\nFFF\nEEE\nQQQ\nAAA\nCCC\nBBB"
    after, _ = retyped(page, text)
    assert after.text == text
    assert {glyph.id: glyph.box for glyph in page.glyphs}.items() <= {
        glyph.id: glyph.box for glyph in after.glyphs
    }.items()
