"""Analytic against numeric gradient, for every layer and every loss."""

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.gradient_check import gradient_errors, in_double_precision
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.network import LAYERS, Network
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.reshape import Reshape
from ocrdesk.nn.residual import Residual

STACKS: dict[str, list[type[Layer]]] = {
    "dense": [],
    "sigmoid": [Sigmoid],
    "tanh": [Tanh],
    "relu": [ReLU],
    "sigmoid after relu after tanh": [Tanh, ReLU, Sigmoid],
}


def _network(between: list[Layer], rng: np.random.Generator) -> Network:
    network = Network([Dense(6), *between, Dense(4)], (3, 2), rng=rng)
    network.parameters[...] = rng.standard_normal(network.parameters.shape)
    return network


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("stack", STACKS)
def test_backward_agrees_with_small_changes(
    stack: str, smoothing: float, rng: np.random.Generator
) -> None:
    network = _network([kind() for kind in STACKS[stack]], rng)
    inputs = rng.standard_normal((7, 3, 2), dtype=np.float32)
    errors = gradient_errors(network, inputs, rng.integers(0, 4, 7), label_smoothing=smoothing)
    assert errors.keys() >= {"inputs", "0.weights", "0.biases"}
    assert max(errors.values()) < 1e-6, errors


def test_dropout_agrees_too_when_it_drops_the_same(rng: np.random.Generator) -> None:
    network = _network([Dropout(0.4)], rng)
    inputs = rng.standard_normal((7, 3, 2), dtype=np.float32)
    errors = gradient_errors(network, inputs, rng.integers(0, 4, 7), seed=3)
    assert max(errors.values()) < 1e-6, errors


@pytest.mark.parametrize("padding", ["same", "valid"])
@pytest.mark.parametrize("size", [1, 3, 5])
@pytest.mark.parametrize("after", ["nothing", "pooling"])
def test_convolutions_agree_with_small_changes(
    padding: str, size: int, after: str, rng: np.random.Generator
) -> None:
    is_pooled = after == "pooling"
    bent = Conv2d(3, size=size, padding=padding, is_rectified=True, is_pooled=is_pooled)
    plain = Conv2d(2, padding=padding, is_pooled=is_pooled)
    network = Network([Reshape((12, 13, 1)), bent, plain, Dense(4)], (156,), rng=rng)
    network.parameters[...] = rng.standard_normal(network.parameters.shape) / 2
    inputs = rng.standard_normal((3, 156), dtype=np.float32)
    errors = gradient_errors(network, inputs, rng.integers(0, 4, 3))
    assert errors.keys() >= {"inputs", "1.weights", "1.biases", "2.weights", "2.biases"}
    assert max(errors.values()) < 1e-6, errors


@pytest.mark.parametrize("size", [(1, 1), (1, 3), (3, 1), (5, 3)])
@pytest.mark.parametrize("padding", ["same", "valid"])
def test_columns_and_kernels_of_any_size_agree_with_small_changes(
    size: tuple[int, int], padding: str, rng: np.random.Generator
) -> None:
    layers = [
        Conv2d(2, size=size, padding=padding, is_rectified=True),
        *(Columns(), BatchNorm()),
        *(Conv2d(3, size=(1, 3), padding=padding, is_rectified=True), Conv2d(2, size=(1, 5))),
        Dense(4),
    ]
    network = Network(layers, (6, 8), rng=rng)
    network.parameters[...] += rng.standard_normal(network.parameters.shape) / 2
    inputs = rng.standard_normal((3, 6, 8), dtype=np.float32)
    errors = gradient_errors(network, inputs, rng.integers(0, 4, 3))
    assert errors.keys() >= {"inputs", "0.weights", "3.weights", "3.biases", "4.weights"}
    assert max(errors.values()) < 1e-6, errors


