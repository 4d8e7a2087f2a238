"""A training that is kept after every epoch, so that an interrupted one can go on."""

from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any, Protocol

from ocrdesk.nn.reports import EpochReport, Report, TrainingResult
from ocrdesk.nn.state import State
from ocrdesk.nn.trainer import Training
from ocrdesk.services.checkpoints import (
    Checkpoint,
    damaged_checkpoint,
    discard_checkpoint,
    refuse_another_origin,
    save_checkpoint,
)


class KeptRun(Protocol):
    """What a run says of its checkpoint: the file, whether it goes on from there, its command."""

    @property
    def checkpoint(self) -> Path | None:
        """The file, None for a run that is not kept."""

    @property
    def is_resumed(self) -> bool:
        """Whether it goes on from what lies there, instead of dropping that."""

    @property
    def command(self) -> str:
        """What began it."""


class Drawing(Protocol):
    """A source of samples with chance of its own."""

    def state(self) -> State:
        """Return where it stands."""

    def load(self, state: State) -> None:
        """Draw on from there; ``ValueError`` where that cannot be."""


def go_on(
    run: KeptRun, kept: Checkpoint, origin: Mapping[str, Any], samples: Drawing, training: Training
) -> None:
    """Set samples and training to where the run's checkpoint was written.

    Raises ``TrainingError`` for one of another origin, or a damaged one.
    """
    assert run.checkpoint is not None
    refuse_another_origin(run.checkpoint, kept, dict(origin))
    try:
        samples.load(kept.state.part("samples"))
        training.load(kept.state.part("training"))
    except ValueError as error:
        raise damaged_checkpoint(run.checkpoint, error) from error


def learned(
    run: KeptRun, origin: Mapping[str, Any], samples: Drawing, training: Training
) -> Generator[Report, None, TrainingResult]:
    """Learn the epochs that are left; each is kept before it is told.

    Raises ``OutputError`` where it cannot be.
    """
    if run.checkpoint is not None and not run.is_resumed:
        discard_checkpoint(run.checkpoint)
    while not training.is_over:
        for report in training.epoch():
            if run.checkpoint is not None and isinstance(report, EpochReport):
                state = State.of_parts({}, samples=samples.state(), training=training.state())
                save_checkpoint(run.checkpoint, Checkpoint(dict(origin), run.command, state))
            yield report
    return training.finish()
