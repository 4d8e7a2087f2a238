"""Several letters at once: selected by mouse and keys, then labelled, cleared, moved, deleted."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two rows of five letters, ids 1 to 10."""
    desk.open(make_page("two rows.png", "ABCDE", "FGHIJ"))
    assert [len(line.glyphs) for line in desk.page.lines] == [5, 5]
    return desk


def ids(desk: Desk) -> set[int]:
    return {glyph.id for glyph in desk.window.session.selected_glyphs}


def press(desk: Desk, glyph_id: int, modifiers: Qt.KeyboardModifier) -> None:
    place = desk.at(*desk.page.glyph(glyph_id).box.center)
    QTest.mouseClick(desk.window.views.page.viewport(), _LEFT, modifiers, place)


def pull(desk: Desk, first: int, last: int, modifiers: Qt.KeyboardModifier) -> None:
    """Pull a frame from the upper left of one letter to the lower right of another."""
    viewport = desk.window.views.page.viewport()
    start, end = desk.page.glyph(first).box, desk.page.glyph(last).box
    begin = desk.at(start.left - 4, start.top - 4)
    finish = desk.at(end.right + 4, end.bottom + 4)
    QTest.mousePress(viewport, _LEFT, modifiers, begin)
    for share in (0.4, 1.0):
        QTest.mouseMove(viewport, begin + (finish - begin) * share)
    QTest.mouseRelease(viewport, _LEFT, modifiers, finish)


def test_letters_of_several_kinds_have_no_bars_but_tell_the_least_sure(page: Desk) -> None:
    """Three letters, each sure, had bars of 33 % in the colour of doubt."""
    panel = page.window.views.letter
    bars = panel.findChild(QListView)
    assert isinstance(bars, QListView)
    page.click(2)
    press(page, 4, _CTRL)
    page.settle()
    assert not bars.isVisible()
    chosen = [page.page.glyph(number) for number in (2, 4)]
    least = min(chosen, key=lambda glyph: glyph.probability)
    said = " ".join(label.text() for label in panel.findChildren(QLabel)).replace("\xa0", " ")
    assert f"None confirmed. Least sure: {least.character} " in said
    page.type("s")
    page.settle()
    assert bars.isVisible(), "what is one character has a mean"


def test_ctrl_click_adds_letters_and_one_key_labels_all(page: Desk) -> None:
    page.click(2)
    press(page, 4, _CTRL)
    press(page, 9, _CTRL)
    assert ids(page) == {2, 4, 9}
    assert page.selected.id == 9
    page.type("s")
    assert page.corrections == {2: "S", 4: "S", 9: "S"}
    assert ids(page) == {2, 4, 9}, "they stay selected, so that all can be seen"
    page.settle()
    assert page.action("undo").text() == "&Undo Set 3 letters to “S”"
    page.key(_Key.Key_Z, _CTRL)
    assert page.corrections == {}
    press(page, 4, _CTRL)
    assert ids(page) == {2, 9}
    page.key(_Key.Key_Right)
    assert ids(page) == {10}


def test_a_frame_pulled_with_shift_selects_the_letters_inside(page: Desk) -> None:
    pull(page, 2, 8, _SHIFT)
    assert ids(page) == {2, 3, 7, 8}
    pull(page, 1, 1, _SHIFT | _CTRL)
    assert ids(page) == {1, 2, 3, 7, 8}
    pull(page, 5, 10, _SHIFT)
    assert ids(page) == {5, 10}
    assert len(page.page.glyphs) == 10, "no box was drawn"


def test_a_frame_is_dropped_by_escape(page: Desk) -> None:
    page.click(3)
    viewport = page.window.views.page.viewport()
    QTest.mousePress(viewport, _LEFT, _SHIFT, page.at(5, 5))
    QTest.mouseMove(viewport, page.at(440, 250))
    assert len(page.window.views.page.layers.chosen._rects) == 9, "what it would select is framed"
    page.key(_Key.Key_Escape)
    QTest.mouseRelease(viewport, _LEFT, _SHIFT, page.at(440, 250))
    assert ids(page) == {3}
    assert page.window.views.page.layers.chosen._rects == []


def test_shift_with_arrows_or_a_click_selects_a_stretch_of_text(page: Desk) -> None:
    page.click(4)
    for key in (_Key.Key_Right, _Key.Key_Right, _Key.Key_Right):
        page.key(key, _SHIFT)
    assert ids(page) == {4, 5, 6, 7}
    page.key(_Key.Key_Left, _SHIFT)
    assert ids(page) == {4, 5, 6}
    press(page, 2, _SHIFT)
    assert ids(page) == {2, 3, 4}
    page.key(_Key.Key_Escape)
    assert ids(page) == {2}
    page.key(_Key.Key_Escape)
    assert ids(page) == set()


