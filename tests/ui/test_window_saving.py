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


def wait_saved(desk: Desk) -> None:
    desk.wait_until(lambda: not desk.window.saving.is_saving)
    assert not desk.window.isWindowModified()
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
    corrected: Desk, open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    corrected.open(make_page("other.png", "XYZ"))
    other = corrected.page
    corrected.do("previous_page")
    corrected.click(2)
    corrected.type("RS")
    corrected.key(Qt.Key.Key_Delete)
    corrected.do("undo")
    corrected.window.views.page.zoom_to(2.0)
    before, first, steps = pages(corrected), corrected.current.history, names(corrected.current)
    place, looked_at = first.index(), corrected.window.views.page.view_state()
    path = save(corrected, tmp_path / "work")
    assert corrected.window.windowTitle() == "work.ocrdesk - letter.png[*] - ocrdesk"
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
    again.current.history.go_to(0)
    assert not any(glyph.is_confirmed for glyph in again.page.glyphs)
    assert again.window.isWindowModified()
    again.current.history.go_to(again.current.history.count())
    again.do("undo")
    assert pages(again) == before
    assert not again.window.isWindowModified()
    assert again.window.session.documents[1].page == other
    assert again.window._settings.settings.recent_files[0] == str(path)


def test_saving_again_asks_nothing_and_marks_what_is_left(
    corrected: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    listing = corrected.window.findChild(ListingController)
    assert listing is not None

    def marked() -> list[bool]:
        corrected.settle()
        return [entry.is_edited for entry in listing._shown]

    corrected.open(make_page("other.png", "XY"))
    assert marked() == [True, False]
    path = save(corrected, tmp_path / "work")
    assert marked() == [False, False]
    corrected.do("previous_page")
    corrected.do("undo")
    assert marked() == [True, False]
    assert corrected.window.isWindowModified()
    corrected.do("redo")
    assert not corrected.window.isWindowModified()
    corrected.type("W")
    corrected.window.activateWindow()  # the offscreen platform forgets to after a dialog
    corrected.wait_until(corrected.window.isActiveWindow)
    corrected.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert corrected.window.findChild(QFileDialog) is None
    wait_saved(corrected)
    assert [stored.document.page for stored in open_document(path).pages] == pages(corrected)
    assert corrected.told_of("save").level is NoticeLevel.SUCCESS


def test_what_is_typed_while_it_is_saved_is_not_lost(corrected: Desk, tmp_path: Path) -> None:
    path = save(corrected, tmp_path / "work")
    corrected.type("W")
    corrected.do("save")
    corrected.type("V")
    corrected.wait_until(lambda: any("Saved" in notice.text for notice in corrected.told))
    corrected.wait_until(lambda: corrected.window.tasks.is_idle)
    stored = open_document(path).pages[0].document.page
    assert stored is not None
    if stored != corrected.page:  # the saving began before the second letter, as it usually does
        assert corrected.window.isWindowModified()
        corrected.do("undo")
    assert corrected.page == stored
    assert not corrected.window.isWindowModified()


def test_images_that_were_let_go_or_pasted_are_saved_too(
    corrected: Desk,
    open_desk: Callable[[], Desk],
    make_page: PageMaker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Image.open(make_page("a.png", "AB")) as paper:
        paper.save(tmp_path / "fax.tif", save_all=True, append_images=[paper.rotate(180)])
    corrected.window.open_paths([str(tmp_path / "fax.tif")])
    corrected.wait_read(3)
    picture = QImage(str(tmp_path / "a.png"))
    QGuiApplication.clipboard().setImage(picture)
    corrected.do("paste")
    corrected.wait_read(4)
    expected = [opened.document.pixels for opened in corrected.window.session.documents]
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    corrected.window._sparing.spare()
    assert corrected.window.session.documents[2].document.pixels is None
    path = save(corrected, tmp_path / "work")
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
    corrected: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    path = save(corrected, tmp_path / "work")
    corrected.open(make_page("new.png", "XY"))
    assert corrected.window.isWindowModified()  # another page belongs to it now
    corrected.do("close_page")
    assert not corrected.window.isWindowModified()
    corrected.type("W")
    other = tmp_path / "other.ocrdesk"
    other.write_bytes(path.read_bytes())
    corrected.window.open_paths([str(other)])
    corrected.wait_until(lambda: corrected.window.findChild(QMessageBox) is not None)
    answer(corrected, "Cancel")
    assert corrected.window.saving.file is not None
    assert corrected.window.saving.file.path == path
    corrected.window.open_paths([str(other), str(tmp_path / "new.png")])
    corrected.wait_until(lambda: corrected.window.findChild(QMessageBox) is not None)
    answer(corrected, "Discard")
    wait_opened(corrected, other, 2)
    corrected.wait_read(2)
    assert [o.title for o in corrected.window.session.documents] == ["letter.png", "new.png"]
    assert corrected.window.isWindowModified()


def test_several_documents_become_pages_of_a_new_one(corrected: Desk, tmp_path: Path) -> None:
    path = save(corrected, tmp_path / "work")
    other = tmp_path / "other.ocrdesk"
    other.write_bytes(path.read_bytes())
    corrected.window.open_paths([str(path), str(other)])
    corrected.wait_read(2)
    assert corrected.window.saving.file is None
    corrected.do("save")
    assert corrected.window.findChild(QFileDialog) is not None
    corrected.window.findChild(QFileDialog).reject()  # type: ignore[union-attr]


def test_a_damaged_document_leaves_what_is_open(corrected: Desk, tmp_path: Path) -> None:
    (tmp_path / "bad.ocrdesk").write_bytes(b"PK\3\4 no archive")
    corrected.window.open_paths([str(tmp_path / "bad.ocrdesk")])
    corrected.wait_until(lambda: any(notice.topic == "open" for notice in corrected.told))
    told = corrected.told_of("open")
    assert told.level is NoticeLevel.ERROR
    assert "bad.ocrdesk" in told.text
    assert corrected.page.glyph(1).correction == "Q"


def test_a_document_that_another_saved_is_not_replaced_without_asking(
    corrected: Desk, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    path = save(corrected, tmp_path / "work")
    other = open_desk()
    other.window.open_paths([str(path)])
    wait_opened(other, path, 1)
    assert any("another window" in notice.text for notice in other.told)
    other.click(3)
    other.type("Z")
    other.do("save")
    wait_saved(other)
    theirs = path.read_bytes()
    corrected.type("W")
    corrected.do("save")
    corrected.wait_until(lambda: corrected.window.findChild(QMessageBox) is not None)
    answer(corrected, "Cancel")
    assert path.read_bytes() == theirs
    assert corrected.window.isWindowModified()
    corrected.do("save")
    corrected.wait_until(lambda: corrected.window.findChild(QMessageBox) is not None)
    answer(corrected, "Save As…")
    choose_file(corrected, tmp_path / "mine")
    wait_saved(corrected)
    assert path.read_bytes() == theirs
    corrected.type("V")
    corrected.do("save")
    wait_saved(corrected)
    assert open_document(tmp_path / "mine.ocrdesk").pages[0].document.page == corrected.page


def test_a_folder_that_is_gone_keeps_the_work_and_is_tried_again(
    corrected: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    path = save(corrected, folder / "work")
    content = path.read_bytes()
    corrected.type("W")
    path.unlink()
    folder.rmdir()
    corrected.do("save")
    corrected.wait_until(lambda: any(n.level is NoticeLevel.ERROR for n in corrected.told))
    told = corrected.told_of("save")
    assert told.action == "Try Again"
    assert corrected.window.isWindowModified()
    folder.mkdir()
    path.write_bytes(content)
    corrected.window.notice_bar.action_requested.emit(corrected.number_of(told))
    wait_saved(corrected)
    assert open_document(path).pages[0].document.page == corrected.page


def test_a_name_with_dots_gets_the_ending_of_a_document(corrected: Desk, tmp_path: Path) -> None:
    corrected.do("save")
    choose_file(corrected, tmp_path / "2026-11-26 10.30.15")
    path = tmp_path / "2026-11-26 10.30.15.ocrdesk"
    corrected.wait_until(path.is_file)
    corrected.wait_until(lambda: not corrected.window.saving.is_saving)
    assert corrected.window.saving.file is not None
    assert corrected.window.saving.file.path == path
