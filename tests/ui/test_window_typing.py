"""The text panel as an editor: the page follows what a person types, deletes, parts and pastes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ocrdesk.ui.views.row_editor import RowEditor
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two rows, labelled ABCDE and FGHIJ, each one word, ids 1 to 10."""
    desk.open(make_page("two rows.png", "ABCDE", "FGHIJ"))
    desk.click(1)
    desk.type("ABCDEFGHIJ")
    for glyph in desk.page.glyphs:
        if glyph.id not in (1, 6):
            desk.click(glyph.id)
            desk.key(_Key.Key_Backspace, _CTRL)
    assert desk.page.text == "ABCDE\nFGHIJ"
    return desk


def editor(desk: Desk) -> RowEditor:
    return desk.window.views.text._editor


def caret(desk: Desk, row: int, column: int) -> None:
    """Click into the text before a column."""
    edit = editor(desk)
    edit.setFocus()
    rect = edit.cursorRect(edit.cursor_at(row, column))
    QTest.mouseClick(
        edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 1, rect.center().y())
    )
    assert edit.textCursor().positionInBlock() == column


def write(desk: Desk, text: str) -> None:
    for character in text:
        QTest.keyClicks(editor(desk), character)


def undo_names(desk: Desk, count: int) -> list[str]:
    history = desk.current.history
    return [history.text(history.index() - 1 - back) for back in range(count)]


def test_letters_typed_between_letters_are_put_in(page: Desk) -> None:
    caret(page, 0, 2)
    assert page.selected.id == 3, "the letter at the caret lights up"
    before = page.current.history.count()
    write(page, "xy")
    assert page.page.text == "ABXYCDE\nFGHIJ"
    assert editor(page).toPlainText() == page.page.text
    assert editor(page).textCursor().positionInBlock() == 4
    assert page.selected.id == 3, "and still does"
    new = [glyph for glyph in page.page.glyphs if glyph.id > 10]
    assert [(glyph.correction, glyph.predictions) for glyph in new] == [("X", ()), ("Y", ())]
    assert page.current.history.count() == before + 1, "a burst of typing is one step"
    assert undo_names(page, 1) == ["Type “XY”"]
    page.key(_Key.Key_Z, _CTRL, to=editor(page))
    assert page.page.text == editor(page).toPlainText() == "ABCDE\nFGHIJ"
    page.key(_Key.Key_Y, _CTRL, to=editor(page))
    assert page.page.text == editor(page).toPlainText() == "ABXYCDE\nFGHIJ"


def test_deleting_and_typing_anew_corrects_the_letter(page: Desk) -> None:
    caret(page, 1, 3)
    page.key(_Key.Key_Backspace, to=editor(page))
    assert page.page.text == "ABCDE\nFGIJ"
    write(page, "k")
    assert page.page.text == "ABCDE\nFGKIJ"
    assert page.page.glyph(8).correction == "K", "its box and its readings stayed"
    assert page.page.glyph(8).predictions
    assert undo_names(page, 1) == ["Set “K”"]
    page.key(_Key.Key_Delete, to=editor(page))
    assert page.page.text == "ABCDE\nFGKJ"
    assert 9 not in page.page


def test_each_burst_is_a_step_of_its_own(page: Desk) -> None:
    caret(page, 0, 5)
    write(page, "z")
    page.key(_Key.Key_Left, to=editor(page))
    page.key(_Key.Key_Left, to=editor(page))
    write(page, "w")
    assert page.page.text == "ABCDWEZ\nFGHIJ"
    assert undo_names(page, 2) == ["Type “W”", "Type “Z”"]


def test_spaces_and_breaks_part_words_and_rows(page: Desk) -> None:
    caret(page, 0, 2)
    write(page, " ")
    assert page.page.text == "AB CDE\nFGHIJ"
    page.key(_Key.Key_Return, to=editor(page))
    assert page.page.text == "AB\nCDE\nFGHIJ"
    assert [len(line.glyphs) for line in page.page.lines] == [2, 3, 5]
    page.key(_Key.Key_Backspace, to=editor(page))
    page.key(_Key.Key_Backspace, to=editor(page))
    assert page.page.text == "ABCDE\nFGHIJ"
    assert all(glyph.id <= 10 for glyph in page.page.glyphs), "no letter was lost or made"


