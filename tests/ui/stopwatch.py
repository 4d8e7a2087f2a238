"""Measures how long the window's thread was away for reasons of this program, and of no other."""

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
        self._start = _now()

    def lap(self) -> float:
        """Return the seconds since the start or the lap before, and begin the next."""
        before, self._start = self._start, _now()
        wall, queued, computing = (
            now - then for now, then in zip(self._start, before, strict=True)
        )
        return min(wall - queued, computing)


def _now() -> tuple[float, float, float]:
    """Return wall time, time this thread waited for a core, and the process's computing time."""
    try:
        queued = int(_SCHEDULER.read_text("ascii").split()[1]) * _NANO
    except OSError:
        queued = 0.0
    return time.perf_counter(), queued, time.process_time()
