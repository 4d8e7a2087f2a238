"""Questions asked while the letters that look alike are still being found, and one by one."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ocrdesk.services.review import DOUBTFUL_BELOW
from ocrdesk.services.review_groups import LetterGroup
from ocrdesk.ui.controllers import known_looks
from ocrdesk.ui.views.review_panel import ReviewPanel
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import held

pytestmark = pytest.mark.window


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Lets the worker compare letters."""
    go_on = threading.Event()
    monkeypatch.setattr(known_looks, "_look_at_all", held(go_on, known_looks._look_at_all))
    return go_on


@pytest.fixture
def early(desk: Desk, make_page: PageMaker, go_on: threading.Event) -> Desk:
    """Somebody who is asked about a letter of a page whose letters nobody has compared yet."""
    desk.open(make_page("a.png", "ABABAB", "ABABAB"))
    doubtful = [
        g.id for g in desk.page.glyphs if not g.is_confirmed and g.probability < DOUBTFUL_BELOW
    ]
    assert len(doubtful) > 2
    desk.do("next_doubtful")
    desk.settle()
    assert not desk.window.reviewing.is_settled, "the others come later"
    assert shown(desk) == ("one letter", 1, "Confirm")
    assert desk.told == []
    return desk


def panel(desk: Desk) -> ReviewPanel:
    return desk.window.views.review


def shown(desk: Desk) -> tuple[str, int, str]:
    """What is said of how many there are, how many are chosen, and what Enter does."""
    desk.settle()
    labels = [label.text() for label in panel(desk).findChildren(QLabel) if label.isVisible()]
    heading = next(text for text in labels if text.startswith("“"))
    return (
        heading.partition(": ")[2],
        panel(desk).grid.chosen_count,
        panel(desk)._first.text().partition(" (")[0],
    )


def late(desk: Desk, go_on: threading.Event) -> LetterGroup:
    """Wait for the letters that look alike; return the group of the one that is selected."""
    go_on.set()
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    found = [
        item
        for item in desk.window.reviewing.queue
        if desk.selected.id in {place.glyph_id for place in item.members}
    ]
    (group,) = found
    assert isinstance(group, LetterGroup)
    assert len(group.members) > 1
    return group


def test_f3_goes_round_all_pages(desk: Desk, make_page: PageMaker) -> None:
    rows = {"a.png": "ABEFIM", "b.png": "CDGHJN", "c.png": "KLOPQR"}
    desk.open(*(make_page(name, row) for name, row in rows.items()))
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    assert len({item.leader.page for item in desk.window.reviewing.queue}) == len(rows)
    seen: set[str] = set()
    for _ in range(24):
        desk.do("next_doubtful")
        desk.settle()
        seen.add(desk.current.title)
    assert seen == set(rows)


def test_a_question_that_is_being_answered_does_not_grow(
    early: Desk, go_on: threading.Event
) -> None:
    asked = early.selected.id
    group = late(early, go_on)
    assert shown(early) == ("one letter", 1, "Confirm")
    focus = early.window.focusWidget()
    assert focus is not None
    early.key(Qt.Key.Key_Return, to=focus)
    assert set(early.corrections) == {asked}, "nobody saw the others when Enter was pressed"
    early.wait_until(lambda: early.window.reviewing.is_settled)
    rest = {place.glyph_id for place in group.members} - {asked}
    open_ones = {p.glyph_id for item in early.window.reviewing.queue for p in item.members}
    assert rest <= open_ones, "the others are asked about next"


def test_asked_anew_it_has_all_letters_that_look_alike(early: Desk, go_on: threading.Event) -> None:
    count = len(late(early, go_on).members)
    early.do("next_doubtful")
    early.do("previous_doubtful")
    assert shown(early) == (f"{count} letters alike", count, f"Confirm All {count}")


def test_a_question_that_nobody_answers_grows_with_all_its_letters_chosen(
    early: Desk, go_on: threading.Event
) -> None:
    early.window.views.page.setFocus()
    count = len(late(early, go_on).members)
    assert shown(early) == (f"{count} letters alike", count, f"Confirm All {count}")
