"""Checks the arrays of a dataset against each other, and says in words what does not fit."""

import math
import stat
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError

Arrays = dict[str, npt.NDArray[Any]]
Texts = npt.NDArray[np.str_]

MAX_ARRAY_BYTES = 8 * 2**30


def refuse_unusual_file(path: Path) -> None:
    """Raise DatasetError for what is no ordinary file: a pipe never opens, a device never ends."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise unreadable_dataset(path, error) from error
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"
        raise DatasetError(f"“{path}” is {kind}, not a file.", advice="Give the name of a file.")


def unreadable_dataset(path: Path, error: Exception) -> DatasetError:
    """Return the error for a file that the operating system would not open or read."""
    if isinstance(error, FileNotFoundError):
        return DatasetError(f"There is no file “{path}”.", advice="Check the name and the folder.")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return DatasetError(
        f"“{path}” cannot be read: {reason}.",
        advice="Check its permissions, or try a copy of it.",
    )


def check_count(what: str, found: int, expected: int, name: str) -> None:
    """Raise DatasetError unless there are as many of ``what`` as there are items."""
    if found != expected:
        raise DatasetError(
            f"{name} holds {expected:,} items, but {found:,} {what}.",
            advice="Each item needs exactly one; check that the arrays belong together.",
        )


def squares_from_rows(
    rows: npt.NDArray[Any],
    name: str,
    *,
    advice: str = "Store the images as number x height x width.",
) -> npt.NDArray[Any]:
    """Return (n, side, side) of images stored as rows (n, side * side); else DatasetError."""
    side = math.isqrt(rows.shape[1])
    if side * side != rows.shape[1] or side < 1:
        raise DatasetError(
            f"{name}: rows of {rows.shape[1]} values are not square images.", advice=advice
        )
    return rows.reshape(len(rows), side, side)


def as_whole_numbers(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return numbers with fractions as whole ones if all of them are; others as they are.

    MATLAB and tables keep whole numbers as such unless they are told otherwise.
    """
    if values.dtype.kind != "f" or not is_whole(values).all():
        return values
    return values.astype(np.int64)


def is_whole(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Tell which numbers are whole and exact."""
    exact = values.astype(np.float64)
    found: npt.NDArray[np.bool_] = (np.abs(exact) < 2**53) & (np.trunc(exact) == exact)
    return found


def groups_from_arrays(arrays: Arrays, count: int, name: str) -> Texts | None:
    """Return who wrote each item (n,), from ``writer`` or ``group``; None without either."""
    what = next((what for what in ("writer", "group") if what in arrays), None)
    return None if what is None else texts_per_item(arrays, what, count, name)


def clean_from_arrays(arrays: Arrays, count: int, name: str) -> npt.NDArray[np.bool_]:
    """Return which labels are plausible (n,): the array ``clean``, or all."""
    if "clean" not in arrays:
        return np.ones(count, np.bool_)
    clean = as_whole_numbers(_per_item(arrays, "clean", count, name))
    if clean.dtype.kind not in "biu":
        raise DatasetError(
            f"{name}: 'clean' is of type {clean.dtype}.", advice="It holds True and False."
        )
    return clean.astype(np.bool_)


def looked_up(arrays: Arrays, what: str, table: str, *, count: int, name: str) -> Texts:
    """Return the text of each item (n,), from positions ``what`` in the array ``table``."""
    positions = as_whole_numbers(_per_item(arrays, what, count, name))
    texts = _as_text(np.atleast_1d(arrays[table]).ravel(), f"{name}: '{table}'")
    is_number = positions.dtype.kind in "iu"
    if not is_number or positions.min() < 0 or positions.max() >= len(texts):
        raise DatasetError(
            f"{name}: '{what}' does not fit '{table}', which has {len(texts)} entries.",
            advice=f"'{what}' holds for each item its position in '{table}', from 0.",
        )
    found: Texts = texts[positions.astype(np.intp)]
    return found


def texts_per_item(arrays: Arrays, what: str, count: int, name: str) -> Texts:
    """Return the array as text, (n,); numbers become their digits."""
    return _as_text(_per_item(arrays, what, count, name), f"{name}: '{what}'")


def _as_text(values: npt.NDArray[Any], name: str) -> Texts:
    try:
        # By way of a list, which refuses bytes beyond ASCII and code points beyond Unicode.
        return np.array(values.astype(np.str_).tolist(), np.str_)
    except ValueError as error:
        raise DatasetError(
            f"{name} is not readable text ({error}).", advice="Store it as Unicode text."
        ) from error


def _per_item(arrays: Arrays, what: str, count: int, name: str) -> npt.NDArray[Any]:
    values = arrays[what]
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if values.ndim != 1:
        raise DatasetError(
            f"{name}: '{what}' has {values.ndim} dimensions.", advice="It needs one per item."
        )
    check_count(f"values in '{what}'", len(values), count, name)
    return values
