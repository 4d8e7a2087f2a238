"""Checkpoints lead to the same recognizer, and only from a training that is the same."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import OutputError, TrainingError
from ocrdesk.nn.activations import ReLU
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.initializers import he, xavier
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.optimizer import SGD, Adam
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.reports import EpochReport
from ocrdesk.nn.reshape import Reshape
from ocrdesk.nn.schedules import Constant
from ocrdesk.nn.state import State
from ocrdesk.page.charset import Charset
from ocrdesk.services import training
from ocrdesk.services.checkpoints import (
    FORMAT_VERSION,
    Checkpoint,
    checkpoint_file,
    discard_checkpoint,
    load_checkpoint,
    save_checkpoint,
)
from ocrdesk.services.model_store import save_model
from ocrdesk.services.own_hands import synthetic_characters
from ocrdesk.services.progress import run
from ocrdesk.services.recipes import Recipe, find_recipe
from ocrdesk.services.training import TrainingRun, train_recognizer
from ocrdesk.services.training_data import Characters
from ocrdesk.services.training_origin import fingerprint
from tests.damage import damaged


def _layers(classes: int) -> list[Layer]:
    return [Dense(24, initializer=he), ReLU(), Dropout(0.2), Dense(classes, initializer=he)]


_PRINT36 = find_recipe("print36").layers


def _recipe(name: str, **changes: Any) -> Recipe:
    small: dict[str, Any] = {"charset": Charset("LO.X"), "layers": _layers, "epochs": 4, "data": ()}
    if name == "handout":
        small["per_class"] = 40
    return replace(find_recipe(name), **{**small, **changes})


def _run(path: Path, recipe: Recipe, **changes: Any) -> TrainingRun:
    wanted = TrainingRun(recipe, "m", seed=3, command="first", checkpoint=path)
    return replace(wanted, **changes)


def _broken_off(wanted: TrainingRun, after: int) -> None:
    """Train until so many epochs were told, and no further."""
    steps = train_recognizer(wanted)
    for report in steps:
        if isinstance(report, EpochReport) and report.epoch == after:
            break
    steps.close()


def _model(path: Path, wanted: TrainingRun) -> bytes:
    save_model(path, run(train_recognizer(wanted)))
    return path.read_bytes()


_drawn: dict[str, Characters] = {}


def _draw_once(charset: Charset, rng: np.random.Generator) -> Characters:
    """Return what the program draws for this seed, drawn at its first training only."""
    key = f"{charset.characters} {rng.bit_generator.state}"
    if key not in _drawn:
        drawn = _drawn[key] = synthetic_characters(charset, rng)
        assert drawn.images is not None
        drawn.labels.flags.writeable = False
        for image in drawn.images:
            image.flags.writeable = False
    return _drawn[key]


@pytest.fixture(autouse=True)
def _drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share the drawn characters: they are two thirds of each of the 34 trainings here."""
    monkeypatch.setattr(training, "synthetic_characters", _draw_once)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return checkpoint_file(tmp_path / "m.npz")


@pytest.fixture(scope="module")
def after_two_epochs(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The content of a checkpoint of the assignment's recipe, made once."""
    path = checkpoint_file(tmp_path_factory.mktemp("kept") / "m.npz")
    _broken_off(_run(path, _recipe("handout")), 2)
    return path.read_bytes()


@pytest.fixture
def kept(path: Path, after_two_epochs: bytes) -> Path:
    """A checkpoint after two epochs, each test's own."""
    path.write_bytes(after_two_epochs)
    return path


def test_it_lies_beside_the_model() -> None:
    assert checkpoint_file(Path("a/b.c.npz")) == Path("a/b.c.checkpoint.npz")


@pytest.mark.parametrize("name", ["handout", "print36"])
def test_the_model_is_the_same_as_without_a_break(name: str, path: Path, tmp_path: Path) -> None:
    recipe = _recipe(name)
    whole = _model(tmp_path / "m.npz", _run(path, recipe, checkpoint=None))
    assert not path.exists()
    for after, is_resumed in ((1, False), (3, True), (4, True)):
        _broken_off(_run(path, recipe, is_resumed=is_resumed), after)
    # Nothing is left to learn, only to measure; the command told is the one that began it.
    resumed = _run(path, recipe, is_resumed=True, command="second")
    assert _model(tmp_path / "m.npz", resumed) == whole


def _convolutions(classes: int) -> list[Layer]:
    """Return the kinds of layers of ``print36``, thinner and fewer."""
    return [
        Reshape((28, 28)),
        *(Conv2d(4), BatchNorm(), ReLU(), MaxPool2d()),
        *(Conv2d(8), BatchNorm(), ReLU(), MaxPool2d()),
        *(Conv2d(8), BatchNorm(), ReLU()),
        Reshape((7 * 7 * 8,)),
        Dropout(0.3),
        Dense(16, initializer=he),
        ReLU(),
        Dropout(0.3),
        Dense(classes, initializer=xavier),
    ]


def test_shared_layers_go_on_too(path: Path, tmp_path: Path) -> None:
    kinds = [{type(layer) for layer in make(5)} for make in (_convolutions, _PRINT36)]
    assert kinds[0] == kinds[1]
    recipe = _recipe("print36", layers=_convolutions, epochs=2)
    whole = _model(tmp_path / "m.npz", _run(path, recipe, checkpoint=None))
    _broken_off(_run(path, recipe), 1)
    assert _model(tmp_path / "m.npz", _run(path, recipe, is_resumed=True)) == whole


def test_a_break_within_an_epoch_costs_that_epoch_only(path: Path, tmp_path: Path) -> None:
    recipe = _recipe("print36")
    whole = _model(tmp_path / "m.npz", _run(path, recipe, checkpoint=None))
    steps = train_recognizer(_run(path, recipe, report_seconds=1e-9))
    while getattr(next(steps), "epoch", 0) < 3:
        pass
    steps.close()
    assert len(load_checkpoint(path).state.facts["training"]["history"]) == 2
    assert _model(tmp_path / "m.npz", _run(path, recipe, is_resumed=True)) == whole


def test_it_holds_no_pickle(kept: Path) -> None:
    with np.load(kept, allow_pickle=False) as archive:
        assert all(archive[name].dtype != object for name in archive.files)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"seed": 4}, "seed 3 there, 4 here"),
        ({"seed": 4}, "other data"),
        ({"recipe": _recipe("handout", epochs=9)}, "epochs 4 there, 9 here"),
        ({"recipe": _recipe("handout", batch_size=8)}, "batch size 32 there, 8 here"),
        ({"recipe": _recipe("handout", charset=Charset("LXO."))}, 'charset "LO.X" there, "LXO."'),
        ({"recipe": _recipe("handout", schedule=Constant(0.2))}, "schedule"),
        ({"recipe": _recipe("handout", optimizer=lambda: SGD(momentum=0.5))}, "other optimizer"),
        ({"recipe": _recipe("handout", optimizer=Adam)}, "other optimizer"),
        ({"recipe": _recipe("handout", layers=lambda n: [Dense(n, initializer=he)])}, "layers"),
        ({"recipe": _recipe("print36")}, 'recipe "handout" there, "print36" here'),
    ],
)
def test_another_training_does_not_go_on_from_it(
    change: dict[str, Any], told: str, kept: Path
) -> None:
    before = kept.read_bytes()
    wanted = replace(_run(kept, _recipe("handout"), is_resumed=True), **change)
    with pytest.raises(TrainingError) as caught:
        run(train_recognizer(wanted))
    assert told in caught.value.message
    assert "begun by “first”" in caught.value.advice
    assert kept.read_bytes() == before


