"""Notices lie where they hide fewer letters, and jump from under no click."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from tests.ui.conftest import PageMaker
from tests.ui.covering import (
    FULL,
    bar,
    bottom,
    cards,
    covered,
    is_at_foot,
    lies,
    open_high,
    point_at,
    tell,
)
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

Opened = Callable[..., Desk]


@pytest.fixture
def opened(desk: Desk, make_page: PageMaker) -> Opened:
    """Open a high page of rows that begin near its upper edge; ten rows fill it."""
    return partial(open_high, desk, make_page)


def test_notices_go_to_the_foot_where_letters_are_at_the_top(opened: Opened) -> None:
    desk = opened("ABCDEFGH", "ABCDEFGH")
    before = lies(desk, 1)
    tell(desk)
    assert is_at_foot(desk)
    assert covered(desk) == []
    assert lies(desk, 1) == before, "the page never moves"
    handle = desk.window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=lies(desk, 3).center())
    assert desk.selected.id == 3


def test_notices_are_at_the_top_where_no_letters_are(opened: Opened) -> None:
    desk = opened("", "", "ABCDEFGH")
    tell(desk)
    assert not is_at_foot(desk)
    assert covered(desk) == []


def test_notices_at_the_foot_lie_above_the_progress_and_do_not_move_for_it(opened: Opened) -> None:
    desk = opened("ABCDEFGH")
    tell(desk)
    before, strip = bar(desk).geometry(), desk.window.views.progress
    strip.start("Reading a.png")
    desk.settle()
    assert strip.isVisible()
    assert bar(desk).geometry() == before
    assert not strip.geometry().intersects(before)


def test_notices_take_the_room_of_the_progress_where_letters_are_at_top_and_foot(
    opened: Opened,
) -> None:
    desk = opened("", "ABC", "", "", "", "", "", "ABC")
    tell(desk)
    tell(desk, "Something else is wrong.")
    assert covered(desk) == []
    assert is_at_foot(desk)
    strip = desk.window.views.progress
    strip.start("Reading a.png")
    desk.settle()
    assert not strip.geometry().intersects(bar(desk).geometry()), "which it needs itself"
    strip.finish()
    desk.settle()
    assert covered(desk) == []


def test_notices_lie_where_they_hide_fewer_letters(opened: Opened) -> None:
    desk = opened(*FULL[:8], "", "ABC")
    tell(desk)
    assert is_at_foot(desk)
    assert [desk.page.glyph(g).box.top > 580 for g in covered(desk)] == [True] * 3


def test_labels_of_letters_are_not_hidden_either(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "", "ABCDEFGH", size=(450, 1000)))
    view = desk.window.views.page
    desk.window.views.page.set_layers(boxes=True, rows=True, labels=False)
    view.camera.zoom_to(1.0)
    tell(desk)
    edge = cards(desk)[0].mapTo(desk.window, QPoint(0, cards(desk)[0].height())).y()
    view.camera.scroll_by(0, lies(desk, 1).top() - edge - 5)
    assert lies(desk, 1).top() == edge + 5
    for has_labels in (False, True):
        view.set_layers(boxes=True, rows=True, labels=has_labels)
        bar(desk).clear()
        tell(desk)
        assert is_at_foot(desk) == has_labels


def test_numbers_of_rows_are_not_hidden_either(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", " " * 22 + "ABC", size=(1800, 1400)))
    view = desk.window.views.page
    view.camera.zoom_to(1.0)
    view.camera.scroll_by(0, -2000)
    tell(desk)
    card = cards(desk)[0]
    edge = card.mapTo(desk.window, QPoint(card.width(), card.height() // 2))
    view.camera.scroll_by(
        lies(desk, 1).left() - edge.x() - 4, lies(desk, 1).center().y() - edge.y()
    )
    assert lies(desk, 1).left() == edge.x() + 4
    assert lies(desk, 1).top() < edge.y() < lies(desk, 1).bottom(), "only its number is under it"
    for has_rows in (False, True):
        view.set_layers(boxes=True, rows=has_rows, labels=False)
        bar(desk).clear()
        tell(desk)
        assert is_at_foot(desk) == has_rows


def test_scrolling_moves_no_notice(opened: Opened) -> None:
    desk = opened("ABCDEFGH", "ABCDEFGH")
    tell(desk)
    assert is_at_foot(desk)
    view = desk.window.views.page
    view.camera.zoom_to(3.0)
    before = bar(desk).geometry()
    for distance in (-2000, 300, 300, 300, 2000):
        view.camera.scroll_by(0, distance)
        desk.settle()
        assert bar(desk).geometry() == before


def test_no_notice_moves_while_the_pointer_is_in_it(opened: Opened, make_page: PageMaker) -> None:
    desk = opened("", "", "ABCDEFGH")
    tell(desk, action="Mend")
    (button,) = bar(desk).findChildren(QPushButton)
    point_at(desk, button.mapTo(desk.window, button.rect().center()))
    desk.open(make_page("full.png", "ABCDEFGH", size=(450, 650)))
    desk.settle()
    assert len(desk.told) == 1
    assert not is_at_foot(desk)
    assert covered(desk) == [], "the fit left room, though there is some at the foot"


def test_what_the_pointer_held_up_is_made_up_for(opened: Opened) -> None:
    desk = opened("", "", "ABCDEFGH")
    tell(desk)
    point_at(desk, cards(desk)[0].mapTo(desk.window, QPoint(30, 20)))
    desk.window.views.page.camera.zoom_to(1.0)
    edge = bar(desk).geometry().center().y()
    desk.window.views.page.camera.zoom_to(3.0)
    desk.window.views.page.camera.scroll_by(0, -2000)
    desk.window.views.page.camera.scroll_by(0, lies(desk, 1).top() - edge)
    assert covered(desk)
    tell(desk, "Another trouble.")
    assert not is_at_foot(desk)
    point_at(desk, bar(desk).mapTo(desk.window, QPoint(30, 300)))
    assert is_at_foot(desk)
    assert covered(desk) == []


def test_no_notice_moves_while_the_keyboard_is_in_it(opened: Opened) -> None:
    desk = opened("ABCDEFGH")
    tell(desk)
    cross = cards(desk)[0].findChildren(QToolButton)[0]
    cross.setFocus()
    desk.window.views.page.camera.zoom_to(3.0)
    desk.window.views.page.camera.scroll_by(0, -2000)
    desk.window.resize(1200, 780)
    desk.settle()
    assert is_at_foot(desk)
    desk.window.views.page.setFocus()
    desk.settle()
    assert not is_at_foot(desk)


def test_notices_follow_a_window_that_is_resized(opened: Opened) -> None:
    desk = opened("ABC", "", "", "", "", "ABCDEFGH")
    view = desk.window.views.page
    view.camera.zoom_to(view.scale_factor)
    tell(desk)
    assert is_at_foot(desk)
    assert covered(desk) == []
    first = lies(desk, 4)
    desk.window.resize(1200, first.bottom() + desk.window.height() - bottom(desk) + 20)
    desk.settle()
    assert not is_at_foot(desk)
    assert set(covered(desk)) <= {1, 2, 3}


def test_a_notice_that_comes_up_under_the_pointer_hides_no_letters(opened: Opened) -> None:
    desk = opened("ABCDEFGH")
    QCursor.setPos(desk.window.mapToGlobal(lies(desk, 2).center()))
    desk.settle()
    tell(desk)
    QCursor.setPos(desk.window.mapToGlobal(QPoint(10, 10)))
    desk.settle()
    assert is_at_foot(desk)
    desk.window.views.page.camera.zoom_to(3.0)
    desk.window.views.page.camera.scroll_by(0, -2000)
    tell(desk, "Another trouble.")
    assert not is_at_foot(desk), "the pointer was left behind"


def test_more_notices_go_where_one_had_room(opened: Opened) -> None:
    desk = opened("", "ABCDEFGH")
    tell(desk)
    assert not is_at_foot(desk)
    tell(desk, "Another trouble.")
    assert is_at_foot(desk)
    assert covered(desk) == []


def test_what_comes_up_leaves_the_notices_at_the_foot_in_their_place(opened: Opened) -> None:
    desk = opened("ABCDEFGH")
    tell(desk)
    (first,) = cards(desk)
    before = first.mapTo(desk.window, QPoint())
    tell(desk, "Another trouble.")
    assert cards(desk)[-1] is first
    assert first.mapTo(desk.window, QPoint()) == before
