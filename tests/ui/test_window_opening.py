"""Getting pages in, through every door, and what happens where a door is shut."""

import threading
import time
from collections.abc import Callable, Collection, Generator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from ocrdesk.ui.controllers import searching
from ocrdesk.ui.controllers.pasting import samples_of
from ocrdesk.ui.notices import NoticeLevel
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def dialog_of(desk: Desk) -> QFileDialog:
    """The file dialog that is open."""
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    return dialog


def test_a_file_dropped_on_the_first_screen_is_read(desk: Desk, make_page: PageMaker) -> None:
    assert desk.window.views.empty.isVisible()
    path = make_page("note.png", "HELLO", "WORLD")
    desk.drop([path], on=desk.window.views.empty)
    desk.wait_read()
    assert desk.current.title == "note.png"
    assert [len(line.glyphs) for line in desk.page.lines] == [5, 5]
    assert desk.window.views.page.isVisible()
    assert "note.png" in desk.window.windowTitle()
    assert desk.told == []


def test_several_files_dropped_on_a_page_open_in_order(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("first.png", "A"))
    names = ["b.png", "c.png", "d.png"]
    desk.drop([make_page(name, "XY") for name in names], on=desk.window.views.page.viewport())
    desk.wait_read(4)
    assert [d.title for d in desk.window.session.documents] == ["first.png", *names]
    assert desk.current.title == "b.png"


def test_a_folder_opens_its_images_in_natural_order(
    desk: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    for name in ("page10.png", "page2.png", "page1.png"):
        make_page(name, "OK")
    (tmp_path / "notes.md").write_text("no image")
    desk.do("open_folder")
    dialog = dialog_of(desk)
    dialog.filesSelected.emit([str(tmp_path)])
    dialog.reject()
    desk.wait_read(3)
    titles = [opened.title for opened in desk.window.session.documents]
    assert titles == ["page1.png", "page2.png", "page10.png"]
    assert desk.window.session.documents.index(desk.current) == 0


def test_the_open_dialog_begins_where_it_was_last(desk: Desk, make_page: PageMaker) -> None:
    path = make_page("in dialog.png", "HI")
    desk.do("open")
    dialog = dialog_of(desk)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    desk.key(Qt.Key.Key_Return, to=dialog)
    desk.wait_read()
    desk.do("open")
    assert Path(dialog_of(desk).directory().absolutePath()) == path.parent
    dialog_of(desk).reject()


def test_the_sample_page_is_one_click_away(desk: Desk) -> None:
    desk.window.views.empty.sample_requested.emit()
    desk.wait_read()
    assert desk.current.title == "welcome.jpg"
    assert len(desk.page.glyphs) > 40


def test_a_tiff_with_several_pages_opens_all(desk: Desk, tmp_path: Path) -> None:
    pages = [Image.new("L", (300, 200), 250 - 10 * index) for index in range(3)]
    path = tmp_path / "fax.tif"
    pages[0].save(path, save_all=True, append_images=pages[1:])
    desk.window.open_paths([str(path)])
    desk.wait_read(3)
    titles = [opened.title for opened in desk.window.session.documents]
    assert titles == ["fax.tif (1)", "fax.tif (2)", "fax.tif (3)"]
    assert desk.current.title == "fax.tif (1)"
    shades = [int(d.document.pixels[0, 0]) for d in desk.window.session.documents]  # type: ignore[index]
    assert shades == [250, 240, 230]


@pytest.mark.parametrize(("damaged", "readable"), [(0, [1, 2]), (1, [0, 2]), (2, [0, 1])])
def test_the_pages_around_a_damaged_one_are_read(
    desk: Desk, half_damaged: Callable[..., Path], damaged: int, readable: list[int]
) -> None:
    pictures = Image.new("L", (300, 200), 250), Image.new("L", (300, 200), 230)
    path = half_damaged(*pictures, damaged=damaged)
    desk.window.open_paths([str(path)])
    desk.wait_until(lambda: sum(d.document.is_read for d in desk.window.session.documents) == 2)
    desk.wait_until(lambda: any(f"Page {damaged + 1} of" in told.text for told in desk.told))
    desk.wait_read(2)
    assert [opened.document.page_number for opened in desk.window.session.documents] == readable


def test_an_image_is_pasted(desk: Desk, make_page: PageMaker) -> None:
    QGuiApplication.clipboard().setImage(QImage(str(make_page("x.png", "PASTE"))))
    desk.do("paste")
    desk.wait_read()
    assert desk.current.title == "Pasted image 1"
    assert len(desk.page.glyphs) == 5


def test_copied_files_are_pasted(desk: Desk, make_page: PageMaker) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(make_page("copied.png", "AB")))])
    QGuiApplication.clipboard().setMimeData(data)
    desk.do("paste")
    desk.wait_read()
    assert desk.current.title == "copied.png"


