"""Hands are made, chosen, renamed, exported, imported, deleted and put back in the window."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QLineEdit

from ocrdesk.ink_settings import InkSettings
from ocrdesk.services.hand_keeping import rename_hand
from ocrdesk.services.learning import learn
from ocrdesk.services.profile_store import known_hands, read_profile
from ocrdesk.ui.appearance.metrics import SPACE_L
from ocrdesk.ui.controllers import hands, hinting, learning
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.views.reader_button import ReaderButton
from tests.ui.answering import answer, choose_file
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import Gate, held

pytestmark = pytest.mark.window


def _button(desk: Desk) -> ReaderButton:
    button = desk.window.findChild(ReaderButton)
    assert isinstance(button, ReaderButton)
    return button


def _choose(desk: Desk, text: str) -> None:
    """Open the menu of the button in the status bar and choose an entry that begins so."""
    menu = _button(desk).menu()
    menu.aboutToShow.emit()
    found = [action for action in menu.actions() if action.text().replace("&", "").startswith(text)]
    found[0].trigger()
    desk.settle()


def test_the_menu_says_what_the_readers_that_ship_are(shipped: Desk) -> None:
    """“the assignment's” told nobody whose assignment that is, nor that it reads worse."""
    menu = _button(shipped).menu()
    menu.aboutToShow.emit()
    told = dict(action.text().split("\t") for action in menu.actions() if "\t" in action.text())
    assert told == {
        "handout": "small network of a course assignment, to compare; reads worse",
        "print36": "capitals and digits",
        "print62": "small letters and marks too",
    }


def _shown(desk: Desk) -> str:
    return _button(desk).text().strip()


def _answer(desk: Desk, text: str) -> None:
    dialog = next(d for d in desk.window.findChildren(QInputDialog) if d.isVisible())
    dialog.setTextValue(text)
    dialog.accept()
    desk.settle()


def wait_told(desk: Desk, words: str) -> Notice:
    """Wait until that is told, and all is read, which good news need not outlast."""

    def told() -> list[Notice]:
        return [notice for notice in desk.told if words in notice.text]

    desk.wait_until(lambda: bool(told()))
    notice = told()[-1]
    desk.wait_until(lambda: desk.window.reading.busy is None)
    return notice


def made(desk: Desk, name: str) -> None:
    _choose(desk, "New Hand")
    _answer(desk, name)
    wait_told(desk, f"“{name}” reads from now on")


def _act(notice: Notice) -> None:
    assert notice.on_action is not None
    notice.on_action()


def test_the_question_for_a_name_keeps_the_distances_of_other_dialogs(reader: Desk) -> None:
    _choose(reader, "New Hand")
    dialog = next(d for d in reader.window.findChildren(QInputDialog) if d.isVisible())
    (field,) = dialog.findChildren(QLineEdit)
    assert field.x() >= SPACE_L
    assert dialog.width() - field.geometry().right() > SPACE_L
    dialog.reject()


def test_a_hand_is_made_renamed_deleted_and_put_back(reader: Desk) -> None:
    made(reader, "Ann")
    assert (_shown(reader), reader.current.read_by) == ("Ann", "Ann")
    _choose(reader, "Rename “Ann”")
    _answer(reader, "Ann Lee")
    wait_told(reader, "“Ann” is called “Ann Lee” now")
    assert (_shown(reader), reader.current.read_by) == ("Ann Lee", "Ann Lee")
    _choose(reader, "Delete “Ann Lee”")
    deleted = wait_told(reader, "“Ann Lee” was deleted")
    assert not known_hands()
    assert _shown(reader) == "print36"
    _act(deleted)
    reader.wait_until(lambda: reader.window.reading.model == "Ann Lee")
    assert [hand.name for hand in known_hands()] == ["Ann Lee"]
    reader.wait_read()


def test_names_that_are_taken_are_told_and_nothing_changes(reader: Desk) -> None:
    made(reader, "Ann")
    _choose(reader, "New Hand")
    _answer(reader, "Ann")
    wait_told(reader, "There is a hand called “Ann” already")
    assert len(known_hands()) == 1


