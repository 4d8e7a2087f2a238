"""A training of rows: the parent stays, what is learnt beside it is told, breaks cost nothing."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import OutputError, TrainingError
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import SGD
from ocrdesk.nn.reports import EpochReport
from ocrdesk.nn.schedules import Constant
from ocrdesk.page.charset import PRINT36, PRINT62, Charset
from ocrdesk.services import row_training
from ocrdesk.services.checkpoints import checkpoint_file, load_checkpoint
from ocrdesk.services.model_store import load_model, save_model
from ocrdesk.services.progress import Progress, run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_recipe import RowRecipe, row_layers
from ocrdesk.services.row_training import (
    RowReport,
    RowTrainingRun,
    for_tiles,
    row_network,
    train_rows,
)
from ocrdesk.services.row_weights import RowWeights
from ocrdesk.services.row_words import RowWords, gather_rows
from ocrdesk.services.training import StageReport
from tests.services.row_making import SMALL, letter_reader, row_reader, write_row_data

RECIPE = replace(SMALL, epochs=3)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_row_data(tmp_path_factory.mktemp("rows"))


@pytest.fixture(scope="module")
def words(data: tuple[Path, Path]) -> RowWords:
    """What each of these trainings learns from: to draw it takes longer than to learn it."""
    return run(gather_rows(*data, PRINT36, RECIPE, seed=1))


@pytest.fixture(autouse=True)
def _drawn_once(words: RowWords, monkeypatch: pytest.MonkeyPatch) -> None:
    def gathered(*arguments: Any, seed: int, **_: Any) -> Generator[Progress, None, RowWords]:
        yield Progress("Drawing words", 0.5)
        training = words.training if arguments[3].composed else words.training[:8]
        return RowWords(training[seed - 1 :], words.validation)

    monkeypatch.setattr(row_training, "gather_rows", gathered)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return checkpoint_file(tmp_path / "m.npz")


def _run(path: Path | None = None, **changes: Any) -> RowTrainingRun:
    wanted = RowTrainingRun(
        recipe=RECIPE,
        parent=letter_reader(),
        words=Path("words.npz"),
        characters=Path("characters.npz"),
        command="ocrdesk train-rows",
        checkpoint=path,
    )
    return replace(wanted, **changes)


def _arrays(recognizer: Recognizer) -> dict[str, Any]:
    assert recognizer.rows is not None
    return recognizer.rows.network.state()[1]


def _same(one: Recognizer, other: Recognizer) -> None:
    first, second = _arrays(one), _arrays(other)
    assert first.keys() == second.keys()
    for name, array in first.items():
        np.testing.assert_array_equal(array, second[name])


def _broken_off(wanted: RowTrainingRun, after: int) -> None:
    """Train until so many epochs were told, and no further."""
    steps = train_rows(wanted)
    for report in steps:
        if isinstance(report, EpochReport) and report.epoch == after:
            break
    steps.close()


_done: dict[str, Recognizer] = {}
_begun: dict[str, bytes] = {}


@pytest.fixture
def whole() -> Recognizer:
    """The same training without a break, trained once."""
    if "whole" not in _done:
        _done["whole"] = run(train_rows(_run()))
    return _done["whole"]


@pytest.fixture
def kept(path: Path) -> Path:
    """A checkpoint after one epoch, learnt once and each test's own."""
    if "epoch" not in _begun:
        _broken_off(_run(path), 1)
        _begun["epoch"] = path.read_bytes()
    path.write_bytes(_begun["epoch"])
    return path


def test_the_parent_stays_as_it_is(whole: Recognizer) -> None:
    parent = letter_reader()
    assert whole.rows is not None
    np.testing.assert_array_equal(whole.network.parameters, parent.network.parameters)
    assert (whole.charset, whole.geometry, whole.metrics) == (
        parent.charset,
        parent.geometry,
        parent.metrics,
    )
    assert {name: told for name, told in whole.lineage.items() if name != "rows"} == parent.lineage
    assert "rows" not in parent.lineage
    assert whole.rows.classes == len(PRINT36) + 1
    assert whole.rows.geometry == RECIPE.geometry


