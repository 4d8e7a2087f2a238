"""Pages moved, added and taken out: no killed program loses that, and no saving for good."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QRadioButton

from ocrdesk.formats.document_file import open_document
from ocrdesk.ui.controllers import sparing
from tests.ui.answering import answer, choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.recovering import choose, killed, leave, offered
from tests.ui.test_window_pages import order

pytestmark = [pytest.mark.window, pytest.mark.acceptance]


ARRANGING = """
from PySide6.QtTest import QTest

def work(window):
    session = window.session
    session.select(session.page.glyphs[0].id)
    QTest.keyClicks(window.views.page, "QR")
    session.show(session.documents[-1])
    window.actions_by_id["move_page_up"].trigger()
    window.views.pages.close_requested.emit(1)
    print(session.page.text.replace("\\n", "/"), flush=True)
    sys.stdin.read()
"""


def save(desk: Desk, path: Path) -> None:
    desk.do("save")
    if desk.window.saving.file is None:
        choose_file(desk, path)
    desk.wait_until(lambda: not desk.window.saving.is_saving)
    assert desk.window.saving.file is not None
    assert not desk.window.isWindowModified()


def recovered(open_desk: Callable[[], Desk], count: int) -> Desk:
    """A new window that got the work back and read it."""
    desk = open_desk()
    choose(desk, offered(desk), "Recover")
    desk.wait_read(count)
    return desk


def test_order_additions_and_removals_come_back(
    three: Desk, open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    save(three, tmp_path / "work")
    three.do("move_page_down")  # bac
    three.open(make_page("d.png", "AB"))  # bacd, never edited
    three.window.session.show(three.window.session.documents[2])
    three.do("close_page")  # bad, where c can be put back to
    assert order(three) == "bad"
    leave(three)
    again = recovered(open_desk, 3)
    assert order(again) == "bad"
    assert again.window.saving.file is not None
    assert again.window.isWindowModified()
    again.do("put_back")
    assert order(again) == "bacd"
    again.do("save")
    again.wait_until(lambda: not again.window.isWindowModified())
    titles = [stored.title for stored in open_document(tmp_path / "work.ocrdesk").pages]
    assert "".join(title[0] for title in titles) == "bacd"


def test_a_killed_program_loses_neither_order_nor_what_was_taken_out(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    killed(ARRANGING, *(make_page(f"{name}.png", "AB") for name in "abcd"))
    again = recovered(open_desk, 3)
    assert order(again) == "adc"
    again.do("put_back")
    assert order(again) == "abdc"


def test_a_page_can_be_put_back_after_a_saving(
    three: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three.click(1)
    three.type("Q")
    page, pixels = three.page, three.current.document.pixels
    save(three, tmp_path / "work")
    (tmp_path / "a.png").unlink()
    monkeypatch.setattr(sparing, "ENOUGH_BYTES", 1)
    three.do("next_page")
    three.window._sparing.spare()
    assert three.window.session.documents[0].document.pixels is None
    monkeypatch.undo()
    three.window.views.pages.close_requested.emit(0)
    three.settle()
    save(three, tmp_path / "work")
    assert len(open_document(tmp_path / "work.ocrdesk").pages) == 2
    three.do("put_back")
    three.wait_until(lambda: three.current.layout is not None)
    assert three.page == page
    assert pixels is not None
    assert three.current.document.pixels is not None
    assert np.array_equal(three.current.document.pixels, pixels)
    three.do("undo")
    assert not any(glyph.is_confirmed for glyph in three.page.glyphs)
    three.do("redo")
    save(three, tmp_path / "work")
    pages = open_document(tmp_path / "work.ocrdesk").pages
    assert [stored.document.page == page for stored in pages] == [True, False, False]


def test_a_page_put_back_after_a_saving_comes_back_whole_when_killed(
    three: Desk, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    three.click(1)
    three.type("Q")
    page = three.page
    save(three, tmp_path / "work")
    (tmp_path / "a.png").unlink()
    three.window.views.pages.close_requested.emit(0)
    three.settle()
    save(three, tmp_path / "work")
    three.do("put_back")
    three.settle()
    leave(three)
    again = recovered(open_desk, 3)
    assert order(again) == "abc"
    again.window.session.show(again.window.session.documents[0])
    again.wait_until(lambda: again.current.layout is not None)
    assert again.page == page
    again.do("undo")
    assert not any(glyph.is_confirmed for glyph in again.page.glyphs)
    again.do("redo")
    save(again, tmp_path / "work")
    leave(again)
    assert [
        stored.document.page == page for stored in open_document(tmp_path / "work.ocrdesk").pages
    ] == [True, False, False]
    last = open_desk()
    last.do("recover")
    last.wait_until(lambda: any("No unsaved work" in notice.text for notice in last.told))


def test_two_documents_come_back_one_by_one_each_with_its_file(
    open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    for name in "ab":
        desk = open_desk()
        desk.open(make_page(f"{name}.png", "ABC"))
        save(desk, tmp_path / name)
        desk.click(1)
        desk.type("Q")
        leave(desk)
        (tmp_path / f"{name}.png").unlink()
    again = open_desk()
    dialog = offered(again)
    titles = [button.text() for button in dialog.findChildren(QRadioButton)]
    assert titles == ["b.ocrdesk", "a.ocrdesk"]  # the latest first
    dialog.findChildren(QRadioButton)[1].click()
    choose(again, dialog, "Recover")
    for name, rest in (("a", 1), ("b", 0)):
        path = tmp_path / f"{name}.ocrdesk"
        again.wait_until(lambda name=name: order(again) == name)  # type: ignore[misc]
        notices = [notice for notice in again.told if notice.action == "Recover…"]
        assert len(notices) == rest
        file = again.window.saving.file
        assert file is not None
        assert file.path == path
        again.wait_read(1)
        assert again.page.glyph(1).correction == "Q"
        if rest:
            again.window.notice_bar.action_requested.emit(again.number_of(notices[0]))
            again.wait_until(lambda: again.window.findChild(type(dialog)) is not None)
            choose(again, again.window.findChild(type(dialog)), "Recover")  # type: ignore[arg-type]
            answer(again, "Save")
            again.wait_until(lambda: order(again) == "b")
    page = open_document(tmp_path / "a.ocrdesk").pages[0].document.page
    assert page is not None
    assert page.glyph(1).correction == "Q"
