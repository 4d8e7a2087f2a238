"""Letters that a recognizer knows without a person: drawn by the project's own hands.

Nobody's writing ships with ocrdesk, so what it learnt from cannot be shown. These letters were not
in the training data of the shipped models; they are made now, of the skeletons in
``vision.skeletons``, and only those are kept that the recognizer itself reads as what they are.
They show what the network takes a character to look like, not what it has seen.
"""

from collections.abc import Generator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision import stroke_font
from ocrdesk.vision.patches import as_bytes, cut_patches
from ocrdesk.vision.synthesis_characters import synthesise_characters

_HANDS_OF = 2  # drawings of each character by one hand
_HANDS = 3


@dataclass(frozen=True, eq=False)
class Prototypes:
    """Drawn letters: labels (n,), patches (n, s, s) uint8, 255 for ink, unit features (n, f)."""

    labels: tuple[str, ...]
    patches: npt.NDArray[np.uint8]
    features: npt.NDArray[np.float32]

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that there are drawings of."""
        return frozenset(self.labels)


def draw_prototypes(
    recognizer: Recognizer, rng: np.random.Generator
) -> Generator[float, None, Prototypes]:
    """Return up to six letters of every character that the synthesis can draw.

    Left out are those that the recognizer reads as something else. Yields the share done.
    """
    known = [character for character in recognizer.charset if character in stroke_font.CHARACTERS]
    labels: list[str] = []
    size = recognizer.geometry.size
    patches = [np.zeros((0, size, size), np.float32)]
    features = []
    for hand in range(_HANDS if known else 0):
        yield hand / _HANDS
        drawn = synthesise_characters(known, _HANDS_OF, rng)
        cut = cut_patches(list(drawn.images), recognizer.geometry)
        best = recognizer.classify(cut).argmax(axis=1)
        read = np.array([recognizer.charset[place] for place in best.tolist()])
        is_right = read == drawn.characters
        labels += drawn.characters[is_right].tolist()
        patches.append(cut[is_right])
        features.append(recognizer.features(cut[is_right]))
    pictures = as_bytes(np.concatenate(patches))
    found = np.concatenate(features) if features else np.zeros((0, 0), np.float32)
    return Prototypes(tuple(labels), pictures, found)
