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


def test_f3_comes_to_drawings_and_enter_leaves_them_as_they_are(page: Desk) -> None:
    first, second = _drawings(page)
    visited = []
    for _ in page.page.glyphs:
        page.do("next_doubtful")
        visited.append(page.selected.id)
    assert {first, second} <= set(visited)
    page.click(first)
    page.key(Qt.Key.Key_Return)
    assert page.page.glyph(first).correction == UNREADABLE
    assert _drawings(page) == [second]
