"""An interrupt that Python can only report ends the program all the same."""

import subprocess
import sys
import time
import weakref

import pytest

from ocrdesk.cli.interrupts import never_swallowed

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
