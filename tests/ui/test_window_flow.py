"""A person's whole way: a folder, corrections by keys, a turn; undone, redone, saved, got back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ocrdesk.page.elements import Page
from ocrdesk.ui.views.turn_dialog import TurnDialog
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.recovering import choose, leave, offered

pytestmark = pytest.mark.window

_Key = Qt.Key
_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def pages(desk: Desk) -> list[Page | None]:
    return [opened.page for opened in desk.window.session.documents]


def go(desk: Desk, place: int) -> None:
    """Undo or redo all up to a place, and let the image follow."""
    history = desk.current.history
    history.go_to(place)
    desk.wait_until(lambda: history.index() == place)
    wait_ready(desk)


def wait_ready(desk: Desk) -> None:
    desk.wait_until(lambda: not desk.current.lacks_something and desk.window.reading.busy is None)
    desk.settle()


def turn_by(desk: Desk, degrees: float) -> None:
    desk.key(_Key.Key_T, _CTRL | _SHIFT)
    dialog = desk.window.findChild(TurnDialog)
    assert isinstance(dialog, TurnDialog)
    dialog._degrees.setValue(degrees)
    desk.key(_Key.Key_Return, to=dialog)
    wait_ready(desk)


def open_folder(desk: Desk, make_page: PageMaker, folder: Path) -> None:
    folder.mkdir()
    for name, rows in (("1.png", ("ABC", "DEF")), ("2.png", ("HIJ",))):
        make_page(name, *rows).rename(folder / name)
    desk.window.open_paths([str(folder)])
    desk.wait_read(2)


def correct_by_keys(desk: Desk) -> None:
    desk.key(_Key.Key_Tab)
    desk.type("QR")
    desk.key(_Key.Key_Return)
    desk.key(_Key.Key_Delete)
    desk.key(_Key.Key_Down, _ALT | _SHIFT)  # the row below goes first, or this one last
    desk.key(_Key.Key_Up, _ALT | _SHIFT)
    turn_by(desk, 7.3)
    desk.key(_Key.Key_Right, _CTRL)  # a box is moved on the page that lies askew
    desk.type("X")


def test_a_folder_is_corrected_turned_undone_redone_saved_and_got_back(
    open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    desk = open_desk()
    open_folder(desk, make_page, tmp_path / "scans")
    start = pages(desk)
    correct_by_keys(desk)
    end, count = pages(desk), desk.current.history.count()
    assert desk.page.rotation == 7.3
    assert count >= 7
    go(desk, 0)
    assert pages(desk) == start
    go(desk, count)
    assert pages(desk) == end
    desk.do("save")
    choose_file(desk, tmp_path / "work")
    desk.wait_until(lambda: not desk.window.isWindowModified())
    again = open_desk()
    again.window.open_paths([str(tmp_path / "work.ocrdesk")])
    again.wait_read(2)
    wait_ready(again)
    assert pages(again) == end
    assert again.current.image is not None
    size = again.current.image.width, again.current.image.height
    assert size == (again.page.width, again.page.height)
    again.key(_Key.Key_Tab)
    again.type("Z")
    edited = pages(again)
    leave(again)
    third = open_desk()
    choose(third, offered(third), "Recover")
    third.wait_read(2)
    wait_ready(third)
    assert pages(third) == edited
    assert third.window.saving.file is not None
    go(third, 0)
    assert pages(third) == start
