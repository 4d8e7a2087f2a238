"""Dialogs for files begin where that was done last, else beside the page, where one may write."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def letter(make_page: PageMaker, tmp_path: Path) -> Callable[[str], Path]:
    """Write a page into a folder of that name."""

    def write(folder: str) -> Path:
        (tmp_path / folder).mkdir(exist_ok=True)
        return Path(shutil.copy(make_page(f"{folder}.png", "AB"), tmp_path / folder))

    return write


def begins_in(desk: Desk, action_id: str) -> Path:
    """Return where the dialog of an action begins, and close it."""
    desk.do(action_id)
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    folder = Path(dialog.directory().absolutePath())
    dialog.reject()
    desk.settle()
    return folder


def drop(desk: Desk, path: Path) -> None:
    before = len(desk.window.session.documents)
    desk.drop([path])
    desk.wait_read(before + 1)


def test_opening_begins_where_files_were_dropped_from(
    desk: Desk, letter: Callable[[str], Path], open_desk: Callable[[], Desk]
) -> None:
    dropped = letter("drops")
    assert begins_in(desk, "open") == Path.home()
    drop(desk, dropped)
    assert begins_in(desk, "open") == dropped.parent
    desk.window.open_sample()  # which nobody would look for
    desk.wait_read(2)
    assert begins_in(desk, "open") == dropped.parent
    desk.window.close()
    assert begins_in(open_desk(), "open") == dropped.parent


def test_a_folder_that_is_gone_is_not_begun_in(desk: Desk, letter: Callable[[str], Path]) -> None:
    first, second = letter("first"), letter("second")
    drop(desk, first)
    desk.do("export")
    choose_file(desk, first.parent / "out.txt")
    drop(desk, second)
    shutil.rmtree(second.parent)
    assert begins_in(desk, "open") == Path.home()
    desk.window.session.show(desk.window.session.documents[0])
    desk.settle()
    assert begins_in(desk, "open") == first.parent  # of the page that is shown


def test_exporting_begins_where_it_was_done_last(
    desk: Desk, letter: Callable[[str], Path], tmp_path: Path
) -> None:
    first, second, out = letter("first"), letter("second"), tmp_path / "out"
    out.mkdir()
    drop(desk, first)
    assert begins_in(desk, "export") == first.parent
    desk.do("export")
    choose_file(desk, out / "text.txt")
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    desk.do("close_page")
    drop(desk, second)
    assert begins_in(desk, "export") == out
    assert begins_in(desk, "open") == second.parent  # each for itself
    assert begins_in(desk, "save") == second.parent


def test_who_exports_beside_the_pictures_is_led_there(
    desk: Desk, letter: Callable[[str], Path]
) -> None:
    first, second = letter("first"), letter("second")
    drop(desk, first)
    desk.do("export")
    choose_file(desk, first.parent / "text.txt")
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    desk.do("close_page")
    drop(desk, second)
    assert begins_in(desk, "export") == second.parent


def test_where_nobody_may_write_nothing_is_proposed(
    desk: Desk, letter: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A test may run as root, who may write everywhere."""
    closed, documents = letter("closed"), tmp_path / "documents"
    documents.mkdir()
    known = os.access
    monkeypatch.setattr(os, "access", lambda p, mode: Path(p) != closed.parent and known(p, mode))
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    drop(desk, closed)
    assert begins_in(desk, "export") == documents
    assert begins_in(desk, "save") == documents
    assert begins_in(desk, "open") == closed.parent
    documents.rmdir()
    assert begins_in(desk, "export") == Path.home()
