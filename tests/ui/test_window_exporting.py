"""Getting text out, and never losing a correction silently."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from ocrdesk.ui.notices import NoticeLevel
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_export_as_text(corrected: Desk, tmp_path: Path) -> None:
    corrected.do("export")
    choose_file(corrected, tmp_path / "out")
    assert (tmp_path / "out.txt").read_text() == corrected.page.text + "\n"
    assert corrected.window.isWindowModified()  # boxes, corrections and steps are in no text
    assert corrected.told[-1].level is NoticeLevel.SUCCESS


def test_export_as_json_and_again_to_the_same_file(corrected: Desk, tmp_path: Path) -> None:
    corrected.do("export_as")
    choose_file(corrected, tmp_path / "out", name_filter="json")
    content = json.loads((tmp_path / "out.json").read_text())
    first = content["pages"][0]["lines"][0]["words"][0]["glyphs"][0]
    assert (first["character"], first["confirmed"]) == ("Q", True)
    corrected.type("W")
    corrected.do("export")
    assert corrected.window.findChild(QFileDialog) is None
    text = json.loads((tmp_path / "out.json").read_text())["pages"][0]["text"]
    assert text == corrected.page.text


def test_a_folder_that_is_gone_keeps_the_work_and_offers_another(
    corrected: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "removed drive"
    folder.mkdir()
    corrected.do("export")
    choose_file(corrected, folder / "out")
    (folder / "out.txt").unlink()
    folder.rmdir()
    corrected.type("W")
    corrected.do("export")
    assert corrected.told[-1].level is NoticeLevel.ERROR
    corrected.window.notice_bar.action_requested.emit(corrected.number_of(corrected.told[-1]))
    choose_file(corrected, tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere.txt").read_text() == corrected.page.text + "\n"


def test_a_picture_is_never_overwritten(corrected: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "letter.png"
    before = picture.read_bytes()
    corrected.window._exporting._write([corrected.current], str(picture))
    assert corrected.told[-1].level is NoticeLevel.ERROR
    assert "picture" in corrected.told[-1].text
    assert picture.read_bytes() == before


def test_no_text_goes_where_a_document_is_or_would_be(corrected: Desk, tmp_path: Path) -> None:
    corrected.window._exporting._write([corrected.current], str(tmp_path / "work.ocrdesk"))
    assert corrected.told[-1].level is NoticeLevel.ERROR
    assert "document" in corrected.told[-1].text
    assert not (tmp_path / "work.ocrdesk").exists()


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


def test_export_as_begins_with_the_file_exported_to_last(corrected: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    corrected.window._exporting._write([corrected.current], str(tmp_path / "out" / "mine.json"))
    corrected.do("export_as")
    dialog = corrected.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == f"Export “{corrected.current.title}”"
    assert dialog.selectedFiles() == [str(tmp_path / "out" / "mine.json")]
    assert dialog.selectedNameFilter().endswith("(*.json)")
    dialog.reject()


def test_copy_text(corrected: Desk) -> None:
    corrected.do("copy_text")
    assert QGuiApplication.clipboard().text() == corrected.page.text


def test_settings_that_cannot_be_saved_do_not_keep_the_window_open(
    open_desk: Callable[[], Desk], own_home: Path
) -> None:
    desk = open_desk()
    desk.do("theme_dark")
    (own_home / "settings.json").mkdir()
    assert desk.window.close()
    desk.do("theme_light")
