"""Typing on the page: labels, commands, and the way out."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ocrdesk.page.elements import Page
from ocrdesk.ui.views.page_view import PageView

Key = Qt.Key
No = Qt.KeyboardModifier.NoModifier
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Alt, Keypad = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier


@pytest.fixture
def heard(view: PageView) -> list[tuple[str, ...]]:
    """Every intent of the keyboard, in order."""
    said: list[tuple[str, ...]] = []
    view.label_typed.connect(lambda text: said.append(("label", text)))
    view.navigate_requested.connect(lambda way: said.append(("navigate", way)))
    view.confirm_pressed.connect(lambda: said.append(("confirm",)))
    view.clear_pressed.connect(lambda: said.append(("clear",)))
    view.delete_pressed.connect(lambda: said.append(("delete",)))
    view.escape_pressed.connect(lambda: said.append(("escape",)))
    return said


def press(view: PageView, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = No) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(view, QKeyEvent(kind, key, modifiers, text))


def commit(view: PageView, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(view, event)


def test_a_letter_typed_on_a_selected_box_is_a_label(
    view: PageView, heard: list[tuple[str, ...]]
) -> None:
    view.select(1)
    press(view, Key.Key_K, "k")
    press(view, Key.Key_K, "K", Shift)
    press(view, Key.Key_7, "7", Keypad)
    press(view, Key.Key_Udiaeresis, "ü")
    press(view, Key.Key_Dollar, "$", Shift)
    assert heard == [("label", c) for c in "kK7ü$"]


def test_altgr_on_windows_gives_a_label_and_alt_alone_does_not(
    view: PageView, heard: list[tuple[str, ...]]
) -> None:
    view.select(1)
    press(view, Key.Key_E, "€", Control | Alt)
    press(view, Key.Key_1, "1", Alt)
    press(view, Key.Key_C, "\x03", Control)
    assert heard == [("label", "€")]


def test_what_is_typed_without_a_selection_is_told_and_nothing_cleared(
    view: PageView, heard: list[tuple[str, ...]]
) -> None:
    press(view, Key.Key_K, "k")
    press(view, Key.Key_Backspace)
    press(view, Key.Key_Delete)
    assert heard == [("label", "k")]


def test_space_is_never_a_label(view: PageView, heard: list[tuple[str, ...]]) -> None:
    view.select(1)
    press(view, Key.Key_Space, " ")
    assert heard == []


def test_input_methods_and_dead_keys_give_composed_labels(
    view: PageView, heard: list[tuple[str, ...]]
) -> None:
    view.select(1)
    commit(view, "e\N{COMBINING ACUTE ACCENT}")
    commit(view, "ab")
    commit(view, " ")
    assert heard == [("label", "é"), ("label", "a"), ("label", "b")]


def test_input_methods_are_off_without_a_selection(
    view: PageView, heard: list[tuple[str, ...]]
) -> None:
    enabled = Qt.InputMethodQuery.ImEnabled
    assert view.inputMethodQuery(enabled) is False
    commit(view, "a")
    assert heard == []
    view.select(2)
    assert view.inputMethodQuery(enabled) is True
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).width() == 40


def test_a_preedit_is_shown_on_the_letter(view: PageView) -> None:
    view.select(1)
    QApplication.sendEvent(view, QInputMethodEvent("\N{ACUTE ACCENT}", []))
    assert view.layers.selection._text == "\N{ACUTE ACCENT}"
    QApplication.sendEvent(view, QInputMethodEvent("", []))
    assert view.layers.selection._text == "H"


def test_commands_on_a_selected_letter(view: PageView, heard: list[tuple[str, ...]]) -> None:
    view.select(1)
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Backspace, Key.Key_Delete, Key.Key_Escape):
        press(view, key)
    assert heard == [("confirm",), ("confirm",), ("clear",), ("delete",), ("escape",)]


def test_keys_that_go_from_letter_to_letter(view: PageView, heard: list[tuple[str, ...]]) -> None:
    view.select(1)
    press(view, Key.Key_Tab, "\t")
    press(view, Key.Key_Backtab, "", Shift)
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down):
        press(view, key)
    ways = ["next", "previous", "left", "right", "up", "down"]
    assert heard == [("navigate", way) for way in ways]


def test_enter_is_told_without_a_selection(view: PageView, heard: list[tuple[str, ...]]) -> None:
    press(view, Key.Key_Return)
    assert heard == [("confirm",)]


def test_arrows_scroll_before_there_are_letters(
    view: PageView, heard: list[tuple[str, ...]]
) -> None:
    view.set_page(None)
    view.zoom_to(4.0)
    start = view.verticalScrollBar().value()
    press(view, Key.Key_Down)
    assert view.verticalScrollBar().value() > start
    assert heard == []


def test_labels_and_commands_come_before_the_windows_shortcuts(view: PageView) -> None:
    view.select(1)
    for key, text in ((Key.Key_K, "k"), (Key.Key_Delete, ""), (Key.Key_Return, "\r")):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, No, text)
        event.ignore()
        QApplication.sendEvent(view, event)
        assert event.isAccepted()
    page_down = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_PageDown, No)
    page_down.ignore()
    QApplication.sendEvent(view, page_down)
    assert not page_down.isAccepted()


@pytest.mark.parametrize("way_out", ["escape", "control"])
def test_tab_can_leave_the_page(qtbot: QtBot, page: Page, way_out: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    view, field = PageView(), QLineEdit()
    column.addWidget(view)
    column.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.set_page(page)
    view.select(1)
    view.setFocus()
    press(view, Key.Key_Tab, "\t")
    assert window.focusWidget() is view
    if way_out == "escape":
        press(view, Key.Key_Escape)
        press(view, Key.Key_Tab, "\t")
    else:
        press(view, Key.Key_Tab, "\t", Control)
    assert window.focusWidget() is field
    field.setFocus()
    view.setFocus()
    press(view, Key.Key_Tab, "\t")
    assert window.focusWidget() is view
