"""Asks what lies at a path without ever raising.

``Path.exists``, ``is_file``, ``is_dir`` and ``glob`` raise ``OSError`` below a folder that one may
not enter and for a name that is too long (Python 3.11). Whoever asks wants a plain answer, and
`obstacle` where the answer is to be explained.
"""

import os
import stat
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path

__all__ = [
    "files_in",
    "is_disk",
    "is_file",
    "is_folder",
    "is_there",
    "is_writable_folder",
    "obstacle",
]


def is_there(path: Path | str) -> bool:
    """Tell whether something is known to be there; links are followed."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises


def is_file(path: Path | str) -> bool:
    """Tell whether an ordinary file is known to be there; links are followed."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path | str) -> bool:
    """Tell whether a folder is known to be there; links are followed."""
    return os.path.isdir(path)  # noqa: PTH112


def is_writable_folder(path: Path | str) -> bool:
    """Tell whether files may be made in a folder that is known to be there."""
    return is_folder(path) and os.access(path, os.W_OK | os.X_OK)


def is_disk(path: Path | str) -> bool:
    """Tell whether a disk or a part of one (a block device) is known to be there."""
    with suppress(OSError, ValueError):
        return stat.S_ISBLK(os.stat(path).st_mode)  # noqa: PTH116
    return False


def obstacle(path: Path | str) -> OSError | None:
    """Return what keeps from knowing whether something is there; None where that is known."""
    try:
        os.stat(path)  # noqa: PTH116 - what this module is for
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a null character
        return None
    except OSError as error:
        return error
    return None


def files_in(folder: Path, pattern: str) -> list[Path]:
    """Return the ordinary files directly in a folder whose names fit the pattern, sorted.

    There are none in a folder that is not there or may not be read.
    """
    try:
        names = os.listdir(folder)  # noqa: PTH208 - ``iterdir`` is a generator: it raises later
    except (OSError, ValueError):
        return []
    return [
        folder / name
        for name in sorted(names)
        if fnmatchcase(name, pattern) and is_file(folder / name)
    ]
