"""Whether a page that was read by capitals alone is written in small letters.

A network of capitals reads small letters as some capital, and surely. So the letters are shown to
the model that knows both, and only what it surely takes for a small letter unlike any capital
counts. It is asked about ink alone: words would make it see small letters where it expects them.
"""

from collections.abc import Generator

import numpy as np

from ocrdesk.errors import ModelFileError
from ocrdesk.letter_case import has_small_letters
from ocrdesk.page.elements import Page
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import Progress
from ocrdesk.services.sampling import drawn_evenly
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patches

SMALL_READER = "print62"
_SMALL = "abdefghnqrt"  # small letters that no capital and no digit looks like
_MOST = 120  # letters that are looked at, drawn evenly from the page
_FEWEST = 5  # such letters, below which a page proves nothing ...
_FEWER = 3  # ... unless they are surer still, as on a note of a few words
_SHARE = 0.2  # of the letters; in plain text the eleven make up half and more
_SURE, _SURER = 0.9, 0.97
_AT_ONCE = 32


def looks_small(page: Page, layout: Layout, model: str) -> Generator[Progress, None, bool]:
    """Tell whether most of a page is in small letters, and its reader does not know them."""
    glyphs = page.glyphs
    known = {character for glyph in glyphs for character, _ in glyph.predictions}
    if model == SMALL_READER or len(glyphs) < _FEWEST or has_small_letters(known):
        return False
    try:
        reader = load_model(SMALL_READER)
    except ModelFileError:
        return False  # it was taken away: nothing can be offered
    places = drawn_evenly(len(glyphs), _MOST).tolist()
    small = np.array([character in _SMALL for character in reader.charset])
    found: list[float] = []
    for start in range(0, len(places), _AT_ONCE):
        yield Progress("Looking for small letters", start / len(places))
        boxes = [glyphs[place].box for place in places[start : start + _AT_ONCE]]
        patches = cut_patches([layout.box_ink(box) for box in boxes], reader.geometry)
        probabilities, shares = reader.judge(patches)
        found += (probabilities[:, small].sum(axis=1) * shares).tolist()
    sure, surer = (sum(chance > least for chance in found) for least in (_SURE, _SURER))
    return (sure >= _FEWEST or surer >= _FEWER) and sure >= _SHARE * len(places)
