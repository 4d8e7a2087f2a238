"""Labelled characters from many made-up hands, for training where no recorded data is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from ocrdesk.vision.strokes import Ink, Stroke, render
from ocrdesk.vision.synthesis_hand import draw_hand

_PER_HAND = 4


@dataclass(frozen=True, slots=True)
class SyntheticCharacters:
    """Pictures (n, size, size) with ink 255 on 0, their characters, and the hand of each.

    ``hands`` are names; hold out by hand, never by picture.
    """

    images: NDArray[np.uint8]
    characters: NDArray[np.str_]
    hands: NDArray[np.str_]


def synthesise_characters(
    characters: Sequence[str], count_per_class: int, rng: np.random.Generator, *, size: int = 48
) -> SyntheticCharacters:
    """Return ``count_per_class`` pictures of every character, at most four by the same hand.

    A hand keeps its forms, slant and pen; pens go from fine to broad, and some pictures are a
    little out of focus. ``KeyError`` for a character without a skeleton.
    """
    images: list[Ink] = []
    labels: list[str] = []
    hands: list[str] = []
    for start in range(0, count_per_class, _PER_HAND):
        hand = draw_hand(rng, neatness=float(rng.uniform(0.0, 1.0)))
        pen_width = size * float(np.exp(rng.uniform(np.log(0.035), np.log(0.17))))
        blur = float(rng.choice((0.0, rng.uniform(0.3, 0.02 * size))))
        for _ in range(min(_PER_HAND, count_per_class - start)):
            for character in characters:
                images.append(_picture(hand.write(character, rng), size, pen_width, blur))
                labels.append(character)
                hands.append(f"hand{start // _PER_HAND:04d}")
    return SyntheticCharacters(np.array(images, np.uint8), np.array(labels), np.array(hands))


def _picture(strokes: Sequence[Stroke], size: int, pen_width: float, blur: float) -> Ink:
    """Return the character in the middle of a square, a small margin around it."""
    ink = render(strokes, height=size - 4, pen_width=pen_width, margin=0)
    picture = np.zeros((size, size), np.uint8)
    top, left = (size - ink.shape[0]) // 2, (size - ink.shape[1]) // 2
    picture[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    if not blur:
        return picture
    soft = gaussian_filter(picture.astype(np.float32), blur)
    return np.asarray(soft * (255.0 / soft.max()), np.uint8)
