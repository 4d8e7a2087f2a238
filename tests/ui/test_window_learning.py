"""The window learns a hand from what was confirmed, in a worker, and undoes it in one step."""

import re
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ocrdesk.services.learning import learn
from ocrdesk.services.profile_store import list_profiles
from ocrdesk.ui.controllers import learning
from ocrdesk.ui.controllers.learnt_story import Changed
from ocrdesk.ui.controllers.learnt_words import changes_elsewhere, named
from ocrdesk.ui.notices import NoticeLevel
from ocrdesk.ui.turns import in_next_turn
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk
from tests.ui.gate import held

pytestmark = pytest.mark.window

ROWS = ("ABCDEFGHKL", "MNOPRSTUVW", "AEHKMNRSTX")


@pytest.fixture
def learner(shipped: Desk, make_page: PageMaker) -> Desk:
    """A window that reads with the model that ships, a page of many letters open."""
    shipped.open(make_page("a.png", *ROWS))
    return shipped


def _wait(desk: Desk) -> None:
    desk.wait_until(lambda: not desk.window.learning.is_learning)


def _confirm(desk: Desk, text: str) -> None:
    desk.click(desk.page.glyphs[0].id)
    for character in text:
        desk.type(character)


def test_a_hand_is_learnt_in_one_step_that_can_be_undone(learner: Desk) -> None:
    _confirm(learner, "".join(ROWS[:2]))
    before = learner.page
    learner.do("learn_hand")
    _wait(learner)
    assert [name for name, _ in list_profiles()] == ["My hand"]
    assert learner.window.reading.model == "My hand"
    notice = learner.told_of("learn")
    assert "“My hand” learnt from 20 letters" in notice.text
    assert learner.action("undo").text().startswith("&Undo Learnt: ")
    for old, new in zip(before.glyphs, learner.page.glyphs, strict=True):
        assert new == old if old.is_confirmed else new.predictions != old.predictions
    learner.do("undo")
    assert learner.page == before


def test_it_says_how_letters_are_read_that_were_not_learnt(
    shipped: Desk, make_page: PageMaker
) -> None:
    rows = ["ABCDEFGHIJ"] * 3
    shipped.open(make_page("a.png", *rows))
    _confirm(shipped, "".join(rows))
    shipped.do("learn_hand")
    _wait(shipped)
    advice = shipped.told_of("learn").advice
    assert re.match(
        r"Of \d+ of them, each tested by a reader that had not seen it, "
        r"\d+ are read right, \d+ before\.",
        advice,
    ), advice


def test_pages_of_another_reader_are_left_out_and_told(learner: Desk, make_page: PageMaker) -> None:
    first = learner.current
    _confirm(learner, "".join(ROWS[:2]))
    learner.open(make_page("b.png", "XYZXYZ"))
    _confirm(learner, "XYZ")
    second = learner.current
    learner.do("learn_hand")
    _wait(learner)
    assert "learnt from 23 letters" in learner.told_of("learn").text
    assert "The letters are of 2 pages." in learner.told_of("learn").advice
    learner.window.reading.choose_model("print36")  # it is in another hand
    learner.wait_until(lambda: learner.window.reading.busy is None)
    learner.window.session.show(first)
    assert learner.window.reading.model == "My hand"
    learner.do("learn_hand")
    _wait(learner)
    assert "learnt from 20 letters" in learner.told_of("learn").text
    assert "One page that another reader reads was left out." in learner.told_of("learn").advice
    assert (first.reader, second.reader) == ("My hand", "print36")


def test_it_is_learning_until_all_pages_have_their_reading(
    learner: Desk, make_page: PageMaker
) -> None:
    _confirm(learner, "".join(ROWS[:2]))
    learner.open(make_page("b.png", "XYZXYZ"))
    controller, session = learner.window.learning, learner.window.session
    after_each: list[bool] = []

    def look_in_a_turn(*_: object) -> None:
        in_next_turn(lambda: after_each.append(controller.is_learning), session)

    learner.do("learn_hand")
    session.page_changed.connect(look_in_a_turn)
    _wait(learner)
    learner.wait_until(lambda: len(after_each) == 2)
    assert after_each == [True, False]


def test_what_changed_is_stepped_through(learner: Desk) -> None:
    _confirm(learner, "ABCDEFGHKLMNOPRSTUVW")
    story = learner.window.learning._story
    ids = [glyph.id for glyph in learner.page.glyphs[-2:]]
    opened = learner.current
    story.changed = [Changed(opened, glyph_id, "Q") for glyph_id in ids]
    after = learner.page.glyph(ids[0]).character
    story.show(0)
    assert learner.selected.id == ids[0]
    notice = learner.told_of("learn")
    assert (notice.text, notice.action) == (
        f"Changed letter 1 of 2: Q → {after}",
        "Show Next",
    )
    assert notice.on_action is not None
    notice.on_action()
    assert learner.selected.id == ids[1]
    assert learner.told_of("learn").action == ""


def test_what_reads_worse_is_refused_and_told(learner: Desk) -> None:
    text = "".join(ROWS)
    _confirm(learner, text[7:] + text[:7])
    before = learner.page
    learner.do("learn_hand")
    _wait(learner)
    assert learner.told_of("learn").level == NoticeLevel.WARNING
    assert "Nothing was learnt" in learner.told_of("learn").text
    assert learner.page == before
    assert learner.window.reading.model == "print36"
    assert not list_profiles()


def test_without_confirmed_letters_it_says_what_to_do(learner: Desk) -> None:
    learner.do("learn_hand")
    _wait(learner)
    assert [notice.advice for notice in learner.told] == ["Confirm or correct some letters first."]


