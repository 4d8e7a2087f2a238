"""What depth does to signals going up and gradients coming down."""

from itertools import pairwise

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.initializers import Initializer, he, uniform, xavier
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.loss import SoftmaxCrossEntropy
from ocrdesk.nn.network import Network

WIDTH, DEPTH = 200, 10


def _gradient_norms(activation: type[Layer], seed: int) -> tuple[float, float]:
    """Norms of the first and the last layer's gradient in a stack of eight hidden layers."""
    rng = np.random.default_rng(seed)
    hidden = [layer for _ in range(8) for layer in (Dense(32), activation())]
    network = Network([*hidden, Dense(5)], (32,), rng=rng)
    inputs = rng.standard_normal((64, 32), dtype=np.float32)
    logits = network.forward(inputs, rng)
    network.backward(SoftmaxCrossEntropy(5).gradient(logits, rng.integers(0, 5, 64)))
    trained = [norm for norm in network.gradient_norms() if norm]
    return trained[0], trained[-1]


@pytest.mark.parametrize("seed", range(5))
def test_deep_sigmoid_stacks_lose_gradient_faster_than_tanh_stacks(seed: int) -> None:
    sigmoid_first, sigmoid_last = _gradient_norms(Sigmoid, seed)
    tanh_first, tanh_last = _gradient_norms(Tanh, seed)
    assert sigmoid_first / sigmoid_last < 1e-3
    assert tanh_first / tanh_last > 0.05
    assert tanh_first / tanh_last > 100 * sigmoid_first / sigmoid_last


def _signals(
    initializer: Initializer, activation: type[Layer] | None, rng: np.random.Generator
) -> list[Array]:
    """The sums (before the bend) at each depth, for inputs of variance 1."""
    signal = rng.standard_normal((300, WIDTH), dtype=np.float32)
    sums = [signal]
    for _ in range(DEPTH):
        layers = (
            [activation(), Dense(WIDTH, initializer=initializer)]
            if activation
            else [Dense(WIDTH, initializer=initializer)]
        )
        signal = Network(layers, (WIDTH,), rng=rng).logits(signal)
        sums.append(signal)
    return sums


def test_xavier_keeps_the_variance_through_linear_layers(rng: np.random.Generator) -> None:
    variances = [float(signal.var()) for signal in _signals(xavier, None, rng)]
    assert all(0.6 < variance < 1.6 for variance in variances)


def test_the_older_heuristic_shrinks_it_to_a_third_in_every_layer(
    rng: np.random.Generator,
) -> None:
    variances = [float(signal.var()) for signal in _signals(uniform, None, rng)]
    assert variances[-1] == pytest.approx(3.0**-DEPTH, rel=0.5)


def test_corrected_with_tanh_xavier_keeps_it_only_as_long_as_signals_are_small(
    rng: np.random.Generator,
) -> None:
    # tanh flattens what is large, so the variance sinks slowly; it does not vanish.
    variances = [float(signal.var()) for signal in _signals(xavier, Tanh, rng)]
    assert 0.02 < variances[-1] < 0.6
    assert all(later < 1.05 * sooner for sooner, later in pairwise(variances))


def test_he_keeps_the_variance_through_relu_where_xavier_halves_it(
    rng: np.random.Generator,
) -> None:
    with_he = float(_signals(he, ReLU, rng)[-1].var())
    with_xavier = float(_signals(xavier, ReLU, rng)[-1].var())
    assert 0.3 < with_he < 3
    assert 0.4 < with_xavier / with_he * 2**DEPTH < 2.5
