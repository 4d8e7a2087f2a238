"""Journals in the window: begun with each image, told of when they fail or others are there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from ocrdesk import paths
from ocrdesk.services.journal_leftovers import read_journal
from ocrdesk.services.journal_state import JournalState
from ocrdesk.ui.controllers.journaling import JournalingController
from ocrdesk.ui.notices import NoticeLevel
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def folders() -> list[Path]:
    """The journals of this test's home."""
    return sorted(path for path in paths.journals_folder().glob("*") if path.is_dir())


def kept() -> list[JournalState]:
    """What the journals hold."""
    return [read_journal(folder)[0] for folder in folders()]


def test_a_page_has_its_journal_with_its_image_and_is_written_down_when_it_was_read(
    desk: Desk, make_page: PageMaker
) -> None:
    path = make_page("a.png", "ABC")
    desk.open(path)
    journal = desk.current.past.journal
    assert journal is not None
    desk.wait_until(lambda: journal.is_prepared)
    (state,) = kept()
    assert state.page == desk.page
    assert state.identity.source == os.path.realpath(path)
    assert state.model == "print36"
    assert state.history.is_saved
    desk.click(1)
    desk.type("Q")
    assert kept()[0].page == desk.page
    desk.do("undo")
    assert kept()[0].history.position == 0


def test_reading_again_leaves_a_page_that_nobody_edited_saved(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABC"))
    desk.do("read_again")
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert not desk.window.session.modified


def test_a_pasted_image_lies_beside_its_journal(desk: Desk) -> None:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    QGuiApplication.clipboard().setImage(picture)
    desk.do("paste")
    desk.wait_read()
    journal = desk.current.past.journal
    assert journal is not None
    assert journal.picture is not None


def test_closing_leaves_no_journal(open_desk: Callable[[], Desk], make_page: PageMaker) -> None:
    desk = open_desk()
    desk.open(make_page("a.png", "ABC"))
    desk.open(make_page("b.png", "ABC"))
    assert len(folders()) == 2
    desk.do("close_page")
    assert len(folders()) == 2  # the page can be put back
    desk.window.close()
    assert list(paths.journals_folder().iterdir()) == []


def test_another_window_on_the_same_page_is_named(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    path = make_page("a.png", "ABC")
    one, other = open_desk(), open_desk()
    one.open(path)
    other.open(path)
    (notice,) = other.told
    assert "“a.png” is open in another window" in notice.text
    assert str(os.getpid()) in notice.text
    assert one.told == []


def told_of_others(desk: Desk) -> list[str]:
    """What of other windows is told, up to where they are."""
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    texts = [notice.text for notice in desk.told if notice.topic == "others"]
    return [text.partition(":")[0] for text in texts]


def test_a_document_in_another_window_is_named_once_and_not_one_of_its_pages(
    open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    one = open_desk()
    one.open(*(make_page(f"{name}.png", "AB") for name in "abc"))
    one.do("save")
    choose_file(one, tmp_path / "work")
    one.wait_until(lambda: not one.window.saving.is_saving)
    other = open_desk()
    gone: list[int] = []
    other.window.notice_bar.notice_closed.connect(gone.append)
    other.window.open_paths([str(tmp_path / "work.ocrdesk")])
    other.wait_read(3)
    assert told_of_others(other) == ["“work.ocrdesk” is open in another window, too"]
    assert gone == [], "its pages did not tell it again"


def test_images_in_another_window_are_counted(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    images = [make_page(f"{name}.png", "AB") for name in "abc"]
    one, other = open_desk(), open_desk()
    one.open(*images[:2])
    other.open(images[2])
    other.open(*images[:2])
    assert told_of_others(other) == ["“a.png” and 1 other file are open in another window, too"]
    for opened in other.window.session.documents[1:]:
        other.window.session.close(opened)
    other.settle()
    assert told_of_others(other) == []


def test_work_that_cannot_be_kept_stays_in_memory_and_catches_up(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABC"))
    desk.click(1)
    desk.type("Q")
    home = paths.journals_folder()
    gone = home.with_name("unplugged")
    home.rename(gone)
    home.write_text("no folder")  # a drive that is gone; permissions do not stop root
    desk.type("R")
    (notice,) = desk.told
    assert notice.level is NoticeLevel.WARNING
    assert notice.action == "Try Again"
    assert desk.page.glyph(2).correction == "R"
    desk.window.notice_bar.action_requested.emit(desk.number_of(notice))
    desk.wait_until(lambda: bool(desk.told))
    desk.type("S")
    desk.do("undo")
    assert len(desk.told) == 1  # said once
    home.unlink()
    journaling = desk.window.findChild(JournalingController)
    assert journaling is not None
    journaling.look()  # as its timer does
    desk.wait_until(lambda: [n.level for n in desk.told] == [NoticeLevel.SUCCESS])
    (state,) = kept()
    assert state.page == desk.page
    assert len(state.history.steps) == 3
    assert state.history.position == 2
