"""Brings files to the disk itself soon after they were written, without anybody waiting for it.

What a program has written is safe from its own end at once, because the system has it; only a power
cut or a crash of the system can still lose it. Waiting for the disk at every keystroke would take
milliseconds on a solid disk and a tenth of a second on a busy turning one.
"""

import _thread
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ocrdesk.formats.output_file import flush_folder

if sys.platform == "darwin":
    import fcntl

DELAY = 0.5
"""Seconds between writing and flushing, so that a power cut costs less than one."""

_WRITING = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)


class _Wait:
    """One thread's waiting for the time to flush: ``ended`` early, and ``over`` when it is gone."""

    def __init__(self) -> None:
        self.ended = threading.Event()
        self.over = threading.Event()
        self.thread = 0


class DelayedFlush:
    """Flushes noted files from a thread that lives only while there is something to flush."""

    def __init__(self, delay: float = DELAY) -> None:
        self._delay = delay
        self._lock = threading.Lock()
        self._flushing = threading.Lock()
        self._due: dict[Path, Callable[[OSError], None]] = {}
        self._wait: _Wait | None = None

    @property
    def is_waiting(self) -> bool:
        """Tell whether a thread waits for the time to flush."""
        return self._wait is not None

    def note(self, path: Path, on_failure: Callable[[OSError], None]) -> None:
        """Flush the file soon; ``on_failure`` is called, in the other thread, if that fails.

        What was written may then be lost even though the file seems to hold it.
        """
        with self._lock:
            self._due[path] = on_failure
            if self._wait is None:
                wait = _Wait()
                with suppress(RuntimeError):  # no more threads, or the program is ending
                    # ``threading.Thread`` would wait here until the other thread has run: 30 ms
                    # of the window's time while a third one computes.
                    _thread.start_new_thread(self._flush_later, (wait,))
                    self._wait = wait

    def forget(self, path: Path) -> None:
        """Leave out a file that was removed or flushed in another way."""
        with self._lock:
            self._due.pop(path, None)

    def flush(self) -> None:
        """Flush now, in this thread, all that is due; wait for another that already does."""
        with self._flushing:
            with self._lock:
                due, self._due = self._due, {}
                if self._wait is not None:
                    self._wait.ended.set()
                    self._wait = None
            for path, on_failure in due.items():
                try:
                    flush_file(path)
                except OSError as error:
                    on_failure(error)

    def close(self) -> None:
        """Flush now, and wait until no thread is left."""
        wait = self._wait
        self.flush()
        if wait is not None and wait.thread != threading.get_ident():
            wait.over.wait()

    def _flush_later(self, wait: _Wait) -> None:
        wait.thread = threading.get_ident()
        try:
            if not wait.ended.wait(self._delay):
                self.flush()
        finally:
            wait.over.set()


def flush_file(path: Path) -> None:
    """Bring a file to the disk, and that it is in its folder and this in the next.

    Raises ``OSError`` where that fails, nothing if the file is gone.
    """
    with suppress(FileNotFoundError):
        handle = os.open(path, _WRITING)
        try:
            if sys.platform == "darwin":
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync leaves it in the drive's own memory
            else:
                os.fsync(handle)
        finally:
            os.close(handle)
        flush_folder(path.parent)
        flush_folder(path.parent.parent)
