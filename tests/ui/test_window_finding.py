"""Ctrl+F finds a text on this page and the others, and shows the letters it stands in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def pages(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two pages that read "A B A B" and "B A A A", the first shown."""
    desk.open(make_page("one.png", "ABAB"), make_page("two.png", "BAAA"))
    for text, way in (("ABAB", "next_page"), ("BAAA", "previous_page")):
        desk.click(desk.page.glyphs[0].id)
        desk.type(text)
        desk.do(way)
        desk.settle()
    return desk


def field(desk: Desk) -> QLineEdit:
    """Ask for a text as a person does, and return the field."""
    QTest.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    focused = desk.window.focusWidget()
    assert isinstance(focused, QLineEdit)
    return focused


def said(edit: QLineEdit) -> str:
    """What the bar tells."""
    parent = edit.parentWidget()
    assert parent is not None
    return parent.findChildren(QLabel)[-1].text()


def chosen(desk: Desk) -> list[int]:
    """The places of the selected letters in reading order."""
    page = desk.page
    return [page.position(glyph.id) for glyph in desk.window.session.selected_glyphs]


def test_typing_shows_the_first_place_and_enter_goes_round(pages: Desk) -> None:
    pages.click(pages.page.glyphs[0].id)
    edit = field(pages)
    QTest.keyClicks(edit, "a b")
    assert chosen(pages) == [0, 1]
    assert said(edit) == "1 of 2 on this page"
    pages.key(Qt.Key.Key_Return, to=edit)
    assert chosen(pages) == [2, 3]
    pages.key(Qt.Key.Key_Return, to=edit)
    assert chosen(pages) == [0, 1]
    pages.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, to=edit)
    assert chosen(pages) == [2, 3]
    assert pages.window.focusWidget() is edit


def test_it_goes_on_to_other_pages_and_comes_back(pages: Desk) -> None:
    first, second = pages.window.session.documents
    edit = field(pages)
    QTest.keyClicks(edit, "b a")
    assert (chosen(pages), said(edit)) == ([1, 2], "1 of 1 on this page, 1 on others")
    QTest.keyClick(pages.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert pages.current is second
    assert (chosen(pages), said(edit)) == ([0, 1], "1 of 1 on this page, 1 on others")
    pages.key(Qt.Key.Key_Return, to=edit)
    assert pages.current is first
    edit.clear()
    QTest.keyClicks(edit, "a a")
    assert said(edit) == "1 on other pages"
    pages.key(Qt.Key.Key_Return, to=edit)
    assert (pages.current, chosen(pages)) == (second, [1, 2])


def test_what_is_not_there_is_told_and_what_was_found_before_is_left(pages: Desk) -> None:
    pages.click(pages.page.glyphs[1].id)
    edit = field(pages)
    QTest.keyClicks(edit, "b a")
    assert chosen(pages) == [1, 2]
    QTest.keyClicks(edit, "x")
    assert said(edit) == "Not found"
    assert chosen(pages) == []
    pages.key(Qt.Key.Key_Return, to=edit)
    assert chosen(pages) == []
    pages.key(Qt.Key.Key_Backspace, to=edit)
    assert len(chosen(pages)) == 2


def test_what_a_person_selected_stays_where_nothing_is_found(pages: Desk) -> None:
    pages.click(pages.page.glyphs[1].id)
    edit = field(pages)
    QTest.keyClicks(edit, "x")
    assert said(edit) == "Not found"
    assert chosen(pages) == [1]


def test_what_stands_on_other_pages_only_leaves_nothing_selected_here(pages: Desk) -> None:
    edit = field(pages)
    QTest.keyClicks(edit, "a a")
    assert said(edit) == "1 on other pages"
    assert chosen(pages) == []


def test_corrections_are_counted_at_once(pages: Desk) -> None:
    edit = field(pages)
    QTest.keyClicks(edit, "a")
    assert said(edit).startswith("1 of 2 on this page") or said(edit).startswith("2 of 2")
    pages.click(pages.page.glyphs[0].id)
    pages.type("Q")
    assert said(edit).endswith("1 on this page, 3 on others")


def test_escape_closes_and_the_text_is_asked_again(pages: Desk) -> None:
    edit = field(pages)
    QTest.keyClicks(edit, "a b")
    pages.key(Qt.Key.Key_Escape, to=edit)
    assert not edit.isVisible()
    assert pages.window.views.page.hasFocus()
    again = field(pages)
    assert again is edit
    assert again.selectedText() == "a b"


def test_a_hidden_text_panel_opens_for_it(pages: Desk) -> None:
    pages.do("panel_text")
    assert not pages.window.docks["text"].isVisible()
    assert field(pages).isVisible()
    assert pages.window.docks["text"].isVisible()
