"""How many threads NumPy's matrix products use: set for a while, or found by measurement.

The products of a mini-batch are so small that waking other threads can cost more than they help:
at batch 32 one thread is up to three times as fast as the default of all cores.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from statistics import median
from threading import Lock
from time import perf_counter
from typing import Any, TypeAlias

Limit: TypeAlias = Callable[[int], AbstractContextManager[None]]

_MOMENT = 0.01  # seconds
_lock = Lock()
_held: list[tuple[Any, int]] = []  # the first holder's limiter and count, once for every holder


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
        if not _held:
            _take_control()
            _held.append((_controller().limit(limits=count, user_api="blas"), count))
        else:
            _held.append(_held[0])
    try:
        yield
    finally:
        with _lock:
            limiter, _ = _held.pop()
            if not _held:
                _take_control()
                limiter.restore_original_limits()


def _take_control() -> None:
    """Let this thread set the number; only one holds `_lock`, so none can come between.

    Since 3.8 threadpoolctl ignores, without a word, every thread but the one that first set it
    (`OpenBLASController.set_num_threads`): readings in a window's worker would use more threads
    than they ask for, and round otherwise than in the main thread.
    """
    for library in _controller().lib_controllers:
        if hasattr(library, "clear_controlling_thread"):
            library.clear_controlling_thread(force=True)


def product_threads() -> int:
    """Return the count of the `blas_threads` block in force, else what BLAS began with.

    That is one for each core, or fewer where OMP_NUM_THREADS or its kin say so.
    """
    with _lock:
        return _held[0][1] if _held else _threads_at_start()


def fastest_thread_count(
    work: Callable[[], object], *, most: int | None = None, within: Limit = blas_threads
) -> int:
    """Run ``work`` with 1, 2, 4 … up to ``most`` threads and return the best count.

    By default that is a thread for each core, or fewer where OMP_NUM_THREADS or its kin say so.
    Where only one is left, nothing is run.
    ``within`` is the block that sets the number, products' own unless `lanes` share the work. More
    threads must save a fifth of the usual time to be chosen, and the first count that does not
    ends the search: they take cores from others, and where a core is busy each product waits for it
    (on a busy machine of two cores, two threads took 2 s for an epoch that takes one 60 ms).
    """
    most = most or min(available_cores(), _threads_at_start())
    if most < 2:
        return 1
    best, best_seconds = 1, _usual_seconds(work, 1, within)
    while 2 * best <= most:
        seconds = _usual_seconds(work, 2 * best, within)
        if seconds > 0.8 * best_seconds:
            break
        best, best_seconds = 2 * best, seconds
    return best


def available_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _usual_seconds(work: Callable[[], object], threads: int, within: Limit) -> float:
    """Return the median of the runs that fit into a moment, at least three, after one to warm up.

    Not the quickest: with several threads what disturbs is part of the price.
    """
    runs: list[float] = []
    with within(threads):
        work()
        deadline = perf_counter() + _MOMENT
        while len(runs) < 3 or perf_counter() < deadline:
            begun = perf_counter()
            work()
            runs.append(perf_counter() - begun)
    return median(runs)


@cache
def _controller() -> Any:
    from threadpoolctl import (  # type: ignore[import-untyped]  # noqa: PLC0415
        ThreadpoolController,
    )

    return ThreadpoolController()


@cache
def _threads_at_start() -> int:
    """Return the largest number of threads of a BLAS library, or one if none tells."""
    libraries = _controller().select(user_api="blas").info()
    return max((int(library["num_threads"]) for library in libraries), default=1)
