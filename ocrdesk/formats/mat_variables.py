"""Reads tables of numbers from MATLAB 5 to 7.2 files, however damaged they may be.

scipy.io.loadmat is not used: version 1.17.1 ends the whole program (segmentation fault) on files
with a few changed bytes. The layout is in MathWorks, "MAT-File Format", chapter "Level 5 MAT-File
Format".
"""

import math
import struct
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_arrays import (
    MAX_ARRAY_BYTES,
    refuse_unusual_file,
    unreadable_dataset,
)

_HEADER_BYTES = 128
_MATRIX, _COMPRESSED = 14, 15
_NUMBER_TYPES = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8"} | {
    12: "i8",
    13: "u8",
}
_SPARSE_CLASS = 5
_NUMBER_CLASSES = range(6, 16)  # double to uint64; below are cells, structures and text, too
_NOTHING = (0, memoryview(b""))
_MOST_CELLS = 2**28  # of a sparse table written out: a small file may tell of any size
_COMPLEX = 0x0800


def read_mat_variables(path: Path, names: Collection[str]) -> dict[str, npt.NDArray[Any] | None]:
    """Return those of the named variables that the file holds; None for one that is no numbers.

    Arrays keep MATLAB's shape and the type they are stored in; sparse ones are written out. Raises
    DatasetError for a file that is missing, damaged, foreign or of version 7.3.
    """
    refuse_unusual_file(path)
    try:
        content = memoryview(path.read_bytes())
    except OSError as error:
        raise unreadable_dataset(path, error) from error
    order = _byte_order(content, path)
    variables = {}
    try:
        for kind, data in _elements(content[_HEADER_BYTES:], order):
            matrix = _unpacked(data, order) if kind == _COMPRESSED else data
            name, array = _read_matrix(matrix, order, names)
            if name in names:
                variables[name] = array
    except (ValueError, struct.error, zlib.error) as error:
        raise DatasetError(
            f"“{path.name}” is damaged or cut off ({error}).",
            advice="Copy it again from where it came.",
        ) from error
    return variables


def _byte_order(content: memoryview, path: Path) -> str:
    """Return "<" or ">" for a file of a version that can be read."""
    mark = bytes(content[124:_HEADER_BYTES])
    order = {b"IM": "<", b"MI": ">"}.get(mark[2:])
    if order is None:
        raise DatasetError(
            f"“{path.name}” is not a MATLAB file, or is from before version 5.",
            advice="Save it in MATLAB with save(..., '-v7').",
        )
    (version,) = struct.unpack(f"{order}H", mark[:2])
    if version != 0x0100:
        kind = "version 7.3" if version == 0x0200 else "an unknown version"
        raise DatasetError(
            f"“{path.name}” is a MATLAB file of {kind}.",
            advice="Save it in MATLAB with save(..., '-v7').",
        )
    return order


def _elements(data: memoryview, order: str) -> Iterator[tuple[int, memoryview]]:
    """Yield type and content of each data element, one after the other."""
    at = 0
    while at < len(data):
        kind, size = struct.unpack_from(f"{order}II", data, at)
        if kind >> 16:  # up to 4 bytes share the eight of their tag
            kind, size, start, padded = kind & 0xFFFF, kind >> 16, at + 4, 4
        else:
            start = at + 8
            padded = size if kind == _COMPRESSED else -(-size // 8) * 8
        if size > padded or start + size > len(data):
            raise ValueError("an element is longer than the file")
        yield kind, data[start : start + size]
        at = start + padded


def _unpacked(data: memoryview, order: str) -> memoryview:
    """Return the content of the one matrix that a compressed element holds."""
    unpacker = zlib.decompressobj()
    tag = unpacker.decompress(data, 8)
    kind, size = struct.unpack(f"{order}II", tag)
    if kind != _MATRIX or size > MAX_ARRAY_BYTES:
        raise ValueError("a compressed element holds no variable")
    content = unpacker.decompress(unpacker.unconsumed_tail, size + 1)
    if len(content) != size or not unpacker.eof:
        raise ValueError("a compressed element is incomplete")
    return memoryview(content)


def _read_matrix(
    data: memoryview, order: str, names: Collection[str]
) -> tuple[str, npt.NDArray[Any] | None]:
    """Return name and numbers of a variable; None for one not wanted or not of plain numbers."""
    parts = _elements(data, order)
    flags, shape, name = (next(parts, _NOTHING)[1] for _ in range(3))
    text = bytes(name).decode("ascii", "replace")
    if text not in names:
        return text, None
    (flag,) = struct.unpack_from(f"{order}I", flags)
    numbers = flag & 0xFF
    if flag & _COMPLEX or not (numbers in _NUMBER_CLASSES or numbers == _SPARSE_CLASS):
        return text, None
    sizes = np.frombuffer(shape, f"{order}i4").tolist()
    if min(sizes, default=0) < 0:
        raise ValueError(f"'{text}' has the shape {sizes}")
    if numbers == _SPARSE_CLASS:
        arrays = [_numbers(next(parts, _NOTHING), order, text) for _ in range(3)]
        return text, _written_out(arrays, sizes, text)
    array = _numbers(next(parts, _NOTHING), order, text)
    if math.prod(sizes) != len(array):
        raise ValueError(f"'{text}' holds {len(array)} numbers for the shape {sizes}")
    return text, array.reshape(sizes, order="F")


def _numbers(element: tuple[int, memoryview], order: str, name: str) -> npt.NDArray[Any]:
    kind, content = element
    if kind not in _NUMBER_TYPES:
        raise ValueError(f"'{name}' is stored as type {kind}")
    return np.frombuffer(content, np.dtype(order + _NUMBER_TYPES[kind]))


def _written_out(arrays: list[npt.NDArray[Any]], sizes: list[int], name: str) -> npt.NDArray[Any]:
    """Return a sparse table with its zeros.

    It is told by the rows of what is not zero, column by column, by the places (columns + 1)
    among them where columns begin and the last one ends, and by the numbers there.
    """
    rows, starts, numbers = arrays
    if len(sizes) != 2 or len(starts) != sizes[1] + 1:
        raise ValueError(f"'{name}' does not tell where its columns begin")
    if math.prod(sizes) > _MOST_CELLS:
        raise ValueError(f"'{name}' is sparse and tells of {sizes[0]:,} x {sizes[1]:,} numbers")
    places = starts.astype(np.int64)
    lengths = places[1:] - places[:-1]
    count = int(starts[-1])
    rows = rows[:count]
    is_placed = starts[0] == 0 and (lengths >= 0).all() and count <= min(len(rows), len(numbers))
    if not is_placed or ((rows < 0) | (rows >= sizes[0])).any():
        raise ValueError(f"'{name}' has numbers outside of its {sizes[0]} x {sizes[1]} places")
    table = np.zeros(sizes, numbers.dtype)
    table[rows, np.repeat(np.arange(sizes[1]), lengths)] = numbers[:count]
    return table
