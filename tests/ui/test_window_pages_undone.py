"""Moving pages, taking them out and putting them back are steps that undo takes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.test_window_pages import listed, order

pytestmark = pytest.mark.window

_CTRL = Qt.KeyboardModifier.ControlModifier


def _list(desk: Desk) -> QListView:
    found = desk.window.views.pages.findChild(QListView)
    assert found is not None
    return found


def _go_to_list(desk: Desk) -> None:
    _list(desk).setFocus()
    desk.settle()
    assert desk.window.focusWidget() is _list(desk)


def _name(desk: Desk, action_id: str) -> str:
    desk.settle()
    return desk.action(action_id).text().replace("&", "").partition("\t")[0]


def _edit(desk: Desk, character: str) -> None:
    """Correct the first letter of the page that is shown, with the keyboard on the page."""
    desk.window.views.page.setFocus()
    desk.click(desk.page.glyphs[0].id)
    desk.type(character)


def test_moves_are_undone_and_redone_one_by_one_in_the_list(three: Desk) -> None:
    _go_to_list(three)
    assert not three.action("undo").isEnabled()
    three.do("move_page_down")
    three.do("move_page_down")
    assert listed(three) == "bca"
    assert _name(three, "undo") == "Undo Move “a.png”"
    three.key(Qt.Key.Key_Z, _CTRL, to=_list(three))
    assert listed(three) == order(three) == "bac"
    three.do("undo")
    assert listed(three) == "abc"
    assert not three.action("undo").isEnabled()
    assert _name(three, "redo") == "Redo Move “a.png”"
    three.do("redo")
    three.do("redo")
    assert listed(three) == "bca"
    assert not three.action("redo").isEnabled()


def test_a_page_that_was_taken_out_comes_back_by_undo_and_goes_by_redo(three: Desk) -> None:
    _go_to_list(three)
    _list(three).setCurrentIndex(_list(three).model().index(1, 0))
    three.key(Qt.Key.Key_Delete, to=_list(three))
    assert listed(three) == "ac"
    assert _name(three, "undo") == "Undo Take Out “b.png”"
    three.do("undo")
    assert listed(three) == "abc"
    assert three.current.title == "b.png"
    assert not any(told.topic == "removed" for told in three.told)
    three.do("redo")
    assert listed(three) == "ac"
    three.do("put_back")
    assert listed(three) == "abc"
    assert _name(three, "undo") == "Undo Put Back “b.png”"
    three.do("undo")
    assert listed(three) == "ac"


def test_the_last_page_comes_back_by_undo_where_no_list_is_left(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AB"))
    desk.do("close_page")
    assert not desk.window.session.documents
    desk.do("undo")
    assert order(desk) == "a"
    assert desk.current.title == "a.png"


def test_on_the_page_undo_takes_back_a_move_only_where_it_was_the_last_change(
    three: Desk,
) -> None:
    before = three.page
    three.do("move_page_down")
    _edit(three, "Q")
    assert _name(three, "undo") == "Undo Set “Q”"
    three.do("undo")
    assert three.page == before
    assert listed(three) == "bac", "the move was before that"
    assert not three.action("undo").isEnabled()
    _go_to_list(three)
    assert _name(three, "undo") == "Undo Move “a.png”"
    three.window.views.page.setFocus()
    assert not three.action("undo").isEnabled()
    three.do("move_page_down")
    assert _name(three, "undo") == "Undo Move “a.png”"
    three.do("undo")
    assert listed(three) == "bac"
    assert not three.action("undo").isEnabled(), "of the list only the last thing done"
    three.do("redo")
    assert listed(three) == "bca"


def test_an_undone_move_finds_its_neighbour_among_other_pages(
    three: Desk, make_page: PageMaker
) -> None:
    _go_to_list(three)
    documents = three.window.session.documents
    three.window.session.show(documents[1])
    three.do("move_page_down")
    three.window._paging.take_out(documents[0], 0)
    three.open(make_page("d.png", "AB"))
    assert order(three) == "cbd"
    _go_to_list(three)
    three.do("undo")
    assert order(three) == "bcd"


def test_steps_of_pages_that_were_closed_for_good_are_forgotten(three: Desk) -> None:
    _go_to_list(three)
    three.do("move_page_down")
    three.window.session.close(three.current)
    three.settle()
    assert order(three) == "bc"
    assert not three.action("undo").isEnabled()
