"""Differences between pages: exact in both ways, small, and refused where they do not fit."""

import time
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.deltas import (
    GlyphChange,
    PageDelta,
    RowChange,
    apply,
    difference,
    reverse,
)
from ocrdesk.page.elements import Glyph, Page
from tests.page.any_page import large_page, pages, pairs


@given(pairs())
def test_a_difference_leads_there_and_back(pair: tuple[Page, Page]) -> None:
    before, after = pair
    delta = difference(before, after)
    assert apply(before, delta) == after
    assert apply(after, reverse(delta)) == before


@given(pairs())
def test_turning_round_twice_changes_nothing(pair: tuple[Page, Page]) -> None:
    delta = difference(*pair)
    assert reverse(reverse(delta)) == delta
    assert reverse(delta) == difference(pair[1], pair[0]) or delta.rows


@given(pages())
def test_a_page_differs_in_nothing_from_itself(page: Page) -> None:
    twin = replace(page, lines=tuple(replace(line) for line in page.lines))
    assert difference(page, page) == difference(page, twin) == PageDelta()
    assert apply(page, PageDelta()) == page


@given(pairs(), pages())
def test_a_difference_fits_no_other_page(pair: tuple[Page, Page], other: Page) -> None:
    delta = difference(*pair)
    with suppress(EditError):
        result = apply(other, delta)
        ids = [glyph.id for glyph in result.glyphs]
        assert len(set(ids)) == len(ids)
        assert apply(result, reverse(delta)) == other


def test_a_keystroke_is_told_by_the_correction_alone() -> None:
    page = large_page(200)
    after, _ = edits.set_correction(page, 77, "K")
    assert difference(page, after) == PageDelta(glyphs=(GlyphChange(77, correction=(None, "K")),))


def test_only_rows_that_changed_are_told() -> None:
    page = large_page(200)
    after, _ = edits.delete(page, 77)
    delta = difference(page, after)
    assert [(change.first, len(change.before), len(change.after)) for change in delta.rows] == [
        (1, 1, 1)
    ]
    assert delta.removed == (page.glyph(77),)
    assert not delta.glyphs


def test_rows_that_change_places_are_told_by_ids() -> None:
    page = large_page(200)
    after = replace(page, lines=(page.lines[2], *page.lines[:2], page.lines[3]))
    delta = difference(page, after)
    assert sum(len(change.before) + len(change.after) for change in delta.rows) == 2
    assert delta == PageDelta(rows=delta.rows)


def test_what_did_not_change_is_shared() -> None:
    page = large_page(200)
    after, _ = edits.delete(page, 77)
    again = apply(page, difference(page, after))
    assert [new is old for new, old in zip(again.lines, page.lines, strict=True)] == [
        True,
        False,
        True,
        True,
    ]
    assert again.glyph(78) is page.glyph(78)


BOX = BoundingBox(0, 0, 5, 5)
ROW = ((1, 2, 3, 4, 5),)


@pytest.mark.parametrize(
    "delta",
    [
        PageDelta(glyphs=(GlyphChange(999),)),
        PageDelta(glyphs=(GlyphChange(1, correction=("X", "Y")),)),
        PageDelta(glyphs=(GlyphChange(1), GlyphChange(1))),
        PageDelta(added=(Glyph(999, BOX),)),
        PageDelta(removed=(Glyph(1, BOX),)),
        PageDelta(rows=(RowChange(1, (ROW,), ()),)),
        PageDelta(rows=(RowChange(0, (ROW,), ()),)),
        PageDelta(rows=(RowChange(0, (ROW,), (((1, 2, 3, 4, 5, 5),),)),)),
        PageDelta(rows=(RowChange(0, (ROW,), (ROW, ())),)),
        PageDelta(rows=(RowChange(0, (ROW,), (ROW, ((),))),)),
        PageDelta(rows=(RowChange(0, (ROW,), (((1, 2, 3, 4, 5, 999),),)),)),
        PageDelta(rows=(RowChange(0, (ROW,), (((999,), *ROW),)),), added=(Glyph(1, BOX),)),
        PageDelta(rows=(RowChange(-1, (), ()),)),
        PageDelta(rows=(RowChange(7, (), ()),)),
        PageDelta(frame=(Page(1, 1), Page(2, 2))),
    ],
    ids=range(15),
)
def test_made_up_differences_are_refused(delta: PageDelta) -> None:
    with pytest.raises(EditError, match="does not fit"):
        apply(large_page(5), delta)


def test_one_letter_among_thousands_is_quick() -> None:
    page = large_page(3000)
    after, _ = edits.set_correction(page, 1777, "K")
    moved, _ = edits.move_resize(page, 1777, BoundingBox(0, 0, 9, 9))
    assert _seconds(lambda: difference(page, after)) < 0.002
    assert _seconds(lambda: difference(page, moved)) < 0.02
    delta = difference(page, after)
    assert _seconds(lambda: apply(page, delta)) < 0.002


def _seconds(work: object) -> float:
    """Return the processor time of the quickest of five goes."""
    assert callable(work)
    times = []
    for _ in range(5):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)
