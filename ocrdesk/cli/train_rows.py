"""Train the network that reads whole rows, beside a model's network of single letters."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import positive_number, seed
from ocrdesk.cli.training_files import (
    add_continuing,
    check_beginning,
    epoch_line,
    interrupted,
    model_file,
    still_kept,
)
from ocrdesk.errors import OutputError

if TYPE_CHECKING:
    from ocrdesk.services.recognizer import Recognizer
    from ocrdesk.services.row_training import RowReport, RowTrainingRun

SUMMARY = "teach a model to read whole rows, letters among their neighbours"

_LEGEND = (
    "right: of the rows learnt from, varied anew for each epoch, read without an error and without "
    "words; kept out: of plain rows of other writers, which only judge"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ocrdesk train-rows``."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="model file to write (.npz), or a name for one in your model folder",
    )
    parser.add_argument(
        "--from",
        dest="parent",
        metavar="MODEL",
        required=True,
        help="the model whose letters are kept; it may be the one that is written",
    )
    _add_data(parser)
    parser.add_argument(
        "--replace", action="store_true", help="replace your own model of that name"
    )
    add_continuing(parser)
    parser.add_argument(
        "--epochs", type=positive_number, metavar="N", help="instead of the recipe's"
    )
    parser.add_argument(
        "--seed", type=seed, default=1, metavar="N", help="the same seed gives the same model"
    )


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--words",
        metavar="FILE",
        type=Path,
        help="words as pen strokes, with their writers (default: unipen_words.npz in OCRDESK_DATA)",
    )
    parser.add_argument(
        "--characters",
        metavar="FILE",
        type=Path,
        help="characters as pen strokes, which more words are composed of "
        "(default: unipen_strokes62.npz in OCRDESK_DATA)",
    )
    parser.add_argument(
        "--composed",
        type=positive_number,
        metavar="N",
        help="so many words composed of characters, instead of the recipe's",
    )


def run(arguments: argparse.Namespace) -> int:
    """Train, telling each epoch, and save the model."""
    from ocrdesk.services.checkpoints import checkpoint_file, discard_checkpoint
    from ocrdesk.services.model_store import save_model

    path = model_file(arguments.output, is_replacing=arguments.replace or arguments.resume)
    check_beginning(arguments, path, checkpoint := checkpoint_file(path))
    try:
        recognizer = _train(_run(arguments, checkpoint))
        save_model(path, recognizer)
    except KeyboardInterrupt:
        terminal.note(interrupted(checkpoint, is_anew=arguments.restart))
        raise
    except OutputError as problem:
        raise still_kept(problem, checkpoint) from problem
    discard_checkpoint(checkpoint)
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
