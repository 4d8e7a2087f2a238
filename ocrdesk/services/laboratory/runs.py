"""A training run in hand: it can be paused at any batch, stepped, gone on with, and looked into."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from ocrdesk.errors import TrainingError
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.augment import JitteredSamples
from ocrdesk.nn.reports import EpochReport, ProgressReport, Report
from ocrdesk.nn.trainer import Training, TrainingSettings
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.laboratory.insight import (
    Histogram,
    activation_histograms,
    first_layer_pictures,
)
from ocrdesk.services.laboratory.network_plan import built
from ocrdesk.services.laboratory.recorder import MEMORY, FlightRecorder
from ocrdesk.services.laboratory.run_plan import RunPlan, run_problems

if TYPE_CHECKING:
    from ocrdesk.nn.dataset import Samples

REPORT_SECONDS = 0.1
GLIMPSE_SECONDS = 0.2
"""How often activations and weights are looked at: as often as their plots are drawn ..."""
_GLIMPSE_SHARE = 0.03  # ... but never for more than this share of the time: training waits for it
_FIRST_TOLD = 0.05  # of an epoch: before, means over a few batches jump about
_LONGEST_TRAIL = 200  # points within an epoch: of more every second one goes
_EPOCHS_AVERAGED = 5


@dataclass(frozen=True, slots=True, eq=False)
class RunReport:
    """All there is to see of a run at one moment, so that later reports may replace earlier ones.

    ``history`` are the epochs done, ``now`` the figures within the next one, ``trail`` those told
    in it so far. ``pictures``
    (n, h, w) are the first layer's weights, ``histograms`` the spread of activations, both of a
    moment ago. ``seconds_left`` is None before the first epoch is done.
    """

    history: tuple[EpochReport, ...]
    now: ProgressReport | None
    trail: tuple[ProgressReport, ...]
    pictures: Array
    histograms: tuple[Histogram, ...]
    fraction: float
    seconds_left: float | None
    is_over: bool


def first_name(number: int) -> str:
    """Return what a run is called until a person names it; runs are numbered from 1."""
    return f"Run {number}"


class LabRun:
    """One run: its plan, its letters, its network as it is now, and the flight recorder.

    `steps` goes on where it was left, be it in the middle of an epoch; the weights come out the
    same whether it was paused or not. Raises ``TrainingError`` for a plan that `run_problems`
    refuses. ``name`` is for reports and files, in English as they are; one that a person
    gave is ``own_name`` as well.
    """

    def __init__(self, name: str, plan: RunPlan, data: LabData, *, memory: int = MEMORY) -> None:
        if problems := run_problems(plan, data):
            raise TrainingError(problems[0], advice="Change the settings, then start again.")
        self.name, self.plan, self.data = name, plan, data
        self.own_name = ""
        self.recorder = FlightRecorder(memory)
        self.is_stopped = self.has_run_away = False
        # One stream each, so that augmentation leaves starting weights and order alone.
        starting, learning, jittering = np.random.default_rng(plan.seed).spawn(3)
        side = data.geometry.size
        self._network = built(plan.network, (side, side), len(data.charset), starting)
        self._validation = data.validation
        samples: Samples = data.training
        if plan.jitter is not None:
            samples = JitteredSamples(samples, plan.jitter, jittering)
        settings = _settings(plan, is_shared=self._network.is_shared)
        self._training = Training(self._network, samples, self._validation, settings, learning)
        self._within: Iterator[Report] | None = None
        self._now: ProgressReport | None = None
        self._trail: list[ProgressReport] = []
        self._next_look = 0.0
        self.recorder.keep(0, self._network)
        self._look()
        self.report = self._report()

    @property
    def history(self) -> tuple[EpochReport, ...]:
        """The reports of the epochs that are done."""
        return self._training.history

    def rename(self, name: str) -> None:
        """Give the run a name of a person's own."""
        self.name = self.own_name = name

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to learn: all epochs are done, or it was stopped."""
        return self.is_stopped or self._training.is_over

    @property
    def may_go_on(self) -> bool:
        """Whether there is something left to learn, be it that `resume` comes first."""
        return not self._training.is_over and not self.has_run_away

    def stop(self) -> None:
        """End the run as it stands; `resume` takes it up where it was left."""
        self.is_stopped = True
        self.report = self._report()

    def resume(self) -> None:
        """Let a run that was stopped go on, in the middle of the epoch where it was."""
        self.is_stopped = self.has_run_away
        self.report = self._report()

    def steps(self, *, epochs: int | None = None) -> Generator[RunReport, None, RunReport]:
        """Go on, at most to the end of so many epochs, with a report about ten times a second.

        To pause is to leave the generator. Raises ``TrainingError`` where numbers run away; the
        run is stopped then, and its last whole epoch is there still.
        """
        wanted = None if epochs is None else len(self.history) + epochs
        while not self.is_over and (wanted is None or len(self.history) < wanted):
            if self._within is None:
                self._within = self._training.epoch()
            # Not "yield from": leaving this generator would close the epoch's, and lose it.
            try:
                report = next(self._within, None)
            except TrainingError:
                self.has_run_away = True
                self._within = self._now = None
                self.stop()
                raise
            self._take(report)
            yield self.report
        return self.report

    def _take(self, report: Report | None) -> None:
        if isinstance(report, EpochReport):
            self.recorder.keep(report.epoch, self._network, is_best=report.is_best)
            self._within = self._now = None
            self._trail = []
        elif report is not None:
            self._now = report
            if report.fraction * report.epochs - len(self.history) >= _FIRST_TOLD:
                self._trail = [*self._thinned(), report]
        if perf_counter() >= self._next_look or self._training.is_over:
            self._look()
        self.report = self._report()

    def _thinned(self) -> list[ProgressReport]:
        return self._trail if len(self._trail) < _LONGEST_TRAIL else self._trail[1::2]

    def _look(self) -> None:
        begun = perf_counter()
        self._pictures = first_layer_pictures(self._network, self.data.geometry.size)
        self._histograms = activation_histograms(self._network, self._validation.inputs)
        taken = perf_counter() - begun
        self._next_look = begun + max(GLIMPSE_SECONDS, taken / _GLIMPSE_SHARE)

    def _report(self) -> RunReport:
        history = self._training.history
        done = len(history) / self.plan.epochs if self._now is None else self._now.fraction
        return RunReport(
            history=history,
            now=self._now,
            trail=() if self._now is None else tuple(self._trail),
            pictures=self._pictures,
            histograms=self._histograms,
            fraction=1.0 if self._training.is_over else done,
            seconds_left=None if self.is_over else self._seconds_left(history, done),
            is_over=self.is_over,
        )

    def _seconds_left(self, history: tuple[EpochReport, ...], done: float) -> float | None:
        last = history[-_EPOCHS_AVERAGED:]
        if not last:
            return None
        return sum(r.seconds for r in last) / len(last) * self.plan.epochs * (1 - done)


def _settings(plan: RunPlan, *, is_shared: bool) -> TrainingSettings:
    return TrainingSettings(
        epochs=plan.epochs,
        batch_size=plan.batch_size,
        optimizer=plan.optimizer_made(),
        schedule=plan.schedule_made(),
        best_by="accuracy",
        report_seconds=REPORT_SECONDS,
        # One thread for products: the same seed gives the same weights on every machine of a kind.
        blas_threads=None if is_shared else 1,
    )
