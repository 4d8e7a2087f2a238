"""What a training run tells while it runs and when it ends: frozen data, no arrays."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """A sign of life within an epoch: figures over the epoch's training samples so far.

    ``fraction`` is the share of all epochs that is done, 0 … 1; early stopping may end before 1.
    """

    epoch: int
    epochs: int
    fraction: float
    training_loss: float
    training_accuracy: float
    learning_rate: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochReport:
    """An epoch, done. Epochs count from 1.

    Training figures are those seen while learning, batch by batch: with dropout on and weights that
    improve meanwhile. Validation figures are the finished epoch's, None without validation data.
    ``gradient_norms`` pairs each layer that has parameters (``"0.dense"``) with the mean over
    sampled batches of ‖∂J/∂parameters‖₂. ``is_best``: the best validation figure so far.
    """

    epoch: int
    epochs: int
    training_loss: float
    training_accuracy: float
    validation_loss: float | None
    validation_accuracy: float | None
    gradient_norms: tuple[tuple[str, float], ...]
    learning_rate: float
    seconds: float
    is_best: bool


Report: TypeAlias = ProgressReport | EpochReport


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingResult:
    """How it ended: the network now has the weights of ``best_epoch``.

    Without validation data that is the last epoch.
    """

    best_epoch: int
    is_stopped_early: bool
    history: tuple[EpochReport, ...]
