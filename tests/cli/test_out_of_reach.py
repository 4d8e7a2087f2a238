"""Paths that the system will not look at: a closed folder, and a name that is too long."""

import builtins
import errno
import io
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

COMMANDS = (
    ("read", "{}.png"),
    ("read", "{}.pdf"),
    ("read", "{}.ocrdesk"),
    ("{}.png",),
    ("read", "page.jpg", "-o", "{}.txt"),
    ("read", "page.jpg", "-m", "{}.npz"),
    ("read", "page.jpg", "--words", "{}.txt"),
    ("models", "show", "{}.npz"),
    ("evaluate", "pages", "{}"),
    ("evaluate", "characters", "{}.npz"),
    ("train", "-o", "mine", "--data", "{}.npz"),
    ("train", "--synthetic", "-o", "{}.npz"),
    ("sheet", "-o", "{}.pdf"),
    ("sheet", "--read", "{}.png"),
    ("adapt", "{}.json", "--profile", "mine"),
    ("profiles", "import", "{}.npz"),
)


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that nobody may enter or list, not even root, who runs some of these tests."""
    folder = tmp_path / "closed"
    folder.mkdir()

    def guarded(ask: Callable[..., Any], *, is_listing: bool = False) -> Callable[..., Any]:
        def asked(path: Any = ".", *arguments: Any, **named: Any) -> Any:
            whole = None if isinstance(path, int) else Path(os.fsdecode(path)).absolute()
            if whole is not None and (folder in whole.parents or (is_listing and whole == folder)):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return ask(path, *arguments, **named)

        return asked

    for module, name in ((os, "stat"), (os, "mkdir"), (io, "open"), (builtins, "open")):
        monkeypatch.setattr(module, name, guarded(getattr(module, name)))
    for name in ("listdir", "scandir"):
        monkeypatch.setattr(os, name, guarded(getattr(os, name), is_listing=True))
    return folder


def _complained(done: subprocess.CompletedProcess[str]) -> str:
    """Return the one line of complaint; what was going on is told before it."""
    assert done.returncode not in {0, 1}
    assert "Traceback" not in done.stderr
    (line,) = (line for line in done.stderr.splitlines() if line.startswith("ocrdesk:"))
    return line


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.usefixtures("closed")
def test_a_closed_folder_is_told(
    ocrdesk: Run, sample: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "page.jpg").symlink_to(sample)
    line = _complained(ocrdesk(*(part.format("closed/half") for part in command)))
    assert "closed/half" in line
    assert "There is no" not in line


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_name_that_is_too_long_is_told(
    ocrdesk: Run, sample: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "page.jpg").symlink_to(sample)
    line = _complained(ocrdesk(*(part.format("x" * 300) for part in command)))
    assert os.strerror(errno.ENAMETOOLONG) in line


def test_a_new_model_may_have_too_long_a_name(ocrdesk: Run) -> None:
    for name in ("x" * 300, "x" * 245):  # what is kept meanwhile has a longer name
        line = _complained(ocrdesk("train", "--synthetic", "-o", name))
        assert os.strerror(errno.ENAMETOOLONG) in line


def test_the_other_files_are_read(process: Run, part: Path) -> None:
    done = process("read", f"{'x' * 300}.png", part)
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) > 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.usefixtures("closed")
def test_a_folder_that_may_not_be_read_is_not_called_empty(ocrdesk: Run) -> None:
    line = _complained(ocrdesk("read", "closed"))
    assert "You are not allowed to read “closed”" in line


def test_models_that_ship_are_there_without_a_home(ocrdesk: Run, closed: Path) -> None:
    for home in (closed / "home", Path("x" * 300)):
        done = ocrdesk("models", "list", OCRDESK_HOME=str(home))
        assert (done.returncode, done.stderr) == (0, "")
        assert "print36" in done.stdout
