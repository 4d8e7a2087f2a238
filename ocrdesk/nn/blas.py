"""How many threads NumPy's matrix products use: set for a while, or found by measurement.

The products of a mini-batch are so small that waking other threads can cost more than they help:
at batch 32 one thread is up to three times as fast as the default of all cores.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from time import perf_counter
from typing import Any

_lock = Lock()
_held: list[Any] = []  # the first holder's limiter, once for every holder


@contextmanager
def blas_threads(count: int | None) -> Iterator[None]:
    """Let matrix products use ``count`` threads inside the block; None leaves them as they are.

    The number belongs to the whole process. Blocks may overlap in several threads: the first one's
    count holds until the last one ends, and then the number from before is back.
    """
    if count is None:
        yield
        return
    with _lock:
        _held.append(_held[0] if _held else _controller().limit(limits=count, user_api="blas"))
    try:
        yield
    finally:
        with _lock:
            limiter = _held.pop()
            if not _held:
                limiter.restore_original_limits()


def fastest_thread_count(work: Callable[[], object], *, most: int | None = None) -> int:
    """Run ``work`` with 1, 2, 4 … up to ``most`` threads (all cores) and return the best count.

    More threads must save a tenth of the time to be chosen: they take cores from others.
    """
    most = most or available_cores()
    best, best_seconds = 1, _seconds(work, 1)
    count = 2
    while count <= most:
        seconds = _seconds(work, count)
        if seconds < 0.9 * best_seconds:
            best, best_seconds = count, seconds
        count *= 2
    return best


def available_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _seconds(work: Callable[[], object], threads: int, *, runs: int = 12) -> float:
    """Return the quickest of some runs, after one to warm up: noise only ever adds."""
    with blas_threads(threads):
        work()
        best = float("inf")
        for _ in range(runs):
            begun = perf_counter()
            work()
            best = min(best, perf_counter() - begun)
    return best


@cache
def _controller() -> Any:
    from threadpoolctl import (  # type: ignore[import-untyped]  # noqa: PLC0415
        ThreadpoolController,
    )

    return ThreadpoolController()
