"""Stop when nothing better comes, and end with the best weights."""

from typing import Literal

import numpy as np
import pytest

from ocrdesk.errors import TrainingError
from ocrdesk.nn.activations import Tanh
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.early_stopping import BestWeights
from ocrdesk.nn.evaluation import evaluate
from ocrdesk.nn.loss import Tally
from ocrdesk.nn.network import Network
from ocrdesk.nn.reports import EpochReport
from ocrdesk.nn.schedules import Constant
from ocrdesk.nn.trainer import TrainingSettings, train


def _network() -> Network:
    return Network([Dense(12), Tanh(), Dense(3)], (2,), rng=np.random.default_rng(0))


def _observed(best: BestWeights, figures: list[tuple[float, float]]) -> list[bool]:
    network = _network()
    return [
        best.observe(network, Tally(loss * 100, round(accuracy * 100), 100), epoch)
        for epoch, (loss, accuracy) in enumerate(figures, start=1)
    ]


def test_the_lowest_loss_is_best() -> None:
    best = BestWeights("loss", patience=2)
    assert _observed(best, [(3, 0.5), (2, 0.4), (2, 0.9), (1, 0.1)]) == [True, True, False, True]
    assert not best.is_patience_over
    assert best.epoch == 4


def test_the_highest_accuracy_is_best_and_then_the_lowest_loss() -> None:
    best = BestWeights("accuracy", patience=2)
    assert _observed(best, [(3, 0.5), (4, 0.6), (3, 0.6), (1, 0.5)]) == [True, True, True, False]


def test_patience_ends_after_so_many_epochs_without_a_better_one() -> None:
    best = BestWeights("loss", patience=2)
    _observed(best, [(3, 0), (4, 0)])
    assert not best.is_patience_over
    _observed(BestWeights("loss", None), [(3, 0)] * 50)
    best = BestWeights("loss", patience=2)
    _observed(best, [(3, 0), (4, 0), (3, 0)])
    assert best.is_patience_over


@pytest.mark.parametrize("figure", ["loss", "accuracy"])
def test_the_network_ends_with_the_weights_of_the_best_epoch(
    figure: Literal["loss", "accuracy"], blobs: Dataset, rng: np.random.Generator
) -> None:
    # Labels by chance: there is nothing to learn, so validation soon gets worse.
    noise = Dataset(blobs.inputs[:100], rng.integers(0, 3, 100))
    other = Dataset(blobs.inputs[100:300], rng.integers(0, 3, 200))
    settings = TrainingSettings(
        epochs=60, schedule=Constant(0.5), patience=5, best_by=figure, blas_threads=1
    )
    network, history = _network(), []
    running = train(network, noise, other, settings, rng)
    while True:
        try:
            history.append((next(running), network.parameters.copy()))
        except StopIteration as end:
            result = end.value
            break
    assert result.is_stopped_early
    assert len(history) == result.best_epoch + 5 < 60
    np.testing.assert_array_equal(network.parameters, history[result.best_epoch - 1][1])
    best = result.history[result.best_epoch - 1]
    assert best.is_best
    assert evaluate(network, other).loss == pytest.approx(best.validation_loss)


def test_without_validation_data_patience_makes_no_sense(
    blobs: Dataset, rng: np.random.Generator
) -> None:
    with pytest.raises(TrainingError, match="validation data"):
        next(train(_network(), blobs, None, TrainingSettings(epochs=1, patience=1), rng))


def test_without_patience_all_epochs_run_and_still_the_best_weights_stay(
    blobs: Dataset, rng: np.random.Generator
) -> None:
    noise = Dataset(blobs.inputs[:100], rng.integers(0, 3, 100))
    other = Dataset(blobs.inputs[100:300], rng.integers(0, 3, 200))
    network = _network()
    settings = TrainingSettings(epochs=25, schedule=Constant(0.5), blas_threads=1)
    reports = list(train(network, noise, other, settings, rng))
    assert len(reports) == 25
    losses = [report.validation_loss for report in reports if isinstance(report, EpochReport)]
    lowest = min(loss for loss in losses if loss is not None)
    assert evaluate(network, other).loss == pytest.approx(lowest)
