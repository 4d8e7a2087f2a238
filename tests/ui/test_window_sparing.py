"""Images that nobody looks at give their memory back; what was read and corrected stays."""

import threading
import time
from collections.abc import Generator

import pytest
from PySide6.QtCore import Qt

from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers import page_work, sparing
from ocrdesk.ui.session import OpenDocument
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_images_not_looked_at_are_let_go_and_come_back(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1_500_000)
    for name in "abc":
        desk.open(make_page(f"{name}.png", "ABC"))
        desk.click(1)
        desk.type("X")
    desk.settle()
    first, second, third = desk.window.session.documents
    assert first.document.pixels is None
    assert first.pyramid is None
    assert third.document.pixels is not None
    assert first.page is not None
    assert first.page.glyph(1).correction == "X"
    desk.window.views.pages.page_selected.emit(0)
    desk.wait_until(lambda: not first.lacks_something)
    assert first.page.glyph(1).correction == "X"
    assert first.history.count() == 1
    desk.click(3)
    desk.type("Y")
    desk.do("undo")
    desk.do("undo")
    assert first.page.glyph(1).correction is None
    assert second.page is not None


def test_a_page_that_was_taken_out_keeps_no_image_for_which_there_is_no_room(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fifty of them can be put back: their photos took gigabytes."""
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1_500_000)
    for name in "ab":
        desk.open(make_page(f"{name}.png", "ABC"))
    out = desk.current
    letters = desk.page
    desk.do("close_page")
    assert not _is_let_go(out)
    desk.open(make_page("c.png", "ABC"))
    assert _is_let_go(out)
    desk.do("put_back")
    desk.wait_until(lambda: not out.lacks_something)
    assert desk.current is out
    assert desk.page is letters


def _is_let_go(opened: OpenDocument) -> bool:
    return opened.document.pixels is None and opened.pyramid is None


def test_an_image_that_is_gone_keeps_the_page(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    path = make_page("a.png", "ABC")
    desk.open(path)
    content = path.read_bytes()
    desk.open(make_page("b.png", "ABC"))
    path.unlink()
    desk.do("previous_page")
    desk.wait_until(lambda: bool(desk.told))
    assert len(desk.page.glyphs) == 3
    path.write_bytes(content)
    desk.window.notice_bar.action_requested.emit(desk.number_of(desk.told[0]))
    desk.wait_until(lambda: not desk.current.lacks_something)
    assert desk.told == []


def test_an_image_whose_file_is_gone_is_not_let_go(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_page("a.png", "ABC")
    desk.open(path)
    path.unlink()
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    desk.open(make_page("b.png", "ABC"))
    desk.settle()
    assert desk.window.session.documents[0].document.pixels is not None


def test_stopping_keeps_corrections_whose_image_was_let_go(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    desk.open(make_page("a.png", "ABC"))
    desk.click(1)
    desk.type("Q")
    desk.open(make_page("b.png", "ABC"))
    desk.settle()
    first, second = desk.window.session.documents
    assert first.document.pixels is None
    held = threading.Event()

    def hold(*_: object, **__: object) -> Generator[Progress, None, object]:
        while not held.is_set():
            time.sleep(0.005)
            yield Progress("Held", 0.0)
        return None

    monkeypatch.setattr(page_work, "load_file", hold)
    desk.window.session.show(first)
    desk.window.session.show(second)
    desk.wait_until(lambda: desk.window.reading.busy is first)
    desk.key(Qt.Key.Key_Escape)
    held.set()
    assert desk.window.reading.busy is None
    assert first in desk.window.session.documents
    assert first.page is not None
    assert first.page.glyph(1).correction == "Q"
