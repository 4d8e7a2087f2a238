"""What a review sees: the open pages, and how every letter on them looks to the network."""

from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from weakref import ref

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.services.recognition import patch_of
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import as_bytes, from_bytes

_AT_ONCE = 64  # letters looked at between two reports, a few hundredths of a second


class LetterPlace(NamedTuple):
    """Where a letter is: the number of its page among those under review, and its glyph's id."""

    page: int
    glyph_id: int


@dataclass(frozen=True, slots=True, eq=False)
class PageLooks:
    """How boxes of a page look: patches (n, s, s) uint8, 255 for ink, and features (n, f).

    ``places`` gives the row of each box. Features are what ``Recognizer.features`` returns. Both
    were made of this ``layout`` for this ``recognizer``, and hold for no other; the layout is not
    kept alive by that.
    """

    layout: ref[Layout]
    recognizer: Recognizer
    places: Mapping[BoundingBox, int]
    patches: npt.NDArray[np.uint8]
    features: npt.NDArray[np.float32]

    def vectors(self, rows: Sequence[int]) -> npt.NDArray[np.float32]:
        """Return patches and features of some rows as vectors (rows, s² + f).

        The product of two such vectors is the mean of two cosines, of patches and of features.
        """
        patches = self.patches[rows].reshape(len(rows), -1).astype(np.float32)
        lengths = np.sqrt(np.einsum("np,np->n", patches, patches))
        patches /= np.maximum(lengths, 1.0)[:, None]  # bare paper stays nothing
        joined = np.concatenate([patches, self.features[rows]], axis=1)
        joined *= np.float32(0.5**0.5)
        return joined

    def covers(self, glyphs: Sequence[Glyph]) -> bool:
        """Tell whether each of these letters of the page was looked at as its box is now."""
        return all(glyph.box in self.places for glyph in glyphs)


@dataclass(frozen=True, slots=True, eq=False)
class ReviewPage:
    """A page under review: its number, what was read, and how its letters look, if known yet."""

    number: int
    page: Page
    looks: PageLooks | None = field(default=None, repr=False)

    def letters(self) -> Iterator[tuple[LetterPlace, Glyph]]:
        """Yield every letter with its place, in reading order."""
        for glyph in self.page.glyphs:
            yield LetterPlace(self.number, glyph.id), glyph

    def feature(self, glyph: Glyph) -> npt.NDArray[np.float32] | None:
        """Return the features (f,) of a glyph's box, None where it was not looked at yet."""
        row = None if self.looks is None else self.looks.places.get(glyph.box)
        return None if row is None or self.looks is None else self.looks.features[row]

    def patch(self, glyph: Glyph) -> npt.NDArray[np.float32] | None:
        """Return the patch (s, s), 0 to 1, of a glyph's box; None where it is not known yet."""
        row = None if self.looks is None else self.looks.places.get(glyph.box)
        if row is None or self.looks is None:
            return None
        return from_bytes(self.looks.patches[row])


def believable(pages: Sequence[ReviewPage], unknown: Collection[int]) -> list[ReviewPage]:
    """Return the pages whose probabilities tell something: not those numbered in ``unknown``.

    They are written in letters that their reader does not know, which it takes for others, and
    surely.
    """
    return [page for page in pages if page.number not in unknown]


def doubt(glyph: Glyph) -> float:
    """Return the probability that the letter as it stands is wrong, 0 once it is confirmed."""
    return 1.0 - glyph.probability


def look_at(
    glyphs: Sequence[Glyph],
    layout: Layout,
    recognizer: Recognizer,
    *,
    known: PageLooks | None = None,
) -> Generator[float, None, PageLooks]:
    """Return how the boxes of a page's letters look; what ``known`` holds of them is taken over.

    Yields the share done, so that it can be cancelled between two lots of letters.
    """
    if known is not None and (known.layout() is not layout or known.recognizer is not recognizer):
        known = None
    boxes = list(dict.fromkeys(glyph.box for glyph in glyphs))
    size = recognizer.geometry.size
    patches = np.zeros((len(boxes), size, size), np.uint8)
    kept = [-1] * len(boxes) if known is None else [known.places.get(box, -1) for box in boxes]
    fresh = [row for row, old in enumerate(kept) if old < 0]
    found = []
    for start in range(0, len(fresh), _AT_ONCE):
        yield start / len(fresh)
        rows = fresh[start : start + _AT_ONCE]
        cut = np.stack([patch_of(layout, boxes[row], recognizer) for row in rows])
        patches[rows] = as_bytes(cut)
        found.append(recognizer.features(cut))
    width = found[0].shape[1] if found else 0 if known is None else known.features.shape[1]
    features = np.zeros((len(boxes), width), np.float32)
    if found:
        features[fresh] = np.concatenate(found)
    taken = [row for row, old in enumerate(kept) if old >= 0]
    if known is not None and taken:
        features[taken] = known.features[[kept[row] for row in taken]]
        patches[taken] = known.patches[[kept[row] for row in taken]]
    places = {box: row for row, box in enumerate(boxes)}
    return PageLooks(ref(layout), recognizer, places, patches, features)


def letter_at(pages: Sequence[ReviewPage], place: LetterPlace) -> Glyph | None:
    """Return the glyph at a place, None where it is gone."""
    for page in pages:
        if page.number == place.page and place.glyph_id in page.page:
            return page.page.glyph(place.glyph_id)
    return None
