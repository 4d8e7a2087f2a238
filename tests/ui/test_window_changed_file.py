"""An image file that holds another image than when it was opened: letters stay with theirs."""

import os
from pathlib import Path

import pytest
from PIL import Image

from ocrdesk.ui.controllers import sparing
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_a_file_with_another_image_than_before_is_opened_beside_it(
    desk: Desk, make_page: PageMaker
) -> None:
    path = make_page("scan.png", "ABC")
    desk.open(path)
    desk.click(1)
    desk.type("Q")
    first = desk.current
    make_page("scan.png", "ABCDE")
    desk.drop([path])
    desk.wait_read(2)
    second = desk.current
    assert second is not first
    assert len(desk.page.glyphs) == 5
    assert first.page is not None
    assert first.page.glyph(1).correction == "Q"
    desk.window.session.show(first)
    desk.drop([path])
    desk.wait_until(lambda: desk.current is second)
    assert len(desk.window.session.documents) == 2


def test_all_pages_of_a_changed_file_are_opened(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    for grey in (230, 240):
        pages = [Image.new("L", (60, 40), grey) for _ in range(2)]
        pages[0].save(path, save_all=True, append_images=pages[1:])
        desk.window.open_paths([str(path)])
        desk.wait_read(2 if grey == 230 else 4)
    desk.window.open_paths([str(path)])
    third = desk.window.session.documents[2]
    desk.wait_until(lambda: desk.current is third)
    assert [d.document.page_number for d in desk.window.session.documents] == [0, 1, 0, 1]


def test_a_file_that_was_only_copied_over_itself_is_the_same(
    desk: Desk, make_page: PageMaker
) -> None:
    path, other = make_page("scan.png", "AB"), make_page("other.png", "A")
    desk.open(path)
    desk.open(other)
    path.write_bytes(path.read_bytes())
    os.utime(path, (1, 1))
    desk.drop([path])
    desk.wait_until(lambda: desk.current.title == "scan.png")
    assert len(desk.window.session.documents) == 2


def test_a_saved_page_is_told_from_a_new_image_in_its_file(
    desk: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    path = make_page("scan.png", "AB")
    desk.open(path)
    desk.do("save")
    choose_file(desk, tmp_path / "work")
    desk.wait_until(lambda: desk.window.saving.file is not None)
    make_page("scan.png", "ABCD")
    desk.drop([path])
    desk.wait_read(2)
    assert len(desk.page.glyphs) == 4


@pytest.mark.parametrize("pages", [1, 2])
def test_letters_are_not_shown_over_another_image(
    desk: Desk, make_page: PageMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: int
) -> None:
    """Of an image whose memory was given back the file is opened again."""
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    drawn = [Image.open(make_page(f"{number}.png", "ABC")) for number in range(pages)]
    path = tmp_path / "scan.tif"
    drawn[0].save(path, save_all=True, append_images=drawn[1:])
    content = path.read_bytes()
    desk.window.open_paths([str(path)])
    desk.wait_read(pages)
    first = desk.current
    desk.open(make_page("b.png", "ABC"))
    assert first.document.pixels is None
    drawn[0].rotate(180).save(path, save_all=True, append_images=drawn[1:])
    desk.window.session.show(first)
    desk.wait_until(lambda: bool(desk.told))
    assert "no longer the image that was opened" in desk.told[0].text
    assert first.document.pixels is None
    assert len(desk.page.glyphs) == 3
    path.write_bytes(content)
    desk.window.notice_bar.action_requested.emit(desk.number_of(desk.told[0]))
    desk.wait_until(lambda: not first.lacks_something)
    assert desk.told == []
