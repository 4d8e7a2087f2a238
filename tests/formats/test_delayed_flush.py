"""Files reach the disk soon after they were written, and failing is told."""

import errno
import os
import threading
import time
from pathlib import Path

import pytest

from ocrdesk.formats import delayed_flush
from ocrdesk.formats.delayed_flush import DelayedFlush


def unexpected(error: OSError) -> None:
    pytest.fail(str(error))


def waits(flush: DelayedFlush) -> bool:
    return flush.is_waiting


def test_what_is_noted_is_flushed_soon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr(delayed_flush, "flush_file", flushed.append)
    flush = DelayedFlush(delay=0.01)
    assert not waits(flush)
    path = tmp_path / "a"
    path.write_bytes(b"a")
    with flush._flushing:  # which its thread needs: on a busy machine it may be due by now
        flush.note(path, unexpected)
        flush.note(path, unexpected)
        assert waits(flush)
    until = time.monotonic() + 20
    while (waits(flush) or not flushed) and time.monotonic() < until:
        time.sleep(0.01)
    assert not waits(flush)
    assert flushed == [path]


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
    assert waits(flush)
    flush.close()
    assert not waits(flush)


def test_closing_waits_for_the_thread_that_flushes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, told = threading.Event(), list[str]()

    def fail(path: Path) -> None:
        begun.set()
        time.sleep(0.05)
        raise OSError(errno.EIO, str(path))

    monkeypatch.setattr(delayed_flush, "flush_file", fail)
    flush = DelayedFlush(delay=0.001)
    flush.note(tmp_path, lambda error: told.append(str(error)))
    assert begun.wait(20)
    flush.close()
    assert len(told) == 1


def test_a_power_cut_costs_what_the_readme_says() -> None:
    readme = Path(__file__).resolve().parents[2] / "README.md"
    assert delayed_flush.DELAY == 0.5
    assert "a power cut at most about the last half second" in readme.read_text("utf-8")
