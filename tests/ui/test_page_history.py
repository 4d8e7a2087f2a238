"""Histories of open pages: what menus show of them and what the journal holds always agree."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from ocrdesk.page import edits
from ocrdesk.page.document import PageDocument
from ocrdesk.page.elements import Page
from ocrdesk.page.history import Step
from ocrdesk.services.journal_leftovers import read_journal
from ocrdesk.services.journal_state import JournalState
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.ui.session import OpenDocument, Session
from tests.services.working import IDENTITY, small_page, work

if TYPE_CHECKING:
    from ocrdesk.page.edits import Change


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JournalStore]:
    store = JournalStore(tmp_path / "journals")
    yield store
    store.close()


@pytest.fixture
def session(qapp: QApplication, store: JournalStore) -> Iterator[Session]:
    session = Session(journals=store)
    yield session
    session.deleteLater()


@pytest.fixture
def opened(session: Session) -> OpenDocument:
    opened = session.open(PageDocument("/a/note.png"))
    session.update(opened, opened.document.with_page(small_page()))
    session.show(opened)
    return opened


def in_file(store: JournalStore) -> JournalState:
    """What would be recovered if the program were killed now."""
    (folder,) = [path for path in store._folder.iterdir() if path.is_dir()]
    state, _, is_whole = read_journal(folder)
    assert is_whole
    return state


def go(opened: OpenDocument, place: int) -> None:
    """Undo or redo, however many turns of the event loop it takes."""
    opened.history.go_to(place)
    while opened.history.index() != place:
        QApplication.processEvents()


def do(session: Session, opened: OpenDocument, done: Step | int) -> None:
    """Do through the session what ``working`` does."""
    if isinstance(done, int):
        go(opened, done)
        return
    after = JournalState(IDENTITY, opened.page).with_step(done).page
    assert isinstance(after, Page)
    session.apply(lambda _: (after, done.change), merge_key=done.merge_key)


def save(opened: OpenDocument) -> None:
    if opened.past.journal is not None:
        opened.past.journal.record_saved("/a/note.ocrdesk")
    opened.past.take_saved(opened.past.steps)


def check_mirror(opened: OpenDocument) -> None:
    steps, stack = opened.past.steps, opened.history
    names = [stack.text(place) for place in range(stack.count())]
    assert names == [step.change.name for step in steps.steps]
    assert stack.index() == steps.position
    is_kept = bool(steps.saved or opened.past.state.identity.document)
    assert stack.clean_index() == (steps.saved if steps.saved is not None and is_kept else -1)
    assert opened.is_modified == (not stack.is_clean())


@pytest.mark.parametrize("seed", range(4))
def test_steps_and_stack_agree_whatever_is_done(
    session: Session, opened: OpenDocument, store: JournalStore, seed: int
) -> None:
    rng = Random(seed)  # noqa: S311 - guards no secret
    state = JournalState(IDENTITY, small_page())
    for done in work(state, seed):
        do(session, opened, done)
        if rng.random() < 0.05:
            save(opened)
        check_mirror(opened)
        assert opened.page == opened.past.state.page
    assert in_file(store) == opened.past.state
    go(opened, 0)
    assert opened.page == small_page()


def test_every_step_is_in_the_file_before_it_shows(
    session: Session, opened: OpenDocument, store: JournalStore
) -> None:
    shown: list[Page | None] = []

    def compare(changed: OpenDocument) -> None:
        assert in_file(store).page == changed.page
        shown.append(changed.page)

    session.page_changed.connect(compare)
    for done in list(work(JournalState(IDENTITY, small_page()), 7))[:40]:
        do(session, opened, done)
    opened.history.undo()
    opened.history.redo()
    assert len(shown) >= 40


def test_a_history_of_a_document_shows_its_steps(session: Session, store: JournalStore) -> None:
    state = JournalState(IDENTITY, small_page())
    for done in work(state, 3):
        state = state.with_step(done) if isinstance(done, Step) else state.with_place(done)
    middle = len(state.history.steps) // 2
    state = state.with_saved("/a/b.ocrdesk", IDENTITY).with_place(middle)
    opened = session.open(PageDocument("/a/note.png", page=state.page))
    told: list[int] = []
    opened.history.changed.connect(lambda: told.append(opened.history.index()))
    opened.past.adopt(store.begin(IDENTITY, state.page, state.history))
    assert told == [middle]
    check_mirror(opened)
    go(opened, 0)
    assert opened.page == small_page()
    go(opened, opened.history.count())
    check_mirror(opened)


def test_what_was_edited_while_it_was_saved_is_not_taken_for_saved(
    session: Session, opened: OpenDocument
) -> None:
    edits = (done for done in work(JournalState(IDENTITY, small_page()), 5))
    do(session, opened, next(done for done in edits if isinstance(done, Step)))
    session.keep(opened)
    before = opened.past.steps
    opened.history.undo()
    journal = opened.past.journal
    assert journal is not None
    journal.record_saved("/a/b.ocrdesk", history=before)
    opened.past.note_saved()
    assert opened.is_modified
    check_mirror(opened)
    opened.history.redo()
    assert not opened.is_modified


def test_a_closed_page_leaves_no_journal(
    session: Session, opened: OpenDocument, store: JournalStore
) -> None:
    session.keep(opened)
    session.close(opened)
    assert [path for path in store._folder.iterdir() if path.is_dir()] == []


def test_a_long_way_is_one_change_and_takes_turns(
    session: Session, opened: OpenDocument, store: JournalStore
) -> None:
    for number in range(3000):
        character = "ABC"[number % 3]
        session.apply(lambda page, c=character: edits.set_correction(page, 1, c))  # type: ignore[misc]
    end = opened.page
    told: list[Change] = []
    session.page_changed.connect(lambda _, change: told.append(change))
    opened.history.go_to(0)
    assert opened.page is end, "3,000 steps go over in one turn only where each takes 7 µs"
    go(opened, 0)
    assert opened.page == small_page()
    assert [change.glyph_ids for change in told] == [frozenset({1})]
    assert in_file(store) == opened.past.state
    opened.history.go_to(3000)
    session.apply(lambda page: edits.set_correction(page, 2, "Z"))
    for _ in range(5):
        QApplication.processEvents()
    assert opened.history.count() == 1, "an edit comes first, and the way on is gone"
