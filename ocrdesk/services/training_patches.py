"""Labelled characters to the patches a network learns from, and ink that is no character."""

from collections.abc import Generator, Sequence

import numpy as np
import numpy.typing as npt

from ocrdesk.nn.dataset import Dataset
from ocrdesk.services.progress import run
from ocrdesk.services.training_data import Characters
from ocrdesk.vision.fragments import fragment
from ocrdesk.vision.patches import PatchGeometry, cut_patch
from ocrdesk.vision.strokes import Stroke

_AT_ONCE = 200  # characters between two yields


def draw_patches(
    sources: Sequence[Characters],
    geometry: PatchGeometry,
    rng: np.random.Generator | None,
    *,
    strength: float = 1.0,
) -> Dataset:
    """Return all characters as patches (n, size * size) with their classes.

    With ``rng`` each is drawn by another hand, which goes as far as ``strength`` says in bending
    strokes, and sources with ``per_epoch`` are sampled.
    """
    chosen = []
    for source in sources:
        places = np.arange(len(source))
        if rng is not None and source.per_epoch is not None and source.per_epoch < len(source):
            places = rng.choice(places, source.per_epoch, replace=False)
        chosen.append(places)
    patches = run(cut_characters(sources, chosen, geometry, rng, strength=strength))
    labels = [source.labels[places] for source, places in zip(sources, chosen, strict=True)]
    return Dataset(
        patches.reshape(len(patches), geometry.size**2),
        np.concatenate([*labels, np.zeros(0, np.intp)]),
    )


def cut_characters(
    sources: Sequence[Characters],
    chosen: Sequence[npt.NDArray[np.intp]],
    geometry: PatchGeometry,
    rng: np.random.Generator | None = None,
    *,
    strength: float = 1.0,
) -> Generator[float, None, npt.NDArray[np.float32]]:
    """Return the patches (n, size, size) of chosen rows of each source, drawn as `draw_patches`.

    Yields the share done, every few hundred.
    """
    count = sum(map(len, chosen))
    patches = np.empty((count, geometry.size, geometry.size), np.float32)
    row = 0
    for source, places in zip(sources, chosen, strict=True):
        for place in places.tolist():
            patches[row] = cut_patch(source.ink(place, rng, strength=strength), geometry)
            row += 1
            if row % _AT_ONCE == 0:
                yield row / count
    return patches


def draw_fragments(
    sources: Sequence[Characters],
    geometry: PatchGeometry,
    count: int,
    rng: np.random.Generator,
    *,
    foreign: Sequence[str] = (),
) -> npt.NDArray[np.float32]:
    """Return patches (count, size * size) of ink that is no character, made from drawn strokes.

    ``foreign`` are signs to be drawn too (`vision.fragments`). Without a source of strokes there
    are none: (0, size * size).
    """
    # Two marks side by side make another mark: ": is no character" would be a lie.
    drawn = [source.strokes for source in sources if source.strokes and source.letter is None]
    patches = np.empty((count if drawn else 0, geometry.size**2), np.float32)
    ends = np.cumsum([0, *map(len, drawn)])

    def draw() -> Sequence[Stroke]:
        place = int(rng.integers(ends[-1]))
        chosen = int(np.searchsorted(ends, place, side="right")) - 1
        return drawn[chosen][place - int(ends[chosen])]

    for patch in patches:
        patch[:] = cut_patch(fragment(draw, rng, foreign=foreign), geometry).ravel()
    return patches


def with_fragments(characters: Dataset, fragments: npt.NDArray[np.float32], label: int) -> Dataset:
    """Return the characters and the fragments, which all get ``label``."""
    if not len(fragments):
        return characters
    labels = np.concatenate([characters.labels, np.full(len(fragments), label, np.intp)])
    return Dataset(np.concatenate([characters.inputs, fragments]), labels)
