"""Reading in the background: cancelled, overtaken, repeated, failed."""

import threading
import time
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from ocrdesk.page.document import PageDocument
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers import page_work
from ocrdesk.ui.notices import NoticeLevel
from ocrdesk.ui.views.pages_panel import PageEntry, PageState
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import Gate, held

pytestmark = pytest.mark.window


def show_and_hold(desk: Desk, gate: Gate, page: Path) -> None:
    """Open a page and read it; whatever is read after it is held."""
    gate.open()
    desk.open(page)
    gate.close()


def test_the_image_shows_before_it_is_read(desk: Desk, gate: Gate, make_page: PageMaker) -> None:
    desk.window.open_paths([str(make_page("slow.png", "SLOW"))])
    desk.wait_until(lambda: bool(gate.began))
    assert desk.window.views.page.isVisible()
    assert desk.current.pyramid is not None
    assert desk.current.page is None
    desk.wait_until(desk.window.views.progress.isVisible)
    gate.open()
    desk.wait_read()
    assert not desk.window.views.progress.isVisible()
    assert len(desk.page.glyphs) == 4


def test_escape_cancels_and_f5_reads_after_all(
    desk: Desk, gate: Gate, make_page: PageMaker
) -> None:
    desk.window.open_paths([str(make_page("slow.png", "SLOW"))])
    desk.wait_until(lambda: bool(gate.began))
    desk.settle()
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.reading.busy is None
    assert desk.current.page is None
    assert "Stopped" in desk.told[0].text
    desk.settle()
    cards = desk.window.views.pages.findChild(QListView)
    assert cards is not None
    assert (
        cards.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        == "slow.png, Not read yet"
    )
    assert not desk.action("stop").isEnabled()
    gate.open()
    desk.key(Qt.Key.Key_F5)
    desk.wait_read()
    assert len(desk.page.glyphs) == 4


