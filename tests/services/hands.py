"""Letters by one made-up hand, as a reader sees them once a person confirmed them."""

from collections.abc import Sequence

import numpy as np

from ocrdesk.services.letters import Letters
from ocrdesk.vision.patches import PatchGeometry, cut_patches
from ocrdesk.vision.samples import ink_of_image
from ocrdesk.vision.stroke_font import variants
from ocrdesk.vision.strokes import distort, render
from ocrdesk.vision.synthesis_hand import Hand

STEEP = Hand(seed=11, slant=0.95, width=0.6, tremor=0.5, character=0.9)
"""A hand that leans so far that the reader errs often."""


def written(
    characters: str | Sequence[str], geometry: PatchGeometry, *, seed: int = 0, hand: Hand = STEEP
) -> Letters:
    """Return one letter for each character, written by the hand."""
    rng = np.random.default_rng(seed)
    inks = [
        render(hand.write(character, rng), height=44, pen_width=4.0) for character in characters
    ]
    return Letters(cut_patches([ink_of_image(ink) for ink in inks], geometry), tuple(characters))


def drawn_signs(sign: str, count: int, geometry: PatchGeometry, *, seed: int = 0) -> Letters:
    """Return ``count`` drawings of one sign that has a skeleton."""
    rng = np.random.default_rng(seed)
    forms = variants(sign)
    inks = [
        render(distort(forms[number % len(forms)], rng), height=44, pen_width=4.0)
        for number in range(count)
    ]
    return Letters(cut_patches([ink_of_image(ink) for ink in inks], geometry), (sign,) * count)
