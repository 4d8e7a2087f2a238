"""Pages that different readers read: each keeps its own, whatever is chosen for another one."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ocrdesk.ui.notices import Notice
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import Gate

pytestmark = pytest.mark.window


@pytest.fixture
def two(shipped: Desk, make_page: PageMaker) -> Desk:
    """A window with two pages, b.png shown and read with print62, a.png with print36."""
    desk = shipped
    desk.open(make_page("a.png", "ABEF", "GHKL"), make_page("b.png", "ABEF", "GHKL"))
    show(desk, 1)
    desk.window.reading.arrivals.choice.choose_for(desk.current, "print62")
    desk.wait_until(lambda: desk.current.read_by == "print62")
    desk.wait_read(2)
    assert readers(desk) == ["print36", "print62"]
    return desk


def show(desk: Desk, place: int) -> None:
    desk.window.session.show(desk.window.session.documents[place])
    desk.settle()


def readers(desk: Desk) -> Sequence[str]:
    return [opened.read_by for opened in desk.window.session.documents]


def test_a_typed_letter_has_the_case_that_its_own_page_knows(two: Desk) -> None:
    for place, typed in ((0, "Q"), (1, "q")):
        show(two, place)
        glyph = two.page.glyphs[0].id
        two.click(glyph)
        two.type("q")
        assert two.page.glyph(glyph).correction == typed
        editor = two.window.views.text._editor
        editor.setFocus()
        two.key(Qt.Key.Key_End, to=editor)
        QTest.keyClicks(editor, "w")
        assert two.page.lines[0].text.endswith(typed.replace("q", "w").replace("Q", "W"))


def test_back_is_about_the_page_of_the_notice_and_what_was_chosen_with_it(
    two: Desk, make_page: PageMaker
) -> None:
    before = two.page
    two.window.reading.choose_model("handout")
    two.wait_until(lambda: two.current.read_by == "handout")
    two.wait_until(lambda: any("handout read this page anew" in notice.text for notice in two.told))
    back = two.told_of("read again")
    assert back.action == "Back to print62"
    assert back.on_action is not None
    back.on_action()
    two.wait_until(lambda: two.current.read_by == "print62" and two.window.reading.busy is None)
    assert two.page == before
    two.open(make_page("c.png", "ABC"))
    assert two.current.read_by == "print36", "as before the choice that was taken back"


def read_with(desk: Desk, reader: str) -> Notice:
    """Let another reader read the page that is shown; return what is told of it."""
    desk.window.reading.choose_model(reader)
    desk.wait_until(lambda: desk.current.read_by == reader)
    desk.settle()
    return desk.told_of("read again")


def test_what_another_reader_did_is_told_by_how_many_letters_changed(shipped: Desk) -> None:
    """“50 letters, some of them cut apart or joined” sounded like an accident."""
    shipped.window.open_sample()
    shipped.wait_read()
    before = {(glyph.box, glyph.character) for glyph in shipped.page.glyphs}
    notice = read_with(shipped, "print62")
    after = {(glyph.box, glyph.character) for glyph in shipped.page.glyphs}
    count = max(len(after - before), len(before - after))
    told = f"print62 read this page anew: {count} letters changed, some of them parted otherwise."
    assert notice.text == told
    assert not notice.advice, "it is no step: Undo would bring nothing back, the button does"
    shipped.click(1)
    shipped.type("Q")
    assert read_with(shipped, "print36").advice == "Ctrl+Z goes back to what was read before."


def test_nothing_is_told_of_a_page_over_another_one(two: Desk, gate: Gate) -> None:
    first = two.window.session.documents[0]
    two.window.reading.choose_model("handout")
    show(two, 0)
    gate.open()
    two.wait_until(lambda: two.window.reading.busy is None)
    assert readers(two) == ["print36", "handout"]
    assert two.current is first
    assert not [notice for notice in two.told if notice.topic == "read again"]


def test_a_reader_chosen_while_another_file_comes_reads_afterwards(
    two: Desk, gate: Gate, make_page: PageMaker
) -> None:
    chosen = two.current
    two.window.reading.choose_model("handout")
    two.wait_until(lambda: bool(gate.began))
    two.drop([make_page("c.png", "ABC")])
    gate.open()
    two.wait_read(3)
    assert chosen.read_by == "handout"
    assert readers(two) == ["print36", "handout", "handout"]


def test_a_hand_that_is_put_back_reads_its_pages_again_when_they_are_read(
    two: Desk, make_page: PageMaker
) -> None:
    hands = two.window.readers.hands
    hands.create("Ann")
    two.wait_until(lambda: two.window.reading.model == "Ann" and two.current.read_by == "Ann")
    two.open(make_page("c.png", "ABC"))
    choice, pages = two.window.reading.arrivals.choice, two.window.session.documents
    assert [choice.of(opened) for opened in pages] == ["print36", "Ann", "Ann"]
    hands.delete("Ann")
    two.wait_until(lambda: any("was deleted" in notice.text for notice in two.told))
    back = two.told_of("hands").on_action
    assert back is not None
    assert [choice.of(opened) for opened in pages] == ["print36", "print62", "print62"]
    two.wait_until(lambda: two.window.reading.busy is None)
    back()
    two.wait_until(lambda: two.window.reading.model == "Ann" and two.current.read_by == "Ann")
    assert [choice.of(opened) for opened in pages] == ["print36", "Ann", "Ann"]
