"""One dialog for all fields of a page: which there are, for which place, changed and removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ocrdesk.page.selection import Selection
from ocrdesk.services.fields import MOST_WORDS, Field, field_of
from ocrdesk.ui.views.field_dialog import FieldDialog
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def codes(shipped: Desk, make_page: PageMaker) -> Desk:
    """A person in front of two codes, the letters of the second one selected."""
    shipped.open(make_page("codes.png", "KLMOO4", "BOB1O5"))
    shipped.click(shipped.page.lines[1].glyphs[0].id)
    ids = [glyph.id for glyph in shipped.page.lines[1].glyphs]
    shipped.window.session.choose(Selection.of(shipped.page, ids))
    shipped.settle()
    return shipped


def ask(desk: Desk, key: Qt.Key) -> FieldDialog:
    desk.window.activateWindow()  # the offscreen platform forgets to
    desk.wait_until(desk.window.isActiveWindow)
    desk.settle()
    desk.key(key, _CTRL | _SHIFT)
    dialog = desk.window.fielding.dialog
    assert isinstance(dialog, FieldDialog)
    return dialog


def say(desk: Desk, key: Qt.Key, pattern: str) -> None:
    dialog = ask(desk, key)
    QTest.keyClicks(dialog.pattern, pattern)
    press(desk, dialog)


def press(desk: Desk, dialog: FieldDialog) -> None:
    desk.wait_until(dialog.ok.isEnabled)
    desk.key(Qt.Key.Key_Return, to=dialog.pattern)
    assert desk.window.fielding.dialog is None


def listed(dialog: FieldDialog) -> list[str]:
    found = dialog.fields.list
    return [found.item(place).text().replace(" ", "") for place in range(found.count())]


def bare(desk: Desk) -> str:
    return desk.page.text.replace(" ", "")


def test_the_page_and_letters_are_said_in_one_dialog_which_lists_both(codes: Desk) -> None:
    say(codes, Qt.Key.Key_P, "A{3}9{3}")
    assert bare(codes) == "KLM004\nBOB105"
    say(codes, Qt.Key.Key_F, "AAA9A9")
    assert bare(codes) == "KLM004\nBOB1O5"
    assert codes.current.history.count() == 2
    dialog = ask(codes, Qt.Key.Key_F)
    assert listed(dialog) == [
        "Thewholepage:thepattern“A{3}9{3}”",
        "Row2,“BOB1O5”:thepattern“AAA9A9”",
    ]
    assert dialog.fields.list.currentRow() == 1, "what was said of these letters"
    assert dialog.pattern.text() == "AAA9A9"
    dialog.of_page.click()
    assert (dialog.fields.list.currentRow(), dialog.pattern.text()) == (0, "A{3}9{3}")
    dialog.of_letters.click()
    assert dialog.pattern.text() == "AAA9A9"
    codes.key(Qt.Key.Key_Escape, to=dialog)
    assert codes.current.history.count() == 2


def test_what_was_typed_stays_when_it_is_for_another_place(codes: Desk) -> None:
    dialog = ask(codes, Qt.Key.Key_F)
    QTest.keyClicks(dialog.pattern, "AAA999")
    dialog.of_page.click()
    assert dialog.pattern.text() == "AAA999"
    codes.wait_until(dialog.ok.isEnabled)
    assert "They would read" not in dialog.told.text(), "there are two rows"
    press(codes, dialog)
    assert field_of(codes.page) == Field("AAA999")
    assert not codes.page.fields
    assert bare(codes) == "KLM004\nBOB105"


def test_a_field_of_the_list_is_changed_by_keys_alone(codes: Desk) -> None:
    say(codes, Qt.Key.Key_P, "AAA999")
    say(codes, Qt.Key.Key_F, "AAA999")
    codes.window.session.select(None)
    codes.settle()
    dialog = ask(codes, Qt.Key.Key_P)
    assert not dialog.of_letters.isEnabled()
    dialog.fields.list.setFocus()
    codes.key(Qt.Key.Key_Down, to=dialog.fields.list)
    codes.key(Qt.Key.Key_Return, to=dialog.fields.list)
    assert codes.window.fielding.dialog is dialog, "the key was for the list"
    assert dialog.of_letters.isChecked()
    assert "BOB" in dialog.of_letters.text().replace(" ", "")
    assert dialog.focusWidget() is dialog.pattern
    QTest.keyClicks(dialog.pattern, "AAA9A9")
    press(codes, dialog)
    assert bare(codes) == "KLM004\nBOB1O5"
    assert [field.pattern for field in codes.page.fields] == ["AAA9A9"]
    assert field_of(codes.page) == Field("AAA999")


def test_fields_are_removed_one_by_one_and_come_back_by_undo(codes: Desk) -> None:
    start = codes.page
    say(codes, Qt.Key.Key_P, "AAA999")
    say(codes, Qt.Key.Key_F, "AAA9A9")
    said = codes.page
    dialog = ask(codes, Qt.Key.Key_P)
    codes.click_in(dialog.fields.remove, dialog.fields.remove.rect().center())
    assert not dialog.fields.remove.isEnabled(), "one at a time"
    codes.wait_until(lambda: field_of(codes.page) is None)
    assert listed(dialog) == ["Row2,“BOB1O5”:thepattern“AAA9A9”"]
    assert not dialog.fields.remove.isEnabled(), "none is chosen"
    QTest.keyClicks(dialog.pattern, "AAA")
    dialog.fields.list.setCurrentRow(0)
    codes.click_in(dialog.fields.remove, dialog.fields.remove.rect().center())
    codes.wait_until(lambda: not codes.page.fields)
    assert not dialog.fields.isVisible()
    assert dialog.pattern.text() == "AAA", "what was begun is not lost by it"
    codes.key(Qt.Key.Key_Escape, to=dialog)
    assert bare(codes) == start.text.replace(" ", "")
    for _ in range(2):
        codes.do("undo")
    assert codes.page == said


def test_leaving_while_it_reads_changes_nothing(codes: Desk) -> None:
    start = codes.page
    dialog = ask(codes, Qt.Key.Key_P)
    QTest.keyClicks(dialog.pattern, "AAA999")
    codes.wait_until(lambda: dialog.told.text().startswith("Reading…"))
    codes.key(Qt.Key.Key_Return, to=dialog.pattern)
    assert codes.window.fielding.dialog is dialog, "nothing was shown yet"
    codes.key(Qt.Key.Key_Escape, to=dialog)
    codes.settle()
    assert codes.page is start


def test_it_fits_into_a_small_window_and_says_where_it_is_for(codes: Desk) -> None:
    codes.window.resize(800, 560)
    codes.settle()
    say(codes, Qt.Key.Key_P, "AAA999")
    dialog = ask(codes, Qt.Key.Key_F)
    assert dialog.height() <= codes.window.height()
    assert dialog.height() >= dialog.minimumSizeHint().height()
    for part in (dialog.fields.list, dialog.words, dialog.told, dialog.ok):
        assert part.isVisible()
        assert dialog.rect().contains(part.mapTo(dialog, part.rect().center()))
    assert dialog.windowTitle() == "Field"
    codes.key(Qt.Key.Key_Escape, to=dialog)


def test_both_keys_stand_in_the_list_of_shortcuts(codes: Desk) -> None:
    for action_id, key in (("field", "Ctrl+Shift+P"), ("say_field", "Ctrl+Shift+F")):
        action = codes.action(action_id)
        assert action.shortcut().toString() == key
        assert action.isEnabled()
    codes.window.session.select(None)
    codes.settle()
    assert codes.action("field").isEnabled()
    assert not codes.action("say_field").isEnabled()


def test_a_list_too_long_to_be_kept_counts_beside_a_field_of_letters(codes: Desk) -> None:
    say(codes, Qt.Key.Key_F, "AAA9A9")
    others = [f"QX{number:04}" for number in range(MOST_WORDS)]
    dialog = ask(codes, Qt.Key.Key_P)
    dialog.by_words.click()
    dialog.words.setPlainText("\n".join(["KLM004", *others]))
    codes.wait_until(dialog.ok.isEnabled)
    assert "O → 0" in dialog.told.text().replace("\N{NO-BREAK SPACE}", " ")
    codes.click_in(dialog.ok, dialog.ok.rect().center())
    codes.settle()
    assert bare(codes) == "KLM004\nBOB1O5"
    assert field_of(codes.page) is None, "it was for this once"


def test_a_long_list_that_fits_is_not_told_to_give_way(codes: Desk) -> None:
    others = [f"QX{number:04}" for number in range(MOST_WORDS)]
    dialog = ask(codes, Qt.Key.Key_P)
    dialog.by_words.click()
    dialog.words.setPlainText("\n".join(["KLM004", "BOB105", *others]))
    codes.wait_until(dialog.ok.isEnabled)
    told = dialog.told.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "O → 0" in told
    assert "rows do not fit" not in told
    codes.key(Qt.Key.Key_Escape, to=dialog)
