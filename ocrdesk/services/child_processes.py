"""Keeps Ctrl+C, which a terminal sends to all processes of a program, from those that help it.

Only the process that was asked ends, and tells so; those that draw for it end with it. A new
interpreter listens from its very start, long before it comes to any line of ours, so that it must
begin with interrupts blocked.
"""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker

_INTERRUPT = {signal.SIGINT}


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Start processes in here: no interrupt reaches them, ever, and none is lost here.

    One that comes meanwhile is raised at the end: a process of which half was told what to do
    would complain of the rest.
    """
    with _put_off(), _blocked():
        yield


def ignore_interrupts() -> None:
    """Say so in the process that was started, for Windows, where nothing of it is inherited."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _blocked() -> Iterator[None]:
    """Block the signal in this thread, which is what a process it starts inherits."""
    if sys.platform == "win32":
        yield
        return
    # Starting one's first process starts the tracker, which would unblock the signal (3.11).
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPT)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _put_off() -> Iterator[None]:
    """Raise interrupts afterwards: another thread may take one that this one has blocked."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        for number in came[:1]:
            signal.raise_signal(number)
