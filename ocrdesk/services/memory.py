"""What a reader recalls while it learns a hand: the project's own hand print, and its own answers.

No collection that a model was trained on ships with the program. What keeps a reader from
forgetting is hand print that the project makes itself (``resources/memory``), and what the reader
as it was says of it (Li and Hoiem 2016, Learning without forgetting).
"""

from collections.abc import Generator
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from ocrdesk import paths
from ocrdesk.formats.memory_file import KeptCharacters, read_memory
from ocrdesk.nn.network import Network
from ocrdesk.nn.upper_layers import features, upper_layers
from ocrdesk.page.elements import UNREADABLE
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import cut_patches

AT_ONCE = 32
"""Patches between two yields: a few milliseconds."""
RECALLED = 24  # hands that are recalled while learning; the others ask what was forgotten

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """Characters recalled while learning, and others by which forgetting is measured.

    ``features`` (n, f) are what the network's upper layers see, ``targets`` (n, classes) the
    probabilities that it gave them; ``asked`` (m, f) have the classes ``answers`` (m,).
    """

    features: Floats
    targets: Floats
    asked: Floats
    answers: npt.NDArray[np.intp]


_known: WeakKeyDictionary[Network, Memory] = WeakKeyDictionary()


def recall(recognizer: Recognizer) -> Generator[float, None, Memory]:
    """Return what a recognizer recalls; yields the share done. Known from the second time on.

    Raises ``DatasetError`` where the program's own hand print is not there.
    """
    network = recognizer.network
    if network not in _known:
        _known[network] = yield from _recalled(recognizer)
    return _known[network]


def _recalled(recognizer: Recognizer) -> Generator[float, None, Memory]:
    kept = _of_charset(recognizer)
    answers = np.array(
        [
            len(recognizer.charset) if name == UNREADABLE else recognizer.charset.index(name)
            for name in kept.characters.tolist()
        ],
        np.intp,
    )
    patches = np.zeros(
        (len(kept.inks), recognizer.geometry.size, recognizer.geometry.size), np.float32
    )
    for start in range(0, len(patches), AT_ONCE):
        yield 0.3 * start / len(patches)
        piece = slice(start, start + AT_ONCE)
        patches[piece] = cut_patches(kept.inks[piece], recognizer.geometry)
    seen = yield from features_of(recognizer, patches)
    recalled = kept.hands < RECALLED
    own = seen[recalled]
    targets = upper_layers(recognizer.network).probabilities(own)
    return Memory(own, targets, seen[~recalled], answers[~recalled])


def features_of(recognizer: Recognizer, patches: Floats) -> Generator[float, None, Floats]:
    """Return the features (n, f) of patches (n, size, size)."""
    network = recognizer.network
    parts = []
    for start in range(0, len(patches), AT_ONCE):
        yield start / len(patches)
        piece = np.ascontiguousarray(patches[start : start + AT_ONCE], np.float32)
        parts.append(features(network, piece.reshape(-1, *network.input_shape)))
    return np.concatenate(parts)


def _of_charset(recognizer: Recognizer) -> KeptCharacters:
    """Return what is kept of the characters that the recognizer can name, and what is none."""
    kept = _kept()
    wanted = set(recognizer.charset) | ({UNREADABLE} if recognizer.can_reject else set())
    return kept.chosen(np.array([name in wanted for name in kept.characters.tolist()], bool))


@lru_cache(maxsize=1)
def _kept() -> KeptCharacters:
    return read_memory(paths.resources_folder() / "memory" / "hands.npz")
