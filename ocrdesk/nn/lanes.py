"""Work on a batch shared between threads, each with the next piece as soon as it is free."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TypeAlias, TypeVar

import numpy as np

from ocrdesk.nn.blas import available_cores, blas_threads, product_threads

Piece = TypeVar("Piece")
Work: TypeAlias = Callable[[Iterator[Piece]], None]

_count: ContextVar[int | None] = ContextVar("lanes", default=None)


@contextmanager
def lanes(count: int | None) -> Iterator[None]:
    """Let `share` use ``count`` threads inside the block, and each matrix product one.

    None takes as many as products may use outside. The number belongs to the thread that sets it.
    OpenBLAS's own threads must rest: when a product is done they wait for the next one for some 20
    milliseconds with the processor running, and no thread of ours gets it.
    """
    token = _count.set(count or lane_count())
    try:
        with blas_threads(1):
            yield
    finally:
        _count.reset(token)


def lane_count() -> int:
    """Return how many threads `share` uses."""
    return _count.get() or product_threads()


def share(work: Work[Piece], pieces: Sequence[Piece]) -> None:
    """Call ``work(iterator)`` in as many threads as there are lanes; return when all is done.

    The threads take their pieces from one iterator, so that a busy core costs no more than a piece.
    What comes out must not depend on who did which: then it is the same, bit for bit, with any
    number of threads. NumPy lets others run while it works on arrays, so that two threads do nearly
    twice as much. Inside ``work`` nothing is shared again.

    If something goes wrong, the error is raised when all threads have ended.
    """
    count = min(lane_count(), len(pieces))
    todo = iter(pieces)
    if count <= 1:
        work(todo)
        return
    handling = np.geterr()

    def take_part() -> None:
        token = _count.set(1)
        try:
            with np.errstate(**handling):  # which, as the count, belongs to a thread
                work(todo)
        finally:
            _count.reset(token)

    helpers = [_pool().submit(take_part) for _ in range(count - 1)]
    try:
        take_part()
    finally:
        errors = [helper.exception() for helper in helpers if not helper.cancel()]
    for error in errors:
        if error is not None:
            raise error


@cache
def slices(count: int, size: int) -> tuple[slice, ...]:
    """Return 0 … count in pieces of at most ``size``."""
    return tuple(slice(start, min(start + size, count)) for start in range(0, count, size))


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(available_cores(), thread_name_prefix="nn")
