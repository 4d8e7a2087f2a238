"""Getting text out, and never losing a correction silently."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog

from ocrdesk.errors import OutputError
from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.page.document import PageDocument
from ocrdesk.ui.controllers import export_work
from ocrdesk.ui.notices import NoticeLevel
from tests.page.pages import page_of
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.test_window_saving import save

pytestmark = pytest.mark.window


def wait_exported(desk: Desk) -> None:
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    desk.settle()


def test_export_as_text(corrected: Desk, tmp_path: Path) -> None:
    corrected.do("export")
    choose_file(corrected, tmp_path / "out")
    wait_exported(corrected)
    assert (tmp_path / "out.txt").read_text() == corrected.page.text + "\n"
    assert corrected.window.isWindowModified()  # boxes, corrections and steps are in no text
    assert corrected.told_of("export").level is NoticeLevel.SUCCESS


def test_export_as_json_and_again_to_the_same_file(corrected: Desk, tmp_path: Path) -> None:
    corrected.do("export_as")
    choose_file(corrected, tmp_path / "out", name_filter="json")
    wait_exported(corrected)
    content = json.loads((tmp_path / "out.json").read_text())
    first = content["pages"][0]["lines"][0]["words"][0]["glyphs"][0]
    assert (first["character"], first["confirmed"]) == ("Q", True)
    corrected.type("W")
    corrected.do("export")
    assert corrected.window.findChild(QFileDialog) is None
    wait_exported(corrected)
    text = json.loads((tmp_path / "out.json").read_text())["pages"][0]["text"]
    assert text == corrected.page.text


def test_a_folder_that_is_gone_keeps_the_work_and_offers_another(
    corrected: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "removed drive"
    folder.mkdir()
    corrected.do("export")
    choose_file(corrected, folder / "out")
    wait_exported(corrected)
    (folder / "out.txt").unlink()
    folder.rmdir()
    corrected.type("W")
    corrected.do("export")
    wait_exported(corrected)
    told = corrected.told_of("export")
    assert told.level is NoticeLevel.ERROR
    corrected.window.notice_bar.action_requested.emit(corrected.number_of(told))
    choose_file(corrected, tmp_path / "elsewhere")
    wait_exported(corrected)
    assert (tmp_path / "elsewhere.txt").read_text() == corrected.page.text + "\n"


def test_a_picture_is_never_overwritten(corrected: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "letter.png"
    before = picture.read_bytes()
    corrected.window._exporting._write(str(picture), [corrected.current], is_whole=False)
    wait_exported(corrected)
    assert corrected.told_of("export").level is NoticeLevel.ERROR
    assert "picture" in corrected.told_of("export").text
    assert picture.read_bytes() == before


def test_no_text_goes_where_a_document_is_or_would_be(corrected: Desk, tmp_path: Path) -> None:
    corrected.window._exporting._write(
        str(tmp_path / "work.ocrdesk"), [corrected.current], is_whole=False
    )
    wait_exported(corrected)
    assert corrected.told_of("export").level is NoticeLevel.ERROR
    assert "document" in corrected.told_of("export").text
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
        pages = dialog.findChild(QComboBox, "pages")
        assert isinstance(pages, QComboBox)
        proposed += dialog.selectedFiles()
        pages.setCurrentIndex(1)
        proposed += dialog.selectedFiles()
        dialog.reject()
        desk.settle()
    names = ("fax", "fax-1", "Pages")  # of several folders
    assert proposed == [
        *(str(tmp_path / f"{name}.txt") for name in names),
        str(tmp_path / "welcome.txt"),  # the folder that was looked at stays
    ]


def test_pages_of_one_folder_are_proposed_its_name(
    desk: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    folder = tmp_path / "letters of May"
    folder.mkdir()
    for name in ("a.png", "b.png"):
        shutil.copy(make_page(name, "AB"), folder)
    desk.window.open_paths([str(folder)])
    desk.wait_read(2)
    for action in ("export_as", "save_as"):
        desk.do(action)
        dialog = desk.window.findChild(QFileDialog)
        assert dialog is not None
        (proposed,) = dialog.selectedFiles()
        assert Path(proposed).with_suffix("") == folder / "letters of May"
        dialog.reject()
        desk.settle()


def test_all_pages_go_into_one_file(corrected: Desk, make_page: PageMaker, tmp_path: Path) -> None:
    corrected.open(make_page("b.png", "XYZ"))
    texts = [opened.page.text for opened in corrected.window.session.documents if opened.page]
    corrected.do("export")
    choose_file(corrected, tmp_path / "all")
    wait_exported(corrected)
    assert (tmp_path / "all.txt").read_text() == f"{texts[0]}\n\f{texts[1]}\n"
    assert "2 pages" in corrected.told_of("exports").text
    corrected.window.session.show(corrected.window.session.documents[0])
    corrected.click(1)
    corrected.type("W")
    corrected.do("export")  # again, all of them
    wait_exported(corrected)
    assert (tmp_path / "all.txt").read_text() == f"{corrected.page.text}\n\f{texts[1]}\n"
    corrected.do("export_as")
    choose_file(corrected, tmp_path / "all", name_filter="json")
    wait_exported(corrected)
    assert len(json.loads((tmp_path / "all.json").read_text())["pages"]) == 2


def test_one_page_of_several_is_exported(
    corrected: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    corrected.open(make_page("b.png", "XYZ"))
    corrected.do("export")
    pages = corrected.window.findChild(QComboBox, "pages")
    assert isinstance(pages, QComboBox)
    pages.setCurrentIndex(1)
    choose_file(corrected, tmp_path / "one")
    wait_exported(corrected)
    corrected.click(1)
    corrected.type("W")
    corrected.do("export")  # again this one alone
    wait_exported(corrected)
    assert (tmp_path / "one.txt").read_text() == corrected.page.text + "\n"


def test_pages_that_were_not_read_are_told(
    corrected: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    path = make_page("b.png", "XYZ")
    corrected.window.session.open(PageDocument(str(path)))
    corrected.do("export")
    choose_file(corrected, tmp_path / "all")
    wait_exported(corrected)
    assert (tmp_path / "all.txt").read_text() == corrected.page.text + "\n"
    assert corrected.told_of("exports").level is NoticeLevel.WARNING
    assert "left out" in corrected.told_of("exports").advice


def test_a_document_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "pic.txt").write_bytes(b"PK\3\4 a document")
    with pytest.raises(OutputError, match="document"):
        [
            *export_work.export(
                tmp_path / "pic.txt", [StoredPage(PageDocument("", page=page_of("AB")))]
            )
        ]
    assert (tmp_path / "pic.txt").read_bytes().startswith(b"PK")


def test_the_others_are_exported_while_an_empty_page_is_shown(
    corrected: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    text = corrected.page.text
    corrected.open(make_page("b.png", "X"))
    corrected.click(1)
    corrected.do("delete")
    assert not corrected.page.glyphs
    for action in ("export", "export_as", "contact_sheet", "check_random", "learn_hand"):
        assert corrected.action(action).isEnabled(), action
    assert not corrected.action("copy_text").isEnabled()
    corrected.do("export")
    pages = corrected.window.findChild(QComboBox, "pages")
    assert isinstance(pages, QComboBox)
    assert pages.count() == 1
    choose_file(corrected, tmp_path / "all")
    wait_exported(corrected)
    assert (tmp_path / "all.txt").read_text() == f"{text}\n\f"
    corrected.window.session.show(corrected.window.session.documents[0])
    corrected.do("select_all")
    corrected.do("delete")
    assert not corrected.action("export").isEnabled()


def test_export_as_begins_with_the_file_exported_to_last(corrected: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    corrected.window._exporting._write(
        str(tmp_path / "out" / "mine.json"), [corrected.current], is_whole=False
    )
    wait_exported(corrected)
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


def test_what_was_saved_is_proposed_beside_the_document(
    desk: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    (tmp_path / "kept").mkdir()
    for picture, name in (("a.png", "dog"), ("b.png", "b")):
        desk.open(make_page(picture, "AB"))
        if name == "dog":
            save(desk, tmp_path / "kept" / "dog.ocrdesk")
        desk.do("export_as")
        dialog = desk.window.findChild(QFileDialog)
        assert dialog is not None
        pages = dialog.findChild(QComboBox, "pages")
        if pages is not None:
            pages.setCurrentIndex(1)  # the page that is shown
        assert dialog.selectedFiles() == [str(tmp_path / "kept" / f"{name}.txt")]
        dialog.reject()
        desk.settle()
