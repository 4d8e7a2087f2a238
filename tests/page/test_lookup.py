"""What an edit is about is found, or a person is told what is missing."""

from collections.abc import Callable

import pytest

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page import lookup
from ocrdesk.page.elements import Page
from tests.page.pages import page_of


def test_places_of_all_letters() -> None:
    page = page_of("AB C", "D")
    places = [lookup.place_of(page, glyph.id) for glyph in page.glyphs]
    assert places == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0)]
    assert lookup.rows_of(page) == {1: 0, 2: 0, 3: 0, 4: 1}


def test_glyphs_come_in_reading_order_and_once() -> None:
    page = page_of("ABC")
    assert [glyph.id for glyph in lookup.known_glyphs(page, [3, 1, 3])] == [1, 3]
    assert lookup.known_glyphs(page, []) == ()


def test_a_run_may_reach_over_a_space() -> None:
    page = page_of("X", "AB CD")
    line, glyphs = lookup.known_run(page, {4, 3})
    assert line == 1
    assert [glyph.character for glyph in glyphs] == ["B", "C"]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda page: lookup.known_glyph(page, 0), "no longer on the page"),
        (lambda page: lookup.known_glyphs(page, [1, 99]), "no longer on the page"),
        (lambda page: lookup.place_of(page, 99), "no longer on the page"),
        (lambda page: lookup.known_run(page, []), "No letters"),
        (lambda page: lookup.known_run(page, [1, 3]), "“B” stands between"),
        (lambda page: lookup.known_run(page, [3, 4]), "different rows"),
        (lambda page: lookup.known_line(page, 2), "no row 3. Choose one of its 2"),
        (lambda page: lookup.known_line(page, -1), "no row 0"),
        (lambda _: lookup.known_line(Page(9, 9), 0), "Add a letter"),
        (lambda page: lookup.clipped_box(page, BoundingBox(-9, 0, 0, 5)), "outside the page"),
    ],
)
def test_what_is_missing_is_said(ask: Callable[[Page], object], message: str) -> None:
    with pytest.raises(EditError, match=message):
        ask(page_of("ABC", "D"))