def _rewrite(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the header of a checkpoint."""
    with np.load(path) as archive:
        arrays = {name: archive[name] for name in archive.files}
    header = json.loads(str(arrays.pop("header")))
    change(header)
    np.savez(path, header=np.array(json.dumps(header)), **arrays)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda h: h.update(version=FORMAT_VERSION + 1), "another version"),
        (lambda h: h.update(format="ocrdesk-model"), "not an unfinished training"),
        (lambda h: h.update(facts=3), "incomplete"),
        (lambda h: h.pop("origin"), "incomplete"),
        (lambda h: h["origin"].update(numpy="1.0"), 'numpy "1.0" there'),
        (lambda h: h["origin"].update(program="ocrdesk 0"), 'program "ocrdesk 0" there'),
        (lambda h: h["facts"].pop("samples"), "samples"),
        (lambda h: h["facts"]["samples"].update(children=5), "drawn otherwise"),
        (lambda h: h["facts"]["training"].pop("learner"), "learner"),
        (lambda h: h["facts"]["training"]["history"].pop(), "best epoch"),
    ],
)
def test_a_checkpoint_that_does_not_fit_is_refused_with_advice(
    change: Callable[[dict[str, Any]], object], told: str, kept: Path
) -> None:
    _rewrite(kept, change)
    with pytest.raises(TrainingError, match=told) as caught:
        run(train_recognizer(_run(kept, _recipe("handout"), is_resumed=True)))
    assert "--restart" in caught.value.advice


def test_damage_anywhere_is_noticed_or_harmless(path: Path) -> None:
    state = State({"a": np.arange(40, dtype=np.float32)}, {"training": {"x": [1, 2.5]}})
    save_checkpoint(path, Checkpoint({"seed": 1}, "c", state))
    whole, rng, refused = path.read_bytes(), np.random.default_rng(3), 0
    for _ in range(200):
        path.write_bytes(damaged(whole, rng))
        try:
            found = load_checkpoint(path)
        except TrainingError:
            refused += 1
        else:
            assert found.origin == {"seed": 1}
            assert found.state.facts == state.facts
            np.testing.assert_array_equal(found.state.arrays["a"], state.arrays["a"])
    assert refused > 150


@pytest.mark.parametrize("content", [b"", b"not one at all", b"PK\x03\x04 broken"])
def test_foreign_bytes_are_refused(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    with pytest.raises(TrainingError, match=path.name):
        load_checkpoint(path)


def test_archives_of_something_else_are_refused(path: Path) -> None:
    np.savez(path, images=np.zeros((3, 28, 28)))
    with pytest.raises(TrainingError, match="not an unfinished training"):
        load_checkpoint(path)


def test_a_new_training_drops_what_lies_there(kept: Path) -> None:
    before = kept.read_bytes()
    steps = train_recognizer(_run(kept, _recipe("handout"), seed=9))
    next(steps)
    assert kept.read_bytes() == before
    steps.close()
    _broken_off(_run(kept, _recipe("handout"), seed=9), 1)
    assert load_checkpoint(kept).origin["seed"] == 9


def test_a_checkpoint_that_cannot_be_written_or_removed_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        _broken_off(_run(tmp_path / "no" / "m.checkpoint.npz", _recipe("handout")), 1)
    (tmp_path / "full").mkdir()
    with pytest.raises(OutputError, match="cannot be removed"):
        discard_checkpoint(tmp_path / "full")


def test_a_fingerprint_is_of_the_content() -> None:
    one = np.arange(6, dtype=np.float32)
    assert fingerprint([one]) == fingerprint([one.copy()])
    others = [one.astype(np.float64), one.reshape(2, 3), one[::-1], one[:5]]
    told = {fingerprint([other]) for other in [one, *others]}
    told |= {fingerprint([one, one]), fingerprint([[one], [one]]), fingerprint(one)}
    assert len(told) == 8
