"""Networks with other classes keep what they know of those they had."""

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.nn.outputs import with_outputs


def test_classes_are_kept_in_the_order_wanted(rng: np.random.Generator) -> None:
    network = Network([Dense(8), ReLU(), Dense(4)], (6,), rng=rng)
    network.layers[-1].parameters["biases"][:] = (1, 2, 3, 4)
    inputs = rng.random((5, 6), np.float32)
    before = network.logits(inputs)
    other = with_outputs(network, [3, None, 0], rng)
    logits = other.logits(inputs)
    assert other.classes == 3
    assert np.array_equal(logits[:, [0, 2]], before[:, [3, 0]])
    assert np.ptp(logits[:, 1]) > 0
    other.parameters[:] = 0
    assert np.array_equal(network.logits(inputs), before)


def test_only_what_ends_in_a_dense_layer_gets_other_classes(rng: np.random.Generator) -> None:
    with pytest.raises(ValueError, match="ends in sigmoid"):
        with_outputs(Network([Dense(4), Sigmoid()], (6,), rng=rng), [0], rng)
    with pytest.raises(ValueError, match="no class 4"):
        with_outputs(Network([Dense(4)], (6,), rng=rng), [0, 4], rng)