def test_pasting_nothing_says_what_to_do(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("only words")
    desk.do("paste")
    assert "no image on the clipboard" in desk.told[0].text
    assert desk.told[0].advice


def test_an_image_dragged_from_a_browser_is_opened(desk: Desk) -> None:
    data = QMimeData()
    image = QImage(300, 200, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    data.setImageData(image)
    desk.drop_mime(data)
    desk.wait_read()
    assert np.all(np.asarray(desk.current.document.pixels) == 255)
    assert "No writing" in desk.told[0].text


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 broken", b"just some words"])
def test_an_unreadable_file_leaves_the_open_page_as_it_was(
    desk: Desk, make_page: PageMaker, tmp_path: Path, content: bytes
) -> None:
    desk.open(make_page("good.png", "GOOD"))
    desk.click(2)
    before = desk.current.document
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(content)
    desk.drop([bad])
    desk.wait_until(lambda: bool(desk.told))
    assert "bad.jpg" in desk.told[0].text
    assert desk.told[0].advice
    assert desk.told[0].level is NoticeLevel.ERROR
    desk.wait_read(1)
    assert desk.current.document is before
    assert desk.selected.id == 2


def test_good_files_open_beside_bad_ones(desk: Desk, make_page: PageMaker, tmp_path: Path) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"nothing")
    missing = tmp_path / "gone.png"
    desk.drop([missing, bad, make_page("good.png", "OK")])
    desk.wait_read(1)
    assert desk.current.title == "good.png"
    assert [notice.text for notice in desk.told] == ["2 files could not be opened."]
    assert ["gone.png" in desk.told[0].advice, "bad.png" in desk.told[0].advice] == [True, True]


def test_an_empty_folder_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.window.open_paths([str(tmp_path)])
    desk.wait_until(lambda: bool(desk.told))
    assert "no images" in desk.told[0].text
    assert "WebP, GIF or PNM" in desk.told[0].advice
    assert desk.window.views.empty.isVisible()


def test_a_file_that_is_open_already_is_only_shown(desk: Desk, make_page: PageMaker) -> None:
    first, second = make_page("a.png", "A"), make_page("b.png", "B")
    desk.open(first)
    desk.open(second)
    desk.window.open_paths([str(first)])
    desk.wait_until(lambda: desk.current.title == "a.png")
    assert len(desk.window.session.documents) == 2


def test_recent_files_come_back_with_the_next_start(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    kept, gone = make_page("kept.png", "A"), make_page("gone.png", "B")
    desk = open_desk()
    desk.open(kept)
    desk.open(gone)
    desk.window.close()
    gone.unlink()
    desk = open_desk()
    menu = desk.menu("Open Recent")
    desk.wait_until(lambda: str(gone) in {a.toolTip() for a in menu.actions() if not a.isEnabled()})
    entries = {a.toolTip(): a for a in menu.actions() if a.toolTip().startswith("/")}
    assert list(entries) == [str(gone), str(kept)]
    entries[str(kept)].trigger()
    desk.wait_read()
    assert desk.current.title == "kept.png"


def test_page_keys_go_through_the_open_pages(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "A"))
    desk.open(make_page("b.png", "B"))
    assert not desk.action("next_page").isEnabled()
    desk.do("previous_page")
    assert desk.current.title == "a.png"
    desk.window.views.pages.page_selected.emit(1)
    assert desk.current.title == "b.png"
    desk.do("close_page")
    assert desk.current.title == "a.png"
    desk.do("close_page")
    assert desk.window.views.empty.isVisible()
    assert desk.window.windowTitle() == "ocrdesk"


def test_a_name_that_cannot_be_looked_up_costs_no_other_file(
    desk: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    hopeless = tmp_path / ("x" * 300 + ".png")
    desk.drop([hopeless, make_page("~odd name.png", "OK")])
    desk.wait_read(1)
    assert desk.current.title == "~odd name.png"
    assert "cannot be reached" in desk.told[0].text
    assert desk.told[0].advice


def test_files_dropped_in_quick_succession_all_open_the_newest_first(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, held = searching.find_sources, threading.Event()

    def hold(
        paths: Sequence[str], opened: Collection[str]
    ) -> Generator[str, None, searching.Found]:
        while not held.is_set() and paths[0].endswith("slow drive.png"):
            time.sleep(0.005)
            yield "held"
        return (yield from real(paths, opened))

    monkeypatch.setattr(searching, "find_sources", hold)
    desk.drop([make_page("slow drive.png", "AB")])
    desk.drop([make_page("quick.png", "AB")])
    desk.wait_read(1)
    held.set()
    desk.wait_read(2)
    assert desk.current.title == "quick.png"
    assert [d.title for d in desk.window.session.documents] == ["quick.png", "slow drive.png"]


def test_a_link_dropped_from_a_browser_says_what_to_do(desk: Desk) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/photo.jpg")])
    desk.drop_mime(data)
    desk.settle()
    assert "dropped" in desk.told[0].text
    assert desk.told[0].advice


def test_a_picture_is_taken_over_pixel_by_pixel() -> None:
    rng = np.random.default_rng(5)
    samples = rng.integers(0, 256, (600, 33, 3), np.uint8)
    picture = QImage(samples.data, 33, 600, 99, QImage.Format.Format_RGB888).copy()
    taken = samples_of(picture)
    assert np.array_equal(taken, samples)
    veil = QImage(70, 300, QImage.Format.Format_ARGB32)
    veil.fill(QColor(0, 0, 0, 51))
    assert np.all(samples_of(veil) == 204)
    picture.setDevicePixelRatio(2.0)
    assert np.array_equal(samples_of(picture), samples)


def test_a_name_that_looks_like_a_placeholder_is_shown_as_it_is(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a[*]b.png", "AB"))
    desk.click(1)
    desk.type("Q")
    assert desk.window.windowTitle() == "a[*][*]b.png[*] - ocrdesk"


def test_a_folder_of_gif_pictures_is_opened(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "animations").mkdir()
    Image.new("L", (60, 40), 255).save(tmp_path / "animations" / "two.gif")
    desk.window.open_paths([str(tmp_path / "animations")])
    desk.wait_read(1)
    assert desk.current.title == "two.gif"
