"""``ocrdesk experiment`` writes figures, their numbers and a page that needs no other file."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_experiments_are_listed(process: Run) -> None:
    done = process("experiment", "list")
    assert done.returncode == 0
    names = [row.split()[0] for row in done.stdout.splitlines()]
    assert names[0] == "name"
    assert {"zero-start", "depth", "learning-rate", "convolution"} < set(names)


@pytest.fixture
def report(ocrdesk: Run, tmp_path: Path) -> tuple[str, Path]:
    done = ocrdesk(
        *("experiment", "learning-rate", "-o", tmp_path / "out"),
        *("--per-class", "8", "--epochs", "2", "--seed", "5"),
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, tmp_path / "out"


def test_figures_numbers_and_a_page_are_written(report: tuple[str, Path]) -> None:
    told, folder = report
    assert "Look at" in told
    assert "the assignment gives 76 %" in told
    assert {path.name for path in folder.iterdir()} == {
        "report.html",
        *(f"{name}.{kind}" for name in ("accuracy", "loss", "final") for kind in ("png", "csv")),
    }
    page = (folder / "report.html").read_text("utf-8")
    assert page.count("data:image/png;base64,") == 3
    assert not re.search(r'(src|href)="(?!data:)', page)
    assert "--seed 5" in page
    heading = (folder / "accuracy.csv").read_text("utf-8").splitlines()[0]
    assert heading == "epoch,a tenth: 0.01,as it is: 0.1,ten times: 1"


def test_given_files_are_learnt_from(ocrdesk: Run, letters: Path, tmp_path: Path) -> None:
    done = ocrdesk("experiment", "weights", "--data", letters, "--per-class", "10", "--epochs", "1")
    assert done.returncode == 0, done.stderr
    assert "letters.npz: " in done.stdout
    assert (tmp_path / "experiment-weights" / "report.html").is_file()


def test_what_is_missing_is_told_before_training(ocrdesk: Run, tmp_path: Path) -> None:
    unknown = ocrdesk("experiment", "alchemy")
    assert unknown.returncode == 2
    assert "zero-start" in unknown.stderr
    nothing = ocrdesk("experiment", "depth", "--data", OCRDESK_DATA=str(tmp_path))
    assert nothing.returncode == 2
    assert "leave --data out" in nothing.stderr


def test_a_folder_that_cannot_be_is_told_before_the_experiment(
    ocrdesk: Run, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    done = ocrdesk("experiment", "depth", "-o", tmp_path / "file" / "out", "--data", "no.npz")
    assert done.returncode == 6
    assert "cannot be made" in done.stderr
