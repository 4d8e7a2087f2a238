"""Selecting one glyph, several, and ranges; what stays selected when the page becomes another."""

from dataclasses import replace

import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import delete, set_correction
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.parting import split_at
from ocrdesk.page.selection import Selection


@pytest.fixture
def page() -> Page:
    """Two rows of three glyphs, ids 1 to 6."""
    glyphs = [
        Glyph(i, BoundingBox(20 * i, 40 * (i > 3), 20 * i + 15, 40 * (i > 3) + 20))
        for i in range(1, 7)
    ]
    rows = tuple(Line((Word(tuple(row)),)) for row in (glyphs[:3], glyphs[3:]))
    return Page(400, 100, rows)


def parts(selection: Selection) -> tuple[int | None, set[int]]:
    return selection.current, set(selection.ids)


def test_one_or_none() -> None:
    assert Selection.only(4) == Selection(4, frozenset({4}), 4)
    assert Selection.only(None) == Selection()


def test_of_many_the_first_in_reading_order_is_current(page: Page) -> None:
    assert Selection.of(page, [5, 2, 99]) == Selection(2, frozenset({2, 5}), 2)
    assert Selection.of(page, [99]) == Selection()


def test_toggling_adds_and_takes_away(page: Page) -> None:
    selection = Selection.only(2).toggled(page, 6)
    assert parts(selection) == (6, {2, 6})
    selection = selection.toggled(page, 5)
    back = selection.toggled(page, 5)
    assert parts(back) == (6, {2, 6})
    assert back.toggled(page, 2).toggled(page, 6) == Selection()


def test_a_range_is_pulled_from_its_anchor_both_ways(page: Page) -> None:
    selection = Selection.only(3).reaching(page, 5)
    assert parts(selection) == (5, {3, 4, 5})
    selection = selection.reaching(page, 1)
    assert parts(selection) == (1, {1, 2, 3})
    assert selection.anchor == 3
    assert Selection().reaching(page, 4) == Selection.only(4)


def test_joining_keeps_the_current_one(page: Page) -> None:
    assert Selection.only(5).joined(page, {1, 99}) == Selection(5, frozenset({1, 5}), 5)
    assert Selection().joined(page, {3, 2}).current == 2


def test_what_is_deleted_is_no_longer_selected(page: Page) -> None:
    after, change = delete(page, 2)
    selection = Selection(2, frozenset({2, 6}), 2)
    followed = selection.followed(page, after, change.glyph_ids, reveals=False)
    assert followed == Selection(6, frozenset({6}), 6)
    gone = Selection.only(2).followed(page, after, change.glyph_ids, reveals=False)
    assert gone == Selection()


def test_undo_selects_what_came_back_or_the_only_one_that_changed(page: Page) -> None:
    parted, change = split_at(page, 3, 67)
    selection = Selection.only(1).followed(page, parted, change.glyph_ids, reveals=True)
    assert parts(selection) == (3, {3, 7})
    labelled, change = set_correction(page, 5, "X")
    selection = Selection.only(1).followed(page, labelled, change.glyph_ids, reveals=True)
    assert selection == Selection.only(5)


def test_a_change_of_many_leaves_the_selection_alone(page: Page) -> None:
    selection = Selection(2, frozenset({2, 3}), 3)
    after = replace(page, source="other")
    assert selection.followed(page, after, {1, 2, 3, 4}, reveals=True) is selection
    assert selection.followed(None, after, {2}, reveals=False) is selection
