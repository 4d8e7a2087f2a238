"""Reads .npz archives that may come from anywhere: no pickles, no array beyond what is stored."""

import math
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_arrays import (
    MAX_ARRAY_BYTES,
    refuse_unusual_file,
    unreadable_dataset,
)

_HEADER_READERS = {
    (1, 0): np.lib.format.read_array_header_1_0,
    (2, 0): np.lib.format.read_array_header_2_0,
}
_KINDS = "biufUS"  # numpy's letters for truth values, integers, floats, text and bytes
_SAVE_AGAIN = "Save the arrays again with numpy.savez_compressed."


def read_arrays(path: Path, names: Iterable[str] | None = None) -> dict[str, npt.NDArray[Any]]:
    """Return those of the named arrays that the archive holds, read-only; others are not read.

    Without names all arrays are read.

    Raises DatasetError for a file that is missing, damaged or no archive, and for arrays of
    Python objects, which only a pickle could bring back.
    """
    refuse_unusual_file(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = {info.filename.removesuffix(".npy"): info for info in archive.infolist()}
            return {
                name: _read_array(archive, members[name], f"“{path.name}”: array '{name}'")
                for name in (members if names is None else names)
                if name in members
            }
    except DatasetError:
        raise
    except OSError as error:
        raise unreadable_dataset(path, error) from error
    except zipfile.BadZipFile as error:
        raise DatasetError(
            f"“{path.name}” is not a .npz archive, or is damaged ({error}).",
            advice="Copy it again from where it came.",
        ) from error
    except Exception as error:  # zip and npy headers can be damaged in many ways
        raise DatasetError(
            f"“{path.name}” is damaged ({str(error) or type(error).__name__}).",
            advice="Copy it again from where it came.",
        ) from error


def _read_array(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> npt.NDArray[Any]:
    with archive.open(info) as stream:
        shape, is_fortran, dtype = _read_header(stream, name)
        if dtype.hasobject:
            raise DatasetError(
                f"{name} holds pickled Python objects, which are never loaded: they could run"
                " any program.",
                advice="Save it as an array of numbers or of text.",
            )
        if dtype.kind not in _KINDS:
            raise DatasetError(
                f"{name} is of type {dtype}.", advice="Numbers, truth values and text can be read."
            )
        size = math.prod(shape) * dtype.itemsize
        if min(shape, default=1) < 0 or size > min(info.file_size, MAX_ARRAY_BYTES):
            raise DatasetError(
                f"{name} declares {size:,} bytes, but {info.file_size:,} are stored.",
                advice=_SAVE_AGAIN,
            )
        content = stream.read(size)
        if len(content) != size or stream.read(1):
            raise DatasetError(f"{name} does not have the size it declares.", advice=_SAVE_AGAIN)
    return np.frombuffer(content, dtype).reshape(shape, order="F" if is_fortran else "C")


def _read_header(stream: IO[bytes], name: str) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    version = np.lib.format.read_magic(stream)
    if version not in _HEADER_READERS:
        raise DatasetError(f"{name} is of an unknown version.", advice=_SAVE_AGAIN)
    return _HEADER_READERS[version](stream)
