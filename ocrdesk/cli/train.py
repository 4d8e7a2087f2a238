"""Train a recognizer from labelled characters and save it as a model."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import file
from ocrdesk.cli.model_facts import held_out_told
from ocrdesk.cli.training_files import (
    add_continuing,
    add_epochs_and_seed,
    add_output,
    add_replacing,
    epoch_line,
    trained_and_saved,
)
from ocrdesk.errors import UsageError
from ocrdesk.formats.presence import is_folder

if TYPE_CHECKING:
    from ocrdesk.services.recognizer import Recognizer
    from ocrdesk.services.training import TrainingReport, TrainingRun

SUMMARY = "train a model from labelled characters"
_RECIPES = ("print36", "print62", "handout")  # a test holds this list to the recipes there are

_LEGEND = (
    "right: of the characters learnt from, redrawn and bent anew for each epoch; kept out: of "
    "plain characters that only judge, by other writers where the data name them"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ocrdesk train``."""
    add_output(parser)
    parser.add_argument(
        "--recipe",
        choices=_RECIPES,
        default=_RECIPES[0],
        help="characters, network and way of training (default: %(default)s)",
    )
    add_replacing(parser)
    _add_beginnings(parser)
    _add_data(parser)
    add_epochs_and_seed(parser)


def _add_data(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--data",
        nargs="+",
        metavar="FILE",
        type=file,
        help="labelled characters: .npz, .mat, IDX, a folder of images per class, or pen strokes "
        "(default: the recipe's files in the folder OCRDESK_DATA)",
    )
    source.add_argument(
        "--synthetic", action="store_true", help="train on hand print the program makes itself"
    )
    parser.add_argument(
        "--cut-out",
        nargs="+",
        metavar="FILE",
        type=file,
        default=[],
        help="also characters that “ocrdesk align” cut out of words",
    )
    parser.add_argument(
        "--transpose", action="store_true", help="turn rows into columns, as EMNIST's files need"
    )


def _add_beginnings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="parent",
        metavar="MODEL",
        help="begin with the weights of this model, and change them gently",
    )
    add_continuing(parser)


def run(arguments: argparse.Namespace) -> int:
    """Train, telling each epoch, and save the model."""
    recognizer, path = trained_and_saved(
        arguments, lambda path, checkpoint: _train(_training_run(arguments, path.stem, checkpoint))
    )
    terminal.write(_verdict(recognizer, path))
    return 0


def _training_run(arguments: argparse.Namespace, name: str, checkpoint: Path) -> "TrainingRun":
    from dataclasses import replace

    from ocrdesk.paths import shared_data_folder
    from ocrdesk.services.model_store import load_model
    from ocrdesk.services.recipes import find_recipe
    from ocrdesk.services.training import TrainingRun

    recipe = find_recipe(arguments.recipe)
    parent = None if arguments.parent is None else load_model(arguments.parent)
    if parent is not None:
        recipe = recipe.going_on()
    if arguments.epochs:
        recipe = replace(recipe, epochs=arguments.epochs)
    folder = shared_data_folder()
    is_synthetic = arguments.synthetic or not (arguments.data or is_folder(folder))
    if is_synthetic and not arguments.synthetic:
        raise UsageError(
            f"There are no training data in “{folder}”.",
            advice="Give files with --data, set OCRDESK_DATA, or train with --synthetic.",
        )
    return TrainingRun(
        recipe,
        name,
        seed=arguments.seed,
        parent=parent,
        files=tuple(arguments.data or ()),
        cut_out=tuple(arguments.cut_out),
        is_transposed=arguments.transpose,
        data_folder=None if is_synthetic else folder,
        command=arguments.command_line,
        may_draw_ahead=True,
        checkpoint=checkpoint,
        is_resumed=arguments.resume,
    )


def _train(run: "TrainingRun") -> "Recognizer":
    from ocrdesk.nn.reports import EpochReport
    from ocrdesk.services import progress
    from ocrdesk.services.training import train_recognizer

    legend = [_LEGEND]  # told once

    def tell(report: "TrainingReport") -> None:
        if isinstance(report, EpochReport) and legend:
            terminal.write(legend.pop())
        terminal.write(_told(report))
        terminal.flush()

    return progress.run(train_recognizer(run), tell)


def _told(report: "TrainingReport") -> str:
    from ocrdesk.nn.reports import EpochReport
    from ocrdesk.services.training import StageReport

    if isinstance(report, StageReport):
        return f"{report.stage} ..."
    return epoch_line(report) if isinstance(report, EpochReport) else ""


def _verdict(recognizer: "Recognizer", path: Path) -> str:
    held_out = recognizer.metrics["held_out"]
    return "\n".join([*(["", held_out_told(held_out)] if held_out else []), f"saved {path}"])
