"""The normalised picture of one glyph: the only way any network of ours ever sees ink.

Pages, datasets and rendered strokes all come through :func:`cut_patch`, so that what the network
trained on and what it reads are made alike: cropped to the ink, longer side scaled to a fixed
length with the aspect kept, centred, darkness stretched so that faint and thin pens look alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.shrinking import resized_to

Ink = npt.NDArray[np.uint8]
Patch = npt.NDArray[np.float32]

_INK_LEVEL = 64  # fainter pixels (of 255) do not stretch the crop


@dataclass(frozen=True, slots=True)
class PatchGeometry:
    """How patches are laid out: ``size`` pixels a side, ``margin`` of them empty at each edge."""

    size: int = 28
    margin: int = 3

    def __post_init__(self) -> None:
        if not isinstance(self.size, int) or not isinstance(self.margin, int):
            raise TypeError(f"patch geometry in parts of pixels: {self.size}, {self.margin}")
        if not 8 <= self.size <= 256 or not 0 <= self.margin <= self.size // 2 - 2:
            raise ValueError(f"patch geometry without room for ink: {self.size}, {self.margin}")


def cut_patch(ink: Ink, geometry: PatchGeometry) -> Patch:
    """Return the patch of ``ink`` (h, w) uint8, 255 where ink is: (size, size) float32 in [0, 1].

    Ink of nothing gives an empty patch.
    """
    size = geometry.size
    patch = np.zeros((size, size), np.float32)
    cropped = _crop(ink)
    if cropped is None:
        return patch
    height, width = cropped.shape
    inner = size - 2 * geometry.margin
    factor = inner / max(height, width)
    target = (max(1, round(width * factor)), max(1, round(height * factor)))
    resized = resized_to(cropped, *target).astype(np.float32)
    left, top = (size - target[0]) // 2, (size - target[1]) // 2
    # Thin strokes average out faint; the darkest point of every pen becomes 1.
    patch[top : top + target[1], left : left + target[0]] = resized / max(float(resized.max()), 1.0)
    return patch


def cut_patches(inks: Sequence[Ink] | npt.NDArray[np.uint8], geometry: PatchGeometry) -> Patch:
    """Return the patches of several inks, (n, size, size) float32."""
    patches = np.empty((len(inks), geometry.size, geometry.size), np.float32)
    for index, ink in enumerate(inks):
        patches[index] = cut_patch(ink, geometry)
    return patches


def as_bytes(patches: Patch) -> npt.NDArray[np.uint8]:
    """Return patches as whole numbers, 255 for ink, in a quarter of the room."""
    return np.asarray(np.rint(patches * 255), np.uint8)


def from_bytes(kept: npt.NDArray[np.uint8]) -> Patch:
    """Return the patches that `as_bytes` was given, to within half a step."""
    return np.asarray(kept / np.float32(255), np.float32)


def _crop(ink: Ink) -> Ink | None:
    """Return the part of ``ink`` inside its own bounding box; None where empty."""
    dark = ink > _INK_LEVEL
    rows = np.flatnonzero(dark.any(axis=1))
    if rows.size == 0:
        return None
    columns = np.flatnonzero(dark.any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
