"""Boxes by mouse: pulled by an edge, a corner or whole, added from the menu and by Ins."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ocrdesk.geometry import BoundingBox
from ocrdesk.ui.views.paper_item import rect_of
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton
_NoKeys = Qt.KeyboardModifier.NoModifier
_Cursor = Qt.CursorShape


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two rows of five letters, ids 1 to 10, seen at 300 %."""
    desk.open(make_page("two rows.png", "ABCDE", "FGHIJ"))
    desk.window.views.page.zoom_to(3.0)
    desk.click(7)
    desk.window.views.page.camera.zoom_near(desk.window.views.page.layers.selection.rect)
    return desk


def pull(desk: Desk, start: QPoint, by: QPoint, *, lets_go: bool = True) -> None:
    viewport = desk.window.views.page.viewport()
    QTest.mousePress(viewport, _LEFT, _NoKeys, start)
    for share in (0.5, 1.0):
        QTest.mouseMove(viewport, start + by * share)
    if lets_go:
        QTest.mouseRelease(viewport, _LEFT, _NoKeys, start + by)


def pixels(desk: Desk, count: int) -> int:
    """So many pixels of the image on the screen."""
    return round(count * desk.window.views.page.scale_factor)


def test_corner_edge_and_inside_are_pulled_and_named(page: Desk) -> None:
    box = page.selected.box
    step = pixels(page, 10)
    pull(page, page.at(box.right, box.bottom), QPoint(step, step))
    assert page.selected.box == BoundingBox(box.left, box.top, box.right + 10, box.bottom + 10)
    assert page.current.history.undo_text().startswith("Resize")
    pull(page, page.at(box.left, box.center[1]), QPoint(-step, step))
    assert page.selected.box == BoundingBox(
        box.left - 10, box.top, box.right + 10, box.bottom + 10
    ), "an edge moves across only"
    page.do("undo")
    page.do("undo")
    assert page.selected.box == box
    pull(page, page.at(*box.center), QPoint(step, 0))
    assert page.selected.box == box.moved(10, 0)
    assert page.current.history.undo_text().startswith("Move")
    assert page.current.history.count() == 1


def test_a_pulled_box_is_read_at_once_and_stays_on_the_page(page: Desk) -> None:
    read = page.selected.predictions
    box = page.selected.box
    pull(page, page.at(box.left, box.center[1]), QPoint(pixels(page, box.width // 2), 0))
    assert page.selected.predictions != read
    page.click(6)
    view = page.window.views.page
    view.zoom_to(1.0)
    pull(page, page.at(*page.selected.box.center), QPoint(-200, 0))
    assert page.selected.box.left == 0


def test_all_selected_letters_move_with_the_one_that_is_pulled(page: Desk) -> None:
    first, second = page.selected.box, page.page.glyph(8).box
    page.key(_Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    pull(page, page.at(*second.center), QPoint(0, pixels(page, 6)))
    assert page.page.glyph(7).box == first.moved(0, 6)
    assert page.page.glyph(8).box == second.moved(0, 6)
    assert page.current.history.undo_text() == "Move 2 letters"
    step = pixels(page, 5)
    corner = page.page.glyph(8).box
    pull(page, page.at(corner.right, corner.bottom), QPoint(step, step))
    assert page.page.glyph(7).box == first.moved(0, 6), "an edge is pulled of one alone"
    assert page.page.glyph(8).box.width == corner.width + 5


def test_all_selected_letters_are_seen_moving(page: Desk) -> None:
    view = page.window.views.page
    first, second = page.selected.box, page.page.glyph(8).box
    page.key(_Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    pull(page, page.at(*second.center), QPoint(0, pixels(page, 6)), lets_go=False)
    assert view.layers.selection.box == second.moved(0, 6)
    assert view.layers.chosen._rects == [rect_of(first.moved(0, 6))]
    page.key(_Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), _LEFT, _NoKeys, QPoint(5, 5))
    assert view.layers.chosen._rects == [rect_of(first)]


def test_escape_puts_a_pulled_box_back(page: Desk) -> None:
    box = page.selected.box
    pull(page, page.at(*box.center), QPoint(60, 0), lets_go=False)
    assert page.window.views.page.layers.selection.box != box
    page.key(_Key.Key_Escape)
    QTest.mouseRelease(page.window.views.page.viewport(), _LEFT, _NoKeys, QPoint(5, 5))
    assert page.window.views.page.layers.selection.box == box
    assert page.selected.box == box
    assert page.current.history.count() == 0


def test_a_press_that_hardly_moves_pulls_nothing(page: Desk) -> None:
    pull(page, page.at(*page.selected.box.center), QPoint(3, 2))
    assert page.current.history.count() == 0
    assert page.selected.id == 7


def test_another_letter_is_selected_before_it_is_pulled(page: Desk) -> None:
    boxes = [glyph.box for glyph in page.page.glyphs]
    pull(page, page.at(*page.page.glyph(8).box.center), QPoint(60, 0))
    assert page.selected.id == 8
    assert [glyph.box for glyph in page.page.glyphs] == boxes


def test_the_cursor_tells_what_a_press_would_do(page: Desk) -> None:
    box, view = page.selected.box, page.window.views.page
    for place, shape in (
        ((box.left, box.top), _Cursor.SizeFDiagCursor),
        ((box.right, box.top), _Cursor.SizeBDiagCursor),
        ((box.right, box.center[1]), _Cursor.SizeHorCursor),
        ((box.center[0], box.bottom), _Cursor.SizeVerCursor),
        (box.center, _Cursor.SizeAllCursor),
        (page.page.glyph(8).box.center, _Cursor.PointingHandCursor),
        ((box.left, box.bottom + 40), _Cursor.CrossCursor),
    ):
        QTest.mouseMove(view.viewport(), page.at(*place))
        assert view.viewport().cursor().shape() == shape, place


def test_ins_adds_a_box_beside_the_letter_that_keys_then_move(page: Desk) -> None:
    page.click(5)
    box = page.selected.box
    page.key(_Key.Key_Insert)
    assert page.selected.id == 11
    assert page.selected.box.left > box.right
    assert (page.selected.box.width, page.selected.box.height) == (box.width, box.height)
    page.key(_Key.Key_Right, _CTRL)
    page.type("Q")
    page.settle()
    assert page.page.lines[0].text.replace(" ", "").endswith("Q")
    page.do("undo")
    page.do("undo")
    page.do("undo")
    assert len(page.page.glyphs) == 10
    page.key(_Key.Key_Escape)
    page.key(_Key.Key_Insert)
    assert page.selected.id == 11, "without a selection it comes into the middle"