def test_a_space_at_the_end_waits_for_the_next_word(page: Desk) -> None:
    caret(page, 0, 5)
    write(page, "  ")
    assert page.page.text == "ABCDE\nFGHIJ"
    assert editor(page).toPlainText() == "ABCDE  \nFGHIJ", "what is typed stays while typing"
    write(page, "x")
    assert page.page.text == "ABCDE X\nFGHIJ"
    page.click(7)
    assert editor(page).toPlainText() == "ABCDE X\nFGHIJ"
    assert page.selected.id == 7


def test_a_new_row_below_is_written(page: Desk) -> None:
    caret(page, 1, 5)
    page.key(_Key.Key_Return, to=editor(page))
    write(page, "kl")
    assert page.page.text == "ABCDE\nFGHIJ\nKL"
    rows = [line.box for line in page.page.lines]
    assert rows[2].top > rows[1].top, "boxes are guessed below the row before"


def test_a_step_ends_where_a_row_begins(page: Desk) -> None:
    caret(page, 1, 5)
    before = page.current.history.count()
    write(page, " now")
    page.key(_Key.Key_Return, to=editor(page))
    write(page, "new row")
    assert page.page.text == "ABCDE\nFGHIJ NOW\nNEW ROW"
    assert undo_names(page, 2) == ["Type “NEW ROW”", "Type “NOW”"]
    assert page.current.history.count() == before + 2
    page.key(_Key.Key_Z, _CTRL, to=editor(page))
    assert page.page.text == editor(page).toPlainText() == "ABCDE\nFGHIJ NOW"
    page.key(_Key.Key_Z, _CTRL, to=editor(page))
    assert page.page.text == editor(page).toPlainText() == "ABCDE\nFGHIJ"


def test_a_row_that_is_parted_while_typing_is_a_step_of_its_own(page: Desk) -> None:
    caret(page, 0, 2)
    write(page, "xy")
    page.key(_Key.Key_Return, to=editor(page))
    write(page, "kl")
    assert page.page.text == "ABXY\nKLCDE\nFGHIJ"
    assert undo_names(page, 3) == ["Type “KL”", "Part row", "Type “XY”"]


def test_pasting_replaces_what_is_marked(page: Desk) -> None:
    caret(page, 1, 0)
    QGuiApplication.clipboard().setText("q r")
    page.key(_Key.Key_End, _SHIFT, to=editor(page))
    page.key(_Key.Key_V, _CTRL, to=editor(page))
    assert page.page.text == "ABCDE\nQ R"
    page.key(_Key.Key_Z, _CTRL, to=editor(page))
    assert page.page.text == editor(page).toPlainText() == "ABCDE\nFGHIJ"


def test_steps_say_what_was_done_however_much_it_was(page: Desk) -> None:
    caret(page, 0, 0)
    QGuiApplication.clipboard().setText("the quick brown fox jumps\nover the lazy dog")
    page.key(_Key.Key_End, _SHIFT, to=editor(page))
    page.key(_Key.Key_V, _CTRL, to=editor(page))
    assert undo_names(page, 1) == ["Type “THE QUICK BROWN FOX JUMP…” for “ABCDE”"]
    page.key(_Key.Key_Home, _CTRL | _SHIFT, to=editor(page))
    page.key(_Key.Key_Delete, to=editor(page))
    assert page.page.text == "FGHIJ"
    assert undo_names(page, 1) == ["Delete “THE QUICK BROWN FOX JUMP…” from the text"]
    editor(page).left.emit()  # the empty row goes
    caret(page, 0, 3)
    for key, name in (
        (_Key.Key_Space, "Part words"),
        (_Key.Key_Backspace, "Join words"),
        (_Key.Key_Return, "Part row"),
        (_Key.Key_Backspace, "Join rows"),
    ):
        page.key(key, to=editor(page))
        editor(page).left.emit()  # a burst ends
        assert undo_names(page, 1) == [name]


