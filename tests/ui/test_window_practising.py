"""Practice sheets at the window: made by the menu, and their letters taken when they come back."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QSpinBox

from ocrdesk.formats.image_file import open_images
from ocrdesk.page.elements import Page
from ocrdesk.services.hand_page import take_sheet
from ocrdesk.services.hand_sheet import plan_sheet
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.ui.notices import NoticeLevel
from ocrdesk.ui.views.sheet_dialog import SheetDialog
from ocrdesk.vision.practice_finding import PracticeSheet, find_practice_sheet
from ocrdesk.vision.preprocess import to_grey
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk
from tests.vision.filled_sheets import own_hand, scan

pytestmark = pytest.mark.window


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A filled-in sheet of twelve boxes, one of them empty, on its side."""
    page = plan_sheet("ABC123", copies=2, paper="a4")
    written = own_hand(page, 2)
    written[5] = None
    path = tmp_path / "filled.png"
    Image.fromarray(np.rot90(scan(page, written, 110))).save(path, compress_level=1)
    return path


def _dialog(desk: Desk) -> SheetDialog:
    desk.do("make_sheet")
    (dialog,) = desk.window.findChildren(SheetDialog)
    return dialog


def test_a_sheet_is_made_from_the_menu(desk: Desk, tmp_path: Path) -> None:
    dialog = _dialog(desk)
    kind = dialog.findChildren(QComboBox)[0]
    kind.setCurrentIndex(2)
    dialog.findChildren(QLineEdit)[0].setText("ABÄ€")
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "1 page with 20 boxes." in told
    (times,) = dialog.findChildren(QSpinBox)
    assert times.text() == "5 times"
    times.setValue(1)
    assert times.text() == "1 time"
    times.setValue(5)
    save = dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Save)
    save.click()
    (files,) = desk.window.findChildren(QFileDialog)
    path = tmp_path / "mine.pdf"
    files.fileSelected.emit(str(path))
    files.reject()
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    assert desk.told_of("practice sheet").text == "The practice sheet is in mine.pdf."
    found = find_practice_sheet(to_grey(next(open_images(path)).pixels))
    assert isinstance(found, PracticeSheet)
    assert found.page.characters == "ABÄ€"


