"""The menus of a letter and of the paper, by mouse and by key, and readings taken by digit."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from ocrdesk.ui.views.certainty import readings
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two rows of five letters, ids 1 to 10."""
    desk.open(make_page("two rows.png", "ABCDE", "FGHIJ"))
    return desk


def ask(desk: Desk, x: float, y: float) -> QMenu:
    """Click with the right button on a place of the page; return the menu that comes."""
    viewport = desk.window.views.page.viewport()
    place = desk.at(x, y)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entry(menu: QMenu, text: str) -> QAction:
    return next(a for a in menu.actions() if text in a.text().replace("&", ""))


def test_a_letter_offers_what_it_may_be(page: Desk) -> None:
    page.click(1)
    menu = ask(page, *page.page.glyph(3).box.center)
    assert page.selected.id == 3
    second = readings(page.selected)[1]
    assert menu.actions()[1].text().startswith(second.character)
    assert "%" in menu.actions()[1].text()
    menu.actions()[1].trigger()
    menu.close()
    assert page.page.glyph(3).correction == second.character
    assert page.selected.id == 4, "one goes on as if it had been typed"


def test_digits_with_alt_take_readings(page: Desk) -> None:
    page.click(5)
    third = readings(page.selected)[2].character
    page.key(_Key.Key_3, _ALT)
    assert page.page.glyph(5).correction == third
    page.key(_Key.Key_1, _ALT)
    assert page.page.glyph(6).correction == readings(page.page.glyph(6))[0].character


def test_a_menu_about_several_letters_keeps_them_selected(page: Desk) -> None:
    page.click(2)
    page.key(_Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    menu = ask(page, *page.page.glyph(3).box.center)
    assert entry(menu, "Merge").text().startswith("&Merge 2")
    entry(menu, "Delete").trigger()
    menu.close()
    assert {2, 3}.isdisjoint(glyph.id for glyph in page.page.glyphs)


def test_letters_move_to_a_row_that_is_named(page: Desk) -> None:
    menu = ask(page, *page.page.glyph(10).box.center)
    rows = entry(menu, "Move to Row").menu()
    assert isinstance(rows, QMenu)
    first, second = rows.actions()
    assert first.text().startswith("1  ")
    assert not second.isEnabled()
    first.trigger()
    menu.close()
    assert 10 in {glyph.id for glyph in page.page.lines[0].glyphs}


def test_bare_paper_offers_a_letter_there(page: Desk) -> None:
    menu = ask(page, 350, 230)
    entry(menu, "Add Letter Here").trigger()
    menu.close()
    assert page.selected.id == 11
    assert page.selected.box.contains(350, 230)


def test_the_menu_key_reaches_it_all(page: Desk) -> None:
    page.click(4)
    view = page.window.views.page
    asked: list[QPoint] = []
    view.menu_requested.connect(lambda at, *_: asked.append(at))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    rect = view.viewportTransform().mapRect(view.layers.selection.rect)
    corner = view.viewport().mapFromGlobal(asked[0])
    assert (QPointF(corner) - rect.bottomLeft()).manhattanLength() < 3, "below the letter"
    page.key(_Key.Key_Down, to=menu)
    page.key(_Key.Key_Return, to=menu)
    assert page.page.glyph(4).correction == readings(page.page.glyph(4))[0].character
