"""Thousands of letters edited at once: their text follows in a turn of its own, and all of it."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from ocrdesk.page.document import PageDocument
from ocrdesk.ui.views.image_pyramid import build_pyramid
from ocrdesk.ui.views.text_highlighter import TextHighlighter
from tests.page.even_page import even_page
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_ROWS, _COLUMNS = 20, 30


@pytest.fixture
def page(desk: Desk) -> Desk:
    """A person in front of 600 letters that nobody confirmed, the first one selected."""
    letters = even_page(_ROWS, _COLUMNS, letter=(30, 40), pitch=(40, 60), size=(1400, 1400))
    pixels = np.full((1400, 1400), 250, np.uint8)
    pixels.flags.writeable = False
    session = desk.window.session
    opened = session.open(PageDocument("many.png", pixels=pixels))
    session.update(opened, opened.document, pyramid=build_pyramid(pixels))
    session.show(opened)
    desk.window.reading.stop()
    session.update(opened, opened.document.with_page(letters))
    session.select(1)
    desk.settle()
    desk.window.views.page.setFocus()
    return desk


def editor(desk: Desk) -> QPlainTextEdit:
    return desk.window.views.text._editor


def test_the_text_of_many_letters_follows_in_a_turn_of_its_own(page: Desk) -> None:
    """One key on 3,000 letters held the window up for 152 ms with it, and 85 without."""
    text = editor(page).toPlainText()
    page.key(_Key.Key_A, _CTRL)
    page.key(_Key.Key_Q)
    assert len(page.corrections) == _ROWS * _COLUMNS
    assert editor(page).toPlainText() == text, "it is not drawn in the turn of the key"
    assert editor(page).isReadOnly(), "typing into a text of before would undo the edit"
    page.settle()
    assert editor(page).toPlainText() == "\n".join(["Q" * _COLUMNS] * _ROWS)
    assert not editor(page).isReadOnly()
    assert len(editor(page).extraSelections()) == _ROWS + 2, "all are marked, and the current one"
    page.key(_Key.Key_Z, _CTRL)
    page.settle()
    assert editor(page).toPlainText() == text


def test_the_text_of_a_page_that_came_waits_until_its_letters_are_painted(page: Desk) -> None:
    """All in one turn held the window up for 28 ms where 3,000 letters came, now for 15."""
    session, opened = page.window.session, page.current
    other = even_page(3, 4, letter=(30, 40), pitch=(40, 60), size=(1400, 1400))
    text = editor(page).toPlainText()
    session.update(opened, opened.document.with_page(other))
    QApplication.processEvents()
    assert page.window.views.page.page is other
    assert editor(page).toPlainText() == text, "the first turn is for what is painted"
    page.settle()
    assert editor(page).toPlainText() == other.text


def test_marks_of_a_row_are_set_by_stretches(page: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each letter by itself took half the time of the text of a page that came."""
    page.click(35)
    page.type("QRS")
    set_format, stretches = TextHighlighter.setFormat, list[tuple[int, int]]()

    def counted(self: TextHighlighter, start: int, count: int, style: QTextCharFormat) -> None:
        stretches.append((start, count))
        set_format(self, start, count, style)

    monkeypatch.setattr(TextHighlighter, "setFormat", counted)
    page.window.views.text._highlighter.refresh(1)
    assert stretches == [(4, 3)]


def test_the_text_marks_many_letters_in_a_turn_of_its_own(page: Desk) -> None:
    """To select 3,000 letters held the window up for 54 ms with it, and 28 without."""
    page.key(_Key.Key_A, _CTRL)
    assert len(page.window.views.page.selected) == _ROWS * _COLUMNS
    assert len(editor(page).extraSelections()) == 2, "the letter that was selected, and its row"
    page.settle()
    assert len(editor(page).extraSelections()) == _ROWS + 2
    page.key(_Key.Key_A, _CTRL)
    page.click(3)
    page.settle()
    assert len(editor(page).extraSelections()) == 2, "what is selected by then counts"


def test_an_edit_that_comes_before_the_text_has_followed_is_in_it(page: Desk) -> None:
    page.key(_Key.Key_A, _CTRL)
    page.key(_Key.Key_Q)
    page.window.session.select(2)
    page.key(_Key.Key_X)
    page.settle()
    assert editor(page).toPlainText().startswith("QX" + "Q" * (_COLUMNS - 2) + "\n")
    assert page.window.views.text._selected == page.selected.id


def test_where_the_keyboard_is_in_the_text_it_follows_at_once(page: Desk) -> None:
    page.key(_Key.Key_A, _CTRL)
    page.key(_Key.Key_Q)
    page.settle()
    editor(page).setFocus()
    page.window.actions_by_id["undo"].trigger()
    assert editor(page).toPlainText() == "\n".join(["A" * _COLUMNS] * _ROWS)
    assert not editor(page).isReadOnly()
