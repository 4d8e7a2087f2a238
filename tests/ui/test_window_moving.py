"""Many boxes moved at once: at once to be seen, and read once when the hand rests."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ocrdesk import paths
from ocrdesk.page.elements import Page
from ocrdesk.services import recognition
from ocrdesk.services.recognition import read_box
from ocrdesk.ui.controllers import reading_moved
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk, Stall
from tests.ui.gate import held

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NoKeys = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_SMOOTH_S = 0.05  # for a hundred letters


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two rows of five letters, ids 1 to 10, all selected."""
    desk.open(make_page("two rows.png", "ABCDE", "FGHIJ"))
    desk.click(1)
    desk.key(_Key.Key_A, _CTRL)
    return desk


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Hold the reading of moved boxes up until this is set."""
    event = threading.Event()
    monkeypatch.setattr(reading_moved, "read_boxes", held(event, recognition.read_boxes))
    yield event
    event.set()


def is_read(desk: Desk) -> bool:
    """Tell whether each unconfirmed letter has what the reader sees in its box now."""
    reader = desk.window._boxing._editing.reader
    assert reader is not None
    open_ones = [glyph for glyph in desk.page.glyphs if not glyph.is_confirmed]
    seen = [read_box(reader.layout, glyph.box, reader.recognizer) for glyph in open_ones]
    return all(
        (not found and not glyph.predictions)
        or (found[0].character, round(found[0].probability, 3))
        == (glyph.character, round(glyph.probability, 3))
        for glyph, found in zip(open_ones, seen, strict=True)
    )


def readings(page: Page) -> list[object]:
    return [(glyph.id, glyph.predictions, glyph.ink, glyph.reader) for glyph in page.glyphs]


def wait_begun(desk: Desk) -> None:
    """Wait until the moved boxes are being read."""
    desk.wait_until(lambda: desk.window._boxing._moved._task is not None)


def rest(desk: Desk) -> None:
    """Wait until the hand has rested and nothing is left to be read."""
    moved = desk.window._boxing._moved
    desk.wait_until(
        lambda: moved._task is None and not any(moved._waiting(each) for each in moved._owed)
    )
    desk.settle()


def test_all_letters_of_a_page_move_at_once_and_are_read_once_after(shipped: Desk) -> None:
    """Ctrl+Right held the window up for 217 ms, and as long again for every repetition."""
    shipped.open(paths.resources_folder() / "samples" / "welcome.jpg")
    shipped.key(_Key.Key_Tab)
    shipped.key(_Key.Key_A, _CTRL)
    shipped.settle()
    before = shipped.page
    shipped.longest = Stall("nothing", 0.0)
    for _ in range(3):
        shipped.key(_Key.Key_Right, _CTRL)
    assert readings(shipped.page) == readings(before), "they keep their readings for a moment"
    assert [g.box for g in shipped.page.glyphs] == [g.box.moved(3, 0) for g in before.glyphs]
    shipped.key(_Key.Key_Down, _CTRL | _SHIFT)
    rest(shipped)
    assert shipped.longest.seconds < _SMOOTH_S, shipped.longest
    assert readings(shipped.page) != readings(before)
    assert is_read(shipped)
    assert shipped.current.history.count() == 2
    shipped.key(_Key.Key_Z, _CTRL)
    rest(shipped)
    shipped.key(_Key.Key_Z, _CTRL)
    shipped.settle()
    assert shipped.page == before


def test_all_letters_follow_a_drag_without_a_hitch(shipped: Desk) -> None:
    """Letting go held the window up for 152 ms."""
    shipped.open(paths.resources_folder() / "samples" / "welcome.jpg")
    shipped.key(_Key.Key_Tab)
    shipped.key(_Key.Key_A, _CTRL)
    shipped.settle()
    viewport, before = shipped.window.views.page.viewport(), shipped.page
    start = shipped.at(*shipped.selected.box.center)
    shipped.longest = Stall("nothing", 0.0)
    QTest.mousePress(viewport, _LEFT, _NoKeys, start)
    for way in (QPoint(8, 6), QPoint(12, 9)):
        QTest.mouseMove(viewport, start + way)
    QTest.mouseRelease(viewport, _LEFT, _NoKeys, start + QPoint(12, 9))
    assert [len(line.glyphs) for line in shipped.page.lines] == [
        len(line.glyphs) for line in before.lines
    ]
    rest(shipped)
    assert shipped.longest.seconds < _SMOOTH_S, shipped.longest
    assert is_read(shipped)
    assert shipped.current.history.count() == 1
    shipped.key(_Key.Key_Z, _CTRL)
    shipped.settle()
    assert shipped.page == before


def test_what_is_confirmed_is_not_read(page: Desk) -> None:
    page.click(3)
    page.type("Q")
    page.click(1)
    page.key(_Key.Key_A, _CTRL)
    known = page.page.glyph(3).predictions
    page.key(_Key.Key_Down, _CTRL)
    rest(page)
    assert page.page.glyph(3).predictions == known
    assert page.page.glyph(3).character == "Q"
    assert is_read(page)


def undo_all(page: Desk) -> list[str]:
    """Undo everything by the key; return what that was called, the last first."""
    names = []
    while page.current.history.undo_text():
        names.append(page.current.history.undo_text())
        page.key(_Key.Key_Z, _CTRL)
        page.settle()
    return names


def test_a_move_makes_the_reading_void_that_is_under_way(
    page: Desk, go_on: threading.Event
) -> None:
    page.key(_Key.Key_Down, _CTRL)
    wait_begun(page)
    page.key(_Key.Key_Down, _CTRL | _SHIFT)
    go_on.set()
    rest(page)
    assert is_read(page)
    names = undo_all(page)
    assert names == ["Resize 10 letters", "Move 10 letters"]


def test_undoing_meanwhile_takes_the_reading_back_and_redoing_brings_it(
    page: Desk, go_on: threading.Event
) -> None:
    before = page.page
    page.key(_Key.Key_Down, _CTRL)
    wait_begun(page)
    page.key(_Key.Key_Z, _CTRL)
    go_on.set()
    page.wait_until(lambda: page.window.tasks.is_idle)
    page.settle()
    assert page.page == before
    page.do("redo")
    rest(page)
    assert is_read(page)
    assert page.page != before
    page.key(_Key.Key_Z, _CTRL)
    assert page.page == before


def test_letters_typed_meanwhile_stay_and_the_reading_is_a_step_after(
    page: Desk, go_on: threading.Event
) -> None:
    page.key(_Key.Key_Down, _CTRL)
    wait_begun(page)
    page.click(2)
    page.type("Q")
    go_on.set()
    rest(page)
    assert page.corrections == {2: "Q"}
    assert is_read(page)
    names = undo_all(page)
    assert names[0] == "Read again"
    assert names[-1] == "Move 10 letters"


def test_a_page_that_is_closed_meanwhile_keeps_the_move_and_is_read_when_it_is_back(
    page: Desk, go_on: threading.Event
) -> None:
    boxes = [glyph.box.moved(0, 1) for glyph in page.page.glyphs]
    page.key(_Key.Key_Down, _CTRL)
    wait_begun(page)
    opened = page.current
    page.window.session.remove(opened)
    go_on.set()
    page.wait_until(lambda: page.window.tasks.is_idle)
    page.settle()
    page.window.session.put_back(opened, 0)
    page.window.session.show(opened)
    rest(page)
    assert [glyph.box for glyph in page.page.glyphs] == boxes
    assert is_read(page)
    assert page.current.history.count() == 1
