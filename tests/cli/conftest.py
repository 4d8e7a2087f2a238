"""Runs the real command line in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLE = REPOSITORY / "resources" / "samples" / "welcome.jpg"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample page that ships with the program."""
    return SAMPLE


@pytest.fixture
def environment(own_home: Path) -> dict[str, str]:
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
def ocrdesk(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run ``ocrdesk`` with arguments, in an empty folder, without a display or a terminal."""

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
