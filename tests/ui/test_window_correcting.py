"""Correcting a page by mouse and keyboard, and taking every step back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from ocrdesk.geometry import BoundingBox
from ocrdesk.services.review import DOUBTFUL_BELOW
from ocrdesk.ui.notices import NoticeLevel
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two rows of five letters, ids 1 to 10."""
    desk.open(make_page("two rows.png", "ABCDE", "FGHIJ"))
    assert [len(line.glyphs) for line in desk.page.lines] == [5, 5]
    return desk


def test_click_a_box_and_type_on(page: Desk) -> None:
    page.click(2)
    assert page.selected.id == 2
    page.type("HEL")
    assert page.corrections == {2: "H", 3: "E", 4: "L"}
    assert page.selected.id == 5
    assert page.window.isWindowModified()


def test_a_reader_of_capitals_takes_small_letters_as_capitals(page: Desk) -> None:
    page.click(1)
    page.type("q7")
    assert page.corrections == {1: "Q", 2: "7"}


def test_enter_confirms_what_was_read_and_moves_on(page: Desk) -> None:
    page.click(1)
    read = [page.page.glyph(i).character for i in (1, 2)]
    page.key(_Key.Key_Return)
    page.key(_Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert page.corrections == {1: read[0], 2: read[1]}
    assert page.selected.id == 3


def test_right_goes_on_in_the_next_row_and_left_back(page: Desk) -> None:
    page.click(5)
    page.key(_Key.Key_Right)
    assert page.selected.id == 6
    page.key(_Key.Key_Left)
    assert page.selected.id == 5
    page.click(1)
    page.key(_Key.Key_Left)
    assert page.selected.id == 1


def test_tab_and_arrows_go_about(page: Desk) -> None:
    page.click(2)
    steps = [
        (_Key.Key_Tab, _Key.Key_Tab, 4),
        (_Key.Key_Backtab, None, 3),
        (_Key.Key_Down, None, 8),
        (_Key.Key_Left, None, 7),
        (_Key.Key_Up, None, 2),
        (_Key.Key_Up, None, 2),
        (_Key.Key_Right, _Key.Key_Right, 4),
    ]
    for first, second, expected in steps:
        page.key(first)
        if second is not None:
            page.key(second)
        assert page.selected.id == expected


def test_backspace_clears_and_delete_removes(page: Desk) -> None:
    page.click(3)
    read = page.selected.character
    page.type("8")
    page.key(_Key.Key_Backtab)
    page.key(_Key.Key_Backspace)
    assert page.corrections == {}
    assert page.selected.character == read
    page.key(_Key.Key_Delete)
    assert 3 not in page.page
    assert page.selected.id == 4
    assert len(page.page.glyphs) == 9


def test_deleting_every_letter_leaves_an_empty_page(page: Desk) -> None:
    page.click(1)
    for _ in range(10):
        page.key(_Key.Key_Delete)
    assert page.page.glyphs == ()
    assert page.window.session.selected_glyph is None
    for _ in range(10):
        page.do("undo")
    assert len(page.page.glyphs) == 10


def test_a_box_dragged_on_empty_paper_is_read_and_selected(page: Desk) -> None:
    page.click(5)
    page.key(_Key.Key_Delete)
    hole = page.page.lines[0].glyphs[-1].box.moved(38, 0).padded(2)
    page.drag(hole)
    assert len(page.page.glyphs) == 10
    assert page.selected.id == 11
    assert len(page.selected.predictions) == 36
    assert abs(page.selected.box.left - hole.left) <= 3
    assert [len(line.glyphs) for line in page.page.lines] == [5, 5]
    assert page.page.lines[0].glyphs[-1].id == 11
    assert page.action("undo").text() == "&Undo Add letter"


def test_a_click_on_empty_paper_selects_nothing(page: Desk) -> None:
    page.click(1)
    page.click_at(350, 240)
    assert page.window.session.selected_glyph is None
    page.click(1)
    page.key(_Key.Key_Escape)
    assert page.window.session.selected_glyph is None


def test_undo_and_redo_name_their_steps_and_bring_labels_back(page: Desk) -> None:
    states = [page.page]
    page.click(1)
    page.type("X")
    states.append(page.page)
    page.key(_Key.Key_Delete)
    states.append(page.page)
    page.drag(BoundingBox(350, 200, 380, 240))
    states.append(page.page)
    page.key(_Key.Key_Right, _CTRL)
    states.append(page.page)
    page.settle()
    names = []
    for state in reversed(states[:-1]):
        names.append(page.action("undo").text().removeprefix("&Undo "))
        page.key(_Key.Key_Z, _CTRL)
        page.settle()
        assert page.page == state
    assert names[0].startswith("Move")
    assert names[1] == "Add letter"
    assert names[2].startswith("Delete")
    assert names[3] == "Set “X”"
    assert not page.action("undo").isEnabled()
    assert not page.window.isWindowModified()
    for state in states[1:]:
        page.key(_Key.Key_Y, _CTRL)
        assert page.page == state
    page.key(_Key.Key_Z, _CTRL)
    page.key(_Key.Key_Z, _CTRL | _SHIFT)
    assert page.page == states[-1]


def test_undo_selects_what_came_back(page: Desk) -> None:
    page.click(2)
    page.type("W")
    page.click(9)
    page.do("undo")
    assert page.selected.id == 2


def test_hundreds_of_steps_are_undone(page: Desk) -> None:
    start = page.page
    for turn in range(20):
        page.click(1)
        page.type("ABCDEFGHIJ"[turn % 10 :] + "ABCDEFGHIJ"[: turn % 10])
    history = page.current.history
    assert history.count() == 200
    history.go_to(0)
    page.wait_until(lambda: history.index() == 0)
    assert page.page == start
    history.go_to(200)
    page.wait_until(lambda: history.index() == 200)
    assert "".join(page.page.text.split()) == "JABCDEFGHI"


def test_boxes_move_and_grow_by_keys_in_one_step_of_history(page: Desk) -> None:
    page.click(7)
    before = page.selected.box
    for _ in range(5):
        page.key(_Key.Key_Right, _CTRL)
    page.key(_Key.Key_Down, _CTRL | _ALT)
    assert page.selected.box == before.moved(5, 10)
    assert page.current.history.count() == 1
    page.key(_Key.Key_Down, _CTRL | _SHIFT)
    page.key(_Key.Key_Right, _CTRL | _SHIFT | _ALT)
    grown = page.selected.box
    assert (grown.width, grown.height) == (before.width + 10, before.height + 1)
    assert page.current.history.count() == 2
    page.do("undo")
    page.do("undo")
    assert page.selected.box == before


def test_a_box_stays_on_the_page(page: Desk) -> None:
    page.click(1)
    size = page.selected.box.width, page.selected.box.height
    for _ in range(12):
        page.key(_Key.Key_Left, _CTRL | _ALT)
    assert page.selected.box.left == 0
    assert (page.selected.box.width, page.selected.box.height) == size


def test_a_click_on_a_bar_chooses_that_character(page: Desk) -> None:
    page.click(4)
    page.window.views.letter.character_chosen.emit("7")
    assert page.corrections == {4: "7"}
    assert page.selected.id == 5


def test_after_a_choice_by_mouse_typing_goes_to_the_next_letter(page: Desk) -> None:
    page.click(4)
    bars = page.window.views.letter.findChild(QListView)
    assert isinstance(bars, QListView)
    second = bars.visualRect(bars.model().index(1, 0)).center()
    QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert page.selected.id == 5
    QTest.keyClicks(page.window.focusWidget(), "r")
    assert page.corrections[5] == "R"
    assert page.selected.id == 6


def test_the_text_and_the_page_select_each_other(page: Desk) -> None:
    page.window.views.text.glyph_selected.emit(6)
    assert page.selected.id == 6


def test_f3_goes_round_the_doubtful_letters(page: Desk) -> None:
    page.click(1)
    for _ in range(10):
        page.key(_Key.Key_Return)
    page.do("undo")
    page.do("undo")
    doubtful = [
        g.id for g in page.page.glyphs if not g.is_confirmed and g.probability < DOUBTFUL_BELOW
    ]
    page.wait_until(lambda: page.window.reviewing.is_settled)
    visited: list[int] = []
    asked: set[int] = set()
    for _ in range(len(doubtful) + 1):
        page.settle()
        page.key(_Key.Key_F3)
        visited.append(page.selected.id)
        item = next(i for i in page.window.reviewing.queue if i.leader.glyph_id == visited[-1])
        asked.update(place.glyph_id for place in item.members)
    assert set(visited) <= set(doubtful)
    assert set(doubtful) <= asked, "letters that look alike are asked about together"


def test_confirming_a_letter_never_read_says_what_to_do(page: Desk) -> None:
    page.current.layout = None
    page.drag(BoundingBox(350, 200, 380, 240))
    assert page.selected.predictions == ()
    page.key(_Key.Key_Return)
    assert "not been read" in page.told[-1].text
    assert page.told[-1].level is NoticeLevel.WARNING
    page.type("K")
    assert page.corrections == {11: "K"}


def test_each_page_keeps_its_own_history_and_selection(page: Desk, make_page: PageMaker) -> None:
    page.click(2)
    page.type("A")
    page.open(make_page("other.png", "XY"))
    assert not page.action("undo").isEnabled()
    page.click(1)
    page.type("B")
    page.do("previous_page")
    assert page.selected.id == 3
    page.do("undo")
    assert page.corrections == {}
    page.do("next_page")
    assert page.corrections == {1: "B"}
    assert page.selected.id == 2
