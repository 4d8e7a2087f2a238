"""Errors that nobody foresaw: the journals are flushed, a report is shown, the window goes on."""

import sys
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.services.crash_report import crash_report
from ocrdesk.services.journal_leftovers import read_journal
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.progress import Progress
from ocrdesk.ui import application
from ocrdesk.ui.controllers import page_work
from ocrdesk.ui.views.crash_dialog import CrashDialog
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def report_of(desk: Desk) -> CrashDialog:
    desk.wait_until(lambda: desk.window.crashes.dialog is not None)
    dialog = desk.window.crashes.dialog
    assert dialog is not None
    return dialog


def test_an_error_in_an_event_of_qt_is_reported_and_the_window_goes_on(
    desk: Desk,
    make_page: PageMaker,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk.open(make_page("private name.png", "ABC"))
    flushed: list[bool] = []
    monkeypatch.setattr(JournalStore, "flush", lambda _: flushed.append(True))
    source = desk.current.document.source

    def fail(*_: object) -> None:
        raise ZeroDivisionError(f"no ink in {source}")

    with application.errors_reported(desk.notices) as net:
        net.report = desk.window.crashes.report
        action = desk.action("about")
        action.triggered.connect(fail)
        action.trigger()
        dialog = report_of(desk)
        assert flushed
        action.trigger()
        desk.settle()
    assert "ZeroDivisionError" in dialog.text
    assert "test_window_crashing.py" in dialog.text
    assert "happened 2 times" in dialog.text
    assert "private name" not in dialog.text
    assert str(Path(source).parent) not in dialog.text
    assert "ZeroDivisionError" in capsys.readouterr().err
    buttons = {b.text().replace("&", ""): b for b in dialog.findChildren(QPushButton)}
    buttons["Copy Report"].click()
    assert QGuiApplication.clipboard().text() == dialog.text
    buttons["Go On"].click()
    desk.settle()
    assert desk.window.crashes.dialog is None
    assert desk.window.findChild(CrashDialog) is None
    desk.click(1)
    desk.type("Q")
    assert desk.page.glyph(1).correction == "Q"


def test_an_error_in_a_slot_that_a_click_reaches_is_reported(
    desk: Desk, make_page: PageMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.open(make_page("a.png", "ABC"))
    desk.click(1)
    desk.type("Q")

    def fail(glyph_id: int) -> None:
        raise LookupError(f"no such thing as letter {glyph_id}")

    with application.errors_reported(desk.notices) as net:
        net.report = desk.window.crashes.report
        desk.window.views.page.glyph_clicked.connect(fail)
        desk.click(3)
        dialog = report_of(desk)
        desk.window.views.page.glyph_clicked.disconnect(fail)
    assert "LookupError: no such thing as letter 3" in dialog.text
    assert "LookupError" in capsys.readouterr().err
    journal = desk.current.past.journal
    assert journal is not None
    state, _, is_whole = read_journal(journal._writer.folder)
    assert is_whole
    assert state.page == desk.page
    dialog.close()
    desk.settle()
    desk.click(2)  # the mouse is held by nothing
    desk.type("R")
    assert desk.corrections == {1: "Q", 2: "R"}


def test_an_edit_that_breaks_leaves_the_page_as_it_was(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "ABC"))
    before = desk.page

    def broken(_: Page) -> tuple[Page, Change]:
        raise KeyError(7)

    with pytest.raises(KeyError):
        desk.window.session.apply(broken)
    assert desk.page == before
    assert desk.current.history.count() == 0


def test_an_error_in_a_worker_is_reported(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Generator[Progress, None, object]:
        yield Progress("Reading", 0.5)
        raise IndexError("off the page")

    monkeypatch.setattr(page_work, "read_image", broken)
    desk.window.open_paths([str(make_page("a.png", "ABC"))])
    dialog = report_of(desk)
    assert "IndexError: off the page" in dialog.text
    assert any("off the page" in notice.text for notice in desk.told)


def test_an_error_in_a_thread_is_reported(desk: Desk) -> None:
    def fail() -> None:
        raise RuntimeError("in a thread")

    with application.errors_reported(desk.notices) as net:
        net.report = desk.window.crashes.report
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        assert "in a thread" in report_of(desk).text


def test_before_there_is_a_window_an_error_is_a_notice(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    with application.errors_reported(desk.notices):
        error = ZeroDivisionError("no ink to divide")
        sys.excepthook(type(error), error, None)
    assert "no ink to divide" in desk.told[0].text
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_report_tells_of_the_program_and_not_of_the_person() -> None:
    home = Path.home()

    def fail() -> None:
        raise ValueError(f"cannot use {home}/letters/to anna.png and {home}/else")

    with pytest.raises(ValueError, match="cannot") as caught:
        fail()
    private = {f"{home}/letters/to anna.png": "<page 1>"}
    report = crash_report(caught.value, versions={"Qt": "6.9"}, private=private)
    assert "cannot use <page 1> and ~/else" in report
    assert "Qt 6.9" in report
    assert "Python 3." in report
    assert str(Path(__file__).parent) not in report
    assert ".../test_window_crashing.py" in report
