"""Labelled characters to the patches a network learns from, and ink that is no character."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ocrdesk.nn.dataset import Dataset
from ocrdesk.services.training_data import Characters
from ocrdesk.vision.fragments import fragment
from ocrdesk.vision.patches import PatchGeometry, cut_patch
from ocrdesk.vision.strokes import Stroke


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
    count = sum(map(len, chosen))
    inputs = np.empty((count, geometry.size**2), np.float32)
    labels = np.empty(count, np.intp)
    row = 0
    for source, places in zip(sources, chosen, strict=True):
        for place in places.tolist():
            inputs[row] = cut_patch(source.ink(place, rng, strength=strength), geometry).ravel()
            labels[row] = source.labels[place]
            row += 1
    return Dataset(inputs, labels)


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
