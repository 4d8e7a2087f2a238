"""What a network looks like inside, and which letters it doubts."""

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.services.evaluation_shares import confusion
from ocrdesk.services.laboratory.insight import (
    activation_histograms,
    distinct_share,
    first_layer_pictures,
    pair_told,
    suspects,
    worst_pairs,
)


def test_the_worst_pairs_come_first_and_hits_are_none() -> None:
    truth = np.array([0, 0, 0, 1, 1, 2])
    counts = confusion(truth, np.array([0, 1, 1, 1, 2, 2]), 3)
    assert counts.tolist() == [[1, 2, 0], [0, 1, 1], [0, 0, 1]]
    pairs = worst_pairs(counts)
    assert [pair_told(pair, "ABC") for pair in pairs] == [
        "A read as B: 2 of 3",
        "B read as C: 1 of 2",
    ]


def test_suspects_are_what_the_network_finds_least_likely() -> None:
    probabilities = np.array([[0.9, 0.1], [0.6, 0.4], [0.2, 0.8]], np.float32)
    found = suspects(probabilities, np.array([1, 1, 1]))
    assert [(s.row, s.taken_for) for s in found] == [(0, 0), (1, 0)]
    assert found[0].of_label == pytest.approx(0.1)
    assert found[0].probability == pytest.approx(0.9)


def test_a_dense_layer_is_shown_unit_by_unit() -> None:
    network = Network([Dense(5), Sigmoid(), Dense(2)], (4, 4), rng=np.random.default_rng(0))
    pictures = first_layer_pictures(network, 4)
    assert pictures.shape == (5, 4, 4)
    weights = network.layers[0].parameters["weights"]
    assert (pictures[3].ravel() == weights[:, 3]).all()


def test_a_convolution_is_shown_square_by_square() -> None:
    network = Network([Conv2d(6), ReLU(), Dense(2)], (8, 8), rng=np.random.default_rng(0))
    pictures = first_layer_pictures(network, 8)
    assert pictures.shape == (6, 3, 3)
    assert (pictures[2] == network.layers[0].parameters["weights"][:, :, 0, 2]).all()


def test_histograms_are_of_every_bend() -> None:
    layers = [Dense(5), Sigmoid(), Dense(4), ReLU(), Dense(2)]
    network = Network(layers, (4, 4), rng=np.random.default_rng(0))
    found = activation_histograms(network, np.ones((3, 4, 4), np.float32))
    assert [histogram.name for histogram in found] == ["1.sigmoid", "3.relu"]
    assert all(sum(histogram.shares) == pytest.approx(1) for histogram in found)


def test_equal_pictures_are_known_despite_rounding() -> None:
    same = np.ones((4, 3, 3), np.float32)
    same[2] += 1e-6
    assert distinct_share(same) == 0
    same[3, 0, 0] = 0.5
    assert distinct_share(same) == pytest.approx(1 / 3)
