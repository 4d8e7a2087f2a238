"""The contact sheet: all letters of a character, outliers last, relabelled together."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from ocrdesk.page.elements import UNREADABLE, Glyph
from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.controllers.letter_pictures import cut
from ocrdesk.ui.views.contact_sheet_dialog import ContactSheetDialog
from ocrdesk.ui.views.image_pyramid import build_pyramid
from ocrdesk.ui.views.letter_grid import LetterCell, LetterGrid
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.drawings_open import open_drawings
from tests.ui.views.conftest import glyph

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A window with two pages; the first letter of the first one is selected."""
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    assert desk.window.reviewing.queue
    desk.click(desk.page.glyphs[0].id)
    return desk


def _sheet(desk: Desk) -> ContactSheetDialog:
    found = desk.window.findChild(ContactSheetDialog)
    assert isinstance(found, ContactSheetDialog)
    return found


def _glyph(desk: Desk, place: LetterPlace) -> Glyph:
    page = desk.window.session.documents[place.page].page
    assert page is not None
    return page.glyph(place.glyph_id)


def _choose(desk: Desk, *rows: int) -> None:
    """Click letters, all but the first with Ctrl held."""
    grid = _sheet(desk).grid
    for number, row in enumerate(rows):
        held = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        at = grid.visualRect(grid.model().index(row, 0)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, held, at)


def test_it_shows_every_letter_of_the_selected_ones_character(page: Desk) -> None:
    character = page.selected.character
    page.do("contact_sheet")
    sheet = _sheet(page)
    assert sheet.isVisible()
    assert sheet.character == character
    places = {cell.place for cell in sheet.grid.cells}
    expected = {
        LetterPlace(number, g.id)
        for number, opened in enumerate(page.window.session.documents)
        if opened.page is not None
        for g in opened.page.glyphs
        if g.character == character
    }
    assert places == expected
    assert len({place.page for place in places}) == 2


def test_several_are_relabelled_by_one_key_and_leave_the_sheet(page: Desk) -> None:
    page.do("contact_sheet")
    grid = _sheet(page).grid
    cells = grid.cells
    _choose(page, 0, 2)
    page.key(Qt.Key.Key_7, to=grid)
    assert [_glyph(page, cells[row].place).correction for row in (0, 2)] == ["7", "7"]
    page.wait_until(lambda: len(grid.cells) == len(cells) - 2)
    assert [cell.place for cell in grid.cells] == [
        cell.place for row, cell in enumerate(cells) if row not in (0, 2)
    ], "what stays keeps its place"


def test_enter_confirms_what_is_selected_and_it_stays_selected(page: Desk) -> None:
    page.do("contact_sheet")
    grid = _sheet(page).grid
    page.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, to=grid)
    count = len(grid.cells)
    assert len(grid.chosen) == count
    page.key(Qt.Key.Key_Return, to=grid)
    assert all(_glyph(page, cell.place).is_confirmed for cell in grid.cells)
    page.wait_until(lambda: all(cell.glyph.is_confirmed for cell in grid.cells))
    assert len(grid.chosen) == count


def test_del_removes_the_boxes_of_what_is_selected(page: Desk) -> None:
    page.do("contact_sheet")
    cells = _sheet(page).grid.cells
    _choose(page, 0, 1)
    for elsewhere in _sheet(page).findChildren(QComboBox) + _sheet(page).findChildren(QPushButton):
        elsewhere.setFocus()
        if elsewhere.hasFocus():
            page.key(Qt.Key.Key_Delete, to=elsewhere)
    assert len(_sheet(page).grid.cells) == len(cells), "only in the grid it stands for boxes"
    _sheet(page).grid.setFocus()
    page.key(Qt.Key.Key_Delete, to=_sheet(page).grid)
    page.wait_until(lambda: len(_sheet(page).grid.cells) == len(cells) - 2)
    for number, cell in enumerate(cells):
        left = page.window.session.documents[cell.place.page].page
        assert left is not None
        assert (cell.place.glyph_id in left) == (number > 1)


