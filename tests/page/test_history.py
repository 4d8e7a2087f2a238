"""Histories: what is undone and redone, what merges, and what counts as saved."""

from dataclasses import replace
from random import Random
from unittest.mock import Mock

import pytest
from hypothesis import given

from ocrdesk.errors import EditError
from ocrdesk.page import edits
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page, Prediction
from ocrdesk.page.history import History, step_between
from tests.page.any_page import following, large_page, pages, seeded


def typed(
    page: Page, history: History, glyph_id: int, character: str, *, merge_key: str = ""
) -> tuple[Page, History]:
    after, change = edits.set_correction(page, glyph_id, character)
    step = step_between(page, after, change, merge_key=merge_key)
    return after, history.pushed(step, after)


@given(pages(), seeded())
def test_every_position_brings_its_page_back(first: Page, rng: Random) -> None:
    seen, history = [first], History()
    for number in range(rng.randrange(5)):
        after = following(seen[-1], rng)
        change = Change(f"Edit {number}", frozenset({number}))
        history = history.pushed(step_between(seen[-1], after, change), after)
        seen.append(after)
    page = seen[-1]
    for position in rng.choices(range(len(seen)), k=5):
        history, page = history.moved(position, page)
        assert page == seen[position]
        assert history.position == position
    assert len(history.steps) == len(seen) - 1


def test_an_edit_after_undoing_ends_what_could_be_redone() -> None:
    page, history = typed(large_page(5), History(), 1, "A")
    page, history = typed(page, history, 2, "B")
    history, page = history.moved(1, page)
    page, history = typed(page, history, 3, "C")
    assert [step.change.name for step in history.steps] == ["Set “A”", "Set “C”"]
    assert history.position == 2


def test_what_only_makes_letters_surer_or_less_sure_is_nothing_to_be_saved() -> None:
    """A learning that changed no letter made the page one with unsaved changes."""

    def read_anew(page: Page, history: History, character: str) -> tuple[Page, History]:
        glyph = page.glyphs[2]
        fresh = replace(glyph, predictions=(Prediction(character, 0.123), Prediction("?", 0.1)))
        after, change = edits.replace_predictions(page, [fresh])
        return after, history.pushed(step_between(page, after, change), after)

    page, history = typed(large_page(5), History(), 1, "A")
    history = history.marked_saved()
    own = page.glyphs[2].character
    page, history = read_anew(page, history, own)
    assert (len(history.steps), history.is_saved, history.unsaved) == (2, True, 0)
    back, before = history.moved(1, page)
    assert (back.is_saved, before.glyphs[2].probability) != (True, 0.123)
    page, history = read_anew(page, history, "Q" if own != "Q" else "R")
    assert (history.is_saved, history.unsaved) == (False, 1)
    page, history = typed(page, history, 2, "B")
    assert (history.is_saved, history.unsaved) == (False, 2)
    history, page = history.moved(0, page)
    assert (history.is_saved, history.unsaved) == (False, 1)


def test_steps_of_one_key_become_one() -> None:
    first = large_page(5)
    page, history = typed(first, History(), 1, "A", merge_key="1")
    page, history = typed(page, history, 1, "B", merge_key="1")
    page, history = typed(page, history, 2, "C", merge_key="2")
    assert [step.change.name for step in history.steps] == ["Set “B”", "Set “C”"]
    assert history.moved(0, page)[1] == first
    assert history.moved(1, page)[1].glyph(1).correction == "B"


def test_steps_without_a_key_never_merge() -> None:
    page, history = typed(large_page(5), History(), 1, "A")
    _, history = typed(page, history, 1, "B")
    assert len(history.steps) == 2


def test_nothing_merges_over_the_place_that_was_saved() -> None:
    page, history = typed(large_page(5), History(), 1, "A", merge_key="1")
    page, history = typed(page, history.marked_saved(), 1, "B", merge_key="1")
    assert len(history.steps) == 2
    assert history.unsaved == 1
    history, page = history.moved(1, page)
    assert history.is_saved
    _, history = typed(page, history, 1, "C", merge_key="1")
    assert not history.is_saved
    assert (len(history.steps), history.saved) == (2, 1)


def test_what_was_saved_may_be_out_of_reach() -> None:
    page, history = typed(large_page(5), History(), 1, "A")
    history, page = history.marked_saved().moved(0, page)
    assert (history.is_saved, history.unsaved) == (False, 1)
    page, history = typed(page, history, 1, "B")
    assert history.saved is None
    assert (history.is_saved, history.unsaved) == (False, 1)
    assert not history.moved(0, page)[0].is_saved


@pytest.mark.parametrize("position", [-1, 2])
def test_there_is_no_step_beyond_the_ends(position: int) -> None:
    page, history = typed(large_page(5), History(), 1, "A")
    with pytest.raises(EditError, match="no step"):
        history.moved(position, page)
    with pytest.raises(ValueError, match="no place"):
        History(history.steps, position)
    with pytest.raises(ValueError, match="no place"):
        History(history.steps, 0, position)


def test_the_steps_tell_who_read_and_by_which_name() -> None:
    page, history = large_page(2), History()
    readers = (None, ("print36", "Ann"), None, ("Ann", "Eve"))
    seen = []
    for number, pair in enumerate(readers):
        after, change = edits.set_correction(page, 1, "ABCD"[number])
        change = Change(change.name, change.glyph_ids, readers=pair)
        history = history.pushed(step_between(page, after, change), after)
        page = after
    for place in range(len(readers) + 1):
        there, _ = history.moved(place, page)
        seen.append(there.reader)
    assert seen == ["print36", "print36", "Ann", "Ann", "Eve"]
    assert edits.together([step.change for step in history.steps]).readers == ("print36", "Eve")
    renamed = history.with_reader_called("Ann", "Anna")
    assert [step.change.readers for step in renamed.steps[1::2]] == [
        ("print36", "Anna"),
        ("Anna", "Eve"),
    ]
    assert history.with_reader_called("Bob", "Rob") is history
    assert History().reader == ""


def test_a_large_reading_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    before = large_page(20)
    fresh = {
        glyph.id: replace(glyph, predictions=(*glyph.predictions[:1], Prediction("?", 0.0)))
        for glyph in before.glyphs
    }
    after = before.with_glyphs(fresh)
    step = step_between(before, after, Change("Read", frozenset(fresh)))
    history = History(saved=0).pushed(step, after)
    looked_at = Mock(return_value=False)
    monkeypatch.setattr("ocrdesk.page.history.is_seen", looked_at)
    assert [history.is_saved, history.is_saved, history.unsaved] == [True, True, 0]
    looked_at.assert_called_once_with(step.delta)