def test_its_origin_is_told(whole: Recognizer, words: RowWords) -> None:
    told = whole.lineage["rows"]
    assert told["command"] == "ocrdesk train-rows"
    assert (told["seed"], told["epochs"]) == (1, 3)
    assert 1 <= told["best_epoch"] <= 3
    assert told["program"].startswith("ocrdesk ")
    assert told["training_rows"] == len(words.training)
    assert told["validation_rows"] == len(words.validation)
    assert 0 <= told["validation_rows_right"] <= 1


def test_reports_come_in_their_order() -> None:
    told: list[RowReport] = []
    run(train_rows(_run()), told.append)
    assert isinstance(told[0], Progress)
    epochs = [report for report in told if isinstance(report, EpochReport)]
    assert [report.epoch for report in epochs] == [1, 2, 3]
    assert epochs[-1].training_loss < epochs[0].training_loss
    assert all(report.validation_loss is not None for report in epochs)


def test_the_same_seed_gives_the_same_network(whole: Recognizer) -> None:
    _same(run(train_rows(_run())), whole)
    other = _arrays(run(train_rows(_run(seed=2))))
    assert any(not np.array_equal(array, other[name]) for name, array in _arrays(whole).items())


def test_it_learns_to_read_rows(words: RowWords) -> None:
    """A few words by heart, with the recipe's way of learning."""
    recipe = replace(RECIPE, epochs=25, schedule=Constant(0.01), batch_size=1, composed=0)
    told: list[RowReport] = []
    run(train_rows(_run(recipe=recipe)), told.append)
    losses = [report.training_loss for report in told if isinstance(report, EpochReport)]
    assert losses[-1] < 0.6 * losses[0]


def test_its_weights_are_as_exact_as_16_bits(whole: Recognizer, tmp_path: Path) -> None:
    for array in _arrays(whole).values():
        np.testing.assert_array_equal(array, array.astype(np.float16).astype(np.float32))
    save_model(tmp_path / "m.npz", whole)
    _same(load_model(str(tmp_path / "m.npz")), whole)


def test_the_network_of_tiles_is_that_of_the_canvas() -> None:
    network = row_network(RECIPE, 5, 192, rng=np.random.default_rng(0))
    network.parameters[:] = network.parameters.astype(np.float16)
    tiles = for_tiles(network, RECIPE)
    assert tiles.input_shape == (48, 256)
    strip = np.zeros((1, 48, 256), np.float32)
    strip[:, :, 32:160] = np.random.default_rng(1).random((48, 128))
    one = network.logits(np.ascontiguousarray(strip[:, :, :192])).reshape(-1, 5)
    other = tiles.logits(strip).reshape(-1, 5)
    np.testing.assert_allclose(other[:40], one[:40], atol=1e-5)


def test_weights_that_16_bits_cannot_hold_stay() -> None:
    network = row_network(RECIPE, 5, 192, rng=np.random.default_rng(0))
    network.parameters[0] = 1e6
    assert for_tiles(network, RECIPE).parameters.max() == 1e6


def test_frames_of_the_recipe_see_two_letters_to_either_side() -> None:
    """As far as `services.row_network` takes them to."""
    network = row_network(RowRecipe(), 3, 160, rng=np.random.default_rng(0))
    for layer in network.layers:
        if isinstance(layer, BatchNorm):
            assert layer.parameters
    paper = np.zeros((1, 48, 160), np.float32)
    usual = network.logits(paper).reshape(40, 3)
    for column in (80, 83):
        dotted = paper.copy()
        dotted[:, :, column] = 1
        changed = np.flatnonzero((network.logits(dotted).reshape(40, 3) != usual).any(axis=1))
        assert changed[0] >= (column - 39) // 4
        assert changed[-1] <= (column + 39) // 4
        assert changed[-1] - changed[0] >= 17
    assert len(row_layers(3)) == len(network.layers) - 1


