"""Whether a dark picture holds writing that its reading passed over: a second look tells.

Where there was little light strokes are hardly darker than the grain, and whole rows go with it.
Nobody is told of ink that was not found; so the page is read once more, smoother and more
sensitively, and letters count that are surely letters and stand where nothing was found.
"""

from collections.abc import Generator, Sequence

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.ink_settings import InkSettings
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer

SETTINGS = InkSettings(sensitivity=50, denoise=2)
FEWEST = 3
"""Letters from which on writing was missed; on pages where none was, specks were taken for two."""

_DARK = 128  # grey level, of white 255: paper in a picture with enough light is brighter
_ROWS = 100  # of pixels, and as many columns or more: they tell as well how dark it is
_SURE = 0.98
_STROKES = frozenset("1IilO0o|")  # what a speck, a line or an edge is taken for
_LOWEST, _HIGHEST = 0.6, 1.7  # of the height of what was found

_Boxes = npt.NDArray[np.float64]


def may_miss(image: SourceImage, page: Page) -> bool:
    """Tell whether a second look is worth its time, at once: the picture is dark for the most part.

    Whoever adjusted the ink of a page has seen what is found and what is not.
    """
    step = max(1, min(image.pixels.shape[:2]) // _ROWS)
    some = image.pixels[::step, ::step]
    grey = some if some.ndim == 2 else some[..., :3].mean(axis=2)
    return page.ink_settings.is_automatic and bool(np.median(grey) < _DARK)


def find_missed(
    image: SourceImage, page: Page, recognizer: Recognizer
) -> Generator[Progress, None, tuple[Glyph, ...]]:
    """Return letters that stand on a page outside all boxes; none unless it may miss some.

    ``image`` lies as the page does.
    """
    yield Progress("Looking for fainter ink", 0.0)
    if not may_miss(image, page):
        return ()
    second = yield from recognize(image, recognizer, before=page, ink_settings=SETTINGS)
    return still_missed(second.page.glyphs, page)


def still_missed(found: Sequence[Glyph], page: Page) -> tuple[Glyph, ...]:
    """Return what is surely a letter, as high as those of the page, and in no box and around none.

    On a page without letters any height will do.
    """
    sure = [glyph for glyph in found if _is_sure(glyph)]
    boxes, own = _boxes(page.glyphs), _boxes(sure)
    if not len(boxes):
        return tuple(sure)
    is_taken = _holds(boxes, own).any(axis=0) | _holds(own, boxes).any(axis=1)
    heights = (own[:, 3] - own[:, 1]) / np.median(boxes[:, 3] - boxes[:, 1])
    is_left = ~is_taken & (heights >= _LOWEST) & (heights <= _HIGHEST)
    return tuple(glyph for glyph, is_one in zip(sure, is_left.tolist(), strict=True) if is_one)


def _is_sure(glyph: Glyph) -> bool:
    character = glyph.character
    return glyph.probability >= _SURE and character.isalnum() and character not in _STROKES


def _boxes(glyphs: Sequence[Glyph]) -> _Boxes:
    return np.array([glyph.box.as_tuple() for glyph in glyphs], float).reshape(-1, 4)


def _holds(boxes: _Boxes, others: _Boxes) -> npt.NDArray[np.bool_]:
    """Tell which boxes (n, 4) hold the middle of which others (m, 4): (n, m)."""
    x, y = (others[:, :2] + others[:, 2:]).T / 2
    left, top, right, bottom = (side[:, None] for side in boxes.T)
    inside: npt.NDArray[np.bool_] = (left <= x) & (x < right) & (top <= y) & (y < bottom)
    return inside
