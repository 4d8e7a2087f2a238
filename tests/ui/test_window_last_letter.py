"""At the end of a page: nothing typed replaces what was typed, and nothing is lost silently."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two rows of five letters, ids 1 to 10."""
    desk.open(make_page("two rows.png", "ABCDE", "FGHIJ"))
    return desk


def test_typing_past_the_last_letter_replaces_nothing_and_is_told(page: Desk) -> None:
    page.click(10)
    page.type("A")
    assert page.corrections == {10: "A"}
    assert page.window.session.selected_glyph is None
    assert page.told[-1].text == "That was the last letter of this page."
    assert not page.told[-1].action, "there is no other page"
    page.type("BC")
    assert page.corrections == {10: "A"}
    assert [notice.text for notice in page.told] == [
        "“C” was not entered, as no letter is selected."
    ]
    page.key(_Key.Key_Backtab)
    assert page.selected.id == 10
    assert page.told == []
    page.type("D")
    assert page.corrections == {10: "D"}


def test_enter_after_the_last_letter_does_not_begin_again(page: Desk) -> None:
    page.click(9)
    for _ in range(4):
        page.key(_Key.Key_Return)
    assert set(page.corrections) == {9, 10}
    assert page.window.session.selected_glyph is None
    assert "last letter" in page.told[-1].text
    page.key(_Key.Key_Left)  # back, as from behind the last letter
    assert page.selected.id == 10
    page.key(_Key.Key_Return)
    page.key(_Key.Key_Escape)  # the notice goes
    page.key(_Key.Key_Escape)
    page.key(_Key.Key_Return)
    assert page.selected.id == 1


def test_after_the_last_letter_the_next_page_is_one_click_away(
    page: Desk, make_page: PageMaker
) -> None:
    page.open(make_page("other.png", "XY"))
    page.do("previous_page")
    page.click(10)
    page.type("Z")
    notice = page.told[-1]
    assert notice.action == "Next Page"
    page.window.notice_bar.action_requested.emit(page.number_of(notice))
    page.settle()
    assert page.current.title == "other.png"
    assert page.selected.id == 1
    assert page.told == []
    page.type("XY")
    assert page.corrections == {1: "X", 2: "Y"}
    assert not page.told[-1].action
