"""While pages are read the strip below them says whole words, and the rest in its tool tip."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ocrdesk.ui.translation import speak
from ocrdesk.ui.views.progress_strip import ProgressStrip
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import Gate

pytestmark = pytest.mark.window
_CUT = "\N{HORIZONTAL ELLIPSIS}"


def _read_three(desk: Desk, make_page: PageMaker, first: str) -> ProgressStrip:
    desk.window.resize(1100, 760)
    desk.drop([make_page(f"{name}.png", "AB") for name in (first, "b", "c")])
    strip = desk.window.views.progress
    desk.wait_until(lambda: strip.isVisible() and bool(strip._share.text()))
    desk.settle()
    return strip


def _hover(strip: ProgressStrip) -> str:
    """Return the tool tip over the title."""
    middle = strip._title.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, middle, strip._title.mapToGlobal(middle))
    QApplication.sendEvent(strip._title, event)
    text = QToolTip.text()
    QToolTip.showText(QPoint(), "")
    return text


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["notebook", "page 3 of the diary"])
def test_no_word_is_cut_in_a_window_1100_wide(
    qapp: QApplication,
    open_desk: Callable[[], Desk],
    make_page: PageMaker,
    gate: Gate,
    language: str,
    name: str,
) -> None:
    speak(qapp, language)
    try:
        desk = open_desk()
        strip = _read_three(desk, make_page, name)
        strip.set_progress("Finding letters and rows", 0.4)
        desk.settle()
        seen = strip._title.shown_text()
        assert _CUT not in seen
        assert f"{name}.png" in seen
        if strip._stage.isVisible():
            assert _CUT not in strip._stage.shown_text()
        else:
            assert strip._stage.text() in _hover(strip)
        gate.open()
        desk.wait_read(3)
    finally:
        speak(qapp, "en")


def test_of_a_name_without_room_both_ends_and_its_place_are_seen(
    desk: Desk, make_page: PageMaker, gate: Gate
) -> None:
    name = "scan of the " + "very " * 20 + "old diary"
    strip = _read_three(desk, make_page, name)
    seen = strip._title.shown_text()
    assert seen.startswith("scan of")
    assert seen.endswith("diary.png (1 of 3)")
    assert _CUT in seen
    assert f"Reading {name}.png (1 of 3)" in _hover(strip)
    gate.open()
    desk.wait_read(3)


def test_the_stage_comes_back_where_there_is_room(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.resize(560, 40)
    strip.start_page("a page of a diary.png", 1, 3)
    strip.set_progress("Finding letters and rows", 0.4)
    assert not strip._stage.isVisible()
    assert "Finding letters and rows" in strip.toolTip()
    strip.resize(1000, 40)
    qtbot.wait(1)
    assert strip._stage.isVisible()
    assert strip.toolTip() == ""
    strip.finish()
