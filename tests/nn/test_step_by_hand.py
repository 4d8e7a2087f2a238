"""One whole training step, worked out number by number with plain Python floats."""

from math import exp, log
from typing import Any

import numpy as np
import pytest

from ocrdesk.nn.activations import Sigmoid
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.loss import SoftmaxCrossEntropy
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import SGD

RATE = 0.1

# Up: the input is (1, 2) and its label 1.
H1 = 1 / (1 + exp(-(0.1 * 1 + 0.4 * 2)))  # the sum is 0.9
H2 = 1 / (1 + exp(-(-0.2 * 1 + 0.3 * 2 + 0.1)))  # 0.5
Z1 = 0.5 * H1 + 1.0 * H2
Z2 = -0.5 * H1 + 0.2 * H2 - 0.3
P1 = exp(Z1) / (exp(Z1) + exp(Z2))
P2 = 1 - P1
# Down: δ = p − t, then through W₂ and the slope h(1 − h).
D1, D2 = P1, P2 - 1
E1 = (0.5 * D1 - 0.5 * D2) * H1 * (1 - H1)
E2 = (1.0 * D1 + 0.2 * D2) * H2 * (1 - H2)


def _network() -> Network:
    network = Network([Dense(2), Sigmoid(), Dense(2)], (2,))
    below, _, above = network.layers
    below.parameters["weights"][...] = [[0.1, -0.2], [0.4, 0.3]]  # rows: inputs; columns: units
    below.parameters["biases"][...] = [0.0, 0.1]
    above.parameters["weights"][...] = [[0.5, -0.5], [1.0, 0.2]]
    above.parameters["biases"][...] = [0.0, -0.3]
    return network


def test_one_step_of_a_network_of_two_units() -> None:
    network, loss = _network(), SoftmaxCrossEntropy(2)
    logits = network.forward(np.array([[1, 2]], np.float32), np.random.default_rng(0))
    np.testing.assert_allclose(logits, [[Z1, Z2]], rtol=1e-6)
    network.backward(loss.gradient(logits, np.array([1]), scale=SGD().scale(RATE)))
    assert loss.take_tally().loss == pytest.approx(-log(P2), rel=1e-6)
    SGD().step(network.parameters, network.gradients, RATE, decayed=0)

    below, _, above = network.layers
    expected: list[tuple[Any, list[Any]]] = [
        (
            below.parameters["weights"],
            [[0.1 - RATE * E1, -0.2 - RATE * E2], [0.4 - RATE * E1 * 2, 0.3 - RATE * E2 * 2]],
        ),
        (below.parameters["biases"], [-RATE * E1, 0.1 - RATE * E2]),
        (
            above.parameters["weights"],
            [
                [0.5 - RATE * H1 * D1, -0.5 - RATE * H1 * D2],
                [1.0 - RATE * H2 * D1, 0.2 - RATE * H2 * D2],
            ],
        ),
        (above.parameters["biases"], [-RATE * D1, -0.3 - RATE * D2]),
    ]
    for found, numbers in expected:
        np.testing.assert_allclose(found, numbers, rtol=1e-6)
