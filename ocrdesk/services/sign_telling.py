"""Whether a page holds signs that its reader does not know: full stops, commas, question marks.

A reader of letters passes over dots at the foot of letters, and takes a question mark for a 7. So
small marks that no letter holds, where full stops and commas stand, and what looks like a question
mark are shown to the model that knows signs.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Page
from ocrdesk.services.case_telling import better_reader
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.sampling import drawn_evenly
from ocrdesk.vision.components import Cluster, Components
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import Ink, cut_patches

MARKS = "full stops, commas or colons"
QUESTIONS = "question marks"
_LIKE_QUESTION = "72P"  # what one is read as, mostly the 7
_LIKE_MARKS = ".,'"  # out of its row a comma looks like an apostrophe
_SURE = 0.8
_FEWEST = 2  # such marks: one may be a speck
_STREWN = 3  # times as many small marks: a colon has one more, an exclamation mark none
_SURE_QUESTION = 0.9
_MOST = 32  # of each kind that are looked at

# In heights of the page's letters, pens and darkness of theirs.
_LEAST, _LARGEST = 0.05, 0.45
_OF_PEN = 0.7
_DARK = 0.5
_TALL = 0.6
_BACK, _AHEAD = 0.15, 0.8  # from a letter's right side
_HIGHEST, _LOWEST = 0.75, 1.2  # of a letter, from its top: where the middle of a mark may be
_APART = 1.0  # at most, from dot to dot of a dotted line; full stops have letters between them
_UNEVEN = 0.06  # how far such a dot may be out of its place among others
_SLOPE = 0.3  # of a dotted line, at most
_LEVEL = 0.15  # how far a mark may be above or below such dots and still be one
_REACH = 5.0  # how far along the line, from one that is: letters hide its dots

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Letters:
    """Boxes (n, 4) of the letters of a page in its working image, and what is usual of them."""

    boxes: Floats
    height: float
    pen: float
    darkness: float

    @classmethod
    def of(cls, clusters: Sequence[Cluster], ink: Components) -> "_Letters":
        boxes = np.array([cluster.box.as_tuple() for cluster in clusters], float)
        heights = boxes[:, 3] - boxes[:, 1]
        members = [member for cluster in clusters for member in cluster.members]
        height = float(np.median(heights))
        pen, dark = np.median(ink.pens[members]), np.median(ink.darkness[members])
        return cls(boxes[heights > _TALL * height], height, float(pen), float(dark))

    def have_at_foot(self, box: Floats) -> bool:
        """Tell whether a box (4,) stands where a full stop or a comma behind a letter does."""
        ahead = (box[0] - self.boxes[:, 2]) / self.height
        middle = (box[1] + box[3]) / 2
        down = (middle - self.boxes[:, 1]) / (self.boxes[:, 3] - self.boxes[:, 1])
        beside = (ahead > -_BACK) & (ahead < _AHEAD) & (down > 0) & (down < 2)
        if not beside.any():
            return False
        near = np.flatnonzero(beside)[np.argmin(np.abs(ahead[beside]))]
        return bool(_HIGHEST < down[near] < _LOWEST)


def find_signs(
    page: Page, layout: Layout, model: str
) -> Generator[Progress, None, tuple[str, ...]]:
    """Return the kinds of signs that a page surely holds and its reader does not know, in words."""
    clusters = [cluster for _, _, cluster in layout.glyphs()]
    marks = _small_marks(layout.components, clusters) if clusters else []
    doubtful = [glyph.box for glyph in page.glyphs if glyph.character in _LIKE_QUESTION]
    reader = better_reader(page, model) if doubtful or len(marks) >= _FEWEST else None
    if reader is None:
        return ()
    yield Progress("Looking for signs", 0.0)
    found = []
    inks = [layout.glyph_ink(mark, 0.0) for mark in marks[:_MOST]]
    if len(inks) >= _FEWEST and _count(reader, inks, _LIKE_MARKS, _SURE) >= _FEWEST:
        found.append(MARKS)
    inks = [layout.box_ink(doubtful[place]) for place in drawn_evenly(len(doubtful), _MOST)]
    if inks and _count(reader, inks, "?", _SURE_QUESTION):
        found.append(QUESTIONS)
    return tuple(found)


def _count(reader: Recognizer, inks: Sequence[Ink], signs: str, least: float) -> int:
    """Return how many pieces of ink are one of the signs, as the reader is surely."""
    probabilities, shares = reader.judge(cut_patches(inks, reader.geometry))
    wanted = [character in signs for character in reader.charset]
    return int((probabilities[:, wanted].sum(axis=1) * shares >= least).sum())


def _small_marks(ink: Components, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return ink of no letter that is as small and dark as full stops, and stands where they do.

    Dots of lines to write on are left out. There is none where more of it is strewn about: then it
    is specks.
    """
    letters = _Letters.of(clusters, ink)
    sizes = np.maximum(ink.widths, ink.heights)
    is_small = (sizes >= max(_LEAST * letters.height, _OF_PEN * letters.pen)) & (
        sizes <= _LARGEST * letters.height
    )
    is_small &= ink.darkness >= _DARK * letters.darkness
    is_free = is_small.copy()
    is_free[[member for cluster in clusters for member in cluster.members]] = False
    is_free[is_small] &= ~_are_dotted(ink.centers[is_small] / letters.height)  # letters take some
    places = np.flatnonzero(is_free).tolist()
    at_foot = [place for place in places if letters.have_at_foot(ink.boxes[place].astype(float))]
    if len(places) > _STREWN * len(at_foot):
        return []
    return [Cluster((place,), BoundingBox(*ink.boxes[place].tolist())) for place in at_foot]


def _are_dotted(centers: Floats) -> npt.NDArray[np.bool_]:
    """Tell of marks at ``centers`` (n, 2), in letter heights, which belong to dotted lines.

    Five at even distances make one, along with those at their height nearby; U.S.A. has three.
    """
    is_even = np.zeros(len(centers), bool)
    others = np.array([[-2.0], [-1.0], [2.0]])  # seen from the one in their middle
    for place, away in _beside(centers, 2 * _APART + _UNEVEN):
        steps = centers[away] - centers[place]
        ahead = (steps[:, 0] > 0) & (steps[:, 0] <= _APART)
        for step in steps[ahead & (np.abs(steps[:, 1]) <= _SLOPE * steps[:, 0])]:
            odds = np.abs(steps[:, None] - others * step).max(axis=2)
            is_even[place] |= (odds <= _UNEVEN).any(axis=0).all()
    is_dotted = is_even.copy()
    nearby = list(_beside(centers, _REACH))
    for place, away in [*nearby, *reversed(nearby)]:  # along each line, and back
        is_level = np.abs(centers[away, 1] - centers[place, 1]) <= _LEVEL
        is_dotted[place] |= (is_dotted[away] & is_level).any()
    return is_dotted


def _beside(centers: Floats, reach: float) -> Iterator[tuple[int, npt.NDArray[np.intp]]]:
    """Yield each place and all that are no further to its left or right."""
    order = np.argsort(centers[:, 0])
    x = centers[order, 0]
    ends = zip(np.searchsorted(x, x - reach), np.searchsorted(x, x + reach, "right"), strict=True)
    for place, (first, last) in zip(order.tolist(), ends, strict=True):
        yield place, order[first:last]
