"""A training that was broken off goes on from its state as if nothing had happened, bit for bit."""

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from ocrdesk.nn.activations import Tanh
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import SGD, Adam, Optimizer
from ocrdesk.nn.reports import TrainingResult
from ocrdesk.nn.schedules import OneCycle
from ocrdesk.nn.state import State
from ocrdesk.nn.trainer import Training, TrainingSettings, train

EPOCHS = 5
OPTIMIZERS = [SGD(weight_decay=1e-3), SGD(momentum=0.9), Adam(weight_decay=1e-3)]


def _settings(**changes: Any) -> TrainingSettings:
    settings = TrainingSettings(
        epochs=EPOCHS, optimizer=Adam(), schedule=OneCycle(0.02), patience=4, blas_threads=1
    )
    return replace(settings, **changes)


def _training(blobs: Dataset, settings: TrainingSettings, *, seed: int = 5) -> Training:
    """Return a training in which everything is drawn: weights, samples, their order, dropout."""
    starting, learning = np.random.default_rng(seed).spawn(2)
    layers = [Dense(12), BatchNorm(), Tanh(), Dropout(0.2), Dense(3)]

    def source(epoch: int, rng: np.random.Generator) -> Dataset:
        rows = rng.spawn(1)[0].permutation(len(blobs))[: 90 + epoch]
        return Dataset(blobs.inputs[rows], blobs.labels[rows])

    network = Network(layers, (2,), rng=starting)
    return Training(network, source, blobs, settings, learning)


def _learn(training: Training, epochs: int = EPOCHS) -> Training:
    for _ in range(epochs):
        if not training.is_over:
            list(training.epoch())
    return training


def _kept(state: State) -> State:
    """Return the state after a stay outside: its facts as JSON, its arrays as bytes."""
    arrays = {
        name: np.frombuffer(array.tobytes(), array.dtype).reshape(array.shape)
        for name, array in state.arrays.items()
    }
    return State(arrays, json.loads(json.dumps(state.facts)))


def _told(result: TrainingResult) -> TrainingResult:
    return replace(result, history=tuple(replace(r, seconds=0.0) for r in result.history))


def _assert_same_end(one: Training, other: Training) -> None:
    np.testing.assert_array_equal(one._network.parameters, other._network.parameters)
    assert _told(one.finish()) == _told(other.finish())
    np.testing.assert_array_equal(one._network.parameters, other._network.parameters)


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=["sgd", "momentum", "adam"])
@pytest.mark.parametrize("done", range(EPOCHS + 1))
def test_it_ends_the_same_wherever_it_was_broken_off(
    optimizer: Optimizer, done: int, blobs: Dataset
) -> None:
    settings = _settings(optimizer=optimizer)
    whole = _learn(_training(blobs, settings))
    state = _kept(_learn(_training(blobs, settings), done).state())
    resumed = _training(blobs, settings)
    resumed.load(state)
    assert len(resumed.history) == done
    assert resumed.is_over == (done == EPOCHS)
    _assert_same_end(_learn(resumed), whole)


@pytest.mark.parametrize("left", [2, 0])
def test_patience_counts_across_the_break(left: int, blobs: Dataset) -> None:
    noise = Dataset(blobs.inputs[:150], np.random.default_rng(0).integers(0, 3, 150))
    settings = _settings(epochs=60, patience=3, schedule=OneCycle(0.3), best_by="accuracy")
    whole = _learn(_training(noise, settings), 60)
    assert len(whole.history) < 60
    done = len(whole.history) - left
    resumed = _training(noise, settings)
    resumed.load(_kept(_learn(_training(noise, settings), done).state()))
    _assert_same_end(_learn(resumed, 60), whole)


def test_a_state_does_not_change_while_the_training_goes_on(blobs: Dataset) -> None:
    training = _learn(_training(blobs, _settings()), 2)
    state = training.state()
    kept = {name: array.copy() for name, array in state.arrays.items()}
    facts = deepcopy(state.facts)
    _learn(training)
    assert state.facts == facts
    for name, array in kept.items():
        np.testing.assert_array_equal(state.arrays[name], array)


def test_a_training_goes_back_to_where_it_was(blobs: Dataset) -> None:
    def source(epoch: int, rng: np.random.Generator) -> Dataset:
        rows = rng.permutation(len(blobs))[:100]
        return Dataset(blobs.inputs[rows], blobs.labels[rows])

    network = Network([Dense(3)], (2,), rng=np.random.default_rng(1))
    training = Training(network, source, blobs, _settings(), np.random.default_rng(2))
    state = _learn(training, 2).state()
    first = _learn(training, 2).history
    training.load(state)
    again = _learn(training, 2).history
    assert [replace(r, seconds=0.0) for r in again] == [replace(r, seconds=0.0) for r in first]


