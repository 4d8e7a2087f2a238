"""Letters come out from under notices: a fit leaves room, and what is selected is in sight."""

import threading
from collections.abc import Callable, Generator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ocrdesk.services.progress import Progress
from ocrdesk.services.reader_hints import ReaderHint
from ocrdesk.ui.controllers import hinting
from tests.ui.conftest import PageMaker
from tests.ui.covering import (
    FULL,
    bar,
    bottom,
    covered,
    is_at_foot,
    lies,
    open_high,
    tell,
)
from tests.ui.desk import Desk
from tests.ui.gate import held

pytestmark = pytest.mark.window

Opened = Callable[..., Desk]


def end(desk: Desk) -> QPoint:
    """Where the last letter ends in the window."""
    return lies(desk, desk.page.glyphs[-1].id).bottomRight()


def turn_wheel(desk: Desk) -> None:
    """Turn the wheel by a notch over the middle of the page."""
    port = desk.window.views.page.viewport()
    place = QPointF(port.rect().center())
    event = QWheelEvent(
        place,
        port.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)
    desk.settle()


@pytest.fixture
def opened(desk: Desk, make_page: PageMaker) -> Opened:
    """Open a high page of rows that begin near its upper edge; ten rows fill it."""
    return partial(open_high, desk, make_page)


def test_another_page_is_fitted_without_room_for_notices_that_go(
    opened: Opened, make_page: PageMaker
) -> None:
    desk = opened(*FULL)
    usual = desk.window.views.page.scale_factor
    tell(desk)
    desk.do("fit_page")
    desk.settle()
    assert desk.window.views.page.scale_factor < usual
    desk.open(make_page("other.png", *FULL, size=(450, 650)))
    desk.settle()
    assert covered(desk) == []
    bar(desk).clear()
    desk.do("previous_page")
    desk.settle()
    assert desk.window.views.page.scale_factor == pytest.approx(usual)


def test_a_fit_leaves_room_where_both_places_would_hide_letters(opened: Opened) -> None:
    desk = opened(*FULL)
    usual = desk.window.views.page.scale_factor
    tell(desk)
    assert covered(desk)
    assert desk.window.views.page.scale_factor == usual
    desk.do("fit_page")
    desk.settle()
    assert covered(desk) == []
    assert not is_at_foot(desk)
    assert 0.85 * usual < desk.window.views.page.scale_factor < usual
    bar(desk).clear()
    desk.do("fit_page")
    desk.settle()
    assert desk.window.views.page.scale_factor == pytest.approx(usual)


def _hinted(*_: object) -> Generator[Progress, None, ReaderHint]:
    yield Progress("Looking", 0.0)
    told = "Most of this page looks like small letters, which print36 does not know."
    return ReaderHint("handout", told)


