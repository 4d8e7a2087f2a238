"""Networks without their batch normalisation: the same logits from fewer layers."""

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.folding import folded
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.network import Network
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.reshape import Reshape
from ocrdesk.nn.residual import Residual


def _seen(layers: list[Layer], rng: np.random.Generator) -> Network:
    """Return the network with statistics, scales and shifts that are anything but 1 and 0."""
    network = Network(layers, (6, 6), rng=rng)
    for layer in network.layers:
        for name, array in (*layer.parameters.items(), *layer.statistics.items()):
            array[...] = rng.uniform(0.3, 2, array.shape)
            if name != "variance":
                array[...] *= rng.choice((-1, 1), array.shape)
    return network


def _kinds(network: Network) -> list[str]:
    return [layer.kind for layer in network.layers]


@pytest.mark.parametrize("order", [(ReLU, MaxPool2d), (MaxPool2d, ReLU)])
def test_convolution_and_dense_layer_take_all_that_follows(
    rng: np.random.Generator, order: tuple[type[Layer], ...]
) -> None:
    behind = [kind() for kind in order]
    layers = [Conv2d(4), BatchNorm(), *behind, Reshape((36,)), Dense(5), BatchNorm(), Sigmoid()]
    network = _seen([*layers, Dense(3)], rng)
    before = network.state()[1]
    short = folded(network)
    assert _kinds(short) == ["conv2d", "reshape", "dense", "sigmoid", "dense"]
    inputs = rng.standard_normal((9, 6, 6), dtype=np.float32)
    np.testing.assert_allclose(short.logits(inputs), network.logits(inputs), rtol=2e-4, atol=2e-4)
    short.parameters[...] = 0
    for name, array in network.state()[1].items():
        np.testing.assert_array_equal(array, before[name])


def test_kernels_that_are_not_square_take_it_too(rng: np.random.Generator) -> None:
    along = [Conv2d(4, size=(1, 3)), BatchNorm(), ReLU(), Conv2d(5, size=(5, 1)), BatchNorm()]
    network = _seen([*along, Columns(), Conv2d(3, size=(1, 5)), BatchNorm(), Dense(3)], rng)
    short = folded(network)
    assert _kinds(short) == ["conv2d", "conv2d", "columns", "conv2d", "dense"]
    inputs = rng.standard_normal((9, 6, 6), dtype=np.float32)
    np.testing.assert_allclose(short.logits(inputs), network.logits(inputs), rtol=2e-4, atol=2e-4)


def test_layers_with_a_way_around_them_take_it_too(rng: np.random.Generator) -> None:
    inside = [Conv2d(4, size=(1, 3)), BatchNorm(), ReLU()]
    network = _seen([Conv2d(4), BatchNorm(), Residual(inside), BatchNorm(), Dense(3)], rng)
    short = folded(network)
    assert _kinds(short) == ["conv2d", "residual", "batch_norm", "dense"]
    description = short.layers[1].description()
    assert [layer["kind"] for layer in description["layers"]] == ["conv2d"]  # type: ignore[union-attr,call-overload,index]
    inputs = rng.standard_normal((9, 6, 6), dtype=np.float32)
    np.testing.assert_allclose(short.logits(inputs), network.logits(inputs), rtol=2e-4, atol=2e-4)


def test_normalisation_behind_a_bend_stays(rng: np.random.Generator) -> None:
    layers = [Conv2d(4, is_rectified=True), BatchNorm(), ReLU(), Reshape((144,)), Dense(3)]
    network = _seen(layers, rng)
    short = folded(network)
    assert _kinds(short) == _kinds(network)
    inputs = rng.standard_normal((9, 6, 6), dtype=np.float32)
    np.testing.assert_array_equal(short.logits(inputs), network.logits(inputs))


def test_what_pools_twice_still_does(rng: np.random.Generator) -> None:
    layers = [Conv2d(4, is_pooled=True), MaxPool2d(), ReLU(), Reshape((4,)), Dense(3)]
    network = _seen(layers, rng)
    short = folded(network)
    assert _kinds(short) == ["conv2d", "maxpool2d", "relu", "reshape", "dense"]
    inputs = rng.standard_normal((9, 6, 6), dtype=np.float32)
    np.testing.assert_allclose(short.logits(inputs), network.logits(inputs), rtol=1e-5)
