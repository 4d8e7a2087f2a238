"""A network as a whole: reading, copying, saving and loading."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.network import ROWS_AT_ONCE, Network
from ocrdesk.nn.trainer import TrainingSettings, train


@pytest.fixture
def network(rng: np.random.Generator) -> Network:
    layers = [Dense(9), Sigmoid(), Dropout(0.5), Dense(8), Tanh(), Dense(7), ReLU(), Dense(5)]
    return Network(layers, (4, 3), rng=rng)


def test_shapes(network: Network, rng: np.random.Generator) -> None:
    inputs = rng.random((6, 4, 3), dtype=np.float32)
    probabilities = network.probabilities(inputs)
    assert probabilities.shape == network.logits(inputs).shape == (6, 5)
    assert probabilities.dtype == np.float32
    assert network.classes == 5
    assert network.probabilities(inputs[:0]).shape == (0, 5)


def test_many_inputs_in_pieces_give_what_few_give(
    network: Network, rng: np.random.Generator
) -> None:
    inputs = rng.random((2 * ROWS_AT_ONCE + 3, 4, 3), dtype=np.float32)
    some = [0, ROWS_AT_ONCE - 1, ROWS_AT_ONCE, 2 * ROWS_AT_ONCE + 2]
    np.testing.assert_allclose(
        network.logits(inputs)[some], network.logits(inputs[some]), rtol=1e-4, atol=1e-6
    )


@pytest.mark.parametrize(
    ("inputs", "complaint"),
    [
        (np.zeros((2, 4, 3)), "float64, not float32"),
        (np.zeros((2, 4, 3), np.uint8), "uint8, not float32"),
        (np.zeros((2, 12), np.float32), r"expected \(n, 4, 3\)"),
        (np.zeros((4, 3), np.float32), r"expected \(n, 4, 3\)"),
        ([[0.0]], "list, not float32"),
    ],
)
def test_inputs_that_do_not_fit_are_refused(network: Network, inputs: Any, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        network.probabilities(inputs)


def test_a_strided_view_may_be_read(network: Network, rng: np.random.Generator) -> None:
    view = rng.random((3, 4, 6), dtype=np.float32).transpose(1, 0, 2)[:, :, ::2].transpose(1, 0, 2)
    turned = np.asfortranarray(view)
    np.testing.assert_array_equal(
        network.logits(turned), network.logits(np.ascontiguousarray(view))
    )


def test_reading_changes_nothing_and_draws_no_chance(
    network: Network, rng: np.random.Generator
) -> None:
    inputs = rng.random((6, 4, 3), dtype=np.float32)
    before = network.parameters.copy()
    np.testing.assert_array_equal(network.logits(inputs), network.logits(inputs))
    np.testing.assert_array_equal(network.parameters, before)


def test_a_batch_in_training_gives_the_logits_of_reading_but_for_dropout(
    rng: np.random.Generator,
) -> None:
    network = Network([Dense(9), Tanh(), Dense(5)], (12,), rng=rng)
    inputs = rng.random((32, 12), dtype=np.float32)
    for rows in (32, 7, 32):  # smaller and larger batches in turn
        np.testing.assert_allclose(
            network.forward(inputs[:rows], rng), network.logits(inputs[:rows]), rtol=1e-5, atol=1e-6
        )


def test_without_a_generator_all_parameters_are_zero() -> None:
    assert not Network([Dense(3)], (2,)).parameters.any()


def test_parameters_are_views_of_one_vector_with_the_decayed_first(network: Network) -> None:
    arrays = [a for layer in network.layers for a in layer.parameters.values()]
    assert all(np.shares_memory(array, network.parameters) for array in arrays)
    assert sum(array.size for array in arrays) == network.parameters.size
    network.parameters[network.decayed_count :] = 7
    for layer in network.layers:
        for name, array in layer.parameters.items():
            assert (array == 7).all() == (name == "biases")


def test_an_equal_network_comes_back_bit_for_bit(network: Network) -> None:
    descriptions, arrays = network.state()
    again = Network.from_state(descriptions, arrays)
    assert again.state()[0] == descriptions
    assert set(again.state()[1]) == set(arrays)
    np.testing.assert_array_equal(again.parameters, network.parameters)
    assert again.input_shape == (4, 3)


def test_a_copy_shares_no_array(network: Network, rng: np.random.Generator) -> None:
    copy, inputs = network.copy(), rng.random((6, 4, 3), dtype=np.float32)
    before = network.logits(inputs)
    np.testing.assert_array_equal(copy.logits(inputs), before)
    copy.parameters[...] = 0
    copy.forward(inputs, rng)
    copy.backward(np.ones((6, 5), np.float32))
    np.testing.assert_array_equal(network.logits(inputs), before)
    assert not network.gradients.any()


def test_the_state_is_a_copy_too(network: Network) -> None:
    arrays = network.state()[1]
    network.parameters[...] = 0
    assert arrays["0.weights"].any()


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda d, _: d.clear(), "first description must be the input"),
        (lambda d, _: d.pop(0), "first description must be the input"),
        (lambda d, _: d[0].update(shape=[4, 0]), "positive whole numbers"),
        (lambda d, _: d[0].update(shape="43"), "whole numbers"),
        (lambda d, _: d[0].pop("shape"), "lacks shape"),
        (lambda d, _: d[1].update(kind="sparse"), "no layer is called 'sparse'"),
        (lambda d, _: d[1].pop("kind"), "no layer is called None"),
        (lambda d, _: d[1].update(units=10), r"0.weights is float32 \(12, 9\)"),
        (lambda d, _: d.__delitem__(slice(1, None)), "ends in one row"),
        (lambda _, a: a.pop("3.biases"), "missing: 3.biases"),
        (lambda _, a: a.update(extra=np.zeros(1)), "no layer: extra"),
        (lambda _, a: a.update({"0.biases": np.zeros(9)}), "0.biases is float64"),
        (lambda _, a: a["0.weights"].__setitem__((1, 1), np.nan), "0.weights .* not finite"),
    ],
)
def test_a_malformed_state_is_refused_by_what_is_wrong(
    network: Network, spoil: Any, complaint: str
) -> None:
    descriptions, arrays = network.state()
    spoil(descriptions, arrays)
    with pytest.raises(ValueError, match=complaint):
        Network.from_state(descriptions, arrays)


def test_layers_that_give_no_single_row_are_refused() -> None:
    with pytest.raises(ValueError, match="one row of classes"):
        Network([Sigmoid()], (4, 3))


def test_reading_in_threads_while_a_copy_trains_gives_the_same_as_alone(
    blobs: Dataset, rng: np.random.Generator
) -> None:
    network = Network([Dense(50), Tanh(), Dense(3)], (2,), rng=rng)
    alone = network.probabilities(blobs.inputs)
    settings = TrainingSettings(epochs=20, blas_threads=1)
    with ThreadPoolExecutor(4) as pool:
        training = pool.submit(list, train(network.copy(), blobs, None, settings, rng))
        readings = [pool.submit(network.probabilities, blobs.inputs) for _ in range(100)]
        for reading in readings:
            np.testing.assert_array_equal(reading.result(), alone)
        assert len(training.result()) == 20


def test_features_are_what_the_last_layer_is_given() -> None:
    rng = np.random.default_rng(3)
    network = Network([Dense(7), Tanh(), Dense(4)], (5,), rng=rng)
    inputs = rng.normal(size=(9, 5)).astype(np.float32)
    features = network.features(inputs)
    assert features.shape == (9, 7)
    np.testing.assert_allclose(network.layers[-1].apply(features), network.logits(inputs))
    single = Network([Dense(4)], (5,), rng=rng)
    np.testing.assert_array_equal(single.features(inputs), inputs)


def test_what_is_refused_leaves_the_network_as_it_was(network: Network) -> None:
    before = network.parameters.copy()
    arrays = {name: array + 1 for name, array in network.state()[1].items()}
    last = max(arrays)
    arrays[last] = arrays[last][:-1]
    with pytest.raises(ValueError, match=rf"{last} is float32 .*, expected float32"):
        network.load(arrays)
    np.testing.assert_array_equal(network.parameters, before)
