"""``ocrdesk train-rows``: a network of rows beside the letters of a model, saved with them."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.nn.reports import EpochReport
from ocrdesk.paths import shipped_models_folder
from ocrdesk.services.checkpoints import checkpoint_file
from ocrdesk.services.model_store import load_model
from ocrdesk.services.row_training import RowTrainingRun, train_rows
from tests.services.row_making import SMALL, write_row_data

Run = Callable[..., subprocess.CompletedProcess[str]]

FEW = ("--epochs", "2", "--composed", "4")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A file of words and one of characters."""
    return write_row_data(tmp_path_factory.mktemp("rows"))


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command, run in here, train a small network: the recipe's takes seconds."""
    monkeypatch.setattr("ocrdesk.services.row_recipe.RowRecipe", lambda: SMALL)


@pytest.fixture
def command(data: tuple[Path, Path]) -> tuple[str, ...]:
    """The command without its output."""
    words, characters = map(str, data)
    return ("train-rows", "--words", words, "--characters", characters, *FEW, "--from", "print36")


def test_a_model_learns_to_read_rows_and_tells_of_it(
    process: Run, ocrdesk: Run, command: tuple[str, ...], own_home: Path, part: Path
) -> None:
    done = process(*command, "--epochs=1", "-o", "mine")
    model = own_home / "models" / "mine.npz"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "Telling writers apart ...\nDrawing words ...\nright: of the rows"
    )
    assert done.stdout.count("right: of the rows") == 1
    assert "\nepoch 1/1  loss " in done.stdout
    assert done.stdout.endswith(f"saved {model}\n")
    assert not checkpoint_file(model).exists()
    trained, before = load_model(str(model)), load_model("print36")
    assert trained.rows is not None
    np.testing.assert_array_equal(trained.network.parameters, before.network.parameters)
    assert trained.metrics == before.metrics
    shown = ocrdesk("models", "show", "mine").stdout
    for told in (
        "reads rows:       as wholes too, 48 pixels high, letters 20\n",
        "rows network:     input 48x256, convolution 16 (3 x 3)",
        "rows command:     ocrdesk train-rows --words ",
        "rows epochs:      1, the best was 1\n",
        "% right of 2 rows of the writers that chose the epoch, without words\n",
        "rows learnt:      36 rows of words, composed words and, if given, strips\n",
        "command:          ocrdesk train --recipe print36",
        "never seen in training:\n  unipen_strokes62 ",
    ):
        assert told in shown
    assert not set("{}[]") & set(shown)
    assert process("read", str(part), "-m", "mine").returncode == 0


def test_help_tells_what_it_does(ocrdesk: Run) -> None:
    told = ocrdesk("train-rows", "--help")
    assert told.returncode == 0
    for option in (
        "--from MODEL",
        "--words FILE",
        "--characters FILE",
        "--resume",
        "--composed N",
        "--strips [FILE]",
    ):
        assert option in told.stdout
    assert "train-rows" in ocrdesk("--help").stdout


def test_nothing_is_replaced_unasked(
    ocrdesk: Run, command: tuple[str, ...], own_home: Path, tmp_path: Path
) -> None:
    (own_home / "models").mkdir()
    own, file = own_home / "models" / "mine.npz", tmp_path / "file.npz"
    for path in (own, file):
        shutil.copy(shipped_models_folder() / "print36.npz", path)
    before = own.read_bytes()
    for output in ("mine", str(file), "print36", command[2]):
        done = ocrdesk(*command, "-o", output)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
    assert own.read_bytes() == file.read_bytes() == before
    assert "--replace" in ocrdesk(*command, "-o", "mine").stderr


@pytest.mark.usefixtures("_small")
def test_a_model_may_be_taught_in_its_place(
    ocrdesk: Run, command: tuple[str, ...], own_home: Path
) -> None:
    (own_home / "models").mkdir()
    own = own_home / "models" / "mine.npz"
    shutil.copy(shipped_models_folder() / "print36.npz", own)
    done = ocrdesk(*command[:-1], "mine", "-o", "mine", "--replace", "--seed", "3")
    assert (done.returncode, done.stderr) == (0, "")
    taught = load_model("mine")
    assert taught.rows is not None
    assert taught.lineage["rows"]["seed"] == 3


