"""Reads IDX, the format of MNIST and EMNIST: images and labels in two files side by side.

Format: LeCun, Cortes, Burges, http://yann.lecun.com/exdb/mnist/, section "FILE FORMATS".
"""

import gzip
import math
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_arrays import (
    MAX_ARRAY_BYTES,
    check_count,
    refuse_unusual_file,
    unreadable_dataset,
)
from ocrdesk.formats.ink import ink_from_samples
from ocrdesk.formats.labelled_images import LabelledImages
from ocrdesk.formats.presence import files_in, is_file
from ocrdesk.page.charset import CAPITALS, DIGITS

_UNSIGNED_BYTES = 0x08
_MOST_GZIP_CAN_SHRINK = 1032  # deflate, as measured by its authors: zlib.net/zlib_tech.html
_COPY_AGAIN = "Copy or download it again."


def read_idx_dataset(path: Path) -> LabelledImages:
    """Return the images of an ``idx3-ubyte`` file with the labels of the ``idx1-ubyte`` beside it.

    Both may be gzipped. The labels file has the same name but for ``idx1`` and ``labels``. An
    EMNIST mapping (``emnist-balanced-mapping.txt`` for ``emnist-balanced-train-images...``)
    beside them says what the labels mean; without one, labels up to 9 are digits and labels
    from 1 to 26 capitals. Raises DatasetError.
    """
    name = f"“{path.name}”"
    images = _read_idx(path, 3)
    if not images.size:
        raise DatasetError(f"{name} is empty: it has no images.", advice="Choose another file.")
    labels_path = _labels_beside(path)
    labels = _read_idx(labels_path, 1)
    check_count(f"labels in “{labels_path.name}”", len(labels), len(images), name)
    return LabelledImages(
        images=ink_from_samples(images, name),
        characters=_characters(labels, path, labels_path),
        clean=np.ones(len(labels), np.bool_),
        source=path.name,
    )


def _labels_beside(path: Path) -> Path:
    """Return the file of labels that belongs to the images."""
    candidates = list(dict.fromkeys(_label_names(path.name)))
    for candidate in candidates:
        if is_file(path.with_name(candidate)):
            return path.with_name(candidate)
    raise DatasetError(
        f"The labels of “{path.name}” are missing.",
        advice=f"Put “{candidates[0]}” into the same folder.",
    )


def _label_names(name: str) -> Iterator[str]:
    labels = name.replace("idx3", "idx1").replace("IDX3", "IDX1")
    for stem in (labels.replace("images", "labels"), labels):
        yield stem
        yield stem.removesuffix(".gz") if stem.endswith(".gz") else f"{stem}.gz"


