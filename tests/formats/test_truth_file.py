"""What is written on test pages, and what is wrong with a file that does not tell."""

import json
import os
from pathlib import Path

import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.formats.truth_file import PageTruth, read_truth


def _write(folder: Path, content: object) -> Path:
    (folder / "truth.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "a.png").touch()
    return folder


def test_pages_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    entry = {"file": "a.png", "group": "g", "lines": ["A B"], "notes": "n"}
    folder = _write(tmp_path, [entry, {"file": "a.png", "lines": []}])
    assert read_truth(folder) == (
        PageTruth(tmp_path / "a.png", "g", ("A B",), "n"),
        PageTruth(tmp_path / "a.png", "", ()),
    )


def test_the_shared_pages_are_all_there(shared_data: Path) -> None:
    truths = read_truth(shared_data / "pages")
    assert sum(len(truth.lines) for truth in truths if truth.group == "handout") == 19


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ([], "does not hold a list"),
        ({"file": "a.png"}, "does not hold a list"),
        (["a.png"], "Entry 1"),
        ([{"file": "a.png", "lines": "A"}], "Entry 1"),
        ([{"file": "a.png", "lines": [1]}], "not all text"),
        ([{"file": "b.png", "lines": ["A"]}], "lists “b.png”, which is not there"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: object, complaint: str) -> None:
    with pytest.raises(DatasetError, match=complaint):
        read_truth(_write(tmp_path, content))


def test_a_missing_and_a_damaged_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="There is no file"):
        read_truth(tmp_path)
    (tmp_path / "truth.json").write_text("[{", encoding="utf-8")
    with pytest.raises(DatasetError, match="not valid JSON"):
        read_truth(tmp_path)
    (tmp_path / "truth.json").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(DatasetError, match="not valid JSON"):
        read_truth(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system are Unix only")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "truth.json")
    with pytest.raises(DatasetError, match="pipe"):
        read_truth(tmp_path)