def test_all_letters_are_confirmed_cleared_and_deleted_in_one_step_each(page: Desk) -> None:
    read = {glyph.id: glyph.character for glyph in page.page.glyphs}
    page.click(5)
    page.key(_Key.Key_A, _CTRL)
    assert len(ids(page)) == 10
    page.key(_Key.Key_Return)
    assert page.corrections == read
    page.key(_Key.Key_A, _CTRL)  # confirming goes on, here behind the last letter
    page.key(_Key.Key_Backspace)
    assert page.corrections == {}
    page.key(_Key.Key_Delete)
    assert page.page.glyphs == ()
    names = []
    for _ in range(3):
        page.settle()
        names.append(page.action("undo").text().removeprefix("&Undo "))
        page.do("undo")
    assert names == ["Delete 10 letters", "Clear 10 letters", "Confirm 10 letters"]
    assert len(ids(page)) == 10, "what came back is selected"
    assert page.corrections == {}
    for _ in range(3):
        page.do("redo")
    assert page.page.glyphs == ()


def click_row_number(desk: Desk, row: int) -> None:
    """Click the number beside a row, which selects the row."""
    view = desk.window.views.page
    rows, transform = view.layers.rows, view.viewportTransform()
    place = transform.map(rows._bands[row].start).toPoint() - QPoint(12, 0)
    assert rows.badge_at(QPointF(place), transform) == row
    QTest.mouseClick(view.viewport(), _LEFT, Qt.KeyboardModifier.NoModifier, place)


def test_a_key_after_enter_replaces_nothing_of_the_row_just_confirmed(page: Desk) -> None:
    """The whole row became “F FFFF”: twelve confirmed letters replaced by one key."""
    row = {glyph.id: glyph.character for glyph in page.page.glyphs if glyph.id <= 5}
    click_row_number(page, 0)
    assert ids(page) == {1, 2, 3, 4, 5}
    page.key(_Key.Key_Return)
    assert page.corrections == row
    assert ids(page) == {6}, "as from a single letter"
    page.type("X")
    assert page.corrections == {**row, 6: "X"}


def test_enter_goes_on_behind_the_last_of_scattered_letters(page: Desk) -> None:
    for glyph_id in (7, 4, 2):
        press(page, glyph_id, _CTRL)
    page.key(_Key.Key_Return)
    assert set(page.corrections) == {2, 4, 7}
    assert ids(page) == {8}


def test_a_key_after_the_last_row_was_confirmed_replaces_nothing(page: Desk) -> None:
    click_row_number(page, 1)
    page.key(_Key.Key_Return)
    confirmed = page.corrections
    assert set(confirmed) == {6, 7, 8, 9, 10}
    assert "last letter" in page.told[-1].text
    page.type("F")
    assert page.corrections == confirmed


def test_several_boxes_are_pushed_together_in_one_step(page: Desk) -> None:
    boxes = {glyph.id: glyph.box for glyph in page.page.glyphs}
    page.click(6)
    press(page, 8, _CTRL)
    page.key(_Key.Key_Down, _CTRL)
    page.key(_Key.Key_Down, _CTRL)
    moved = {glyph.id: glyph.box for glyph in page.page.glyphs if glyph.box != boxes[glyph.id]}
    assert moved == {6: boxes[6].moved(0, 2), 8: boxes[8].moved(0, 2)}
    assert page.current.history.count() == 1
    assert page.current.history.undo_text() == "Move 2 letters"


def test_enter_is_promised_only_where_it_confirms_something(page: Desk) -> None:
    story = page.window.views.letter._head.story
    page.click(1)
    press(page, 2, _CTRL)
    assert "Enter confirms them as they were read." in story.text()
    page.type("s")
    assert story.text() == "All confirmed. A key you type sets all 2."
    press(page, 3, _CTRL)
    assert "Enter confirms the others as they were read." in story.text()


def test_panel_status_and_menu_say_how_many(page: Desk) -> None:
    page.click(1)
    press(page, 2, _CTRL)
    press(page, 3, _CTRL)
    letter = page.window.views.letter
    assert letter._head.verdict.text() == "3 letters selected"
    assert "sets all 3" in letter._head.story.text()
    assert page.window._status._fields["box"].text() == "3 selected"
    assert page.action("delete").text() == "&Delete 3 Letters\tDel"
    spans = page.window.views.text._editor.extraSelections()
    marked = [span.cursor.selectedText() for span in spans[1:]]  # the first is the whole row
    others = "".join(marked[:-1]).replace(" ", "")
    assert others == "".join(glyph.character for glyph in page.page.glyphs[:3])
    assert marked[-1] == page.selected.character
    page.click(1)
    assert page.action("delete").text() == "&Delete Letter\tDel"
    assert page.window._status._fields["box"].text().endswith("px")


def test_a_bar_of_several_letters_sets_all_of_them(page: Desk) -> None:
    page.click(1)
    page.key(_Key.Key_Right, _SHIFT)
    page.type("q")  # letters of two kinds have none
    bars = page.window.views.letter._bars
    assert bars.model().rowCount() > 0
    best = bars.model().index(0, 0)
    QTest.mouseClick(bars.viewport(), _LEFT, pos=bars.visualRect(best).center())
    assert page.corrections == {1: best.data(), 2: best.data()} != {1: "Q", 2: "Q"}
