"""The watch that finds the window hanging blames this program, and only this program."""

import hashlib
import os
import threading
import time
from collections.abc import Iterator

import pytest

from tests.ui.stopwatch import Stopwatch


def _compute(seconds: float) -> None:
    """Keep a core busy for that much time of this thread's own, holding the interpreter lock."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


@pytest.fixture
def one_core() -> Iterator[None]:
    """Let this thread, and those it starts, share a single core."""
    if not hasattr(os, "sched_setaffinity"):
        pytest.skip("only Linux ties threads to cores")
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    yield
    os.sched_setaffinity(0, allowed)


def test_work_of_the_thread_itself_counts() -> None:
    watch = Stopwatch()
    _compute(0.05)
    assert watch.lap() >= 0.049
    assert watch.lap() < 0.01


def test_sleeping_is_no_stall() -> None:
    watch = Stopwatch()
    time.sleep(0.05)
    assert watch.lap() < 0.02


def test_waiting_for_the_interpreter_lock_counts() -> None:
    numbers = list(range(1_000_000, 0, -1))
    service = threading.Thread(target=lambda: sum(map(hash, numbers * 4)))
    watch = Stopwatch()
    started = time.process_time()
    service.start()
    service.join()
    assert watch.lap() >= 0.8 * (time.process_time() - started)


def test_a_turn_that_others_take_does_not_count(one_core: None) -> None:
    service = threading.Thread(target=hashlib.sha256, args=(bytes(60_000_000),))  # holds no lock
    watch = Stopwatch()
    service.start()
    _compute(0.04)
    lap = watch.lap()
    service.join()
    assert 0.039 <= lap < 0.06
