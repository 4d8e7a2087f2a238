"""A letter as the network would see it if the ink of its page were found by other settings."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Prediction
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patch
from ocrdesk.vision.turning import upright


@dataclass(frozen=True, slots=True)
class LetterToTry:
    """A letter by its ``box`` in pixels of the page; the ``layout`` it was read in tells its slope.

    Two are equal where their boxes are.
    """

    box: BoundingBox
    layout: Layout = field(compare=False)
    recognizer: Recognizer = field(compare=False)


class TriedLetter(NamedTuple):
    """The patch (s, s) of a letter and what its ink alone says; nothing where there is no ink."""

    patch: npt.NDArray[np.float32]
    predictions: tuple[Prediction, ...]


def try_ink(letter: LetterToTry, bare: Layout) -> TriedLetter:
    """Return a letter cut from other ink of its page, turned as its row was read."""
    held = bare.held(letter.box)
    recognizer = letter.recognizer
    ink = upright(held.mask, _slope(letter.layout, letter.box))
    patch = cut_patch(ink, recognizer.geometry)
    if not patch.any():
        return TriedLetter(patch, ())
    return TriedLetter(patch, recognizer.predictions(recognizer.classify(patch[None])[0]))


def _slope(layout: Layout, box: BoundingBox) -> float:
    """Return in degrees, clockwise, how aslant the letters near a box stand on the page."""
    row = layout.held(box).row
    if row is None:
        return 0.0
    return layout.strip_of(row).placement.angle + layout.rows[row].angle
