"""A writing hand: the habits that make every letter of one page look like its neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ocrdesk.vision.stroke_font import CAP_HEIGHT, variants
from ocrdesk.vision.strokes import Stroke, distort

_SNUG = 0.55
"""Punctuation stands this much closer to its word than a letter would."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How one person writes; lengths are in cap heights, angles in radians.

    ``seed`` fixes the personal shape of every character; ``habit`` is the chance that the person
    writes a character in the usual one of its forms; ``plainness`` the chance that this usual
    form is the commonest of the font. ``tremor`` is how much two writings of a letter differ.
    """

    seed: int
    slant: float = 0.05
    width: float = 1.0
    letter_gap: float = 0.32
    word_gap: float = 0.95
    size_spread: float = 0.04
    base_spread: float = 0.02
    gap_spread: float = 0.05
    tremor: float = 0.35
    character: float = 0.6
    habit: float = 0.92
    plainness: float = 0.6

    def write(self, character: str, rng: np.random.Generator) -> list[Stroke]:
        """Return the character in cap heights: base line y = 0, up is negative, ink from x = 0.

        The strokes differ a little each time; ``KeyError`` for an unknown character.
        """
        strokes = self._personal(character, rng)
        if len(character) == 1 and character.isalnum():
            strokes = _settled(
                distort(strokes, rng, strength=self.tremor, shift=0.03, wobble=0.006), strokes
            )
        size = np.exp(rng.normal(0.0, self.size_spread)) / CAP_HEIGHT
        shaped = [self._shaped(stroke, float(size)) for stroke in strokes]
        left = min(float(stroke[:, 0].min()) for stroke in shaped)
        lift = rng.normal(0.0, self.base_spread)
        return [stroke - np.array((left, lift), np.float32) for stroke in shaped]

    def _personal(self, character: str, rng: np.random.Generator) -> list[Stroke]:
        """Return the form this person uses, bent in the person's own way, in font units."""
        own = np.random.default_rng((self.seed, ord(character)))
        forms = variants(character)
        is_usual = rng.random() < self.habit
        chooser = own if is_usual else rng
        usual = 0 if own.random() < self.plainness else int(own.integers(len(forms)))
        strokes = forms[usual if is_usual else int(chooser.integers(len(forms)))]
        if not character.isalnum():
            return list(strokes)
        return _settled(
            distort(strokes, own, strength=self.character, slant=0.1, wobble=0.004), strokes
        )

    def _shaped(self, stroke: Stroke, size: float) -> Stroke:
        """Return the stroke in cap heights with the hand's width and slant."""
        y = (stroke[:, 1] - CAP_HEIGHT) * size
        x = stroke[:, 0] * size * self.width - y * self.slant
        return np.stack([x, y], axis=1).astype(np.float32)

    def gap(self, rng: np.random.Generator) -> float:
        """Return the empty distance to the next character of the word."""
        return max(0.03, self.letter_gap + rng.normal(0.0, self.gap_spread))

    def space(self, rng: np.random.Generator) -> float:
        """Return the empty distance between two words."""
        return max(self.letter_gap + 0.4, self.word_gap + rng.normal(0.0, 1.5 * self.gap_spread))


def draw_hand(rng: np.random.Generator, *, neatness: float = 0.5) -> Hand:
    """Return a hand of its own; ``neatness`` 1 is a careful pupil, 0 a person in a hurry."""
    haste = 1.0 - neatness
    letter_gap = float(rng.uniform(0.2, 0.42))
    return Hand(
        seed=int(rng.integers(2**31)),
        slant=float(rng.normal(0.05, 0.05 + 0.14 * haste)),
        width=float(np.exp(rng.normal(0.0, 0.05 + 0.12 * haste))),
        letter_gap=letter_gap,
        word_gap=1.8 * letter_gap + float(rng.uniform(0.45, 0.75)),
        size_spread=0.02 + 0.06 * haste,
        base_spread=0.01 + 0.05 * haste,
        gap_spread=0.03 + 0.06 * haste,
        tremor=0.2 + 0.45 * haste,
        character=0.4 + 0.7 * haste,
        habit=1.0 - 0.15 * haste,
        plainness=0.7 - 0.3 * haste,
    )


def _settled(strokes: Sequence[Stroke], model: Sequence[Stroke]) -> list[Stroke]:
    """Move distorted strokes (centred on zero) back to where the skeleton stands."""
    new, old = np.concatenate(strokes), np.concatenate(model)
    top, bottom = new[:, 1].min(), new[:, 1].max()
    tall = float(bottom - top)
    scale = float(np.ptp(old[:, 1])) / tall if tall > 0 else 1.0
    offset = np.array((0.0, old[:, 1].max() - bottom * scale), np.float32)
    return [(stroke * np.float32(scale) + offset).astype(np.float32) for stroke in strokes]


def write_line(
    text: str, hand: Hand, rng: np.random.Generator
) -> Iterator[tuple[str, list[Stroke]]]:
    """Yield every character of the line but spaces, with its strokes in cap heights."""
    pen = 0.0
    for word in text.split():
        for character, after in zip(word, word[1:] + " ", strict=True):
            strokes = hand.write(character, rng)
            move = np.array((pen, 0.0), np.float32)
            yield character, [stroke + move for stroke in strokes]
            pen += max(float(stroke[:, 0].max()) for stroke in strokes)
            pen += hand.gap(rng) * (_SNUG if after in ".,:'!" else 1.0)
        pen += hand.space(rng) - hand.letter_gap
