"""Notices come, make room for each other, and go: the page is never buried under old trouble."""

from pathlib import Path

import pytest
from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QToolButton

from ocrdesk.ui.views.details_dialog import DetailsDialog
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A file that is no image."""
    path = tmp_path / "bad.jpg"
    path.write_bytes(b"\xff\xd8 broken")
    return path


def details(desk: Desk) -> DetailsDialog:
    """Click the button of the only notice that lists what it has no room for."""
    desk.settle()
    (button,) = desk.window.notice_bar.findChildren(QPushButton)
    assert button.text() == "Details…"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = desk.window.findChild(DetailsDialog)
    assert dialog is not None
    dialog.close()
    return dialog


def fail_to_open(desk: Desk, path: Path) -> None:
    """Drop a file that cannot be opened, and wait until that is told."""
    told = len(desk.told)
    desk.drop([path])
    desk.wait_until(lambda: len(desk.told) > told)
    desk.settle()


def test_many_unreadable_files_are_one_notice(desk: Desk, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.jpg" for number in range(6)]
    for path in paths:
        path.write_bytes(b"no image")
    desk.drop(paths)
    desk.wait_until(lambda: bool(desk.told) and desk.told[0].text.startswith("6 files"))
    assert len(desk.told) == 1
    lines = desk.told[0].advice.splitlines()
    assert "0.jpg" in lines[0]
    assert lines[2] == "And 4 more."
    assert "JPEG" in lines[3], "what helps against all of them"
    assert len(lines) == 4
    text = details(desk).text
    assert all(text.count(f"“{number}.jpg”") == 1 for number in range(6))
    assert text.count(lines[3]) == 1


def test_what_helps_is_told_for_each_of_several_kinds(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "notes.jpg").write_bytes(b"no image")
    desk.drop([tmp_path / "empty.jpg", tmp_path / "notes.jpg"])
    desk.wait_until(lambda: bool(desk.told) and desk.told[0].text.startswith("2 files"))
    assert len(desk.told[0].advice.splitlines()) == 2
    blocks = details(desk).text.split("\n\n")
    assert [block.count("\n") for block in blocks] == [1, 1], "each with its own advice"
    assert blocks[0].endswith("Copy or scan it again.")
    assert len(desk.told) == 1, "the notice stays"


def spoilt_scan(path: Path, *damaged: int) -> Path:
    """Save a TIFF file of five pages, some of them damaged."""
    pages = [Image.new("L", (60, 40), 40 * number) for number in range(5)]
    pages[0].save(path, save_all=True, append_images=pages[1:], compression="tiff_lzw")
    content = bytearray(path.read_bytes())
    with Image.open(path) as image:
        assert isinstance(image, TiffImageFile)
        for number in damaged:
            image.seek(number)
            (start,) = image.tag_v2[273]
            content[start : start + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    return path


def test_a_file_without_a_page_that_opens_is_told_as_a_whole(desk: Desk, tmp_path: Path) -> None:
    desk.drop([spoilt_scan(tmp_path / "scan.tif", *range(5))])
    desk.wait_until(lambda: bool(desk.told))
    assert desk.told[0].text == "None of the 5 pages of “scan.tif” can be opened."
    assert desk.told[0].advice == "Copy it again from where it came, or scan it again."
    assert desk.window.session.documents == ()


def test_damaged_pages_of_one_file_are_counted_as_pages(desk: Desk, tmp_path: Path) -> None:
    desk.drop([spoilt_scan(tmp_path / "scan.tif", 1, 3)])
    # A page without writing may be told of before, and takes its time to go.
    desk.wait_until(lambda: any(told.text.startswith("2 pages") for told in desk.told))
    told = desk.told_of("open")
    assert told.text == "2 pages could not be opened."
    assert told.advice.splitlines() == [
        "Page 2 of “scan.tif” is damaged or incomplete.",
        "Page 4 of “scan.tif” is damaged or incomplete.",
        "Copy it again from where it came, or scan it again.",
    ]
    assert not told.details


def test_the_next_image_takes_the_old_trouble_away(
    desk: Desk, make_page: PageMaker, bad: Path
) -> None:
    fail_to_open(desk, bad)
    desk.open(make_page("good.png", "AB"))
    assert desk.told == []


def test_an_open_page_shown_again_takes_the_old_trouble_away(
    desk: Desk, make_page: PageMaker, bad: Path
) -> None:
    path = make_page("good.png", "AB")
    desk.open(path)
    fail_to_open(desk, bad)
    desk.window.open_paths([str(path)])
    desk.wait_until(lambda: not desk.told)


def test_another_failure_takes_the_place_of_the_first(desk: Desk, tmp_path: Path) -> None:
    for name in ("one.jpg", "two.jpg"):
        (tmp_path / name).write_bytes(b"no image")
        desk.drop([tmp_path / name])
        desk.wait_until(lambda name=name: bool(desk.told) and name in desk.told[0].text)  # type: ignore[misc]
    assert len(desk.told) == 1


def test_going_to_another_page_takes_trouble_away(
    desk: Desk, make_page: PageMaker, bad: Path
) -> None:
    desk.open(make_page("a.png", "AB"), make_page("b.png", "AB"))
    fail_to_open(desk, bad)
    desk.do("next_page")
    desk.settle()
    assert desk.told == []


def test_a_notice_about_a_page_goes_when_another_is_shown(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("blank.png"))
    assert "No writing" in desk.told[0].text
    assert desk.told[0].advice == (
        "If the writing is faint, find it with Read, Adjust Ink (Ctrl+I), "
        "or drag a box around a letter."
    )
    desk.open(make_page("full.png", "AB"))
    assert desk.told == []


def test_closing_a_page_takes_its_trouble_away(desk: Desk, make_page: PageMaker, bad: Path) -> None:
    desk.open(make_page("a.png", "AB"))
    fail_to_open(desk, bad)
    desk.do("close_page")
    desk.settle()
    assert [told.topic for told in desk.told] == ["removed"]


def test_a_broken_model_is_told_once_for_all_pages(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker
) -> None:
    model = make_model()
    content = model.read_bytes()
    model.write_bytes(b"not a model")
    desk.drop([make_page(f"{name}.png", "AB") for name in "abc"])
    desk.wait_until(lambda: bool(desk.told) and desk.told[0].text.startswith("3 pages"))
    assert len(desk.told) == 1
    model.write_bytes(content)
    desk.window.notice_bar.action_requested.emit(desk.number_of(desk.told[0]))
    desk.wait_read(3)
    assert desk.told == []


def test_a_refused_edit_is_forgotten_with_the_next_one(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "AB"))
    desk.click(1)
    desk.window.views.page.label_typed.emit(" ")
    desk.settle()
    assert len(desk.told) == 1
    desk.type("X")
    desk.settle()
    assert desk.told == []


def test_escape_takes_notices_away_newest_first_then_the_selection(
    desk: Desk, make_page: PageMaker, bad: Path
) -> None:
    desk.open(make_page("a.png", "AB"))
    desk.click(1)
    fail_to_open(desk, bad)
    desk.do("copy_text")
    desk.settle()
    assert len(desk.told) == 2
    desk.key(Qt.Key.Key_Escape)
    assert ["bad.jpg" in notice.text for notice in desk.told] == [True]
    desk.key(Qt.Key.Key_Escape)
    assert desk.told == []
    assert desk.selected.id == 1
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.session.selected_glyph is None


def test_escape_takes_notices_away_wherever_the_keyboard_is(
    desk: Desk, make_page: PageMaker, bad: Path
) -> None:
    desk.open(make_page("a.png", "AB"))
    for widget in (
        desk.window.views.text.findChildren(QPlainTextEdit)[0],
        desk.window.views.pages._list,
    ):
        fail_to_open(desk, bad)
        widget.setFocus()
        desk.key(Qt.Key.Key_Escape, to=widget)
        assert desk.told == []
    fail_to_open(desk, bad)
    cross = desk.window.notice_bar.findChildren(QToolButton)[-1]
    cross.setFocus()
    desk.key(Qt.Key.Key_Escape, to=cross)
    assert desk.told == []
