"""Closing a page or the window asks before work would be lost, and does what was answered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ocrdesk.formats.document_file import open_document
from tests.ui.answering import answer, choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of a page with one correction."""
    desk.open(make_page("letter.png", "ABC", "DEF"))
    desk.click(1)
    desk.type("Q")
    return desk


def test_a_page_without_corrections_closes_without_a_question(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AB"))
    assert desk.window.close()
    assert desk.window.findChild(QMessageBox) is None


def test_closing_asks_and_cancel_keeps_everything(page: Desk) -> None:
    assert not page.window.close()
    answer(page, "Cancel")
    assert page.window.isVisible()
    assert page.page.glyph(1).correction == "Q"


def test_closing_asks_and_discard_closes(page: Desk) -> None:
    assert not page.window.close()
    answer(page, "Discard")
    assert not page.window.isVisible()


def test_closing_asks_and_save_saves_before_it_closes(page: Desk, tmp_path: Path) -> None:
    before = page.page
    page.do("quit")
    answer(page, "Save")
    assert page.window.isVisible()
    choose_file(page, tmp_path / "saved")
    page.wait_until(lambda: not page.window.isVisible())
    assert open_document(tmp_path / "saved.ocrdesk").pages[0].document.page == before


def test_giving_up_the_saving_keeps_the_window(page: Desk) -> None:
    page.window.close()
    answer(page, "Save")
    dialog = page.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    page.settle()
    assert page.window.isVisible()
    assert page.window.isWindowModified()


def test_closing_one_page_asks_for_that_page_only(page: Desk, make_page: PageMaker) -> None:
    page.open(make_page("clean.png", "XY"))
    page.do("close_page")
    assert page.window.findChild(QMessageBox) is None
    page.do("close_page")
    answer(page, "Discard")
    assert page.window.views.empty.isVisible()
