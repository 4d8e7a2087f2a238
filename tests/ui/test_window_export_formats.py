"""Export in every format: a typed ending chooses it, and a PDF is searchable."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ocrdesk.formats.exporters import EXPORTERS
from ocrdesk.ui.controllers import export_work
from ocrdesk.ui.notices import NoticeLevel
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.test_window_exporting import wait_exported

pytestmark = pytest.mark.window


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("out.csv", "page,line,word"), ("out.HTML", "<?xml"), ("out.alto.xml", "<?xml")],
)
def test_an_ending_that_was_typed_chooses_the_format(
    corrected: Desk, tmp_path: Path, name: str, beginning: str
) -> None:
    corrected.do("export")
    choose_file(corrected, tmp_path / name, name_filter="json")
    wait_exported(corrected)
    assert (tmp_path / name).read_text().startswith(beginning)
    assert not list(tmp_path.glob("*.json"))
    corrected.type("W")
    corrected.do("export")  # again, likewise
    wait_exported(corrected)
    assert (tmp_path / name).read_text().startswith(beginning)


def test_xml_is_the_format_that_is_chosen(corrected: Desk, tmp_path: Path) -> None:
    corrected.do("export")
    choose_file(corrected, tmp_path / "out.xml", name_filter="page.xml")
    wait_exported(corrected)
    assert "primaresearch" in (tmp_path / "out.xml").read_text()
    corrected.do("export_as")
    dialog = corrected.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedNameFilter().startswith("PAGE XML")
    dialog.reject()


def test_an_unknown_ending_is_refused_in_the_dialog(corrected: Desk, tmp_path: Path) -> None:
    corrected.do("export")
    choose_file(corrected, tmp_path / "out.docx")
    dialog = corrected.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    box = dialog.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "No format is called .docx."
    assert ".hocr" in box.informativeText()
    box.accept()
    choose_file(corrected, tmp_path / "Mr. Brown")
    wait_exported(corrected)
    assert [path.name for path in tmp_path.glob("*Brown*")] == ["Mr. Brown.txt"]


def test_every_format_has_a_name_and_an_ending_of_its_own(corrected: Desk) -> None:
    corrected.do("export")
    dialog = corrected.window.findChild(QFileDialog)
    assert dialog is not None
    filters = dialog.nameFilters()
    assert len(filters) == len(set(filters)) == len(EXPORTERS)
    dialog.reject()


def words_of(path: Path) -> list[list[str]]:
    with closing(pypdfium2.PdfDocument(path.read_bytes())) as document:
        return [str(page.get_textpage().get_text_range()).split() for page in document]


def test_a_searchable_pdf_of_all_pages_again_and_again(
    corrected: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    corrected.open(make_page("b.png", "XYZ"))
    texts = [
        opened.page.text.split() for opened in corrected.window.session.documents if opened.page
    ]
    corrected.do("export")
    choose_file(corrected, tmp_path / "all.pdf", name_filter="json")
    wait_exported(corrected)
    assert corrected.told_of("exports").level is NoticeLevel.SUCCESS
    assert words_of(tmp_path / "all.pdf") == texts
    corrected.click(1)
    corrected.type("W")
    corrected.do("export")  # one's own export may be replaced
    wait_exported(corrected)
    assert words_of(tmp_path / "all.pdf") == [texts[0], corrected.page.text.split()]


def test_a_pdf_of_a_page_that_was_turned_shows_it_so(corrected: Desk, tmp_path: Path) -> None:
    corrected.do("turn_left")
    corrected.wait_until(lambda: corrected.window.tasks.is_idle)
    corrected.settle()
    page = corrected.page
    corrected.do("export")
    choose_file(corrected, tmp_path / "turned.pdf")
    wait_exported(corrected)
    with closing(pypdfium2.PdfDocument(tmp_path / "turned.pdf")) as document:
        width, height = document[0].get_size()
    assert width / height == pytest.approx(page.width / page.height, rel=0.01)
    assert sorted("".join(words_of(tmp_path / "turned.pdf")[0])) == sorted(
        page.text.replace(" ", "").replace("\n", "")
    )


def refusal(desk: Desk, path: Path) -> str:
    """Export over a file that has to stay as it is, and return why it was left."""
    before = path.read_bytes()
    desk.window._exporting._write(str(path), [desk.current], is_whole=False)
    wait_exported(desk)
    assert path.read_bytes() == before
    return desk.told_of("export").text


def test_a_foreign_pdf_and_what_is_open_are_never_overwritten(
    corrected: Desk, tmp_path: Path
) -> None:
    Image.new("L", (40, 40)).save(tmp_path / "foreign.pdf")
    assert "PDF document" in refusal(corrected, tmp_path / "foreign.pdf")
    corrected.do("export")
    choose_file(corrected, tmp_path / "own.pdf")
    wait_exported(corrected)
    corrected.open(tmp_path / "own.pdf")
    assert "open here" in refusal(corrected, tmp_path / "own.pdf")


def test_an_export_that_is_stopped_leaves_nothing(corrected: Desk, tmp_path: Path) -> None:
    steps = export_work.export(tmp_path / "out.pdf", [corrected.current.stored()] * 3)
    for _ in range(3):
        next(steps)
    assert len(list(tmp_path.glob(".ocrdesk-*"))) == 1
    steps.close()
    assert not list(tmp_path.glob(".ocrdesk-*"))
    assert not (tmp_path / "out.pdf").exists()
