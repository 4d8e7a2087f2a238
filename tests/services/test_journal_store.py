"""Journals of several windows: nobody destroys another's work, and what was left is found."""

import json
import os
from pathlib import Path

import pytest

from ocrdesk.errors import DocumentFileError, OutputError
from ocrdesk.formats.journal_file import line_of_record
from ocrdesk.page import edits
from ocrdesk.page.history import step_between
from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_state import JournalIdentity, beginning_record
from ocrdesk.services.journal_store import JournalStore
from tests.services.working import IDENTITY, Opening, small_page


def type_in(journal: Journal, character: str = "K", glyph_id: int = 1) -> None:
    page = journal.state.page
    assert page is not None
    after, change = edits.set_correction(page, glyph_id, character)
    journal.record_step(step_between(page, after, change))


def left(store: JournalStore, identity: JournalIdentity = IDENTITY) -> Journal:
    """A journal with one edit whose program then goes."""
    journal = store.begin(identity, small_page())
    type_in(journal)
    journal.leave()
    store.close()
    return journal


def test_what_a_program_left_is_offered_once(window: Opening) -> None:
    first, second = window(), window()
    journal = left(first)
    (leftover,) = second.recoverable()
    assert (leftover.identity, leftover.unsaved, leftover.is_damaged) == (IDENTITY, 1, False)
    assert leftover.changed_at > 1e9
    recovered = second.recover(leftover)
    assert recovered.state == journal.state
    assert not recovered.is_damaged
    assert second.recoverable() == window().recoverable() == ()


def test_work_goes_on_in_the_journal_that_was_recovered(window: Opening) -> None:
    left(window())
    second = window()
    recovered = second.recover(second.recoverable()[0])
    type_in(recovered.journal, "L", 2)
    recovered.journal.record_place(1)
    second.close()
    third = window()
    (leftover,) = third.recoverable()
    again = third.recover(leftover)
    assert again.state == recovered.journal.state
    assert (again.state.history.position, len(again.state.history.steps)) == (1, 2)
    again.journal.close()
    assert window().recoverable() == ()


def test_work_goes_on_after_a_torn_record(window: Opening, tmp_path: Path) -> None:
    journal = left(window())
    (path,) = (tmp_path / "journals").glob("*/journal")
    with path.open("ab") as stream:
        stream.write(b'0123abcd 4 {"kind":"st')
    second = window()
    (leftover,) = second.recoverable()
    assert not leftover.is_damaged, "nobody has seen the record"
    recovered = second.recover(leftover)
    assert not recovered.is_damaged
    assert recovered.state == journal.state
    type_in(recovered.journal, "L", 2)
    second.close()
    third = window()
    again = third.recover(third.recoverable()[0])
    assert not again.is_damaged
    assert again.state == recovered.journal.state


def test_two_windows_on_one_page_keep_both_works(window: Opening) -> None:
    first, second = window(), window()
    assert second.others(IDENTITY) == ()
    one = first.begin(IDENTITY, small_page())
    (other,) = second.others(IDENTITY)
    assert other.process == os.getpid()
    assert other.since > 1e9
    assert first.others(IDENTITY) == ()
    two = second.begin(IDENTITY, small_page())
    assert len(first.others(IDENTITY)) == 1
    type_in(one, "A")
    type_in(two, "B")
    assert second.recoverable() == ()  # the other still runs
    first.close()
    assert second.others(IDENTITY) == ()
    recovered = second.recover(second.recoverable()[0])
    assert (recovered.state, two.state) == (one.state, two.state)
    assert recovered.state.page != two.state.page


def test_other_pages_are_other_journals(window: Opening) -> None:
    first, second = window(), window()
    first.begin(JournalIdentity("/scans/a.tif", 1, 3))
    assert second.others(JournalIdentity("/scans/a.tif", 0, 3)) == ()
    assert second.others(JournalIdentity("/scans/b.tif", 1, 3)) == ()
    assert second.others(JournalIdentity("/scans/a.tif", 1, 3, checksum="another content"))


def test_only_one_window_can_take_work_over(window: Opening) -> None:
    left(window())
    second, third = window(), window()
    (leftover,) = second.recoverable()
    assert third.recoverable() == (leftover,)
    recovered = second.recover(leftover)
    with pytest.raises(DocumentFileError, match="Another window"):
        third.recover(leftover)
    third.discard(leftover)
    type_in(recovered.journal, "L", 2)


