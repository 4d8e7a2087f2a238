"""All that stands above one another, side by side."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network

SHAPES = [(4, 9, 3), (1, 7, 5), (6, 1, 2), (3, 8, 1)]


def _bound(shape: tuple[int, ...], rows: int) -> Columns:
    layer = Columns()
    layer.bind(shape, {}, {}, {}, np.float32)
    layer.resize(rows)
    return layer


@pytest.mark.parametrize("shape", SHAPES)
def test_a_column_becomes_one_place(shape: tuple[int, int, int], rng: np.random.Generator) -> None:
    height, width, channels = shape
    inputs = rng.standard_normal((5, *shape), dtype=np.float32)
    layer = _bound(shape, 5)
    assert layer.output_shape(shape) == (1, width, height * channels)
    found = layer.forward(inputs, rng)
    assert found.shape == (5, 1, width, height * channels)
    for item, column in np.ndindex(5, width):
        np.testing.assert_array_equal(found[item, 0, column], inputs[item, :, column].ravel())
    np.testing.assert_array_equal(layer.apply(inputs), found)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_gradient_goes_back_to_where_each_number_came_from(
    shape: tuple[int, int, int], rng: np.random.Generator
) -> None:
    layer = _bound(shape, 5)
    for rows in (5, 2, 5):  # smaller and larger batches in turn
        layer.resize(rows)
        inputs = rng.standard_normal((rows, *shape), dtype=np.float32)
        delta = layer.forward(inputs, rng).copy()
        found = layer.backward(delta, wants_input=True)
        assert found is not None
        np.testing.assert_array_equal(found, inputs)
        assert layer.backward(delta, wants_input=False) is None


def test_what_it_returns_in_training_is_used_again_and_in_reading_is_not(
    rng: np.random.Generator,
) -> None:
    layer = _bound((3, 4, 2), 2)
    inputs = rng.standard_normal((2, 3, 4, 2), dtype=np.float32)
    assert layer.forward(inputs, rng) is layer.forward(inputs, rng)
    one, other = layer.apply(inputs), layer.apply(inputs)
    assert not np.shares_memory(one, other)
    assert not np.shares_memory(one, layer.forward(inputs, rng))


def test_many_threads_may_read_at_once(rng: np.random.Generator) -> None:
    layers = [Conv2d(4), Columns(), Conv2d(5, size=(1, 3)), Dense(3)]
    network = Network(layers, (6, 20), rng=rng)
    batches = [rng.random((rows, 6, 20), dtype=np.float32) for rows in (40, 3, 70, 1) * 3]
    expected = [network.logits(batch) for batch in batches]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(network.logits, batches))
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("shape", [(8,), (8, 8), (8, 8, 3, 1)])
def test_what_is_no_picture_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="columns are taken"):
        Columns().output_shape(shape)
