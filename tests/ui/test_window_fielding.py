"""What a person says of a page's rows decides between O and 0, visibly, undoably, and for good."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QRadioButton

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
    shipped.open(make_page("codes.png", "KLM4OO", "BOB1O5"))
    return shipped


def ask(desk: Desk) -> FieldDialog:
    desk.key(Qt.Key.Key_P, _CTRL | _SHIFT)
    dialog = desk.window.findChild(FieldDialog)
    assert isinstance(dialog, FieldDialog)
    return dialog


def say(desk: Desk, choice: str, text: str = "") -> None:
    """Choose what the rows hold and let the page be read by it."""
    dialog = ask(desk)
    button = next(b for b in dialog.findChildren(QRadioButton) if choice in b.text())
    button.click()
    if choice == "words":
        dialog.words.setPlainText(text)
    elif text:
        dialog.pattern.setText(text)
    assert dialog.problem == ""
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    desk.click_in(ok, ok.rect().center())
    desk.wait_until(lambda: desk.window.reading.busy is None and not dialog_is_open(desk))
    desk.window.activateWindow()  # the offscreen platform forgets to
    desk.wait_until(desk.window.isActiveWindow)
    desk.settle()


def dialog_is_open(desk: Desk) -> bool:
    return any(dialog.isVisible() for dialog in desk.window.findChildren(FieldDialog))


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
    say(page, "pattern", "AAA999")
    assert bare(page) == "KLM400\nBOB105"
    assert page.current.history.undo_text() == "Read by a pattern"
    assert "“AAA999”" in page.told[-1].advice
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
    assert bare(page) == "RLM400\nBOB105", "it counts for later readings too"
    page.do("save")
    choose_file(page, tmp_path / "codes")
    page.wait_until(lambda: not page.window.isWindowModified())
    again = open_desk()
    again.drop([tmp_path / "codes.ocrdesk"])
    again.wait_read()
    assert ask(again).pattern.text() == "AAA999"
    again.window.findChild(FieldDialog).reject()  # type: ignore[union-attr]


def test_words_and_back_to_anything(page: Desk) -> None:
    start = bare(page)
    say(page, "words", "KLM400\nBOB105\nXYZ111\n")
    assert bare(page) == "KLM400\nBOB105"
    assert page.current.history.undo_text() == "Read by a list of words"
    say(page, "nything")
    assert page.current.history.undo_text() == "Read without a pattern"
    assert field_of(page.page) is None
    assert bare(page) == start


def test_what_was_confirmed_stays_and_rows_that_do_not_fit_are_read_freely(page: Desk) -> None:
    page.click(page.page.lines[0].glyphs[4].id)
    page.type("O")
    say(page, "pattern", "AAA999")
    first, second = bare(page).split("\n")
    assert first[4] == "O"
    assert second == "BOB105"
    say(page, "pattern", "9999999999")
    assert bare(page).split("\n")[1][:3] == "BOB"


def test_what_makes_no_sense_is_told_and_cannot_be_read_by(page: Desk) -> None:
    dialog = ask(page)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled(), "nothing was said yet"
    for pattern in ("AAA-(", "A{9", "€€"):
        dialog.pattern.setText(pattern)
        assert not ok.isEnabled()
        assert dialog.problem
        assert dialog._problem.text() == dialog.problem
    dialog.pattern.setText("AAA-999")
    assert ok.isEnabled()
    page.key(Qt.Key.Key_Escape, to=dialog)
    assert not page.current.history.count()


def test_a_pattern_that_changes_no_letter_is_kept_all_the_same(
    shipped: Desk, make_page: PageMaker
) -> None:
    shipped.open(make_page("words.png", "BUS", "TEA"))
    text = shipped.page.text
    say(shipped, "pattern", "AAA")
    assert shipped.page.text == text
    field = field_of(shipped.page)
    assert field is not None
    assert field.pattern == "AAA"
    shipped.do("undo")
    assert field_of(shipped.page) is None
