"""Measures how long the window's thread was away for reasons of this program, and of no other."""

import ctypes
import os
import threading
import time
from pathlib import Path

# Linux tells for each thread the nanoseconds it was on a core, and then those it waited for one.
_SCHEDULER = Path("/proc/thread-self/schedstat")
_NANO = 1e-9


class Stopwatch:
    """Counts wall time of the thread that started it, less what a busy machine takes from it.

    Time in which the thread was ready but had no core is left out where the system tells it
    (other programs, or other threads of this one, had the core). What is left is work of the
    thread itself, or waiting, for instance for a service that holds the interpreter lock; and
    waiting counts only as far as this process was computing meanwhile.
    """

    def __init__(self) -> None:
        self._scheduler = _scheduler()
        self._start = self._now()

    def lap(self) -> float:
        """Return the seconds since the start or the lap before, and begin the next."""
        before, self._start = self._start, self._now()
        wall, queued, computing = (
            now - then for now, then in zip(self._start, before, strict=True)
        )
        return min(wall - queued, computing)

    def _now(self) -> tuple[float, float, float]:
        """Return wall time, time waited for a core, and the computing time of the process."""
        return time.perf_counter(), self._scheduler.queued(), time.process_time()


class _Scheduler:
    """Asks the system about the thread that made it, and keeps the interpreter lock meanwhile.

    Python's own reading lets go of it three times, and a busy service then makes the watch wait
    for it each time: what it measured was in part its own waiting.
    """

    def __init__(self) -> None:
        self._file = os.open(_SCHEDULER, os.O_RDONLY) if _SCHEDULER.exists() else None
        self._buffer = ctypes.create_string_buffer(128)
        self._read = ctypes.PyDLL(None).pread if self._file is not None else None

    def queued(self) -> float:
        """Return the seconds that the thread waited for a core, 0 where nobody tells."""
        if self._read is None:
            return 0.0
        size = self._read(self._file, self._buffer, len(self._buffer), ctypes.c_long(0))
        return int(self._buffer.raw[:size].split()[1]) * _NANO


_schedulers = threading.local()  # each keeps a file open: one for a thread, for ever


def _scheduler() -> _Scheduler:
    if not hasattr(_schedulers, "own"):
        _schedulers.own = _Scheduler()
    known: _Scheduler = _schedulers.own
    return known
