"""What the review says where it has no question, asked or not."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.asked import said
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A window with a page that has questions, the first of them asked."""
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"))
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    desk.do("next_doubtful")
    desk.settle()
    return desk


def confirm_the_rest(desk: Desk) -> None:
    desk.do("select_all")
    desk.do("confirm")
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    assert not desk.window.reviewing.queue


def test_a_review_in_which_nothing_was_answered_is_not_called_done(page: Desk) -> None:
    confirm_the_rest(page)
    assert "Nothing to review" in said(page)
    assert "answered" not in said(page)


def test_an_answer_that_was_undone_is_not_told(page: Desk) -> None:
    page.key(Qt.Key.Key_Return, to=page.window.focusWidget())
    page.settle()
    page.do("undo")
    page.do("select_all")
    page.do("delete")
    page.wait_until(lambda: page.window.reviewing.is_settled)
    assert "Nothing to review" in said(page)
