"""Writes a result whole or not at all: the file before stays until the new one is complete."""

import errno
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ocrdesk.errors import OutputError
from ocrdesk.formats.presence import files_in, is_folder, is_there, obstacle
from ocrdesk.paths import user_folder

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_BEGINNING, _END = ".ocrdesk-", ".tmp"  # of the name of a file that is being written
_OLD = 86_400.0  # seconds after which nobody is writing it any more
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_text_atomically(path: Path | str, text: str) -> None:
    """Write ``text`` as UTF-8, lines ending in a line feed; see ``write_bytes_atomically``."""
    # Names of files may hold bytes that are no UTF-8, which Python keeps as lone surrogates.
    write_bytes_atomically(path, text.encode("utf-8", "backslashreplace"))


def write_bytes_atomically(path: Path | str, content: bytes) -> None:
    """Write the file by way of a temporary one in the same folder, then swap the names.

    A link is followed and its target replaced, with the permissions it had. What is no ordinary
    file (``/dev/stdout``, a pipe) is written to directly. Raises OutputError; the file is then
    as it was before.
    """
    write_atomically(path, lambda stream: stream.write(content))


def write_atomically(
    path: Path | str,
    write: Callable[[BinaryIO], object],
    *,
    last_look: Callable[[], None] | None = None,
) -> None:
    """Let ``write`` fill the file, in the same way, without its content ever being in memory.

    ``write`` may read again what it wrote, except to a pipe or a device. ``last_look`` is called
    when the new file is complete, and may still raise to leave the old one.
    What either raises goes to the caller, except that an ``OSError`` becomes an OutputError.
    """
    with opened_atomically(path, last_look=last_look) as stream:
        write(stream)


@contextmanager
def opened_atomically(
    path: Path | str, *, last_look: Callable[[], None] | None = None
) -> Iterator[BinaryIO]:
    """Open a file to be filled inside the block, likewise; leaving it by an error leaves the old.

    For who fills it in steps: a generator that is closed before its end has written nothing.
    """
    path = Path(path)
    try:
        _refuse_obstacle(path)
        before = path.stat() if is_there(path) else None
        if before is not None and not stat.S_ISREG(before.st_mode):
            with _opened_directly(path, before.st_mode) as stream:
                yield stream
        elif before is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "the file is write-protected")
        else:
            with _replacing(path.resolve(), before, last_look) as stream:
                yield stream
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise not_written(path, error) from error


def refuse_unreachable(path: Path | str) -> None:
    """Raise OutputError, before any work, where nobody can tell what lies at the path.

    That is a path below a folder that one may not enter, or with a name that is too long.
    """
    try:
        _refuse_obstacle(Path(path))
    except OSError as error:
        raise not_written(Path(path), error) from error


def _refuse_obstacle(path: Path) -> None:
    error = obstacle(path)
    if error is not None:
        raise error


def remove_remains(folder: Path) -> None:
    """Remove what programs that were killed while writing left in the folder a day ago or more."""
    with suppress(OSError):
        for path in files_in(folder, f"{_BEGINNING}{'[0-9a-f]' * 16}{_END}"):
            if time.time() - path.stat().st_mtime > _OLD:
                path.unlink()


def make_folder(folder: Path) -> None:
    """Make the folder, and those it lies in, unless it is there. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder “{folder}” cannot be made: {error.strerror or error}."
        if _is_own(folder):
            raise _no_home(message) from error
        raise OutputError(
            message,
            advice="Check that what it lies in is a folder, can be written and has space left.",
        ) from error


def _is_own(path: Path) -> bool:
    """Tell whether a path is in the program's own folder, which nobody named for this."""
    return path.is_relative_to(user_folder())


def _no_home(message: str) -> OutputError:
    return OutputError(
        message,
        advice="Change the permissions there, or set OCRDESK_HOME to a folder that can be written.",
    )


@contextmanager
def _opened_directly(path: Path, mode: int) -> Iterator[BinaryIO]:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "Is a directory")
    with path.open("wb") as stream:
        yield stream


@contextmanager
def _replacing(
    target: Path, before: os.stat_result | None, last_look: Callable[[], None] | None
) -> Iterator[BinaryIO]:
    temporary = target.parent / f"{_BEGINNING}{secrets.token_hex(8)}{_END}"
    try:
        with temporary.open("x+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if before is not None:
            temporary.chmod(stat.S_IMODE(before.st_mode))
        if last_look is not None:
            last_look()
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    flush_folder(target.parent)


def flush_folder(folder: Path) -> None:
    """Make what a folder holds survive a power cut, on systems that allow it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def not_written(path: Path, error: BaseException) -> OutputError:
    """Return what to tell a person about a file that could not be written."""
    number = error.errno if isinstance(error, OSError) else None
    message = f"“{path}” cannot be written"
    if number == errno.EISDIR:
        return OutputError(f"“{path}” is a folder.", advice="Give the name of a file in it.")
    is_missing = number in {errno.ENOENT, errno.ENOTDIR}
    target = Path(os.path.realpath(path)) if is_missing and path.is_symlink() else path
    if is_missing and not is_folder(folder := target.parent):
        return OutputError(
            f"{message}: there is no folder “{folder}”."
            if target == path
            else f"{message}: it is a link, and there is no folder “{folder}” that it leads to.",
            advice="Create the folder first, or choose another.",
        )
    if number in {*_FORBIDDEN, errno.ENOENT}:  # /proc and its kin take no files
        message = f"{message}: it or its folder is read-only, or open in another program."
        if _is_own(path):
            return _no_home(message)
        return OutputError(message, advice="Choose another folder, or change the permissions.")
    if number in _FULL:
        return OutputError(
            f"{message}: the disk is full.", advice="Free some space, or choose another disk."
        )
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return OutputError(f"{message}: {reason}.", advice="Choose another name or folder.")
