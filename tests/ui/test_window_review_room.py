"""The review at any size: its buttons stay in sight, and all it says can be scrolled to."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from ocrdesk.ui.views.review_notes import ReviewNotes
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

SIZES = ((1366, 700), (784, 752), (800, 560))


@pytest.fixture(params=SIZES, ids=lambda size: "x".join(map(str, size)))
def page(request: pytest.FixtureRequest, desk: Desk, make_page: PageMaker) -> Desk:
    """A window of some size with two pages, and its notes below a question."""
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"), make_page("b.png", "ABEFAB"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    desk.window.resize(*request.param)
    desk.do("next_doubtful")
    desk.settle()
    return desk


def notes(desk: Desk) -> ReviewNotes:
    (found,) = desk.window.views.review.findChildren(ReviewNotes)
    return found


def is_in_sight(desk: Desk, widget: QWidget) -> bool:
    """Whether all of a widget is seen."""
    panel = desk.window.views.review
    seen = QRect(widget.mapTo(panel, widget.rect().topLeft()), widget.size())
    return panel.rect().contains(seen) and widget.visibleRegion().boundingRect() == widget.rect()


def parts(desk: Desk) -> list[QWidget]:
    """Everything that the notes show now."""
    content = notes(desk).widget()
    assert content is not None
    found = [w for kind in (QLabel, QPushButton, QComboBox) for w in content.findChildren(kind)]
    return [part for part in found if part.isVisible()]


def assert_reachable(desk: Desk) -> None:
    """Scroll to each part, which then has to be seen whole."""
    desk.settle()
    area = notes(desk)
    assert area.horizontalScrollBar().maximum() == 0
    review = desk.window.views.review
    if review.question is not None:
        assert all(is_in_sight(desk, b) for b in review._answers.all if not b.isHidden())
    for part in parts(desk):
        area.ensureWidgetVisible(part, 0, 0)
        if (
            part.height() <= area.viewport().height()
        ):  # else by and by, as the end can be scrolled to
            assert is_in_sight(desk, part), part
        if isinstance(part, QLabel) and part.wordWrap():
            assert part.height() >= part.heightForWidth(part.width()), part.text()
    bar, content = area.verticalScrollBar(), area.widget()
    assert content is not None
    assert content.height() <= area.viewport().height() + bar.maximum()
    bar.setValue(0)


def test_what_a_check_says_is_seen_first_and_the_rest_is_scrolled_to(page: Desk) -> None:
    assert_reachable(page)
    page.do("check_random")
    page.settle()
    page.key(Qt.Key.Key_Return, to=page.window.focusWidget())
    page.settle()
    story = page.window.views.review.estimate.story
    assert is_in_sight(page, story._found)
    assert "1 of" in story._found.text()
    assert_reachable(page)
    for _ in range(40):
        question = page.window.views.review.question
        if question is None or not question.is_drawn:
            break
        page.key(Qt.Key.Key_Return, to=page.window.focusWidget())
        page.settle()
    page.wait_until(lambda: "wrong any more" in story._found.text())
    assert_reachable(page)


def ends_with_a_whole_line(area: ReviewNotes) -> bool:
    """Whether nothing is cut where the notes end that are seen first."""
    assert area.verticalScrollBar().value() == 0
    seen = area.viewport().grab().toImage()
    return len({seen.pixelColor(x, seen.height() - 1).rgb() for x in range(seen.width())}) == 1


def test_what_is_seen_ends_with_a_whole_line(desk: Desk, make_page: PageMaker) -> None:
    """Half a line was seen above the panel's edge, in a small window nearly always."""
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"))
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    desk.do("next_doubtful")
    area, scrolled = notes(desk), 0
    for height in range(560, 575):
        desk.window.resize(800, height)
        desk.settle()
        scrolled += bool(area.verticalScrollBar().maximum())
        desk.wait_until(lambda: ends_with_a_whole_line(area))  # what is expected comes when it may
    assert scrolled


def test_the_notes_come_to_rest_in_panels_of_all_sizes(
    desk: Desk, make_page: PageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where all had just room they grew and shrank in turns, until the recursion ended it."""
    desk.open(make_page("a.png", "ABABAB", "EFGEFG"))
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    desk.do("check_random")
    fitted: list[int] = []
    fit = ReviewNotes.height_within

    def counted(area: ReviewNotes, room: int) -> int:
        fitted.append(room)
        return fit(area, room)

    monkeypatch.setattr(ReviewNotes, "height_within", counted)
    dock = desk.window.docks["review"]
    dock.setFloating(True)
    for width in range(180, 280, 3):
        for height in range(320, 520, 40):
            dock.resize(width, height)
            desk.settle()
            desk.settle()
            del fitted[:]
            desk.settle()
            assert not fitted, f"in a panel of {width} x {height} pixels"


def test_keys_reach_the_last_choice(page: Desk) -> None:
    target = page.window.views.review.estimate._target
    for _ in range(12):
        focus = page.window.focusWidget()
        assert focus is not None
        if focus is target:
            break
        page.key(Qt.Key.Key_Tab, to=focus)
    page.settle()
    assert target.hasFocus()
    assert is_in_sight(page, target)


def test_a_key_typed_where_the_notes_scroll_still_answers(page: Desk) -> None:
    area = notes(page)
    if not area.verticalScrollBar().maximum():
        return
    area.setFocus()
    page.key(Qt.Key.Key_Return, to=area)
    page.settle()
    assert sum(opened.tally.confirmed for opened in page.window.session.documents)