@pytest.mark.parametrize("is_at_work", [False, True])
def test_what_is_told_of_a_reading_hides_no_row_in_a_small_window(
    opened: Opened,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    is_at_work: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(hinting, "hint_for", held(go_on, _hinted))
    desk.window.resize(800, 560)
    opened(*FULL)
    if is_at_work:
        desk.click(60)
    usual = desk.window.views.page.scale_factor
    go_on.set()
    desk.wait_until(lambda: any(told.topic == hinting.TOPIC for told in desk.told))
    desk.settle()
    is_moved = desk.window.views.page.scale_factor < usual
    assert is_moved != is_at_work, "under somebody who works nothing moves"
    assert bool(covered(desk)) == is_at_work


def test_scrolling_brings_a_whole_page_out_from_under_notices(opened: Opened) -> None:
    desk = opened(*FULL)
    usual = desk.window.views.page.scale_factor
    turn_wheel(desk)
    assert desk.window.views.page.scale_factor == usual
    tell(desk)
    assert covered(desk)
    turn_wheel(desk)
    assert covered(desk) == []
    assert 0.85 * usual < desk.window.views.page.scale_factor < usual
    bar(desk).clear()
    turn_wheel(desk)
    assert desk.window.views.page.scale_factor == pytest.approx(usual)


def test_a_fit_of_the_width_begins_below_the_notices(opened: Opened) -> None:
    desk = opened(*FULL)
    tell(desk)
    desk.do("fit_width")
    desk.settle()
    assert 1 not in covered(desk)
    assert covered(desk) == []
    desk.window.resize(1200, 700)
    desk.settle()
    assert 1 not in covered(desk), "while the window is resized, too"


def test_a_fit_leaves_no_room_where_one_place_is_free(opened: Opened) -> None:
    desk = opened("ABCDEFGH")
    before = lies(desk, 1)
    tell(desk)
    desk.do("fit_page")
    desk.settle()
    assert lies(desk, 1) == before


def test_a_fit_that_holds_leaves_room_when_the_window_is_resized(opened: Opened) -> None:
    desk = opened(*FULL)
    tell(desk)
    assert covered(desk)
    for width, height in ((1200, 780), (1100, 700), (1250, 820)):
        desk.window.resize(width, height)
        desk.settle()
        assert covered(desk) == []


def test_a_letter_under_a_notice_is_brought_into_sight(opened: Opened) -> None:
    desk = opened(*FULL)
    view = desk.window.views.page
    tell(desk)
    view.camera.zoom_to(2.0)
    view.camera.scroll_by(0, lies(desk, 28).top() - bottom(desk) + 30)
    assert 27 in covered(desk)
    desk.click(35)
    desk.key(Qt.Key.Key_Up)
    desk.settle()
    assert desk.selected.id == 27
    assert 27 not in covered(desk)
    assert not is_at_foot(desk)
    assert view.scale_factor == 2.0


def test_a_letter_under_a_notice_fits_a_whole_page_again(opened: Opened) -> None:
    desk = opened(*FULL)
    tell(desk)
    assert covered(desk)
    desk.window.session.select(covered(desk)[0])
    desk.settle()
    assert covered(desk) == []


def test_a_page_smaller_than_the_view_moves_out_from_under_notices(opened: Opened) -> None:
    desk = opened(*FULL)
    view = desk.window.views.page
    view.camera.zoom_to(view.scale_factor * 0.9)
    for number in range(2):
        tell(desk, f"Trouble {number}.")
    (before, scale) = (bar(desk).geometry(), view.scale_factor)
    assert {1, 2} <= set(covered(desk))
    desk.window.session.select(1)
    desk.settle()
    assert covered(desk) == []
    assert (bar(desk).geometry(), view.scale_factor) == (before, scale)
    assert view.viewport().rect().contains(view.viewport().mapFrom(desk.window, end(desk)))


def test_notices_give_way_to_a_letter_that_cannot_be_moved(opened: Opened) -> None:
    desk = opened(*FULL)
    view = desk.window.views.page
    view.camera.zoom_to(view.scale_factor * 0.97)
    for number in range(3):
        tell(desk, f"Trouble {number}.")
    scale = view.scale_factor
    for share, is_moved in ((0.0, True), (0.5, False)):
        hidden = covered(desk)
        glyph_id = hidden[int(len(hidden) * share)]
        desk.window.session.select(glyph_id)
        desk.settle()
        assert glyph_id not in covered(desk)
        assert is_at_foot(desk) == is_moved
    assert view.scale_factor == scale


def test_a_selected_letter_is_not_hidden_in_a_small_window(opened: Opened) -> None:
    desk = opened(*FULL)
    desk.window.resize(800, 560)
    for number in range(2):
        tell(desk, f"Trouble {number}.", action="Mend")
    desk.do("fit_page")
    desk.settle()
    assert covered(desk), "there is no room to leave"
    for glyph_id in (1, 80, 75, 1):
        desk.window.session.select(glyph_id)
        desk.settle()
        assert glyph_id not in covered(desk)
