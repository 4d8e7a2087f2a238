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
_NUMBER_CLASSES = range(6, 16)  # double to uint64; below are cells, structures, text, sparse
_COMPLEX = 0x0800


def read_mat_variables(path: Path, names: Collection[str]) -> dict[str, npt.NDArray[Any] | None]:
    """Return those of the named variables that the file holds; None for one that is no numbers.

    Arrays keep MATLAB's shape and the type they are stored in. Raises DatasetError for a file
    that is missing, damaged, foreign or of version 7.3.
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
    flags, shape, name = (next(parts, (0, memoryview(b"")))[1] for _ in range(3))
    text = bytes(name).decode("ascii", "replace")
    if text not in names:
        return text, None
    (flag,) = struct.unpack_from(f"{order}I", flags)
    kind, numbers = next(parts, (0, memoryview(b"")))
    if flag & 0xFF not in _NUMBER_CLASSES or flag & _COMPLEX:
        return text, None
    if kind not in _NUMBER_TYPES:
        raise ValueError(f"'{text}' is stored as type {kind}")
    array = np.frombuffer(numbers, np.dtype(order + _NUMBER_TYPES[kind]))
    sizes = np.frombuffer(shape, f"{order}i4").tolist()
    if min(sizes, default=0) < 0 or math.prod(sizes) != len(array):
        raise ValueError(f"'{text}' holds {len(array)} numbers for the shape {sizes}")
    return text, array.reshape(sizes, order="F")
