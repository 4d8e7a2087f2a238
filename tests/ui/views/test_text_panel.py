"""The text is in step with the page, both ways, and copies stay plain."""

from dataclasses import replace
from itertools import count

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ocrdesk.page.elements import Line, Page, Word
from ocrdesk.ui.appearance import Appearance
from ocrdesk.ui.views.text_panel import TextPanel
from tests.ui.desk import wear
from tests.ui.views.conftest import glyph

Underline = QTextCharFormat.UnderlineStyle


@pytest.fixture
def panel(qtbot: QtBot, page: Page) -> TextPanel:
    widget = TextPanel()
    qtbot.addWidget(widget)
    widget.resize(320, 240)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.set_page(page)
    return widget


def put_caret(panel: TextPanel, row: int, column: int) -> None:
    panel._editor.setTextCursor(panel._editor.cursor_at(row, column))


def format_at(panel: TextPanel, row: int, column: int) -> QTextCharFormat:
    """The look of one letter, as the highlighter laid it out."""
    block = panel._editor.document().findBlockByNumber(row)
    found = QTextCharFormat()
    for part in block.layout().formats():
        if part.start <= column < part.start + part.length:
            found = QTextCharFormat(part.format)  # the layout owns the other
    return found


def test_rows_are_lines_of_text(panel: TextPanel, page: Page) -> None:
    assert panel._editor.toPlainText() == page.text == "HI YOU\nZK"
    assert panel._counts.text() == "7 letters in 2 rows, 1 to check"


def test_the_caret_selects_the_letter_after_it(qtbot: QtBot, panel: TextPanel) -> None:
    heard: list[int] = []
    panel.glyph_selected.connect(heard.append)
    for row, column in ((0, 1), (0, 2), (0, 6), (1, 0), (1, 2)):
        put_caret(panel, row, column)
    assert heard == [2, 3, 5, 6, 7]


def test_arrow_keys_go_from_letter_to_letter(panel: TextPanel) -> None:
    heard: list[int] = []
    panel.glyph_selected.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Home):
        QTest.keyClick(panel._editor, key)
    assert heard == [2, 3, 7, 6]


