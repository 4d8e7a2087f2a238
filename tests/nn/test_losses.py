"""Training by losses of one's own: what is made small, and what epochs are judged by."""

import numpy as np
import pytest

from ocrdesk.errors import TrainingError
from ocrdesk.nn.activations import Tanh
from ocrdesk.nn.arrays import Array, Labels
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.evaluation import tallies
from ocrdesk.nn.loss import Loss, SoftmaxCrossEntropy, Tally
from ocrdesk.nn.network import Network
from ocrdesk.nn.reports import EpochReport
from ocrdesk.nn.schedules import Constant
from ocrdesk.nn.trainer import Losses, Training, TrainingSettings

SETTINGS = TrainingSettings(epochs=4, schedule=Constant(0.05), blas_threads=1)


class Distance:
    """J = ½ |z − target|², averaged over the batch; a hit is nearer than a half."""

    def __init__(self, targets: Array) -> None:
        self.targets = targets
        self._tally = Tally()

    @property
    def classes(self) -> int:
        return len(self.targets)

    def gradient(self, logits: Array, labels: Labels, scale: float = 1.0) -> Array:
        self._tally += self.tally(logits, labels)
        return (logits - self.targets[labels]) * np.float32(scale / len(labels))

    def take_tally(self) -> Tally:
        tally, self._tally = self._tally, Tally()
        return tally

    def tally(self, logits: Array, labels: Labels) -> Tally:
        apart = np.square(logits - self.targets[labels]).sum(axis=1)
        return Tally(float(apart.sum()) / 2, int((apart < 0.25).sum()), len(labels))


def _network() -> Network:
    return Network([Dense(12), Tanh(), Dense(2)], (2,), rng=np.random.default_rng(1))


def _trained(training: Training) -> list[EpochReport]:
    while not training.is_over:
        for _ in training.epoch():
            pass
    training.finish()
    return list(training.history)


@pytest.fixture
def distance() -> Distance:
    """Five places, so more labels than the network has outputs."""
    return Distance(np.random.default_rng(2).standard_normal((5, 2), np.float32))


@pytest.fixture
def samples(distance: Distance) -> Dataset:
    chance = np.random.default_rng(3)
    labels = chance.integers(0, 5, 400)
    moved = distance.targets[labels] + 0.1 * chance.standard_normal((400, 2), np.float32)
    return Dataset(np.asarray(moved * 2 + 1, np.float32), labels)


def test_another_loss_is_made_small(distance: Distance, samples: Dataset) -> None:
    loss: Loss = distance
    network, chance = _network(), np.random.default_rng(0)
    history = _trained(
        Training(network, samples, samples, SETTINGS, chance, Losses(loss, distance))
    )
    assert history[-1].training_loss < history[0].training_loss / 2
    assert history[-1].validation_loss is not None
    whole = Tally()
    for tally in tallies(network, samples, distance):
        whole += tally
    best = max(history, key=lambda report: report.is_best and report.epoch)
    assert whole.loss == pytest.approx(best.validation_loss, rel=1e-5)
    assert whole.accuracy == best.validation_accuracy


def test_epochs_are_judged_by_the_other(distance: Distance, samples: Dataset) -> None:
    """The judge's targets lie where training never leads: the first epochs are the best."""
    judge = Distance(-4 * distance.targets)
    history = _trained(
        Training(
            _network(),
            samples,
            samples,
            SETTINGS,
            np.random.default_rng(0),
            Losses(distance, judge),
        )
    )
    losses = [report.validation_loss for report in history if report.validation_loss is not None]
    assert losses == sorted(losses)
    assert [report.is_best for report in history] == [True, False, False, False]


def test_without_losses_it_is_softmax_with_cross_entropy(blobs: Dataset) -> None:
    found = []
    for is_told in (False, True):
        network = Network([Dense(3)], (2,), rng=np.random.default_rng(1))
        loss = SoftmaxCrossEntropy(3, label_smoothing=SETTINGS.label_smoothing)
        losses = Losses(loss, loss) if is_told else None
        _trained(Training(network, blobs, blobs, SETTINGS, np.random.default_rng(0), losses))
        found.append(network.parameters)
    np.testing.assert_array_equal(found[0], found[1])


def test_labels_are_the_losses_not_the_networks(distance: Distance, samples: Dataset) -> None:
    few = Distance(distance.targets[:4])
    chance = np.random.default_rng(0)
    with pytest.raises(TrainingError, match="validation label is 4"):
        Training(_network(), samples, samples, SETTINGS, chance, Losses(distance, few))
    training = Training(_network(), samples, None, SETTINGS, chance, Losses(few, distance))
    with pytest.raises(TrainingError, match="training label is 4"):
        _trained(training)


def test_a_break_leads_to_the_same_weights(distance: Distance, samples: Dataset) -> None:
    losses = Losses(distance, distance)
    one = Training(_network(), samples, samples, SETTINGS, np.random.default_rng(0), losses)
    for _ in one.epoch():
        pass
    network = _network()
    other = Training(network, samples, samples, SETTINGS, np.random.default_rng(9), losses)
    other.load(one.state())
    straight = _network()
    _trained(Training(straight, samples, samples, SETTINGS, np.random.default_rng(0), losses))
    _trained(other)
    np.testing.assert_array_equal(network.parameters, straight.parameters)
