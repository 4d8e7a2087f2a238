"""Where letters are taken to be that were typed between others."""

from dataclasses import replace

from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.retyping import retyped
from tests.page.pages import assert_sound, page_of, read_as


def new_boxes(before: Page, after: Page) -> list[BoundingBox]:
    return [glyph.box for glyph in after.glyphs if glyph.id not in before]


def test_a_letter_typed_into_a_gap_gets_a_box_there() -> None:
    page = page_of("ABCDE")
    without, _ = edits.delete(page, 3)
    after, change = retyped(without, "ABXDE")
    assert change.glyph_ids == {6}
    assert after.glyph(6).correction == "X"
    assert after.glyph(6).predictions == ()
    assert after.glyph(6).box == page.glyph(3).box


def test_letters_keep_to_the_word_they_were_typed_to() -> None:
    page = page_of("ABC DEF GHI")
    first, second = page.glyph(3).box, page.glyph(4).box
    (close,) = new_boxes(page, retyped(page, "ABCX DEF GHI")[0])
    assert close.left - first.right < second.left - close.right
    (close,) = new_boxes(page, retyped(page, "ABC XDEF GHI")[0])
    assert close.left - first.right > second.left - close.right
    (middle,) = new_boxes(page, retyped(page, "ABC X DEF GHI")[0])
    assert abs((middle.left - first.right) - (second.left - middle.right)) <= 1
    assert middle.top == first.top
    assert middle.bottom == first.bottom


def test_letters_typed_at_the_ends_of_a_row() -> None:
    page = page_of("ABC DE")
    after, _ = retyped(page, "ABC DEX Y")
    assert new_boxes(page, after) == [BoundingBox(192, 40, 212, 70), BoundingBox(252, 40, 272, 70)]
    moved = replace(page, lines=page_of("ZZZZ ABC").lines)
    without, _ = retyped(moved, "ABC")
    after, _ = retyped(without, "XABC")
    assert new_boxes(without, after) == [BoundingBox(136, 40, 156, 70)]


def test_where_there_is_no_gap_the_neighbour_is_parted() -> None:
    page = page_of("AMB")
    after, change = retyped(page, "AMXB")
    assert after.text == "AMXB"
    assert len(change.glyph_ids) == 2
    old, new = sorted(glyph.box for glyph in after.glyphs[1:3])
    assert (old.left, old.right, new.left, new.right) == (48, 58, 58, 68)
    assert after.glyph(2).correction is None
    assert after.glyph(2).predictions == page.glyph(2).predictions


def test_the_wider_neighbour_gives_room_if_the_letter_belongs_to_both() -> None:
    page = page_of("ABC")
    wide = replace(page.glyph(3), box=BoundingBox(76, 40, 116, 70))
    after, _ = retyped(page.with_glyph(wide), "ABXC")
    assert after.glyph(3).box == BoundingBox(96, 40, 116, 70)
    assert after.glyph(4).box == BoundingBox(76, 40, 96, 70)


def test_a_box_of_one_pixel_can_still_be_typed_beside() -> None:
    page = Page(1, 1, (Line((Word((Glyph(1, BoundingBox(0, 0, 1, 1), read_as("A")),)),)),))
    after, _ = retyped(page, "XYAZ W\nQ")
    assert after.text == "XYAZ W\nQ"
    assert_sound(after)


def test_a_letter_typed_where_two_rows_were_joined_stays_beside_the_first() -> None:
    page = page_of("ABC", "DE")
    after, _ = retyped(page, "ABCX DE")
    assert after.text == "ABCX DE"
    assert new_boxes(page, after) == [BoundingBox(104, 40, 124, 70)]
    after, _ = retyped(page, "ABC XDE")
    (box,) = new_boxes(page, after)
    assert box == BoundingBox(4, 100, 16, 130)


def test_letters_stop_before_what_stands_beside_the_row() -> None:
    page = page_of("AB XY")
    left, right = page.lines[0].words
    page = replace(page, lines=(Line((left,)), Line((right,))))
    after, _ = retyped(page, "ABCDE", line=0)
    assert all(box.left >= 68 and box.right <= right.box.left for box in new_boxes(page, after))


def test_rows_that_climb_are_followed() -> None:
    page = page_of("ABCDEFGHIJ", slope=0.3)
    gone = page.glyph(8)
    without, _ = edits.delete(page, 8)
    (box,) = new_boxes(without, retyped(without, "ABCDEFGXIJ")[0])
    assert abs(box.top - gone.box.top) <= 3
