"""Whether a page that was read by capitals alone is written in small letters.

A network of capitals reads small letters as some capital, and surely. So the letters are shown to
the model that knows both, and only what it surely takes for a small letter unlike any capital
counts. It is asked about ink alone: words would make it see small letters where it expects them.
"""

from collections.abc import Generator, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from ocrdesk.errors import ModelFileError
from ocrdesk.geometry import BoundingBox
from ocrdesk.letter_case import has_small_letters
from ocrdesk.page.elements import Page
from ocrdesk.services.model_store import find_model, load_model
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
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
_AT_FIRST = 16  # letters: where none of them looks small, few of the others do
_HARDLY = 0.5
_AT_ONCE = 32


def looks_small(page: Page, layout: Layout, model: str) -> Generator[Progress, None, bool]:
    """Tell whether most of a page is in small letters, and its reader does not know them."""
    glyphs = page.glyphs
    reader = better_reader(page, model) if len(glyphs) >= _FEWEST else None
    if reader is None:
        return False
    places = drawn_evenly(len(glyphs), _MOST)
    first = drawn_evenly(len(places), _AT_FIRST)
    chances: list[float] = []
    for some in (places[first], np.delete(places, first)):
        for start in range(0, len(some), _AT_ONCE):
            yield Progress("Looking for small letters", len(chances) / len(places))
            boxes = [glyphs[place].box for place in some[start : start + _AT_ONCE]]
            chances += _small_chances(layout, boxes, reader)
        if max(chances) < _HARDLY:
            return False
    sure, surer = (sum(chance > least for chance in chances) for least in (_SURE, _SURER))
    return (sure >= _FEWEST or surer >= _FEWER) and sure >= _SHARE * len(places)


def better_reader(page: Page, model: str) -> Recognizer | None:
    """Return the reader of small letters and signs; None where a page's own may know as much."""
    known = {character for glyph in page.glyphs for character, _ in glyph.predictions}
    return _reader_beside(known, model)


def small_reader(recognizer: Recognizer) -> Recognizer | None:
    """Return the reader of small letters; None where a recognizer may know them itself."""
    return _reader_beside(recognizer.charset, recognizer.name)


def _reader_beside(known: Iterable[str], model: str) -> Recognizer | None:
    """Return the reader of small letters unless ``model`` knows them or it was taken away."""
    if model == SMALL_READER or has_small_letters(known):
        return None
    try:
        path = find_model(SMALL_READER)
        told = path.stat()
        return _loaded(path, told.st_mtime_ns, told.st_size)
    except (ModelFileError, OSError):
        return None


@lru_cache(maxsize=1)
def _loaded(path: Path, _time: int, _size: int) -> Recognizer:
    """Return the model of a file; unpacking it takes as long as reading half a page."""
    return load_model(str(path))


def _small_chances(layout: Layout, boxes: Sequence[BoundingBox], reader: Recognizer) -> list[float]:
    small = [character in _SMALL for character in reader.charset]
    patches = cut_patches([layout.box_ink(box) for box in boxes], reader.geometry)
    probabilities, shares = reader.judge(patches)
    found: list[float] = (probabilities[:, small].sum(axis=1) * shares).tolist()
    return found
