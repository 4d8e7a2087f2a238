"""A person says what may stand where letters are, sees what it does, and takes it back."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ocrdesk.services.fields import Field, field_of
from ocrdesk.ui.controllers import offering
from ocrdesk.ui.views.field_dialog import FieldDialog
from tests.services.drawings import written
from tests.ui.desk import Desk
from tests.ui.test_window_saving import save, wait_opened

pytestmark = pytest.mark.window
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(shipped: Desk, tmp_path: Path) -> Desk:
    """A word, and a code whose zeros its other letters take for O, before a person."""
    path = tmp_path / "form.png"
    pixels = written(["HAMMER", "NO00", "I1OS"]).pixels[120:590, 410:990]
    Image.fromarray(np.asarray(pixels)).save(path, compress_level=1)
    shipped.open(path)
    shipped.click(shipped.page.lines[1].glyphs[0].id)
    return shipped


def _select_row(desk: Desk, row: int) -> None:
    glyphs = desk.page.lines[row].glyphs
    desk.click(glyphs[0].id)
    for _ in glyphs[1:]:
        desk.key(Qt.Key.Key_Right, _SHIFT)
    assert desk.current.selected.ids == desk.page.lines[row].ids


def _ask(desk: Desk) -> FieldDialog:
    desk.do("say_field")
    dialog = desk.window.fielding.dialog
    assert dialog is not None
    return dialog


def _say(desk: Desk, dialog: FieldDialog, pattern: str) -> None:
    QTest.keyClicks(dialog.pattern, pattern)
    desk.wait_until(dialog.ok.isEnabled)


def _press(desk: Desk, dialog: FieldDialog) -> None:
    desk.click_in(dialog.ok, dialog.ok.rect().center())
    desk.settle()


def _story(desk: Desk) -> str:
    return desk.window.views.letter._head.story.text()


def _text(desk: Desk, row: int) -> str:
    return desk.page.lines[row].text.replace(" ", "")


def test_a_pattern_for_a_row_is_seen_said_undone_and_kept(form: Desk) -> None:
    before = form.page
    _select_row(form, 1)
    form.key(Qt.Key.Key_F, _CTRL | _SHIFT)
    dialog = form.window.fielding.dialog
    assert dialog is not None
    assert dialog.of_letters.isChecked()
    assert not dialog.ok.isEnabled()
    assert not dialog.fields.isVisible()
    _say(form, dialog, "AA99")
    assert "They would read NO00" in dialog.told.text().replace("NO 00", "NO00")
    assert "\N{RIGHTWARDS ARROW}" in dialog.told.text()
    assert form.page is before
    _press(form, dialog)
    assert form.window.fielding.dialog is None
    assert _text(form, 1) == "NO00"
    assert form.current.history.undo_text() == "Read by the pattern “AA99”"
    assert [line.text for line in form.page.lines[::2]] == [line.text for line in before.lines[::2]]
    changed = next(
        glyph
        for glyph in form.page.lines[1].glyphs
        if glyph.character != before.glyph(glyph.id).character
    )
    form.click(changed.id)
    assert "By the pattern “AA99”. By its ink alone: " in _story(form)
    assert len(form.window.views.page.layers.fields.frames) == 1
    form.do("undo")
    assert form.page == before
    assert not form.window.views.page.layers.fields.frames
    form.do("redo")
    assert _text(form, 1) == "NO00"
    form.do("read_again")
    form.wait_until(lambda: form.window.reading.busy is None)
    assert _text(form, 1) == "NO00"
    assert len(form.page.fields) == 1


def test_some_letters_of_a_row_and_a_wrong_pattern(form: Desk) -> None:
    glyphs = form.page.lines[1].glyphs[2:]
    form.click(glyphs[0].id)
    form.key(Qt.Key.Key_Right, _SHIFT)
    dialog = _ask(form)
    QTest.keyClicks(dialog.pattern, "9{2")
    form.wait_until(lambda: "belongs to no count" in dialog.told.text())
    assert not dialog.ok.isEnabled()
    dialog.pattern.clear()
    _say(form, dialog, "99")
    _press(form, dialog)
    assert _text(form, 1)[2:] == "00"
    form.click(glyphs[0].id)
    dialog = _ask(form)
    assert dialog.pattern.text() == "99"
    form.click_in(dialog.fields.remove, dialog.fields.remove.rect().center())
    form.wait_until(lambda: not form.page.fields)
    assert not dialog.fields.isVisible()
    assert dialog.pattern.text() == ""
    form.key(Qt.Key.Key_Escape, to=dialog)
    assert form.current.history.undo_text() == "Take the field away"
    assert _text(form, 1)[2:] != "00"


def test_words_come_from_a_file_and_confirmed_letters_stay(form: Desk, tmp_path: Path) -> None:
    first = form.page.lines[2].glyphs[0].id
    form.click(first)
    form.type("I")
    _select_row(form, 2)
    dialog = _ask(form)
    dialog.by_words.click()
    path = tmp_path / "words.txt"
    path.write_text("I105\nHAMMER\n", encoding="utf-8")
    dialog.take_files([str(tmp_path / "none.txt")])
    assert "There is no file" in dialog.told.text()
    dialog.take_files([str(path)])
    form.wait_until(dialog.ok.isEnabled)
    _press(form, dialog)
    assert _text(form, 2) == "I105"
    assert form.page.glyph(first).is_confirmed
    assert form.current.history.undo_text() == "Read by a list of words"


def test_letters_that_do_not_fit_are_left_and_say_so(form: Desk) -> None:
    before = form.page.lines[0].text
    _select_row(form, 0)
    dialog = _ask(form)
    _say(form, dialog, "999999")
    assert "do not fit" in dialog.told.text()
    _press(form, dialog)
    assert form.page.lines[0].text == before
    form.click(form.page.lines[0].glyphs[0].id)
    assert "do not fit the pattern “999999”" in _story(form)


def test_a_page_read_anew_as_a_whole_keeps_what_was_said_of_letters(form: Desk) -> None:
    _select_row(form, 1)
    dialog = _ask(form)
    _say(form, dialog, "AA99")
    _press(form, dialog)
    form.do("field")
    page_dialog = form.window.fielding.dialog
    assert page_dialog is not None
    assert page_dialog.of_page.isChecked()
    _say(form, page_dialog, "*{4}9{0,1}")
    _press(form, page_dialog)
    assert field_of(form.page) == Field("*{4}9{0,1}")
    assert _text(form, 1) == "NO00"
    assert len(form.page.fields) == 1


def test_the_menu_of_a_letter_offers_it(form: Desk) -> None:
    groups = [name for group in offering._OF_LETTERS for name in group]
    assert "say_field" in groups
    form.window.session.select(None)
    form.settle()
    assert not form.action("say_field").isEnabled()


def test_a_field_is_saved_and_obeyed_when_the_page_is_read_later(
    form: Desk, tmp_path: Path, open_desk: Callable[[], Desk]
) -> None:
    _select_row(form, 1)
    dialog = _ask(form)
    _say(form, dialog, "AA99")
    _press(form, dialog)
    assert _text(form, 1) == "NO00"
    path = save(form, tmp_path / "form.ocrdesk")
    page = form.page
    form.window.close()
    other = open_desk()
    other.window.open_paths([str(path)])
    wait_opened(other, path, 1)
    assert other.page == page
    other.wait_until(lambda: not other.current.lacks_something)
    other.do("read_again")
    other.wait_until(lambda: other.window.reading.busy is None)
    assert _text(other, 1) == "NO00"
    assert other.page.fields == page.fields
    assert len(other.window.views.page.layers.fields.frames) == 1