def test_accents_and_signs_come_by_input_method(page: Desk) -> None:
    caret(page, 0, 1)
    for text in ("a\N{COMBINING DIAERESIS}", "€"):
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(editor(page), event)
    assert page.page.text == "AÄ€BCDE\nFGHIJ"


def test_a_letter_without_a_capital_of_its_own_stays_one(page: Desk) -> None:
    """ß would be SS: two letters for one box, which moves all that follow."""
    caret(page, 0, 1)
    event = QInputMethodEvent()
    event.setCommitString("ß")
    QApplication.sendEvent(editor(page), event)
    QGuiApplication.clipboard().setText("aß\N{LATIN SMALL LIGATURE FI}")
    page.key(_Key.Key_V, _CTRL, to=editor(page))
    assert page.page.text == "AßAß\N{LATIN SMALL LIGATURE FI}BCDE\nFGHIJ"
    page.click(6)
    page.type("ß")
    assert page.page.glyph(6).correction == "ß"


def test_of_a_pasted_text_only_what_cannot_be_a_letter_is_left_out(page: Desk) -> None:
    caret(page, 0, 1)
    QGuiApplication.clipboard().setText("x\N{ZERO WIDTH JOINER}y\nq\N{COMBINING TILDE}")
    page.key(_Key.Key_V, _CTRL, to=editor(page))
    assert page.page.text == editor(page).toPlainText() == "AXY\nQBCDE\nFGHIJ"
    told = "2 characters cannot be letters and were left out: U+200D, \u25cc\u0303 (U+0303)"
    assert [notice.words for notice in page.told] == [f"{told} All others were put in."]
    write(page, "z")
    assert page.told == []


def test_a_pasted_text_of_nothing_else_replaces_nothing(page: Desk) -> None:
    caret(page, 0, 0)
    page.key(_Key.Key_End, _SHIFT, to=editor(page))
    QGuiApplication.clipboard().setText("\N{ZERO WIDTH JOINER}")
    page.key(_Key.Key_V, _CTRL, to=editor(page))
    assert page.told[-1].text == "1 character cannot be a letter and was left out: U+200D"
    assert editor(page).toPlainText() == page.page.text == "ABCDE\nFGHIJ"


def test_a_selection_on_the_page_ends_typing(page: Desk) -> None:
    caret(page, 0, 0)
    write(page, "v")
    page.click(9)
    assert editor(page).textCursor().blockNumber() == 1
    assert page.selected.id == 9
    page.type("Z")
    assert page.page.glyph(9).correction == "Z"
    assert editor(page).toPlainText() == page.page.text


def test_a_text_that_was_deleted_whole_is_typed_anew(page: Desk) -> None:
    caret(page, 0, 0)
    boxes = [glyph.box for glyph in page.page.glyphs]
    page.key(_Key.Key_A, _CTRL, to=editor(page))
    page.key(_Key.Key_Delete, to=editor(page))
    page.settle()
    assert page.page.text == ""
    assert undo_names(page, 1) == ["Delete text"]
    assert editor(page).isVisible()
    assert editor(page).hasFocus()
    write(page, "kl")
    assert page.page.text == editor(page).toPlainText() == "KL"
    assert all(glyph.box.top <= boxes[0].bottom for glyph in page.page.glyphs)
    page.key(_Key.Key_Return, to=editor(page))
    write(page, "mn")
    assert page.page.text == editor(page).toPlainText() == "KL\nMN"
    assert not any("Nothing tells" in notice.text for notice in page.told)
    for _ in range(8):
        if page.page.text != "ABCDE\nFGHIJ":
            page.do("undo")
    assert page.page.text == editor(page).toPlainText() == "ABCDE\nFGHIJ"
    assert [glyph.box for glyph in page.page.glyphs] == boxes


def test_a_text_that_stays_deleted_makes_room_for_what_to_do(page: Desk) -> None:
    caret(page, 0, 0)
    page.key(_Key.Key_A, _CTRL, to=editor(page))
    page.key(_Key.Key_Backspace, to=editor(page))
    page.window.views.page.setFocus()
    page.settle()
    assert not editor(page).isVisible()
    page.do("undo")
    assert editor(page).isVisible()
    assert page.page.text == editor(page).toPlainText() == "ABCDE\nFGHIJ"
