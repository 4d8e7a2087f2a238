"""A flow that holds the window up for longer than 0.1 s fails, wherever it does."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from ocrdesk.ui.turns import in_next_turn
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def compute(seconds: float) -> None:
    """Keep the window's thread busy for so long, not counting what others take of the core."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def on_a_click(desk: Desk, block: Callable[[], None]) -> None:
    desk.window.views.page.glyph_clicked.connect(block)
    desk.click(1)


def on_a_key(desk: Desk, block: Callable[[], None]) -> None:
    desk.window.views.page.label_typed.connect(block)
    desk.window.session.select(1)
    desk.type("X")


def by_an_action(desk: Desk, block: Callable[[], None]) -> None:
    desk.action("fit_width").triggered.connect(block)
    desk.do("fit_width")


def on_a_click_of_a_widget_itself(desk: Desk, block: Callable[[], None]) -> None:
    button = desk.window.views.text._copy
    button.clicked.connect(block)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def on_a_click_by_the_button_itself(desk: Desk, block: Callable[[], None]) -> None:
    button = desk.window.views.text._copy
    button.clicked.connect(block)
    button.click()


def on_a_key_typed_into_a_widget_itself(desk: Desk, block: Callable[[], None]) -> None:
    desk.window.session.select(1)
    desk.window.views.page.label_typed.connect(block)
    QTest.keyClicks(desk.window.views.page, "X")


def in_a_turn_put_off(desk: Desk, block: Callable[[], None]) -> None:
    in_next_turn(block, desk.window)
    desk.settle()


def while_somebody_waits(desk: Desk, block: Callable[[], None]) -> None:
    done: list[bool] = []
    QTimer.singleShot(20, block)
    QTimer.singleShot(60, lambda: done.append(True))
    desk.wait_until(lambda: bool(done))


@pytest.mark.parametrize(
    "flow",
    [
        *(on_a_click, on_a_key, by_an_action, in_a_turn_put_off, while_somebody_waits),
        *(on_a_click_of_a_widget_itself, on_a_click_by_the_button_itself),
        on_a_key_typed_into_a_widget_itself,
    ],
)
def test_a_flow_that_holds_the_window_up_fails(
    desk: Desk, make_page: PageMaker, flow: Callable[[Desk, Callable[[], None]], None]
) -> None:
    desk.open(make_page("a.png", "ABC"))
    desk.check()
    flow(desk, lambda *_: compute(0.12))
    with pytest.raises(AssertionError, match="the window hung"):
        desk.check()
    desk.stalls.clear()


def test_what_takes_less_is_none(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "ABC"))
    in_next_turn(lambda: compute(0.03), desk.window)
    desk.settle()
    desk.check()
