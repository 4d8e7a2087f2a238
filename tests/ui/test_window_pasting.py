"""Pasting: from an empty clipboard, and ink on a transparent ground."""

import pytest
from PIL import Image
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