def test_a_page_stopped_while_it_was_opened_is_offered_back(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(make_page("shown.png", "SHOWN"))
    go_on = threading.Event()
    with monkeypatch.context() as patch:
        patch.setattr(page_work, "load", held(go_on, page_work.load))
        desk.drop([make_page("dropped.png", "DROP")])
        desk.wait_until(lambda: desk.window.reading.busy not in (None, desk.current))
        desk.key(Qt.Key.Key_Escape)
    notice = desk.told_of("stopped")
    assert notice.words == "Stopped. “dropped.png” was not opened."
    assert [opened.title for opened in desk.window.session.documents] == ["shown.png"]
    assert notice.action == "Open Again"
    assert notice.on_action is not None
    notice.on_action()
    desk.wait_read(2)
    assert desk.current.title == "dropped.png"
    assert not any(told.topic == "stopped" for told in desk.told)


def test_what_was_stopped_is_told_no_more_once_something_was_read(
    desk: Desk, gate: Gate, make_page: PageMaker
) -> None:
    show_and_hold(desk, gate, make_page("shown.png", "SHOWN"))
    desk.key(Qt.Key.Key_F5)
    desk.wait_until(lambda: len(gate.began) == 2)
    desk.key(Qt.Key.Key_Escape)
    assert desk.told_of("stopped").advice == "Press F5 to read the page that is shown."
    gate.open()
    desk.key(Qt.Key.Key_F5)
    desk.wait_until(lambda: [told.topic for told in desk.told] == ["read again"])


def test_a_page_that_waits_behind_the_shown_one_is_read_when_it_is_looked_at(
    desk: Desk, gate: Gate, make_page: PageMaker
) -> None:
    show_and_hold(desk, gate, make_page("a.png", "A"))
    desk.window.reading.wait_for(
        [desk.window.session.open(PageDocument(str(make_page("b.png", "B"))))]
    )
    desk.wait_until(lambda: gate.began == ["a.png", "b.png"])
    desk.key(Qt.Key.Key_Escape)
    assert "once you look at it" in desk.told_of("stopped").advice
    gate.open()
    desk.window.views.pages.page_selected.emit(1)
    desk.wait_read(2)


def test_all_pages_that_were_stopped_are_counted_and_can_be_gone_on_with(
    desk: Desk, gate: Gate, make_page: PageMaker
) -> None:
    show_and_hold(desk, gate, make_page("shown.png", "SHOWN"))
    desk.window.open_paths([str(make_page(f"{name}.png", name)) for name in "abcd"])
    desk.wait_until(lambda: gate.began == ["shown.png", "a.png"])
    shown = desk.current
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.reading.busy is None
    notice = desk.told_of("stopped")
    assert notice.text == "Stopped. 4 pages were not read."
    assert "once you look at it" in notice.advice
    assert len(desk.window.session.documents) == 5
    gate.open()
    assert notice.action == "Read Them"
    desk.window.notice_bar.action_requested.emit(desk.number_of(notice))
    desk.wait_read(5)
    assert desk.current is shown, "nothing jumps to another page"
    assert not any(told.topic == "stopped" for told in desk.told)


def test_going_on_shows_a_page_where_none_was_there_yet(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(page_work, "load", held(go_on, page_work.load))
    desk.window.open_paths([str(make_page(f"{name}.png", name)) for name in "abc"])
    desk.wait_until(lambda: desk.window.reading.busy is not None)
    desk.do("stop")
    assert desk.window.session.current is None
    notice = desk.told_of("stopped")
    assert (notice.text, notice.action) == ("Stopped. 3 pages were not read.", "Read Them")
    go_on.set()
    desk.window.notice_bar.action_requested.emit(desk.number_of(notice))
    desk.wait_read(3)
    assert desk.current is desk.window.session.documents[0]
    assert desk.window.views.page.isVisible()


def test_the_newer_file_wins(desk: Desk, gate: Gate, make_page: PageMaker) -> None:
    desk.drop([make_page("older.png", "OLD")])
    desk.wait_until(lambda: gate.began == ["older.png"])
    desk.drop([make_page("newer.png", "NEWER")])
    desk.wait_until(lambda: gate.began == ["older.png", "newer.png"])
    assert desk.current.title == "newer.png"
    gate.open()
    desk.wait_until(lambda: desk.current.page is not None)
    assert desk.current.title == "newer.png"
    assert len(desk.page.glyphs) == 5
    desk.wait_read(2)
    assert gate.began == ["older.png", "newer.png", "older.png"]
    assert desk.current.title == "newer.png"


def test_a_page_looked_at_is_read_next(desk: Desk, gate: Gate, make_page: PageMaker) -> None:
    desk.drop([make_page(f"{name}.png", "AB") for name in "abcd"])
    desk.wait_until(lambda: gate.began == ["a.png"])
    desk.window.views.pages.page_selected.emit(3)
    gate.open()
    desk.wait_read(4)
    assert gate.began == ["a.png", "d.png", "b.png", "c.png"]
    assert desk.current.title == "d.png"


def test_closing_a_page_that_is_being_read(desk: Desk, gate: Gate, make_page: PageMaker) -> None:
    desk.drop([make_page("a.png", "AB"), make_page("b.png", "AB")])
    desk.wait_until(lambda: gate.began == ["a.png"])
    desk.do("close_page")
    gate.open()
    desk.wait_read(1)
    assert desk.current.title == "b.png"


def test_closing_the_window_while_reading(desk: Desk, gate: Gate, make_page: PageMaker) -> None:
    desk.window.open_paths([str(make_page("slow.png", "SLOW"))])
    desk.wait_until(lambda: bool(gate.began))
    assert desk.window.close()


def test_a_failed_reading_keeps_the_image_and_offers_another_try(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker
) -> None:
    model = make_model()
    content = model.read_bytes()
    model.write_bytes(b"not a model")
    desk.window.open_paths([str(make_page("a.png", "ABC"))])
    desk.wait_until(lambda: bool(desk.told))
    assert desk.told[0].level is NoticeLevel.ERROR
    assert desk.current.pyramid is not None
    model.write_bytes(content)
    desk.window.notice_bar.action_requested.emit(desk.number_of(desk.told[0]))
    desk.wait_read()
    assert len(desk.page.glyphs) == 3
    assert desk.told == []


def test_the_model_is_chosen_in_the_read_menu_and_remembered(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker
) -> None:
    make_model("own hand", seed=3)
    desk.open(make_page("a.png", "AB"))
    menu = desk.menu("Model")
    menu.aboutToShow.emit()
    entry = next(a for a in menu.actions() if "own hand" in a.text())
    assert not entry.isChecked()
    entry.trigger()
    desk.wait_until(lambda: desk.window.reading.busy is None)
    assert desk.window.reading.recognizer is not None
    assert desk.window.reading.recognizer.name == "own hand"
    menu.aboutToShow.emit()
    assert next(a for a in menu.actions() if "own hand" in a.text()).isChecked()


def test_a_long_queue_says_how_far_it_is(
    desk: Desk, gate: Gate, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    monkeypatch.setattr(desk.window.views.progress, "start", titles.append)
    gate.open()
    desk.drop([make_page(f"{name}.png", "AB") for name in "abc"])
    desk.wait_read(3)
    assert titles == [f"Reading {n}.png ({i} of 3)" for i, n in enumerate("abc", start=1)]


def test_f5_opens_a_page_whose_loading_was_stopped(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, held = page_work.load_file, threading.Event()

    def hold(
        source: str, page_number: int, **options: Any
    ) -> Generator[Progress, None, page_work.LoadedImage]:
        while not held.is_set() and source.endswith("b.png"):
            time.sleep(0.005)
            yield Progress("Held", 0.0)
        return (yield from real(source, page_number, **options))

    monkeypatch.setattr(page_work, "load_file", hold)
    desk.drop([make_page("a.png", "AB"), make_page("b.png", "AB")])
    desk.wait_until(lambda: len(desk.window.session.documents) == 2)
    second = desk.window.session.documents[1]
    desk.wait_until(lambda: desk.window.reading.busy is second)
    desk.window.session.show(second)
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.reading.busy is None
    desk.key(Qt.Key.Key_Escape)
    held.set()
    desk.do("read_again")
    desk.wait_read(2)
    assert len(desk.page.glyphs) == 2


def test_each_page_of_the_list_begins_at_nothing(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second page reports nothing until the list has shown it."""
    shown: dict[str, list[float]] = {}
    panel, real_load, held = desk.window.views.pages, page_work.load_file, threading.Event()
    real_show = panel.set_entries

    def watch(entries: Sequence[PageEntry]) -> None:
        for entry in entries:
            if entry.state is PageState.READING:
                shown.setdefault(entry.title, []).append(entry.fraction)
        real_show(entries)

    def hold(
        source: str, page_number: int, **options: Any
    ) -> Generator[Progress, None, page_work.LoadedImage]:
        if source.endswith("b.png"):
            held.wait(30)
        return (yield from real_load(source, page_number, **options))

    monkeypatch.setattr(panel, "set_entries", watch)
    monkeypatch.setattr(page_work, "load_file", hold)
    desk.drop([make_page("a.png", "AB"), make_page("b.png", "AB")])
    desk.wait_until(lambda: "b.png" in shown)
    held.set()
    desk.wait_read(2)
    assert shown["b.png"][0] == 0.0
