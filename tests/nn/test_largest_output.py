"""What a network's parameters say of how large its numbers can become, without trying any."""

from collections.abc import Sequence

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.network import Network
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.reshape import Reshape
from ocrdesk.nn.residual import Residual

NETWORKS: dict[str, tuple[Sequence[Layer], tuple[int, ...]]] = {
    "dense": ([Dense(9), Sigmoid(), Dense(7), Tanh(), Dense(4)], (12,)),
    "convolution": (
        [Reshape((8, 8, 1)), Conv2d(6), ReLU(), MaxPool2d(), Dropout(0.2), Dense(4)],
        (64,),
    ),
    "around": ([Residual([Dense(12), BatchNorm(), ReLU()]), Dense(4)], (12,)),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_no_output_of_any_layer_is_larger(name: str) -> None:
    layers, shape = NETWORKS[name]
    rng = np.random.default_rng(2)
    network = Network(layers, shape, rng=rng)
    network.parameters[:] = rng.normal(size=network.parameters.shape)
    for layer in network.layers:
        for statistic in layer.statistics.values():
            statistic[...] = rng.uniform(0.5, 2, statistic.shape)
    values = rng.random((500, *shape), np.float32)
    found = 0.0
    for layer in network.layers:
        values = layer.apply(values)
        found = max(found, float(np.abs(values).max()))
    assert found <= network.largest_output() < 1e5


def test_one_sum_of_signs_alike_reaches_it() -> None:
    network = Network([Dense(2)], (3,))
    network.layers[0].parameters["weights"][:] = [[1, -2], [3, -4], [5, -6]]
    network.layers[0].parameters["biases"][:] = [0.5, -1]
    assert network.largest_output() == 13.0
    assert np.abs(network.logits(np.ones((1, 3), np.float32))).max() == 13.0


@pytest.mark.parametrize("weight", [np.nan, np.inf])
def test_no_numbers_stay_no_numbers(weight: float) -> None:
    network = Network([Dense(3), ReLU(), Dense(2)], (4,))
    network.parameters[0] = weight
    assert not network.largest_output() < 1e300
