"""What a reader recalls while it learns a hand: the project's own hand print, and its own answers.

No collection that a model was trained on ships with the program. What keeps a reader from
forgetting is hand print that the project makes itself (``resources/memory``), and what the reader
as it was says of it (Li and Hoiem 2016, Learning without forgetting).
"""

from collections.abc import Generator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from threading import Lock

import numpy as np
import numpy.typing as npt

from ocrdesk import paths
from ocrdesk.formats.memory_file import KeptCharacters, read_memory
from ocrdesk.nn.upper_layers import features, upper_layers
from ocrdesk.page.elements import UNREADABLE
from ocrdesk.services.progress import part_of
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import cut_patches

AT_ONCE = 32
"""Patches between two yields: a few milliseconds."""
_KEPT = 2  # memories, 28 MB of print36: the models that somebody learns with by turns
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


class _Recalling:
    """A memory on its way. Several threads may ask for it: each takes the step that comes next."""

    def __init__(self, recognizer: Recognizer) -> None:
        self._lock = Lock()
        self._memory: Memory | None = None
        self._recognizer = recognizer
        self._steps = _recalled(recognizer)

    def step(self) -> float | Memory:
        """Go a few milliseconds on; return the share done, and the memory at the end.

        What raised an error begins anew: a generator that raised would just end the next time.
        """
        with self._lock:
            if self._memory is not None:
                return self._memory
            try:
                return next(self._steps)
            except StopIteration as end:
                memory: Memory = end.value
                self._memory = memory
                return memory
            except BaseException:  # also where somebody interrupts a program
                self._steps = _recalled(self._recognizer)
                raise


_known: dict[bytes, _Recalling] = {}  # by fingerprint, what was asked for last at the end
_known_lock = Lock()


def recall(recognizer: Recognizer) -> Generator[float, None, Memory]:
    """Return what a recognizer recalls; yields the share done. Known from the second time on.

    So it is for another recognizer of the same weights, such as the base of a profile, which is
    read from its file each time. What was begun and left is gone on with. Raises ``DatasetError``
    where the program's own hand print is not there.
    """
    name = fingerprint(recognizer)
    with _known_lock:
        recalling = _known.pop(name, None) or _Recalling(recognizer)
        _known[name] = recalling
        for old in list(_known)[:-_KEPT]:
            del _known[old]
    while not isinstance(told := recalling.step(), Memory):
        yield told
    return told


def fingerprint(recognizer: Recognizer) -> bytes:
    """Return what tells recognizers apart that recall something else."""
    layers, arrays = recognizer.network.state()
    facts = (recognizer.charset.characters, recognizer.geometry, layers)
    digest = blake2b(repr(facts).encode())
    for array in arrays.values():
        digest.update(np.ascontiguousarray(array).data)
    return digest.digest()


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
    seen = yield from part_of(features_of(recognizer, patches), start=0.3, share=0.65)
    yield 0.95
    recalled = kept.hands < RECALLED
    own = seen[recalled]
    targets = upper_layers(recognizer.network).probabilities(own)
    yield 0.98
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
