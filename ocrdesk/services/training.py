"""From labelled characters and a recipe to a recognizer, told epoch by epoch."""

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ocrdesk import __version__
from ocrdesk.errors import DatasetError
from ocrdesk.formats.presence import is_file
from ocrdesk.nn.blas import available_cores
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.folding import folded
from ocrdesk.nn.network import Network
from ocrdesk.nn.reports import EpochReport, ProgressReport, Report, TrainingResult
from ocrdesk.nn.trainer import Training, TrainingSettings
from ocrdesk.services.calibration import fitted_temperature
from ocrdesk.services.checkpoints import load_checkpoint
from ocrdesk.services.epoch_samples import EpochSamples, with_rejects
from ocrdesk.services.kept_training import go_on, learned
from ocrdesk.services.own_hands import own_strokes, synthetic_characters
from ocrdesk.services.recipes import DataChoice, Recipe
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.training_data import (
    Characters,
    Split,
    is_too_few,
    may_be_known,
    read_characters,
    read_cut_out,
    split,
    with_validation,
)
from ocrdesk.services.training_origin import training_origin
from ocrdesk.services.training_patches import draw_patches
from ocrdesk.services.training_start import starting_network

_OWN_PER_CLASS = 500
_NO_DATA = "Give files with --data, or put the shared data where OCRDESK_DATA says."


@dataclass(frozen=True, slots=True)
class StageReport:
    """What is being done before and after the epochs, in words a person understands."""

    stage: str


TrainingReport = StageReport | Report


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """What a training run needs beyond its recipe.

    ``parent`` is what it begins with the weights of (`services.training_start`); without it they
    are drawn. ``files`` replaces the recipe's choice of data; without either the project's own hand
    print is drawn. ``data_folder`` is where the recipe's files are; ``cut_out`` are files of
    characters cut out of texts (`services.cutting_out`) to be used beside them, with their ink that
    is none.

    ``may_draw_ahead`` lets a process of its own draw the next epoch where there are cores enough;
    the model comes out the same. Its caller's main module has to be importable without effects.

    After every epoch all that is needed to go on is kept in the file ``checkpoint``, which stays
    until whoever saves the model discards it. ``is_resumed`` goes on from there; otherwise what
    lies there is dropped as soon as the data are read.
    """

    recipe: Recipe
    name: str
    seed: int = 1
    parent: Recognizer | None = None
    files: tuple[Path, ...] = ()
    cut_out: tuple[Path, ...] = ()
    is_transposed: bool = False
    data_folder: Path | None = None
    command: str = ""
    report_seconds: float | None = None
    may_draw_ahead: bool = False
    checkpoint: Path | None = None
    is_resumed: bool = False


def train_recognizer(run: TrainingRun) -> Generator[TrainingReport, None, Recognizer]:
    """Read the data, train, measure on writers never seen, and return the recognizer.

    Raises ``DatasetError`` for data that cannot be used, ``TrainingError`` where numbers run away
    or a checkpoint does not fit, ``OutputError`` where none can be written.
    """
    recipe = run.recipe
    kept = load_checkpoint(run.checkpoint) if run.checkpoint and run.is_resumed else None
    yield StageReport(_beginning(run))
    parted = split(sources := gather(run))
    if told := _no_judges(sources, parted):
        yield StageReport(told)
        parted = with_validation(parted)
    # One stream each, so that a change to the drawing leaves the starting weights alone.
    starting, drawing, learning, spoiling = np.random.default_rng(run.seed).spawn(4)
    network = starting_network(recipe, run.parent, starting)
    yield StageReport("Drawing characters")
    judged = with_rejects(_validation(parted, recipe), parted.validation, recipe, spoiling)
    data = (parted, judged, network.parameters if run.parent else ())
    origin = training_origin(recipe, run.seed, network, *data) if run.checkpoint else {}
    is_ahead = run.may_draw_ahead and available_cores() > 1
    with EpochSamples(recipe, parted.training, drawing, is_ahead=is_ahead) as samples:
        training = Training(network, samples, judged, _settings(run, network), learning)
        if kept is not None:
            go_on(run, kept, origin, samples, training)
            run = replace(run, command=kept.command)
            yield StageReport(f"Going on after epoch {len(training.history)} of {recipe.epochs}")
        result = yield from learned(run, origin, samples, training)
    yield StageReport("Measuring on what was kept out of training")
    network = folded(network)
    recognizer = Recognizer(
        network,
        recipe.charset,
        recipe.geometry,
        run.name,
        temperature=fitted_temperature(network, judged) if recipe.is_calibrated else 1.0,
        can_reject=recipe.rejects > 0,
        lineage=_lineage(run, parted, result),
    )
    return replace(recognizer, metrics=measure(recognizer, parted))


def _no_judges(sources: Sequence[Characters], parted: Split) -> str:
    """Return why writers do not choose the epoch, or not alone; nothing where they do."""
    if not all(part.is_cut_out for part in parted.validation):
        return ""
    if all(part.is_cut_out for part in parted.training):
        return ""
    if all(map(is_too_few, sources)):
        return "No five writers are named: a tenth of the characters chooses the epoch"
    return "Too few writers choose the epoch: a tenth of the characters does, too"


