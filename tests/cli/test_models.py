"""``ocrdesk models`` names what can read and tells what each is."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.cli.model_facts import held_out_told, model_facts
from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.nn.reshape import Reshape
from ocrdesk.page.charset import Charset
from ocrdesk.paths import shipped_models_folder
from ocrdesk.services.model_store import load_model
from ocrdesk.services.profile_store import Profile, save_profile
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_weights import RowWeights
from ocrdesk.vision.patches import PatchGeometry
from tests.services.hands import written
from tests.services.row_making import row_reader

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_shipped_models_are_listed(process: Run) -> None:
    done = process("models", "list")
    rows = [line.split() for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert rows[0] == ["name", "reads", "from", "file"]
    assert ["print36", "A-Z", "0-9", "ocrdesk"] in [row[:4] for row in rows]
    assert ["print62", "A-Z", "0-9", "a-z", ".,-'!?:/", "ocrdesk"] in [row[:6] for row in rows]


def test_a_persons_own_model_comes_first(ocrdesk: Run, own_home: Path) -> None:
    (own_home / "models").mkdir()
    shutil.copy(shipped_models_folder() / "print36.npz", own_home / "models" / "mine.npz")
    (own_home / "models" / "torn.npz").write_bytes(b"PK")
    (own_home / "models" / "folder.npz").mkdir()
    done = ocrdesk("models", "list")
    rows = done.stdout.splitlines()
    assert rows[1].startswith("mine")
    assert rows[1].split()[3] == "you"
    assert "torn.npz" in rows[2]
    assert "cannot be read" in rows[2]
    assert "torn.npz" in done.stderr
    assert "folder" not in done.stdout


def test_a_model_with_damaged_weights_is_not_listed_as_sound(ocrdesk: Run, own_home: Path) -> None:
    (own_home / "models").mkdir()
    damaged = own_home / "models" / "print36.npz"
    with np.load(shipped_models_folder() / "print36.npz") as archive:
        arrays = {name: archive[name] for name in archive.files}
    arrays.pop(next(name for name in arrays if name != "header"))
    np.savez(damaged, **arrays)
    done = ocrdesk("models", "list")
    assert "cannot be read" in done.stdout.splitlines()[1]
    assert str(damaged) in done.stderr
    assert str(damaged) in ocrdesk("models", "show", "print36").stderr


def test_a_model_of_an_odd_name_stays_one_row(ocrdesk: Run, own_home: Path) -> None:
    odd = own_home / "models" / "two\nlines.npz"
    odd.parent.mkdir(parents=True)
    shutil.copy(shipped_models_folder() / "handout.npz", odd)
    rows = ocrdesk("models", "list").stdout.splitlines()
    assert rows[1].startswith("two lines  ")
    assert len(rows) == 5  # with the heading and the shipped ones
    told = ocrdesk("models", "show", str(odd)).stdout.splitlines()
    assert any(line.endswith("two lines.npz") for line in told)


def test_an_empty_name_is_not_the_default_model(ocrdesk: Run) -> None:
    done = ocrdesk("read", "page.png", "-m", "")
    assert done.returncode == 2
    assert "“” is not a model" in done.stderr


def test_a_model_tells_where_it_comes_from(ocrdesk: Run) -> None:
    done = ocrdesk("models", "show", "print36")
    assert done.returncode == 0
    assert "36 characters" in done.stdout
    for told in (
        "network:          input 784, convolution 16 (3 x 3) pooled, ",
        "command:          ocrdesk train --recipe print36 -o models/print36.npz",
        "right of the characters kept out to judge epochs",
        "right, on writers never seen in training:\n  unipen_strokes62 ",
        "print36.md",
    ):
        assert told in done.stdout
    for raw in ("True", "None", "{", "["):
        assert raw not in done.stdout


def test_writers_are_called_unseen_only_where_they_are() -> None:
    shares = {"valid": {"right": 1, "count": 4}, "test": {"right": 3, "count": 4}}
    assert held_out_told(shares).startswith("right, on writers never seen in training:\n  valid ")
    shares["test"]["may_be_known"] = True
    told = held_out_told(shares)
    assert "never seen" not in told
    assert "perhaps by writers that were learnt from:\n  valid  25.0%  of 4\n  test   75.0%" in told


def test_a_networks_layers_are_told_with_their_sizes() -> None:
    layers = [Reshape((8, 8)), Conv2d(4), Columns(), Conv2d(5, size=(1, 3)), Dense(2)]
    network = Network(layers, (64,))
    told = model_facts(Recognizer(network, Charset("AB"), PatchGeometry(8, 1)), "rows.npz")
    assert "input 64, convolution 4 (3 x 3), columns, convolution 5 (1 x 3), dense 2" in told


def test_a_network_of_rows_is_told_of_whatever_its_past_says() -> None:
    network = Network([Dense(2)], (64,))
    for past in ({}, {"rows": 5}, {"rows": {"training_rows": "many", "seed": 3}}):
        recognizer = Recognizer(
            network, Charset("AB"), PatchGeometry(8, 1), rows=row_reader(3), lineage=past
        )
        told = model_facts(recognizer, "m.npz")
        assert "reads rows:       as wholes too, 48 pixels high, letters 20" in told
        assert "rows network:     input 48x128, convolution 3 (3 x 3), batch_norm" not in told
        assert "convolution 12 (1 x 3)" in told
        assert "{" not in told
        assert "many" not in told
    assert "rows" not in model_facts(Recognizer(network, Charset("AB"), PatchGeometry(8, 1)), "m")


def test_how_large_networks_are_is_not_called_as_what_they_count() -> None:
    """“rows weights” and “row weights” stood one below the other."""
    network = Network([Dense(2)], (64,))
    reads = Recognizer(network, Charset("AB"), PatchGeometry(8, 1), rows=row_reader(3))
    labels = [line.partition(":")[0] for line in model_facts(reads, "m.npz").splitlines()]
    assert "parameters" in labels
    assert labels[labels.index("rows parameters") + 1] == "both count"
    assert not any("weights" in label for label in labels)


def test_an_unknown_model_is_named(ocrdesk: Run) -> None:
    done = ocrdesk("models", "show", "nobody")
    assert done.returncode == 5
    assert "nobody" in done.stderr


def test_the_networks_of_a_model_are_weighed(ocrdesk: Run, own_home: Path) -> None:
    done = ocrdesk("models", "weigh", "print36", "-o", "mine", "--letters=0.25", "--doubt", "2")
    path = own_home / "models" / "mine.npz"
    before, mine = load_model("print36"), load_model(str(path))
    assert before.rows is not None
    assert mine.rows is not None
    kept = before.rows.weights.rows
    assert mine.rows.weights == RowWeights(letters=0.25, rows=kept, doubt=2.0)
    assert done.stdout == f"letters 0.25, rows {kept:g}, doubt 2\nsaved {path}\n"
    for one, other in ((mine.network, before.network), (mine.rows.network, before.rows.network)):
        np.testing.assert_array_equal(one.parameters, other.parameters)
    told = ocrdesk("models", "show", "mine").stdout
    assert f"both count:       letters 0.25, rows {kept:g}, doubt 2\n" in told
    assert (
        "weighed:          ocrdesk models weigh print36 -o mine --letters=0.25 --doubt 2\n" in told
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("handout", "-o", "x", "--rows", "1"), "“handout” has no network of rows to weigh."),
        (("print36", "-o", "x", "--rows", "-1"), "“-1” is not a number from 0 to 10."),
        (("print36", "-o", "x", "--doubt", "nan"), "“nan” is not a number from 0 to 10."),
        (("print36", "-o", "x", "--letters", "11"), "“11” is not a number from 0 to 10."),
        (("print36", "-o", "print36", "--rows", "1"), "print36"),
        (("print36", "-o", "x"), "No weight is given."),
        (("print36", "-o", "x", "--rows", "0"), "A weight of 0.0 for rows makes no sense."),
        (("print36", "-o", "x", "--rows", "1_0"), "“1_0” is not a number from 0 to 10."),
        (("nobody", "-o", "x", "--rows", "1"), "no model called “nobody”"),
    ],
)
def test_what_cannot_be_weighed_is_told(
    ocrdesk: Run, own_home: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = ocrdesk("models", "weigh", *arguments)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(own_home.rglob("x.npz"))


def test_a_hand_is_never_replaced_by_a_model(ocrdesk: Run, own_home: Path) -> None:
    recognizer = load_model("print36")
    letters = written("ABC", recognizer.geometry)
    save_profile(Profile("Ann", recognizer, recognizer, letters))
    path = own_home / "models" / "Ann.npz"
    before = path.read_bytes()
    for output in ("Ann", str(path)):
        done = ocrdesk("models", "weigh", "print36", "-o", output, "--rows", "1", "--replace")
        assert done.returncode == 2
        assert "is a hand that was learnt: its letters would be lost." in done.stderr
    assert path.read_bytes() == before
