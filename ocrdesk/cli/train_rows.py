"""Train the network that reads whole rows, beside a model's network of single letters."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import file, positive_number
from ocrdesk.cli.training_files import (
    add_continuing,
    add_epochs_and_seed,
    add_output,
    add_replacing,
    epoch_line,
    trained_and_saved,
)

if TYPE_CHECKING:
    from ocrdesk.services.recognizer import Recognizer
    from ocrdesk.services.row_training import RowReport, RowTrainingRun

SUMMARY = "teach a model to read whole rows, letters among their neighbours"

_STRIPS = Path("name_strips.zip")

_LEGEND = (
    "right: of the rows learnt from, varied anew for each epoch, read without an error and without "
    "words; kept out: of plain rows of other writers, which only judge"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ocrdesk train-rows``."""
    add_output(parser)
    parser.add_argument(
        "--from",
        dest="parent",
        metavar="MODEL",
        required=True,
        help="the model whose letters are kept; it may be the one that is written",
    )
    _add_data(parser)
    add_replacing(parser)
    add_continuing(parser)
    add_epochs_and_seed(parser)


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--words",
        metavar="FILE",
        type=file,
        help="words as pen strokes, with their writers (default: unipen_words.npz in OCRDESK_DATA)",
    )
    parser.add_argument(
        "--characters",
        metavar="FILE",
        type=file,
        help="characters as pen strokes, which more words are composed of "
        "(default: unipen_strokes62.npz in OCRDESK_DATA)",
    )
    parser.add_argument(
        "--strips",
        metavar="FILE",
        type=file,
        nargs="?",
        const=Path(),
        help="scanned strips with a text each, to learn from them too "
        f"(without FILE: {_STRIPS} in OCRDESK_DATA)",
    )
    parser.add_argument(
        "--composed",
        type=positive_number,
        metavar="N",
        help="so many words composed of characters, instead of the recipe's",
    )


def run(arguments: argparse.Namespace) -> int:
    """Train, telling each epoch, and save the model."""
    _, path = trained_and_saved(
        arguments, lambda _, checkpoint: _train(_run(arguments, checkpoint))
    )
    terminal.write(f"saved {path}")
    return 0


def _run(arguments: argparse.Namespace, checkpoint: Path) -> "RowTrainingRun":
    from dataclasses import replace

    from ocrdesk.paths import shared_data_folder
    from ocrdesk.services.model_store import load_model
    from ocrdesk.services.row_recipe import RowRecipe
    from ocrdesk.services.row_training import RowTrainingRun

    recipe = RowRecipe()
    if arguments.epochs:
        recipe = replace(recipe, epochs=arguments.epochs)
    if arguments.composed:
        recipe = replace(recipe, composed=arguments.composed)
    folder = shared_data_folder()
    return RowTrainingRun(
        recipe=recipe,
        parent=load_model(arguments.parent),
        words=arguments.words or folder / "unipen_words.npz",
        characters=arguments.characters or folder / "unipen_strokes62.npz",
        strips=folder / _STRIPS if arguments.strips == Path() else arguments.strips,
        seed=arguments.seed,
        command=arguments.command_line,
        may_share=True,
        checkpoint=checkpoint,
        is_resumed=arguments.resume,
    )


def _train(run: "RowTrainingRun") -> "Recognizer":
    from ocrdesk.nn.reports import EpochReport
    from ocrdesk.services import progress
    from ocrdesk.services.progress import Progress
    from ocrdesk.services.row_training import train_rows
    from ocrdesk.services.training import StageReport

    told: list[str] = []

    def tell(report: "RowReport") -> None:
        if isinstance(report, Progress | StageReport):
            if report.stage not in told:  # each stage once
                told.append(report.stage)
                terminal.write(f"{report.stage} ...")
        elif isinstance(report, EpochReport):
            if _LEGEND not in told:
                told.append(_LEGEND)
                terminal.write(_LEGEND)
            terminal.write(epoch_line(report))
        terminal.flush()

    return progress.run(train_rows(run), tell)
