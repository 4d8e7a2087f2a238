"""The dense layers learn alone; those below them, and the network given, stay as they are."""

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.network import Network
from ocrdesk.nn.reshape import Reshape
from ocrdesk.nn.upper_layers import (
    Lessons,
    features,
    fit,
    grown,
    one_hot,
    upper_layers,
    with_upper_layers,
)
from ocrdesk.services.progress import run


@pytest.fixture
def network(rng: np.random.Generator) -> Network:
    return Network(
        [
            *(Reshape((6, 6)), Conv2d(3, is_rectified=True), Reshape((108,)), Dropout(0.3)),
            *(Dense(16), ReLU(), Dropout(0.3), Dense(4)),
        ],
        (36,),
        rng=rng,
    )


def _inputs(rng: np.random.Generator, count: int = 7) -> np.ndarray:
    return rng.random((count, 36), np.float32)


def test_features_and_the_upper_layers_make_the_networks_logits(
    network: Network, rng: np.random.Generator
) -> None:
    inputs = _inputs(rng)
    seen = features(network, inputs)
    assert seen.shape == (7, 108)
    assert np.allclose(upper_layers(network).logits(seen), network.logits(inputs), atol=1e-5)


def test_only_the_upper_layers_are_replaced_and_nothing_is_shared(
    network: Network, rng: np.random.Generator
) -> None:
    inputs = _inputs(rng)
    before = network.logits(inputs)
    upper = upper_layers(network)
    upper.parameters[:] *= 2
    other = with_upper_layers(network, upper)
    assert np.allclose(other.logits(inputs), upper.logits(features(network, inputs)), atol=1e-5)
    assert np.array_equal(network.logits(inputs), before)
    _, arrays = network.state()
    _, replaced = other.state()
    assert np.array_equal(arrays["1.weights"], replaced["1.weights"])
    upper.parameters[:] = 0
    assert other.logits(inputs).any()


def test_a_fit_learns_what_is_new_and_answers_as_before_where_it_is_told_to(
    network: Network, rng: np.random.Generator
) -> None:
    start = upper_layers(network)
    seen, other = (features(network, _inputs(rng, count)) for count in (4, 80))
    other += 1
    learnt = Lessons(seen, one_hot(np.array([0, 1, 2, 3]), 4, smoothing=0.05))
    recalled = Lessons(other, start.probabilities(other))
    before = start.parameters.copy()
    free, held = (
        run(fit(start, learnt, recalled, strength=strength, rng=rng, steps=300))
        for strength in (0.0, 20.0)
    )
    assert (free.logits(seen).argmax(axis=1) == range(4)).all()
    moved = [np.abs(n.probabilities(other) - recalled.targets).mean() for n in (free, held)]
    assert moved[1] < 0.3 * moved[0]
    assert np.array_equal(start.parameters, before)


def test_a_new_class_begins_beside_the_best_of_the_others_on_its_examples(
    network: Network, rng: np.random.Generator
) -> None:
    seen = features(network, _inputs(rng, 50))
    start = upper_layers(network)
    logits = grown(start, 3, [seen[:3], seen[3:5]]).logits(seen)
    assert logits.shape == (50, 6)
    assert np.allclose(logits[:, [0, 1, 2, 5]], start.logits(seen), atol=1e-5)
    rivals = start.logits(seen[:3]).max(axis=1)
    assert logits[:3, 3].mean() == pytest.approx(rivals.mean(), abs=1e-4)
    assert with_upper_layers(network, grown(start, 3, [seen[:3]])).classes == 5


def test_a_network_of_dense_layers_only_learns_as_a_whole(rng: np.random.Generator) -> None:
    whole = Network([Dense(5), Sigmoid(), Dense(3)], (6,), rng=rng)
    inputs = rng.random((2, 6), np.float32)
    assert np.array_equal(features(whole, inputs), inputs)
    assert np.array_equal(upper_layers(whole).logits(inputs), whole.logits(inputs))


def test_a_network_must_end_in_a_dense_layer(rng: np.random.Generator) -> None:
    with pytest.raises(ValueError, match="ends in sigmoid"):
        upper_layers(Network([Dense(4), Sigmoid()], (6,), rng=rng))
