"""What cannot be read stands on the page as such until a person says what it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ocrdesk.page.elements import UNREADABLE
from tests.ui.desk import Desk
from tests.ui.drawings_open import open_drawings

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, tmp_path: Path) -> Desk:
    """A person in front of a page with two drawings among its words, read by a shipped model."""
    open_drawings(desk, tmp_path)
    return desk


def _drawings(desk: Desk) -> list[int]:
    return [glyph.id for glyph in desk.page.glyphs if glyph.is_unreadable]


def test_click_a_drawing_and_type_what_it_is(page: Desk) -> None:
    first, second = _drawings(page)
    page.click(first)
    page.type("R")
    page.click(second)
    page.key(Qt.Key.Key_Delete)
    assert page.page.text == "MAKE TEA R NOW\nCALL MOM"
    page.do("undo")
    page.do("undo")
    assert page.page.text == f"MAKE TEA {UNREADABLE} NOW\nCALL MOM {UNREADABLE}"


def test_a_box_drawn_around_a_drawing_is_no_letter(page: Desk) -> None:
    """It was read as some letter, by a third: only the first reading of a page knew better."""
    first, _ = _drawings(page)
    box = page.page.glyph(first).box
    page.click(first)
    page.key(Qt.Key.Key_Delete)
    page.drag(box.padded(6))
    assert page.selected.id != first
    assert page.selected.box.intersection(box)
    assert page.selected.character == UNREADABLE
    assert page.selected.predictions[1].character != UNREADABLE, "what it would be is told, too"
    page.type("R")
    assert page.corrections[page.page.next_glyph_id - 1] == "R"


def test_f3_comes_to_drawings(page: Desk) -> None:
    visited = []
    for _ in page.page.glyphs:
        page.do("next_doubtful")
        visited.append(page.selected.id)
    assert set(_drawings(page)) <= set(visited)


def test_enter_confirms_no_drawing_but_asks_what_it_is(page: Desk) -> None:
    """It went on as if a reading had been confirmed, and nobody was told what was."""
    first, second = _drawings(page)
    before = page.page
    page.click(first)
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_Return)  # a key that is held down makes no difference
    assert page.page == before
    assert page.selected.id == first
    told = page.told_of("typing")
    assert told.text == "1 letter was not confirmed, as it has no reading."
    assert told.advice == "Type what it is, or press Del if there is no letter in the box."
    page.type("R")
    assert page.corrections == {first: "R"}
    assert not [notice for notice in page.told if notice.topic == "typing"]
    page.do("undo")
    assert page.page == before
    page.click(second)
    page.do("confirm")
    page.key(Qt.Key.Key_Delete)
    assert second not in page.page


def test_a_drawing_can_be_kept_as_no_character(page: Desk) -> None:
    first, second = _drawings(page)
    before = page.page
    page.click(first)
    page.key(Qt.Key.Key_Return)
    page.window.notice_bar.action_requested.emit(page.number_of(page.told_of("typing")))
    assert page.page.glyph(first).correction == UNREADABLE
    assert page.selected.id == first + 1
    assert page.window.focusWidget() is page.window.views.page
    assert _drawings(page) == [second]
    page.do("undo")
    assert page.page == before


def test_among_several_letters_those_with_a_reading_are_confirmed(page: Desk) -> None:
    drawings = _drawings(page)
    page.do("select_all")
    page.key(Qt.Key.Key_Return)
    assert set(page.corrections) == {glyph.id for glyph in page.page.glyphs} - set(drawings)
    assert [glyph.id for glyph in page.window.session.selected_glyphs] == drawings
    told = page.told_of("typing")
    assert told.text == "2 letters were not confirmed, as they have no reading."
    assert told.advice.startswith("Type what they are")
    page.do("undo")
    assert not page.corrections
