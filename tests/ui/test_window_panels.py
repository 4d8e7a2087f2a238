"""Where the panels lie, and the tabs of those that lie behind one another."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTabBar

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def tab_bars(desk: Desk) -> list[list[str]]:
    """Return what is on the tab bars over the window; each lies right below its panel."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    bars = desk.window.findChildren(QTabBar, options=direct)
    shown = [b for b in bars if b.isVisible() and b.geometry().intersects(desk.window.rect())]
    docks = [dock.geometry() for dock in desk.window.docks.values() if dock.isVisible()]
    for bar in shown:
        below = bar.geometry().topLeft() - QPoint(0, 1)
        assert any(d.bottomLeft() == below and d.width() == bar.width() for d in docks)
    return sorted([bar.tabText(i) for i in range(bar.count())] for bar in shown)


@pytest.mark.parametrize("times", [1, 2])
def test_each_group_of_panels_has_one_tab_bar_in_its_place(
    open_desk: Callable[[], Desk], make_page: PageMaker, times: int
) -> None:
    path = make_page("a.png", "AB")
    left, right = ["History", "Review"], ["Letter", "Ink"]
    for _ in range(times - 1):  # after a restart, too
        desk = open_desk()
        desk.open(path)
        desk.window.close()
    desk = open_desk()
    assert tab_bars(desk) == []
    desk.open(path)
    for width, height in ((1360, 860), (1500, 900), (800, 560)):
        desk.window.resize(width, height)
        desk.settle()
        assert tab_bars(desk) == [left]
        desk.do("panel_ink")
        desk.settle()
        assert tab_bars(desk) == [left, right]
        desk.do("panel_ink")
        desk.settle()
    desk.do("panel_ink")
    desk.do("close_page")
    desk.settle()
    assert tab_bars(desk) == []
    desk.open(path)
    assert tab_bars(desk) == [left, right]


def test_panels_that_were_left_in_a_damaged_state_lie_as_usual(
    open_desk: Callable[[], Desk], own_home: Path, make_page: PageMaker
) -> None:
    (own_home / "settings.json").write_text(json.dumps({"window_docks": "AAAA"}))
    desk = open_desk()
    desk.open(make_page("a.png", "AB"))
    shown = {name for name, dock in desk.window.docks.items() if dock.isVisible()}
    assert shown == desk.window.docks.keys() - {"ink"}