def test_pooling_by_itself_agrees_with_small_changes(rng: np.random.Generator) -> None:
    layers = [Conv2d(3), Tanh(), MaxPool2d(), Dense(4)]
    network = Network(layers, (7, 8, 2), rng=rng)
    inputs = rng.standard_normal((5, 7, 8, 2), dtype=np.float32)
    errors = gradient_errors(network, inputs, rng.integers(0, 4, 5))
    assert max(errors.values()) < 1e-6, errors


@pytest.mark.parametrize("below", ["dense", "convolution"])
def test_batch_normalisation_agrees_with_small_changes(
    below: str, rng: np.random.Generator
) -> None:
    first = Dense(5) if below == "dense" else Conv2d(3, is_rectified=True)
    network = Network([first, BatchNorm(), Tanh(), BatchNorm(0.3), Dense(4)], (6, 5), rng=rng)
    network.parameters[...] = rng.standard_normal(network.parameters.shape)
    inputs = rng.standard_normal((9, 6, 5), dtype=np.float32)
    errors = gradient_errors(network, inputs, rng.integers(0, 4, 9))
    # What is below has no slope along the first layer's biases: the mean takes them out again.
    if below == "dense":
        del errors["0.biases"]
    assert max(errors.values()) < 1e-6, errors


@pytest.mark.parametrize("place", ["first", "behind others"])
def test_ways_around_layers_agree_with_small_changes(place: str, rng: np.random.Generator) -> None:
    inside = [Conv2d(2, size=(1, 3), is_rectified=True), BatchNorm(), Tanh(), Dropout(0.3)]
    below: list[Layer] = [Conv2d(2), BatchNorm()] if place == "behind others" else []
    layers = [*below, Residual(inside), Residual([Conv2d(2)]), Dense(4), Residual([Dense(4)])]
    network = Network(layers, (5, 6, 2), rng=rng)
    network.parameters[...] += rng.standard_normal(network.parameters.shape) / 2
    inputs = rng.standard_normal((5, 5, 6, 2), dtype=np.float32)
    errors = gradient_errors(network, inputs, rng.integers(0, 4, 5), seed=2)
    first = len(below)
    assert errors.keys() >= {"inputs", f"{first}.0.weights", f"{first + 1}.0.biases"}
    # What is below has no slope along the first layer's biases: the mean takes them out again.
    errors.pop("0.biases", None)
    assert max(errors.values()) < 1e-6, errors


def test_every_kind_of_layer_is_checked_here() -> None:
    checked = {kind.kind for kinds in STACKS.values() for kind in kinds}
    others = (Dense, Dropout, Conv2d, MaxPool2d, Columns, Reshape, BatchNorm, Residual)
    assert checked | {layer.kind for layer in others} == set(LAYERS)


class Flattering(Tanh):
    """A tanh whose derivative was forgotten."""

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Pass the gradient on as it is."""
        return gradient if wants_input else None


def test_a_wrong_derivative_is_found(
    rng: np.random.Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LAYERS, "tanh", Flattering)
    network = _network([Flattering()], rng)
    errors = gradient_errors(
        network, rng.standard_normal((7, 3, 2), dtype=np.float32), rng.integers(0, 4, 7)
    )
    assert errors["0.weights"] > 0.1
    assert errors["inputs"] > 0.1
    assert errors["2.weights"] < 1e-6  # above the mistake all is well


def test_the_check_leaves_the_network_as_it_was(rng: np.random.Generator) -> None:
    network = _network([Tanh()], rng)
    before = network.parameters.copy()
    inputs = rng.standard_normal((2, 3, 2), dtype=np.float32)
    gradient_errors(network, inputs, np.array([0, 1]))
    np.testing.assert_array_equal(network.parameters, before)
    assert network.parameters.dtype == np.float32


def test_single_and_double_precision_agree(rng: np.random.Generator) -> None:
    network = _network([Sigmoid()], rng)
    inputs = rng.standard_normal((5, 3, 2), dtype=np.float32)
    precise = in_double_precision(network).probabilities(inputs.astype(np.float64))
    np.testing.assert_allclose(network.probabilities(inputs), precise, atol=1e-5)
