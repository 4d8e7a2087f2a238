"""Checkpoints: trainings kept between two epochs, so that an interrupted one can go on.

A checkpoint is an ``.npz`` beside the model file to be, without pickle. Its entry ``header`` is
JSON (format, version, origin, command, facts of the state); every other entry is one array.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ocrdesk.errors import DatasetError, OutputError, TrainingError
from ocrdesk.formats.npz_archive import read_arrays
from ocrdesk.formats.output_file import write_bytes_atomically
from ocrdesk.nn.state import State

CHECKPOINT_SUFFIX = ".checkpoint.npz"
FORMAT = "ocrdesk-checkpoint"
FORMAT_VERSION = 1

_BEGIN_ANEW = "Begin anew with --restart."
_LONGEST_TOLD = 40  # characters of a value that an error still names


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A training between two epochs: its state, where it comes from, and what asked for it.

    ``origin`` holds, as JSON values, all that decides what comes out; a training of another origin
    must not go on from here. ``command`` is the one that began it.
    """

    origin: Mapping[str, Any]
    command: str
    state: State


def checkpoint_file(model: Path) -> Path:
    """Return where the checkpoint of a training lies whose model will be ``model``."""
    return model.with_name(model.stem + CHECKPOINT_SUFFIX)


def save_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write the checkpoint; the one before stays until the new one is complete.

    Raises ``OutputError`` where it cannot be written.
    """
    header = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "origin": checkpoint.origin,
        "command": checkpoint.command,
        "facts": checkpoint.state.facts,
    }
    buffer = io.BytesIO()
    text = np.array(json.dumps(header, ensure_ascii=False))
    # Weights hardly shrink: to compress them would take longer than some epochs.
    np.savez(buffer, header=text, **checkpoint.state.arrays)  # type: ignore[arg-type]
    write_bytes_atomically(path, buffer.getvalue())


def load_checkpoint(path: Path) -> Checkpoint:
    """Return the checkpoint in that file.

    Raises ``TrainingError`` for a missing, damaged, foreign or newer file.
    """
    try:
        arrays = dict(read_arrays(path))
        header = json.loads(str(arrays.pop("header"))) if "header" in arrays else None
    except (DatasetError, RecursionError, ValueError) as error:
        raise damaged_checkpoint(path, error) from error
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise TrainingError(
            f"“{path.name}” is not an unfinished training of ocrdesk.", advice=_BEGIN_ANEW
        )
    if header.get("version") != FORMAT_VERSION:
        raise TrainingError(
            f"The unfinished training “{path.name}” was kept by another version of ocrdesk "
            f"(format {header.get('version')}; this one goes on from {FORMAT_VERSION}).",
            advice="Go on with that version, or begin anew with --restart.",
        )
    origin, command, facts = (header.get(name) for name in ("origin", "command", "facts"))
    if not (isinstance(origin, dict) and isinstance(command, str) and isinstance(facts, dict)):
        raise damaged_checkpoint(path, ValueError("its header is incomplete"))
    return Checkpoint(origin, command, State(arrays, facts))


def refuse_another_origin(path: Path, checkpoint: Checkpoint, origin: Mapping[str, Any]) -> None:
    """Raise ``TrainingError`` saying what differs, where the checkpoint is of another training."""
    there = checkpoint.origin
    differing = [
        _difference(name.replace("_", " "), there.get(name), origin.get(name))
        for name in {**origin, **there}
        if there.get(name) != origin.get(name)
    ]
    if differing:
        begun = (
            f"It was begun by “{checkpoint.command}”: repeat" if checkpoint.command else "Repeat"
        )
        raise TrainingError(
            f"The unfinished training “{path.name}” is another one: {'; '.join(differing)}.",
            advice=f"{begun} that with --resume, or begin anew with --restart.",
        )


def damaged_checkpoint(path: Path, error: Exception) -> TrainingError:
    """Return the error for a checkpoint from which nothing can go on."""
    reason = error.message if isinstance(error, DatasetError) else str(error)
    first = (reason.strip().splitlines() or [type(error).__name__])[0]
    return TrainingError(
        f"The unfinished training “{path.name}” cannot be read: {first.rstrip('.')}.",
        advice=_BEGIN_ANEW,
    )


def discard_checkpoint(path: Path) -> None:
    """Remove the checkpoint, if there is one; ``OutputError`` where that is not possible."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"“{path}” cannot be removed: {error.strerror or error}.",
            advice="Remove it yourself: nothing needs it any more.",
        ) from error


def _difference(name: str, there: object, here: object) -> str:
    told = [json.dumps(value, ensure_ascii=False) for value in (there, here)]
    if max(map(len, told)) > _LONGEST_TOLD:
        return f"other {name}"
    return f"{name} {told[0]} there, {told[1]} here"
