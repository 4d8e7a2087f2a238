"""An interrupt that Python can only report ends the program all the same."""

import os
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from ocrdesk.cli.interrupts import never_swallowed
from tests.cli.conftest import as_shells_tell

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="reads of processes in /proc")

_SWALLOWING = """
import signal, time, weakref
from ocrdesk.cli import program
class Thing: pass
def work(files, smoke_test):
    thing = Thing()
    kept = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGINT))
    del thing
    time.sleep(30)
    return 0
program.display.check = lambda: None
raise SystemExit(program.run([], open_window=work))
"""


class _Thing:
    pass


def _swallow(problem: type[BaseException]) -> None:
    def strike(_: object) -> None:
        raise problem

    thing = _Thing()
    watch = weakref.ref(thing, strike)
    del thing
    assert watch() is None


def test_an_interrupt_within_a_callback_interrupts_the_program() -> None:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _SWALLOWING],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "")
    assert time.monotonic() - begun < 25  # it did not sleep on


def test_other_problems_of_callbacks_are_reported_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda event: reported.append(event.exc_type))
    with never_swallowed():
        _swallow(ValueError)
    assert reported == [ValueError]


def _swallow_and_wait() -> None:
    with never_swallowed():
        _swallow(KeyboardInterrupt)
        time.sleep(10)


def test_a_swallowed_interrupt_comes_again() -> None:
    before = sys.unraisablehook
    with pytest.raises(KeyboardInterrupt):
        _swallow_and_wait()
    assert sys.unraisablehook is before


def _interrupt(
    arguments: list[str], environment: dict[str, str], folder: Path, *, at: Callable[[int], bool]
) -> tuple[int, str]:
    """Run a command and send Ctrl+C, as a terminal does, to all of its processes.

    Returns its exit code and all that they complained of, once the last of them has ended.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "ocrdesk", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        while not at(process.pid):
            assert process.poll() is None
            time.sleep(0.001)
        os.killpg(process.pid, signal.SIGINT)
        _, complaint = process.communicate(timeout=60)
    return process.returncode, complaint


def _is_helped(process: int) -> bool:
    """Tell whether a process that draws for this one has been started."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    commands = [Path(f"/proc/{child}/cmdline") for child in children]
    return any(b"spawn_main" in command.read_bytes() for command in commands if command.exists())


@linux_only
@pytest.mark.parametrize("later", [0.0, 0.1, 0.4])
def test_processes_that_draw_do_not_complain_of_an_interrupt(
    environment: dict[str, str], tmp_path: Path, letters: Path, later: float
) -> None:
    def at(process: int) -> bool:
        if not _is_helped(process):
            return False
        time.sleep(later)
        return True

    train = ["train", "--data", str(letters), "--recipe", "print36", "-o", "mine"]
    code, complaint = _interrupt(train, environment, tmp_path, at=at)
    assert as_shells_tell(code) == 130
    assert complaint.count("\n") == 1
    assert "nothing is kept" in complaint


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.parametrize("last", ["argparse", "ocrdesk.cli.outputs"])
def test_an_interrupt_while_the_command_line_is_loaded_ends_it_without_a_word(
    environment: dict[str, str], last: str
) -> None:
    arguments = [sys.executable, "-X", "importtime", "-m", "ocrdesk", "--version"]
    with subprocess.Popen(
        arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:  # one for each module that was imported
            if line.split()[-1] == last:
                break
        process.send_signal(signal.SIGINT)
        told, complaint = process.communicate(timeout=60)
    assert [line for line in complaint.splitlines() if "import time:" not in line] == []
    assert (process.returncode, told) == (130, "")
