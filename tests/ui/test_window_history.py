"""The list of everything done: named, in step with undo and redo, and a way back by a click."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ocrdesk.page.elements import Glyph, Reader
from ocrdesk.services.page_fields import Ruling
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.test_window_saving import save, wait_saved

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A window with a page of six letters."""
    desk.open(make_page("a.png", "ABC", "DEF"))
    return desk


def _list(desk: Desk) -> QListView:
    found = desk.window.views.history.findChild(QListView)
    assert isinstance(found, QListView)
    return found


def _steps(desk: Desk) -> list[str]:
    model = _list(desk).model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def _click(desk: Desk, row: int) -> None:
    steps = _list(desk)
    place = steps.visualRect(steps.model().index(row, 0)).center()
    desk.click_in(steps.viewport(), place)


def test_every_step_has_its_name(page: Desk) -> None:
    page.click(page.page.glyphs[0].id)
    page.type("QR")
    page.key(Qt.Key.Key_Delete)
    names = _steps(page)
    assert names[:3] == ["As it was read", "Set “Q”", "Set “R”"]
    assert names[3].startswith("Delete “")


def test_only_a_step_that_was_saved_has_an_icon_and_words_stay_in_line(
    page: Desk, tmp_path: Path
) -> None:
    """The page as it was read had a floppy disk although nobody had saved it."""
    model = _list(page).model()

    def marked() -> list[int]:
        icon = Qt.ItemDataRole.DecorationRole
        return [row for row in range(model.rowCount()) if model.index(row, 0).data(icon)]

    page.click(page.page.glyphs[0].id)
    page.type("Q")
    assert marked() == []
    page.do("undo")
    save(page, tmp_path / "b.ocrdesk")
    assert marked() == [0], "now it is in a file"
    page.do("redo")
    page.do("save")
    wait_saved(page)
    assert marked() == [1]
    option = QStyleOptionViewItem()
    delegate = _list(page).itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, model.index(1, 0))
    assert option.decorationPosition == QStyleOptionViewItem.Position.Right


def test_a_click_goes_back_and_on(page: Desk) -> None:
    first, second = (glyph.id for glyph in page.page.glyphs[:2])
    before = page.page.text
    page.click(first)
    page.type("QR")
    after = page.page.text
    _click(page, 1)
    assert page.page.glyph(first).character == "Q"
    assert not page.page.glyph(second).is_confirmed
    _click(page, 0)
    assert page.page.text == before
    _click(page, 2)
    assert page.page.text == after


def test_the_step_where_the_page_is_is_seen_whole(page: Desk) -> None:
    steps = _list(page)
    page.click(page.page.glyphs[0].id)
    for letter in "QRSTUVWXYZ" * 2:
        page.click(page.page.glyphs[0].id)
        page.type(letter)
        place = steps.visualRect(steps.currentIndex())
        assert steps.viewport().rect().contains(place), letter
    for height in (520, 700, 560):
        page.window.resize(900, height)
        page.settle()
        place = steps.visualRect(steps.currentIndex())
        assert steps.viewport().rect().contains(place), height


def test_each_page_has_its_own(page: Desk, make_page: PageMaker) -> None:
    page.click(page.page.glyphs[0].id)
    page.type("Q")
    page.open(make_page("b.png", "XYZ"))
    steps = _list(page)
    assert not steps.isVisible()
    page.window.session.show(page.window.session.documents[0])
    assert steps.isVisible()
    assert _steps(page) == ["As it was read", "Set “Q”"]


def test_the_panel_is_shown_and_hidden_from_the_menu(page: Desk) -> None:
    assert page.window.docks["history"].isVisible()
    page.do("panel_history")
    assert not page.window.docks["history"].isVisible()
    assert not page.action("panel_history").isChecked()


def test_undo_cuts_the_picture_of_the_letter_once(
    corrected: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut: list[object] = []
    letter = corrected.window.views.letter
    shown = letter.set_glyph

    def count(
        glyph: Glyph | None,
        patch: NDArray[np.float32] | None = None,
        ruling: Ruling | None = None,
        reader: Reader | None = None,
    ) -> None:
        cut.append(glyph)
        shown(glyph, patch, ruling, reader)

    monkeypatch.setattr(letter, "set_glyph", count)
    first = corrected.page.glyphs[0]
    corrected.click(first.id)
    del cut[:]
    corrected.do("undo")  # the letter that is selected
    assert [glyph for glyph in cut if glyph is not None] == [corrected.page.glyphs[0]]
    corrected.click(2)
    del cut[:]
    corrected.do("redo")  # another one, which is selected by that
    assert [glyph for glyph in cut if glyph is not None] == [corrected.page.glyphs[0]]


def test_reading_again_with_nothing_changed_is_no_step(reader: Desk) -> None:
    """Beside a letter that was confirmed others become more or less probable by a hair."""
    reader.click(3)
    reader.key(Qt.Key.Key_Return)
    page, steps = reader.page, reader.current.history.count()
    assert page.glyph(3).is_confirmed
    for _ in range(2):
        reader.do("read_again")
        reader.wait_until(lambda: reader.window.reading.busy is None)
        reader.settle()
        assert reader.told_of("read again").text == "Read again: no letter changed."
        assert reader.page is page
        assert reader.current.history.count() == steps
    assert reader.action("undo").text() == "&Undo Confirm “C”"
