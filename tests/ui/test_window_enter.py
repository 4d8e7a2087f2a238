"""Enter presses the button that has the keyboard, as Space does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QToolButton

from ocrdesk.ui.views.start_cards import SampleCard
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_NONE = Qt.KeyboardModifier.NoModifier


def _press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    desk.key(key, modifiers, to=focused)


def _tab_to(desk: Desk, button: QAbstractButton) -> None:
    desk.settle()
    for _ in range(40):
        if button.hasFocus():
            return
        _press(desk, Qt.Key.Key_Tab)
    pytest.fail(f"{button} is not reached by Tab")


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_Return, _NONE), (Qt.Key.Key_Enter, _KEYPAD)]
)
def test_the_sample_card_opens_by_either_enter(
    shipped: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    card = shipped.window.findChild(SampleCard)
    assert card is not None
    _tab_to(shipped, card)
    _press(shipped, key, modifiers)
    shipped.wait_read()


@pytest.mark.parametrize("name", ["open", "folder"])
def test_the_buttons_of_the_first_screen_open_their_dialogs(desk: Desk, name: str) -> None:
    _tab_to(desk, getattr(desk.window.views.empty._area, name))
    _press(desk, Qt.Key.Key_Return)
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


def _copying(desk: Desk) -> QToolButton:
    buttons = desk.window.views.text.findChildren(QToolButton)
    return next(button for button in buttons if "Copy" in button.toolTip())


@pytest.mark.parametrize("is_pulled_off", [False, True])
def test_buttons_of_panels_are_pressed_wherever_the_panel_is(
    reader: Desk,
    is_pulled_off: bool,  # noqa: FBT001
) -> None:
    dock = reader.window.docks["text"]
    dock.setFloating(is_pulled_off)
    reader.settle()
    dock.activateWindow()
    QApplication.clipboard().clear()
    _copying(reader).setFocus()
    reader.wait_until(_copying(reader).hasFocus)
    _press(reader, Qt.Key.Key_Return)
    reader.wait_until(lambda: QApplication.clipboard().text().strip() == reader.page.text.strip())
    dock.setFloating(False)


def test_notices_close_by_enter(reader: Desk) -> None:
    reader.drop(["/nowhere/at/all.png"])
    reader.wait_until(lambda: len(reader.window.shown_notices) == 1)
    closing = next(
        button
        for button in reader.window.notice_bar.findChildren(QToolButton)
        if button.isVisible()
    )
    closing.setFocus()
    _press(reader, Qt.Key.Key_Return)
    reader.wait_until(lambda: not reader.window.shown_notices)


def test_enter_on_the_page_still_confirms(reader: Desk) -> None:
    reader.click(reader.page.glyphs[0].id)
    reader.key(Qt.Key.Key_Return)
    assert list(reader.corrections) == [reader.page.glyphs[0].id]


@pytest.mark.parametrize("place", ["review", "text", "letter", "pages"])
def test_escape_goes_from_a_panel_back_to_the_page(reader: Desk, place: str) -> None:
    """From a review there was no way back but the mouse or a dozen times Tab."""
    page = reader.window.views.page
    reader.window.docks[place].show()
    reader.window.docks[place].raise_()
    reader.click(reader.page.glyphs[0].id)
    panel = reader.window.docks[place].widget()
    assert panel is not None
    for _ in range(60):
        _press(reader, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        focused = QApplication.focusWidget()
        if focused is not None and panel.isAncestorOf(focused):
            break
        while focused is not None and focused is not page and not panel.isAncestorOf(focused):
            _press(reader, Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)
    _press(reader, Qt.Key.Key_Escape)
    assert page.hasFocus()
    assert reader.selected.id == reader.page.glyphs[0].id, "what was selected stays so"
