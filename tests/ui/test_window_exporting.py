"""Getting text out, and never losing a correction silently."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton

from ocrdesk.ui.controllers.listing import ListingController
from ocrdesk.ui.notices import NoticeLevel
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


def choose_file(desk: Desk, path: Path, *, name_filter: str = "") -> None:
    """Answer the export dialog."""
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    if name_filter:
        dialog.selectNameFilter(next(f for f in dialog.nameFilters() if name_filter in f))
        dialog.filterSelected.emit(dialog.selectedNameFilter())
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    desk.key(Qt.Key.Key_Return, to=dialog)
    desk.settle()


def answer(desk: Desk, button: str) -> None:
    """Click a button of the question that is shown."""
    box = desk.window.findChild(QMessageBox)
    assert box is not None
    buttons = {b.text().replace("&", ""): b for b in box.findChildren(QPushButton)}
    buttons[button].click()
    desk.settle()


def test_export_as_text(page: Desk, tmp_path: Path) -> None:
    page.do("export")
    choose_file(page, tmp_path / "out")
    assert (tmp_path / "out.txt").read_text() == page.page.text + "\n"
    assert not page.window.isWindowModified()
    assert page.told[-1].level is NoticeLevel.SUCCESS


def test_export_as_json_and_again_to_the_same_file(page: Desk, tmp_path: Path) -> None:
    page.do("export_as")
    choose_file(page, tmp_path / "out", name_filter="json")
    content = json.loads((tmp_path / "out.json").read_text())
    first = content["pages"][0]["lines"][0]["words"][0]["glyphs"][0]
    assert (first["character"], first["confirmed"]) == ("Q", True)
    page.type("W")
    assert page.window.isWindowModified()
    page.do("export")
    assert page.window.findChild(QFileDialog) is None
    assert not page.window.isWindowModified()
    text = json.loads((tmp_path / "out.json").read_text())["pages"][0]["text"]
    assert text == page.page.text


def test_undo_after_an_export_makes_the_page_modified_again(page: Desk, tmp_path: Path) -> None:
    page.do("export")
    choose_file(page, tmp_path / "out")
    page.do("undo")
    assert page.window.isWindowModified()
    page.do("redo")
    assert not page.window.isWindowModified()


def test_the_list_of_pages_marks_what_was_not_exported(
    page: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    page.open(make_page("other.png", "XY"))
    listing = page.window.findChild(ListingController)
    assert listing is not None

    def marked() -> list[bool]:
        page.settle()
        return [entry.is_edited for entry in listing._shown]

    assert marked() == [True, False]
    page.do("previous_page")
    page.do("export")
    choose_file(page, tmp_path / "out")
    assert marked() == [False, False]
    page.do("undo")
    assert marked() == [True, False]
    page.do("redo")
    assert marked() == [False, False]
    page.type("W")
    assert marked() == [True, False]
    assert page.window.isWindowModified()
    assert page.window.windowTitle().startswith("letter.png[*]")
    page.do("next_page")
    assert not page.window.isWindowModified()


def test_a_folder_that_is_gone_keeps_the_work_and_offers_another(
    page: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "removed drive"
    folder.mkdir()
    page.do("export")
    choose_file(page, folder / "out")
    (folder / "out.txt").unlink()
    folder.rmdir()
    page.type("W")
    page.do("export")
    assert page.told[-1].level is NoticeLevel.ERROR
    assert page.window.isWindowModified()
    page.window.notice_bar.action_requested.emit(page.number_of(page.told[-1]))
    choose_file(page, tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere.txt").read_text() == page.page.text + "\n"


def test_a_picture_is_never_overwritten(page: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "letter.png"
    before = picture.read_bytes()
    page.window._exporting._write([page.current], str(picture))
    assert page.told[-1].level is NoticeLevel.ERROR
    assert "picture" in page.told[-1].text
    assert picture.read_bytes() == before
    assert page.window.isWindowModified()


def test_a_name_is_proposed_beside_the_image(
    desk: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    with Image.open(make_page("a.png", "AB")) as paper:
        paper.save(tmp_path / "fax.tif", save_all=True, append_images=[paper])
    proposed = []
    for number, open_page in enumerate(
        (lambda: desk.window.open_paths([str(tmp_path / "fax.tif")]), desk.window.open_sample)
    ):
        open_page()
        desk.wait_read(2 + number)
        desk.do("export_as")
        dialog = desk.window.findChild(QFileDialog)
        assert dialog is not None
        proposed += dialog.selectedFiles()
        dialog.reject()
        desk.settle()
    assert proposed == [str(tmp_path / "fax-1.txt"), str(Path.home() / "welcome.txt")]


def test_export_as_begins_with_the_file_exported_to_last(page: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    page.window._exporting._write([page.current], str(tmp_path / "out" / "mine.json"))
    page.do("export_as")
    dialog = page.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == f"Export “{page.current.title}”"
    assert dialog.selectedFiles() == [str(tmp_path / "out" / "mine.json")]
    assert dialog.selectedNameFilter().endswith("(*.json)")
    dialog.reject()


def test_copy_text(page: Desk) -> None:
    page.do("copy_text")
    assert QGuiApplication.clipboard().text() == page.page.text


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


def test_closing_asks_and_export_writes_before_it_closes(page: Desk, tmp_path: Path) -> None:
    text = page.page.text
    page.do("quit")
    answer(page, "Export…")
    assert page.window.isVisible()
    choose_file(page, tmp_path / "saved")
    assert (tmp_path / "saved.txt").read_text() == text + "\n"
    assert not page.window.isVisible()


def test_giving_up_the_export_keeps_the_window(page: Desk) -> None:
    page.window.close()
    answer(page, "Export…")
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


def test_settings_that_cannot_be_saved_do_not_keep_the_window_open(
    open_desk: Callable[[], Desk], own_home: Path
) -> None:
    desk = open_desk()
    desk.do("theme_dark")
    (own_home / "settings.json").mkdir()
    assert desk.window.close()
    desk.do("theme_light")
