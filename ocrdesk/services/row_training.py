"""From words and a recognizer of single letters to one that reads whole rows, too."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ocrdesk import __version__
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.folding import folded
from ocrdesk.nn.network import Network
from ocrdesk.nn.reports import Report, TrainingResult
from ocrdesk.nn.reshape import Reshape
from ocrdesk.nn.state import State, generator_facts, set_generator
from ocrdesk.nn.trainer import Losses, Training, TrainingSettings
from ocrdesk.services.checkpoints import load_checkpoint
from ocrdesk.services.kept_training import go_on, learned
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_canvases import CanvasLoss, RowCanvases, varied_rows
from ocrdesk.services.row_drawing import RowSample
from ocrdesk.services.row_network import RowNetwork
from ocrdesk.services.row_recipe import RowRecipe
from ocrdesk.services.row_weights import RowWeights
from ocrdesk.services.row_words import RowWords, gather_rows
from ocrdesk.services.strip_rows import strip_rows
from ocrdesk.services.training import StageReport
from ocrdesk.services.training_origin import row_origin

if TYPE_CHECKING:
    from ocrdesk.nn.layer import Json

_TILE = 256  # columns that are read at a time

RowReport = StageReport | Progress | Report


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTrainingRun:
    """What a training of rows needs beyond its recipe.

    ``parent`` gives the charset and keeps its network of single letters; ``words`` and
    ``characters`` are files of pen strokes (`services.row_words`), and ``strips`` is one of scans
    (`services.strip_rows`). Checkpoints are as in
    `services.training.TrainingRun`; ``may_share`` lets several processes draw, the model comes out
    the same.
    """

    recipe: RowRecipe
    parent: Recognizer
    words: Path
    characters: Path
    strips: Path | None = None
    seed: int = 1
    command: str = ""
    report_seconds: float | None = None
    may_share: bool = False
    checkpoint: Path | None = None
    is_resumed: bool = False


def train_rows(run: RowTrainingRun) -> Generator[RowReport, None, Recognizer]:
    """Draw the words, train, and return the parent with a network of rows beside its own.

    Raises ``DatasetError`` for data that cannot be used, ``TrainingError`` where numbers run away
    or a checkpoint does not fit, ``OutputError`` where none can be written.
    """
    recipe, charset = run.recipe, run.parent.charset
    kept = load_checkpoint(run.checkpoint) if run.checkpoint and run.is_resumed else None
    words = yield from _rows(run)
    starting, varying, learning, packing = np.random.default_rng(run.seed).spawn(4)
    network = row_network(recipe, len(charset) + 1, recipe.canvas, rng=starting)
    judged = RowCanvases(words.validation, charset, recipe.geometry, recipe.canvas, packing)
    source = _Varied(words, run, varying)
    losses = Losses(source.loss, CanvasLoss(charset, judged))
    training = Training(network, source, judged, _settings(run), learning, losses)
    origin = row_origin(recipe, run.seed, run.parent, network, words) if run.checkpoint else {}
    if kept is not None:
        go_on(run, kept, origin, source, training)
        run = replace(run, command=kept.command)
        yield StageReport(f"Going on after epoch {len(training.history)} of {recipe.epochs}")
    result = yield from learned(run, origin, source, training)
    before = run.parent.rows
    rows = RowNetwork(
        for_tiles(folded(network), recipe),
        len(charset) + 1,
        recipe.geometry,
        weights=RowWeights() if before is None else before.weights,
    )
    lineage = {**run.parent.lineage, "rows": _lineage(run, words, result)}
    return replace(run.parent, rows=rows, lineage=lineage)


def _rows(run: RowTrainingRun) -> Generator[RowReport, None, RowWords]:
    """Return the rows of all files."""
    recipe, charset, strips = run.recipe, run.parent.charset, RowWords([], [])
    if run.strips is not None:
        strips = yield from strip_rows(run.strips, run.parent, recipe)
    words = yield from gather_rows(
        run.words, run.characters, charset, recipe, seed=run.seed, may_share=run.may_share
    )
    own = strips.training * recipe.strips
    return RowWords(words.training + own, words.validation + strips.validation)


def row_network(
    recipe: RowRecipe, classes: int, width: int, *, rng: np.random.Generator | None = None
) -> Network:
    """Return the recipe's network for pictures of that width."""
    frames = width // recipe.geometry.stride
    layers = [*recipe.layers(classes), Reshape((frames * classes,))]
    return Network(layers, (recipe.geometry.height, width), rng=rng)


def for_tiles(network: Network, recipe: RowRecipe) -> Network:
    """Return the same network for tiles, its weights as exact as 16 bits are.

    They are kept so, in half the room.
    """
    descriptions, arrays = network.state()
    stride = recipe.geometry.stride
    classes = network.classes * stride // network.input_shape[1]
    tile: list[Json] = [recipe.geometry.height, _TILE]
    descriptions[0] = {**descriptions[0], "shape": tile}
    descriptions[-1] = {**descriptions[-1], "shape": [_TILE // stride * classes]}
    return Network.from_state(descriptions, {n: _halved(array) for n, array in arrays.items()})


def _halved(array: Array) -> Array:
    """Return the numbers as 16 bits hold them; those too large for these stay."""
    with np.errstate(over="ignore"):
        half = array.astype(np.float16).astype(np.float32)
    return np.where(np.isfinite(half), half, array)


class _Varied:
    """The training source: all rows varied anew each epoch, and packed anew."""

    def __init__(self, words: RowWords, run: RowTrainingRun, rng: np.random.Generator) -> None:
        self._rows, self._rng, self._recipe = words.training, rng, run.recipe
        self._charset = run.parent.charset
        self.loss = CanvasLoss(self._charset, self._packed(words.training[:1]))

    def __call__(self, epoch: int, rng: np.random.Generator) -> RowCanvases:  # noqa: ARG002
        self.loss.canvases = self._packed(varied_rows(self._rows, self._rng))
        return self.loss.canvases

    def _packed(self, rows: Sequence[RowSample]) -> RowCanvases:
        recipe = self._recipe
        return RowCanvases(rows, self._charset, recipe.geometry, recipe.canvas, self._rng)

    def state(self) -> State:
        """Return where the varying stands."""
        return State(facts=generator_facts(self._rng))

    def load(self, state: State) -> None:
        """Vary on from where `state` was told."""
        set_generator(self._rng, state.facts)


def _settings(run: RowTrainingRun) -> TrainingSettings:
    return TrainingSettings(
        epochs=run.recipe.epochs,
        batch_size=run.recipe.batch_size,
        optimizer=run.recipe.optimizer(),
        schedule=run.recipe.schedule,
        report_seconds=run.report_seconds,
    )


def _lineage(run: RowTrainingRun, words: RowWords, result: TrainingResult) -> dict[str, Any]:
    """Return where the network of rows comes from, as plain JSON values."""
    best = result.history[result.best_epoch - 1]
    return {
        "command": run.command,
        "seed": run.seed,
        "program": f"ocrdesk {__version__}",
        "epochs": len(result.history),
        "best_epoch": result.best_epoch,
        "validation_rows_right": best.validation_accuracy,
        "training_rows": len(words.training),
        "validation_rows": len(words.validation),
    }
