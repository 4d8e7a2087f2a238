"""Each letter keeps who read it: through edits, readings by others, undoing and redoing."""

from dataclasses import replace

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.deltas import apply, difference, reverse
from ocrdesk.page.edits import add_glyph, move_resize, replace_predictions, set_correction
from ocrdesk.page.elements import Page, Prediction, Reader
from ocrdesk.page.parting import merge, split_at
from ocrdesk.page.readers import readers_of, signed, signed_since
from tests.page.any_page import large_page

PRINT, ANN = Reader("print36"), Reader("Ann", "print36", 34)
READ = (Prediction("K", 0.9), Prediction("X", 0.1))


def read_page() -> Page:
    return signed(large_page(20), PRINT)


def test_whoever_read_most_letters_comes_first() -> None:
    page = read_page()
    assert readers_of(page.glyphs) == (PRINT,)
    by_ann = [replace(glyph, reader=ANN) for glyph in page.glyphs[:12]]
    assert readers_of([*by_ann, *page.glyphs[12:]]) == (ANN, PRINT)


def test_only_letters_that_do_not_tell_are_signed() -> None:
    page = large_page(20)
    known = page.with_glyph(replace(page.glyphs[3], reader=ANN))
    unread = known.with_glyph(replace(known.glyphs[4], predictions=()))
    readers = [glyph.reader for glyph in signed(unread, PRINT).glyphs]
    assert readers == [PRINT] * 3 + [ANN, None] + [PRINT] * 15
    assert signed(read_page(), ANN) == read_page()
    assert signed(page, Reader("")) is page


def test_another_reading_leaves_what_is_confirmed_and_can_be_undone() -> None:
    before, _ = set_correction(read_page(), 5, "K")
    fresh = [replace(glyph, predictions=READ, reader=ANN) for glyph in before.glyphs]
    after, _ = replace_predictions(before, fresh)
    assert [glyph.reader for glyph in after.glyphs] == [ANN] * 4 + [PRINT] + [ANN] * 15
    delta = difference(before, after)
    assert apply(before, delta) == after
    assert apply(after, reverse(delta)) == before


def test_boxes_that_are_read_by_the_way_are_signed_and_no_others() -> None:
    page = large_page(20)  # of an older document
    drawn, change = add_glyph(page, BoundingBox(0, 200, 30, 240), READ)
    (fresh,) = change.glyph_ids
    told = signed_since(page, drawn, change.glyph_ids, ANN)
    assert readers_of(told.glyphs) == (ANN,)
    assert told.glyph(fresh).reader == ANN
    typed, change = set_correction(page, 5, "K")
    assert signed_since(page, typed, change.glyph_ids, ANN) is typed


def test_a_box_that_was_changed_parted_or_merged_is_signed_anew() -> None:
    page = read_page()
    box = replace(page.glyph(5).box, bottom=150)
    for after, change in (
        move_resize(page, 5, box, predictions=READ),
        move_resize(page, 5, box, predictions=page.glyph(5).predictions),
        split_at(page, 5, page.glyph(5).box.left + 9, predictions=(READ, READ)),
        merge(page, {5, 6}, READ),
    ):
        told = signed_since(page, after, change.glyph_ids, ANN)
        assert {told.glyph(i).reader for i in change.glyph_ids if i in told} == {ANN}
    moved, change = move_resize(page, 5, box)
    assert signed_since(page, moved, change.glyph_ids, ANN).glyph(5).reader == PRINT
