"""What the theory says about single layers, on the real code."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ocrdesk.nn.activations import Activation, ReLU, Sigmoid, Tanh
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network

points = arrays(np.float32, (1, 9), elements=st.floats(-50, 50, width=32))


def _slope(activation: Activation, inputs: Array) -> Array:
    """The derivative as `backward` computes it, from a gradient of ones."""
    activation.bind(inputs.shape[1:], {}, {}, {}, np.float32)
    activation.resize(len(inputs))
    activation.forward(inputs, np.random.default_rng(0))
    slope = activation.backward(np.ones_like(inputs), wants_input=True)
    assert slope is not None
    return slope


def test_a_stack_of_linear_layers_equals_one_linear_layer(rng: np.random.Generator) -> None:
    deep = Network([Dense(7), Dense(5), Dense(3)], (4,), rng=rng)
    for layer in deep.layers:
        layer.parameters["biases"][...] = rng.standard_normal(layer.parameters["biases"].shape)
    flat = Network([Dense(3)], (4,))
    (w1, b1), (w2, b2), (w3, b3) = (tuple(layer.parameters.values()) for layer in deep.layers)
    flat.layers[0].parameters["weights"][...] = w1 @ w2 @ w3
    flat.layers[0].parameters["biases"][...] = (b1 @ w2 + b2) @ w3 + b3
    inputs = rng.standard_normal((50, 4), dtype=np.float32)
    np.testing.assert_allclose(flat.logits(inputs), deep.logits(inputs), rtol=1e-4, atol=1e-5)


def test_a_bend_between_them_breaks_that(rng: np.random.Generator) -> None:
    bent = Network([Dense(7), Tanh(), Dense(3)], (4,), rng=rng)
    one, other = rng.standard_normal((2, 1, 4), dtype=np.float32)
    biases = bent.logits(np.zeros((1, 4), np.float32))
    sums = bent.logits(one) + bent.logits(other) - biases
    assert np.abs(bent.logits(one + other) - sums).max() > 0.1


@given(points)
def test_the_slope_of_sigmoid_is_sigmoid_times_its_rest_and_at_most_a_quarter(
    inputs: Array,
) -> None:
    slope, value = _slope(Sigmoid(), inputs), Sigmoid().apply(inputs)
    np.testing.assert_allclose(slope, value * (1 - value), atol=1e-7)
    assert (slope <= 0.25).all()
    assert (slope >= 0).all()


def test_the_slope_of_sigmoid_is_a_quarter_at_zero() -> None:
    np.testing.assert_array_equal(_slope(Sigmoid(), np.zeros((1, 1), np.float32)), [[0.25]])


@given(points)
def test_tanh_is_a_stretched_sigmoid(inputs: Array) -> None:
    stretched = 2 * Sigmoid().apply(2 * inputs) - 1
    np.testing.assert_allclose(Tanh().apply(inputs), stretched, atol=1e-6)


@given(points)
def test_the_slope_of_tanh_is_one_minus_its_square_and_at_most_one(inputs: Array) -> None:
    slope = _slope(Tanh(), inputs)
    np.testing.assert_allclose(slope, 1 - Tanh().apply(inputs) ** 2, atol=1e-6)
    assert (slope <= 1).all()


def test_the_slope_of_relu_is_one_or_zero_and_zero_at_the_corner() -> None:
    inputs = np.array([[-2, -0.0, 0, 1e-30, 3]], np.float32)
    np.testing.assert_array_equal(_slope(ReLU(), inputs), [[0, 0, 0, 1, 1]])


def test_sigmoid_never_overflows() -> None:
    inputs = np.array([[-3e38, -100, 0, 100, 3e38]], np.float32)
    np.testing.assert_array_equal(Sigmoid().apply(inputs), [[0, 0, 0.5, 1, 1]])


@pytest.mark.parametrize("rows", [1, 3, 32])
def test_gradients_of_a_linear_layer_are_as_derived(rows: int, rng: np.random.Generator) -> None:
    # For one sample y = Wx + b: ∂J/∂W = δxᵀ, ∂J/∂x = Wᵀδ, ∂J/∂b = δ; over a batch they add up.
    network = Network([Dense(5), Dense(6)], (4,), rng=rng)
    inputs = rng.standard_normal((rows, 4), dtype=np.float32)
    delta = rng.standard_normal((rows, 5), dtype=np.float32)
    layer = network.layers[0]
    layer.resize(rows)
    layer.forward(inputs, rng)
    by_input = layer.backward(delta, wants_input=True)
    assert by_input is not None
    weights = layer.parameters["weights"].T  # the theory's W: a row for each output
    np.testing.assert_allclose(
        layer.gradients["weights"].T,
        sum(np.outer(d, x) for d, x in zip(delta, inputs, strict=True)),
        rtol=1e-4,
    )
    np.testing.assert_allclose(layer.gradients["biases"], delta.sum(axis=0), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(by_input, [weights.T @ d for d in delta], rtol=1e-4, atol=1e-6)


def test_a_patch_is_read_as_one_long_row(rng: np.random.Generator) -> None:
    network = Network([Dense(3)], (4, 5), rng=rng)
    patches = rng.random((2, 4, 5), dtype=np.float32)
    flat = Network.from_state(
        [{"kind": "input", "shape": [20]}, *network.state()[0][1:]], network.state()[1]
    )
    np.testing.assert_array_equal(network.logits(patches), flat.logits(patches.reshape(2, 20)))


def test_the_gradient_by_a_patch_has_its_shape(rng: np.random.Generator) -> None:
    network = Network([Dense(3)], (4, 5), rng=rng)
    network.forward(rng.random((2, 4, 5), dtype=np.float32), rng)
    by_input = network.layers[0].backward(np.ones((2, 3), np.float32), wants_input=True)
    assert by_input is not None
    assert by_input.shape == (2, 4, 5)
