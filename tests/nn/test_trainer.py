"""Training as a person of the program meets it: reports, stopping, chance and errors."""

from collections.abc import Generator

import numpy as np
import pytest

from ocrdesk.errors import TrainingError
from ocrdesk.nn.activations import Sigmoid, Tanh
from ocrdesk.nn.arrays import Labels
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.evaluation import evaluate
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import SGD, Adam, Optimizer
from ocrdesk.nn.reports import EpochReport, ProgressReport, Report, TrainingResult
from ocrdesk.nn.schedules import Constant, OneCycle, Step
from ocrdesk.nn.trainer import TrainingSettings, train


def _network(seed: int = 0) -> Network:
    layers = [Dense(12), Tanh(), Dropout(0.1), Dense(3)]
    return Network(layers, (2,), rng=np.random.default_rng(seed))


def _finished(
    running: Generator[Report, None, TrainingResult],
) -> tuple[list[Report], TrainingResult]:
    reports = []
    while True:
        try:
            reports.append(next(running))
        except StopIteration as end:
            return reports, end.value


@pytest.mark.parametrize(
    ("optimizer", "rate"), [(SGD(), 0.1), (SGD(momentum=0.9), 0.02), (Adam(), 0.01)]
)
def test_it_learns_to_tell_three_classes_apart(
    optimizer: Optimizer, rate: float, blobs: Dataset, rng: np.random.Generator
) -> None:
    network = _network()
    settings = TrainingSettings(
        epochs=8, optimizer=optimizer, schedule=Constant(rate), blas_threads=1
    )
    reports, result = _finished(train(network, blobs, blobs, settings, rng))
    last = reports[-1]
    assert isinstance(last, EpochReport)
    assert last.validation_accuracy is not None
    assert last.validation_accuracy > 0.95
    assert evaluate(network, blobs).accuracy > 0.95
    assert [report.epoch for report in result.history] == list(range(1, 9))


def test_the_assignments_kind_of_network_learns_it_too(
    blobs: Dataset, rng: np.random.Generator
) -> None:
    network = Network([Dense(16), Sigmoid(), Dense(3)], (2,), rng=rng)
    settings = TrainingSettings(epochs=15, schedule=Constant(0.5), blas_threads=1)
    list(train(network, blobs, None, settings, rng))
    assert evaluate(network, blobs).accuracy > 0.95


def _trained_parameters(blobs: Dataset, seed: int) -> np.ndarray:
    network = _network()
    settings = TrainingSettings(epochs=2, optimizer=Adam(), blas_threads=1)
    list(train(network, blobs, blobs, settings, np.random.default_rng(seed)))
    return network.parameters


def test_the_same_seed_gives_the_same_weights_bit_for_bit(blobs: Dataset) -> None:
    np.testing.assert_array_equal(_trained_parameters(blobs, 5), _trained_parameters(blobs, 5))
    assert not np.array_equal(_trained_parameters(blobs, 5), _trained_parameters(blobs, 6))


def test_progress_reports_change_nothing_of_the_course(blobs: Dataset) -> None:
    network = _network()
    settings = TrainingSettings(epochs=2, optimizer=Adam(), report_seconds=1e-9, blas_threads=1)
    list(train(network, blobs, blobs, settings, np.random.default_rng(5)))
    np.testing.assert_array_equal(network.parameters, _trained_parameters(blobs, 5))


def test_settings_can_be_used_again(blobs: Dataset) -> None:
    settings = TrainingSettings(epochs=2, optimizer=Adam(), blas_threads=1)
    networks = [_network(), _network()]
    for network in networks:
        list(train(network, blobs, None, settings, np.random.default_rng(5)))
    np.testing.assert_array_equal(networks[0].parameters, networks[1].parameters)


def test_epoch_reports_tell_the_figures(blobs: Dataset, rng: np.random.Generator) -> None:
    settings = TrainingSettings(epochs=4, schedule=Step(0.1, every=2), blas_threads=1)
    network = _network()
    reports, result = _finished(train(network, blobs, blobs, settings, rng))
    epochs = [report for report in reports if isinstance(report, EpochReport)]
    assert epochs == reports == list(result.history)  # no progress was asked for
    assert [report.learning_rate for report in epochs] == pytest.approx([0.1, 0.1, 0.01, 0.01])
    assert epochs[-1].training_loss < epochs[0].training_loss
    assert epochs[0].is_best
    for report in epochs:
        assert [name for name, _ in report.gradient_norms] == ["0.dense", "3.dense"]
        assert all(norm > 0 for _, norm in report.gradient_norms)
        assert report.seconds > 0
        assert report.epochs == 4


def test_an_epoch_tells_loss_and_accuracy_of_what_was_learnt_from(blobs: Dataset) -> None:
    network = Network([Dense(3)], (2,), rng=np.random.default_rng(0))
    before = evaluate(network, blobs)
    settings = TrainingSettings(epochs=1, schedule=Constant(1e-9), blas_threads=1)
    (report,), _ = _finished(train(network, blobs, None, settings, np.random.default_rng(5)))
    assert isinstance(report, EpochReport)
    assert 0.05 < before.accuracy < 0.95
    assert report.training_accuracy == before.accuracy
    assert report.training_loss == pytest.approx(before.loss, rel=1e-5)
    assert (report.validation_loss, report.validation_accuracy) == (None, None)


