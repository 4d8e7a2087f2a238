"""A PDF document in the window: one page after another, like any file of several pages."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtWidgets import QFileDialog

from tests.formats import pdf_making as pdf
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def scan_of(word: str) -> tuple[bytes, tuple[int, int]]:
    picture = Image.new("L", (450, 260), 240)
    font = ImageFont.load_default(size=36)
    for at, character in enumerate(word):
        ImageDraw.Draw(picture).text((25 + 38 * at, 60), character, fill=30, font=font)
    return pdf.picture(np.asarray(picture)), (260, 450)


def test_both_pages_of_a_document_are_opened_and_read(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(pdf.scans([scan_of("HELLO"), scan_of("YOU")]))
    desk.drop([path], on=desk.window.views.empty)
    desk.wait_read(2)
    documents = desk.window.session.documents
    assert [opened.title for opened in documents] == ["form.pdf (1)", "form.pdf (2)"]
    assert desk.current is documents[0]
    assert [len(opened.page.glyphs) for opened in documents if opened.page] == [5, 3]
    assert desk.told == []


def test_the_page_behind_a_damaged_one_is_read(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(pdf.scans([(b"null", (260, 450)), scan_of("YOU")]))
    desk.window.open_paths([str(path)])
    desk.wait_until(lambda: any("Page 1 of" in told.text for told in desk.told))
    desk.wait_read(1)
    assert desk.current.document.page_number == 1
    assert len(desk.page.glyphs) == 3


def test_a_folder_of_documents_opens_and_the_dialog_shows_them(desk: Desk, tmp_path: Path) -> None:
    for name in ("b.pdf", "a.PDF"):
        (tmp_path / name).write_bytes(pdf.scans([scan_of("A")]))
    desk.do("open")
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    assert "*.pdf" in dialog.nameFilters()[0]
    dialog.reject()
    desk.window.open_paths([str(tmp_path)])
    desk.wait_read(2)
    assert [opened.title for opened in desk.window.session.documents] == ["a.PDF", "b.pdf"]
