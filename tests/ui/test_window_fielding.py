"""What a person says of a page's rows decides between O and 0, visibly, undoably, and for good."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ocrdesk.services.fields import field_of
from ocrdesk.ui.views.field_dialog import FieldDialog
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(shipped: Desk, make_page: PageMaker) -> Desk:
    """A person in front of codes of three letters and three digits, written with O for 0."""
    shipped.open(make_page("codes.png", "KLMOO4", "BOB1O5"))
    return shipped


def ask(desk: Desk) -> FieldDialog:
    desk.key(Qt.Key.Key_P, _CTRL | _SHIFT)
    dialog = desk.window.fielding.dialog
    assert isinstance(dialog, FieldDialog)
    assert dialog.of_page.isChecked()
    return dialog


def say(desk: Desk, pattern: str = "", words: str = "") -> str:
    """Say what the rows hold and let the page be read by it; return what was told before."""
    dialog = ask(desk)
    (dialog.by_words if words else dialog.by_pattern).click()
    dialog.words.setPlainText(words)
    dialog.pattern.setText(pattern)
    desk.wait_until(dialog.ok.isEnabled)
    told = dialog.told.text()
    desk.click_in(dialog.ok, dialog.ok.rect().center())
    be_back(desk)
    return told


def remove(desk: Desk) -> None:
    """Take the field of the page away."""
    dialog = ask(desk)
    desk.click_in(dialog.fields.remove, dialog.fields.remove.rect().center())
    desk.wait_until(lambda: field_of(desk.page) is None)
    desk.key(Qt.Key.Key_Escape, to=dialog)
    be_back(desk)


def be_back(desk: Desk) -> None:
    assert desk.window.fielding.dialog is None
    desk.window.activateWindow()  # the offscreen platform forgets to
    desk.wait_until(desk.window.isActiveWindow)
    desk.settle()


def bare(desk: Desk) -> str:
    return desk.page.text.replace(" ", "")


def told(desk: Desk) -> str:
    labels = desk.window.views.letter.findChildren(QLabel)
    shown = " ".join(label.text() for label in labels if label.isVisible())
    return shown.replace("\N{NO-BREAK SPACE}", " ")


def test_a_pattern_decides_says_so_and_stays_with_the_page(
    page: Desk, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    start = page.page
    told_before = say(page, "AAA999")
    assert "O\N{NO-BREAK SPACE}\N{RIGHTWARDS ARROW}\N{NO-BREAK SPACE}0" in told_before
    assert bare(page) == "KLM004\nBOB105"
    assert page.current.history.undo_text() == "Read by the pattern “AAA999”"
    changed = next(g for g in page.page.glyphs if g.ink and g.ink[0].character == "O")
    page.click(changed.id)
    assert "By the pattern “AAA999”. By its ink alone: O" in told(page)
    page.do("undo")
    assert page.page == start
    assert field_of(page.page) is None
    page.do("redo")
    page.click(1)
    page.type("R")
    page.key(Qt.Key.Key_F5)
    page.wait_until(lambda: page.window.reading.busy is None)
    assert bare(page) == "RLM004\nBOB105", "it counts for later readings too"
    page.do("save")
    choose_file(page, tmp_path / "codes")
    page.wait_until(lambda: not page.window.isWindowModified())
    again = open_desk()
    again.drop([tmp_path / "codes.ocrdesk"])
    again.wait_read()
    assert ask(again).pattern.text() == "AAA999"
    again.key(Qt.Key.Key_Escape, to=again.window.fielding.dialog)


def test_words_and_back_to_anything(page: Desk) -> None:
    start = bare(page)
    say(page, words="KLM004\nBOB105\nXYZ111\n")
    assert bare(page) == "KLM004\nBOB105"
    assert page.current.history.undo_text() == "Read by a list of words"
    remove(page)
    assert page.current.history.undo_text() == "Take the field away"
    assert field_of(page.page) is None
    assert bare(page) == start


def test_what_was_confirmed_stays_and_rows_that_do_not_fit_are_read_freely(page: Desk) -> None:
    page.click(page.page.lines[0].glyphs[4].id)
    page.type("O")
    say(page, "AAA999")
    first, second = bare(page).split("\n")
    assert first[4] == "O"
    assert second == "BOB105"
    assert "2 of 2 rows do not fit" in say(page, "9999999999")
    assert bare(page).split("\n")[1][:3] == "BOB"


def test_what_makes_no_sense_is_told_and_cannot_be_read_by(page: Desk) -> None:
    dialog = ask(page)
    assert not dialog.ok.isEnabled(), "nothing was said yet"
    assert not dialog.of_letters.isEnabled(), "none are selected"
    for pattern, problem in (("AAA-(", "cannot"), ("A{9", "cannot"), ("€€", "“€”")):
        dialog.pattern.setText(pattern)
        page.wait_until(lambda p=problem: p in dialog.told.text())  # type: ignore[misc]
        assert not dialog.ok.isEnabled()
    dialog.pattern.setText("AAA-999")
    page.wait_until(dialog.ok.isEnabled)
    page.key(Qt.Key.Key_Escape, to=dialog)
    assert not page.current.history.count()


def test_a_pattern_that_changes_no_letter_is_kept_all_the_same(
    shipped: Desk, make_page: PageMaker
) -> None:
    shipped.open(make_page("words.png", "BUS", "TEA"))
    text = shipped.page.text
    say(shipped, "AAA")
    assert shipped.page.text == text
    field = field_of(shipped.page)
    assert field is not None
    assert field.pattern == "AAA"
    shipped.do("undo")
    assert field_of(shipped.page) is None
