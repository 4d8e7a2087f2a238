"""The review asks whether letters should be parted otherwise, says how surely, and keys answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Prediction
from ocrdesk.services.proposals import Proposal, ProposedGlyph
from ocrdesk.services.review_queue import ProposedCut
from tests.ui.asked import panel, press, said
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.test_window_reviewing import _key

pytestmark = pytest.mark.window


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A window with two pages of letters, some of them doubtful."""
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    return desk


def test_a_split_is_proposed_and_taken_with_shift_and_enter(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABABAB"))
    whole = desk.page.glyphs[2]
    box, middle = whole.box, (whole.box.left + whole.box.right) // 2
    parts = tuple(
        ProposedGlyph(
            BoundingBox(left, box.top, right, box.bottom),
            (Prediction(character, share), Prediction("N", 1 - share)),
        )
        for left, right, character, share in (
            (box.left, middle, "H", 0.97),
            (middle, box.right, "I", 0.95),
        )
    )
    desk.current.proposals = (Proposal((whole.id,), parts, 9.0, (box,)),)
    review = desk.window.reviewing
    review.refresh()
    desk.wait_until(lambda: any(isinstance(item, ProposedCut) for item in review.queue))
    panel = desk.window.views.review
    for _ in review.queue:
        desk.do("next_doubtful")
        desk.settle()
        assert panel.question is not None
        if panel.question.cut is not None:
            break
    said = " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert f"Is “{whole.character}” several letters, “H” and “I”?" in said
    assert "By ink alone: 99.99\xa0% for “H” and “I”." in said
    focus = desk.window.focusWidget()
    assert focus is not None
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, to=focus)
    desk.settle()
    assert [glyph.box for glyph in desk.page.glyphs[2:4]] == [part.box for part in parts]
    assert [glyph.character for glyph in desk.page.glyphs[2:4]] == ["H", "I"]
    desk.do("undo")
    assert desk.page.glyphs[2] == whole


def _propose(desk: Desk) -> None:
    """Let the reading have proposed that the first two letters be one H."""
    opened = desk.current
    first, second = desk.page.glyphs[:2]
    shares = (Prediction("H", 0.97), Prediction("N", 0.03))
    parts = (ProposedGlyph(first.box.union(second.box), shares),)
    opened.proposals = (Proposal((1, 2), parts, 9.0, (first.box, second.box)),)
    desk.window.reviewing.refresh()
    desk.wait_until(
        lambda: any(isinstance(item, ProposedCut) for item in desk.window.reviewing.queue)
    )


def _go_to_cut(desk: Desk) -> None:
    for _ in range(len(desk.window.reviewing.queue)):
        desk.do("next_doubtful")
        desk.settle()
        question = panel(desk).question
        if question is not None and question.cut is not None:
            return
    raise AssertionError("the cut should be asked about")


def test_another_cut_is_taken_by_its_button(page: Desk) -> None:
    _propose(page)
    _go_to_cut(page)
    old = "” and “".join(glyph.character for glyph in page.page.glyphs[:2])
    assert f"Are “{old}” one letter, “H”?" in said(page)
    assert "By ink alone: 99.99 % for “H”. Enter says no, Shift+Enter yes, a char" in said(page)
    before = len(page.page.glyphs)
    (yes,) = [b for b in panel(page).findChildren(QPushButton) if b.text() == "Yes"]
    page.click_in(yes, yes.rect().center())
    page.settle()
    assert len(page.page.glyphs) == before - 1
    assert page.page.glyphs[0].character == "H"
    assert not any(isinstance(item, ProposedCut) for item in page.window.reviewing.queue)
    page.do("undo")
    assert len(page.page.glyphs) == before


def test_enter_leaves_a_page_as_it_is_whatever_is_asked(page: Desk) -> None:
    """It confirmed letters and cut them, from the same key: a right H became 1 and Y."""
    _propose(page)
    _go_to_cut(page)
    first = panel(page).findChildren(QPushButton)[0]
    assert (first.text().partition(" ")[0], first.toolTip()) == ("No", "No (Enter)")
    before = page.page
    press(page, Qt.Key.Key_Return)
    assert page.page is before
    assert not any(isinstance(item, ProposedCut) for item in page.window.reviewing.queue)


def test_a_character_says_what_letters_are_as_one(page: Desk) -> None:
    """Typed at such a question it was lost, or set the first of the two letters."""
    _propose(page)
    _go_to_cut(page)
    before = page.page
    press(page, Qt.Key.Key_9)
    assert len(page.page.glyphs) == len(before.glyphs) - 1
    assert page.page.glyphs[0].correction == "9"
    assert page.page.glyphs[0].box == before.glyphs[0].box.union(before.glyphs[1].box)
    page.do("undo")
    assert page.page == before


def test_del_removes_all_letters_that_a_cut_is_about(page: Desk) -> None:
    """Where there is neither this letter nor those: no answer was right."""
    _propose(page)
    _go_to_cut(page)
    assert "F3 skips it." in said(page)
    before, asked = page.page, _key(page)
    press(page, Qt.Key.Key_Delete)
    assert page.page.glyphs == before.glyphs[2:]
    page.do("undo")
    assert page.page == before
    page.wait_until(lambda: page.window.reviewing.is_settled)
    assert any(isinstance(item, ProposedCut) for item in page.window.reviewing.queue)
    _go_to_cut(page)
    assert _key(page) == asked


def test_a_character_is_no_answer_where_letters_stay_as_many(page: Desk) -> None:
    opened = page.current
    first, second = page.page.glyphs[:2]
    parts = tuple(ProposedGlyph(g.box.padded(1), (Prediction("H", 0.9),)) for g in (first, second))
    opened.proposals = (Proposal((1, 2), parts, 9.0, (first.box, second.box)),)
    page.window.reviewing.refresh()
    page.wait_until(
        lambda: any(isinstance(item, ProposedCut) for item in page.window.reviewing.queue)
    )
    _go_to_cut(page)
    before, asked = page.page, _key(page)
    press(page, Qt.Key.Key_9)
    assert page.page is before
    assert _key(page) == asked
    assert "really “H” and “H”?" in said(page)


def test_a_cut_that_was_refused_is_not_asked_about_again(page: Desk) -> None:
    _propose(page)
    _go_to_cut(page)
    (no,) = [b for b in panel(page).findChildren(QPushButton) if b.text().startswith("No")]
    page.click_in(no, no.rect().center())
    page.window.reviewing.refresh()
    page.wait_until(lambda: page.window.reviewing.is_settled)
    assert not any(isinstance(item, ProposedCut) for item in page.window.reviewing.queue)


def _left(desk: Desk) -> tuple[int, int]:
    """Return how many questions the review has about letters and about cuts."""
    queue = desk.window.reviewing.queue
    cuts = sum(isinstance(item, ProposedCut) for item in queue)
    return len(queue) - cuts, cuts


def test_questions_about_letters_are_counted_apart_from_those_about_cuts(page: Desk) -> None:
    """Else their number stands beside that of the letters to check, and fits it nowhere."""
    _propose(page)
    _go_to_cut(page)
    letters, cuts = _left(page)
    told = f"{letters} questions about letters left, {cuts} about how letters are cut."
    assert told in said(page)
    assert f"{sum(d.tally.doubtful for d in page.window.session.documents)} letters" in said(page)
    press(page, Qt.Key.Key_Return)  # the page is right as it is
    assert _left(page)[0] == letters
    page.wait_until(lambda: page.window.reviewing.is_settled)
    assert f"{letters} questions about letters left" in said(page)
    assert ("about how letters are cut" in said(page)) == (cuts > 1)