def _validation(parted: Split, recipe: Recipe) -> Dataset:
    validation = draw_patches(parted.validation, recipe.geometry, None)
    if not len(validation):
        raise DatasetError(
            "The data hold too few characters to keep some out of training.",
            advice="Add more; a file that names a dozen writers is best.",
        )
    return validation


def _settings(run: TrainingRun, network: Network) -> TrainingSettings:
    """Return what the recipe says of training, for this network."""
    recipe = run.recipe
    return TrainingSettings(
        epochs=recipe.epochs,
        batch_size=recipe.batch_size,
        optimizer=recipe.optimizer(),
        schedule=recipe.schedule,
        label_smoothing=recipe.label_smoothing,
        report_seconds=run.report_seconds,
        # One thread for products: the order of additions, and so the weights, stay the same on
        # every machine of a kind; a second one gains little at these sizes. Layers that share
        # their work give the same numbers with any number of threads.
        blas_threads=None if network.is_shared else 1,
    )


def _beginning(run: TrainingRun) -> str:
    """Return what is done first: made-up hand print is in no file."""
    has_files = run.files or run.cut_out or run.data_folder is not None
    return "Reading labelled characters" if has_files else "Making up hand print"


def gather(run: TrainingRun) -> list[Characters]:
    """Return the labelled characters of a run, from its files, its recipe or our own hands."""
    cut_out = (
        part
        for path in run.cut_out
        for part in read_cut_out(path, run.recipe.charset, run.recipe.rejects)
    )
    return [*_chosen_data(run), *cut_out]


def _chosen_data(run: TrainingRun) -> list[Characters]:
    charset = run.recipe.charset
    if run.files:
        return [
            part
            for path in run.files
            for part in read_characters(path, charset, is_transposed=run.is_transposed)
        ]
    if run.data_folder is not None:
        parts = [
            part
            for choice in run.recipe.data
            for part in _chosen(choice, run.data_folder, run.recipe)
        ]
        if run.recipe.own_characters:
            rng = np.random.default_rng(run.seed)
            parts.append(own_strokes(run.recipe.own_characters, charset, _OWN_PER_CLASS, rng))
        return parts
    return [synthetic_characters(charset, np.random.default_rng(run.seed))]


def _chosen(choice: DataChoice, folder: Path, recipe: Recipe) -> list[Characters]:
    path = folder / choice.file
    if not is_file(path):
        raise DatasetError(f"There is no file “{choice.file}” in “{folder}”.", advice=_NO_DATA)
    return [
        replace(part, per_epoch=choice.per_epoch.get(part.name))
        for part in read_characters(path, recipe.charset, as_capitals=choice.as_capitals)
        if not choice.parts or part.name in choice.parts
    ]


def measure(recognizer: Recognizer, parted: Split) -> dict[str, Any]:
    """Return the share read right of what was held out, by source and over all.

    Writers that may have been learnt from, in parts of a collection that names none, are told so.
    """
    metrics: dict[str, dict[str, Any]] = {}
    right = count = 0
    for source in parted.held_out:
        if (source.labels == len(recognizer.charset)).any():
            continue
        patches = draw_patches([source], recognizer.geometry, None)
        size = recognizer.geometry.size
        probabilities = recognizer.classify(patches.inputs.reshape(-1, size, size))
        hits = int((probabilities.argmax(axis=1) == patches.labels).sum())
        share = metrics.setdefault(source.name, {"right": 0, "count": 0})
        share["right"] += hits
        share["count"] += len(source)
        if may_be_known(source, parted.training):
            share["may_be_known"] = True
        right, count = right + hits, count + len(source)
    return {"held_out": metrics, "held_out_accuracy": right / count if count else None}


def _lineage(run: TrainingRun, parted: Split, result: TrainingResult) -> dict[str, Any]:
    """Return where the model comes from, as plain JSON values."""
    best = result.history[result.best_epoch - 1]
    return {
        "parent": run.parent.name if run.parent else None,
        "recipe": run.recipe.name,
        "command": run.command,
        "seed": run.seed,
        "program": f"ocrdesk {__version__}",
        "epochs": len(result.history),
        "best_epoch": result.best_epoch,
        "validation_accuracy": best.validation_accuracy,
        "training_characters": dict(_counts(parted.training)),
        "curves": [_curve_point(report) for report in result.history],
    }


def _counts(sources: Sequence[Characters]) -> Counter[str]:
    """Return how many characters there are by name; parts of several files may have the same."""
    counts: Counter[str] = Counter()
    for source in sources:
        counts[source.name] += len(source)
    return counts


def _curve_point(report: EpochReport) -> list[float | None]:
    return [
        round(value, 5) if value is not None else None
        for value in (
            report.training_loss,
            report.training_accuracy,
            report.validation_loss,
            report.validation_accuracy,
        )
    ]


__all__ = [
    "EpochReport",
    "ProgressReport",
    "StageReport",
    "TrainingReport",
    "TrainingRun",
    "gather",
    "measure",
    "train_recognizer",
]
