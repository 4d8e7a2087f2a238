"""What a training run tells while it runs and when it ends: frozen data, no arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """A sign of life within an epoch: figures over the epoch's training samples so far.

    ``fraction`` is the share of all epochs that is done, 0 … 1; early stopping may end before 1.
    ``gradient_norms`` are those of `EpochReport`, over the batches of the epoch so far.
    """

    epoch: int
    epochs: int
    fraction: float
    training_loss: float
    training_accuracy: float
    learning_rate: float
    gradient_norms: tuple[tuple[str, float], ...] = ()


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


def history_from(rows: object, epochs: int) -> tuple[EpochReport, ...]:
    """Return the reports of the first epochs of a run of ``epochs``, from their fields in JSON.

    Raises ``ValueError`` where they are not that.
    """
    if not isinstance(rows, list) or len(rows) > epochs:
        raise ValueError(f"the history is no list of at most {epochs} epochs")
    try:
        history = tuple(map(_epoch_report, rows))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"the history is damaged: {error}") from error
    told = [(report.epoch, report.epochs) for report in history]
    if told != [(epoch, epochs) for epoch in range(1, len(history) + 1)]:
        raise ValueError(f"the history is not that of {epochs} epochs in their order")
    return history


def _epoch_report(row: Mapping[str, Any]) -> EpochReport:
    def measured(name: str) -> float | None:
        return None if row[name] is None else float(row[name])

    return EpochReport(
        epoch=int(row["epoch"]),
        epochs=int(row["epochs"]),
        training_loss=float(row["training_loss"]),
        training_accuracy=float(row["training_accuracy"]),
        validation_loss=measured("validation_loss"),
        validation_accuracy=measured("validation_accuracy"),
        gradient_norms=tuple((str(name), float(norm)) for name, norm in row["gradient_norms"]),
        learning_rate=float(row["learning_rate"]),
        seconds=float(row["seconds"]),
        is_best=bool(row["is_best"]),
    )
