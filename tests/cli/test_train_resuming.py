"""``ocrdesk train``, broken off in its real process, goes on to the very same model."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ocrdesk.services.model_store import list_models
from tests.cli.conftest import as_shells_tell, letters_file

pytestmark = pytest.mark.acceptance

Run = Callable[..., subprocess.CompletedProcess[str]]
BreakOff = Callable[..., tuple[int, str]]

PIPE = 4096  # bytes; the program waits for a reader that is two of them behind: some 100 epochs
EPOCHS = 240  # so that none ends, or passes the 120th, unseen


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six small batches of characters by four hands: what counts here is the number of epochs."""
    return letters_file(tmp_path_factory, 16)


@pytest.fixture
def command(letters: Path) -> tuple[str, ...]:
    """What is broken off and gone on with."""
    how = ("--recipe", "handout", "--epochs", str(EPOCHS))
    return ("train", "--data", str(letters), *how, "-o", "mine")


@pytest.fixture
def break_off(environment: dict[str, str], tmp_path: Path, command: tuple[str, ...]) -> BreakOff:
    """Start a command, send the signal once so many epochs were told; return code and stderr."""
    # An interrupt may strike between the opening of a file and the ``with`` that closes it; Python
    # closes it then, and tells nobody unless warnings are errors.
    quiet = {**environment, "PYTHONWARNINGS": "error,ignore::ResourceWarning"}

    def act(
        number: int, *, after: int, extra: tuple[str, ...] = (), other: tuple[str, ...] = ()
    ) -> tuple[int, str]:
        with subprocess.Popen(
            [sys.executable, "-m", "ocrdesk", *(other or command), *extra],
            cwd=tmp_path,
            env=quiet,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            pipesize=PIPE,
        ) as process:
            assert process.stdout is not None
            wanted = f"epoch {after:3}/" if after else "Making up hand print"
            assert any(line.startswith(wanted) for line in process.stdout)
            process.send_signal(number)
            _, complaint = process.communicate(timeout=60)
        return process.returncode, complaint

    return act


@pytest.fixture
def checkpoint(own_home: Path) -> Path:
    return own_home / "models" / "mine.checkpoint.npz"


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_killed_twice_it_still_ends_with_the_same_file(
    process: Run,
    break_off: BreakOff,
    command: tuple[str, ...],
    own_home: Path,
    checkpoint: Path,
) -> None:
    model = own_home / "models" / "mine.npz"
    assert process(*command).returncode == 0
    whole = model.read_bytes()
    assert not checkpoint.exists()
    model.unlink()
    assert break_off(signal.SIGKILL, after=5)[0] == -signal.SIGKILL
    assert break_off(signal.SIGKILL, after=120, extra=("--resume",))[0] == -signal.SIGKILL
    assert checkpoint.exists()
    assert not model.exists()
    assert "mine" not in {entry.name for entry in list_models()}
    resumed = process(*command, "--resume")
    assert (resumed.returncode, resumed.stderr) == (0, "")
    assert "Going on after epoch" in resumed.stdout
    assert "epoch 120/" not in resumed.stdout
    assert model.read_bytes() == whole
    assert not checkpoint.exists()
    again = process(*command, "--resume")
    assert again.returncode == 2
    assert "came to its end" in again.stderr
    assert model.read_bytes() == whole


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_an_interrupt_tells_how_to_go_on_and_nothing_is_dropped_unasked(
    ocrdesk: Run, break_off: BreakOff, command: tuple[str, ...], checkpoint: Path
) -> None:
    code, complaint = break_off(signal.SIGINT, after=3)
    assert as_shells_tell(code) == 130
    assert complaint.count("\n") == 1
    assert "add --resume to the same command" in complaint
    kept = checkpoint.read_bytes()
    unasked = ocrdesk(*command, "--replace")
    other = ocrdesk(*command, "--resume", "--seed", "2")
    assert (unasked.returncode, other.returncode) == (2, 7)
    assert "--resume to go on with it, or --restart" in unasked.stderr
    assert "seed 1 there, 2 here" in other.stderr
    assert f"“ocrdesk {' '.join(command)}”" in other.stderr
    assert unasked.stderr.count("\n") == other.stderr.count("\n") == 1
    assert checkpoint.read_bytes() == kept
    anew = ocrdesk(*command, "--restart", "--epochs", "1")
    assert (anew.returncode, anew.stderr) == (0, "")
    assert not checkpoint.exists()


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_an_interrupt_before_the_first_epoch_says_that_nothing_is_kept(
    break_off: BreakOff, checkpoint: Path
) -> None:
    # Drawing characters takes its time.
    other = ("train", "--synthetic", "--recipe", "handout", "-o", "mine")
    code, complaint = break_off(signal.SIGINT, after=0, other=other)
    assert as_shells_tell(code) == 130
    assert "nothing is kept" in complaint
    assert not checkpoint.exists()


def test_without_anything_to_go_on_with_it_says_so(ocrdesk: Run, command: tuple[str, ...]) -> None:
    done = ocrdesk(*command, "--resume")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "mine.checkpoint.npz" in done.stderr


def test_a_damaged_checkpoint_is_refused_at_once(
    ocrdesk: Run, command: tuple[str, ...], checkpoint: Path
) -> None:
    checkpoint.parent.mkdir(parents=True)
    checkpoint.write_bytes(b"PK\x03\x04 broken")
    done = ocrdesk(*command, "--resume")
    assert (done.returncode, done.stdout) == (7, "")
    assert "--restart" in done.stderr
    assert checkpoint.read_bytes() == b"PK\x03\x04 broken"


def test_a_model_cannot_be_called_like_a_checkpoint(ocrdesk: Run) -> None:
    done = ocrdesk("train", "--synthetic", "-o", "mine.checkpoint.npz")
    assert done.returncode == 2
    assert "interrupted trainings" in done.stderr
