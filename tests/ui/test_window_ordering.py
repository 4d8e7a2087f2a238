"""The reading order by keys and mouse: letters, words and rows, all of it taken back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_LEFT = Qt.MouseButton.LeftButton
_NoKeys = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two rows, labelled ABC and DEF, each one word."""
    desk.open(make_page("two rows.png", "ABC", "DEF"))
    desk.click(1)
    desk.type("ABCDEF")
    for glyph in desk.page.glyphs:
        desk.click(glyph.id)
        if " " in desk.page.text and glyph.id not in (1, 4):
            desk.key(_Key.Key_Backspace, _CTRL)
    assert desk.page.text == "ABC\nDEF"
    return desk


def steps(desk: Desk) -> list[str]:
    """The names of the steps since the page was labelled."""
    history = desk.current.history
    names = [history.text(i) for i in range(history.index())]
    last = max(i for i, name in enumerate(names) if name.startswith(("Set", "Confirm", "Remove")))
    return names[last + 1 :]


def test_letters_move_in_their_row_and_to_another(page: Desk) -> None:
    page.click(1)
    page.key(_Key.Key_Right, _ALT)
    assert page.page.text == "BAC\nDEF"
    page.key(_Key.Key_Right, _ALT)
    page.key(_Key.Key_Right, _ALT)
    assert page.page.text == "BCA\nDEF", "the end of the row stops it"
    assert steps(page) == ["Move “A” later in the row"]
    page.key(_Key.Key_Left, _ALT)
    assert page.page.text == "BAC\nDEF"
    page.key(_Key.Key_Down, _ALT)
    assert page.page.text == "BC\nADEF"
    assert page.current.history.undo_text() == "Move “A” to row 2"
    page.key(_Key.Key_Up, _ALT)
    assert page.page.text == "ABC\nDEF"
    assert page.selected.id == 1


def test_words_are_parted_and_joined(page: Desk) -> None:
    page.click(2)
    page.key(_Key.Key_Space, _CTRL)
    assert page.page.text == "A BC\nDEF"
    assert page.current.history.undo_text() == "Put a space before “B”"
    page.key(_Key.Key_Backspace, _CTRL)
    assert page.page.text == "ABC\nDEF"
    page.click(4)
    page.key(_Key.Key_Backspace, _CTRL)
    assert "begins with this letter" in page.told[-1].text
    page.key(_Key.Key_Space, _SHIFT)
    assert page.page.text == "ABC\nDEF"


def test_rows_are_parted_joined_and_moved(page: Desk) -> None:
    page.click(3)
    page.key(_Key.Key_Return, _CTRL)
    assert page.page.text == "AB\nC\nDEF"
    page.key(_Key.Key_Down, _ALT | _SHIFT)
    assert page.page.text == "AB\nDEF\nC"
    page.key(_Key.Key_Up, _ALT | _SHIFT)
    page.key(_Key.Key_Up, _ALT | _SHIFT)
    assert page.page.text == "C\nAB\nDEF"
    page.key(_Key.Key_Up, _ALT | _SHIFT)
    assert "No row comes before" in page.told[-1].text
    page.click(1)
    page.key(_Key.Key_Backspace, _CTRL | _SHIFT)
    assert page.page.text.replace(" ", "") in ("CAB\nDEF", "ABC\nDEF")
    done = ["Part row 1", "Move row 2 down", "Move row 2 up", "Join rows 1 and 2"]
    assert steps(page) == done
    for _ in done:
        page.key(_Key.Key_Z, _CTRL)
    assert page.page.text == "ABC\nDEF"
    for _ in done:
        page.key(_Key.Key_Y, _CTRL)
    assert len(page.page.lines) == 2


def test_a_row_is_dragged_by_its_number(page: Desk) -> None:
    view = page.window.views.page
    rows = view.layers.rows
    transform = view.viewportTransform()
    left = transform.map(rows._bands[0].start).toPoint()
    start = left - QPoint(12, 0)
    assert rows.badge_at(QPointF(start), transform) == 0
    end = page.at(30, page.page.lines[1].box.center[1])
    QTest.mousePress(view.viewport(), _LEFT, _NoKeys, start)
    QTest.mouseMove(view.viewport(), end)
    assert rows._drop == (0, 1)
    QTest.mouseRelease(view.viewport(), _LEFT, _NoKeys, end)
    assert page.page.text == "DEF\nABC"
    assert page.current.history.undo_text() == "Move row 1 down"
    QTest.mouseClick(view.viewport(), _LEFT, _NoKeys, start)
    ids = {glyph.id for glyph in page.window.session.selected_glyphs}
    assert ids in ({1, 2, 3}, {4, 5, 6}), "a click selects the row"
