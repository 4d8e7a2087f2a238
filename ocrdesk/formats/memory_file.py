"""Small bitonal pictures of characters by many hands, eight pixels a byte: what a reader recalls.

An ``.npz`` with ``ink`` (n, size, size // 8) uint8, the most significant bit the leftmost pixel,
``characters`` (n,) one character each, and ``hands`` (n,) numbers: who wrote which.
"""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.formats.npz_archive import read_arrays
from ocrdesk.formats.output_file import write_bytes_atomically


@dataclass(frozen=True, slots=True, eq=False)
class KeptCharacters:
    """Pictures (n, size, size) uint8, 255 where ink is, their characters and hands (n,)."""

    inks: npt.NDArray[np.uint8]
    characters: npt.NDArray[np.str_]
    hands: npt.NDArray[np.integer[Any]]

    def chosen(self, keep: npt.NDArray[np.bool_]) -> "KeptCharacters":
        """Return those for which ``keep`` (n,) is true."""
        return KeptCharacters(self.inks[keep], self.characters[keep], self.hands[keep])


def write_memory(path: Path, kept: KeptCharacters) -> None:
    """Write the pictures; equal ones make equal bytes. Raises OutputError."""
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        ink=np.packbits(kept.inks > 0, axis=2),
        characters=kept.characters.astype("<U1"),
        hands=kept.hands.astype(np.int16),
    )
    write_bytes_atomically(path, buffer.getvalue())


def read_memory(path: Path) -> KeptCharacters:
    """Return what `write_memory` wrote; DatasetError where it is missing, damaged or another."""
    arrays = read_arrays(path, ("ink", "characters", "hands"))
    ink, characters, hands = (arrays.get(name) for name in ("ink", "characters", "hands"))
    if (
        ink is None
        or characters is None
        or hands is None
        or ink.dtype != np.uint8
        or ink.ndim != 3
        or ink.shape[1] != 8 * ink.shape[2]
        or characters.dtype.kind != "U"
        or hands.dtype.kind not in "iu"
        or not len(ink) == characters.size == hands.size
    ):
        raise DatasetError(
            f"“{path.name}” does not hold small pictures of characters.",
            advice="Install ocrdesk again.",
        )
    inks = np.unpackbits(ink, axis=2) * np.uint8(255)
    inks.setflags(write=False)
    return KeptCharacters(inks, characters.ravel(), hands.ravel())
