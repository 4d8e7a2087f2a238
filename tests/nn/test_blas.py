"""How many threads matrix products use, and into how many pieces they are cut."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_info  # type: ignore[import-untyped]

from ocrdesk.nn import blas, products
from ocrdesk.nn.blas import available_cores, blas_threads, fastest_thread_count
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network


def _threads() -> set[int]:
    libraries = [library for library in threadpool_info() if library["user_api"] == "blas"]
    return {library["num_threads"] for library in libraries}


def test_the_number_holds_inside_the_block_and_is_as_before_after_it() -> None:
    before = _threads()
    with blas_threads(1):
        assert _threads() == {1}
    assert _threads() == before


def test_it_is_as_before_after_an_error_too() -> None:
    before = _threads()
    with pytest.raises(RuntimeError), blas_threads(1):
        raise RuntimeError
    assert _threads() == before


@pytest.mark.skipif(available_cores() < 2, reason="one core leaves nothing to limit")
def test_any_thread_may_set_the_number_and_blocks_may_overlap() -> None:
    before = _threads()
    with blas_threads(1):  # makes this thread the first that set it
        pass
    barrier = Barrier(4)

    def hold(count: int) -> set[int]:
        with blas_threads(count):
            barrier.wait(10)
            found = _threads()
            barrier.wait(10)
        return found

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(hold, [1, 1, 1, 1])) == [{1}] * 4
    assert _threads() == before


def test_none_leaves_the_number_alone() -> None:
    before = _threads()
    with blas_threads(None):
        assert _threads() == before


def test_the_fastest_count_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = {1: 1.0, 2: 0.6, 4: 0.55, 8: 0.1}
    monkeypatch.setattr(blas, "_usual_seconds", lambda _work, count, _within: seconds[count])
    # Four threads save less than a fifth against two: not worth taking the cores.
    assert fastest_thread_count(lambda: None, most=8) == 2
    assert fastest_thread_count(lambda: None, most=3) == 2
    assert fastest_thread_count(lambda: None, most=1) == 1


def test_a_real_measurement_gives_a_possible_count() -> None:
    square = np.ones((64, 64), np.float32)
    assert fastest_thread_count(lambda: square @ square, most=2) in {1, 2}
    assert 1 <= fastest_thread_count(lambda: square @ square) <= available_cores()


def test_nothing_is_run_where_there_is_but_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []
    monkeypatch.setattr(blas, "_threads_at_start", lambda: 1)
    assert fastest_thread_count(lambda: runs.append(1)) == 1
    assert not runs


@given(st.integers(1, 2000), st.integers(1, 10**8))
def test_pieces_are_equal_small_and_not_too_thin(count: int, multiply_adds: int) -> None:
    products.small_product.cache_clear()
    number = products.pieces(count, multiply_adds, smallest=8)
    assert count % number == 0
    if number > 1:
        assert count // number >= 8
        assert multiply_adds / number <= products.small_product() < multiply_adds


@pytest.mark.parametrize("limit", [0, 1_000_000])
def test_cut_products_give_what_whole_ones_give(
    limit: int, rng: np.random.Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(products, "small_product", lambda: limit)
    network = Network([Dense(64)], (1024,), rng=rng)
    inputs = rng.random((32, 1024), dtype=np.float32)
    delta = rng.standard_normal((32, 64), dtype=np.float32)
    np.testing.assert_allclose(network.forward(inputs, rng), network.logits(inputs), atol=1e-4)
    network.backward(delta)
    np.testing.assert_allclose(
        network.layers[0].gradients["weights"], inputs.T @ delta, rtol=1e-4, atol=1e-4
    )
    assert products.pieces(32, 32 * 1024 * 64, smallest=8) == (4 if limit else 1)
    assert products.pieces(1024, 32 * 1024 * 64, smallest=8) == (4 if limit else 1)
