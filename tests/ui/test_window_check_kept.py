"""A random check goes on after saving, closing, a crash, and with pages that come back."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ocrdesk.formats.document_file import open_document
from ocrdesk.services.random_check import check_of
from tests.ui.answering import answer as answer_question
from tests.ui.answering import choose_file
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.recovering import choose, killed, leave, offered

pytestmark = [pytest.mark.window, pytest.mark.acceptance]

LETTERS = 24
CHECKING = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

begun = []

def work(window):
    if begun:
        return
    begun.append(window)
    window.session.show(window.session.documents[0])
    window.actions_by_id["check_random"].trigger()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_9, Qt.Key.Key_Return):
        QApplication.processEvents()
        QTest.keyClick(window.focusWidget(), key)
    print("three answers", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def checked(desk: Desk, make_page: PageMaker) -> Desk:
    """Two pages of 24 letters, all of which a check drew; three of them are answered."""
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB", "GHKLGH"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.do("check_random")
    desk.settle()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_9, Qt.Key.Key_Return):
        answer(desk, key)
    assert "3 of 24 checked, 1 wrong" in told(desk)
    return desk


def told(desk: Desk) -> str:
    labels = desk.window.views.review.findChildren(QLabel)
    said = " ".join(label.text() for label in labels if label.isVisible())
    return said.replace("\N{NO-BREAK SPACE}", " ")


def answer(desk: Desk, key: Qt.Key) -> None:
    """Press a key where the keyboard is, which has to be in the panel."""
    focus = desk.window.focusWidget()
    panel = desk.window.views.review
    assert focus is not None
    assert focus is panel or panel.isAncestorOf(focus)
    desk.key(key, to=focus)
    desk.settle()


def press(desk: Desk, words: str) -> None:
    buttons = desk.window.views.review.findChildren(QPushButton)
    (button,) = [b for b in buttons if words in (b.text(), b.accessibleName()) and b.isVisible()]
    desk.click_in(button, button.rect().center())
    desk.settle()


def corrections(desk: Desk) -> Sequence[dict[int, str]]:
    pages = [opened.page for opened in desk.window.session.documents]
    return [
        {g.id: g.correction for g in page.glyphs if g.correction is not None}
        for page in pages
        if page is not None
    ]


def go_on(desk: Desk) -> None:
    """Bring the review up and go on where somebody stopped, to the end."""
    desk.window.docks["review"].show()
    desk.window.docks["review"].raise_()
    desk.wait_until(lambda: "3 of 24 checked, 1 wrong" in told(desk))
    press(desk, "Go On with the Check")
    assert "(4 of 24)" in told(desk)
    for _ in range(LETTERS - 3):
        answer(desk, Qt.Key.Key_Return)
    desk.wait_until(lambda: "1 of 24 were wrong" in told(desk))
    assert sum(map(len, corrections(desk))) == LETTERS


def finish(desk: Desk, count: int) -> None:
    """Check so many letters, and find all of them right."""
    desk.window.views.review.estimate.check_requested.emit(count)
    desk.settle()
    for _ in range(count):
        answer(desk, Qt.Key.Key_Return)


def known(desk: Desk) -> list[set[int]]:
    """The letters that chance drew, on each page, in checks that were answered to the end."""
    drawn, number_of = desk.window._checking.drawn, desk.window._checking._desk.number_of
    return [
        {place.glyph_id for place in drawn if place.page == number_of(opened)}
        for opened in desk.window.session.documents
    ]


def save(desk: Desk, path: Path) -> None:
    desk.do("save")
    choose_file(desk, path)
    desk.wait_until(lambda: not desk.window.isWindowModified())


def test_a_check_that_was_ended_goes_on_with_the_letters_it_drew(checked: Desk) -> None:
    before = corrections(checked)
    press(checked, "End Check")
    assert "3 of 24 checked, 1 wrong" in told(checked)
    go_on(checked)
    assert all(
        old.items() <= new.items() for old, new in zip(before, corrections(checked), strict=True)
    )


def test_a_check_goes_on_in_a_document_that_was_saved_and_opened_again(
    checked: Desk, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    save(checked, tmp_path / "work")
    path = tmp_path / "work.ocrdesk"
    parts = [stored.check for stored in open_document(path).pages]
    assert [len(part.drawn) for part in parts if part is not None] == [12, 12]
    checked.window.close()
    again = open_desk()
    again.window.open_paths([str(path)])
    again.wait_read(2)
    again.wait_until(lambda: again.current.past.journal is not None)
    again.do("undo")
    again.window.docks["review"].show()
    again.window.docks["review"].raise_()
    again.wait_until(lambda: "2 of 24 checked, 1 wrong" in told(again))
    again.do("redo")
    go_on(again)


def test_a_check_goes_on_after_a_crash(checked: Desk, open_desk: Callable[[], Desk]) -> None:
    leave(checked)
    again = open_desk()
    choose(again, offered(again), "Recover")
    again.wait_read(2)
    go_on(again)


def test_a_check_goes_on_after_a_kill(open_desk: Callable[[], Desk], make_page: PageMaker) -> None:
    pages = make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB", "GHKLGH")
    killed(CHECKING, *pages)
    again = open_desk()
    choose(again, offered(again), "Recover")
    again.wait_read(2)
    go_on(again)


def test_a_check_that_was_begun_after_saving_goes_on_after_a_crash(
    desk: Desk, open_desk: Callable[[], Desk], make_page: PageMaker, tmp_path: Path
) -> None:
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB", "GHKLGH"))
    save(desk, tmp_path / "work")
    desk.window.session.show(desk.window.session.documents[0])
    desk.do("check_random")
    desk.settle()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_9, Qt.Key.Key_Return):
        answer(desk, key)
    leave(desk)  # only the first page has a step that was not saved
    again = open_desk()
    choose(again, offered(again), "Recover")
    again.wait_read(2)
    go_on(again)
    leave(again)
    last = open_desk()
    choose(last, offered(last), "Recover")
    last.wait_read(2)
    last.window.docks["review"].show()
    last.window.docks["review"].raise_()
    last.wait_until(lambda: "1 of 24 were wrong" in told(last))


def test_a_page_that_is_put_back_brings_its_check_back(checked: Desk) -> None:
    press(checked, "End Check")
    checked.window.views.pages.close_requested.emit(1)
    checked.settle()
    checked.wait_until(lambda: "Random check" not in told(checked))
    checked.do("put_back")
    checked.settle()
    go_on(checked)


def test_letters_of_a_finished_check_stay_known_beside_another_check(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB", "GHKLGH"))
    desk.window.session.show(desk.window.session.documents[0])
    checking = desk.window._checking
    checking._rng = np.random.default_rng(0)  # draws from both pages
    finish(desk, 8)
    first, second = known(desk)
    assert first
    assert second
    desk.window.views.pages.close_requested.emit(1)
    answer_question(desk, "Discard")
    desk.settle()
    assert known(desk) == [first]
    finish(desk, 2)
    assert len(known(desk)[0]) == len(first) + 2
    assert known(desk)[0] > first
    desk.do("put_back")
    desk.settle()
    assert known(desk)[1] == second


def test_letters_that_wait_on_a_page_taken_out_are_not_answered(checked: Desk) -> None:
    for _ in range(9):
        answer(checked, Qt.Key.Key_Return)
    assert "(13 of 24)" in told(checked)
    press(checked, "End Check")
    checked.window.views.pages.close_requested.emit(1)
    checked.settle()
    assert known(checked) == [set()]


def test_half_a_check_is_none(checked: Desk, tmp_path: Path) -> None:
    press(checked, "End Check")
    checked.window.views.pages.close_requested.emit(1)
    checked.settle()
    save(checked, tmp_path / "work")
    checked.window.open_paths([str(tmp_path / "work.ocrdesk")])
    checked.wait_until(lambda: len(checked.window.session.documents) == 1)
    checked.do("check_random")
    checked.settle()
    assert "(1 of 9)" in told(checked), "of the letters that nobody confirmed"


def test_a_page_that_is_gone_is_no_part_of_the_next_check(
    desk: Desk, make_page: PageMaker, tmp_path: Path
) -> None:
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB", "GHKLGH"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.window._checking._rng = np.random.default_rng(0)  # draws from both pages
    ask = desk.window.views.review.estimate.check_requested.emit
    for count in (8, 2):
        ask(count)
        desk.settle()
        for _ in range(count):
            answer(desk, Qt.Key.Key_Return)
    assert all(corrections(desk))
    desk.window.views.pages.close_requested.emit(1)
    answer_question(desk, "Discard")
    ask(2)
    desk.settle()
    save(desk, tmp_path / "work")
    (stored,) = open_document(tmp_path / "work.ocrdesk").pages
    assert stored.check is not None
    assert stored.check.before
    assert check_of({0: stored.check}) is not None
