"""In a review Del removes boxes, and what cannot be read is asked for, not confirmed."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ocrdesk import paths
from ocrdesk.page.elements import UNREADABLE
from ocrdesk.services.model_store import DEFAULT_MODEL
from ocrdesk.ui.views.review_panel import Question, ReviewPanel
from tests.services.drawings import KNOT, with_drawings, written
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, tmp_path: Path) -> Desk:
    """A person who is asked about a drawing among words, read by a shipped model."""
    (paths.user_models_folder() / f"{DEFAULT_MODEL}.npz").unlink()
    image, _ = with_drawings(written(["MAKE TEA Q NOW", "CALL MOM J"]), {"Q": KNOT, "J": KNOT})
    path = tmp_path / "drawings.png"
    Image.fromarray(image.pixels).save(path, compress_level=1)
    desk.open(path)
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    for _ in desk.window.reviewing.queue:
        desk.do("next_doubtful")
        desk.settle()
        if _asked(desk).asks_character:
            return desk
    raise AssertionError("the drawings should be asked about")


def _panel(desk: Desk) -> ReviewPanel:
    return desk.window.views.review


def _asked(desk: Desk) -> Question:
    question = _panel(desk).question
    assert question is not None
    return question


def _said(desk: Desk) -> str:
    labels = _panel(desk).findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible()).replace("\xa0", " ")


def _press(desk: Desk, key: Qt.Key) -> None:
    """Press a key where the keyboard is, which has to be in the panel."""
    focus = desk.window.focusWidget()
    assert focus is not None
    assert focus is _panel(desk) or _panel(desk).isAncestorOf(focus)
    desk.key(key, to=focus)
    desk.settle()


def test_enter_asks_for_the_character_of_what_cannot_be_read(page: Desk) -> None:
    before, key = page.page, _asked(page).key
    assert "Enter confirms" not in _said(page)
    _press(page, Qt.Key.Key_Return)
    assert "Type what it is." in _said(page)
    assert "Nothing is confirmed yet, as there is no reading." in _said(page)
    assert page.page == before, "nothing is kept as if it were a character"
    assert _asked(page).key == key
    (asked,) = [one.place.glyph_id for one in _asked(page).letters]
    _press(page, Qt.Key.Key_Q)
    assert page.corrections == {asked: "Q"}
    assert page.selected.id != asked, "the review goes on"


def test_the_button_asks_for_the_character_too(page: Desk) -> None:
    before = page.page
    buttons = _panel(page).findChildren(QPushButton)
    (asking,) = [b for b in buttons if b.isVisible() and b.text().startswith("Type It…")]
    page.click_in(asking, asking.rect().center())
    page.settle()
    assert "Type what it is." in _said(page)
    assert page.page == before
    _press(page, Qt.Key.Key_R)
    assert list(page.corrections.values()) == ["R"]


def test_del_removes_the_box_and_undo_brings_the_question_back(page: Desk) -> None:
    before, key = page.page, _asked(page).key
    (asked,) = [one.place.glyph_id for one in _asked(page).letters]
    _press(page, Qt.Key.Key_Delete)
    assert asked not in page.page
    assert len(page.page.glyphs) == len(before.glyphs) - 1
    assert page.action("undo").text().startswith(f"&Undo Delete “{UNREADABLE}”")
    page.do("undo")
    assert page.page == before
    page.wait_until(lambda: _panel(page).question is not None and _asked(page).key == key)


def test_an_undone_last_answer_shows_where_the_keys_go(page: Desk) -> None:
    """The question came back without the ring around its letter: who types, wants to see it."""
    while (question := _panel(page).question) is not None:
        _press(page, Qt.Key.Key_Delete if question.asks_character else Qt.Key.Key_Return)
    assert not page.window.reviewing.queue
    page.do("undo")
    page.wait_until(lambda: _panel(page).question is not None)
    assert page.window.focusWidget() is _panel(page).grid


def test_del_removes_all_letters_of_a_question_but_those_left_out(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    for _ in desk.window.reviewing.queue:
        desk.do("next_doubtful")
        desk.settle()
        if len({cell.place.page for cell in _asked(desk).letters}) > 1:
            break
    grid = _panel(desk).grid
    assert "Del removes them" in _said(desk)
    cells = grid.cells
    desk.click_in(grid.viewport(), grid.visualRect(grid.model().index(1, 0)).center())
    pages = [opened.page for opened in desk.window.session.documents]
    _press(desk, Qt.Key.Key_Delete)
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
    drawn = _asked(desk).letters[0].place.glyph_id
    _press(desk, Qt.Key.Key_Delete)
    assert drawn not in desk.page
    desk.wait_until(lambda: "checked, 1 wrong" in _said(desk))


def test_a_letter_that_is_asked_about_alone_is_not_left_out(page: Desk) -> None:
    """The space bar crossed it out, and Enter and characters did nothing any more."""
    (cell,) = _asked(page).letters
    assert "F3 skips it." in _said(page)
    grid = _panel(page).grid
    _press(page, Qt.Key.Key_Space)
    assert grid.chosen == (cell,)
    page.click_in(grid.viewport(), grid.visualRect(grid.model().index(0, 0)).center())
    assert grid.chosen == (cell,)
    _press(page, Qt.Key.Key_Q)
    assert page.corrections == {cell.place.glyph_id: "Q"}
