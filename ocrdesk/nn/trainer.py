"""Training as a generator of reports: to cancel is to stop iterating."""

from collections.abc import Generator
from dataclasses import asdict
from math import inf
from time import perf_counter
from typing import NamedTuple

import numpy as np

from ocrdesk.nn.dataset import Samples, Source
from ocrdesk.nn.early_stopping import BestWeights
from ocrdesk.nn.evaluation import tallies
from ocrdesk.nn.learner import Learner
from ocrdesk.nn.loss import Loss, SoftmaxCrossEntropy, Tally
from ocrdesk.nn.network import Network
from ocrdesk.nn.reports import (
    EpochReport,
    ProgressReport,
    Report,
    TrainingResult,
    history_from,
)
from ocrdesk.nn.state import State, generator_facts, set_generator
from ocrdesk.nn.training_checks import check_validation, refuse_misfits, refuse_runaway
from ocrdesk.nn.training_settings import TrainingSettings

__all__ = ["Losses", "Training", "TrainingSettings", "train"]


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
    run = Training(network, training, validation, settings, rng)
    while not run.is_over:
        yield from run.epoch()
    return run.finish()


class Losses(NamedTuple):
    """What is made small, and what epochs are judged by; each goes with its own samples."""

    training: Loss
    validation: Loss


class Training:
    """A training run in hand: epoch after epoch, and between two of them `state` tells all of it.

    To pause is not to ask for the next report; to step is to go through one `epoch`; to go on in
    another process is to `load` there what `state` told here, of the same network, data, settings
    and seed: the weights come out the same, bit for bit. A source with chance or memory of its own
    must be set back by whoever made it. ``losses`` are softmax with cross-entropy unless others are
    given. Raises `TrainingError` for validation data that do not fit.
    """

    def __init__(
        self,
        network: Network,
        training: Samples | Source,
        validation: Samples | None,
        settings: TrainingSettings,
        rng: np.random.Generator,
        losses: Losses | None = None,
    ) -> None:
        if losses is None:
            smoothing = settings.label_smoothing
            loss = SoftmaxCrossEntropy(network.classes, label_smoothing=smoothing)
            losses = Losses(loss, loss)
        self._losses = losses
        check_validation(validation, network, settings, losses.validation.classes)
        self._network, self._validation, self._settings = network, validation, settings
        self._source = training if callable(training) else _same(training)
        self._rng = rng
        self._pulse = _Pulse(settings.report_seconds)
        self._learner = Learner(network, settings, rng, losses.training)
        self._best = BestWeights(settings.best_by, settings.patience)
        self._history: list[EpochReport] = []
        self._is_within = False

    @property
    def history(self) -> tuple[EpochReport, ...]:
        """The reports of the epochs that are done."""
        return tuple(self._history)

    @property
    def is_over(self) -> bool:
        """Whether all epochs are done, or patience ended them early."""
        return len(self._history) >= self._settings.epochs or self._best.is_patience_over

    def epoch(self) -> Generator[Report, None, None]:
        """Learn the next epoch; the last report is its `EpochReport`.

        Left in the middle, the network keeps what it has learnt; only `load` leads on from there.
        Raises `TrainingError` for samples that do not fit and a loss that is not finite.
        """
        self._require_boundary()
        self._is_within, begun, epoch = True, perf_counter(), len(self._history) + 1
        learner, settings, pulse = self._learner, self._settings, self._pulse
        pulse.restart()
        samples = self._source(epoch, self._rng)
        refuse_misfits(samples, self._network, "training", self._losses.training.classes)
        learner.begin(samples, epoch)
        yield from _learned(learner, settings, pulse)
        figures = yield from self._validated(pulse)
        is_best = figures is not None and self._best.observe(self._network, figures, epoch)
        report = _epoch_report(learner, settings, figures, begun, is_best=is_best)
        self._history.append(report)
        self._is_within = False
        yield report

    def _validated(self, pulse: "_Pulse") -> Generator[Report, None, Tally | None]:
        """Go through the validation samples; return their tally, None where there are none."""
        if self._validation is None:
            return None
        total = Tally()
        for tally in tallies(self._network, self._validation, self._losses.validation):
            total += tally
            if perf_counter() >= pulse.due:
                yield _progress_report(self._learner, self._settings)
                pulse.restart()
        refuse_runaway(total)
        return total

    def finish(self) -> TrainingResult:
        """Give the network the weights of the best epoch and tell how it ended."""
        self._require_boundary()
        self._best.restore(self._network)
        return TrainingResult(
            best_epoch=self._best.epoch or len(self._history),
            is_stopped_early=self._best.is_patience_over,
            history=self.history,
        )

    def state(self) -> State:
        """Return everything the next epoch depends on; ``ValueError`` in the middle of an epoch."""
        self._require_boundary()
        return State.of_parts(
            {
                "rng": generator_facts(self._rng),
                "history": [asdict(report) for report in self._history],
            },
            network=State(self._network.state()[1]),
            learner=self._learner.state(),
            best=self._best.state(),
        )

    def load(self, state: State) -> None:
        """Go on, or back, to where `state` was told; reports until then count as given.

        Raises ``ValueError`` saying what does not fit; this run cannot be used then.
        """
        self._is_within = True
        history = history_from(state.facts.get("history"), self._settings.epochs)
        self._best.load(state.part("best"), self._network)
        if self._best.epoch > len(history):
            raise ValueError(f"the best epoch is {self._best.epoch} of {len(history)}")
        self._network.load(state.part("network").arrays)
        self._learner.load(state.part("learner"))
        set_generator(self._rng, state.part("rng").facts)
        self._history, self._is_within = list(history), False

    def _require_boundary(self) -> None:
        if self._is_within:
            raise ValueError("an epoch was begun and not brought to its end")


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
        refuse_runaway(learner.tally)
        yield _progress_report(learner, settings)
        pulse.restart()
    refuse_runaway(learner.tally)


def _progress_report(learner: Learner, settings: TrainingSettings) -> ProgressReport:
    return ProgressReport(
        epoch=learner.epoch,
        epochs=settings.epochs,
        fraction=learner.progress / settings.epochs,
        training_loss=learner.tally.loss,
        training_accuracy=learner.tally.accuracy,
        learning_rate=learner.learning_rate,
        gradient_norms=learner.gradient_norms(),
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


def _same(samples: Samples) -> Source:
    """Return the source that offers the same samples every epoch."""
    return lambda _epoch, _rng: samples
