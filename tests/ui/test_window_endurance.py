"""Twenty thousand paints and signals: PySide 6.12.0 aborts under them on Python 3.11."""

import gc

import pytest

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_twenty_thousand_paints_and_signals(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "ABCDE", "FGHIJ"))
    view = desk.window.views.page
    viewport = view.viewport()
    reports: list[float] = []
    desk.window.reading.progressed.connect(lambda _, fraction: reports.append(fraction))
    for turn in range(20_000):
        view.cursor_moved.emit(float(turn % 900), 3.0)
        desk.window.reading.progressed.emit(None, turn / 20_000)
        viewport.repaint(0, 0, 4, 4)
        if turn % 2000 == 0:
            desk.click(turn // 2000 + 1)
            desk.type("X")
    gc.collect()
    assert len(reports) == 20_000
    assert desk.page.text.replace(" ", "") == "XXXXX\nXXXXX"
