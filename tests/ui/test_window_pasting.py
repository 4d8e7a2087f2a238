"""Pasting: from an empty clipboard, ink on a transparent ground, and beside the text."""

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_pasting_from_an_empty_clipboard_says_so_until_a_paste_works(
    desk: Desk, make_page: PageMaker
) -> None:
    QGuiApplication.clipboard().clear()
    desk.do("paste")
    assert "no image on the clipboard" in desk.told[0].text
    QGuiApplication.clipboard().setImage(QImage(str(make_page("x.png", "AB"))))
    desk.do("paste")
    desk.wait_read()
    assert desk.told == []


@pytest.mark.parametrize("ink", ["white", "black"])
def test_ink_on_nothing_is_read_alike_from_file_and_clipboard(
    desk: Desk, make_page: PageMaker, ink: str
) -> None:
    path = make_page("ink.png", "ABC", "DEF")
    darkness = Image.open(path).convert("L").point(lambda level: (240 - level) * 255 // 210)
    picture = Image.new("RGBA", darkness.size, ink)
    picture.putalpha(darkness)
    picture.save(path)
    desk.open(path)
    assert len(desk.page.glyphs) == 6
    QGuiApplication.clipboard().setImage(QImage(str(path)))
    desk.do("paste")
    desk.wait_read(2)
    assert len(desk.page.glyphs) == 6


def paste_into_the_text(desk: Desk, *, text: str = "", picture: str = "", file: str = "") -> None:
    """Copy something, and press Ctrl+V where the caret stands in the text panel."""
    data = QMimeData()
    if text:
        data.setText(text)
    if picture:
        data.setImageData(QImage(picture))
    if file:
        data.setUrls([QUrl.fromLocalFile(file)])
    QGuiApplication.clipboard().setMimeData(data)
    editor = desk.window.views.text._editor
    editor.setFocus()
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, to=editor)


@pytest.mark.parametrize("kind", ["picture", "file"])
def test_a_picture_is_opened_though_the_caret_is_in_the_text(
    desk: Desk, make_page: PageMaker, kind: str
) -> None:
    desk.open(make_page("a.png", "AB"))
    text = desk.page.text
    paste_into_the_text(desk, **{kind: str(make_page("x.png", "ABC"))})
    desk.wait_read(2)
    assert len(desk.page.glyphs) == 3
    assert desk.window.session.documents[0].page is not None
    assert desk.window.session.documents[0].page.text == text


@pytest.mark.parametrize("picture", ["", "x.png"])
def test_text_goes_into_the_text_also_with_its_picture_beside_it(
    desk: Desk, make_page: PageMaker, picture: str
) -> None:
    desk.open(make_page("a.png", "AB"))
    beside = str(make_page(picture, "ABC")) if picture else ""
    paste_into_the_text(desk, text="xy", picture=beside)
    desk.settle()
    assert desk.page.text.startswith("XY")
    assert len(desk.window.session.documents) == 1


def test_nothing_to_paste_is_told_at_the_text_too(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "AB"))
    paste_into_the_text(desk)
    assert "no image on the clipboard" in desk.told_of("paste").text
