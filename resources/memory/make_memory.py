"""Remake hands.npz, the same bytes each time: ``python resources/memory/make_memory.py``.

Every character that the project can write, by made-up hands, and ink that is no character: what
readers recall while they learn a person's hand, so that they do not forget all others.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np

from ocrdesk.formats.memory_file import KeptCharacters, write_memory
from ocrdesk.page.charset import PRINT62
from ocrdesk.page.elements import UNREADABLE
from ocrdesk.services.own_hands import own_strokes
from ocrdesk.services.training_patches import draw_fragments
from ocrdesk.vision.patches import PatchGeometry, cut_patches
from ocrdesk.vision.samples import ink_of_image
from ocrdesk.vision.synthesis_characters import synthesise_characters

TARGET = Path(__file__).resolve().parent / "hands.npz"
SEED = 5
HANDS = 48
FRAGMENTS = 480
_SQUARE = PatchGeometry(48, 0)


def main() -> None:
    """Draw all and write the file."""
    rng = np.random.default_rng(SEED)
    drawn = [synthesise_characters(PRINT62.characters, 1, rng) for _ in range(HANDS)]
    images = np.concatenate([one.images for one in drawn])
    patches = cut_patches([ink_of_image(image) for image in images], _SQUARE)
    source = own_strokes(PRINT62.characters[:62], PRINT62, 8, rng)
    # No foreign signs: a person may teach them.
    none = draw_fragments([replace(source, letter=None)], _SQUARE, FRAGMENTS, rng)
    inks = np.concatenate([patches, none.reshape(-1, *patches.shape[1:])]) >= 0.5
    hands = np.repeat(np.arange(HANDS), len(PRINT62))
    others = np.arange(FRAGMENTS) % HANDS
    write_memory(
        TARGET,
        KeptCharacters(
            inks.astype(np.uint8),
            np.concatenate([*(one.characters for one in drawn), np.full(FRAGMENTS, UNREADABLE)]),
            np.concatenate([hands, others]),
        ),
    )
    print(f"{TARGET}: {len(inks):,} characters, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