def test_gradient_norms_are_of_the_gradient_not_of_the_step(blobs: Dataset) -> None:
    norms = []
    for rate in (1e-6, 1e-3):
        settings = TrainingSettings(epochs=1, schedule=Constant(rate), blas_threads=1)
        reports = train(_network(), blobs, None, settings, np.random.default_rng(5))
        report = next(reports)
        assert isinstance(report, EpochReport)
        norms.append([norm for _, norm in report.gradient_norms])
    np.testing.assert_allclose(norms[0], norms[1], rtol=0.02)


def test_the_last_reported_figures_are_those_of_the_network(
    blobs: Dataset, rng: np.random.Generator
) -> None:
    network = _network()
    for report in train(network, blobs, blobs, TrainingSettings(epochs=1, blas_threads=1), rng):
        assert isinstance(report, EpochReport)
        assert report.validation_loss == pytest.approx(evaluate(network, blobs).loss)
        assert report.validation_accuracy == pytest.approx(evaluate(network, blobs).accuracy)


def test_progress_comes_as_often_as_asked_with_figures_so_far(
    blobs: Dataset, rng: np.random.Generator
) -> None:
    settings = TrainingSettings(
        epochs=2, schedule=OneCycle(0.1), report_seconds=1e-9, blas_threads=1
    )
    reports = list(train(_network(), blobs, blobs, settings, rng))
    progress = [report for report in reports if isinstance(report, ProgressReport)]
    assert len(progress) >= 2 * (600 // 32)  # at this rate after every batch
    fractions = [report.fraction for report in progress]
    assert fractions == sorted(fractions)
    assert 0 < fractions[0] < 0.1
    assert fractions[-1] == 1
    assert all(0 < report.learning_rate <= 0.1 for report in progress)
    assert isinstance(reports[-1], EpochReport)


def test_to_cancel_is_to_stop_iterating(blobs: Dataset, rng: np.random.Generator) -> None:
    network = _network()
    before = network.parameters.copy()
    settings = TrainingSettings(epochs=100, report_seconds=1e-9, blas_threads=1)
    running = train(network, blobs, blobs, settings, rng)
    next(running)
    running.close()
    assert not np.array_equal(network.parameters, before)  # one batch was learnt
    after = network.parameters.copy()
    network.probabilities(blobs.inputs)
    np.testing.assert_array_equal(network.parameters, after)


def test_nothing_happens_before_the_first_report_is_asked_for(
    blobs: Dataset, rng: np.random.Generator
) -> None:
    network = _network()
    before = network.parameters.copy()
    train(network, blobs, blobs, TrainingSettings(epochs=1), rng)
    np.testing.assert_array_equal(network.parameters, before)


def test_a_source_is_asked_for_new_samples_every_epoch(
    blobs: Dataset, rng: np.random.Generator
) -> None:
    asked = []

    def source(epoch: int, given: np.random.Generator) -> Dataset:
        asked.append(epoch)
        rows = given.permutation(len(blobs))[:100]
        return Dataset(blobs.inputs[rows], blobs.labels[rows])

    list(train(_network(), source, None, TrainingSettings(epochs=3, blas_threads=1), rng))
    assert asked == [1, 2, 3]


def test_the_number_of_threads_is_measured_without_touching_anything(
    blobs: Dataset, rng: np.random.Generator
) -> None:
    network = _network()
    list(train(network, blobs, None, TrainingSettings(epochs=1), np.random.default_rng(5)))
    other = _network()
    settings = TrainingSettings(epochs=1, blas_threads=1)
    list(train(other, blobs, None, settings, np.random.default_rng(5)))
    np.testing.assert_allclose(network.parameters, other.parameters, rtol=1e-3, atol=1e-5)


def _relabelled(samples: Dataset, labels: Labels) -> Dataset:
    return Dataset(samples.inputs, labels)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda s: Dataset(s.inputs[:0], s.labels[:0]), "There are no training samples"),
        (lambda s: _relabelled(s, s.labels + 1), "label is 3, the network has only 3 classes"),
        (lambda s: Dataset(s.inputs[:, :1], s.labels), r"shape \(1,\), the network reads \(2,\)"),
    ],
)
def test_samples_that_do_not_fit_the_network_are_told(
    change: object, complaint: str, blobs: Dataset, rng: np.random.Generator
) -> None:
    misfit = change(blobs)  # type: ignore[operator]
    with pytest.raises(TrainingError, match=complaint):
        next(train(_network(), misfit, None, TrainingSettings(epochs=1), rng))
    with pytest.raises(TrainingError, match=complaint.replace("training", "validation")):
        next(train(_network(), blobs, misfit, TrainingSettings(epochs=1), rng))


def test_numbers_that_run_away_end_with_advice(blobs: Dataset, rng: np.random.Generator) -> None:
    settings = TrainingSettings(epochs=50, schedule=Constant(1e30), blas_threads=1)
    with pytest.raises(TrainingError, match="lower learning rate"):
        list(train(_network(), blobs, None, settings, rng))


@pytest.mark.parametrize(
    "settings",
    [
        {"epochs": 0},
        {"epochs": 1, "batch_size": 0},
        {"epochs": 1, "patience": 0},
        {"epochs": 1, "report_seconds": 0.0},
        {"epochs": 1, "blas_threads": -1},
        {"epochs": 1, "label_smoothing": 1.0},
    ],
)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, int]) -> None:
    with pytest.raises(TrainingError):
        TrainingSettings(**settings)  # type: ignore[arg-type]