def test_a_click_selects_too(qtbot: QtBot, panel: TextPanel) -> None:
    area = panel._editor.cursorRect(panel._editor.cursor_at(1, 1))
    with qtbot.waitSignal(panel.glyph_selected) as heard:
        QTest.mouseClick(panel._editor.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert heard.args == [7]


def test_a_selection_from_outside_is_shown_and_says_nothing(panel: TextPanel) -> None:
    heard: list[int] = []
    panel.glyph_selected.connect(heard.append)
    panel.select(7)
    marks = panel._editor.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["", "K"]
    assert panel._editor.textCursor().blockNumber() == 1
    panel.select(None)
    assert panel._editor.extraSelections() == []
    assert heard == []


def test_selecting_text_to_copy_is_not_disturbed(panel: TextPanel) -> None:
    panel.glyph_selected.connect(panel.select)  # as the window does
    cursor = panel._editor.cursor_at(0, 0)
    panel._editor.setTextCursor(cursor)
    for _ in range(4):
        QTest.keyClick(panel._editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert panel._editor.textCursor().selectedText() == "HI Y"
    QTest.keyClick(panel._editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "HI Y"


def test_the_copy_button_takes_it_all(panel: TextPanel, page: Page) -> None:
    QTest.mouseClick(panel._copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == page.text


def test_typing_that_the_page_does_not_follow_is_taken_back(panel: TextPanel, page: Page) -> None:
    QTest.keyClicks(panel._editor, "abc")
    QTest.keyClick(panel._editor, Qt.Key.Key_Delete)
    assert panel._editor.toPlainText() == page.text


def test_doubt_and_confirmation_show_without_color(panel: TextPanel) -> None:
    assert format_at(panel, 0, 0).underlineStyle() == Underline.NoUnderline
    assert format_at(panel, 1, 0).underlineStyle() == Underline.WaveUnderline
    assert format_at(panel, 1, 1).fontWeight() == 700


def test_an_edit_keeps_the_caret_and_the_selection(panel: TextPanel, page: Page) -> None:
    heard: list[int] = []
    panel.select(7)
    panel.glyph_selected.connect(heard.append)
    first, confirmed = page.lines[1].glyphs
    row = Line((Word((replace(first, correction="2"), confirmed)),))
    panel.update_page(replace(page, lines=(page.lines[0], row)), frozenset({6}))
    assert panel._editor.toPlainText() == "HI YOU\n2K"
    assert panel._editor.textCursor().blockNumber() == 1
    assert panel._editor.textCursor().positionInBlock() == 1
    assert format_at(panel, 1, 0).fontWeight() == 700
    assert panel._editor.extraSelections()[1].cursor.selectedText() == "K"
    assert heard == []


def test_a_confirmation_changes_the_look_though_not_the_text(panel: TextPanel, page: Page) -> None:
    first, confirmed = page.lines[1].glyphs
    row = Line((Word((replace(first, correction="Z"), confirmed)),))
    panel.update_page(replace(page, lines=(page.lines[0], row)), frozenset({6}))
    assert format_at(panel, 1, 0).fontWeight() == 700


def test_rows_that_come_and_go(panel: TextPanel, page: Page) -> None:
    panel.select(7)
    panel.update_page(replace(page, lines=page.lines[:1]), frozenset({6, 7}))
    assert panel._editor.toPlainText() == "HI YOU"
    assert panel._selected is None


def test_any_rows_are_shown_with_their_marks_and_told_as_no_typing(panel: TextPanel) -> None:
    heard: list[str] = []
    panel.text_edited.connect(lambda text, _: heard.append(text))
    dice = np.random.default_rng(5)
    numbers = count(100)

    def line() -> Line:
        letters = ["ABC"[dice.integers(3)] for _ in range(dice.integers(1, 4))]
        return Line(
            (
                Word(
                    tuple(
                        glyph(next(numbers), 0, 0, c, dice.choice([0.99, 0.4]).item())
                        for c in letters
                    )
                ),
            )
        )

    known = [line() for _ in range(6)]
    for _ in range(60):
        known = [each for each in known if dice.random() < 0.8] or known[:1]
        known[(at := dice.integers(len(known) + 1)) : at] = [
            line() for _ in range(dice.integers(0, 3))
        ]
        shown = Page(400, 400, tuple(known))
        panel.update_page(shown, frozenset(g.id for g in shown.glyphs))
        assert panel._editor.toPlainText() == shown.text
        for row, each in enumerate(known):
            for column, letter in enumerate(each.glyphs):
                is_doubtful = letter.probability < 0.5
                underline = format_at(panel, row, column).underlineStyle()
                assert (underline == Underline.WaveUnderline) == is_doubtful
    assert not heard


def test_characters_beyond_the_basic_plane_keep_the_columns(panel: TextPanel) -> None:
    wide = (glyph(1, 0, 0, "A", correction="\N{MATHEMATICAL BOLD CAPITAL A}"), glyph(2, 50, 0, "B"))
    panel.set_page(Page(800, 600, (Line((Word(wide),)),)))
    panel.select(2)
    assert panel._editor.extraSelections()[1].cursor.selectedText() == "B"
    panel.select(1)
    assert panel._editor.textCursor().positionInBlock() == 0


def test_empty_states_say_what_is_the_matter(panel: TextPanel) -> None:
    panel.set_page(None)
    assert panel._nothing.isVisible()
    panel.set_page(Page(800, 600))
    assert panel._blank.isVisible()


def test_tab_leaves_the_text(panel: TextPanel) -> None:
    assert panel._editor.tabChangesFocus()


def test_the_face_can_be_switched(qtbot: QtBot, panel: TextPanel) -> None:
    fixed = panel._editor.font().family()
    with qtbot.waitSignal(panel.monospaced_changed) as heard:
        QTest.mouseClick(panel._monospaced, Qt.MouseButton.LeftButton)
    assert heard.args == [False]
    assert panel._editor.font().family() != fixed


def test_marks_follow_light_and_dark(panel: TextPanel, look: Appearance) -> None:
    colors = []
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        wear(look, scheme)
        colors.append(format_at(panel, 1, 0).foreground().color().name())
    wear(look, Qt.ColorScheme.Unknown)
    assert colors[0] != colors[1]


def test_a_selection_in_sight_does_not_scroll(panel: TextPanel, page: Page) -> None:
    rows = tuple(Line((Word((glyph(n, 100, 70 * n, "A"),)),)) for n in range(1, 60))
    panel.set_page(Page(800, 6000, rows))
    panel.select(50)
    scrolled = panel._editor.verticalScrollBar().value()
    assert scrolled > 0
    panel.select(49)
    assert panel._editor.verticalScrollBar().value() == scrolled
    assert panel._editor.textCursor().movePosition(QTextCursor.MoveOperation.Start)
