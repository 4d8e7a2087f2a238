"""Reads MATLAB files in the layout of the course whose assignment this product starts from."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_arrays import check_count, squares_from_rows
from ocrdesk.formats.ink import ink_from_samples
from ocrdesk.formats.labelled_images import LabelledImages
from ocrdesk.formats.mat_variables import read_mat_variables
from ocrdesk.page.charset import CAPITALS, DIGITS

Variables = dict[str, npt.NDArray[Any] | None]

_PARTS = ("train", "valid", "test")
_CHARSETS = {26: CAPITALS, 36: CAPITALS + DIGITS}  # by number of label columns
_LAYOUT = (
    "It needs 'train_data' with an image per row and 'train_labels' with a 1 per row, or the same"
    " with valid_ or test_."
)


def read_mat_dataset(path: Path) -> LabelledImages:
    """Return the characters in the file; ``parts`` says which are "train", "valid" and "test".

    ``train_data`` (n, 1024) holds an image per row, its columns stacked first;
    ``train_labels`` (n, 36) has a 1 in the column of A..Z, 0..9; likewise ``valid_`` and
    ``test_``. Raises DatasetError.
    """
    name = f"“{path.name}”"
    wanted = [f"{part}_{kind}" for part in _PARTS for kind in ("data", "labels")]
    variables = read_mat_variables(path, wanted)
    parts = [part for part in _PARTS if f"{part}_data" in variables]
    if not parts:
        raise DatasetError(f"{name} has no 'train_data'.", advice=_LAYOUT)
    images = [_images(variables, part, name) for part in parts]
    if len({image.shape[1:] for image in images}) != 1:
        raise DatasetError(f"{name} holds images of different sizes.", advice=_LAYOUT)
    characters = [
        _characters(variables, part, count=len(own), name=name)
        for part, own in zip(parts, images, strict=True)
    ]
    return LabelledImages(
        images=ink_from_samples(np.concatenate(images), name),
        characters=np.concatenate(characters),
        clean=np.ones(sum(map(len, images)), np.bool_),
        source=path.name,
        parts=np.repeat(np.array(parts), [len(own) for own in images]),
    )


def _table(variables: Variables, what: str, name: str) -> npt.NDArray[Any]:
    """Return the variable, which must have rows and columns and be neither missing nor empty."""
    if what not in variables:
        raise DatasetError(f"{name} has no '{what}'.", advice=_LAYOUT)
    table = variables[what]
    if table is None or table.ndim != 2:
        raise DatasetError(f"{name}: '{what}' is not a table of numbers.", advice=_LAYOUT)
    if not table.size:
        raise DatasetError(f"{name}: '{what}' is empty.", advice=_LAYOUT)
    return table


def _images(variables: Variables, part: str, name: str) -> npt.NDArray[Any]:
    rows = _table(variables, f"{part}_data", name)
    squares = squares_from_rows(rows, f"{name}: '{part}_data'", advice=_LAYOUT)
    return squares.transpose(0, 2, 1)


def _characters(variables: Variables, part: str, *, count: int, name: str) -> npt.NDArray[np.str_]:
    what = f"{part}_labels"
    marks = _table(variables, what, name)
    check_count(f"rows in '{what}'", len(marks), count, name)
    if marks.shape[1] not in _CHARSETS:
        raise DatasetError(
            f"{name}: '{what}' has {marks.shape[1]} columns.",
            advice="36 columns stand for A to Z and 0 to 9, 26 columns for A to Z.",
        )
    is_wrong = ((marks != 0) & (marks != 1)).any(axis=1) | (marks.sum(axis=1) != 1)
    if is_wrong.any():
        raise DatasetError(
            f"{name}: row {int(np.argmax(is_wrong)) + 1} of '{what}' does not mark one character.",
            advice="Each row holds a single 1, in the column of its character, and else zeros.",
        )
    found: npt.NDArray[np.str_] = np.array(list(_CHARSETS[marks.shape[1]]))[marks.argmax(axis=1)]
    return found
