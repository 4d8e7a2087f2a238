"""Of four the largest."""

import numpy as np
import pytest

from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.lanes import lanes
from ocrdesk.nn.network import Network
from ocrdesk.nn.pooling import MaxPool2d


def _bound(shape: tuple[int, ...], rows: int) -> MaxPool2d:
    layer = MaxPool2d()
    layer.bind(shape, {}, {}, {}, np.float32)
    layer.resize(rows)
    return layer


@pytest.mark.parametrize("shape", [(6, 8, 3), (7, 8, 1), (6, 5, 2), (2, 3, 4)])
def test_the_largest_of_each_four_is_kept(
    shape: tuple[int, int, int], rng: np.random.Generator
) -> None:
    inputs = rng.standard_normal((9, *shape), dtype=np.float32)
    high, wide = shape[0] // 2, shape[1] // 2
    even = inputs[:, : 2 * high, : 2 * wide].reshape(9, high, 2, wide, 2, shape[2])
    layer = _bound(shape, 9)
    assert layer.output_shape(shape) == (high, wide, shape[2])
    with lanes(2):
        np.testing.assert_array_equal(layer.forward(inputs, rng), even.max(axis=(2, 4)))
    np.testing.assert_array_equal(layer.apply(inputs), even.max(axis=(2, 4)))


def test_the_gradient_goes_to_the_largest_and_of_equals_to_one() -> None:
    picture = np.zeros((1, 5, 4, 1), np.float32)  # the fifth row is left out
    picture[0, 1, 0], picture[0, 0, 3] = 2, 5
    layer = _bound((5, 4, 1), 1)
    layer.forward(picture, np.random.default_rng(0))
    delta = np.arange(1, 5, dtype=np.float32).reshape(1, 2, 2, 1)
    found = layer.backward(delta, wants_input=True)
    assert found is not None
    expected = [[0, 0, 0, 2], [1, 0, 0, 0], [3, 0, 4, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    np.testing.assert_array_equal(found[0, :, :, 0], expected)
    assert layer.backward(delta, wants_input=False) is None


@pytest.mark.parametrize("shape", [(8,), (8, 8), (1, 8, 3)])
def test_what_is_no_picture_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="pooling takes"):
        MaxPool2d().output_shape(shape)


def test_a_network_of_both_has_the_shapes_it_says() -> None:
    network = Network([Conv2d(3), MaxPool2d(), Conv2d(5), MaxPool2d(), Dense(4)], (9, 12))
    assert [layer.input_shape for layer in network.layers] == [
        (9, 12),
        (9, 12, 3),
        (4, 6, 3),
        (4, 6, 5),
        (2, 3, 5),
    ]
