"""Training as a generator of reports: to cancel is to stop iterating."""

from collections.abc import Generator
from math import inf, isfinite
from time import perf_counter

import numpy as np

from ocrdesk.errors import TrainingError
from ocrdesk.nn.dataset import Samples, Source
from ocrdesk.nn.early_stopping import BestWeights
from ocrdesk.nn.evaluation import tallies
from ocrdesk.nn.learner import Learner
from ocrdesk.nn.loss import SoftmaxCrossEntropy, Tally
from ocrdesk.nn.network import Network
from ocrdesk.nn.reports import EpochReport, ProgressReport, Report, TrainingResult
from ocrdesk.nn.training_settings import TrainingSettings

__all__ = ["TrainingSettings", "train"]


def train(
    network: Network,
    training: Samples | Source,
    validation: Samples | None,
    settings: TrainingSettings,
    rng: np.random.Generator,
) -> Generator[Report, None, TrainingResult]:
    """Train ``network`` in place and report on the way; return how it ended.

    ``training`` is a dataset, or a function ``(epoch, rng) -> samples`` called before every epoch.
    The same seed, data, settings, processor and number of BLAS threads give the same weights. With
    validation data the network ends with the best epoch's; if the caller stops iterating, it keeps
    those it has then. Raises `TrainingError` for samples that do not fit and a loss not finite.
    """
    source = training if callable(training) else _same(training)
    _check_validation(validation, network, settings)
    pulse = _Pulse(settings.report_seconds)
    learner = Learner(network, settings, rng)
    best = BestWeights(settings.best_by, settings.patience)
    history: list[EpochReport] = []
    for epoch in range(1, settings.epochs + 1):
        begun = perf_counter()
        samples = source(epoch, rng)
        _refuse_misfits(samples, network, "training")
        learner.begin(samples, epoch)
        yield from _learned(learner, settings, pulse)
        figures = yield from _validated(network, validation, learner, settings, pulse)
        is_best = figures is not None and best.observe(network, figures, epoch)
        history.append(_epoch_report(learner, settings, figures, begun, is_best=is_best))
        yield history[-1]
        pulse.restart()
        if best.is_patience_over:
            break
    best.restore(network)
    return TrainingResult(
        best_epoch=best.epoch or len(history),
        is_stopped_early=best.is_patience_over,
        history=tuple(history),
    )


class _Pulse:
    """When the next sign of life is due: so many seconds after the caller came back for more."""

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds or inf
        self.restart()

    def restart(self) -> None:
        self.due = perf_counter() + self._seconds


def _learned(
    learner: Learner, settings: TrainingSettings, pulse: _Pulse
) -> Generator[Report, None, None]:
    """Go through the epoch's batches, with a report whenever one is due."""
    while not learner.learn(pulse.due):
        _refuse_runaway(learner.tally)
        yield _progress_report(learner, settings)
        pulse.restart()
    _refuse_runaway(learner.tally)


def _validated(
    network: Network,
    samples: Samples | None,
    learner: Learner,
    settings: TrainingSettings,
    pulse: _Pulse,
) -> Generator[Report, None, Tally | None]:
    """Go through the validation samples likewise; return their tally, None where there are none."""
    if samples is None:
        return None
    loss = SoftmaxCrossEntropy(network.classes, label_smoothing=settings.label_smoothing)
    total = Tally()
    for tally in tallies(network, samples, loss):
        total += tally
        if perf_counter() >= pulse.due:
            yield _progress_report(learner, settings)
            pulse.restart()
    _refuse_runaway(total)
    return total


def _progress_report(learner: Learner, settings: TrainingSettings) -> ProgressReport:
    return ProgressReport(
        epoch=learner.epoch,
        epochs=settings.epochs,
        fraction=learner.progress / settings.epochs,
        training_loss=learner.tally.loss,
        training_accuracy=learner.tally.accuracy,
        learning_rate=learner.learning_rate,
    )


def _epoch_report(
    learner: Learner,
    settings: TrainingSettings,
    figures: Tally | None,
    begun: float,
    *,
    is_best: bool,
) -> EpochReport:
    return EpochReport(
        epoch=learner.epoch,
        epochs=settings.epochs,
        training_loss=learner.tally.loss,
        training_accuracy=learner.tally.accuracy,
        validation_loss=figures.loss if figures else None,
        validation_accuracy=figures.accuracy if figures else None,
        gradient_norms=learner.gradient_norms(),
        learning_rate=learner.learning_rate,
        seconds=perf_counter() - begun,
        is_best=is_best,
    )


def _check_validation(
    samples: Samples | None, network: Network, settings: TrainingSettings
) -> None:
    if samples is not None:
        _refuse_misfits(samples, network, "validation")
    elif settings.patience is not None:
        raise TrainingError(
            "Early stopping needs validation data.", advice="Hold some of the data out."
        )


def _same(samples: Samples) -> Source:
    """Return the source that offers the same samples every epoch."""
    return lambda _epoch, _rng: samples


def _refuse_misfits(samples: Samples, network: Network, purpose: str) -> None:
    if len(samples.labels) == 0:
        raise TrainingError(
            f"There are no {purpose} samples.", advice="Choose another file or split."
        )
    if samples.input_shape != network.input_shape:
        raise TrainingError(
            f"The {purpose} samples have shape {samples.input_shape}, "
            f"the network reads {network.input_shape}.",
            advice="Cut the patches to the network's size.",
        )
    highest = int(samples.labels.max())
    if highest >= network.classes:
        raise TrainingError(
            f"A {purpose} label is {highest}, the network has only {network.classes} classes.",
            advice="Leave out characters outside the network's charset.",
        )


def _refuse_runaway(tally: Tally) -> None:
    if not isfinite(tally.loss):
        raise TrainingError(
            "Training ran away: the loss is no longer a finite number.",
            advice="Choose a lower learning rate.",
        )
