"""A page corrected from the first letter to the last without a mouse, taken back, done again."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from ocrdesk import paths
from ocrdesk.services.model_store import DEFAULT_MODEL
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(desk: Desk, tmp_path: Path) -> Desk:
    """A person in front of two rows, read by the model that ships."""
    (paths.user_models_folder() / f"{DEFAULT_MODEL}.npz").unlink()
    image = Image.new("L", (430, 220), 240)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=50)
    for y, row in ((30, "TEA AT"), (120, "5 PUBS")):
        for place, character in enumerate(row):
            draw.text((30 + 62 * place, y), character, fill=30, font=font)
    image.save(tmp_path / "tea.png")
    desk.open(tmp_path / "tea.png")
    assert desk.page.text.replace(" ", "") == "TEAAT\n5PUBS"
    return desk


def test_a_page_is_corrected_by_keys_alone_undone_and_done_again(page: Desk) -> None:
    start = page.page
    page.key(_Key.Key_Return)  # begins with the first letter
    assert page.selected.id == start.glyphs[0].id
    page.key(_Key.Key_Return)
    page.type("e")
    page.key(_Key.Key_Right, _SHIFT)
    page.type("O")  # A and A, both of them
    page.key(_Key.Key_1, _ALT)
    page.key(_Key.Key_Left)
    page.key(_Key.Key_Space, _CTRL)
    page.key(_Key.Key_Backspace, _CTRL)
    page.key(_Key.Key_M, _CTRL)
    page.key(_Key.Key_D, _CTRL)
    page.key(_Key.Key_Right)
    page.key(_Key.Key_Return)
    page.key(_Key.Key_Insert)
    page.key(_Key.Key_Down, _CTRL)
    page.key(_Key.Key_Right, _CTRL | _SHIFT)
    page.type("7")
    page.key(_Key.Key_Down)
    page.key(_Key.Key_Left, _ALT)
    page.key(_Key.Key_Up, _ALT)
    page.key(_Key.Key_Return, _CTRL)
    page.key(_Key.Key_Up, _ALT | _SHIFT)
    page.key(_Key.Key_Delete)
    for key in (_Key.Key_Return, _Key.Key_Backspace):
        page.key(_Key.Key_A, _CTRL)
        page.key(key)
    end, history = page.page, page.current.history
    names = [history.text(step) for step in range(history.count())]
    verbs = {name.split()[0] for name in names}
    every = "Confirm Set Put Remove Merge Split Add Move Resize Part Delete Clear"
    assert verbs == set(every.split()), names
    while history.can_undo():
        page.key(_Key.Key_Z, _CTRL)
    assert page.page == start
    while history.can_redo():
        page.key(_Key.Key_Y, _CTRL)
    assert page.page == end


def test_accents_and_signs_are_typed_into_boxes(page: Desk) -> None:
    page.key(_Key.Key_Return)
    first, second = page.page.glyphs[:2]
    for text in ("a\N{COMBINING DIAERESIS}", "€"):
        event = QInputMethodEvent("\N{DIAERESIS}", [])
        QApplication.sendEvent(page.window.views.page, event)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(page.window.views.page, event)
    assert page.page.glyph(first.id).correction == "Ä"
    assert page.page.glyph(second.id).correction == "€"
    assert page.window.views.page.layers.selection._text == page.selected.character


def test_the_menu_of_a_letter_opens_by_key_where_no_menu_key_is(page: Desk) -> None:
    page.key(_Key.Key_Return)
    page.key(_Key.Key_F10, _SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    page.key(_Key.Key_Escape, to=menu)
    assert QApplication.activePopupWidget() is None
