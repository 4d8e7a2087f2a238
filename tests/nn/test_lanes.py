"""Work shared between threads."""

from collections.abc import Iterator
from threading import Barrier, get_ident

import numpy as np
import pytest

from ocrdesk.nn.blas import blas_threads
from ocrdesk.nn.lanes import lane_count, lanes, share, slices


def test_every_piece_is_done_once() -> None:
    done: list[int] = []

    def work(pieces: Iterator[int]) -> None:
        done.extend(pieces)

    for count in (1, 2, 5):
        with lanes(count):
            share(work, range(100))
    assert sorted(done) == sorted(list(range(100)) * 3)


def test_threads_work_at_the_same_time() -> None:
    barrier, threads = Barrier(2), set()

    def work(pieces: Iterator[int]) -> None:
        for _ in pieces:
            barrier.wait(30)  # nobody gets on alone
            threads.add(get_ident())

    with lanes(2):
        share(work, range(2))
    assert len(threads) == 2


def test_what_is_shared_is_not_shared_again() -> None:
    counts: list[int] = []

    def work(pieces: Iterator[int]) -> None:
        counts.extend(lane_count() for _ in pieces)

    with lanes(2):
        share(work, range(8))
        assert lane_count() == 2
    assert counts == [1] * 8


def test_the_number_of_lanes_is_the_blocks_else_that_of_products() -> None:
    with blas_threads(1):
        assert lane_count() == 1
        with lanes(3):
            assert lane_count() == 3
            with lanes(None):
                assert lane_count() == 3
        assert lane_count() == 1


@pytest.mark.parametrize("count", [1, 2])
def test_an_error_in_any_thread_is_raised(count: int) -> None:
    def work(pieces: Iterator[int]) -> None:
        for piece in pieces:
            if piece == 7:
                raise RuntimeError("seven")

    with lanes(count), pytest.raises(RuntimeError, match="seven"):
        share(work, range(20))


def test_all_threads_treat_overflow_as_the_caller_does() -> None:
    barrier = Barrier(2)

    def work(pieces: Iterator[int]) -> None:
        for _ in pieces:
            barrier.wait(30)
            np.multiply(np.float32(1e30), np.float32(1e30))

    with lanes(2), np.errstate(over="ignore"):
        share(work, range(2))
    with lanes(2), np.errstate(over="raise"), pytest.raises(FloatingPointError):
        share(work, range(2))


def test_slices_cover_everything() -> None:
    numbers = np.arange(23)
    np.testing.assert_array_equal(np.concatenate([numbers[s] for s in slices(23, 5)]), numbers)
    assert slices(0, 5) == ()
