"""Where a journal cannot be written, the work stays and the journal catches up without a hole."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ocrdesk.errors import OutputError
from ocrdesk.formats import delayed_flush
from ocrdesk.formats.journal_file import append_lines
from ocrdesk.services import journal_writer
from ocrdesk.services.journal_store import JournalStore
from tests.services.journals import file_of, in_file, typed
from tests.services.working import IDENTITY, small_page


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JournalStore]:
    store = JournalStore(tmp_path / "journals")
    yield store
    store.close()


class FullDisk:
    """A disk that can be filled and emptied."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        self._write, self._fsync = os.write, os.fsync
        monkeypatch.setattr(os, "write", self.write)
        monkeypatch.setattr(os, "fsync", self.fsync)

    def write(self, handle: int, content: Any) -> int:
        if self.is_full:
            written = self._write(handle, bytes(content[:5]))
            assert written
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._write(handle, content)

    def fsync(self, handle: int) -> None:
        if self.is_full:
            raise OSError(errno.ENOSPC, "No space left on device")
        self._fsync(handle)


def test_a_full_disk_is_told_and_costs_nothing(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    journal = store.begin(IDENTITY, small_page())
    journal.record_step(typed(journal.state.page, "A"))
    before = journal.state
    disk.is_full = True
    for number in range(2, 5):
        with pytest.raises(OutputError, match="disk is full"):
            journal.record_step(typed(journal.state.page, "B", number))
        assert journal.problem is not None
        assert in_file(store) == before
    assert len(journal.state.history.steps) == 4
    with pytest.raises(OutputError, match="disk is full"):
        journal.retry()
    disk.is_full = False
    journal.retry()
    assert journal.problem is None
    assert in_file(store) == journal.state
    journal.record_step(typed(journal.state.page, "C"))
    assert in_file(store) == journal.state


def test_a_journal_catches_up_by_itself(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_writer, "_PAUSE", 0.0)
    disk = FullDisk(monkeypatch)
    disk.is_full = True
    journal = store.begin(IDENTITY, small_page(), picture=b"a picture")
    assert journal.problem is not None
    with pytest.raises(OutputError):
        journal.record_step(typed(journal.state.page, "A"))
    disk.is_full = False
    journal.record_step(typed(journal.state.page, "B"))
    assert in_file(store) == journal.state
    assert journal.picture is not None
    assert journal.picture.read_bytes() == b"a picture"


def test_compaction_that_fails_leaves_the_journal_as_it_is(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_writer, "COMPACTED_FROM", 100)

    def fail(*_: Any) -> None:
        raise OutputError("The disk is full.", advice="Free some space.")

    monkeypatch.setattr(journal_writer, "write_bytes_atomically", fail)
    journal = store.begin(IDENTITY, small_page())
    for number in range(1, 9):
        journal.record_step(typed(journal.state.page, "A", number))
        journal.compact()
    assert journal.problem is None
    assert in_file(store) == journal.state
    assert journal._writer._since is None, "later steps are not remembered for no file"


def test_a_removed_folder_is_made_again(store: JournalStore) -> None:
    journal = store.begin(IDENTITY, small_page())
    journal.record_step(typed(journal.state.page, "A"))
    for path in sorted(store._folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    with pytest.raises(OutputError):
        journal.record_step(typed(journal.state.page, "B"))
    journal.retry()
    assert in_file(store) == journal.state
    other = JournalStore(store._folder)
    assert other.recoverable() == ()  # it is known as ours again
    other.close()


def test_what_may_not_have_reached_the_disk_is_written_again(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = store.begin(IDENTITY, small_page())
    journal.record_step(typed(journal.state.page, "A"))

    def fail(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(delayed_flush, "flush_file", fail)
    store.flush()
    assert "Input/output" in str(journal.problem)
    monkeypatch.undo()
    journal.record_step(typed(journal.state.page, "B"))
    assert not journal.problem
    lines = file_of(store).read_bytes().splitlines()
    assert len(lines) == 2
    assert in_file(store) == journal.state


def test_an_interruption_leaves_no_hole(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = store.begin(IDENTITY, small_page())
    journal.record_step(typed(journal.state.page, "A"))
    real = append_lines

    def interrupted(*arguments: Any, **options: Any) -> int:
        real(*arguments, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(journal_writer, "append_lines", interrupted)
    with pytest.raises(KeyboardInterrupt):
        journal.record_step(typed(journal.state.page, "B"))
    monkeypatch.undo()
    journal.record_step(typed(journal.state.page, "C"))
    assert in_file(store) == journal.state
