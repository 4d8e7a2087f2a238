"""Answers that change pages nobody sees: told before and after, and undone as far as they can."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.views.review_panel import Question
from tests.ui.answering import answer
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def alike(desk: Desk, make_page: PageMaker) -> Desk:
    """Three pages with letters that are exactly alike; a question about all of them is asked."""
    rows = {"a.png": ("ABABAB", "EFGEFG"), "b.png": ("ABEFAB",), "c.png": ("BAFEBA",)}
    desk.open(*(make_page(name, *own) for name, own in rows.items()))
    desk.window.session.show(_pages(desk)[0])
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    _ask_about(desk, 3)
    return desk


def _ask_about(desk: Desk, pages: int) -> None:
    """Go to the question about letters on so many pages."""
    for _ in desk.window.reviewing.queue:
        desk.do("next_doubtful")
        desk.settle()
        if len({cell.place.page for cell in _question(desk).letters}) == pages:
            return
    raise AssertionError("letters that are exactly alike should be asked about together")


def _pages(desk: Desk) -> Sequence[OpenDocument]:
    return desk.window.session.documents


def _heading(desk: Desk) -> str:
    return _question(desk).heading.replace("\xa0", " ")


def _question(desk: Desk) -> Question:
    asked = desk.window.views.review.question
    assert asked is not None
    return asked


def _answer(desk: Desk, key: Qt.Key) -> None:
    """Press a key where the keyboard is, which has to be in the panel."""
    focus = desk.window.focusWidget()
    assert focus is not None
    assert desk.window.views.review.isAncestorOf(focus)
    desk.key(key, to=focus)
    desk.settle()


def _leave_out(desk: Desk, *pages: int) -> int:
    """Click the letters of some pages, so that they are left out; return how many are left."""
    grid = desk.window.views.review.grid
    for row, cell in enumerate(grid.cells):
        if cell.place.page in pages:
            desk.click_in(grid.viewport(), grid.visualRect(grid.model().index(row, 0)).center())
    assert not {cell.place.page for cell in grid.chosen} & {*pages}
    return len(grid.chosen)


def _press(desk: Desk, name: str) -> None:
    (button,) = [b for b in desk.window.notice_bar.findChildren(QPushButton) if b.text() == name]
    desk.click_in(button, button.rect().center())
    desk.settle()


def _confirmed(desk: Desk) -> list[int]:
    return [opened.tally.confirmed for opened in _pages(desk)]


def test_a_question_says_how_many_letters_are_out_of_sight(alike: Desk) -> None:
    letters = _question(alike).letters
    out_of_sight = sum(cell.place.page != 0 for cell in letters)
    assert 0 < out_of_sight < len(letters)
    heading = f"{len(letters)} letters alike · a.png, {out_of_sight} on other pages"
    assert _heading(alike).endswith(heading)
    alike.window.session.show(_pages(alike)[1])
    alike.settle()
    asked = _question(alike)
    assert len({cell.place.page for cell in asked.letters}) == 3
    out_of_sight = sum(cell.place.page != 1 for cell in asked.letters)
    assert _heading(alike).endswith(f" · b.png, {out_of_sight} on other pages"), "of any page shown"
    alike.do("close_page")
    alike.wait_until(lambda: alike.window.reviewing.is_settled)
    _ask_about(alike, 2)
    alike.window.session.show(_pages(alike)[0])
    alike.settle()
    out_of_sight = sum(cell.place.page != 0 for cell in _question(alike).letters)
    assert _heading(alike).endswith(f" · a.png, {out_of_sight} on another page")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Q])
def test_one_page_that_is_not_shown_is_told_and_undone(alike: Desk, key: Qt.Key) -> None:
    count = _leave_out(alike, 0, 2)
    assert count
    _answer(alike, key)
    assert _confirmed(alike) == [0, count, 0]
    told = f"Set {count} letters on “b.png” to “Q”."
    notice = alike.told_of("group")
    assert notice.text == (
        told if key == Qt.Key.Key_Q else f"Confirmed {count} letters on “b.png”."
    )
    assert notice.advice == "Ctrl+Z undoes it only while that page is shown."
    _press(alike, "Undo")
    assert _confirmed(alike) == [0, 0, 0]
    assert not alike.told


def test_the_page_that_is_shown_needs_no_notice(alike: Desk) -> None:
    count = _leave_out(alike, 1, 2)
    _answer(alike, Qt.Key.Key_Return)
    assert _confirmed(alike) == [count, 0, 0]
    assert not alike.told


def test_undo_goes_back_on_the_page_that_is_shown(alike: Desk) -> None:
    _answer(alike, Qt.Key.Key_Q)
    before = _confirmed(alike)
    assert all(before)
    advice = alike.told_of("group").advice
    assert advice == "Ctrl+Z undoes it on the page that is shown; the others stay."
    alike.window.session.show(_pages(alike)[0])
    alike.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    alike.settle()
    assert _confirmed(alike) == [0, *before[1:]], "as the notice said"
    _press(alike, "Undo All")
    assert _confirmed(alike) == [0, 0, 0]
    assert not alike.told, "no page was left, though one had been undone before"


def test_undo_all_says_which_pages_it_left_and_why(alike: Desk) -> None:
    _answer(alike, Qt.Key.Key_Q)
    before = _confirmed(alike)
    alike.window.session.show(_pages(alike)[1])
    alike.settle()
    alike.click(alike.page.glyphs[0].id)
    alike.type("7")
    _press(alike, "Undo All")
    first, second, third = _confirmed(alike)
    assert (first, third) == (0, 0)
    assert second >= before[1]
    notice = alike.told_of("group")
    assert notice.text == "1 page was edited since and stays as it is."
    assert notice.advice == "Go back step by step there with Ctrl+Z: b.png"
    assert not notice.action
    while alike.action("undo").isEnabled():
        alike.do("undo")
    assert _confirmed(alike) == [0, 0, 0]


def test_undo_all_tells_of_pages_that_were_taken_out(alike: Desk) -> None:
    _answer(alike, Qt.Key.Key_Q)
    for place, text in ((1, "7"), (2, "8")):
        alike.window.session.show(_pages(alike)[place])
        alike.settle()
        alike.click(alike.page.glyphs[0].id)
        alike.type(text)
    alike.do("close_page")
    answer(alike, "Discard")
    alike.settle()
    _press(alike, "Undo All")
    assert alike.told_of("group").text == (
        "1 page was edited since and stays as it is. 1 page was taken out and stays as it is."
    )
    alike.do("put_back")
    alike.settle()
    assert all(_confirmed(alike)[1:])