def test_a_hand_that_learns_is_neither_renamed_nor_deleted(
    reader: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(learning, "learn", held(go_on, learn))
    made(reader, "Ann")
    reader.click(reader.page.glyphs[0].id)
    reader.type("ABCDEF")
    reader.do("learn_hand")
    assert reader.window.learning.is_learning
    for deed in ("Rename “Ann”", "Delete “Ann”"):
        _choose(reader, deed)
        if deed.startswith("Rename"):
            _answer(reader, "Ann Lee")
        told = reader.told_of("hands")
        assert told.text == "“Ann” cannot be renamed or deleted while a hand learns."
    go_on.set()
    reader.wait_until(lambda: not reader.window.learning.is_learning)
    reader.wait_until(lambda: reader.window.tasks.is_idle)
    assert [hand.name for hand in known_hands()] == ["Ann"]
    _choose(reader, "Rename “Ann”")
    _answer(reader, "Ann Lee")
    wait_told(reader, "“Ann” is called “Ann Lee” now")


def test_pages_taken_out_and_pages_just_read_follow_a_name(
    reader: Desk, make_page: PageMaker
) -> None:
    made(reader, "Ann")
    reader.open(make_page("b.png", "GHK"))
    taken = reader.current
    reader.do("close_page")
    assert taken not in reader.window.session.documents
    for _ in rename_hand("Ann", "Ann Lee"):
        pass
    reader.do("read_again")
    assert reader.window.reading.busy is reader.current
    reader.window.readers.hands._take_name("Ann", "Ann Lee")
    reader.wait_read()
    recognizer = reader.window.reading.recognizer
    assert recognizer is not None
    assert (reader.current.read_by, recognizer.name) == ("Ann Lee", "Ann Lee")
    reader.do("put_back")
    assert taken.read_by == "Ann Lee"
    reader.wait_read(2)


def test_a_hand_that_is_loaded_keeps_its_name(reader: Desk) -> None:
    made(reader, "Ann")
    reader.window.reading.choose_model("print36")
    reader.wait_read()
    reader.window.reading.choose_model("Ann")
    reader.window.readers.hands.rename("Ann", "Ann Lee")
    wait_told(reader, "“Ann” cannot be renamed or deleted while it is loaded")
    assert [hand.name for hand in known_hands()] == ["Ann"]


def test_what_is_learnt_while_a_hand_is_renamed_goes_to_its_new_name(
    reader: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(reader, "Ann")
    reader.click(reader.page.glyphs[0].id)
    reader.type("ABC")
    go_on = threading.Event()
    monkeypatch.setattr(hands, "rename_hand", held(go_on, rename_hand))
    reader.window.readers.hands.rename("Ann", "Ann Lee")
    reader.do("learn_hand")
    assert not reader.window.learning.is_learning
    go_on.set()
    reader.wait_until(lambda: reader.window.learning.is_learning)
    reader.wait_until(lambda: not reader.window.learning.is_learning)
    assert [(hand.name, hand.letters) for hand in known_hands()] == [("Ann Lee", 3)]
    assert reader.window.reading.model == "Ann Lee"


def test_ink_that_is_read_while_a_hand_is_renamed_tells_its_new_name(
    reader: Desk, gate: Gate
) -> None:
    gate.open()
    made(reader, "Ann")
    gate.close()
    before = len(gate.began)
    reader.window.views.ink.apply_requested.emit(InkSettings(sensitivity=40))
    reader.wait_until(lambda: len(gate.began) > before)
    reader.window.readers.hands.rename("Ann", "Ann Lee")
    reader.wait_until(lambda: any("is called “Ann Lee” now" in n.text for n in reader.told))
    assert [hand.name for hand in known_hands()] == ["Ann Lee"]
    gate.open()
    reader.wait_until(lambda: reader.window.reading.busy is None)
    recognizer = reader.window.reading.recognizer
    assert recognizer is not None
    assert (reader.current.read_by, recognizer.name) == ("Ann Lee", "Ann Lee")


def test_a_hand_goes_to_a_file_and_comes_from_one(reader: Desk, tmp_path: Path) -> None:
    made(reader, "Ann")
    reader.window.readers.hands.export("Ann", str(tmp_path / "Ann.npz"))
    wait_told(reader, "“Ann” is in Ann.npz")
    reader.window.readers.hands.take_in(str(tmp_path / "Ann.npz"))
    _act(wait_told(reader, "“Ann 2” is among your hands"))
    assert reader.window.reading.model == "Ann 2"
    reader.wait_read()
    reader.window.readers.hands.take_in(str(tmp_path / "none.npz"))
    wait_told(reader, "There is no file")


def test_exporting_a_hand_over_a_file_asks_first(reader: Desk, tmp_path: Path) -> None:
    made(reader, "Dr. Lee")
    path = tmp_path / "Dr. Lee.npz"
    path.write_bytes(b"somebody else's")
    _choose(reader, "Export “Dr. Lee”")
    choose_file(reader, tmp_path / "Dr. Lee")  # the dot begins no ending
    answer(reader, "Replace")
    wait_told(reader, "“Dr. Lee” is in Dr. Lee.npz")
    assert read_profile(path).name == "Dr. Lee"


def test_another_reader_reads_the_page_and_can_be_taken_back(
    desk: Desk, make_page: PageMaker, make_model: ModelMaker
) -> None:
    desk.open(make_page("a.png", "ABCDEF"))
    before = desk.page
    make_model("other", seed=7)
    _choose(desk, "other\tyour own")
    notice = wait_told(desk, "other read this page anew: ")
    assert desk.page.text != before.text
    assert notice.action == "Back to print36"
    _act(notice)
    desk.wait_until(lambda: desk.window.reading.busy is None and desk.current.read_by == "print36")
    assert desk.page.text == before.text
    assert _shown(desk) == "print36"


def _wait_for_hint(desk: Desk) -> list[Notice]:
    """Let the window look at the page that is shown; return what it offers."""
    desk.wait_until(lambda: not desk.window.readers.hints.is_looking)
    return [notice for notice in desk.told if notice.topic == hinting.TOPIC]


def test_a_page_in_a_hand_that_is_kept_is_told_and_switches_nothing(
    reader: Desk, make_page: PageMaker
) -> None:
    made(reader, "Ann")
    reader.open(make_page("b.png", "ABCDEFGHK", "LMNOPRSTU"))
    reader.window.session.show(reader.window.session.documents[1])
    reader.wait_read(2)
    reader.click(reader.page.glyphs[0].id)
    for character in "ABCDEFGHKLMNOPRSTU":
        reader.type(character)
    reader.do("learn_hand")
    reader.wait_until(lambda: not reader.window.learning.is_learning)
    assert known_hands()[0].letters == 18
    assert not _wait_for_hint(reader)  # it is read by that hand already
    _choose(reader, "print36")
    reader.open(make_page("c.png", "HELPSTAGES", "CROMBUNDFA", "KLMNOPRSTU"))
    reader.window.session.show(reader.window.session.documents[2])
    reader.wait_read(3)
    (hint,) = _wait_for_hint(reader)
    assert hint.text == "This page looks like “Ann”."
    assert (hint.action, reader.window.reading.model) == ("Read with Ann", "print36")
    reader.do("previous_page")
    assert not [notice for notice in reader.told if notice.topic == hinting.TOPIC]
    assert not _wait_for_hint(reader), "it is about another page"
    reader.do("next_page")
    (hint,) = _wait_for_hint(reader)  # again, as nobody said no
    assert hint.action == "Read with Ann"
    others = [opened.page for opened in reader.window.session.documents[:2]]
    _act(hint)
    reader.wait_until(lambda: reader.current.read_by == "Ann")
    reader.wait_read(3)
    assert not _wait_for_hint(reader)
    reader.do("previous_page")
    reader.do("previous_page")
    reader.wait_read(3)
    assert [opened.page for opened in reader.window.session.documents[:2]] == others
    assert reader.window.reading.arrivals.choice.of(None) == "print36", "it is about one page"