def test_stepping_and_training_in_one_go_are_the_same(blobs: Dataset) -> None:
    networks = [Network([Dense(3)], (2,), rng=np.random.default_rng(1)) for _ in range(2)]
    stepped = Training(networks[0], blobs, blobs, _settings(), np.random.default_rng(2))
    _learn(stepped).finish()
    list(train(networks[1], blobs, blobs, _settings(), np.random.default_rng(2)))
    np.testing.assert_array_equal(networks[0].parameters, networks[1].parameters)


def test_the_measured_number_of_threads_is_kept(blobs: Dataset) -> None:
    state = _learn(_training(blobs, _settings()), 1).state()
    facts = deepcopy(dict(state.facts))
    facts["learner"]["threads"] = 2
    resumed = _training(blobs, _settings(blas_threads=None))
    resumed.load(State(state.arrays, facts))
    assert resumed.state().facts["learner"]["threads"] == 2
    with pytest.raises(ValueError, match="2 threads, not 1"):
        _training(blobs, _settings()).load(State(state.arrays, facts))


def test_in_the_middle_of_an_epoch_there_is_no_state(blobs: Dataset) -> None:
    training = _learn(_training(blobs, _settings(report_seconds=1e-9)), 1)
    state = training.state()
    next(training.epoch())
    for act in (training.state, training.finish, lambda: next(training.epoch())):
        with pytest.raises(ValueError, match="not brought to its end"):
            act()
    steps = training.epoch()
    other = _training(blobs, _settings(report_seconds=1e-9))
    other.load(state)
    _assert_same_end(_learn(other), _learn(_training(blobs, _settings())))
    steps.close()


def _without(mapping: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in mapping.items() if key != name}


@pytest.mark.parametrize("part", ["network", "learner", "best", "rng", "history"])
def test_a_state_without_one_of_its_parts_is_refused(part: str, blobs: Dataset) -> None:
    state = _learn(_training(blobs, _settings()), 2).state()
    with pytest.raises(ValueError, match=part):
        _training(blobs, _settings()).load(State(state.arrays, _without(state.facts, part)))


@pytest.mark.parametrize("name", ["network.0.weights", "best.4.biases", "learner.optimizer.mean"])
def test_a_state_with_an_array_missing_or_of_another_shape_is_refused(
    name: str, blobs: Dataset
) -> None:
    state = _learn(_training(blobs, _settings()), 2).state()
    for arrays in (
        _without(state.arrays, name),
        {**state.arrays, name: state.arrays[name][..., :1]},
        {**state.arrays, name: state.arrays[name].astype(np.float64)},
        {**_without(state.arrays, name), name + "s": state.arrays[name]},
    ):
        with pytest.raises(ValueError, match=r"missing|expected"):
            _training(blobs, _settings()).load(State(arrays, state.facts))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("history",), [{}]),
        (("history",), "long ago"),
        (("history", 0, "epoch"), 2),
        (("history", 0, "training_loss"), None),
        (("history", 0, "gradient_norms"), 3),
        (("best", "epoch"), 7),
        (("best", "epoch"), True),
        (("best", "rank"), [1.0, 2.0]),
        (("best", "rank"), None),
        (("best", "is_patience_over"), "no"),
        (("learner", "threads"), 0),
        (("learner", "optimizer", "steps"), -1),
        (("rng", "children"), "none"),
        (("rng", "stream"), {"bit_generator": "PCG64"}),
        (("rng", "stream", "bit_generator"), "MT19937"),
    ],
)
def test_facts_that_make_no_sense_are_refused(
    place: tuple[Any, ...], value: object, blobs: Dataset
) -> None:
    state = _kept(_learn(_training(blobs, _settings()), 2).state())
    inner: Any = state.facts
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    training = _training(blobs, _settings())
    with pytest.raises(ValueError, match=r"\w"):
        training.load(state)
    with pytest.raises(ValueError, match="not brought to its end"):
        training.state()


def test_a_state_of_another_number_of_epochs_is_refused(blobs: Dataset) -> None:
    state = _learn(_training(blobs, _settings()), 2).state()
    for epochs in (1, EPOCHS + 1):
        with pytest.raises(ValueError, match="history"):
            _training(blobs, _settings(epochs=epochs)).load(state)


@pytest.mark.parametrize(
    "kind", [np.random.PCG64, np.random.PCG64DXSM, np.random.MT19937, np.random.Philox]
)
def test_every_kind_of_generator_goes_on(kind: Any, blobs: Dataset) -> None:
    ends = []
    for _ in range(2):
        network = Network([Dropout(0.5), Dense(3)], (2,), rng=np.random.default_rng(1))
        ends.append(Training(network, blobs, None, _settings(patience=None), _generator(kind)))
    ends[1].load(_kept(_learn(ends[0], 2).state()))
    _assert_same_end(_learn(ends[0]), _learn(ends[1]))


def _generator(kind: Any) -> np.random.Generator:
    return np.random.Generator(kind(7))
