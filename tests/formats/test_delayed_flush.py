"""Files reach the disk soon after they were written, and failing is told."""

import errno
import os
import threading
import time
from pathlib import Path

import pytest

from ocrdesk.formats.delayed_flush import DelayedFlush


def unexpected(error: OSError) -> None:
    pytest.fail(str(error))


def test_what_is_noted_is_flushed_soon(tmp_path: Path) -> None:
    before = threading.active_count()
    flush = DelayedFlush(delay=0.01)
    path = tmp_path / "a"
    path.write_bytes(b"a")
    flush.note(path, unexpected)
    flush.note(path, unexpected)
    assert threading.active_count() == before + 1
    until = time.monotonic() + 20
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.01)
    assert threading.active_count() == before


def test_failing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    told: list[OSError] = []
    flush = DelayedFlush(delay=100)
    path = tmp_path / "a"
    path.write_bytes(b"a")
    flush.note(path, told.append)
    flush.flush()
    assert [error.errno for error in told] == [errno.EIO]
    flush.flush()
    assert len(told) == 1


def test_what_is_gone_or_forgotten_fails_nothing(tmp_path: Path) -> None:
    flush = DelayedFlush(delay=100)
    flush.close()
    flush.note(tmp_path / "gone", unexpected)
    flush.note(tmp_path, unexpected)
    flush.forget(tmp_path)
    before = threading.active_count()
    flush.close()
    assert threading.active_count() == before - 1
