"""Keys that a person gives to commands: at once, after a restart, and never those of the page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QListView, QPushButton

from ocrdesk.ui.actions import ACTIONS
from ocrdesk.ui.actions.keys import chosen_keys, entries_of, refusal
from ocrdesk.ui.views.key_caps import KeyCaps
from ocrdesk.ui.views.key_editor import KeyEditor
from ocrdesk.ui.views.shortcuts_dialog import ShortcutsDialog
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def _dialog(desk: Desk) -> ShortcutsDialog:
    desk.do("shortcuts")
    (dialog,) = desk.window.findChildren(ShortcutsDialog)
    desk.wait_until(lambda: dialog.is_complete)
    return dialog


def _ask(desk: Desk, dialog: ShortcutsDialog, what: str) -> KeyEditor:
    tip = f"Change the keys of “{what}”"
    caps = next(one for one in dialog.findChildren(KeyCaps) if one.toolTip() == tip)
    QTest.keyClick(caps, Qt.Key.Key_Return)
    editor = dialog.findChildren(KeyEditor)[0]
    assert editor.isVisible()
    desk.settle()
    return editor


def _press(editor: KeyEditor, keys: str) -> None:
    editor.findChildren(QKeySequenceEdit)[0].setKeySequence(QKeySequence(keys))


def _button(editor: KeyEditor, text: str) -> QPushButton:
    return next(one for one in editor.findChildren(QPushButton) if text in one.text())


def test_other_keys_hold_at_once_and_after_a_restart(
    desk: Desk, make_page: PageMaker, open_desk: Callable[[], Desk]
) -> None:
    desk.open(make_page("page.png", "AB"))
    dialog = _dialog(desk)
    editor = _ask(desk, dialog, "Labels")
    _press(editor, "Ctrl+J")
    _button(editor, "Set").click()
    assert not editor.isVisible()
    dialog.reject()
    desk.window.activateWindow()
    desk.wait_until(desk.window.isActiveWindow)
    shown = desk.action("show_labels").isChecked()
    desk.settle()
    desk.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert desk.action("show_labels").isChecked() is not shown
    desk.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.action("show_labels").isChecked() is not shown
    assert "Ctrl+J" in desk.action("show_labels").toolTip()
    desk.window._settings.save()
    again = open_desk()
    assert again.action("show_labels").shortcut() == QKeySequence("Ctrl+J")
    dialog = _dialog(again)
    editor = _ask(again, dialog, "Labels")
    _button(editor, "Default").click()
    assert again.action("show_labels").shortcut() == QKeySequence("Ctrl+L")
    assert again.window._settings.settings.shortcuts == ()
    dialog.reject()


def test_keys_of_others_and_of_the_page_are_refused_with_the_reason(desk: Desk) -> None:
    dialog = _dialog(desk)
    editor = _ask(desk, dialog, "Labels")
    for keys, reason in (("Ctrl+Z", "“Undo” has these keys"), ("K", "belong to the page")):
        _press(editor, keys)
        assert not _button(editor, "Set").isEnabled()
        assert any(reason in label.text() for label in editor.findChildren(QLabel))
    _press(editor, "Ctrl+J")
    assert _button(editor, "Set").isEnabled()
    dialog.reject()


@pytest.mark.parametrize("keys", ["A", "7", "Shift+A", "Tab", "Return", "Left", "Ctrl+Alt+E"])
def test_no_action_gets_keys_that_type_or_choose_letters(keys: str) -> None:
    assert "belong to the page" in refusal("show_labels", keys, ACTIONS)


@pytest.mark.parametrize("keys", ["", "F9", "Shift+F9", "Alt+K", "Ctrl+Alt+F9", "Ctrl+L"])
def test_free_keys_and_its_own_are_allowed(keys: str) -> None:
    assert refusal("show_labels", keys, ACTIONS) == ""


def test_an_action_keeps_the_right_to_the_keys_it_came_with() -> None:
    """Those without Ctrl or Alt, such as F5 or PgDown, may be given again once they were taken."""
    for spec in ACTIONS:
        if not spec.is_page_key:
            for keys in spec.keys:
                assert refusal(spec.id, keys, ACTIONS) == "", spec.id


def test_settings_of_another_version_cost_nothing() -> None:
    entries = ("undo=Ctrl+U; Alt+Backspace", "no_such=Ctrl+K", "confirm=Ctrl+K", "copy_text=", "x")
    chosen = chosen_keys(entries, ACTIONS)
    assert chosen == {"undo": ("Ctrl+U", "Alt+Backspace"), "copy_text": ()}
    assert chosen_keys(entries_of(chosen), ACTIONS) == chosen


def _give(desk: Desk, dialog: ShortcutsDialog, what: str, keys: str) -> None:
    editor = _ask(desk, dialog, what)
    _press(editor, keys)
    _button(editor, "Set").click()


def _told_at_the_last_row(desk: Desk) -> str:
    """What is said where the last row should go further down."""
    desk.click(desk.page.glyphs[-1].id)
    desk.do("letter_row_down")
    return desk.told_of("edit").advice


def test_sentences_name_the_keys_that_a_command_has_now(desk: Desk, make_page: PageMaker) -> None:
    """They went on naming those it came with."""
    desk.open(make_page("page.png", "AB"))
    assert _told_at_the_last_row(desk).startswith("Ctrl+Enter lets a new row begin")
    dialog = _dialog(desk)
    _give(desk, dialog, "Begin a New Row with the Letter", "Ctrl+J")
    dialog.reject()
    assert _told_at_the_last_row(desk).startswith("Ctrl+J lets a new row begin")
    dialog = _dialog(desk)
    _give(desk, dialog, "Begin a New Row with the Letter", "")
    dialog.reject()
    told = "“Begin a New Row with the Letter” lets a new row begin"
    assert _told_at_the_last_row(desk).startswith(told), "a command without keys has a name"


def test_the_list_of_pages_names_the_keys_that_there_are_now(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AB"), make_page("b.png", "AB"))
    pages = desk.window.views.pages.findChild(QListView)
    assert pages is not None
    told = "Del takes the page out; Ctrl+Shift+PgUp and Ctrl+Shift+PgDown move it."
    assert pages.accessibleDescription() == told
    dialog = _dialog(desk)
    labels = {label.text() for label in dialog.findChildren(QLabel)}
    assert "Take a page out, in the list of pages" in labels
    _give(desk, dialog, "Move Page Down", "Alt+J")
    dialog.reject()
    assert "Ctrl+Shift+PgUp and Alt+J move it" in pages.accessibleDescription()
    first = desk.window.session.documents[0]
    desk.window.session.show(first)
    desk.window.activateWindow()
    desk.wait_until(desk.window.isActiveWindow)
    desk.key(Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    assert desk.window.session.documents[1] is first
