"""What commands that train share: the model file to write, going on, and what epochs come to."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import DASH, positive_number, seed
from ocrdesk.errors import OutputError, UsageError
from ocrdesk.formats.output_file import make_folder, refuse_unreachable
from ocrdesk.formats.presence import is_folder, is_there

if TYPE_CHECKING:
    from collections.abc import Callable

    from ocrdesk.nn.reports import EpochReport
    from ocrdesk.services.recognizer import Recognizer


def add_output(parser: argparse.ArgumentParser) -> None:
    """Declare which file is written."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="model file to write (.npz), or a name for one in your model folder",
    )


def add_replacing(parser: argparse.ArgumentParser) -> None:
    """Declare that a model may be replaced."""
    parser.add_argument(
        "--replace", action="store_true", help="replace your own model of that name"
    )


def add_epochs_and_seed(parser: argparse.ArgumentParser) -> None:
    """Declare how long is trained, and by which chance."""
    parser.add_argument(
        "--epochs", type=positive_number, metavar="N", help="instead of the recipe's"
    )
    parser.add_argument(
        "--seed", type=seed, default=1, metavar="N", help="the same seed gives the same model"
    )


def add_continuing(parser: argparse.ArgumentParser) -> None:
    """Declare what to do about an interrupted training."""
    again = parser.add_mutually_exclusive_group()
    again.add_argument(
        "--resume",
        action="store_true",
        help="go on with an interrupted training: the same command again, with this added",
    )
    again.add_argument(
        "--restart", action="store_true", help="begin anew, dropping an interrupted training"
    )


def trained_and_saved(
    arguments: argparse.Namespace, train: "Callable[[Path, Path], Recognizer]"
) -> "tuple[Recognizer, Path]":
    """Return what ``train`` made, saved, and where; it is given the model's file and checkpoint."""
    from ocrdesk.services.checkpoints import checkpoint_file, discard_checkpoint
    from ocrdesk.services.model_store import save_model

    path = model_file(arguments.output, is_replacing=arguments.replace or arguments.resume)
    _check_beginning(arguments, path, checkpoint := checkpoint_file(path))
    try:
        recognizer = train(path, checkpoint)
        save_model(path, recognizer)
    except KeyboardInterrupt:
        terminal.note(_interrupted(checkpoint, is_anew=arguments.restart))
        raise
    except OutputError as problem:
        raise _still_kept(problem, checkpoint) from problem
    discard_checkpoint(checkpoint)
    return recognizer, path


def _check_beginning(arguments: argparse.Namespace, path: Path, checkpoint: Path) -> None:
    """Neither drop an interrupted training unasked, nor begin anew where one should go on."""
    refuse_unreachable(checkpoint)  # its name is longer than that of the model
    if arguments.resume and not is_there(checkpoint) and is_there(path):
        raise UsageError(
            f"There is nothing to go on with: the training of “{path}” came to its end.",
            advice="Leave --resume out and add --replace to train it anew.",
        )
    if arguments.resume and not is_there(checkpoint):
        raise UsageError(
            f"There is no interrupted training to go on with: “{checkpoint}” does not exist.",
            advice="Leave --resume out to begin.",
        )
    if is_there(checkpoint) and not (arguments.resume or arguments.restart):
        raise UsageError(
            f"A training of “{arguments.output}” was interrupted: “{checkpoint}” is left of it.",
            advice="Add --resume to go on with it, or --restart to drop it and begin anew.",
        )


def _interrupted(checkpoint: Path, *, is_anew: bool) -> str:
    """Return what to say where a training was interrupted."""
    if not is_there(checkpoint):
        return "Interrupted before an epoch was done: nothing is kept."
    how = (
        "put --resume in the place of --restart" if is_anew else "add --resume to the same command"
    )
    return f"Interrupted. What was learnt is kept: to go on, {how}."


def _still_kept(problem: OutputError, checkpoint: Path) -> OutputError:
    """Return the problem, which says so where nothing learnt is lost by it."""
    if not is_there(checkpoint):
        return problem
    kept = "What was learnt is kept: to go on, add --resume."
    return OutputError(problem.message, advice=f"{problem.advice} {kept}".strip())


def model_file(output: str, *, is_replacing: bool) -> Path:
    """Return the file to write; complain before the work, not after it."""
    path = Path(output)
    is_name = path.name.strip() and path.name.isprintable() and output != DASH
    if not is_name or path.name.startswith("."):
        raise UsageError(
            f"“{output}” cannot be the name of a model.",
            advice="Choose one of letters, digits and spaces that begins with a letter.",
        )
    if path.name == output and not path.suffix:
        return _own_model(output, is_replacing=is_replacing)
    return _checked_path(path, is_replacing=is_replacing)


def _own_model(name: str, *, is_replacing: bool) -> Path:
    """Return the file of that name in the person's model folder."""
    from ocrdesk.services.model_store import own_model_file

    advice = "Choose another name, or add --replace."
    own = own_model_file(name, is_replacing=is_replacing, advice=advice)
    if is_there(own):
        _refuse_losing_hand(own)
    make_folder(own.parent)
    return own


def _refuse_losing_hand(path: Path) -> None:
    """Never replace a hand that was learnt: its letters would be lost with it."""
    from ocrdesk.services.profile_store import hand_in

    if hand_in(path) is not None:
        raise UsageError(
            f"“{path}” is a hand that was learnt: its letters would be lost.",
            advice="Choose another name.",
        )


def _checked_path(path: Path, *, is_replacing: bool) -> Path:
    """Return the path if a model may be written there; what is no model is never replaced."""
    from ocrdesk.errors import ModelFileError
    from ocrdesk.services.checkpoints import CHECKPOINT_SUFFIX
    from ocrdesk.services.model_store import read_header

    if path.name.endswith(CHECKPOINT_SUFFIX):
        raise UsageError(
            f"Names that end in {CHECKPOINT_SUFFIX} are for interrupted trainings.",
            advice="Choose another name.",
        )
    if path.suffix != ".npz":
        raise UsageError(
            f"A model file ends in .npz, and “{path}” does not.",
            advice="Give OUT that ending, or a name without one.",
        )
    refuse_unreachable(path)
    if not is_folder(path.parent):
        raise OutputError(f"There is no folder “{path.parent}”.", advice="Make it first.")
    if is_folder(path):
        raise OutputError(f"“{path}” is a folder.", advice="Choose another name for the model.")
    if not is_there(path):
        return path
    try:
        read_header(path)
    except ModelFileError as problem:
        raise UsageError(
            f"“{path}” exists and is not a model: it would be lost.", advice="Choose another name."
        ) from problem
    _refuse_losing_hand(path)
    if not is_replacing:
        raise UsageError(
            f"There is already a model “{path}”.", advice="Choose another name, or add --replace."
        )
    return path


def epoch_line(report: "EpochReport") -> str:
    """Return what an epoch came to."""
    parts = [
        f"epoch {report.epoch:{len(str(report.epochs))}}/{report.epochs}",
        f"loss {report.training_loss:.4f}",
        f"right {report.training_accuracy:.2%}",
    ]
    if report.validation_accuracy is not None:
        parts.append(f"kept out {report.validation_accuracy:.2%}")
        parts.append(f"loss there {report.validation_loss:.4f}")
    parts.append(f"{report.seconds:.1f} s")
    return "  ".join(parts) + ("  least loss so far" if report.is_best else "")