def test_a_broken_off_training_goes_on_to_the_same_weights(path: Path, whole: Recognizer) -> None:
    for after, is_resumed in ((1, False), (2, True), (3, True)):
        _broken_off(_run(path, is_resumed=is_resumed), after)
        assert len(load_checkpoint(path).state.facts["training"]["history"]) == after
    told: list[RowReport] = []
    # Nothing is left to learn; the command told is the one that began it.
    resumed = run(train_rows(_run(path, is_resumed=True, command="second")), told.append)
    _same(resumed, whole)
    assert resumed.lineage == whole.lineage
    assert StageReport("Going on after epoch 3 of 3") in told


def test_a_break_within_an_epoch_costs_that_epoch_only(path: Path, whole: Recognizer) -> None:
    steps = train_rows(_run(path, report_seconds=1e-9))
    while getattr(next(steps), "epoch", 0) < 3:
        pass
    steps.close()
    assert len(load_checkpoint(path).state.facts["training"]["history"]) == 2
    _same(run(train_rows(_run(path, is_resumed=True))), whole)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"seed": 2}, "seed 1 there, 2 here"),
        ({"seed": 2}, "other data"),
        ({"recipe": replace(RECIPE, epochs=9)}, "epochs 3 there, 9 here"),
        ({"recipe": replace(RECIPE, canvas=256)}, "canvas 192 there, 256 here"),
        ({"recipe": replace(RECIPE, strength=0.7)}, "strength 0.6 there, 0.7 here"),
        ({"recipe": replace(RECIPE, composed=0)}, "composed 12 there, 0 here"),
        ({"recipe": replace(RECIPE, schedule=Constant(0.1))}, "schedule"),
        ({"recipe": replace(RECIPE, optimizer=SGD)}, "other optimizer"),
        ({"recipe": replace(RECIPE, layers=row_layers)}, "layers"),
        ({"parent": letter_reader(Charset(PRINT36.characters[::-1]))}, "charset"),
        ({"parent": None}, "parent"),
    ],
)
def test_another_training_does_not_go_on_from_it(
    kept: Path, change: dict[str, Any], told: str
) -> None:
    before = kept.read_bytes()
    if change.get("parent", kept) is None:
        other = letter_reader()
        other.network.parameters[0] += 1
        change = {"parent": other}
    with pytest.raises(TrainingError) as caught:
        run(train_rows(_run(kept, is_resumed=True, **change)))
    assert told in caught.value.message
    assert "begun by “ocrdesk train-rows”" in caught.value.advice
    assert kept.read_bytes() == before


def test_a_network_of_rows_that_was_there_is_replaced(whole: Recognizer) -> None:
    weights = RowWeights(letters=0.3, rows=0.7, doubt=1.5)
    parent = letter_reader(rows=replace(row_reader(), weights=weights))
    anew = run(train_rows(_run(parent=parent)))
    _same(anew, whole)
    assert anew.rows is not None
    assert anew.rows.weights == weights != RowWeights()


def test_a_checkpoint_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        _broken_off(_run(tmp_path / "no" / "m.checkpoint.npz"), 1)


def test_without_rows_that_fit_nothing_is_trained(
    monkeypatch: pytest.MonkeyPatch, words: RowWords
) -> None:
    for empty in (RowWords([], words.validation), RowWords(words.training, [])):

        def gathered(
            *_: Any, found: RowWords = empty, **__: Any
        ) -> Generator[Progress, None, RowWords]:
            yield Progress("Drawing words", 0.5)
            return found

        monkeypatch.setattr(row_training, "gather_rows", gathered)
        with pytest.raises(TrainingError, match=r"There are no \w+ samples"):
            run(train_rows(_run()))


def test_all_characters_of_the_charset_have_a_class(whole: Recognizer) -> None:
    recipe = RowRecipe()
    assert isinstance(row_network(recipe, len(PRINT62) + 1, recipe.canvas), Network)
    assert whole.rows is not None
    assert whole.rows.frames([np.zeros((48, 40), np.uint8)])[0].shape == (10, len(PRINT36) + 1)
