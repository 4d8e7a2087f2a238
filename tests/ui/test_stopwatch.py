"""The watch that finds the window hanging blames this program, and only this program."""

import hashlib
import os
import subprocess
import sys
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


@pytest.fixture
def crowded_core() -> Iterator[int]:
    """The number of a core that another program uses all the time."""
    if not hasattr(os, "sched_setaffinity") or len(os.sched_getaffinity(0)) < 2:
        pytest.skip("takes Linux and two cores")
    core = max(os.sched_getaffinity(0))
    with subprocess.Popen(
        [sys.executable, "-c", f"import os; os.sched_setaffinity(0, {{{core}}})\nwhile True: pass"]
    ) as program:
        yield core
        program.kill()


def test_a_lock_whose_holder_has_no_core_does_not_count(crowded_core: int) -> None:
    """Others may compute meanwhile, without the lock."""
    numbers = list(range(1_000_000, 0, -1))
    waited: list[float] = []
    is_through, is_measured = threading.Event(), threading.Event()

    def hold() -> None:
        os.sched_setaffinity(0, {crowded_core})
        begun = time.perf_counter(), time.thread_time()
        sum(map(hash, numbers * 4))
        waited.append(time.perf_counter() - begun[0] - (time.thread_time() - begun[1]))
        is_through.set()
        is_measured.wait(20)  # nobody tells of a thread that is gone

    holder = threading.Thread(target=hold)
    other = threading.Thread(target=hashlib.sha256, args=(bytes(150_000_000),))
    other.start()
    watch = Stopwatch()
    begun = time.perf_counter()
    holder.start()
    is_through.wait(20)
    lap, wall = watch.lap(), time.perf_counter() - begun
    is_measured.set()
    holder.join()
    other.join()
    assert lap <= wall - 0.8 * waited[0]


def test_a_turn_that_others_take_does_not_count(one_core: None) -> None:
    service = threading.Thread(target=hashlib.sha256, args=(bytes(60_000_000),))  # holds no lock
    watch = Stopwatch()
    service.start()
    _compute(0.04)
    lap = watch.lap()
    service.join()
    assert 0.039 <= lap < 0.06
