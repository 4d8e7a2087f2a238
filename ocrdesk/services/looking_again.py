"""What the network says of a page's boxes as they are now, a few at a time."""

from collections.abc import Generator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.page.elements import Page
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patches

_AT_ONCE = 16  # boxes between two yields: some twenty milliseconds

Floats = npt.NDArray[np.float32]


class SeenAgain(NamedTuple):
    """What the network says of a page's glyphs (n,), in reading order.

    ``probabilities`` (n, characters) and ``shares`` (n,) are as `Recognizer.judge` returns them;
    ``is_inked`` (n,) is false for boxes on bare paper. Glyphs whose character a person said are
    not looked at: their rows are even, and they count as inked characters.
    """

    probabilities: Floats
    shares: Floats
    is_inked: npt.NDArray[np.bool_]


def look_again(
    page: Page, layout: Layout, recognizer: Recognizer
) -> Generator[float, None, SeenAgain]:
    """Show the network every glyph but those whose character a person said.

    A correction that the recognizer cannot name does not spare the look, since its neighbours are
    read by what the ink says instead. Yields the share done every few milliseconds.
    """
    glyphs, charset = page.glyphs, recognizer.charset
    probabilities = np.full((len(glyphs), len(charset)), 1 / len(charset), np.float32)
    shares, is_inked = np.ones(len(glyphs), np.float32), np.ones(len(glyphs), np.bool_)
    open_ones = [place for place, glyph in enumerate(glyphs) if glyph.correction not in charset]
    for start in range(0, len(open_ones), _AT_ONCE):
        yield start / len(open_ones)
        places = open_ones[start : start + _AT_ONCE]
        inks = [layout.box_ink(glyphs[place].box) for place in places]
        patches = cut_patches(inks, recognizer.geometry)
        probabilities[places], shares[places] = recognizer.judge(patches)
        is_inked[places] = patches.any(axis=(1, 2))
    return SeenAgain(probabilities, shares, is_inked)
