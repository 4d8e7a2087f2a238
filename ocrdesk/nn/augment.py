"""Patches as another hand, pen or scanner might have made them: jitter, noise and holes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ocrdesk.nn.arrays import Array, Labels, Shape
from ocrdesk.nn.dataset import Samples

_PATCHES_AT_ONCE = 32  # so that all arrays of one piece stay in the processor's second cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Jitter:
    """How far a patch may be changed; every amount is drawn evenly from −limit … +limit.

    ``rotation`` in degrees; ``shear`` as the shift of x per y (0.2: slant of about 11°); ``scale``
    as a share for each axis by itself (0.1: 0.9 … 1.1); ``shift`` in pixels. ``noise`` is the
    standard deviation added to every pixel, and with probability ``erase`` a rectangle of up to
    ``erase_size`` of each side becomes paper. Raises ``ValueError`` for a negative amount.
    """

    rotation: float = 8.0
    shear: float = 0.15
    scale: float = 0.1
    shift: float = 1.5
    noise: float = 0.0
    erase: float = 0.0
    erase_size: float = 0.3

    def __post_init__(self) -> None:
        for name in ("rotation", "shear", "shift", "noise"):
            if not 0 <= getattr(self, name) < np.inf:
                raise ValueError(f"{name} must be at least 0, not {getattr(self, name)}")
        for name, below in (("scale", 1.0), ("erase", np.nextafter(1, 2)), ("erase_size", 1.0)):
            if not 0 <= getattr(self, name) < below:
                raise ValueError(f"{name} must lie in 0 … 1, not {getattr(self, name)}")


def jittered(
    patches: Array, jitter: Jitter, rng: np.random.Generator, *, out: Array | None = None
) -> Array:
    """Return patches float32 (n, s, s), ink 0 … 1 on paper 0, each changed in its own way.

    ``out`` may be ``patches`` itself. What moves in from outside is paper. ``ValueError`` for
    arrays that are not square patches of float32.
    """
    if patches.dtype != np.float32 or patches.ndim != 3 or patches.shape[1] != patches.shape[2]:
        raise ValueError(f"not square float32 patches: {patches.dtype} {patches.shape}")
    result = np.empty_like(patches) if out is None else out
    for start in range(0, len(patches), _PATCHES_AT_ONCE):
        piece = patches[start : start + _PATCHES_AT_ONCE]
        target = result[start : start + _PATCHES_AT_ONCE]
        _warp(piece, *_drawn_maps(len(piece), jitter, rng), target)
        if jitter.erase:
            _erase(target, jitter, rng)
        if jitter.noise:
            target += np.float32(jitter.noise) * rng.standard_normal(target.shape, np.float32)
            np.clip(target, 0, 1, target)
    return result


class JitteredSamples:
    """Samples of patches that come out differently every time they are fetched.

    A training source can return one every epoch at no cost: the work is done batch by batch, so
    that training can be cancelled at any batch.
    """

    def __init__(self, samples: Samples, jitter: Jitter, rng: np.random.Generator) -> None:
        self._samples, self._jitter, self._rng = samples, jitter, rng

    @property
    def labels(self) -> Labels:
        """Class indices (n,), as they were."""
        return self._samples.labels

    @property
    def input_shape(self) -> Shape:
        """Shape (s, s) of one patch."""
        return self._samples.input_shape

    def fetch(self, rows: Labels, out: Array) -> None:
        """Write the patches of these rows to ``out`` (m, s, s), each jittered."""
        self._samples.fetch(rows, out)
        jittered(out, self._jitter, self._rng, out=out)


def _drawn_maps(count: int, jitter: Jitter, rng: np.random.Generator) -> tuple[Array, Array]:
    """Draw matrices (n, 2, 2) and shifts (n, 2) from target to source, (x, y) from the centre.

    The matrix is S·H·R: rotation, then shear, then scale. That it is the map back, not forth, makes
    no difference to evenly drawn amounts.
    """
    drawn = rng.uniform(-1, 1, (6, count)).astype(np.float32)
    angle = drawn[0] * np.float32(np.deg2rad(jitter.rotation))
    cosine, sine = np.cos(angle), np.sin(angle)
    shear = drawn[1] * np.float32(jitter.shear)
    scale_x, scale_y = 1 + drawn[2:4] * np.float32(jitter.scale)
    matrix = np.empty((count, 2, 2), np.float32)
    matrix[:, 0, 0] = scale_x * (cosine + shear * sine)
    matrix[:, 0, 1] = scale_x * (shear * cosine - sine)
    matrix[:, 1, 0] = scale_y * sine
    matrix[:, 1, 1] = scale_y * cosine
    return matrix, drawn[4:].T * np.float32(jitter.shift)


def _warp(patches: Array, matrix: Array, shift: Array, out: Array) -> None:
    """Write to ``out`` what each target pixel finds at matrix·(x, y) + shift in its patch.

    Bilinear: the four neighbours, weighted by nearness. A ring of paper around the patch answers
    for everything outside.
    """
    count, size, _ = patches.shape
    ringed = np.zeros((count, size + 2, size + 2), np.float32)
    ringed[:, 1:-1, 1:-1] = patches
    columns, fraction_x = _whole_and_rest(matrix[:, 0], shift[:, 0], size)
    rows, fraction_y = _whole_and_rest(matrix[:, 1], shift[:, 1], size)
    rows *= size + 2  # positions in the flat array, exact in float32 up to 2²⁴
    rows += columns
    rows += np.arange(0, ringed.size, (size + 2) ** 2, dtype=np.float32)[:, None, None]
    places = rows.astype(np.intp)
    upper = _between(ringed.ravel(), places, fraction_x)
    lower = _between(ringed.ravel()[size + 2 :], places, fraction_x)
    lower -= upper
    lower *= fraction_y
    np.add(upper, lower, out)


def _whole_and_rest(row: Array, shift: Array, size: int) -> tuple[Array, Array]:
    """Return whole part and fraction (n, s, s) of one source coordinate in the ringed patch.

    ``row`` (n, 2) is that coordinate's row of the matrices, ``shift`` (n,) its shift.
    """
    centred = np.arange(size, dtype=np.float32) - np.float32((size - 1) / 2)
    along_y = row[:, 1, None] * centred + (shift[:, None] + np.float32((size + 1) / 2))
    place = (row[:, 0, None] * centred)[:, None, :] + along_y[:, :, None]
    # At the far ring the fraction is 0: whatever follows it in the flat array does not count.
    np.clip(place, 0, np.float32(size + 1), place)
    whole = np.floor(place)
    place -= whole
    return whole, place


def _between(flat: Array, places: NDArray[np.intp], fraction: Array) -> Array:
    """Return the value ``fraction`` of the way from each place to the next."""
    first = flat.take(places, mode="clip")
    second = flat[1:].take(places, mode="clip")
    second -= first
    second *= fraction
    second += first
    return second


def _erase(patches: Array, jitter: Jitter, rng: np.random.Generator) -> None:
    """Turn a rectangle into paper, in each patch with its probability."""
    count, size, _ = patches.shape
    extent = rng.uniform(0, jitter.erase_size * size, (2, count, 1))
    first = rng.uniform(0, size - extent)
    chosen = rng.random((count, 1)) < jitter.erase
    pixels = np.arange(size) + 0.5
    inside = (pixels >= first) & (pixels < first + extent)
    patches[(inside[0] & chosen)[:, :, None] & inside[1][:, None, :]] = 0
