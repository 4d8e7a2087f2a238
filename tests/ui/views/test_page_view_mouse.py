"""Pointing, drawing, panning and zooming with the mouse, in page coordinates."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocrdesk.geometry import BoundingBox
from ocrdesk.ui.views.page_view import PageView
from tests.ui.views.conftest import spot

Left, Middle = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def drag(
    view: PageView,
    start: tuple[float, float],
    end: tuple[float, float],
    button: Qt.MouseButton = Left,
    *,
    releases: bool = True,
) -> None:
    """Press, move in steps and release, as a hand does."""
    a, b = QPointF(spot(view, *start)), QPointF(spot(view, *end))
    places = [a + (b - a) * share for share in (0.0, 0.3, 0.6, 1.0)]
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * 3]
    for kind, place in zip(kinds, places, strict=True):
        send_mouse(view, kind, place, button, button)
    if releases:
        kind = QEvent.Type.MouseButtonRelease
        send_mouse(view, kind, b, button, Qt.MouseButton.NoButton)


def send_mouse(
    view: PageView,
    kind: QEvent.Type,
    place: QPointF,
    button: Qt.MouseButton,
    held: Qt.MouseButton,
) -> None:
    target = view.viewport()
    where = QPointF(target.mapToGlobal(place.toPoint()))
    none = Qt.KeyboardModifier.NoModifier
    shown = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
    QApplication.sendEvent(target, QMouseEvent(kind, place, where, shown, held, none))


def turn_wheel(
    view: PageView,
    place: QPoint,
    angle: QPoint,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    pixels: QPoint | None = None,
) -> None:
    event = QWheelEvent(
        QPointF(place),
        QPointF(view.viewport().mapToGlobal(place)),
        pixels or QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def paper_at(view: PageView, place: QPoint) -> QPointF:
    return view.pointer.paper(QPointF(place))


def test_a_click_on_a_letter_says_which(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.glyph_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Left, pos=spot(view, 120, 130))
    assert clicked.args == [1]


def test_a_click_just_beside_a_letter_still_means_it(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.glyph_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Left, pos=spot(view, 98, 130))
    assert clicked.args == [1]


def test_a_drag_from_just_beside_a_letter_draws_a_box(qtbot: QtBot, view: PageView) -> None:
    clicked: list[int] = []
    view.glyph_clicked.connect(clicked.append)
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(view, (98, 130), (60, 180))
    assert drawn.args is not None
    assert drawn.args[0].as_tuple() == pytest.approx((60, 130, 98, 180), abs=1)
    assert not clicked


def test_a_second_quick_click_counts_too(qtbot: QtBot, view: PageView) -> None:
    clicked: list[int] = []
    view.glyph_clicked.connect(clicked.append)
    QTest.mouseDClick(view.viewport(), Left, pos=spot(view, 180, 130))
    assert clicked
    assert set(clicked) == {2}


def test_a_click_on_empty_paper_means_the_background(qtbot: QtBot, view: PageView) -> None:
    drawn: list[object] = []
    view.box_drawn.connect(drawn.append)
    with qtbot.waitSignal(view.background_clicked):
        QTest.mouseClick(view.viewport(), Left, pos=spot(view, 600, 500))
    assert not drawn


def test_a_drag_on_empty_paper_draws_a_box(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(view, (600, 420), (650, 500))
    assert drawn.args is not None
    box = drawn.args[0]
    assert isinstance(box, BoundingBox)
    assert box.as_tuple() == pytest.approx((600, 420, 650, 500), abs=1)


def test_a_box_is_drawn_in_any_direction_and_stays_on_the_paper(
    qtbot: QtBot, view: PageView
) -> None:
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(view, (760, 560), (820, 620))
    assert drawn.args is not None
    assert drawn.args[0].as_tuple() == pytest.approx((760, 560, 800, 600), abs=1)
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(view, (650, 500), (600, 420))
    assert drawn.args is not None
    assert drawn.args[0].as_tuple() == pytest.approx((600, 420, 650, 500), abs=1)


def test_a_box_too_small_for_a_letter_is_not_drawn(view: PageView) -> None:
    drawn: list[object] = []
    view.box_drawn.connect(drawn.append)
    drag(view, (600, 420), (640, 422))
    assert not drawn


def test_escape_drops_a_box_half_drawn(qtbot: QtBot, view: PageView) -> None:
    drawn: list[object] = []
    view.box_drawn.connect(drawn.append)
    view.escape_pressed.connect(lambda: drawn.append("escape"))
    drag(view, (600, 420), (650, 500), releases=False)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    end = QPointF(spot(view, 650, 500))
    send_mouse(view, QEvent.Type.MouseButtonRelease, end, Left, Qt.MouseButton.NoButton)
    assert not drawn


def test_the_smallest_box_under_the_cursor_wins(qtbot: QtBot, view: PageView) -> None:
    assert view.layers.glyphs.index.at(120, 130) == 0
    assert view.layers.glyphs.index.at(5, 5) is None


def test_ctrl_and_wheel_zoom_at_the_cursor(qtbot: QtBot, view: PageView) -> None:
    view.zoom_to(2.0)
    place = QPoint(250, 180)
    before = paper_at(view, place)
    with qtbot.waitSignal(view.zoom_changed) as zoomed:
        turn_wheel(view, place, QPoint(0, 120), Control)
    after = paper_at(view, place)
    assert zoomed.args == [pytest.approx(2.5)]
    assert (after - before).manhattanLength() < 1.5


def test_a_page_with_room_around_it_is_zoomed_at_the_cursor_too(view: PageView) -> None:
    """A strip lies in the middle of the view, above and below it there is nothing to scroll to."""
    view.set_image(np.full((60, 900), 240, np.uint8))
    view.fit_page()
    place = view.mapFromScene(200.0, 50.0)
    for turn in (120, 120, 120, -120, -120):
        before = paper_at(view, place)
        turn_wheel(view, place, QPoint(0, turn), Control)
        after = paper_at(view, place)
        assert view.scale_factor * 60 < view.viewport().height()
        assert (after - before).manhattanLength() * view.scale_factor < 3.0
        assert view.verticalScrollBar().maximum() == view.verticalScrollBar().minimum()
    state = view.view_state()
    view.fit_page()
    assert paper_at(view, view.viewport().rect().center()).y() == pytest.approx(30.0, abs=1.0)
    view.restore_view_state(state)
    assert (paper_at(view, place) - after).manhattanLength() * view.scale_factor < 4.0


def test_a_small_page_stays_whole_in_sight(view: PageView) -> None:
    view.set_image(np.full((60, 90), 240, np.uint8))
    view.zoom_to(2.0)
    for _ in range(5):
        turn_wheel(view, QPoint(5, 5), QPoint(0, -120), Control)
    for _ in range(5):
        turn_wheel(view, QPoint(view.width() - 5, 5), QPoint(0, 120), Control)
    shown = view.viewportTransform().mapRect(QRectF(0.0, 0.0, 90.0, 60.0))
    assert QRectF(view.viewport().rect()).adjusted(-1.0, -1.0, 1.0, 1.0).contains(shown)


def test_zoom_has_limits(view: PageView) -> None:
    view.zoom_to(1e9)
    assert view.scale_factor == 32.0
    view.zoom_to(0)
    assert view.scale_factor == 0.02


def test_the_wheel_scrolls_and_shift_turns_it_sideways(view: PageView) -> None:
    view.zoom_to(3.0)
    down, across = view.verticalScrollBar(), view.horizontalScrollBar()
    start = down.value(), across.value()
    turn_wheel(view, QPoint(300, 300), QPoint(0, -120))
    assert down.value() > start[0]
    assert across.value() == start[1]
    turn_wheel(view, QPoint(300, 300), QPoint(0, -120), Shift)
    assert across.value() > start[1]


def test_a_touchpad_scrolls_by_pixels(view: PageView) -> None:
    view.zoom_to(3.0)
    start = view.verticalScrollBar().value()
    turn_wheel(view, QPoint(300, 300), QPoint(0, -8), pixels=QPoint(0, -17))
    assert view.verticalScrollBar().value() == start + 17


@pytest.mark.parametrize("by_space", [True, False])
def test_the_paper_is_pulled_with_the_middle_button_or_space(
    qtbot: QtBot, view: PageView, *, by_space: bool
) -> None:
    view.zoom_to(3.0)
    events: list[object] = []
    view.box_drawn.connect(events.append)
    view.background_clicked.connect(lambda: events.append("background"))
    start = view.view_state()
    if by_space:
        QTest.keyPress(view, Qt.Key.Key_Space)
    place = start.center_x, start.center_y
    drag(view, place, (place[0] - 40, place[1] - 20), Left if by_space else Middle)
    if by_space:
        QTest.keyRelease(view, Qt.Key.Key_Space)
    end = view.view_state()
    assert (end.center_x, end.center_y) == pytest.approx((place[0] + 40, place[1] + 20), abs=1.0)
    assert not events


def test_before_reading_a_drag_pulls_the_paper(view: PageView, pixels: np.ndarray) -> None:
    view.set_image(pixels)
    view.zoom_to(3.0)
    drawn: list[object] = []
    view.box_drawn.connect(drawn.append)
    start = view.view_state()
    drag(view, (start.center_x, start.center_y), (start.center_x - 40, start.center_y))
    assert view.view_state().center_x == pytest.approx(start.center_x + 40, abs=1.0)
    assert not drawn


def test_the_cursor_is_told_in_page_coordinates(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.cursor_moved) as moved:
        place = QPointF(spot(view, 321, 123))
        none = Qt.MouseButton.NoButton
        send_mouse(view, QEvent.Type.MouseMove, place, none, none)
    assert moved.args == pytest.approx([321, 123], abs=1.0)


def test_the_cursor_shows_what_a_press_would_do(view: PageView) -> None:
    none = Qt.MouseButton.NoButton
    shapes = []
    for place in ((120, 130), (600, 500)):
        send_mouse(view, QEvent.Type.MouseMove, QPointF(spot(view, *place)), none, none)
        shapes.append(view.viewport().cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.CrossCursor]


def drop(view: PageView, urls: list[QUrl]) -> bool:
    """Drag over the view and drop; tells whether the drag was taken."""
    mime = QMimeData()
    mime.setUrls(urls)
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), action, mime, Left, none)
    QApplication.sendEvent(view.viewport(), enter)
    drop_event = QDropEvent(QPointF(50, 50), action, mime, Left, none)
    if enter.isAccepted():
        QApplication.sendEvent(view.viewport(), drop_event)
    return enter.isAccepted()


def test_files_can_be_dropped_on_the_page(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.files_dropped) as dropped:
        assert drop(view, [QUrl.fromLocalFile("/scans/a.png"), QUrl.fromLocalFile("/scans/b")])
    assert dropped.args == [["/scans/a.png", "/scans/b"]]


def test_links_to_the_web_are_refused(view: PageView) -> None:
    assert not drop(view, [QUrl("https://example.org/a.png")])
