"""Pictures handed over by other programs, and texts handed on: what "-" stands for."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def pipe(environment: dict[str, str], tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Run ``ocrdesk`` in a process that is given bytes."""

    def run(content: bytes, *arguments: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "ocrdesk", *arguments],
            cwd=tmp_path,
            env=environment,
            input=content,
            capture_output=True,
            timeout=100,
            check=False,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return run


def test_a_dash_reads_standard_input_and_writes_standard_output(
    pipe: Callable[..., tuple[int, str, str]], ocrdesk: Run, part: Path, tmp_path: Path
) -> None:
    expected = ocrdesk("read", part).stdout
    assert pipe(part.read_bytes(), "read", "-", "-o", "-") == (0, expected, "")
    assert list(tmp_path.iterdir()) == []
    code, told, _ = pipe(part.read_bytes(), "read", "-", "-f", "json")
    page = json.loads(told)["pages"][0]
    assert (code, page["source"]) == (0, "standard input")
    assert "".join(f"{line['text']}\n" for line in page["lines"]) == expected


def test_what_is_no_picture_is_told(pipe: Callable[..., tuple[int, str, str]]) -> None:
    code, told, problem = pipe(b"", "read", "-")
    assert (code, told) == (3, "")
    assert problem.startswith("ocrdesk: The standard input is empty. Hand a picture over")
    assert pipe(b"letter", "read", "-")[2].startswith("ocrdesk: “standard input” is not an image")
    assert pipe(b"", "read", "-", "-")[0] == 2


@pytest.mark.parametrize(
    "command",
    [
        ("sheet", "-o", "-"),
        ("sheet", "--read", "-"),
        ("adapt", "-", "--profile", "Ann"),
        ("evaluate", "characters", "-"),
        ("profiles", "import", "-"),
        ("read", "scan.jpg", "--words", "-"),
    ],
)
def test_other_commands_take_no_dash(ocrdesk: Run, command: tuple[str, ...]) -> None:
    done = ocrdesk(*command)
    assert done.returncode == 2
    assert "“-” stands for standard input and output in “ocrdesk read” alone" in done.stderr


def test_neither_a_model_nor_the_window_takes_a_dash(ocrdesk: Run, letters: Path) -> None:
    done = ocrdesk("train", "--data", letters, "-o", "-")
    assert (done.returncode, "“-” cannot be the name of a model" in done.stderr) == (2, True)
    done = ocrdesk("-")
    assert (done.returncode, "ocrdesk read -" in done.stderr) == (2, True)
