"""Work on a batch shared between threads, each with the next piece as soon as it is free."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeAlias

import numpy as np

from ocrdesk.nn.blas import available_cores, product_threads

Work: TypeAlias = Callable[[Iterator[slice]], None]


def share(work: Work, pieces: Sequence[slice]) -> None:
    """Call ``work(pieces)`` in as many threads as products may use; return when all is done.

    The threads take their pieces from one iterator, so that a busy core costs no more than a piece.
    What comes out must not depend on who did which: then it is the same, bit for bit, with any
    number of threads. NumPy lets others run while it works on arrays, so that two threads do nearly
    twice as much; OpenBLAS's own would not help with additions and small products.

    If something goes wrong, the error is raised when all threads have ended.
    """
    count = min(product_threads(), len(pieces))
    todo = iter(pieces)
    if count <= 1:
        work(todo)
        return
    handling = np.geterr()

    def help_out() -> None:
        with np.errstate(**handling):  # which belongs to a thread
            work(todo)

    helpers = [_pool().submit(help_out) for _ in range(count - 1)]
    try:
        work(todo)
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
