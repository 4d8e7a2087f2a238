"""Boxes of many glyphs moved at once: rows that go as a whole stay rows; steps that follow join."""

from dataclasses import replace

from ocrdesk.page.deltas import apply, difference, reverse
from ocrdesk.page.elements import Page, Prediction
from ocrdesk.page.joined_deltas import joined
from ocrdesk.page.moving import move_resize_all
from tests.page.even_page import even_page


def ids(page: Page) -> list[list[int]]:
    return [[glyph.id for glyph in line.glyphs] for line in page.lines]


def test_a_whole_page_keeps_its_rows_however_far_it_goes() -> None:
    """One after the other, the first letters went into the rows below before those had left."""
    page = even_page(3, 6)
    boxes = {glyph.id: glyph.box.moved(30, 80) for glyph in page.glyphs}
    after, change = move_resize_all(page, boxes, predictions={})
    assert ids(after) == ids(page)
    assert {glyph.id: glyph.box for glyph in after.glyphs} == boxes
    assert change.name == "Move 18 letters"


def test_a_row_that_goes_down_into_another_still_joins_it() -> None:
    page = even_page(3, 6)
    boxes = {glyph.id: glyph.box.moved(160, 40) for glyph in page.lines[0].glyphs}
    after, _ = move_resize_all(page, boxes, predictions={})
    assert len(after.lines) == 2
    assert set(ids(after)[0]) == set(range(1, 13))


def test_rows_that_go_a_little_way_or_grow_stay_and_take_their_readings() -> None:
    page = even_page(3, 6)
    seen = (Prediction("C", 1.0),)
    boxes = {glyph.id: replace(glyph.box, bottom=glyph.box.bottom + 1) for glyph in page.glyphs}
    after, change = move_resize_all(page, boxes, predictions={1: seen})
    assert ids(after) == ids(page)
    assert after.glyph(1).predictions == seen
    assert after.glyph(2).predictions == page.glyph(2).predictions
    assert change.name == "Resize 18 letters"


def test_steps_join_to_what_a_look_at_both_pages_tells() -> None:
    page = even_page(3, 6)
    moved = page.with_glyphs(
        {i: replace(page.glyph(i), box=page.glyph(i).box.moved(1, 0)) for i in (3, 1)}
    )
    read = moved.with_glyphs(
        {
            1: replace(moved.glyph(1), predictions=(Prediction("C", 1.0),)),
            3: page.glyph(3),
            7: replace(moved.glyph(7), correction="Q"),
        }
    )
    delta = joined(difference(page, moved), difference(moved, read), read)
    assert delta == difference(page, read)
    assert delta is not None
    assert apply(read, reverse(delta)) == page
    without = replace(read, lines=read.lines[:-1])
    assert joined(difference(page, read), difference(read, without), without) is None
