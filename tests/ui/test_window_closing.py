"""Closing a page or the window asks before work would be lost, and does what was answered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ocrdesk.formats.document_file import open_document
from tests.ui.answering import answer, choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_a_page_without_corrections_closes_without_a_question(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AB"))
    assert desk.window.close()
    assert desk.window.findChild(QMessageBox) is None


def test_closing_asks_and_cancel_keeps_everything(corrected: Desk) -> None:
    assert not corrected.window.close()
    answer(corrected, "Cancel")
    assert corrected.window.isVisible()
    assert corrected.page.glyph(1).correction == "Q"


def told_of_changes(desk: Desk, action_id: str) -> str:
    """Do something that would lose work; return what the question says is not saved, and stay."""
    desk.do(action_id)
    box = desk.window.findChild(QMessageBox)
    assert box is not None
    told = box.text()
    answer(desk, "Cancel")
    desk.settle()
    return told


def test_closing_names_the_page_that_was_changed_not_the_first(three: Desk, tmp_path: Path) -> None:
    """It named the first page, which nobody had touched."""
    for place, told in (
        (2, "“c.png”, one of 3 pages, has changes that were not saved."),
        (1, "2 of 3 pages have changes that were not saved."),
    ):
        three.window.session.show(three.window.session.documents[place])
        three.settle()
        three.click(1)
        three.type("Q")
        assert told_of_changes(three, "quit") == told
    assert told_of_changes(three, "close_page") == "“b.png” has changes that were not saved."
    three.do("save")
    choose_file(three, tmp_path / "saved")
    three.wait_until(lambda: three.window.tasks.is_idle)
    three.click(1)
    three.type("W")
    told = "“saved.ocrdesk” has changes that were not saved."
    assert told_of_changes(three, "quit") == told


def test_closing_asks_and_discard_closes(corrected: Desk) -> None:
    assert not corrected.window.close()
    answer(corrected, "Discard")
    assert not corrected.window.isVisible()


def export(desk: Desk, folder: Path, *names: str) -> None:
    """Export the page that is shown to some files, one after the other."""
    for name in names:
        desk.do("export_as")
        choose_file(desk, folder / name)
        if (folder / name).exists() and desk.window.findChild(QMessageBox) is not None:
            answer(desk, "Replace")
        desk.wait_until(lambda: desk.window.tasks.is_idle)


def told_of_exports(desk: Desk) -> str:
    """Close the window; return what the question says of files, and stay."""
    desk.settle()
    assert not desk.window.close()
    box = desk.window.findChild(QMessageBox)
    assert box is not None
    told = box.informativeText().partition(" are lost.")[2].strip()
    answer(desk, "Cancel")
    desk.settle()
    return told


def test_closing_names_all_that_was_exported_or_how_many_others(
    corrected: Desk, tmp_path: Path
) -> None:
    """It named the file that was exported to last alone, as if the others were lost."""
    assert told_of_exports(corrected) == ""
    export(corrected, tmp_path, "out.txt", "all.json", "out.txt")
    assert told_of_exports(corrected) == "What was exported (all.json, out.txt) stays."
    export(corrected, tmp_path, f"{'long' * 15}.txt")
    told = f"What was exported ({'long' * 15}.txt and 2 other files) stays."
    assert told_of_exports(corrected) == told
    export(corrected, tmp_path, "out.txt")
    told = "What was exported (out.txt and 2 other files) stays."
    assert told_of_exports(corrected) == told


def test_closing_tells_of_one_other_file(corrected: Desk, tmp_path: Path) -> None:
    export(corrected, tmp_path, f"{'long' * 15}.txt", "out.txt")
    assert told_of_exports(corrected) == "What was exported (out.txt and 1 other file) stays."


def test_closing_asks_and_save_saves_before_it_closes(corrected: Desk, tmp_path: Path) -> None:
    before = corrected.page
    corrected.do("quit")
    answer(corrected, "Save")
    assert corrected.window.isVisible()
    choose_file(corrected, tmp_path / "saved")
    corrected.wait_until(lambda: not corrected.window.isVisible())
    assert open_document(tmp_path / "saved.ocrdesk").pages[0].document.page == before


def test_giving_up_the_saving_keeps_the_window(corrected: Desk) -> None:
    corrected.window.close()
    answer(corrected, "Save")
    dialog = corrected.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    corrected.settle()
    assert corrected.window.isVisible()
    assert corrected.window.isWindowModified()


def test_closing_one_page_asks_for_that_page_only(corrected: Desk, make_page: PageMaker) -> None:
    corrected.open(make_page("clean.png", "XY"))
    corrected.do("close_page")
    assert corrected.window.findChild(QMessageBox) is None
    corrected.do("close_page")
    answer(corrected, "Discard")
    assert corrected.window.views.empty.isVisible()