def test_characters_that_make_no_sheet_are_told_before_saving(desk: Desk) -> None:
    dialog = _dialog(desk)
    save = dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Save)
    assert save.isEnabled()
    dialog.findChildren(QComboBox)[0].setCurrentIndex(2)
    assert not save.isEnabled()
    dialog.findChildren(QLineEdit)[0].setText("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШ")
    assert not save.isEnabled()
    assert any("too many" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_a_sheet_that_is_opened_is_noticed_and_its_letters_taken(desk: Desk, filled: Path) -> None:
    desk.open(filled)
    desk.wait_until(lambda: any(one.topic == "practice sheet" for one in desk.told))
    notice = desk.told_of("practice sheet")
    assert "looks like a practice sheet" in notice.text
    before = desk.page
    assert notice.on_action is not None
    notice.on_action()
    desk.wait_until(lambda: desk.page is not before)
    assert desk.page.text == "A B C 1 2 A B C 1 2 3"
    assert desk.current.is_modified
    told = desk.told_of("practice sheet")
    assert told.level is NoticeLevel.SUCCESS
    assert told.text.startswith("11 letters of the practice sheet confirmed.")
    assert "1 box without a letter" in told.text
    assert told.action == "Learn This Hand"
    assert all(glyph.is_confirmed for glyph in desk.page.glyphs)
    desk.do("undo")
    assert desk.page.lines == before.lines


def test_doubtful_letters_are_shown_one_by_one_and_settled_by_typing(
    desk: Desk, tmp_path: Path
) -> None:
    page = plan_sheet("ABC123", copies=2, paper="a4")
    written = own_hand(page, 2)
    for cell in (1, 8):  # a stroke that leaves its box at the bottom
        box = page.box(cell)
        middle = (box.left + box.right) / 2
        line = np.array([(middle, box.top + 2), (middle, box.bottom + 2.5)], np.float32)
        written[cell] = [line]
    Image.fromarray(scan(page, written, 110)).save(tmp_path / "filled.png", compress_level=1)
    desk.open(tmp_path / "filled.png")
    _take(desk)
    told = desk.told_of("practice sheet")
    assert "2 doubtful." in told.text
    assert told.action == "Show Them"
    doubtful = [glyph.id for glyph in desk.page.glyphs if not glyph.is_confirmed]
    desk.window.notice_bar.action_requested.emit(desk.number_of(told))
    for place, glyph_id in enumerate(doubtful):
        told = desk.told_of("practice sheet")
        asked = page.asked[(1, 8)[place]]
        assert told.text.startswith(f"Doubtful letter {place + 1} of 2: {asked} was asked for,")
        assert "reaches beyond its box" in told.text
        assert desk.window.session.selected_glyph is not None
        assert desk.window.session.selected_glyph.id == glyph_id
        desk.type("1")
        assert desk.page.glyph(glyph_id).correction == "1"
        if told.action == "Show Next":
            desk.window.notice_bar.action_requested.emit(desk.number_of(told))
    assert told.action == "Learn This Hand"
    assert all(glyph.is_confirmed for glyph in desk.page.glyphs)


def _take(desk: Desk) -> None:
    """Take the letters of the sheet that is shown."""
    before = desk.page
    desk.do("take_sheet")
    desk.wait_until(lambda: desk.page is not before)
    desk.wait_until(lambda: desk.window.tasks.is_idle)


def _as_taken_by(desk: Desk, name: str) -> Page:
    """The page that is shown as it is with the letters of its sheet, as a reader sees them."""
    assert desk.current.image is not None
    return run(take_sheet(desk.current.image, load_model(name))).edit(desk.page)[0]


def test_the_letters_of_a_sheet_are_seen_by_the_reader_of_its_page(
    desk: Desk, filled: Path, make_page: PageMaker, make_model: ModelMaker
) -> None:
    make_model("other", seed=7)
    desk.open(filled, make_page("b.png", "ABC"))
    desk.window.session.show(desk.window.session.documents[1])
    desk.window.reading.choose_model("other")
    desk.wait_until(lambda: desk.current.read_by == "other" and desk.window.reading.busy is None)
    desk.window.session.show(desk.window.session.documents[0])
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    expected = _as_taken_by(desk, "print36")
    assert expected.lines != _as_taken_by(desk, "other").lines
    _take(desk)
    assert desk.page.lines == expected.lines
    assert (desk.current.read_by, desk.current.past.steps.reader) == ("print36", "")


def test_where_the_reader_of_a_sheet_is_gone_the_one_that_is_chosen_takes_its_letters(
    desk: Desk, filled: Path, make_model: ModelMaker
) -> None:
    other = make_model("other", seed=7)
    desk.window.reading.choose_model("other")
    desk.open(filled)
    desk.click(desk.page.glyphs[0].id)
    desk.type("A")
    desk.window.reading.choose_model("print36")
    desk.wait_until(lambda: desk.current.read_by == "print36" and desk.window.reading.busy is None)
    other.unlink()
    desk.do("undo")
    assert desk.current.read_by == "other"
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    expected = _as_taken_by(desk, "print36")
    _take(desk)
    assert desk.page.lines == expected.lines
    assert desk.current.read_by == "print36"
    desk.do("undo")
    assert desk.current.read_by == "other"


def test_letters_of_a_sheet_that_was_turned_meanwhile_are_not_put_elsewhere(
    desk: Desk, filled: Path
) -> None:
    desk.open(filled)
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    desk.do("take_sheet")
    desk.action("turn_over").trigger()  # before a turn in which the letters may be there
    desk.wait_until(lambda: any("was turned" in notice.text for notice in desk.told))
    assert not any(glyph.is_confirmed for glyph in desk.page.glyphs)
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    desk.do("take_sheet")
    desk.wait_until(lambda: desk.page.text == "A B C 1 2 A B C 1 2 3")


def test_another_page_is_not_noticed_and_says_why_it_is_no_sheet(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("page.png", "ABC", "DEF"))
    desk.wait_until(lambda: desk.window.tasks.is_idle)
    assert not desk.told
    before = desk.page
    desk.do("take_sheet")
    desk.wait_until(lambda: bool(desk.told))
    told = desk.told_of("practice sheet")
    assert told.text == "“page.png” shows no practice sheet."
    assert told.advice
    assert desk.page is before
