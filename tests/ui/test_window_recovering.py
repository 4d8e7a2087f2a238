"""Work that a killed program left is offered at the start, and comes back with every step."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from ocrdesk import paths
from ocrdesk.formats.document_file import open_document
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.left_work import find_left_work
from ocrdesk.ui.controllers.moments import moment
from ocrdesk.ui.notices import NoticeLevel
from ocrdesk.ui.views.recovery_dialog import RecoveryDialog
from tests.ui.answering import answer, choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.recovering import choose, killed, leave, offered

pytestmark = pytest.mark.window

TYPING = """
from PySide6.QtTest import QTest

def work(window):
    session = window.session
    session.select(session.page.glyphs[0].id)
    QTest.keyClicks(window.views.page, "QR")
    print(session.page.text.replace("\\n", "/"), flush=True)
    sys.stdin.read()
"""


def is_shown(desk: Desk) -> bool:
    return bool(desk.window.session.documents) and desk.window.reading.busy is None


def test_a_killed_program_loses_nothing(desk: Desk, make_page: PageMaker) -> None:
    path = make_page("letter.png", "ABC", "DEF")
    text = killed(TYPING, path)
    (journal,) = paths.journals_folder().glob("*/journal")
    edited = journal.stat().st_mtime
    days = {moment(edited)}
    dialog = offered(desk)
    days.add(moment(edited))  # it may be past midnight now
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "letter.png" in words
    assert any(f"2 steps not saved, {day}" in words for day in days)
    choose(desk, dialog, "Recover")
    desk.wait_until(lambda: is_shown(desk))
    assert desk.page.text.replace("\n", "/") == text
    assert desk.current.document.pixels is not None
    assert desk.window.isWindowModified()
    assert desk.current.read_by == "print36"
    desk.do("undo")
    desk.do("undo")
    assert not any(glyph.is_confirmed for glyph in desk.page.glyphs)
    desk.do("redo")
    (folder,) = [path for path in paths.journals_folder().iterdir() if path.is_dir()]
    assert folder.name.split(".")[1] == desk.window.session.journals._owner  # type: ignore[union-attr]


def test_work_on_a_document_comes_back_into_it(
    open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    desk = open_desk()
    desk.open(make_page("a.png", "ABC"), make_page("b.png", "DEF"))
    desk.do("save")
    choose_file(desk, tmp_path / "work")
    desk.wait_until(lambda: desk.window.saving.file is not None)
    desk.window.session.show(desk.window.session.documents[1])
    desk.click(1)
    desk.type("QR")
    page = desk.page
    leave(desk)
    again = open_desk()
    choose(again, offered(again), "Recover")
    again.wait_until(lambda: is_shown(again) and len(again.window.session.documents) == 2)
    path = tmp_path / "work.ocrdesk"
    assert again.window.saving.file is not None
    assert again.window.saving.file.path == path
    assert again.current.title == "b.png"
    assert again.page == page
    assert [opened.is_modified for opened in again.window.session.documents] == [False, True]
    again.do("save")
    again.wait_until(lambda: not again.window.isWindowModified())
    assert open_document(path).pages[1].document.page == page


def test_an_image_that_is_gone_is_told_and_the_work_is_there(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    path = make_page("a.png", "ABC")
    desk = open_desk()
    desk.open(path)
    desk.click(1)
    desk.type("Q")
    leave(desk)
    path.unlink()
    again = open_desk()
    choose(again, offered(again), "Recover")
    again.wait_until(lambda: any(n.level is NoticeLevel.ERROR for n in again.told))
    assert any("a.png" in notice.text for notice in again.told)
    assert again.page.glyph(1).correction == "Q"
    again.do("undo")
    assert again.page.glyph(1).correction is None


def test_later_asks_again_and_discard_asks_twice(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    desk = open_desk()
    desk.open(make_page("a.png", "ABC"))
    desk.click(1)
    desk.type("Q")
    leave(desk)
    again = open_desk()
    dialog = offered(again)
    again.key(Qt.Key.Key_Escape, to=dialog)
    again.settle()
    assert again.window.session.documents == ()
    dialog = offered(again)
    choose(again, dialog, "Discard…")
    answer(again, "Cancel")
    assert dialog.isVisible()
    choose(again, dialog, "Discard…")
    answer(again, "Discard")
    again.wait_until(lambda: again.window.tasks.is_idle)
    store = JournalStore()
    assert store.recoverable() == ()
    store.close()


def test_nothing_is_offered_where_nothing_was_left(desk: Desk) -> None:
    desk.window.offer_unsaved_work()
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    assert desk.window.findChild(RecoveryDialog) is None


def test_work_comes_back_into_a_document_that_is_open_already(
    open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    desk = open_desk()
    desk.open(make_page("a.png", "ABC"))
    desk.do("save")
    choose_file(desk, tmp_path / "work")
    desk.wait_until(lambda: desk.window.saving.file is not None)
    desk.click(1)
    desk.type("QR")
    page = desk.page
    leave(desk)
    again = open_desk()
    again.window.open_paths([str(tmp_path / "work.ocrdesk")])
    again.wait_read(1)
    again.wait_until(lambda: again.current.layout is not None)
    choose(again, offered(again), "Recover")
    again.wait_until(lambda: again.page == page)
    again.wait_until(lambda: again.current.layout is not None and is_shown(again))
    assert again.current.pyramid is not None
    assert again.current.is_modified
    again.do("undo")


@pytest.mark.parametrize("is_open", [False, True])
def test_what_another_window_saved_is_not_replaced_by_recovered_work_without_asking(
    open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path, *, is_open: bool
) -> None:
    path = tmp_path / "work.ocrdesk"
    desk = open_desk()
    desk.open(make_page("a.png", "ABC"), make_page("b.png", "DEF"))
    desk.do("save")
    choose_file(desk, path)
    desk.wait_until(lambda: desk.window.saving.file is not None)
    desk.click(1)
    desk.type("Q")
    page = desk.page
    other = open_desk()
    other.window.open_paths([str(path)])
    other.wait_read(2)
    other.click(3)
    other.type("Z")
    other.do("save")
    other.wait_until(lambda: not other.window.isWindowModified())
    theirs = path.read_bytes()
    leave(desk)
    again = other if is_open else open_desk()
    choose(again, offered(again), "Recover")
    again.wait_until(lambda: is_shown(again) and again.page == page)
    assert any("saved by another window" in notice.advice for notice in again.told)
    again.do("save")
    again.wait_until(lambda: again.window.findChild(QMessageBox) is not None)
    answer(again, "Cancel")
    assert path.read_bytes() == theirs
    again.do("save_as")
    choose_file(again, tmp_path / "mine")
    again.wait_until(lambda: not again.window.isWindowModified())
    assert path.read_bytes() == theirs
    assert open_document(tmp_path / "mine.ocrdesk").pages[0].document.page == page


def test_a_document_opened_meanwhile_keeps_its_file_and_is_asked_for(
    open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    desk = open_desk()
    desk.open(make_page("a.png", "ABC"))
    desk.click(1)
    desk.type("QR")
    page = desk.page
    leave(desk)
    again = open_desk()
    again.open(make_page("b.png", "DEF"))
    again.do("save")
    choose_file(again, tmp_path / "other")
    again.wait_until(lambda: again.window.saving.file is not None)
    again.click(1)
    again.type("X")
    session, controller = again.window.session, again.window._recovering
    assert session.journals is not None
    (work,) = find_left_work(session.journals)
    controller._start(work, is_last=True)  # as if it had begun before the other was opened
    again.wait_until(lambda: again.window.findChild(QMessageBox) is not None)
    answer(again, "Cancel")
    assert again.window.saving.file is not None
    assert [opened.title for opened in session.documents] == ["b.png"]
    (waiting,) = [notice for notice in again.told if notice.topic == "left"]
    assert waiting.on_action is not None
    waiting.on_action()
    answer(again, "Discard")
    again.wait_until(lambda: is_shown(again))
    assert [opened.title for opened in session.documents] == ["a.png"]
    assert again.page == page
    assert controller._saving.file is None
    assert not [notice for notice in again.told if notice.topic == "left"]


def test_a_page_that_lies_askew_comes_back_so(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    desk = open_desk()
    desk.open(make_page("a.png", "ABC"))
    for degrees in (50.0, 7.0):
        desk.window._turning.turn(degrees)
        desk.wait_until(lambda: desk.current.layout is not None)
    page, image = desk.page, desk.current.image
    assert image is not None
    leave(desk)
    again = open_desk()
    choose(again, offered(again), "Recover")
    again.wait_until(lambda: is_shown(again) and again.current.layout is not None)
    assert again.page == page
    found = again.current.image
    assert found is not None
    assert found.pixels.shape == image.pixels.shape
    assert np.abs(found.pixels.astype(int) - image.pixels).mean() < 3
    again.do("undo")
    again.do("undo")
    again.wait_until(lambda: is_shown(again) and again.current.layout is not None)
    assert again.page.rotation == 0
    assert again.current.image is not None


def test_pages_of_one_name_are_told_apart(
    open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    desk = open_desk()
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        desk.open(make_page(f"{folder}/letter.png", "AB"))
        desk.click(1)
        desk.type("Q")
    leave(desk)
    desk.window.close_for_good()
    dialog = offered(open_desk())
    told = [label.text() for label in dialog.findChildren(QLabel) if "1 step" in label.text()]
    assert len(told) == len(set(told)) == 2
    for folder in ("first", "second"):
        (line,) = [line for line in told if str(tmp_path / folder) in line]
        assert re.search(r"\d:\d\d:\d\d$", line), "with its second"
    default = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
    assert (default.text(), default.property("primary")) == ("&Recover", True)
    dialog.reject()
