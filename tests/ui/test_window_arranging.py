"""How the window looks and what it remembers; every control has a name and can be reached."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPalette, QScreen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QWidget,
)

from ocrdesk import paths
from ocrdesk.services.review import DOUBTFUL_BELOW
from ocrdesk.services.settings import SettingsStore
from ocrdesk.ui.actions import ACTIONS
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.controllers.listing import ListingController
from ocrdesk.ui.main_window import MainWindow
from ocrdesk.ui.notices import NoticeHub
from ocrdesk.ui.views.reader_button import ReaderButton
from ocrdesk.ui.views.shortcuts_dialog import ShortcutsDialog
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def lightness() -> int:
    return QApplication.palette().color(QPalette.ColorRole.Window).lightness()


def test_light_and_dark_change_at_once_and_are_remembered(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    desk = open_desk()
    desk.open(make_page("a.png", "AB"))
    desk.do("theme_dark")
    desk.settle()
    assert lightness() < 80
    desk.window.close()
    desk = open_desk()
    assert desk.action("theme_dark").isChecked()
    assert lightness() < 80
    desk.do("theme_light")
    desk.settle()
    assert lightness() > 180
    assert not desk.action("theme_dark").isChecked()
    desk.do("theme_system")


def test_the_first_window_fits_on_the_screen(
    appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (QSize(1366, 728), QSize(800, 800), QSize(3840, 2100)):
        monkeypatch.setattr(QScreen, "availableSize", lambda _, room=room: room)
        window = MainWindow(appearance, SettingsStore(paths.settings_file()), NoticeHub())
        assert window.height() <= room.height() - 40, "with its title bar"
        assert window.width() <= room.width()
        assert window.size() == QSize(1280, 820).boundedTo(window.size()), "no larger than usual"
        if room.width() > 3000:
            assert window.size() == QSize(1280, 820)
        window.close()
        window.deleteLater()
        paths.settings_file().unlink(missing_ok=True)


def test_layers_are_toggled_by_key_and_remembered(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    desk = open_desk()
    desk.open(make_page("a.png", "AB"))
    for key in (Qt.Key.Key_H, Qt.Key.Key_R, Qt.Key.Key_L):
        desk.key(key, Qt.KeyboardModifier.ControlModifier)
    desk.window.close()
    desk = open_desk()
    shown = [desk.action(f"show_{layer}").isChecked() for layer in ("boxes", "rows", "labels")]
    assert shown == [False, False, True]


def test_panels_are_closed_by_menu_and_come_back(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    desk = open_desk()
    path = make_page("a.png", "AB")
    assert not desk.window.docks["text"].isVisible()
    desk.open(path)
    shown = {name for name, dock in desk.window.docks.items() if dock.isVisible()}
    assert shown == desk.window.docks.keys() - {"ink"}  # which comes when it is asked for
    desk.do("panel_text")
    assert not desk.window.docks["text"].isVisible()
    desk.window.close()
    desk = open_desk()
    desk.open(path)
    assert not desk.window.docks["text"].isVisible()
    assert desk.window.docks["letter"].isVisible()
    assert not desk.action("panel_text").isChecked()
    desk.window.docks["letter"].close()
    desk.settle()
    assert not desk.action("panel_letter").isChecked()


def test_the_size_of_the_window_is_remembered(
    open_desk: Callable[[], Desk], appearance: Appearance
) -> None:
    desk = open_desk()
    desk.window.resize(702, 533)
    desk.window.close()
    window = MainWindow(appearance, SettingsStore(paths.settings_file()), NoticeHub())
    try:
        assert (window.width(), window.height()) == (702, 533)
    finally:
        window.close_for_good()
        window.deleteLater()


def test_a_damaged_settings_file_costs_the_defaults_and_is_told(
    open_desk: Callable[[], Desk], own_home: Path
) -> None:
    (own_home / "settings.json").write_text("{ broken")
    desk = open_desk()
    assert "settings" in desk.told[0].text
    desk.do("theme_dark")
    desk.window.close()
    assert json.loads((own_home / "settings.json").read_text())["theme"] == "dark"


def test_zoom_keys(desk: Desk, make_page: PageMaker) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    desk.open(make_page("a.png", "AB"))
    view = desk.window.views.page
    desk.key(Qt.Key.Key_0, ctrl)
    assert view.scale_factor == pytest.approx(1.0)
    desk.key(Qt.Key.Key_Plus, ctrl)
    larger = view.scale_factor
    desk.key(Qt.Key.Key_Equal, ctrl)
    assert view.scale_factor > larger > 1.0
    desk.key(Qt.Key.Key_Minus, ctrl)
    assert view.scale_factor == pytest.approx(larger)
    desk.key(Qt.Key.Key_9, ctrl)
    fitted = view.scale_factor
    desk.key(Qt.Key.Key_8, ctrl)
    assert view.scale_factor >= fitted
    desk.click(1)
    desk.key(Qt.Key.Key_Slash, ctrl)
    assert view.scale_factor > 1.5


def test_each_page_comes_back_as_it_was_left(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "AB"))
    desk.do("zoom_actual")
    desk.do("zoom_in")
    left = desk.window.views.page.view_state()
    desk.open(make_page("b.png", "AB"))
    assert desk.window.views.page.scale_factor != pytest.approx(left.scale)
    desk.do("previous_page")
    again = desk.window.views.page.view_state()
    assert again.scale == pytest.approx(left.scale)
    assert (again.center_x, again.center_y) == pytest.approx((left.center_x, left.center_y), abs=6)


def test_f6_goes_round_the_panes(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "AB"))
    docks = [dock for dock in desk.window.docks.values() if dock.isVisible()]
    panes = [desk.window.views.page, *(dock.widget() for dock in docks)]

    def pane() -> int:
        focus = desk.window.focusWidget()
        return next(i for i, p in enumerate(panes) if p is focus or p.isAncestorOf(focus))

    desk.window.views.page.setFocus()
    seen = []
    for _ in panes:
        desk.key(Qt.Key.Key_F6, to=desk.window.focusWidget())
        seen.append(pane())
    assert seen == [1, 2, 3, 4, 5, 0]
    desk.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert pane() == 5


def test_the_status_bar_tells_where_one_is(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "ABCDE"))
    fields = {f.accessibleName(): f for f in desk.window.statusBar().findChildren(QLabel)}
    desk.click(2)
    box = desk.selected.box
    assert fields["Selection"].text().split()[0] == str(box.width)
    left = sum(glyph.probability < DOUBTFUL_BELOW for glyph in desk.page.glyphs)
    assert fields["Letters to review"].text() == f"{left} of 5 letters to check"
    button = desk.window.findChild(ReaderButton)
    assert isinstance(button, ReaderButton)
    assert button.text().strip() == "print36"
    assert fields["Zoom"].text().endswith("%")
    desk.type("X")
    expected = left - (desk.page.glyph(2).predictions[0].probability < DOUBTFUL_BELOW)
    assert fields["Letters to review"].text().startswith(f"{expected} of")


def test_f1_lists_every_key_of_the_actions(desk: Desk) -> None:
    desk.key(Qt.Key.Key_F1, to=desk.window)
    dialog = next(d for d in desk.window.findChildren(ShortcutsDialog) if d.isVisible())
    desk.wait_until(lambda: dialog.is_complete)
    text = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    missing = [spec.id for spec in ACTIONS if spec.keys and spec.label not in text]
    assert missing == []
    dialog.close()
    desk.settle()


def test_every_action_does_something(desk: Desk) -> None:
    bare = QAction(desk.window)
    bare.setCheckable(True)
    assert not bare.receivers("2triggered(bool)")
    for spec in ACTIONS:
        action = desk.action(spec.id)
        signals = ("2triggered(bool)", "2toggled(bool)")
        internal = 1 + bool(spec.tool_group) + bool(spec.group)  # menu, toolbar, group
        assert sum(action.receivers(signal) for signal in signals) > internal, spec.id


def test_no_two_actions_share_a_key() -> None:
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_no_two_entries_of_a_menu_share_a_mnemonic(desk: Desk) -> None:
    for menu in desk.window.menuBar().findChildren(QMenu):
        letters = [
            action.text()[action.text().index("&") + 1].lower()
            for action in menu.actions()
            if "&" in action.text()
        ]
        assert len(letters) == len(set(letters)), (menu.title(), letters)


def test_every_control_has_an_accessible_name(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "AB"))
    desk.click(1)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in desk.window.findChildren(QWidget)
        if widget.isVisible()
        and (widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton))
        and widget.focusProxy() is None
        and not (widget.accessibleName() or _text_of(widget) or widget.toolTip())
    ]
    assert nameless == []


def _text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_the_list_of_pages_counts_letters(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "ABC"))
    listing = desk.window.findChild(ListingController)
    assert listing is not None
    entry = listing._shown[0]
    assert (entry.title, entry.letters, entry.confirmed) == ("a.png", 3, 0)
    assert entry.thumbnail is not None
    desk.click(1)
    desk.type("X")
    desk.settle()
    assert listing._shown[0].confirmed == 1


def test_full_screen_and_back_keeps_a_maximised_window(desk: Desk) -> None:
    desk.window.showMaximized()
    desk.settle()
    desk.do("full_screen")
    assert desk.window.isFullScreen()
    desk.do("full_screen")
    assert not desk.window.isFullScreen()
    assert desk.window.isMaximized()


def test_undo_names_a_sign_as_it_is(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "AB"))
    desk.click(1)
    desk.window.views.page.label_typed.emit("&")
    desk.settle()
    assert desk.action("undo").text() == "&Undo Set “&&”"
    assert "&&" not in desk.action("undo").toolTip()
