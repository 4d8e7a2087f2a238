"""Tells whether a program that owns a file still runs: by a lock that ends with its process.

A lock is of the operating system and goes however the process goes; a file with a process number
would lie once the number belongs to another program. On Unix it is ``flock``, on Windows a locked
byte far behind the content, which others can read meanwhile.
"""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 2**30  # the byte that is locked on Windows
# On Windows those who only ask whether a file is owned hold it themselves for a moment.
_ATTEMPTS = 5 if sys.platform == "win32" else 1
_PAUSE = 0.02


class FileLock:
    """An owned file; ``release`` gives it up, as the end of the process does."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle: int | None = handle

    def write(self, content: bytes) -> None:
        """Let the file hold this, for others to read; raises ``OSError``."""
        if self._handle is not None:
            os.write(self._handle, content)

    def release(self) -> None:
        """Give the file up; it stays."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def lock_new_file(path: Path) -> FileLock | None:
    """Create a file and own it, or return None where another has it; raises ``OSError``."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return None
    try:
        # Who tidies up may have found the file before it was locked, and removed it.
        if _locked(handle, is_shared=False) and os.path.samestat(os.fstat(handle), path.stat()):
            return FileLock(path, handle)
    except FileNotFoundError:
        pass
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def is_owned(path: Path) -> bool:
    """Tell whether a running program owns the file; where that cannot be told, it does."""
    for attempt in range(_ATTEMPTS):
        if attempt:
            time.sleep(_PAUSE)
        try:
            handle = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        try:
            if _locked(handle, is_shared=True):
                return False
        except OSError:
            return True
        finally:
            os.close(handle)
    return True


def remove_unowned(path: Path) -> None:
    """Remove a file unless a running program owns it."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR)
        try:
            if _locked(handle, is_shared=False) and sys.platform != "win32":
                path.unlink()
        finally:
            os.close(handle)
        if sys.platform == "win32":
            path.unlink()  # fails while anybody has it open


if sys.platform == "win32":

    def _locked(handle: int, *, is_shared: bool) -> bool:
        """Lock the file at once or not at all; there are no shared locks on Windows."""
        del is_shared
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:

    def _locked(handle: int, *, is_shared: bool) -> bool:
        """Lock the file at once or not at all."""
        kind = fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
