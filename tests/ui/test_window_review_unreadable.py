"""In a review Del removes boxes, and what cannot be read is asked for, not confirmed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ocrdesk.page.elements import UNREADABLE
from tests.ui.asked import panel, press, question, said
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.drawings_open import open_drawings

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, tmp_path: Path) -> Desk:
    """A person who is asked about a drawing among words, read by a shipped model."""
    open_drawings(desk, tmp_path)
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    for _ in desk.window.reviewing.queue:
        desk.do("next_doubtful")
        desk.settle()
        if question(desk).asks_character:
            return desk
    raise AssertionError("the drawings should be asked about")


def test_enter_asks_for_the_character_of_what_cannot_be_read(page: Desk) -> None:
    before, key = page.page, question(page).key
    assert "Enter confirms" not in said(page)
    press(page, Qt.Key.Key_Return)
    assert "Type what it is." in said(page)
    assert "Nothing is confirmed yet, as there is no reading." in said(page)
    assert page.page == before, "nothing is kept as if it were a character"
    assert question(page).key == key
    (asked,) = [one.place.glyph_id for one in question(page).letters]
    press(page, Qt.Key.Key_Q)
    assert page.corrections == {asked: "Q"}
    assert page.selected.id != asked, "the review goes on"


def test_the_button_asks_for_the_character_too(page: Desk) -> None:
    before = page.page
    buttons = panel(page).findChildren(QPushButton)
    (asking,) = [b for b in buttons if b.isVisible() and b.text().startswith("Type It…")]
    page.click_in(asking, asking.rect().center())
    page.settle()
    assert "Type what it is." in said(page)
    assert page.page == before
    press(page, Qt.Key.Key_R)
    assert list(page.corrections.values()) == ["R"]


def test_del_removes_the_box_and_undo_brings_the_question_back(page: Desk) -> None:
    before, key = page.page, question(page).key
    (asked,) = [one.place.glyph_id for one in question(page).letters]
    press(page, Qt.Key.Key_Delete)
    assert asked not in page.page
    assert len(page.page.glyphs) == len(before.glyphs) - 1
    assert page.action("undo").text().startswith(f"&Undo Delete “{UNREADABLE}”")
    page.do("undo")
    assert page.page == before
    page.wait_until(lambda: panel(page).question is not None and question(page).key == key)


def test_an_undone_last_answer_shows_where_the_keys_go(page: Desk) -> None:
    """The question came back without the ring around its letter: who types, wants to see it."""
    while (question := panel(page).question) is not None:
        press(page, Qt.Key.Key_Delete if question.asks_character else Qt.Key.Key_Return)
    assert not page.window.reviewing.queue
    page.do("undo")
    page.wait_until(lambda: panel(page).question is not None)
    assert page.window.focusWidget() is panel(page).grid


def test_del_removes_all_letters_of_a_question_but_those_left_out(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    for _ in desk.window.reviewing.queue:
        desk.do("next_doubtful")
        desk.settle()
        if len({cell.place.page for cell in question(desk).letters}) > 1:
            break
    grid = panel(desk).grid
    assert "Del removes them" in said(desk)
    cells = grid.cells
    desk.click_in(grid.viewport(), grid.visualRect(grid.model().index(1, 0)).center())
    pages = [opened.page for opened in desk.window.session.documents]
    press(desk, Qt.Key.Key_Delete)
    documents = desk.window.session.documents
    for place, cell in enumerate(cells):
        left = documents[cell.place.page].page
        assert left is not None
        assert (cell.place.glyph_id in left) == (place == 1)
    told = desk.window.reviewing._answers.given.told(desk.window.reviewing._desk.pages())
    assert told.startswith(f"{len(cells) - 1} letters deleted.")
    notice = desk.told[-1]
    assert notice.text == f"Deleted {len(cells) - 1} letters on 2 pages."
    assert notice.on_action is not None
    desk.window.notice_bar.action_requested.emit(desk.number_of(notice))
    assert [opened.page for opened in documents] == pages


def test_del_in_a_random_check_counts_the_letter_as_wrong(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "ABABAB"))
    desk.do("check_random")
    desk.settle()
    drawn = question(desk).letters[0].place.glyph_id
    press(desk, Qt.Key.Key_Delete)
    assert drawn not in desk.page
    desk.wait_until(lambda: "checked, 1 wrong" in said(desk))


def test_a_letter_that_is_asked_about_alone_is_not_left_out(page: Desk) -> None:
    """The space bar crossed it out, and Enter and characters did nothing any more."""
    (cell,) = question(page).letters
    assert "F3 skips it." in said(page)
    grid = panel(page).grid
    press(page, Qt.Key.Key_Space)
    assert grid.chosen == (cell,)
    page.click_in(grid.viewport(), grid.visualRect(grid.model().index(0, 0)).center())
    assert grid.chosen == (cell,)
    press(page, Qt.Key.Key_Q)
    assert page.corrections == {cell.place.glyph_id: "Q"}
