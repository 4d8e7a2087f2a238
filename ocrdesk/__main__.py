"""The door: the window, or a command on the command line."""

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

_INTERRUPTED = 130  # 128 + SIGINT, as shells report it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ocrdesk with these arguments (the process's own by default); return the exit code."""
    with _ending_at_once():
        from ocrdesk.cli import program
    return program.run(sys.argv[1:] if arguments is None else arguments, open_window=_open_window)


@contextmanager
def _ending_at_once() -> Iterator[None]:
    """Let Ctrl+C end it without a word while what a command needs is loaded.

    As an exception it would be told with a traceback, or swallowed by an import's callbacks, and
    nothing is begun yet that would have to be put away.
    """
    before = signal.getsignal(signal.SIGINT)
    if (
        before is not signal.default_int_handler  # ignored in the background, for instance
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _open_window(files: Sequence[str], smoke_test: bool) -> int:  # noqa: FBT001  # a callback
    from ocrdesk.cli import display

    try:
        from ocrdesk.ui import application
    except ImportError as problem:
        if ".so" not in str(problem):
            raise
        raise display.missing_library(problem) from problem
    return application.run(files, smoke_test=smoke_test)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # In a bundle this program is the interpreter too: that of a training's second process.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