def _read_idx(path: Path, dimensions: int) -> npt.NDArray[np.uint8]:
    """Return the array of unsigned bytes in the file, which must have that many dimensions."""
    name = f"“{path.name}”"
    refuse_unusual_file(path)
    try:
        with path.open("rb") as raw, _unpacked(raw) as stream:
            shape = _read_header(stream, dimensions, name)
            size = math.prod(shape)
            factor = 1 if stream is raw else _MOST_GZIP_CAN_SHRINK
            stored = path.stat().st_size
            if size <= MAX_ARRAY_BYTES and stream is raw and stored - stream.tell() < size:
                raise _cut_short(name, stored - stream.tell(), size)
            if size > min(stored * factor, MAX_ARRAY_BYTES):
                raise DatasetError(
                    f"{name} declares {size:,} bytes, which it cannot hold.", advice=_COPY_AGAIN
                )
            content = stream.read(size + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DatasetError(
            f"{name} is damaged or cut off ({error}).", advice=_COPY_AGAIN
        ) from error
    except OSError as error:
        raise unreadable_dataset(path, error) from error
    if len(content) > size:
        raise DatasetError(f"{name} is longer than its header says.", advice=_COPY_AGAIN)
    if len(content) < size:
        raise _cut_short(name, len(content), size)
    return np.frombuffer(content, np.uint8).reshape(shape)


def _cut_short(name: str, there: int, declared: int) -> DatasetError:
    return DatasetError(
        f"{name} is cut short: {there:,} bytes of data are there, "
        f"shorter than the {declared:,} its header declares.",
        advice=_COPY_AGAIN,
    )


def _unpacked(raw: BinaryIO) -> BinaryIO:
    """Return the stream, unzipped if it begins like gzip, whatever the file is called."""
    is_packed = raw.read(2) == b"\x1f\x8b"
    raw.seek(0)
    return cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if is_packed else raw


def _read_header(stream: BinaryIO, dimensions: int, name: str) -> tuple[int, ...]:
    magic = stream.read(4)
    if magic != bytes([0, 0, _UNSIGNED_BYTES, dimensions]):
        kind = {1: "labels", 3: "images"}[dimensions]
        if magic[:3] == bytes([0, 0, _UNSIGNED_BYTES]):
            found = f"has {magic[3:].hex() or 'no'} dimensions instead of {dimensions}"
        else:
            found = f"begins with {magic.hex(' ') or 'nothing'}"
        raise DatasetError(
            f"{name} is not an IDX file of {kind}: it {found}.",
            advice="Images begin with 00 00 08 03, their labels with 00 00 08 01.",
        )
    header = stream.read(4 * dimensions)
    if len(header) != 4 * dimensions:
        raise DatasetError(f"{name} is shorter than its header.", advice=_COPY_AGAIN)
    return struct.unpack(f">{dimensions}I", header)


def _characters(
    labels: npt.NDArray[np.uint8], path: Path, labels_path: Path
) -> npt.NDArray[np.str_]:
    mapping_path = _mapping_beside(path)
    table = _default_table(labels, labels_path) if mapping_path is None else _table(mapping_path)
    unknown = set(np.unique(labels).tolist()) - table.keys()
    if unknown:
        raise DatasetError(
            f"“{labels_path.name}” holds the label {min(unknown)}, which stands for no character.",
            advice="Check that the mapping beside it belongs to these labels.",
        )
    characters = np.full(256, "", "<U1")
    for label, character in table.items():
        characters[label] = character
    found: npt.NDArray[np.str_] = characters[labels]
    return found


def _default_table(labels: npt.NDArray[np.uint8], labels_path: Path) -> dict[int, str]:
    low, high = int(labels.min()), int(labels.max())
    if high <= 9:
        return dict(enumerate(DIGITS))
    if low >= 1 and high <= 26:
        return dict(enumerate(CAPITALS, start=1))
    raise DatasetError(
        f"The labels in “{labels_path.name}” run from {low} to {high}, and nothing says which"
        " character each stands for.",
        advice="Put the mapping of the dataset beside it, such as “emnist-balanced-mapping.txt”.",
    )


def _mapping_beside(path: Path) -> Path | None:
    """Return the mapping whose name begins like the images' name; the longest such."""
    found = [
        mapping
        for mapping in files_in(path.parent, "*-mapping.txt")
        if path.name.startswith(mapping.name.removesuffix("mapping.txt"))
    ]
    return max(found, key=lambda mapping: len(mapping.name), default=None)


def _table(path: Path) -> dict[int, str]:
    """Return the character of each label from rows of ``label code [code of the small letter]``."""
    table = {}
    try:
        for row in path.read_text("ascii").splitlines():
            if row.strip():
                label, code, *_ = (int(number) for number in row.split())
                table[label] = chr(code)
    except OSError as error:
        raise unreadable_dataset(path, error) from error
    except (ValueError, OverflowError) as error:
        raise DatasetError(
            f"“{path.name}” is not an EMNIST mapping ({error}).",
            advice="Each row holds a label and the character code it stands for.",
        ) from error
    if not all(0 <= label <= 255 and _is_visible(text) for label, text in table.items()):
        raise DatasetError(
            f"“{path.name}” maps labels beyond 255, or to characters that cannot be seen.",
            advice="Each row holds a label and the character code it stands for.",
        )
    return table


def _is_visible(text: str) -> bool:
    return text.isprintable() and not text.isspace()
