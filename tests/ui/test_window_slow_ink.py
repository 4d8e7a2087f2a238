"""A preview of ink that takes its time says so, beside the controls, until the last wish is met."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ocrdesk.ui.controllers import ink_work
from ocrdesk.ui.turns import in_next_turn
from ocrdesk.ui.views.ink_panel import InkPanel
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import held

pytestmark = pytest.mark.window


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """What every preview waits for."""
    event = threading.Event()
    monkeypatch.setattr(ink_work, "preview", held(event, ink_work.preview))
    return event


def _panel(desk: Desk) -> InkPanel:
    return desk.window.views.ink


def _said(desk: Desk) -> str:
    labels = _panel(desk).findChildren(QLabel)
    return " ".join(label.text() for label in labels if not label.visibleRegion().isEmpty())


def test_work_on_a_preview_is_shown_until_the_last_wish_is_met(
    desk: Desk, make_page: PageMaker, go_on: threading.Event
) -> None:
    desk.window.resize(1280, 800)
    desk.open(make_page("a.png", "ABEF", "GHKL"))
    desk.do("adjust_ink")
    assert not _panel(desk).bar.isVisible(), "what is done at once needs no sign"
    desk.wait_until(_panel(desk).bar.isVisible)
    assert "by what is set now" in _said(desk)
    go_on.set()
    desk.wait_until(lambda: not _panel(desk).bar.isVisible())
    assert "marks of ink" in _said(desk)
    assert "by what is set now" not in _said(desk)
    go_on.clear()
    slider = _panel(desk).controls.sensitivity
    for _ in range(3):
        desk.key(Qt.Key.Key_Right, to=slider)
    desk.wait_until(_panel(desk).bar.isVisible)
    desk.key(Qt.Key.Key_Right, to=slider)
    assert "by what is set now" in _said(desk)
    assert "marks of ink" not in _said(desk), "those were found by other settings"
    assert not _panel(desk).bar.visibleRegion().isEmpty()
    go_on.set()
    desk.wait_until(lambda: not _panel(desk).bar.isVisible())
    shown = desk.window._inking._shown
    assert shown is not None
    assert shown[1] == _panel(desk).controls.settings, "no sooner than that"


def test_nothing_is_worked_on_once_the_wish_is_again_what_is_shown(
    desk: Desk, make_page: PageMaker, go_on: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another wish began to wait when it was shown, and was taken back before its turn."""
    desk.open(make_page("a.png", "ABEF"))
    desk.do("adjust_ink")
    desk.wait_until(_panel(desk).bar.isVisible)
    slider, tell = _panel(desk).controls.sensitivity, _panel(desk).set_found
    desk.key(Qt.Key.Key_Right, to=slider)

    def take_back(text: str) -> None:
        tell(text)
        in_next_turn(lambda: desk.key(Qt.Key.Key_Left, to=slider), _panel(desk))

    monkeypatch.setattr(_panel(desk), "set_found", take_back)
    go_on.set()
    desk.wait_until(lambda: "marks of ink" in _said(desk))
    assert not _panel(desk).bar.isVisible()
    assert "by what is set now" not in _said(desk)


@pytest.mark.parametrize("by", ["Escape", "the box"])
def test_nothing_is_worked_on_once_ink_is_not_wanted(
    desk: Desk, make_page: PageMaker, go_on: threading.Event, by: str
) -> None:
    desk.open(make_page("a.png", "ABEF"))
    desk.do("adjust_ink")
    desk.wait_until(_panel(desk).bar.isVisible)
    if by == "Escape":
        desk.key(Qt.Key.Key_Escape, to=_panel(desk).controls.sensitivity)
        go_on.set()
        desk.do("adjust_ink")
        desk.settle()
        desk.wait_until(lambda: "marks of ink" in _said(desk))
    else:
        desk.key(Qt.Key.Key_Space, to=_panel(desk).shows_ink)
    assert not _panel(desk).bar.isVisible()
    assert "by what is set now" not in _said(desk)
    go_on.set()
