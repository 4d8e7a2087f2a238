"""Labelled inputs: what is refused, and the order in which batches come."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.nn.dataset import Dataset, Minibatches


def _numbered(count: int) -> Dataset:
    """Inputs that tell their own number; labels their number modulo 7."""
    numbers = np.arange(count)
    return Dataset(np.repeat(numbers[:, None], 3, axis=1).astype(np.float32), numbers % 7)


@given(st.integers(1, 100), st.integers(1, 40), st.integers(0, 9))
def test_an_epoch_brings_every_sample_once_with_its_label(
    count: int, batch_size: int, seed: int
) -> None:
    seen: list[int] = []
    sizes = []
    for inputs, labels in Minibatches(batch_size).of(_numbered(count), np.random.default_rng(seed)):
        np.testing.assert_array_equal(inputs[:, 0].astype(int) % 7, labels)
        seen.extend(inputs[:, 0].astype(int))
        sizes.append(len(labels))
    assert sorted(seen) == list(range(count))
    assert all(size == batch_size for size in sizes[:-1])


def _order(rng: np.random.Generator) -> list[int]:
    return [int(n) for inputs, _ in Minibatches(8).of(_numbered(50), rng) for n in inputs[:, 0]]


def test_the_order_comes_from_the_generator_alone() -> None:
    assert _order(np.random.default_rng(1)) == _order(np.random.default_rng(1))
    assert _order(np.random.default_rng(1)) != _order(np.random.default_rng(2))


def test_each_epoch_has_another_order() -> None:
    rng = np.random.default_rng(1)
    assert _order(rng) != _order(rng)


def test_the_global_generator_is_never_used() -> None:
    np.random.seed(5)  # noqa: NPY002 (the one we must not touch)
    before = np.random.get_state(legacy=False)["state"]["key"].copy()  # noqa: NPY002
    _order(np.random.default_rng(1))
    after = np.random.get_state(legacy=False)["state"]["key"]  # noqa: NPY002
    np.testing.assert_array_equal(after, before)


def test_the_dataset_is_left_as_it_was() -> None:
    samples = _numbered(20)
    for inputs, _ in Minibatches(8).of(samples, np.random.default_rng(0)):
        inputs[...] = -1
    np.testing.assert_array_equal(samples.inputs[:, 0], np.arange(20))


def test_labels_of_any_integer_type_become_intp() -> None:
    samples = Dataset(np.zeros((2, 3), np.float32), np.array([1, 2], np.uint8))
    assert samples.labels.dtype == np.intp
    assert len(samples) == 2
    assert samples.input_shape == (3,)


@pytest.mark.parametrize("dtype", [np.float64, np.uint8, np.float16])
def test_other_inputs_than_float32_are_refused_with_advice(dtype: type) -> None:
    with pytest.raises(ValueError, match=r"not float32.*astype"):
        Dataset(np.zeros((2, 3), dtype), np.zeros(2, np.intp))


@pytest.mark.parametrize(
    ("labels", "complaint"),
    [
        (np.zeros(3, np.intp), "3 labels for 2 inputs"),
        (np.zeros(2, np.float32), "float32"),
        (np.zeros((2, 1), np.intp), "shape"),
        (np.array([0, -1]), "found -1"),
    ],
)
def test_labels_that_do_not_fit_are_refused(labels: np.ndarray, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Dataset(np.zeros((2, 3), np.float32), labels)


def test_an_empty_batch_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Minibatches(0)
