"""A journal holds what was told, in spite of damage and full disks, and stays small."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.errors import DocumentFileError, EditError, OutputError
from ocrdesk.formats.output_file import write_bytes_atomically
from ocrdesk.page.history import History
from ocrdesk.services import journal_state, journal_writer
from ocrdesk.services.journal_leftovers import read_journal
from ocrdesk.services.journal_state import JournalState
from ocrdesk.services.journal_store import JournalStore
from tests.damage import damaged
from tests.page.any_page import large_page
from tests.services.journals import file_of, in_file, typed, worked
from tests.services.working import IDENTITY, small_page


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JournalStore]:
    store = JournalStore(tmp_path / "journals")
    yield store
    store.close()


@pytest.mark.parametrize("seed", range(3))
def test_the_file_holds_what_was_told(store: JournalStore, seed: int) -> None:
    journal = store.begin(IDENTITY, small_page(), model="print36")
    worked(journal, seed, steps=40)
    assert in_file(store) == journal.state
    assert journal.state.history.steps
    assert journal.state.model == "print36"


def test_a_journal_may_begin_with_a_history(store: JournalStore) -> None:
    first = JournalState(IDENTITY, small_page())
    state = first.with_step(typed(first.page, "A")).with_step(typed(first.page, "B", 2))
    state = state.with_place(1)
    journal = store.begin(IDENTITY, state.page, state.history)
    journal.record_place(0)
    journal.record_place(2)
    assert in_file(store) == journal.state
    assert journal.state.history.position == 2


def test_a_page_read_later(store: JournalStore) -> None:
    journal = store.begin(IDENTITY)
    with pytest.raises(EditError, match="not read"):
        journal.record_place(0)
    journal.hold_page(small_page(), model="print36")
    journal.prepare()
    assert journal.state.history.is_saved
    journal.record_step(typed(small_page(), "A"))
    journal.hold_page(small_page(20), model="print62")
    journal.prepare()
    assert in_file(store) == journal.state
    assert (journal.state.model, journal.state.history.is_saved) == ("print62", False)


def test_a_history_that_its_document_held_may_come_later(store: JournalStore) -> None:
    first = JournalState(IDENTITY, small_page())
    state = first.with_step(typed(first.page, "A")).with_step(typed(first.page, "B", 2))
    journal = store.begin(IDENTITY, state.page)
    assert state.page is not None
    journal.hold_page(state.page, model="print36", history=state.history)
    journal.prepare()
    journal.record_place(1)
    assert in_file(store) == journal.state
    assert journal.state.history.steps == state.history.steps


def test_an_edit_that_does_not_fit_is_not_told(store: JournalStore) -> None:
    journal = store.begin(IDENTITY, small_page())
    step = typed(small_page(), "A")
    journal.record_step(step)
    before = file_of(store).read_bytes()
    with pytest.raises(EditError, match="does not fit"):
        journal.record_step(step)
    with pytest.raises(EditError, match="no step 5"):
        journal.record_place(5)
    assert file_of(store).read_bytes() == before
    assert in_file(store) == journal.state


def test_saving_is_told(store: JournalStore) -> None:
    journal = store.begin(IDENTITY, small_page())
    journal.record_step(typed(journal.state.page, "A"))
    journal.record_saved("/out/a.json")
    journal.record_step(typed(journal.state.page, "B"))
    state = in_file(store)
    assert (state.saved_to, state.history.saved, state.history.unsaved) == ("/out/a.json", 1, 1)


def _worked_file(store: JournalStore, seed: int) -> tuple[list[JournalState], Path, bytes]:
    """Return the states of a page that was worked on, and the file of its journal."""
    journal = store.begin(IDENTITY, small_page(4))
    journal.prepare()
    states = worked(journal, seed, steps=12)
    path = file_of(store)
    return states, path, path.read_bytes()


def test_of_a_torn_journal_all_that_was_whole_is_recovered(store: JournalStore) -> None:
    states, path, content = _worked_file(store, 1)
    lines = content.splitlines(keepends=True)
    ends = np.cumsum([len(line) for line in lines])
    lengths = {*range(int(ends[0]), len(content), 11), *ends, *(ends[:-1] + 1), *(ends - 1)}
    for length in sorted(lengths - {int(ends[0]) - 1}):
        path.write_bytes(content[:length])
        told = int((ends <= length).sum()) - 2  # without the beginning and the page
        if told < 0:
            assert length == ends[0] or "damaged" in _refusal(path.parent)
        else:
            state, read, is_whole = read_journal(path.parent)
            assert state == states[told]
            assert read.is_torn == (length not in ends)
            assert is_whole, "nobody has seen what was only begun to be written"


def _refusal(folder: Path) -> str:
    with pytest.raises(DocumentFileError) as caught:
        read_journal(folder)
    assert caught.value.advice
    return caught.value.message


def test_damage_never_makes_work_that_nobody_did(store: JournalStore) -> None:
    states, path, content = _worked_file(store, 2)
    lines = content.splitlines(keepends=True)
    wholes = {b"".join(lines[:count]) for count in range(len(lines) + 1)}
    rng = np.random.default_rng(9)
    recovered = 0
    for _ in range(400):
        path.write_bytes(damaged(content, rng))
        try:
            state, _, is_whole = read_journal(path.parent)
        except DocumentFileError:
            continue
        assert state.page is None or state in states
        ended = path.read_bytes()
        assert is_whole == (ended[: ended.rfind(b"\n") + 1] in wholes)
        recovered += 1
    assert recovered > 100


def test_after_a_hole_only_a_whole_state_counts(store: JournalStore) -> None:
    journal = store.begin(IDENTITY, small_page())
    states = worked(journal, 3, steps=6)
    journal.hold_page(small_page(20), model="other")
    journal.prepare()
    worked(journal, 4, steps=3)
    path = file_of(store)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:4] + lines[5:]))
    state, _, is_whole = read_journal(path.parent)
    assert (state, is_whole) == (journal.state, False)
    path.write_bytes(b"".join(lines[:4] + lines[5:7]))
    assert read_journal(path.parent)[0] == states[3]


def test_a_long_journal_is_written_anew(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_writer, "COMPACTED_FROM", 10_000)
    monkeypatch.setattr(journal_writer, "GROWTH", 2)
    journal = store.begin(IDENTITY, small_page(), model="print36")
    journal.record_step(typed(journal.state.page, "A"))
    largest = 0
    for number in range(600):
        journal.record_place(number % 2)
        journal.compact()
        largest = max(largest, file_of(store).stat().st_size)
        if number % 97 == 0:
            assert in_file(store) == journal.state
    assert largest < 15_000
    assert in_file(store) == journal.state


def test_a_history_too_long_for_the_file_stays_whole_in_memory(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_state, "_MOST_HISTORY", 1500)
    monkeypatch.setattr(journal_writer, "COMPACTED_FROM", 3000)
    monkeypatch.setattr(journal_writer, "GROWTH", 1)
    journal = store.begin(IDENTITY, small_page())
    for number in range(60):
        journal.record_step(typed(journal.state.page, "AB"[number % 2], 1 + number % 7))
        journal.compact()
    for place in (59, 40, 60, 3, 0, 1, 30, 60):
        journal.record_place(place)
        journal.compact()
        state = in_file(store)
        assert state.page == journal.state.page
        assert len(state.history.steps) < len(journal.state.history.steps) == 60
        done = state.history.steps[: state.history.position]
        assert done == journal.state.history.steps[place - len(done) : place]
    journal.record_place(10)
    journal.record_step(typed(journal.state.page, "C", 9))
    assert in_file(store).page == journal.state.page


@pytest.mark.parametrize("number_meanwhile", [0, 1, 5])
def test_edits_go_on_while_a_journal_is_written_anew(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch, number_meanwhile: int
) -> None:
    monkeypatch.setattr(journal_writer, "COMPACTED_FROM", 2_000)
    journal = store.begin(IDENTITY, small_page())
    for number in range(40):
        journal.record_step(typed(journal.state.page, "AB"[number % 2]))
    journal.record_place(0)
    journal.record_place(30)
    write = write_bytes_atomically

    def write_slowly(path: Path, content: bytes) -> None:
        write(path, content)
        for _ in range(number_meanwhile):
            journal.record_step(typed(journal.state.page, "XY"[journal.state.history.position % 2]))
            assert in_file(store) == journal.state

    before = file_of(store).stat().st_size
    monkeypatch.setattr(journal_writer, "write_bytes_atomically", write_slowly)
    journal.compact()
    assert in_file(store) == journal.state
    assert not journal.is_overgrown
    monkeypatch.undo()
    journal.record_step(typed(journal.state.page, "Z"))
    journal.record_place(3)
    assert in_file(store) == journal.state
    assert before > 2_000


def test_a_journal_that_falls_behind_while_it_is_written_anew_catches_up(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_writer, "COMPACTED_FROM", 100)
    journal = store.begin(IDENTITY, small_page())
    journal.record_step(typed(journal.state.page, "A"))
    write = write_bytes_atomically

    def lose_the_folder(path: Path, content: bytes) -> None:
        write(path, content)
        for each in path.parent.iterdir():
            each.unlink()
        path.parent.rmdir()
        with pytest.raises(OutputError):
            journal.record_step(typed(journal.state.page, "B"))

    monkeypatch.setattr(journal_writer, "write_bytes_atomically", lose_the_folder)
    journal.compact()
    monkeypatch.undo()
    journal.retry()
    assert in_file(store) == journal.state


def test_a_closed_journal_is_gone(store: JournalStore) -> None:
    journal = store.begin(IDENTITY, small_page())
    journal.record_step(typed(journal.state.page, "A"))
    journal.close()
    assert not list(store._folder.glob("*/*"))
    with pytest.raises(RuntimeError, match="closed"):
        journal.record_step(typed(journal.state.page, "B"))
    assert not list(store._folder.glob("*/*"))


def test_a_keystroke_on_a_large_page_is_short(store: JournalStore) -> None:
    journal = store.begin(IDENTITY, large_page(1000), History())
    journal.prepare()
    before = file_of(store).stat().st_size
    journal.record_step(typed(journal.state.page, "K", 777))
    assert file_of(store).stat().st_size - before < 300
