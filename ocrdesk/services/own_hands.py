"""The project's own hand print as labelled characters, for what no collection holds."""

import numpy as np

from ocrdesk.errors import DatasetError
from ocrdesk.page.charset import Charset
from ocrdesk.services.training_data import Characters
from ocrdesk.vision import stroke_font
from ocrdesk.vision.synthesis_characters import synthesise_characters
from ocrdesk.vision.synthesis_hand import draw_hand

_PER_HAND = 4


def synthetic_characters(
    charset: Charset, rng: np.random.Generator, *, per_class: int = 60
) -> Characters:
    """Return the project's own hand print: every character of the charset by many made-up hands.

    Raises ``DatasetError`` where the charset holds characters that have no skeleton.
    """
    unknown = [character for character in charset if character not in stroke_font.CHARACTERS]
    if unknown:
        raise DatasetError(
            f"The built-in hand print has no {' '.join(unknown)}.",
            advice="Give files with these characters.",
        )
    drawn = synthesise_characters(charset.characters, per_class, rng)
    labels = np.array(charset.indices(drawn.characters.tolist()), np.intp)
    return Characters("synthetic", labels, drawn.hands, images=list(drawn.images))


def own_strokes(
    characters: str, charset: Charset, per_class: int, rng: np.random.Generator
) -> Characters:
    """Return ``per_class`` drawings of each of some characters, by made-up hands, as strokes.

    Marks keep their size: the unit is the height of the hand's capitals.
    """
    strokes = []
    labels: list[int] = []
    hands: list[str] = []
    for start in range(0, per_class, _PER_HAND):
        hand = draw_hand(rng, neatness=float(rng.uniform(0.0, 1.0)))
        for _ in range(min(_PER_HAND, per_class - start)):
            for character in characters:
                strokes.append(hand.write(character, rng))
                labels.append(charset.index(character))
                hands.append(f"own hand {start // _PER_HAND}")
    return Characters(
        "own hands", np.array(labels, np.intp), np.array(hands), strokes=strokes, letter=1.0
    )
