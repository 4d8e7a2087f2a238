"""A screen reader finds every letter of the page, with its doubt, its row and its place."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from ocrdesk.ui.views.certainty import spoken
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def reader() -> Iterator[None]:
    """A screen reader that listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, reader: None) -> list[int]:
    """The places of the letters that the reader's focus went to."""
    places: list[int] = []

    def note(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            places.append(event.child())
        tell(event)

    tell = QAccessible.updateAccessibility
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    return places


def _page(desk: Desk) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(desk.window.views.page)


def _name(letter: QAccessibleInterface) -> str:
    return letter.text(QAccessible.Text.Name)


def _screen(widget: QWidget) -> QRect:
    return widget.rect().translated(widget.mapToGlobal(widget.rect().topLeft()))


def test_letters_are_the_items_of_a_list(desk: Desk, make_page: PageMaker, reader: None) -> None:
    before = _page(desk)
    assert (before.role(), before.childCount()) == (QAccessible.Role.List, 0)
    desk.open(make_page("two.png", "ABC", "DE"))
    page = _page(desk)
    assert page.childCount() == 5
    assert page.text(QAccessible.Text.Name) == "Page"
    view = _screen(desk.window.views.page)
    for place, glyph in enumerate(desk.page.glyphs):
        letter = page.child(place)
        assert letter.role() == QAccessible.Role.ListItem
        assert _name(letter) == spoken(glyph)
        row = 1 if place < 3 else 2
        assert letter.text(QAccessible.Text.Description).startswith(f"Row {row}.")
        assert view.contains(letter.rect())
        assert page.indexOfChild(letter) == place
        middle = letter.rect().center()
        assert page.childAt(middle.x(), middle.y()) is letter


def test_the_parents_lead_to_the_window(desk: Desk, make_page: PageMaker, reader: None) -> None:
    desk.open(make_page("one.png", "AB"))
    thing = _page(desk).child(0)
    for _ in range(20):
        if thing.object() is desk.window:
            break
        thing = thing.parent()
    assert thing.object() is desk.window


def test_focus_and_selection_follow_the_keys(
    desk: Desk, make_page: PageMaker, told: list[int]
) -> None:
    desk.open(make_page("one.png", "ABC"))
    desk.click(desk.page.glyphs[0].id)
    desk.key(Qt.Key.Key_Right)
    page = _page(desk)
    assert told == [0, 1]
    assert page.focusChild() is page.child(1)
    states = [page.child(place).state() for place in range(3)]
    assert [state.focused for state in states] == [0, 1, 0]
    assert [state.selected for state in states] == [0, 1, 0]
    desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [page.child(place).state().selected for place in range(3)] == [1, 1, 1]


def test_edits_are_told_and_what_is_gone_is_gone(
    desk: Desk, make_page: PageMaker, reader: None
) -> None:
    desk.open(make_page("one.png", "ABC"))
    page = _page(desk)
    first = page.child(0)
    desk.click(desk.page.glyphs[0].id)
    desk.type("Z")
    assert _name(first) == "Z, confirmed"
    desk.click(desk.page.glyphs[0].id)
    desk.key(Qt.Key.Key_Delete)
    assert page.childCount() == 2
    assert not first.isValid()
    assert (_name(first), first.rect().isNull(), page.indexOfChild(first)) == ("", True, -1)
    assert [_name(page.child(place)) for place in range(2)] == [
        spoken(glyph) for glyph in desk.page.glyphs
    ]


def test_windows_come_and_go_while_a_reader_looks(
    open_desk: Callable[[], Desk], make_page: PageMaker, reader: None
) -> None:
    path = make_page("one.png", "ABCDEF", "GHIJKL")
    for _ in range(2):
        desk = open_desk()
        desk.open(path)
        page = _page(desk)
        for _ in range(50):
            assert all(_name(page.child(place)) for place in range(page.childCount()))
            gc.collect(0)
        desk.do("close_page")
        assert page.childCount() == 0