@pytest.mark.parametrize(
    ("changes", "code", "told"),
    [
        ({"--from": "nobody"}, 5, "no model called “nobody”"),
        ({"--words": "no.npz"}, 4, "There is no file “no.npz”"),
        ({"--characters": "no.npz"}, 4, "There is no file “no.npz”"),
        ({"--epochs": "0"}, 2, "--epochs"),
        ({"--composed": "0"}, 2, "--composed"),
        ({"--seed": "-1"}, 2, "--seed"),
        ({"-o": "model.txt"}, 2, "ends in .npz"),
        ({"-o": "missing/model.npz"}, 6, "no folder"),
        ({"-o": ""}, 2, "cannot be the name of a model"),
        ({"--resume": ""}, 2, "no interrupted training"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    ocrdesk: Run, command: tuple[str, ...], changes: dict[str, str], code: int, told: str
) -> None:
    given = [f"{name}={value}" if value else name for name, value in changes.items()]
    if "-o" in changes:
        given = ["-o", changes["-o"]]
    done = ocrdesk(*command, "-o", "mine", *given)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_output_and_parent_are_wanted(ocrdesk: Run) -> None:
    for given in ((), ("-o", "mine"), ("--from", "print36")):
        done = ocrdesk("train-rows", *given)
        assert done.returncode == 2
        assert "needs" in done.stderr


def test_without_data_their_files_are_named(ocrdesk: Run) -> None:
    done = ocrdesk("train-rows", "--from", "print36", "-o", "mine", OCRDESK_DATA="nowhere")
    assert done.returncode == 4
    assert "unipen_words.npz" in done.stderr
    assert "OCRDESK_DATA" in done.stderr


@pytest.mark.usefixtures("_small")
def test_an_interrupted_training_goes_on_to_the_same_file(
    ocrdesk: Run, command: tuple[str, ...], data: tuple[Path, Path], own_home: Path
) -> None:
    assert ocrdesk(*command, "-o", "whole").returncode == 0
    checkpoint = checkpoint_file(own_home / "models" / "mine.npz")
    steps = train_rows(
        RowTrainingRun(
            recipe=replace(SMALL, composed=4),
            parent=load_model("print36"),
            words=data[0],
            characters=data[1],
            command=f"ocrdesk {' '.join(command)} -o whole",
            checkpoint=checkpoint,
        )
    )
    while not isinstance(next(steps), EpochReport):
        pass
    steps.close()
    kept = checkpoint.read_bytes()
    unasked = ocrdesk(*command, "-o", "mine")
    other = ocrdesk(*command, "-o", "mine", "--resume", "--seed", "2")
    assert (unasked.returncode, other.returncode) == (2, 7)
    assert "--resume to go on with it, or --restart" in unasked.stderr
    assert "seed 1 there, 2 here" in other.stderr
    assert checkpoint.read_bytes() == kept
    resumed = ocrdesk(*command, "-o", "mine", "--resume")
    assert (resumed.returncode, resumed.stderr) == (0, "")
    assert "Going on after epoch 1 of 2 ..." in resumed.stdout
    assert "epoch 1/2" not in resumed.stdout
    assert not checkpoint.exists()
    models = own_home / "models"
    assert (models / "mine.npz").read_bytes() == (models / "whole.npz").read_bytes()


def test_an_interrupt_tells_how_to_go_on(
    ocrdesk: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: RowTrainingRun) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ocrdesk.services.row_training.train_rows", broken)
    done = ocrdesk(*command, "-o", "mine")
    assert done.returncode == 130
    assert done.stderr == "ocrdesk: Interrupted before an epoch was done: nothing is kept.\n"


def test_strips_are_looked_for_where_the_data_are(
    process: Run, command: tuple[str, ...], tmp_path: Path
) -> None:
    for strips, named in ((("--strips",), "name_strips.zip"), (("--strips", "own.zip"), "own.zip")):
        done = process(*command, "-o", "mine", *strips, OCRDESK_DATA=str(tmp_path / "data"))
        assert done.returncode != 0
        assert named in done.stderr
        assert (str(tmp_path / "data") in done.stderr) == (named != "own.zip")