def test_what_has_no_reading_is_not_confirmed(desk: Desk, tmp_path: Path) -> None:
    """It was kept as no character, which Enter on the page and in a review does not do either."""
    open_drawings(desk, tmp_path)
    drawing = next(glyph for glyph in desk.page.glyphs if glyph.is_unreadable)
    desk.click(drawing.id)
    before = desk.page
    desk.do("contact_sheet")
    assert _sheet(desk).character == UNREADABLE
    _choose(desk, 0, 1)
    desk.key(Qt.Key.Key_Return, to=_sheet(desk).grid)
    assert not _sheet(desk)._confirm.isEnabled()
    assert desk.page == before
    desk.key(Qt.Key.Key_R, to=_sheet(desk).grid)
    assert list(desk.corrections.values()) == ["R", "R"]


def test_another_character_can_be_chosen(page: Desk) -> None:
    page.do("contact_sheet")
    sheet = _sheet(page)
    chooser = sheet.findChild(QComboBox)
    assert isinstance(chooser, QComboBox)
    other = next(k for k in range(chooser.count()) if chooser.itemData(k) != sheet.character)
    chooser.setFocus()
    chooser.setCurrentIndex(other)
    chooser.activated.emit(other)
    assert {cell.glyph.character for cell in sheet.grid.cells} == {chooser.itemData(other)}


def test_a_double_click_goes_to_the_letter_on_its_page(page: Desk) -> None:
    page.do("contact_sheet")
    grid = _sheet(page).grid
    row = next(row for row, cell in enumerate(grid.cells) if cell.place.page == 1)
    at = grid.visualRect(grid.model().index(row, 0)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.window.session.current is page.window.session.documents[1]
    assert page.selected.id == grid.cells[row].place.glyph_id


def test_undo_brings_letters_back_to_the_sheet(page: Desk) -> None:
    page.do("contact_sheet")
    grid = _sheet(page).grid
    count = len(grid.cells)
    row = next(row for row, cell in enumerate(grid.cells) if cell.place.page == 0)
    _choose(page, row)
    page.key(Qt.Key.Key_7, to=grid)
    page.wait_until(lambda: len(grid.cells) == count - 1)
    page.do("undo")
    page.wait_until(lambda: len(grid.cells) == count)


def _many(count: int) -> list[LetterCell]:
    one = glyph(1, 0, 0, "S", 0.8)
    return [LetterCell(LetterPlace(0, k), replace(one, id=k), "page") for k in range(count)]


def test_three_thousand_letters_draw_only_what_is_seen(qtbot: QtBot, desk: Desk) -> None:
    pyramid = build_pyramid(np.full((600, 800), 235, np.uint8))
    asked: list[int] = []
    grid = LetterGrid()
    qtbot.addWidget(grid)
    grid.resize(720, 500)

    def picture(cell: LetterCell, side: int) -> QImage:
        asked.append(cell.place.glyph_id)
        return cut(pyramid, cell.glyph.box, side)

    grid.set_pictures(picture)
    grid.set_cells(_many(3000))
    with qtbot.waitExposed(grid):
        grid.show()
    grid.grab()
    assert 0 < len(set(asked)) < 150
    grid.scrollToBottom()
    grid.grab()
    assert 2999 in asked
    assert len(set(asked)) < 300


def test_exclusions_outlast_what_is_answered_elsewhere(qtbot: QtBot) -> None:
    grid = LetterGrid(keeps=True)
    qtbot.addWidget(grid)
    cells = _many(6)
    grid.set_cells(cells)
    assert len(grid.chosen) == 6
    grid.selectionModel().select(
        grid.model().index(3, 0), QItemSelectionModel.SelectionFlag.Deselect
    )
    grid.set_cells([cell for cell in cells if cell.place.glyph_id != 5], is_same=True)
    assert [cell.place.glyph_id for cell in grid.chosen] == [0, 1, 2, 4]
    grid.set_cells(cells[:4])
    assert len(grid.chosen) == 4


def test_letters_that_come_late_are_chosen_as_all_are(qtbot: QtBot) -> None:
    grid = LetterGrid(keeps=True)
    qtbot.addWidget(grid)
    cells = _many(6)
    grid.set_cells(cells[:3])
    grid.selectionModel().select(
        grid.model().index(1, 0), QItemSelectionModel.SelectionFlag.Deselect
    )
    grid.set_cells(cells, is_same=True)
    assert [cell.place.glyph_id for cell in grid.chosen] == [0, 2, 3, 4, 5]
