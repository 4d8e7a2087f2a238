"""What a person's letters teach a network's upper layers, and which are kept to test it."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.language.likenesses import likenesses
from ocrdesk.nn.network import Network
from ocrdesk.nn.upper_layers import one_hot
from ocrdesk.page.charset import Charset

SMOOTHING = 0.05
"""Of labels, as the shipped models were trained."""
_UNTOLD = 5.0  # letters of a character that tell as much of its likenesses as nothing told before
_FOLDS = 2
_SEED = 0

Floats = npt.NDArray[np.float32]
Classes = npt.NDArray[np.intp]


class Lesson(NamedTuple):
    """Features (copies, n, f) of letters and their classes (n,); classes that are ``new``.

    ``alike`` (classes, classes) tells which others the same ink may be.
    """

    features: Floats
    classes: Classes
    new: range
    alike: npt.NDArray[np.bool_]


def alike(charset: Charset) -> npt.NDArray[np.bool_]:
    """Return (characters, characters) which others are likenesses of each."""
    names = charset.characters
    return np.array([[b != a and b in likenesses(a) for b in names] for a in names], bool)


def targets(start: Network, lesson: Lesson) -> Floats:
    """Return what each letter teaches (n, classes).

    One O says that such ink is an O, not that it is no 0, which nobody may have confirmed yet: what
    the reader gave likenesses without a letter of their own, beside the character, they keep, less
    of it with each letter.
    """
    taught = one_hot(lesson.classes, start.classes, smoothing=SMOOTHING)
    letters = np.bincount(lesson.classes, minlength=len(lesson.alike))
    is_open = lesson.alike & (letters == 0)
    for name in np.flatnonzero(is_open.any(axis=1) & (letters > 0)):
        own, group = lesson.classes == name, np.append(np.flatnonzero(is_open[name]), name)
        given = start.probabilities(lesson.features[0][own])[:, group]
        given /= np.maximum(given.sum(axis=1, keepdims=True), np.finfo(np.float32).tiny)
        given[:, -1] += 1 - given.sum(axis=1)
        kept = np.float32((1 - SMOOTHING) * _UNTOLD / (_UNTOLD + letters[name]))
        taught[own, name] -= kept
        taught[np.ix_(own, group)] += kept * given
    return taught


def in_halves(classes: Classes) -> Iterator[npt.NDArray[np.bool_]]:
    """Yield what is held out (n,): of each class every other letter, none of a class with one."""
    order = np.random.default_rng(_SEED).permutation(len(classes))
    rank = np.zeros(len(classes), np.intp)
    several = np.zeros(len(classes), bool)
    for own in (order[classes[order] == name] for name in np.unique(classes)):
        rank[own] = np.arange(len(own))
        several[own] = len(own) > 1
    for fold in range(_FOLDS):
        held_out = several & (rank % _FOLDS == fold)
        if held_out.any():
            yield held_out
