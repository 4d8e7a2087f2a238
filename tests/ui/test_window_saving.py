"""Saving everything in a document, opening it again, and never losing work silently."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ocrdesk.formats.document_file import open_document
from ocrdesk.page.elements import Page
from ocrdesk.ui.controllers import sparing
from ocrdesk.ui.controllers.listing import ListingController
from ocrdesk.ui.notices import NoticeLevel
from ocrdesk.ui.session import OpenDocument
from tests.ui.answering import answer, choose_file
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


def wait_saved(desk: Desk) -> None:
    desk.wait_until(lambda: not desk.window.isWindowModified())
    desk.settle()


def save(desk: Desk, path: Path) -> Path:
    """Save for the first time."""
    desk.do("save")
    choose_file(desk, path)
    wait_saved(desk)
    return path.with_suffix(".ocrdesk")


def pages(desk: Desk) -> list[Page | None]:
    return [opened.page for opened in desk.window.session.documents]


def names(opened: OpenDocument) -> list[str]:
    return [opened.history.text(place) for place in range(opened.history.count())]


def wait_opened(desk: Desk, path: Path, count: int) -> None:
    desk.wait_until(
        lambda: (
            desk.window.saving.file is not None
            and desk.window.saving.file.path == path
            and len(desk.window.session.documents) == count
            and desk.window.reading.busy is None
        )
    )
    desk.settle()


def test_what_is_saved_comes_back_with_every_step(
    page: Desk, open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    page.open(make_page("other.png", "XYZ"))
    other = page.page
    page.do("previous_page")
    page.click(2)
    page.type("RS")
    page.key(Qt.Key.Key_Delete)
    page.do("undo")
    page.window.views.page.zoom_to(2.0)
    before, first, steps = pages(page), page.current.history, names(page.current)
    place, looked_at = first.index(), page.window.views.page.view_state()
    path = save(page, tmp_path / "work")
    assert page.window.windowTitle() == "work.ocrdesk - letter.png[*] - ocrdesk"
    for name in ("letter.png", "other.png"):
        (tmp_path / name).unlink()
    again = open_desk()
    again.drop([path])
    wait_opened(again, path, 2)
    assert pages(again) == before
    assert again.current is again.window.session.documents[0]
    assert names(again.current) == steps
    assert again.current.history.index() == place
    found = again.window.views.page.view_state()
    assert found.scale == looked_at.scale
    # Panels of other widths leave the view another middle by some pixels.
    assert abs(found.center_x - looked_at.center_x) + abs(found.center_y - looked_at.center_y) < 20
    assert again.current.document.pixels is not None
    assert not again.window.isWindowModified()
    again.current.history.setIndex(0)
    assert not any(glyph.is_confirmed for glyph in again.page.glyphs)
    assert again.window.isWindowModified()
    again.current.history.setIndex(again.current.history.count())
    again.do("undo")
    assert pages(again) == before
    assert not again.window.isWindowModified()
    assert again.window.session.documents[1].page == other
    assert again.window._settings.settings.recent_files[0] == str(path)


def test_saving_again_asks_nothing_and_marks_what_is_left(
    page: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    listing = page.window.findChild(ListingController)
    assert listing is not None

    def marked() -> list[bool]:
        page.settle()
        return [entry.is_edited for entry in listing._shown]

    page.open(make_page("other.png", "XY"))
    assert marked() == [True, False]
    path = save(page, tmp_path / "work")
    assert marked() == [False, False]
    page.do("previous_page")
    page.do("undo")
    assert marked() == [True, False]
    assert page.window.isWindowModified()
    page.do("redo")
    assert not page.window.isWindowModified()
    page.type("W")
    page.window.activateWindow()  # the offscreen platform forgets to after a dialog
    page.wait_until(page.window.isActiveWindow)
    page.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.window.findChild(QFileDialog) is None
    wait_saved(page)
    assert [stored.document.page for stored in open_document(path).pages] == pages(page)
    assert page.told[-1].level is NoticeLevel.SUCCESS


def test_what_is_typed_while_it_is_saved_is_not_lost(page: Desk, tmp_path: Path) -> None:
    path = save(page, tmp_path / "work")
    page.type("W")
    page.do("save")
    page.type("V")
    page.wait_until(lambda: any("Saved" in notice.text for notice in page.told))
    page.wait_until(lambda: page.window.tasks.is_idle)
    stored = open_document(path).pages[0].document.page
    assert stored is not None
    if stored != page.page:  # the saving began before the second letter, as it usually does
        assert page.window.isWindowModified()
        page.do("undo")
    assert page.page == stored
    assert not page.window.isWindowModified()


def test_images_that_were_let_go_or_pasted_are_saved_too(
    page: Desk,
    open_desk: Callable[[], Desk],
    make_page: PageMaker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Image.open(make_page("a.png", "AB")) as paper:
        paper.save(tmp_path / "fax.tif", save_all=True, append_images=[paper.rotate(180)])
    page.window.open_paths([str(tmp_path / "fax.tif")])
    page.wait_read(3)
    picture = QImage(str(tmp_path / "a.png"))
    QGuiApplication.clipboard().setImage(picture)
    page.do("paste")
    page.wait_read(4)
    expected = [opened.document.pixels for opened in page.window.session.documents]
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    page.window._sparing.spare()
    assert page.window.session.documents[2].document.pixels is None
    path = save(page, tmp_path / "work")
    for name in ("letter.png", "fax.tif"):
        (tmp_path / name).unlink()
    monkeypatch.undo()
    again = open_desk()
    again.window.open_paths([str(path)])
    wait_opened(again, path, 4)
    for opened, pixels in zip(again.window.session.documents, expected, strict=True):
        assert opened.document.pixels is not None
        assert pixels is not None
        assert np.array_equal(opened.document.pixels, pixels)
    assert [o.title for o in again.window.session.documents][1:3] == ["fax.tif (1)", "fax.tif (2)"]


def test_a_document_takes_the_place_of_what_is_open_after_asking(
    page: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    path = save(page, tmp_path / "work")
    page.open(make_page("new.png", "XY"))
    assert page.window.isWindowModified()  # another page belongs to it now
    page.do("close_page")
    assert not page.window.isWindowModified()
    page.type("W")
    other = tmp_path / "other.ocrdesk"
    other.write_bytes(path.read_bytes())
    page.window.open_paths([str(other)])
    page.wait_until(lambda: page.window.findChild(QMessageBox) is not None)
    answer(page, "Cancel")
    assert page.window.saving.file is not None
    assert page.window.saving.file.path == path
    page.window.open_paths([str(other), str(tmp_path / "new.png")])
    page.wait_until(lambda: page.window.findChild(QMessageBox) is not None)
    answer(page, "Discard")
    wait_opened(page, other, 2)
    page.wait_read(2)
    assert [o.title for o in page.window.session.documents] == ["letter.png", "new.png"]
    assert page.window.isWindowModified()


def test_several_documents_become_pages_of_a_new_one(page: Desk, tmp_path: Path) -> None:
    path = save(page, tmp_path / "work")
    other = tmp_path / "other.ocrdesk"
    other.write_bytes(path.read_bytes())
    page.window.open_paths([str(path), str(other)])
    page.wait_read(2)
    assert page.window.saving.file is None
    page.do("save")
    assert page.window.findChild(QFileDialog) is not None
    page.window.findChild(QFileDialog).reject()  # type: ignore[union-attr]


def test_a_damaged_document_leaves_what_is_open(page: Desk, tmp_path: Path) -> None:
    (tmp_path / "bad.ocrdesk").write_bytes(b"PK\3\4 no archive")
    page.window.open_paths([str(tmp_path / "bad.ocrdesk")])
    page.wait_until(lambda: bool(page.told))
    assert page.told[-1].level is NoticeLevel.ERROR
    assert "bad.ocrdesk" in page.told[-1].text
    assert page.page.glyph(1).correction == "Q"


def test_a_document_that_another_saved_is_not_replaced_without_asking(
    page: Desk, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    path = save(page, tmp_path / "work")
    other = open_desk()
    other.window.open_paths([str(path)])
    wait_opened(other, path, 1)
    assert any("another window" in notice.text for notice in other.told)
    other.click(3)
    other.type("Z")
    other.do("save")
    wait_saved(other)
    theirs = path.read_bytes()
    page.type("W")
    page.do("save")
    page.wait_until(lambda: page.window.findChild(QMessageBox) is not None)
    answer(page, "Cancel")
    assert path.read_bytes() == theirs
    assert page.window.isWindowModified()
    page.do("save")
    page.wait_until(lambda: page.window.findChild(QMessageBox) is not None)
    answer(page, "Save As…")
    choose_file(page, tmp_path / "mine")
    wait_saved(page)
    assert path.read_bytes() == theirs
    page.type("V")
    page.do("save")
    wait_saved(page)
    assert open_document(tmp_path / "mine.ocrdesk").pages[0].document.page == page.page


def test_a_folder_that_is_gone_keeps_the_work_and_is_tried_again(
    page: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    path = save(page, folder / "work")
    content = path.read_bytes()
    page.type("W")
    path.unlink()
    folder.rmdir()
    page.do("save")
    page.wait_until(lambda: page.told[-1].level is NoticeLevel.ERROR)
    assert page.told[-1].action == "Try Again"
    assert page.window.isWindowModified()
    folder.mkdir()
    path.write_bytes(content)
    page.window.notice_bar.action_requested.emit(page.number_of(page.told[-1]))
    wait_saved(page)
    assert open_document(path).pages[0].document.page == page.page
