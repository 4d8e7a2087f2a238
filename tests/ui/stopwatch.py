"""Measures how long the window's thread was away for reasons of this program, and of no other."""

import ctypes
import os
import threading
import time
from pathlib import Path
from typing import NamedTuple

# Linux tells for each thread the nanoseconds it was on a core, and then those it waited for one.
_THREADS = Path("/proc/self/task")
_NANO = 1e-9


class _Moment(NamedTuple):
    """What clocks show: the wall's, and those of this thread and of the whole process, computing.

    ``queued`` is for how long each thread of the process had to wait for a core, by its number.
    """

    wall: float
    own: float
    computing: float
    queued: dict[bytes, float]


class Stopwatch:
    """Counts wall time of the thread that started it, less what a busy machine takes from it.

    Time in which the thread was ready but had no core is left out where the system tells it
    (other programs, or other threads of this one, had the core). What is left is work of the
    thread itself, or waiting, for instance for a service that holds the interpreter lock. Waiting
    counts only as far as this process was computing meanwhile, and less the share of the time in
    which another thread of it waited for a core: that may be the one that holds the lock.
    """

    def __init__(self) -> None:
        self._scheduler = _scheduler()
        self._thread = str(threading.get_native_id()).encode()
        self._start = self._now()

    def lap(self) -> float:
        """Return the seconds since the start or the lap before, and begin the next."""
        before, self._start = self._start, self._now()
        now = self._start
        queued = {
            thread: max(0.0, seconds - before.queued.get(thread, 0.0))
            for thread, seconds in now.queued.items()
        }
        wall, own = now.wall - before.wall, now.own - before.own
        waited = max(0.0, wall - queued.pop(self._thread, 0.0) - own)
        held_up = min(1.0, max(queued.values(), default=0.0) / wall)
        others = max(0.0, now.computing - before.computing - own)
        return own + min(waited * (1 - held_up), others)

    def _now(self) -> _Moment:
        queued = self._scheduler.queued()
        return _Moment(time.perf_counter(), time.thread_time(), time.process_time(), queued)


class _Entry(ctypes.Structure):
    """An entry of a folder, as Linux's C libraries have it where addresses take 64 bits."""

    _fields_ = (
        ("inode", ctypes.c_uint64),
        ("place", ctypes.c_int64),
        ("length", ctypes.c_ushort),
        ("kind", ctypes.c_ubyte),
        ("name", ctypes.c_char * 256),
    )


class _Scheduler:
    """Asks the system about all threads, and keeps the interpreter lock meanwhile.

    Python's own reading lets go of it several times, and a busy service then makes the watch wait
    for it each time: what it measured was in part its own waiting.
    """

    def __init__(self) -> None:
        self._system = ctypes.PyDLL(None) if _is_told() else None
        self._buffer = ctypes.create_string_buffer(128)
        self._size = ctypes.c_size_t(len(self._buffer))
        self._files: dict[bytes, int] = {}
        if self._system is not None:
            self._system.opendir.restype = ctypes.c_void_p
            self._system.readdir.restype = ctypes.POINTER(_Entry)
            self._folder = ctypes.c_void_p(self._system.opendir(bytes(_THREADS)))

    def queued(self) -> dict[bytes, float]:
        """Return the seconds that each thread waited for a core; nothing where nobody tells."""
        found: dict[bytes, float] = {}
        if self._system is None:
            return found
        self._system.rewinddir(self._folder)
        while entry := self._system.readdir(self._folder):
            thread = entry.contents.name
            if thread.isdigit() and (told := self._read(thread)):
                found[thread] = int(told.split()[1]) * _NANO
        if len(self._files) > len(found):  # thousands of threads end in a session
            for gone in self._files.keys() - found.keys():
                self._system.close(self._files.pop(gone))
        return found

    def _read(self, thread: bytes) -> bytes:
        """Return what is told of a thread, nothing if it is gone.

        Its file stays open, as opening it takes longest; a later thread of the same number has
        another file, and the one of before tells nothing any more.
        """
        system = self._system
        assert system is not None
        for _ in range(2):
            if thread not in self._files:
                path = b"%s/%s/schedstat" % (bytes(_THREADS), thread)
                self._files[thread] = system.open(path, os.O_RDONLY | os.O_CLOEXEC)
            file = self._files[thread]
            size = system.pread(file, self._buffer, self._size, ctypes.c_long(0))
            if size > 0:
                return self._buffer.raw[:size]
            system.close(self._files.pop(thread))
        return b""


def _is_told() -> bool:
    is_wide = ctypes.sizeof(ctypes.c_void_p) == ctypes.sizeof(ctypes.c_int64)
    return is_wide and (_THREADS / str(threading.get_native_id()) / "schedstat").exists()


_schedulers = threading.local()  # each keeps a folder and files open: one for a thread, for ever


def _scheduler() -> _Scheduler:
    if not hasattr(_schedulers, "own"):
        _schedulers.own = _Scheduler()
    known: _Scheduler = _schedulers.own
    return known
