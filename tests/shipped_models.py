"""The files of the models that ship, unpacked once: hundreds of tests read with one of them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk import paths
from ocrdesk.formats import npz_archive
from ocrdesk.services import model_store

Arrays = dict[str, npt.NDArray[np.generic]]
_FOLDER = paths.shipped_models_folder()


@contextmanager
def unpacked_once() -> Iterator[None]:
    """Make models anew from the same arrays, which nobody can write to; others come from disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model_store, "read_arrays", _read_arrays)
        yield


def _read_arrays(path: Path, names: Iterable[str] | None = None) -> Arrays:
    if path.parent != _FOLDER or names is not None or not path.is_file():
        return npz_archive.read_arrays(path, names)
    told = path.stat()
    return dict(_unpacked(path, told.st_mtime_ns, told.st_size))


@cache
def _unpacked(path: Path, _time: int, _size: int) -> Arrays:
    arrays = npz_archive.read_arrays(path)
    assert not any(array.flags.writeable for array in arrays.values())
    return arrays
