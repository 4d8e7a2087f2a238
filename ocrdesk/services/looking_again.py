"""What the network says of a page's boxes as they are now, a few at a time."""

from collections.abc import Generator, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.page.charset import Charset
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.held_ink import HeldInk
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patches

_AT_ONCE = 16  # boxes between two yields: some twenty milliseconds
_UNSEEN_AT_ONCE = 128  # whose ink is only found: less than that

Floats = npt.NDArray[np.float32]


class SeenAgain(NamedTuple):
    """What the network says of a page's glyphs (n,), in reading order.

    ``probabilities`` (n, characters) and ``shares`` (n,) are as `Recognizer.judge` returns them;
    ``is_inked`` (n,) is false for boxes on bare paper; ``inks`` (n) is what the boxes hold. Glyphs
    whose character a person said are not looked at: their rows are even, and they count as inked
    characters.
    """

    probabilities: Floats
    shares: Floats
    is_inked: npt.NDArray[np.bool_]
    inks: Sequence[HeldInk]

    def part(self, places: slice) -> "SeenAgain":
        """Return the same of some of the glyphs."""
        return SeenAgain(
            self.probabilities[places],
            self.shares[places],
            self.is_inked[places],
            self.inks[places],
        )


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
    is_open = [class_said(glyph, charset) is None for glyph in glyphs]
    inks: dict[int, HeldInk] = {}
    for start, places in _batches(is_open):
        yield start / len(glyphs)
        inks |= {place: layout.held(glyphs[place].box) for place in places}
        if is_open[places[0]]:
            uprights = [layout.upright(inks[place]) for place in places]
            patches = cut_patches(uprights, recognizer.geometry)
            probabilities[places], shares[places] = recognizer.judge(patches)
            is_inked[places] = patches.any(axis=(1, 2))
    return SeenAgain(probabilities, shares, is_inked, [inks[place] for place in range(len(glyphs))])


def class_said(glyph: Glyph, charset: Charset) -> int | None:
    """Return the class that a person said a glyph is of, None where none, or none that is known."""
    if glyph.correction is None:
        return None
    character = charset.fold(glyph.correction)
    return charset.index(character) if character in charset else None


def _batches(is_open: Sequence[bool]) -> Iterator[tuple[int, list[int]]]:
    """Yield places of glyphs to find at once, and how many came before; no batch is of both."""
    before = 0
    for kind, size in ((True, _AT_ONCE), (False, _UNSEEN_AT_ONCE)):
        own = [place for place, is_so in enumerate(is_open) if is_so is kind]
        for start in range(0, len(own), size):
            yield before + start, own[start : start + size]
        before += len(own)
