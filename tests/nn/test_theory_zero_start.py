"""What a network whose weights all start at zero can and cannot learn.

The assignment says that it can only output zeros and never learns. What is true is below.
"""

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.initializers import zeros
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.network import Network
from ocrdesk.nn.schedules import Constant
from ocrdesk.nn.trainer import TrainingSettings, train

HIDDEN = 64


@pytest.fixture
def uneven(blobs: Dataset) -> Dataset:
    """Classes of uneven size: 60 %, 30 %, 10 %."""
    kept = np.concatenate(
        [np.flatnonzero(blobs.labels == k)[:size] for k, size in enumerate((120, 60, 20))]
    )
    return Dataset(blobs.inputs[kept], blobs.labels[kept])


def _zero_network(activation: type[Layer]) -> Network:
    layers = [Dense(HIDDEN, initializer=zeros), activation(), Dense(3, initializer=zeros)]
    return Network(layers, (2,), rng=np.random.default_rng(0))


def _trained(
    activation: type[Layer], samples: Dataset, batch_size: int | None = None
) -> tuple[Network, list[float]]:
    """Train in batches that a generator shuffles; by default in one, without any noise."""
    network = _zero_network(activation)
    size = batch_size or len(samples)
    settings = TrainingSettings(epochs=300, batch_size=size, schedule=Constant(0.2))
    reports = train(network, samples, None, settings, np.random.default_rng(1))
    return network, [r.training_loss for r in reports]


def _frequency_loss(samples: Dataset) -> float:
    """The entropy of the labels: the best loss of whoever does not look at the input."""
    frequencies = np.bincount(samples.labels) / len(samples)
    return float(-(frequencies * np.log(frequencies)).sum())


@pytest.mark.parametrize("activation", [Sigmoid, Tanh, ReLU])
def test_corrected_its_first_output_is_not_zero_but_every_class_alike(
    activation: type[Layer], uneven: Dataset
) -> None:
    probabilities = _zero_network(activation).probabilities(uneven.inputs)
    np.testing.assert_allclose(probabilities, 1 / 3, rtol=1e-6)


@pytest.mark.parametrize("batch_size", [None, 16, 7])
def test_with_sigmoid_the_hidden_units_stay_identical_for_ever(
    uneven: Dataset, batch_size: int | None
) -> None:
    # Bit by bit, because a BLAS adds up the same way for each of 64 columns. Of 50 or 65 it does
    # the last ones otherwise, and small batches make what rounding left of that grow: there the
    # units part into two kinds within 50 epochs. What keeps them alike is unstable.
    network, _ = _trained(Sigmoid, uneven, batch_size)
    below, _, above = network.layers
    weights, outgoing = below.parameters["weights"], above.parameters["weights"]
    assert np.abs(weights).max() > 0.1  # they do move …
    np.testing.assert_array_equal(weights, np.repeat(weights[:, :1], HIDDEN, 1))
    np.testing.assert_array_equal(below.parameters["biases"], below.parameters["biases"][0])
    np.testing.assert_array_equal(outgoing, np.repeat(outgoing[:1], HIDDEN, 0))


def test_with_sigmoid_64_units_are_worth_one(uneven: Dataset) -> None:
    network, _ = _trained(Sigmoid, uneven)
    below, _, above = network.layers
    single = Network([Dense(1), Sigmoid(), Dense(3)], (2,))
    single.layers[0].parameters["weights"][...] = below.parameters["weights"][:, :1]
    single.layers[0].parameters["biases"][...] = below.parameters["biases"][:1]
    single.layers[2].parameters["weights"][...] = above.parameters["weights"].sum(axis=0)
    single.layers[2].parameters["biases"][...] = above.parameters["biases"]
    np.testing.assert_allclose(
        single.probabilities(uneven.inputs), network.probabilities(uneven.inputs), atol=1e-4
    )


def test_corrected_with_sigmoid_it_does_learn_a_little(uneven: Dataset) -> None:
    # σ(0) = ½ is not zero: the output weights move at once, and through them the hidden ones.
    _, losses = _trained(Sigmoid, uneven)
    assert losses[-1] < 0.8 * _frequency_loss(uneven)


@pytest.mark.parametrize("activation", [Tanh, ReLU])
def test_with_tanh_or_relu_only_the_output_bias_learns(
    activation: type[Layer], uneven: Dataset
) -> None:
    # The hidden values are 0, so ∂J/∂W₂ = hᵀδ = 0; W₂ = 0, so no gradient reaches the layer below.
    network, _ = _trained(activation, uneven)
    below, _, above = network.layers
    for array in (*below.parameters.values(), above.parameters["weights"]):
        np.testing.assert_array_equal(array, 0)
    assert np.abs(above.parameters["biases"]).max() > 0.1


@pytest.mark.parametrize("activation", [Tanh, ReLU])
def test_and_the_bias_learns_the_class_frequencies(
    activation: type[Layer], uneven: Dataset
) -> None:
    network, losses = _trained(activation, uneven)
    np.testing.assert_allclose(
        network.probabilities(uneven.inputs[:1]), [[0.6, 0.3, 0.1]], atol=0.01
    )
    assert losses[-1] == pytest.approx(_frequency_loss(uneven), abs=1e-3)