def test_it_learns_by_itself_only_where_a_person_wants_that(learner: Desk) -> None:
    controller = learner.window.learning
    controller._pause.setInterval(10)
    _confirm(learner, "".join(ROWS[:2]))
    assert not controller._pause.isActive()
    learner.do("learns_by_itself")
    learner.click(learner.page.glyphs[20].id)
    learner.key(Qt.Key.Key_Return)
    learner.wait_until(lambda: bool(list_profiles()) and not controller.is_learning)
    assert learner.window.reading.model == "My hand"


def test_a_closing_window_waits_for_no_learning(
    learner: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(learning, "learn", held(go_on, learn))
    _confirm(learner, "ABCDEF")
    learner.do("learn_hand")
    assert learner.window.learning.is_learning
    learner.window.learning.stop()
    _wait(learner)
    go_on.set()
    learner.wait_until(lambda: learner.window.tasks.is_idle)
    assert not list_profiles()


def test_a_closed_window_learns_no_more_by_itself(learner: Desk) -> None:
    controller = learner.window.learning
    learner.do("learns_by_itself")
    controller._pause.setInterval(300)
    _confirm(learner, "".join(ROWS[:2]))
    assert controller._pause.isActive()
    learner.window.close_for_good()
    _wait(learner)
    assert not controller._pause.isActive()
    assert not list_profiles()


def test_what_changed_on_pages_that_are_not_shown_is_named(
    learner: Desk, make_page: PageMaker
) -> None:
    """It may be another person's page: which letters, where, and how to get back."""
    _confirm(learner, "".join(ROWS[:2]).replace("E", "8"))  # so E is read as 8 from now on
    first = learner.current
    learner.open(make_page("b.png", "EEXYEE"))
    other = learner.current
    before = learner.page
    learner.window.session.show(first)
    learner.do("learn_hand")
    _wait(learner)
    assert other.page is not None
    changed = [
        (old.character, new.character)
        for old, new in zip(before.glyphs, other.page.glyphs, strict=True)
        if old.character != new.character
    ]
    assert changed == [("E", "8")] * 4
    notice = learner.told_of("learn")
    assert notice.text.replace("\N{NO-BREAK SPACE}", " ").endswith(
        "4 of them are on another page: b.png, E → 8 (4\N{MULTIPLICATION SIGN})."
    )
    assert "If another person wrote a page, show it and undo" in notice.advice
    learner.window.session.show(other)
    learner.do("undo")
    assert learner.page == before
    assert learner.window.reading.model == "print36"
    learner.window.session.show(first)
    assert learner.window.reading.model == "My hand"


@pytest.fixture
def two(learner: Desk, make_page: PageMaker) -> Desk:
    """A hand learnt that changed letters of a page that is not shown; both are as before else."""
    _confirm(learner, "".join(ROWS[:2]).replace("E", "8"))
    first = learner.current
    learner.open(make_page("b.png", "EEXYEE"))
    learner.window.session.show(first)
    return learner


def _press_undo(desk: Desk) -> None:
    notice = desk.told_of("learn")
    buttons = desk.window.notice_bar.findChildren(QPushButton)
    (button,) = [one for one in buttons if one.isVisible() and one.text() == notice.undo]
    button.click()
    desk.settle()


def test_what_was_learnt_is_undone_on_all_pages_together(two: Desk) -> None:
    pages = two.window.session.documents
    before = [opened.page for opened in pages]
    two.do("learn_hand")
    _wait(two)
    assert [opened.page for opened in pages] != before
    assert two.told_of("learn").undo == "Undo All"
    _press_undo(two)
    assert [opened.page for opened in pages] == before
    assert [opened.reader for opened in pages] == ["print36"] * 2
    assert not any(told.topic == "learn" for told in two.told)
    two.do("redo")
    assert pages[0].page != before[0], "each page has its own step"


def test_undoing_what_was_learnt_leaves_pages_that_were_edited_since(two: Desk) -> None:
    first, other = two.window.session.documents
    before = first.page, other.page
    two.do("learn_hand")
    _wait(two)
    notice = two.told_of("learn")
    assert notice.on_action is not None
    notice.on_action()
    two.wait_until(lambda: two.told_of("learn").text.startswith("Changed letter 1"))
    two.window.session.show(other)
    two.click(other.page.glyphs[0].id if other.page else 0)
    two.type("E")
    edited = other.page
    _press_undo(two)
    assert first.page == before[0]
    assert other.page == edited
    assert two.told_of("learn").words == (
        "1 page was edited since and stays as it is. Go back step by step there with Ctrl+Z: b.png"
    )


def test_a_step_that_changed_no_letter_says_what_it_changed() -> None:
    assert [named(count) for count in (2, 1, 0)] == [
        "Learnt: 2 letters changed",
        "Learnt: 1 letter changed",
        "Learnt: only probabilities changed",
    ]


def test_many_changes_and_pages_are_counted() -> None:
    kinds = [("a.png", before, "X") for before in "ABCD"]
    pages = [(f"{name}.png", "O", "0") for name in "bcde"]
    assert changes_elsewhere([]) == ""
    assert changes_elsewhere([*kinds, *pages]).replace("\N{NO-BREAK SPACE}", " ") == (
        "8 of them are on other pages: a.png, 4 letters; b.png, O → 0; c.png, O → 0; 2 more pages."
    )
    assert changes_elsewhere([("a.png", "I", "1"), *[("a.png", "O", "0")] * 4]).replace(
        "\N{NO-BREAK SPACE}", " "
    ) == ("5 of them are on another page: a.png, O → 0 (4\N{MULTIPLICATION SIGN}), I → 1.")
