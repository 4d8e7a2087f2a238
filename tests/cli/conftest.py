"""Runs the real command line, in a process of its own where that makes a difference."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.__main__ import main
from ocrdesk.vision.synthesis_characters import synthesise_characters
from tests.shipped_models import unpacked_once

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLE = REPOSITORY / "resources" / "samples" / "welcome.jpg"

Run = Callable[..., subprocess.CompletedProcess[str]]


def as_shells_tell(code: int) -> int:
    """Return how shells report a process's end: 128 and the signal's number where one ended it.

    CPython ends itself by SIGINT, whatever code it was given, when the interrupt struck within an
    `exec`, as of a dataclass being made on import (`unhandled_keyboard_interrupt`, pythonrun.c).
    """
    return 128 - code if code < 0 else code


@pytest.fixture(scope="package", autouse=True)
def _models_unpacked_once() -> Iterator[None]:
    """Unpack the models that ship for the first test that reads with them."""
    with unpacked_once():
        yield


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample page that ships with the program."""
    return SAMPLE


@pytest.fixture(scope="session")
def part(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its upper third, for tests of what becomes of any text: it is read in half the time."""
    path = tmp_path_factory.mktemp("part") / "part.png"
    with Image.open(sample) as picture:
        picture.crop((0, 0, picture.width, picture.height // 3)).save(path, compress_level=1)
    return path


def letters_file(tmp_path_factory: pytest.TempPathFactory, each: int) -> Path:
    """Write a file of labelled characters, so many of each; every four of them by a hand."""
    drawn = synthesise_characters("ABCDEFGH1234", each, np.random.default_rng(0))
    path = tmp_path_factory.mktemp("characters") / "letters.npz"
    np.savez(path, images=drawn.images, labels=drawn.characters, writer=drawn.hands)
    return path


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of labelled characters by ten made-up hands; to draw them costs more than to learn."""
    return letters_file(tmp_path_factory, 40)


@pytest.fixture(autouse=True)
def _this_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start the program beside these tests, wherever the environment's own was installed from."""
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))


@pytest.fixture
def environment(own_home: Path, _this_program: None) -> dict[str, str]:
    """The variables a command runs with: a home of its own, no display, one thread."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return {
        **kept,
        "OCRDESK_HOME": str(own_home),
        "OMP_NUM_THREADS": "1",
        "PYTHONWARNINGS": "error",
    }


@pytest.fixture
def process(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run ``ocrdesk`` in a process of its own, in an empty folder, without display or terminal.

    Each command has at least one test that does, besides all that is about the process itself.
    """

    def run(*arguments: str | Path, **changes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ocrdesk", *map(str, arguments)],
            cwd=tmp_path,
            env={**environment, **changes},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding=changes.get("PYTHONIOENCODING", "utf-8"),
            timeout=100,
            check=False,
        )

    return run


@pytest.fixture
def ocrdesk(environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run what the program runs, in an empty folder, without display or terminal, but in here.

    A process takes longer to begin than most commands to end. Changes of the environment hold for
    what the program looks up itself.
    """

    def run(*arguments: str | Path, **changes: str) -> subprocess.CompletedProcess[str]:
        told, complaints = _TextFile(), _TextFile()
        with monkeypatch.context() as patch, redirect_stdout(told), redirect_stderr(complaints):
            patch.chdir(tmp_path)
            for name in os.environ.keys() - environment.keys():
                patch.delenv(name)
            for name, value in changes.items():
                patch.setenv(name, value)
            code = main([*map(str, arguments)])
        return subprocess.CompletedProcess(arguments, code, told.text, complaints.text)

    return run


class _TextFile(io.TextIOWrapper):
    """A text file in memory, and what was written to it."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        super().__init__(self._bytes, encoding="utf-8", write_through=True)

    @property
    def text(self) -> str:
        return self._bytes.getvalue().decode()
