"""One box that holds HI becomes two letters, and two become one, with the real reader."""

from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from ocrdesk import paths
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import UNREADABLE
from ocrdesk.services.model_store import DEFAULT_MODEL
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton
_NoKeys = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(desk: Desk, tmp_path: Path) -> Desk:
    """A person in front of HI in one box, id 1, beside YOU, read by the model that ships."""
    (paths.user_models_folder() / f"{DEFAULT_MODEL}.npz").unlink()
    image = Image.new("L", (420, 160), 240)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=56)
    for x, character in ((30, "H"), (190, "Y"), (240, "O"), (300, "U")):
        draw.text((x, 40), character, fill=30, font=font)
    for area in ((84, 55, 108, 59), (94, 55, 98, 95), (84, 91, 108, 95)):  # an I with its bars
        draw.rectangle(area, fill=30)
    image.save(tmp_path / "hi.png")
    desk.open(tmp_path / "hi.png")
    assert desk.page.text == "HI YOU"
    h, i = desk.page.glyphs[:2]
    desk.click(h.id)
    desk.key(_Key.Key_Delete)
    desk.key(_Key.Key_Delete)
    desk.drag(BoundingBox(h.box.left - 2, h.box.top - 2, i.box.right + 2, i.box.bottom + 2))
    assert len(desk.page.glyphs) == 4
    assert desk.page.glyphs[0] == desk.selected
    return desk


def gap(desk: Desk) -> BoundingBox:
    """Where the paper is bare between H and I."""
    return BoundingBox(70, 40, 84, 100)


def test_hi_in_one_box_is_split_by_two_keys_and_typed(page: Desk) -> None:
    whole = page.selected
    page.key(_Key.Key_D, _CTRL)
    ghost = page.window.views.page.layers.ghost
    assert ghost.isVisible()
    assert gap(page).left <= ghost.line_x <= gap(page).right
    assert ghost._text.left.startswith("H ")
    assert ghost._text.right.startswith("I ")
    assert page.page.glyphs[0] == whole, "nothing has changed yet"
    page.key(_Key.Key_Return)
    assert not ghost.isVisible()
    assert page.page.text == "HI YOU"
    left, right = page.page.glyphs[:2]
    assert left.box.right <= gap(page).right
    assert right.box.left >= gap(page).left
    assert left.predictions[0].probability > 0.5
    assert page.selected == left
    page.settle()
    assert page.action("undo").text().startswith("&Undo Split")
    page.type("HI")
    assert [glyph.correction for glyph in page.page.glyphs[:2]] == ["H", "I"]
    for _ in range(3):
        page.key(_Key.Key_Z, _CTRL)
    assert page.page.glyphs[0] == whole
    for _ in range(3):
        page.key(_Key.Key_Y, _CTRL)
    assert page.page.text == "HI YOU"


def test_typing_over_the_line_splits_and_labels(page: Desk) -> None:
    page.key(_Key.Key_D, _CTRL)
    page.type("HI")
    assert [glyph.correction for glyph in page.page.glyphs[:2]] == ["H", "I"]
    assert page.selected.id == page.page.glyphs[2].id


def test_the_line_moves_by_keys_and_both_parts_are_read_anew(page: Desk) -> None:
    page.key(_Key.Key_D, _CTRL)
    ghost = page.window.views.page.layers.ghost
    start = ghost.line_x
    page.key(_Key.Key_Left)
    page.key(_Key.Key_Left, _SHIFT)
    assert ghost.line_x == start - 11
    for _ in range(20):
        page.key(_Key.Key_Left, _SHIFT)
    assert ghost.line_x == page.selected.box.left + 1, "it stays inside the box"
    assert ghost._text.left == "bare paper"
    page.key(_Key.Key_Escape)
    assert not ghost.isVisible()
    assert len(page.page.glyphs) == 4
    assert page.selected.id == page.page.glyphs[0].id, "only the line was dropped"


def test_the_line_is_pulled_with_the_mouse(page: Desk) -> None:
    page.key(_Key.Key_D, _CTRL)
    ghost = page.window.views.page.layers.ghost
    viewport, box = page.window.views.page.viewport(), page.selected.box
    middle = box.center[1]
    QTest.mousePress(viewport, _LEFT, _NoKeys, page.at(ghost.line_x, middle))
    QTest.mouseMove(viewport, page.at(box.left + 20, middle))
    assert ghost.line_x == pytest.approx(box.left + 20, abs=1)
    page.key(_Key.Key_Escape)
    assert gap(page).left <= ghost.line_x <= gap(page).right, "Escape takes the pull back"
    QTest.mouseRelease(viewport, _LEFT, _NoKeys, page.at(box.left + 20, middle))
    assert ghost.isVisible()
    page.click(page.page.glyphs[2].id)
    assert not ghost.isVisible()
    assert page.selected.id == page.page.glyphs[2].id
    assert len(page.page.glyphs) == 4


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_what_the_parts_would_be_is_seen_at_the_edges_of_the_view(page: Desk, side: str) -> None:
    view, box = page.window.views.page, page.selected.box
    page.key(_Key.Key_D, _CTRL)
    view.camera.zoom_to(3.0)
    room, frame = view.viewport().rect(), view.mapFromScene(
        QRectF(box.left, box.top, box.width, box.height)
    ).boundingRect()  # fmt: skip
    x, y = {
        "left": (frame.left(), 0), "right": (frame.right() - room.right(), 0),
        "top": (0, frame.top()), "bottom": (0, frame.bottom() - room.bottom()),
    }[side]  # fmt: skip
    view.camera.scroll_by(-x, -y)
    page.settle()
    ghost, lying = view.layers.ghost, view.viewportTransform()
    frame_now = lying.mapRect(ghost.rect)
    line = lying.map(QPointF(ghost.line_x, 0.0)).x()
    places = ghost.places(frame_now, line, QRectF(room))
    parts = (places.left, places.right, places.help)
    assert all(QRectF(room).contains(part) for part in parts)
    assert not any(a.intersects(b) for a, b in combinations((*parts, frame_now), 2))
    assert places.left.right() < places.right.left()


def test_asked_again_another_cut_is_proposed(page: Desk) -> None:
    ghost = page.window.views.page.layers.ghost
    page.key(_Key.Key_D, _CTRL)
    first = ghost.line_x
    page.key(_Key.Key_D, _CTRL)
    assert abs(ghost.line_x - first) > 3


def test_letters_are_merged_and_read(page: Desk) -> None:
    page.key(_Key.Key_D, _CTRL)
    page.key(_Key.Key_Return)
    page.key(_Key.Key_Right, _SHIFT)
    page.settle()
    assert page.action("merge").text() == "&Merge 2 Letters"
    page.key(_Key.Key_M, _CTRL)
    assert len(page.page.glyphs) == 4
    unreadable, *others = page.selected.predictions
    assert (unreadable.character, len(others)) == (UNREADABLE, 36), "H and I are no one letter"
    page.settle()
    assert page.action("undo").text() == "&Undo Merge “HI”"
    page.do("undo")
    assert page.page.text == "HI YOU"
    page.click(page.page.glyphs[0].id)
    page.key(_Key.Key_M, _CTRL)
    assert len(page.page.glyphs) == 4, "alone it takes the next letter of its row"


def test_what_cannot_be_merged_says_why(page: Desk) -> None:
    page.click(page.page.glyphs[-1].id)
    page.key(_Key.Key_M, _CTRL)
    assert "No letter comes after" in page.told[-1].text
    assert len(page.page.glyphs) == 4
