"""Lines of a journal: whole or not there, whatever the disk does."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import DocumentFileError, OutputError
from ocrdesk.formats import journal_file
from ocrdesk.formats.journal_file import append_lines, line_of_record, read_lines, remove_journal
from tests.damage import damaged

RECORDS = [{"kind": "step", "name": "Set “Ä”\n", "number": number} for number in range(1, 9)]
LINES = [line_of_record(number, record) for number, record in enumerate(RECORDS, 1)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal"


def test_records_come_back_in_order(path: Path) -> None:
    assert append_lines(path, LINES[0], creates=True) == len(LINES[0])
    for line in LINES[1:]:
        append_lines(path, line)
    lines = read_lines(path)
    assert lines.records == tuple(enumerate(RECORDS, 1))
    assert (lines.size, lines.last) == (len(b"".join(LINES)), 8)
    assert not lines.is_damaged
    assert not lines.is_torn
    assert path.read_bytes().isascii()


def test_of_a_torn_journal_all_whole_records_are_read(path: Path) -> None:
    content = b"".join(LINES)
    ends = np.cumsum([len(line) for line in LINES])
    for length in range(len(content) + 1):
        path.write_bytes(content[:length])
        lines = read_lines(path)
        whole = int((ends <= length).sum())
        assert lines.records == tuple(enumerate(RECORDS[:whole], 1))
        assert lines.is_torn == (length not in {0, *ends})
        assert not lines.is_damaged, "nobody has seen what was only begun to be written"


def test_damage_costs_its_own_records_only(path: Path) -> None:
    rng = np.random.default_rng(7)
    content = b"".join(LINES)
    for _ in range(500):
        path.write_bytes(damaged(content, rng))
        lines = read_lines(path)
        assert set(range(1, 9)) >= {number for number, _ in lines.records}
        for number, record in lines.records:
            assert record == RECORDS[number - 1]
        assert lines.is_damaged or len(lines.records) == path.read_bytes().count(b"\n")
        assert lines.is_torn == (path.read_bytes()[-1:] not in {b"", b"\n"})


def test_journals_that_cannot_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DocumentFileError, match="No such file"):
        read_lines(path)
    path.write_bytes(LINES[0])
    monkeypatch.setattr(journal_file, "MOST_BYTES", 10)
    with pytest.raises(DocumentFileError, match="too large"):
        read_lines(path)


def limited(most: int) -> Callable[[int, Any], int]:
    """Return a writing that takes three bytes at a time, and then finds the disk full."""
    left = most
    real = os.write

    def write(handle: int, content: Any) -> int:
        nonlocal left
        if left <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = real(handle, bytes(content[: min(3, left)]))
        left -= written
        return written

    return write


def test_the_system_may_take_a_line_in_pieces(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", limited(10**6))
    append_lines(path, LINES[0], creates=True)
    assert read_lines(path).records == ((1, RECORDS[0]),)


@pytest.mark.parametrize("room", [0, 1, 20])
def test_a_line_that_finds_the_disk_full_is_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    append_lines(path, LINES[0], creates=True)
    monkeypatch.setattr(os, "write", limited(room))
    with pytest.raises(OutputError, match="disk is full"):
        append_lines(path, LINES[1])
    assert path.read_bytes() == LINES[0]


def test_a_journal_that_was_removed_is_missed(path: Path) -> None:
    with pytest.raises(OutputError):
        append_lines(path, LINES[0])
    assert not path.exists()


def test_removing_takes_all_that_lies_beside(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    for name in ("journal", "picture.png", ".ocrdesk-1.tmp"):
        (folder / name).write_bytes(b"")
    remove_journal(folder)
    assert not folder.exists()
    remove_journal(folder)
