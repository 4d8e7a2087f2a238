"""Sees to it that Ctrl+C ends the program wherever in the interpreter it strikes."""

import _thread
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

_LATER = 0.01  # seconds: long enough for what swallowed the interrupt to have ended


@contextmanager
def never_swallowed() -> Iterator[None]:
    """Interrupt once more where an interrupt was swallowed.

    Python can only report, and not raise, what is raised within a weak reference's callback or a
    finalizer, and each import runs some: one Ctrl+C in a few hundred printed “Exception ignored”
    and the program went on.
    """
    report, thread = sys.unraisablehook, _thread.get_ident()

    def hook(event: "sys.UnraisableHookArgs") -> None:  # a name for type checkers only
        if issubclass(event.exc_type, KeyboardInterrupt):
            _thread.start_new_thread(_interrupt_later, (thread,))
        else:
            report(event)

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = report


def _interrupt_later(thread: int) -> None:
    time.sleep(_LATER)
    if sys.platform == "win32":
        _thread.interrupt_main()
    else:  # which does not wake a main thread that waits
        signal.pthread_kill(thread, signal.SIGINT)
