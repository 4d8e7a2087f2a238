"""A pause that nothing is under way in passes at once, in its turn, and once for each start."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from pytestqt.qtbot import QtBot

from ocrdesk.ui.controllers.pausing import pause_before
from tests.ui import pauses
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import Gate

Make = Callable[[str, int], QTimer]
_LONG = 3_600_000


@pytest.fixture
def done() -> list[str]:
    """The names of the pauses that ended."""
    return []


@pytest.fixture
def make(qtbot: QtBot, done: list[str]) -> Make:
    """Make a pause that says when it is over."""
    context = QObject()

    def pause(name: str, milliseconds: int) -> QTimer:
        return pause_before(lambda: done.append(name), context, milliseconds)

    return pause


def _next() -> bool:
    return pauses.pass_nearest(lambda: None)


def test_the_one_that_ends_first_passes_first_and_brings_others_nearer(
    make: Make, done: list[str]
) -> None:
    late, soon, later = make("late", 3 * _LONG), make("soon", _LONG), make("later", 5 * _LONG // 2)
    late.start()
    soon.start()
    assert _next()
    later.start()  # in two hours and a half; two are left of the late one's three
    assert _next()
    assert _next()
    assert done == ["soon", "late", "later"]
    assert not _next()


def test_a_start_anew_waits_as_long_as_ever(make: Make, done: list[str]) -> None:
    whole, other, between = make("whole", 3 * _LONG), make("other", _LONG), make("two", 2 * _LONG)
    whole.start()
    other.start()
    assert _next()
    whole.start()
    between.start()
    assert _next()
    assert done == ["other", "two"]
    assert whole.interval() == 3 * _LONG
    whole.stop()


def test_one_that_was_stopped_is_none(make: Make) -> None:
    pause = make("never", _LONG)
    pause.start()
    pause.stop()
    assert not _next()


def test_it_passes_where_nothing_is_under_way_and_lasts_where_something_is(
    desk: Desk, gate: Gate, make_page: PageMaker, make: Make, done: list[str]
) -> None:
    make("at once", _LONG).start()
    desk.wait_until(lambda: done == ["at once"])
    desk.window.open_paths([str(make_page("a.png", "AB"))])
    desk.wait_until(lambda: bool(gate.began))
    clock = QElapsedTimer()
    clock.start()
    make("in time", 200).start()
    desk.wait_until(lambda: done[1:] == ["in time"])
    assert clock.elapsed() > 150  # Qt may be early by a twentieth
    gate.open()
    desk.wait_read()
