"""One whole training step, worked out number by number with plain Python floats."""

from math import exp, log

import numpy as np
import pytest

from ocrdesk.nn.activations import Sigmoid
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.loss import SoftmaxCrossEntropy
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import SGD


def test_one_step_of_a_network_of_two_units() -> None:
    network = Network([Dense(2), Sigmoid(), Dense(2)], (2,))
    below, _, above = network.layers
    below.parameters["weights"][...] = [[0.1, -0.2], [0.4, 0.3]]  # rows: inputs; columns: units
    below.parameters["biases"][...] = [0.0, 0.1]
    above.parameters["weights"][...] = [[0.5, -0.5], [1.0, 0.2]]
    above.parameters["biases"][...] = [0.0, -0.3]

    # Up: x = (1, 2), label 1.
    h1 = 1 / (1 + exp(-(0.1 * 1 + 0.4 * 2)))  # the sum is 0.9
    h2 = 1 / (1 + exp(-(-0.2 * 1 + 0.3 * 2 + 0.1)))  # 0.5
    z1 = 0.5 * h1 + 1.0 * h2
    z2 = -0.5 * h1 + 0.2 * h2 - 0.3
    p1 = exp(z1) / (exp(z1) + exp(z2))
    p2 = 1 - p1
    # Down: δ = p − t, then through W₂ and the slope h(1 − h).
    d1, d2 = p1, p2 - 1
    e1 = (0.5 * d1 - 0.5 * d2) * h1 * (1 - h1)
    e2 = (1.0 * d1 + 0.2 * d2) * h2 * (1 - h2)

    loss, rng = SoftmaxCrossEntropy(2), np.random.default_rng(0)
    logits = network.forward(np.array([[1, 2]], np.float32), rng)
    np.testing.assert_allclose(logits, [[z1, z2]], rtol=1e-6)
    rate = 0.1
    network.backward(loss.gradient(logits, np.array([1]), scale=SGD().scale(rate)))
    assert loss.take_tally().loss == pytest.approx(-log(p2), rel=1e-6)
    SGD().step(network.parameters, network.gradients, rate, decayed=0)

    np.testing.assert_allclose(
        below.parameters["weights"],
        [[0.1 - rate * e1 * 1, -0.2 - rate * e2 * 1], [0.4 - rate * e1 * 2, 0.3 - rate * e2 * 2]],
        rtol=1e-6,
    )
    np.testing.assert_allclose(below.parameters["biases"], [-rate * e1, 0.1 - rate * e2], rtol=1e-6)
    np.testing.assert_allclose(
        above.parameters["weights"],
        [
            [0.5 - rate * h1 * d1, -0.5 - rate * h1 * d2],
            [1.0 - rate * h2 * d1, 0.2 - rate * h2 * d2],
        ],
        rtol=1e-6,
    )
    np.testing.assert_allclose(
        above.parameters["biases"], [-rate * d1, -0.3 - rate * d2], rtol=1e-6
    )
