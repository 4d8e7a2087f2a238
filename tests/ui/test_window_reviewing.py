"""The review: questions by gain, groups answered at once, a random check, all undoable."""

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ocrdesk import paths
from ocrdesk.services.review_pages import LetterPlace
from tests.ui.asked import panel, press, said
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A window with two pages of letters that are exactly alike, some of them doubtful."""
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.wait_until(lambda: desk.window.reviewing.is_settled)  # with letters that look alike
    assert desk.window.reviewing.queue
    return desk


def _confirmed(desk: Desk) -> int:
    documents = desk.window.session.documents
    return sum(opened.tally.confirmed for opened in documents)


def test_f3_asks_what_gains_most_and_gives_it_the_keyboard(page: Desk) -> None:
    page.do("next_doubtful")
    page.settle()
    assert panel(page).isVisible()
    first = page.window.reviewing.queue[0]
    question = panel(page).question
    assert question is not None
    assert {cell.place for cell in question.letters} == set(first.members)
    assert page.selected.id == first.leader.glyph_id
    gains = [
        item.gain for item in page.window.reviewing.queue if item.leader.page == first.leader.page
    ]
    assert gains == sorted(gains, reverse=True)
    page.do("next_doubtful")
    page.settle()
    assert page.selected.id == page.window.reviewing.queue[1].leader.glyph_id
    page.do("previous_doubtful")
    page.settle()
    assert page.selected.id == first.leader.glyph_id


def _largest(desk: Desk) -> None:
    """Go to the question about letters on more than one page."""
    for _ in desk.window.reviewing.queue:
        desk.do("next_doubtful")
        desk.settle()
        question = panel(desk).question
        assert question is not None
        if len({cell.place.page for cell in question.letters}) > 1:
            return
    raise AssertionError("letters that are exactly alike should be asked about together")


def test_one_answer_settles_all_that_look_alike_on_all_pages(page: Desk) -> None:
    _largest(page)
    question = panel(page).question
    assert question is not None
    count = len(question.letters)
    assert count >= 3
    press(page, Qt.Key.Key_Q)
    assert _confirmed(page) == count
    for cell in question.letters:
        opened = page.window.session.documents[cell.place.page]
        assert opened.page is not None
        assert opened.page.glyph(cell.place.glyph_id).correction == "Q"
    names = [opened.history.undo_text() for opened in page.window.session.documents]
    assert [name.split(" (")[1] for name in names] == ["1 of 2 pages)", "2 of 2 pages)"]
    notice = page.told[-1]
    assert notice.text == f"Set {count} letters on 2 pages to “Q”."
    assert notice.on_action is not None
    page.window.notice_bar.action_requested.emit(page.number_of(notice))
    page.settle()
    assert _confirmed(page) == 0


def test_enter_confirms_all_but_those_left_out(page: Desk) -> None:
    _largest(page)
    grid = panel(page).grid
    cells = grid.cells
    page.click_in(grid.viewport(), grid.visualRect(grid.model().index(1, 0)).center())
    assert [cell.place for cell in grid.chosen] == [c.place for c in cells if c is not cells[1]]
    press(page, Qt.Key.Key_Return)
    assert _confirmed(page) == len(cells) - 1
    left_out = page.window.session.documents[cells[1].place.page].page
    assert left_out is not None
    assert not left_out.glyph(cells[1].place.glyph_id).is_confirmed


def test_answers_lead_on_until_nothing_is_left_and_undo_brings_questions_back(page: Desk) -> None:
    assert "answered" not in said(page)
    page.do("next_doubtful")
    page.settle()
    press(page, Qt.Key.Key_Q)
    corrected, steps = _confirmed(page), 0
    while page.window.reviewing.queue and (steps := steps + 1) <= 40:
        press(page, Qt.Key.Key_Return)
    assert not page.window.reviewing.queue
    assert not page.action("next_doubtful").isEnabled()
    answered = f"{_confirmed(page) - corrected} letters confirmed, {corrected} letter"
    assert f"All questions are answered {answered}" in said(page), "not as if none ever was"
    assert "A check of random letters" in said(page)
    page.do("undo")
    page.wait_until(lambda: bool(page.window.reviewing.queue))
    page.wait_until(page.action("next_doubtful").isEnabled)


def test_the_question_follows_the_letter_that_is_clicked(page: Desk) -> None:
    page.do("next_doubtful")
    item = page.window.reviewing.queue[1]
    page.click(item.leader.glyph_id)
    page.settle()
    question = panel(page).question
    assert question is not None
    assert item.leader in {cell.place for cell in question.letters}


def test_the_number_of_questions_only_falls(page: Desk) -> None:
    """It was a place in an order that follows every answer, and jumped: 1 of 24, 5 of 23."""
    page.do("next_doubtful")
    page.settle()
    left: list[int] = []
    while page.window.reviewing.queue and len(left) < 40:
        question = panel(page).question
        assert question is not None
        counts = re.findall(r"(\d+) (?:questions? |about how)", question.detail)
        left.append(sum(map(int, counts)))
        press(page, Qt.Key.Key_Return)
    assert left == sorted(left, reverse=True)
    assert left[-1] == 1


def _key(desk: Desk) -> object:
    question = panel(desk).question
    return None if question is None else question.key


def test_a_random_check_counts_and_bounds_the_errors(page: Desk) -> None:
    page.do("check_random")
    page.settle()
    letters = sum(opened.tally.letters for opened in page.window.session.documents)
    assert f"1 of {letters}" in said(page)
    press(page, Qt.Key.Key_Return)
    drawn = panel(page).question
    assert drawn is not None
    press(page, Qt.Key.Key_9)
    assert f"3 of {letters}" in said(page)
    page.do("undo")
    page.wait_until(lambda: _key(page) == drawn.key)
    press(page, Qt.Key.Key_9)
    for _ in range(letters - 2):
        press(page, Qt.Key.Key_Return)
    assert _confirmed(page) == letters
    page.wait_until(lambda: "Good enough, stop here" in said(page))
    assert f"1 of {letters} were wrong. So none of all {letters} letters is wrong" in said(page)
    assert "wrong any more, if what you confirmed is right." in said(page)


def test_who_says_that_a_letter_is_wrong_is_asked_what_it_is(page: Desk) -> None:
    page.do("check_random")
    page.settle()
    drawn = panel(page).question
    assert drawn is not None
    (wrong,) = [b for b in panel(page).findChildren(QPushButton) if b.text() == "Wrong…"]
    page.click_in(wrong, wrong.rect().center())
    page.settle()
    assert "Then type what it is. (1 of" in said(page)
    assert ") · a.png" in said(page), "the page stays named"
    assert "If the box is cut wrong" in said(page)
    assert "Enter says that it is right" not in said(page)
    assert _key(page) == drawn.key
    assert not _confirmed(page), "nobody has said what it is"
    press(page, Qt.Key.Key_9)
    assert list(page.corrections.values()) == ["9"]
    page.wait_until(lambda: "checked, 1 wrong" in said(page))
    assert "Is this" in said(page), "the next letter is asked about as usual"
    page.do("next_doubtful")
    page.settle()
    assert not wrong.isVisible(), "of letters that look alike some may be left out instead"


def test_a_box_that_is_cut_wrong_counts_as_wrong_once_it_is_mended(page: Desk) -> None:
    page.do("check_random")
    page.settle()
    before = _key(page)
    page.do("delete")
    page.wait_until(lambda: _key(page) != before)
    page.wait_until(lambda: "checked, 1 wrong" in said(page))


def test_ending_a_check_proves_nothing(page: Desk) -> None:
    page.do("check_random")
    page.settle()
    press(page, Qt.Key.Key_Return)
    buttons = panel(page).findChildren(QPushButton)
    (end,) = [button for button in buttons if button.accessibleName() == "End Check"]
    page.click_in(end, end.rect().center())
    page.settle()
    assert "Good enough" not in said(page).replace("Good enough:", "")
    assert "Random check: 1 of" in said(page)
    assert panel(page).question is not None


def test_a_check_ends_with_a_page_that_it_drew_from(page: Desk) -> None:
    page.do("check_random")
    page.settle()
    page.window.session.close(page.window.session.documents[1])
    page.settle()
    page.wait_until(lambda: "Random check" not in said(page))
    assert page.action("check_random").isEnabled()


@pytest.fixture
def _shipped_model(desk: Desk) -> None:
    """Read by the model that ships, as at home."""
    for path in paths.user_models_folder().glob("*.npz"):
        path.unlink()


@pytest.mark.usefixtures("_shipped_model")
def test_a_page_of_small_letters_is_reviewed_by_keys_alone(
    desk: Desk, shared_data: Path, tmp_path: Path
) -> None:
    """Small letters to a reader of capitals: doubts of every kind."""
    picture = Image.open(shared_data / "pages" / "lower_case.jpg")
    picture.thumbnail((1600, 1600))
    picture.save(tmp_path / "page.png", compress_level=1)
    desk.open(tmp_path / "page.png")
    before = desk.current.tally.doubtful
    assert before > 5
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    assert desk.window.reviewing.queue
    desk.do("next_doubtful")
    desk.settle()
    rng = np.random.default_rng(0)
    for _ in range(200):
        question = panel(desk).question
        if question is None:
            break
        press(desk, Qt.Key.Key_E if rng.random() < 0.3 and not question.cut else Qt.Key.Key_Return)
    assert desk.current.tally.doubtful == 0
    while desk.action("undo").isEnabled():
        desk.do("undo")
    assert desk.current.tally.doubtful == before


def test_undo_all_leaves_what_a_person_undid_and_what_was_before(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "AAB"), make_page("b.png", "AAB"))
    review = desk.window.reviewing
    pages = desk.window.session.documents
    for place in (0, 1):
        places = [
            LetterPlace(review._desk.number_of(opened), opened.page.glyphs[place].id)
            for opened in pages
            if opened.page is not None
        ]
        assert review._answers.label(places, "X")
    pages[0].history.undo()
    (notice,) = [notice for notice in desk.told if notice.action == "Undo All"]
    assert notice.on_action is not None
    notice.on_action()
    for opened in pages:
        assert opened.page is not None
        assert [glyph.correction for glyph in opened.page.glyphs] == ["X", None, None]
