"""Batch normalisation by itself and in a network."""

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.early_stopping import BestWeights
from ocrdesk.nn.evaluation import evaluate
from ocrdesk.nn.loss import Tally
from ocrdesk.nn.network import Network
from ocrdesk.nn.schedules import Constant
from ocrdesk.nn.trainer import TrainingSettings, train


@pytest.fixture
def network(rng: np.random.Generator) -> Network:
    return Network([BatchNorm(0.25), Dense(2)], (5, 4, 3), rng=rng)


def test_training_normalises_every_channel(network: Network, rng: np.random.Generator) -> None:
    layer = network.layers[0]
    layer.parameters["scale"][...], layer.parameters["shift"][...] = (1, 2, 3), (0, -5, 7)
    inputs = 100 + 3 * rng.standard_normal((70, 5, 4, 3), dtype=np.float32)
    for rows in (70, 3, 70):
        layer.resize(rows)
        outputs = layer.forward(inputs[:rows], rng)
        np.testing.assert_allclose(outputs.mean(axis=(0, 1, 2)), (0, -5, 7), atol=1e-3)
        np.testing.assert_allclose(outputs.std(axis=(0, 1, 2)), (1, 2, 3), rtol=1e-3)


def test_reading_takes_the_statistics_of_what_was_seen(
    network: Network, rng: np.random.Generator
) -> None:
    layer = network.layers[0]
    inputs = 4 + 3 * rng.standard_normal((70, 5, 4, 3), dtype=np.float32)
    np.testing.assert_allclose(layer.apply(inputs), inputs, rtol=1e-4)  # nothing seen yet
    layer.resize(70)
    for _ in range(60):
        trained = layer.forward(inputs, rng).copy()
    np.testing.assert_allclose(layer.statistics["mean"], inputs.mean(axis=(0, 1, 2)), rtol=1e-4)
    np.testing.assert_allclose(
        layer.statistics["variance"], inputs.var(axis=(0, 1, 2), ddof=1), rtol=1e-4
    )
    np.testing.assert_allclose(layer.apply(inputs), trained, atol=1e-2)
    np.testing.assert_array_equal(layer.apply(inputs[:1]), layer.apply(inputs)[:1])


def test_one_step_moves_them_by_the_pace(network: Network, rng: np.random.Generator) -> None:
    inputs = np.ones((8, 5, 4, 3), np.float32)
    network.forward(inputs, rng)
    statistics = network.layers[0].statistics
    np.testing.assert_allclose(statistics["mean"], 0.25)
    np.testing.assert_allclose(statistics["variance"], 0.75)


def test_the_best_epochs_statistics_come_back_too(
    network: Network, rng: np.random.Generator
) -> None:
    best = BestWeights("loss", None)
    best.observe(network, Tally(1.0, 1, 1), 1)
    network.forward(rng.random((8, 5, 4, 3), dtype=np.float32), rng)
    assert network.layers[0].statistics["mean"].all()
    best.restore(network)
    assert not network.layers[0].statistics["mean"].any()


def test_weight_decay_leaves_scale_and_shift_alone(network: Network) -> None:
    assert network.decayed_count == 60 * 2


def test_a_batch_of_one_number_counts_for_nothing(rng: np.random.Generator) -> None:
    network = Network([BatchNorm(), Dense(3)], (4,), rng=rng)
    before = {name: array.copy() for name, array in network.layers[0].statistics.items()}
    network.forward(np.full((1, 4), 9, np.float32), rng)
    network.backward(np.ones((1, 3), np.float32))
    assert np.isfinite(network.gradients).all()
    for name, array in network.layers[0].statistics.items():
        np.testing.assert_array_equal(array, before[name])


def test_a_network_learns_with_it(rng: np.random.Generator, blobs: Dataset) -> None:
    network = Network([Dense(8), BatchNorm(), ReLU(), Dense(3)], (2,), rng=rng)
    settings = TrainingSettings(epochs=6, batch_size=599, schedule=Constant(1.0), blas_threads=1)
    list(train(network, blobs, blobs, settings, rng))  # the last batch of an epoch is one sample
    assert evaluate(network, blobs).accuracy > 0.98
