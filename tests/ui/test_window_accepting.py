"""A person says how many errors to accept: marks, counts and questions follow, and come back."""

from collections.abc import Callable, Generator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from ocrdesk.page.elements import Page
from ocrdesk.services.doubt_line import doubt_line
from ocrdesk.services.progress import Progress
from ocrdesk.services.reader_hints import ReaderHint
from ocrdesk.services.review import DOUBTFUL_BELOW, TARGETS
from ocrdesk.services.review_pages import ReviewPage
from ocrdesk.services.review_queue import ProposedCut
from ocrdesk.ui.appearance import DOUBT, Certainty
from ocrdesk.ui.controllers import hinting
from ocrdesk.ui.views.certainty import glyph_certainty
from ocrdesk.ui.views.glyph_table import STEPS
from ocrdesk.ui.views.reliability_dialog import ReliabilityDialog
from ocrdesk.ui.views.settings_dialog import SettingsDialog
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

_ROWS = ("ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZABCD")


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of a page of thirty letters and the review."""
    desk.open(make_page("a.png", *_ROWS))
    desk.action("panel_review").setChecked(True)
    desk.window.docks["review"].raise_()
    desk.settle()
    return desk


def _choose(desk: Desk, place: int) -> None:
    """Choose by keys how many errors to accept: 0 is as before, then `TARGETS`."""
    (choice,) = desk.window.views.review.doubt.findChildren(QComboBox)
    desk.key(Qt.Key.Key_Home, to=choice)
    for _ in range(place):
        desk.key(Qt.Key.Key_Down, to=choice)
    _wait(desk)


def _wait(desk: Desk) -> None:
    reviewing, accepting = desk.window.reviewing, desk.window.accepting
    desk.wait_until(lambda: accepting.is_settled and reviewing.is_settled)
    desk.settle()


def _doubtful(desk: Desk, below: float) -> set[int]:
    return {g.id for g in desk.page.glyphs if not g.is_confirmed and g.probability < below}


def _asked(desk: Desk) -> set[int]:
    """Return the letters that questions are about because of their own doubt."""
    groups = [item for item in desk.window.reviewing.queue if not isinstance(item, ProposedCut)]
    return {item.leader.glyph_id for item in groups}


def _marked(desk: Desk) -> set[int]:
    """Return the letters that bear a mark of doubt on the page."""
    table = desk.window.views.page.layers.glyphs._table
    sure = (STEPS.index(Certainty.CERTAIN), STEPS.index(Certainty.CONFIRMED))
    pairs = zip(table.glyphs, table.steps.tolist(), strict=True)
    return {glyph.id for glyph, step in pairs if step not in sure}


def _said(desk: Desk) -> str:
    """Return all that panels and the status bar say."""
    return "\n".join(label.text() for label in desk.window.findChildren(QLabel))


@pytest.mark.parametrize("place", [1, 4])
def test_marks_counts_and_questions_follow_the_errors_to_accept_and_come_back(
    page: Desk, place: int
) -> None:
    usual = _doubtful(page, DOUBTFUL_BELOW)
    assert _marked(page) == usual
    _choose(page, place)
    line = doubt_line([ReviewPage(0, page.page)], TARGETS[place - 1])
    expected = _doubtful(page, line.below)
    assert expected != usual
    assert _marked(page) == expected
    assert _asked(page) <= expected
    assert page.current.tally.doubtful == len(expected)
    texts = _said(page)
    assert f"{len(expected)} letters to check, those below" in texts
    assert f"{len(expected)} of 30 letters to check" in texts  # the status bar
    assert f"in 3 rows, {len(expected)} to check" in texts  # the text
    _choose(page, 0)
    assert _marked(page) == usual
    assert page.current.tally.doubtful == len(usual)
    assert f"{len(usual)} letters to check, those below 98" in _said(page)
    assert _asked(page) <= usual


def test_an_answer_counts_at_once_and_undo_takes_it_back(page: Desk) -> None:
    _choose(page, 2)
    left = page.current.tally.doubtful
    first = min(page.page.glyphs, key=lambda glyph: glyph.probability)
    page.click(first.id)
    page.type("Q")
    _wait(page)
    assert f"{left - 1} letters to check" in _said(page)
    page.do("undo")
    _wait(page)
    assert f"{left} letters to check" in _said(page)


def test_a_line_below_the_usual_one_lets_pass_what_is_sure_enough(page: Desk) -> None:
    _choose(page, 4)
    line = doubt_line([ReviewPage(0, page.page)], TARGETS[-1]).below
    assert line < DOUBTFUL_BELOW
    passed = next(g for g in page.page.glyphs if line <= g.probability < DOUBTFUL_BELOW)
    assert glyph_certainty(passed) == Certainty.CERTAIN
    page.click(passed.id)
    page.settle()
    assert "Sure enough" in _said(page)


def test_the_next_start_goes_on_with_the_errors_accepted(
    page: Desk, make_page: PageMaker, open_desk: Callable[[], Desk]
) -> None:
    _choose(page, 2)
    accepted = _marked(page)
    page.window.close_for_good()
    again = open_desk()
    again.open(make_page("a.png", *_ROWS))
    again.action("panel_review").setChecked(True)
    _wait(again)
    assert again.window.views.review.doubt.target == TARGETS[1]
    again.wait_until(lambda: _marked(again) == accepted)


def test_a_page_that_is_opened_later_moves_the_line_for_all(
    page: Desk, make_page: PageMaker
) -> None:
    _choose(page, 2)
    page.open(make_page("b.png", "ABCDEFGHIJ"))
    _wait(page)
    documents = page.window.session.documents
    pages = [ReviewPage(n, d.page) for n, d in enumerate(documents) if d.page is not None]
    line = doubt_line(pages, TARGETS[1])
    for opened in documents:
        assert opened.page is not None
        doubtful = sum(glyph.probability < line.below for glyph in opened.page.glyphs)
        assert opened.tally.doubtful == doubtful


def _open_reliability(desk: Desk) -> ReliabilityDialog:
    opener = desk.window.views.review.doubt.opener
    desk.click_in(opener, opener.rect().center())
    _wait(desk)
    dialog: ReliabilityDialog = desk.window.findChildren(ReliabilityDialog)[0]
    assert dialog.isVisible()
    return dialog


def test_the_curve_is_empty_before_letters_are_known_and_follows_confirming(page: Desk) -> None:
    dialog = _open_reliability(page)
    assert "0 of 20 letters known" in dialog.words
    page.do("select_all")
    page.do("confirm")
    page.click(1)
    page.type("Q")
    _wait(page)
    assert "it said" in dialog.words
    assert "30 letters count" in dialog.words
    assert not dialog.plot.grab().isNull()
    assert "1 of 1 letter right" in dialog.plot.accessibleDescription()
    page.do("undo")
    page.do("undo")
    _wait(page)
    assert "0 of 20 letters known" in dialog.words
    dialog.close()


def test_sure_letters_that_were_picked_do_not_count_and_that_is_said(page: Desk) -> None:
    sure = [g.id for g in page.page.glyphs if g.probability >= DOUBTFUL_BELOW][:2]
    for glyph_id in sure:
        page.click(glyph_id)
        page.type("Q")
    dialog = _open_reliability(page)
    assert "0 of 20 letters known" in dialog.words
    assert "2 letters that the reader was sure of do not count" in dialog.words
    dialog.close()


def test_a_random_check_is_offered_there_and_its_letters_count(page: Desk) -> None:
    dialog = _open_reliability(page)
    QTest.mouseClick(dialog.checker, Qt.MouseButton.LeftButton)
    page.settle()
    panel = page.window.views.review
    for _ in range(len(page.page.glyphs)):
        assert panel.question is not None
        assert panel.question.is_drawn
        page.key(Qt.Key.Key_Return, to=panel.grid)
        page.settle()
    page.wait_until(lambda: "30 letters count" in dialog.words)
    dialog.close()


def test_what_is_chosen_on_the_settings_page_holds_at_once(page: Desk) -> None:
    page.do("settings")
    (dialog,) = page.window.findChildren(SettingsDialog)
    boxes = dialog.findChildren(QComboBox)
    (choice,) = [one for one in boxes if one.accessibleName() == "Errors to accept"]
    page.key(Qt.Key.Key_End, to=choice)
    _wait(page)
    assert page.window.views.review.doubt.target == TARGETS[-1]
    line = doubt_line([ReviewPage(0, page.page)], TARGETS[-1])
    assert _marked(page) == _doubtful(page, line.below)
    dialog.reject()


@pytest.mark.parametrize("place", [1, 4])
def test_letters_that_the_reader_does_not_know_move_no_line(
    page: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    """A reader of capitals takes small letters for capitals, and is sure: it is not believed."""

    def hinted(page: Page, *_: object) -> Generator[Progress, None, ReaderHint | None]:
        yield Progress("Looking", 0.0)
        is_small = len(page.glyphs) == 20
        return ReaderHint("handout", "It looks so.", is_unknown=True) if is_small else None

    monkeypatch.setattr(hinting, "hint_for", hinted)
    known = ReviewPage(0, page.page)
    page.open(make_page("small.png", *["MWMWMWMWMW"] * 2))
    small = ReviewPage(1, page.page)
    target = TARGETS[place - 1]
    expected = doubt_line([known], target).below
    assert expected != doubt_line([known, small], target).below
    page.wait_until(lambda: bool(page.window._checking.unknown))
    _choose(page, place)
    assert DOUBT.below == expected
    page.window.session.close(page.window.session.documents[0])
    _wait(page)
    assert DOUBT.below == DOUBTFUL_BELOW, "nothing is left that says where doubt begins"
