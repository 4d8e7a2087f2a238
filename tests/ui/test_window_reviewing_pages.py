"""A review of several pages asks about the page that is shown; it reads and sets no other."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ocrdesk.services.review import DOUBTFUL_BELOW
from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.controllers.review_order import letter_on
from ocrdesk.ui.session import OpenDocument
from tests.ui.asked import panel, question, said
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_ROWS = {"a.png": "ABEFIM", "b.png": "CDGHJN", "c.png": "KLOPQR"}


@pytest.fixture
def pages(desk: Desk, make_page: PageMaker) -> Desk:
    """A window with three pages of other letters each, the first shown."""
    desk.open(*(make_page(name, row) for name, row in _ROWS.items()))
    show(desk, 0)
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    assert {item.leader.page for item in desk.window.reviewing.queue} == {0, 1, 2}
    return desk


def show(desk: Desk, place: int) -> None:
    desk.window.session.show(documents(desk)[place])
    desk.settle()


def documents(desk: Desk) -> Sequence[OpenDocument]:
    return desk.window.session.documents


def keyboard(desk: Desk) -> QWidget:
    focus = desk.window.focusWidget()
    assert focus is not None
    assert focus is panel(desk) or panel(desk).isAncestorOf(focus)
    return focus


def confirmed(desk: Desk) -> list[int]:
    return [opened.tally.confirmed for opened in documents(desk)]


def is_in_step(desk: Desk) -> bool:
    """Tell whether page and panel show the same letter."""
    place = documents(desk).index(desk.current)
    return LetterPlace(place, desk.selected.id) in {c.place for c in question(desk).letters}


def test_the_page_that_is_shown_comes_first(pages: Desk) -> None:
    pages.do("next_doubtful")
    assert pages.current.title == "a.png"
    queue = pages.window.reviewing.queue
    for place in (1, 2):
        show(pages, place)
        pages.do("next_doubtful")
        pages.settle()
        assert pages.current is documents(pages)[place], "it has letters to ask about"
        about = [item for item in queue if any(one.page == place for one in item.members)]
        first = max(about, key=lambda item: item.gain)
        assert pages.selected.id == letter_on(first, place).glyph_id
        assert is_in_step(pages)
    show(pages, 0)
    pages.window.views.page.setFocus()
    pages.key(Qt.Key.Key_Escape)
    pages.do("previous_doubtful")
    assert pages.current.title == "a.png"


def test_skipping_passes_what_a_page_asked_by_itself(pages: Desk) -> None:
    pages.do("next_doubtful")
    show(pages, 1)
    first = question(pages).key
    assert is_in_step(pages), "the keyboard is in the panel: its letter is selected"
    pages.click_in(panel(pages)._last, panel(pages)._last.rect().center())
    pages.settle()
    assert pages.current.title == "b.png"
    assert question(pages).key != first


def test_the_panel_names_the_page(pages: Desk, make_page: PageMaker) -> None:
    pages.do("next_doubtful")
    assert question(pages).heading.endswith("\N{MIDDLE DOT} a.png")
    for title in ("b.png", "c.png"):
        pages.do("close_page")
        pages.settle()
        pages.do("next_doubtful")
        pages.settle()
        assert question(pages).heading.endswith(title) == (title == "b.png"), "one needs no name"


def test_keys_answer_nothing_on_a_page_that_is_not_shown(pages: Desk) -> None:
    pages.do("next_doubtful")
    pages.settle()
    focus = keyboard(pages)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_7):
        pages.window.session.show(documents(pages)[1])
        pages.key(key, to=focus)  # at once: the panel had no turn to follow
        assert confirmed(pages) == [0, 0, 0]
        pages.settle()
        assert is_in_step(pages)
        show(pages, 0)
        assert is_in_step(pages)
    pages.key(Qt.Key.Key_Return, to=keyboard(pages))
    assert confirmed(pages)[0] > 0
    assert confirmed(pages)[1:] == [0, 0]


def test_a_random_check_answers_nothing_out_of_sight(pages: Desk) -> None:
    pages.do("check_random")
    pages.settle()
    asked = pages.current
    others = [place for place, opened in enumerate(documents(pages)) if opened is not asked]
    pages.window.session.show(documents(pages)[others[0]])
    pages.key(Qt.Key.Key_Return, to=keyboard(pages))
    assert confirmed(pages) == [0, 0, 0]
    assert pages.current is asked, "it is shown again instead"
    pages.key(Qt.Key.Key_Return, to=keyboard(pages))
    assert sum(confirmed(pages)) == 1


def test_a_page_without_questions_asks_none_of_another(pages: Desk) -> None:
    pages.do("next_doubtful")
    pages.settle()
    pages.do("select_all")
    pages.do("confirm")
    pages.wait_until(lambda: pages.window.reviewing.is_settled)
    assert panel(pages).question is None
    assert "Nothing to review on this page" in said(pages)
    assert "F3 goes on with" in said(pages)
    before = confirmed(pages)
    pages.key(Qt.Key.Key_Return, to=panel(pages))
    assert confirmed(pages) == before
    pages.do("next_doubtful")
    pages.settle()
    assert pages.current is not documents(pages)[0]
    assert is_in_step(pages)


def test_undoing_an_answer_asks_the_letter_again_that_the_page_shows(pages: Desk) -> None:
    pages.do("next_doubtful")
    pages.settle()
    asked = pages.selected.id
    pages.key(Qt.Key.Key_7, to=keyboard(pages))
    pages.settle()
    assert pages.page.glyph(asked).correction == "7"
    pages.do("undo")
    pages.wait_until(lambda: pages.window.reviewing.is_settled)
    assert pages.selected.id == asked
    assert is_in_step(pages)


def test_a_review_reads_no_page_after_one_was_given_another_reader(
    pages: Desk, make_model: ModelMaker
) -> None:
    make_model("other", seed=7)
    show(pages, 2)
    pages.window.reading.arrivals.choice.choose_for(pages.current, "other")
    pages.wait_until(lambda: pages.current.read_by == "other")
    pages.wait_until(lambda: pages.window.reviewing.is_settled)
    before = [opened.page for opened in documents(pages)]
    seen = set()
    for _ in range(24):
        pages.do("next_doubtful")
        assert pages.window.reading.busy is None
        assert is_in_step(pages)
        seen.add(pages.current.title)
    assert seen == set(_ROWS)
    assert [opened.page for opened in documents(pages)] == before
    assert [opened.read_by for opened in documents(pages)] == ["print36", "print36", "other"]
    assert not [notice for notice in pages.told if notice.topic == "read again"]


def test_undo_all_is_offered_as_long_as_there_is_something_to_undo(pages: Desk) -> None:
    places = [LetterPlace(number, 1) for number in (0, 1)]
    assert pages.window.reviewing._answers.label(places, "X")
    assert pages.told_of("group").action == "Undo All"
    documents(pages)[0].history.undo()
    assert pages.told_of("group").action == "Undo All"
    documents(pages)[1].history.undo()
    assert not pages.told


def test_keys_answer_what_the_page_shows_selected(pages: Desk) -> None:
    pages.do("next_doubtful")
    pages.settle()
    focus = keyboard(pages)
    asked = pages.selected.id
    other = next(glyph.id for glyph in pages.page.glyphs if glyph.probability >= DOUBTFUL_BELOW)
    pages.window.session.select(other)  # as undoing and a new reading do
    pages.key(Qt.Key.Key_Return, to=focus)
    assert confirmed(pages) == [0, 0, 0]
    assert is_in_step(pages)
    pages.click(other)
    pages.settle()
    assert pages.window.views.page.hasFocus()
    button = panel(pages)._first
    pages.click_in(button, button.rect().center())
    assert pages.page.glyph(asked).is_confirmed, "one click does: the letter is selected before"
    assert not pages.page.glyph(other).is_confirmed
