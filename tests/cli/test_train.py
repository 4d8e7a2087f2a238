"""``ocrdesk train``: a small model, saved where it can be found again."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.cli import train
from ocrdesk.paths import shipped_models_folder
from ocrdesk.services.model_store import load_model
from ocrdesk.services.recipes import RECIPES
from ocrdesk.services.writer_sides import Side, side_by_lot

Run = Callable[..., subprocess.CompletedProcess[str]]

JUDGES = tuple(name for name in map(str, range(99)) if side_by_lot(name) is Side.VALIDATION)
"""Writers whose lot is to choose the epoch."""


def test_the_offered_recipes_are_those_there_are() -> None:
    assert set(train._RECIPES) == set(RECIPES)


def test_a_small_model_is_trained_and_found_by_its_name(
    process: Run, ocrdesk: Run, own_home: Path
) -> None:
    done = process("train", "--synthetic", "--recipe", "handout", "--epochs", "2", "-o", "mine")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Making up hand print ...\n")
    assert "epoch 2/2" in done.stdout
    assert "never seen in training" in done.stdout
    assert done.stdout.endswith(f"saved {own_home / 'models' / 'mine.npz'}\n")
    shown = ocrdesk("models", "show", "mine").stdout
    assert " ocrdesk train --synthetic --recipe handout --epochs 2 -o mine\n" in shown


def test_without_data_it_trains_on_nothing_else_unasked(ocrdesk: Run, tmp_path: Path) -> None:
    done = ocrdesk("train", "--recipe", "handout", "-o", "m.npz", OCRDESK_DATA="nowhere")
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "--synthetic" in done.stderr
    assert not (tmp_path / "m.npz").exists()


def test_pictures_on_their_side_are_turned_on_demand(
    ocrdesk: Run, own_home: Path, letters: Path, tmp_path: Path
) -> None:
    with np.load(letters) as upright:
        parts = {name: upright[name] for name in upright.files}
    np.savez(tmp_path / "emnist.npz", **{**parts, "images": parts["images"].transpose(0, 2, 1)})

    def trained(name: str, path: Path, *options: str) -> np.ndarray:
        recipe = ("--recipe", "handout", "--epochs", "1", "-o", name)
        done = ocrdesk("train", "--data", path, *options, *recipe)
        assert (done.returncode, done.stderr) == (0, "")
        return load_model(name).network.parameters

    straight = trained("upright", letters)
    np.testing.assert_array_equal(trained("a", tmp_path / "emnist.npz", "--transpose"), straight)
    assert not np.array_equal(trained("b", tmp_path / "emnist.npz"), straight)


@pytest.mark.parametrize("writers", [("Ann", "Bob", "Cid", "Dan", "Eve"), JUDGES[:5], JUDGES[:6]])
def test_five_named_writers_are_learnt_from_judge_and_are_measured_on(
    ocrdesk: Run, own_home: Path, letters: Path, tmp_path: Path, writers: tuple[str, ...]
) -> None:
    with np.load(letters) as file:
        images, labels = file["images"], file["labels"]
    names = np.array([writers[n // 3 % len(writers)] for n in range(len(labels))])
    for path, order in (("a.npz", slice(None)), ("b.npz", slice(None, None, -1))):
        kept = {"images": images[order], "labels": labels[order], "writer": names[order]}
        np.savez(tmp_path / path, **kept)
    recipe = ("--recipe", "handout", "--epochs", "1", "-o", "few")
    done = ocrdesk("train", "--data", tmp_path / "a.npz", *recipe)
    assert (done.returncode, done.stderr) == (0, "")
    assert "writers are named" not in done.stdout
    model = load_model("few")
    (learnt,) = model.lineage["training_characters"].values()
    (held_out,) = model.metrics["held_out"].values()
    assert "may_be_known" not in held_out
    assert 2 * learnt >= len(labels) > learnt + held_out["count"]
    for path in ("a.npz", "b.npz"):
        options = ("-m", "few", "--writers", "held-out", "--json")
        told = ocrdesk("evaluate", "characters", tmp_path / path, *options)
        overall = json.loads(told.stdout)["overall"]
        assert (overall["right"], overall["count"]) == (held_out["right"], held_out["count"])


def test_an_own_model_is_replaced_only_when_asked(
    ocrdesk: Run, own_home: Path, letters: Path
) -> None:
    recipe = ("--recipe", "handout", "--epochs", "1")
    command = ("train", "--data", str(letters), *recipe, "-o", "mine")
    assert ocrdesk(*command).returncode == 0
    first = (own_home / "models" / "mine.npz").read_bytes()
    refused = ocrdesk(*command, "--seed", "2")
    assert refused.returncode == 2
    assert "--replace" in refused.stderr
    assert (own_home / "models" / "mine.npz").read_bytes() == first
    assert ocrdesk(*command, "--seed", "2", "--replace").returncode == 0
    assert (own_home / "models" / "mine.npz").read_bytes() != first


@pytest.mark.parametrize(("output", "code"), [("model.txt", 2), ("missing/model.npz", 6)])
def test_a_place_that_cannot_be_is_refused_before_training(
    ocrdesk: Run, output: str, code: int
) -> None:
    done = ocrdesk("train", "--synthetic", "-o", output)
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1


def test_a_folder_that_cannot_be_made_is_refused_before_training(
    ocrdesk: Run, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.npz").mkdir()
    for output, home in (("mine", "file"), ("folder.npz", "home")):
        done = ocrdesk("train", "--synthetic", "-o", output, OCRDESK_HOME=str(tmp_path / home))
        assert (done.returncode, done.stdout) == (6, "")
        assert done.stderr.count("\n") == 1
        assert "folder" in done.stderr


def test_data_that_is_not_there_is_named(ocrdesk: Run) -> None:
    done = ocrdesk("train", "--data", "letters.npz", "-o", "mine")
    assert done.returncode == 4
    assert "letters.npz" in done.stderr


@pytest.mark.parametrize(("option", "value"), [("--epochs", "0"), ("--seed", "-1")])
def test_a_number_that_makes_no_sense_is_refused(ocrdesk: Run, option: str, value: str) -> None:
    done = ocrdesk("train", "--synthetic", f"{option}={value}", "-o", "mine")
    assert done.returncode == 2
    assert option in done.stderr


def test_the_name_of_a_shipped_model_is_refused(ocrdesk: Run, own_home: Path) -> None:
    done = ocrdesk("train", "--synthetic", "--epochs", "1", "-o", "print36")
    assert done.returncode == 2
    assert "ships with ocrdesk" in done.stderr
    assert not (own_home / "models" / "print36.npz").exists()


def test_no_file_is_overwritten_unasked(ocrdesk: Run, tmp_path: Path) -> None:
    letters, model = tmp_path / "letters.npz", tmp_path / "model.npz"
    np.savez(letters, images=np.zeros((4, 28, 28), np.uint8), labels=np.array(list("ABAB")))
    shutil.copy(shipped_models_folder() / "handout.npz", model)
    before = letters.read_bytes(), model.read_bytes()
    own = ocrdesk("train", "--data", str(letters), "-o", str(letters), "--replace")
    assert own.returncode == 2
    assert "is not a model" in own.stderr
    unasked = ocrdesk("train", "--synthetic", "-o", str(model))
    assert unasked.returncode == 2
    assert "--replace" in unasked.stderr
    assert (letters.read_bytes(), model.read_bytes()) == before


@pytest.mark.parametrize("name", ["", "..", ".hidden", ".", "two\nlines", "\x1b[2J.npz"])
def test_a_model_needs_a_name(ocrdesk: Run, name: str) -> None:
    done = ocrdesk("train", "--synthetic", "-o", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be the name of a model" in done.stderr


def test_a_training_may_begin_with_the_weights_of_a_model(
    ocrdesk: Run, own_home: Path, letters: Path
) -> None:
    command = ("train", "--data", str(letters), "--recipe", "handout", "--epochs", "1")
    assert ocrdesk(*command, "-o", "first").returncode == 0
    assert ocrdesk(*command, "--from", "first", "-o", "second").returncode == 0
    first, second = (load_model(str(own_home / "models" / f"{n}.npz")) for n in ("first", "second"))
    assert second.lineage["parent"] == "first"
    start = np.abs(first.network.parameters).mean()
    moved = np.abs(second.network.parameters - first.network.parameters).mean()
    assert start / 1000 < moved < start / 4
    other = ocrdesk(*command, "--recipe", "print36", "--from", "first", "-o", "x")
    assert other.returncode == 2
    assert "patches of 32 pixels" in other.stderr
    missing = ocrdesk(*command, "--from", "", "-o", "x")
    assert missing.returncode != 0
    assert "no model called" in missing.stderr