def test_what_is_not_wanted_is_discarded(window: Opening, tmp_path: Path) -> None:
    left(window())
    second = window()
    second.discard(second.recoverable()[0])
    assert window().recoverable() == ()
    assert list((tmp_path / "journals").iterdir()) == []


def test_closed_journals_and_windows_leave_nothing(window: Opening, tmp_path: Path) -> None:
    store = window()
    journals = [store.begin(IDENTITY, small_page()) for _ in range(3)]
    for journal in journals:
        type_in(journal)
        journal.close()
    store.close()
    assert list((tmp_path / "journals").iterdir()) == []


def test_what_was_saved_or_never_edited_is_not_offered(window: Opening, tmp_path: Path) -> None:
    store = window()
    store.begin(IDENTITY)
    store.begin(IDENTITY, small_page()).prepare()
    saved = store.begin(IDENTITY, small_page())
    type_in(saved)
    saved.record_saved("/out/a.txt")
    undone = store.begin(IDENTITY, small_page())
    type_in(undone)
    undone.record_place(0)
    store.close()
    assert window().recoverable() == ()
    assert list((tmp_path / "journals").iterdir()) == []


def test_work_after_saving_is_offered(window: Opening) -> None:
    store = window()
    journal = store.begin(IDENTITY, small_page())
    type_in(journal)
    journal.record_saved("/out/a.txt")
    type_in(journal, "L", 2)
    type_in(journal, "M", 3)
    store.close()
    (leftover,) = window().recoverable()
    assert leftover.unsaved == 2


def test_the_latest_work_is_first(window: Opening, tmp_path: Path) -> None:
    for number in range(3):
        left(window(), JournalIdentity(f"/scans/{number}.png"))
    for path in (tmp_path / "journals").glob("*/journal"):
        found = next(
            number for number in range(3) if f"/scans/{number}.png".encode() in path.read_bytes()
        )
        os.utime(path, (1000 + found % 2, 1000 + found % 2))
    sources = [each.identity.source for each in window().recoverable() if each.identity]
    assert sources[0] == "/scans/1.png"


def test_journals_that_cannot_be_understood_are_kept_and_told(
    window: Opening, tmp_path: Path
) -> None:
    left(window())
    (path,) = (tmp_path / "journals").glob("*/journal")
    whole = path.read_bytes()
    newer = {**beginning_record(IDENTITY), "version": 2}
    store = window()
    for content, said in (
        (line_of_record(1, newer), "newer ocrdesk"),
        (b"", "damaged"),
        (whole[:-300], "damaged"),
    ):
        path.write_bytes(content)
        (leftover,) = store.recoverable()
        assert leftover.problem is not None
        assert said in leftover.problem.message
        with pytest.raises(DocumentFileError, match=said):
            store.recover(leftover)
        assert path.read_bytes() == content
    store.discard(store.recoverable()[0])
    assert not path.exists()


def test_what_lies_among_journals_and_is_none(window: Opening, tmp_path: Path) -> None:
    folder = tmp_path / "journals"
    (folder / f"{'0' * 20}.{'1' * 16}.1").mkdir(parents=True)
    (folder / "notes").mkdir()
    (folder / "notes.txt").write_text("mine")
    (folder / f"{'2' * 16}.lock").write_text("")
    assert window().recoverable() == ()
    assert sorted(path.name for path in folder.iterdir()) == ["notes", "notes.txt"]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "journals").write_text("not a folder")
    store = JournalStore(tmp_path / "journals")
    assert store.recoverable() == ()
    assert store.others(IDENTITY) == ()
    journal = store.begin(IDENTITY, small_page())
    assert journal.problem is not None
    with pytest.raises(OutputError):
        type_in(journal)
    (tmp_path / "journals").unlink()
    journal.retry()
    store.close()
    other = JournalStore(tmp_path / "journals")
    assert other.recover(other.recoverable()[0]).state == journal.state
    other.close()


def test_the_folder_is_the_persons_own(own_home: Path) -> None:
    store = JournalStore()
    store.begin(IDENTITY, small_page())
    assert len(list((own_home / "journals").glob("*/journal"))) == 1
    store.close()


def test_a_lock_that_says_nothing(window: Opening, tmp_path: Path) -> None:
    window().begin(IDENTITY)
    (path,) = (tmp_path / "journals").glob("*.lock")
    for content in (b"", b"[]", json.dumps({"process": None, "since": 1}).encode()):
        path.write_bytes(content)
        assert [other.process for other in window().others(IDENTITY)] == [0]
