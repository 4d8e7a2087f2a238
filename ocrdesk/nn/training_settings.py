"""How to train: one frozen description of a run."""

from dataclasses import dataclass, field

from ocrdesk.errors import TrainingError
from ocrdesk.nn.early_stopping import Figure
from ocrdesk.nn.optimizer import SGD, Optimizer
from ocrdesk.nn.schedules import Constant, Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSettings:
    """How to train; `TrainingError` for settings that make no sense.

    ``optimizer`` only says which and how: every run works with a fresh copy. ``patience`` epochs
    without a better validation ``best_by`` end the run. ``report_seconds`` asks for a
    `ProgressReport` about that often within an epoch, a chance to cancel; 0.03 keeps a window's
    Cancel button below 50 ms; None reports epochs only. ``blas_threads`` None measures on this
    network which number of threads is the fastest; layers that share their work (see `lanes`) take
    that many.
    """

    epochs: int
    batch_size: int = 32
    optimizer: Optimizer = field(default_factory=SGD)
    schedule: Schedule = field(default_factory=lambda: Constant(0.1))
    label_smoothing: float = 0.0
    patience: int | None = None
    best_by: Figure = "loss"
    report_seconds: float | None = None
    blas_threads: int | None = None

    def __post_init__(self) -> None:
        for name in ("epochs", "batch_size", "patience", "report_seconds", "blas_threads"):
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise TrainingError(
                    f"{name} must be above zero, not {value}.", advice="Choose a larger number."
                )
        if not 0 <= self.label_smoothing < 1:
            raise TrainingError(
                f"Label smoothing must be 0 … 1, not {self.label_smoothing}.",
                advice="0 is none, 0.05 is usual.",
            )
