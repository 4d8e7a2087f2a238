"""Turns labels, however a dataset writes them, into characters, and refuses what is none."""

import unicodedata
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_arrays import as_whole_numbers, is_whole
from ocrdesk.page.charset import Charset

Labels = npt.NDArray[Any]
Texts = npt.NDArray[np.str_]


def characters_from_labels(labels: Labels, charset: Labels | None, name: str) -> Texts:
    """Return one character per label, (n,) '<U1'.

    ``labels`` are characters, or positions, whatever their type, in ``charset`` (a string or an
    array of characters).
    Raises DatasetError, naming ``name``, for labels that are neither.
    """
    texts = texts_from_labels(labels, charset, name)
    lengths = np.char.str_len(texts)
    if (lengths != 1).any():
        at = int(np.argmax(lengths != 1))
        raise DatasetError(
            f"{name}: label {at + 1} is “{texts[at]}”, not a single character.",
            advice="Every image must show one character and be labelled with it.",
        )
    return texts.astype("<U1")


def texts_from_labels(labels: Labels, charset: Labels | None, name: str) -> Texts:
    """Return one printable, composed (NFC) text per label, (n,); else as above."""
    if labels.ndim == 2 and labels.shape[1] == 1:
        labels = labels[:, 0]
    if labels.ndim != 1:
        raise DatasetError(
            f"{name}: the labels have the shape {_shape(labels)} instead of one per item.",
            advice="Give each item its character, or its position in a charset.",
        )
    if labels.dtype.kind in "US":
        return _composed(labels, name)
    labels = as_whole_numbers(labels)
    if labels.dtype.kind == "f":
        at = int(np.argmin(is_whole(labels)))
        raise DatasetError(
            f"{name}: label {at + 1} is {labels[at]}, not a whole number.",
            advice="Labels are characters, or whole numbers with a 'charset'.",
        )
    if labels.dtype.kind not in "iu":
        raise DatasetError(
            f"{name}: the labels are of type {labels.dtype}.",
            advice="Labels are characters, or whole numbers with a 'charset'.",
        )
    return _looked_up(labels, charset, name)


def _looked_up(labels: Labels, charset: Labels | None, name: str) -> Texts:
    if charset is None:
        raise DatasetError(
            f"{name}: the labels are numbers, and nothing says which character each stands for.",
            advice="Add an array 'charset' with the characters in order, such as 'ABC...'.",
        )
    table = np.array(list(_charset(charset, name)), "<U1")
    is_wrong = (labels < 0) | (labels >= len(table))
    if is_wrong.any():
        at = int(np.argmax(is_wrong))
        raise DatasetError(
            f"{name}: label {at + 1} is {labels[at]}, but the charset has {len(table)} characters,"
            f" numbered from 0 to {len(table) - 1}.",
            advice="Check that labels and charset belong together.",
        )
    texts: Texts = table[labels.astype(np.intp)]
    return texts


def _charset(charset: Labels, name: str) -> Charset:
    try:
        entries = np.atleast_1d(charset).ravel().astype(np.str_).tolist()
        known = Charset("".join(entries))
    except ValueError as error:
        raise _unusable_charset(str(error), name) from error
    if len(entries) not in {1, len(known)}:
        raise _unusable_charset("not every entry is one character", name)
    return known


def _unusable_charset(reason: str, name: str) -> DatasetError:
    return DatasetError(
        f"{name}: the charset cannot be used: {reason}.",
        advice="It lists every character once, in the order of the label numbers.",
    )


def _composed(labels: Labels, name: str) -> Texts:
    try:
        given = labels.astype(np.str_) if labels.dtype.kind == "S" else labels
        distinct, positions = np.unique(given, return_inverse=True)
        texts = [unicodedata.normalize("NFC", text) for text in distinct.tolist()]
    except ValueError as error:  # bytes beyond ASCII, or code points beyond Unicode
        raise DatasetError(
            f"{name}: the labels are not readable text ({error}).",
            advice="Store the labels as Unicode text.",
        ) from error
    for text in texts:
        if not text.strip() or not text.isprintable():
            shown = text if text.isprintable() else repr(text)[1:-1]
            raise DatasetError(
                f"{name}: “{shown}” is used as a label.",
                advice="Every label must be a character that can be seen.",
            )
    composed: Texts = np.array(texts, np.str_)[positions.reshape(-1)]
    return composed


def _shape(array: Labels) -> str:
    return " x ".join(map(str, array.shape)) or "of a single value"
