"""Where one letter is parted into two: the reader judges every upright line through its box."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Prediction
from ocrdesk.page.parting import Part, halves
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patches

Floats = npt.NDArray[np.float64]
Ink = npt.NDArray[np.uint8]

_FEW = 5  # proposals
_MOST = 16  # lines that are judged
_CLEAR = 0.01  # of a line's length: so much ink is next to none
_ALONG_INK = 4.0  # natural logs that a line costs which runs through ink all the way
_ALIKE = 0.05  # natural logs that tell a person nothing
_APART = 0.12  # of the width: lines nearer to a better one are no proposal of their own
_CRUMB = 0.05  # of the ink: a part with less is no letter
_SHORT, _THIN = 0.35, 0.04  # of its height: the longer and the shorter side of a letter's box
_LEAST = 1e-6  # a probability; less is as hopeless


@dataclass(frozen=True, slots=True)
class Split:
    """A box parted by the upright line at ``x``, the first pixel column of the right part.

    ``boxes`` enclose the ink of either part, ``predictions`` are empty for one on bare paper.
    ``score`` tells in natural logs how well both are read, less for a line through ink.
    """

    x: int
    boxes: tuple[BoundingBox, BoundingBox]
    predictions: tuple[tuple[Prediction, ...], tuple[Prediction, ...]]
    score: float

    @property
    def parts(self) -> tuple[Part, Part]:
        """The glyphs that come of it, for ``parting.split``."""
        left, right = map(Part, self.boxes, self.predictions)
        return left, right


def split_at(layout: Layout, box: BoundingBox, x: int, recognizer: Recognizer) -> Split:
    """Return what becomes of a box (pixels of the page) parted at ``x``, both parts read.

    ``EditError`` if the line leaves a side without a pixel.
    """
    return _Lines(layout, box, [x], recognizer).split(0)


def proposed_splits(layout: Layout, box: BoundingBox, recognizer: Recognizer) -> list[Split]:
    """Return a few ways to part a box, the best first; none for a box one pixel wide.

    Of lines that are as good as each other side by side, as in the gap between two letters, the
    middle one is proposed. Both parts have to be as much as a letter may be: the reader takes a
    crumb off an edge for some character, and what is left for the letter it was. Where no line
    leaves that, the one nearest the middle is proposed.
    """
    xs = _clear_columns(layout, box)
    if not xs:
        return []
    lines = _Lines(layout, box, xs, recognizer)
    chosen: list[int] = []
    for place in lines.by_score():
        middle = _middle(lines.scores, place, _ALIKE)
        if all(abs(xs[middle] - xs[other]) >= _APART * box.width for other in chosen):
            chosen.append(middle)
        if len(chosen) == _FEW:
            break
    return sorted(map(lines.split, chosen), key=lambda split: -split.score)


def _clear_columns(layout: Layout, box: BoundingBox) -> list[int]:
    """Return at most ``_MOST`` lines, in each part of the box the one that crosses least ink.

    It is the middle one of several alike side by side, so that bare paper is parted half way.
    """
    if box.width < 2:
        return []
    crossed = _shares_of_ink(layout, box, range(box.left + 1, box.right))
    best = [
        int(part[np.argmin(crossed[part])])
        for part in np.array_split(np.arange(len(crossed)), _MOST)
        if len(part)
    ]
    return sorted({box.left + 1 + _middle(crossed, place, _CLEAR) for place in best})


def _middle(scores: Floats, place: int, slack: float) -> int:
    """Return the middle of the stretch around a place that is as good but for ``slack``."""
    alike = np.abs(scores - scores[place]) <= slack
    first = last = place
    while first > 0 and alike[first - 1]:
        first -= 1
    while last + 1 < len(scores) and alike[last + 1]:
        last += 1
    return (first + last) // 2


class _Lines:
    """A box parted at each of ``xs``; all parts go through the network together."""

    def __init__(
        self, layout: Layout, box: BoundingBox, xs: Sequence[int], recognizer: Recognizer
    ) -> None:
        self._layout, self._xs, self._recognizer = layout, xs, recognizer
        self._sides = [side for x in xs for side in halves(box, x)]
        inks = [layout.box_ink(side) for side in self._sides]
        self._is_whole = _as_large_as_letters(inks)
        patches = cut_patches(inks, recognizer.geometry)
        self._probabilities, shares = recognizer.judge(patches)
        self._has_ink = patches.reshape(len(patches), -1).max(axis=1) > 0
        best = np.where(self._has_ink, self._probabilities.max(axis=1) * shares, 0.0)
        logs = np.log(np.maximum(best, _LEAST)).reshape(-1, 2).sum(axis=1)
        self.scores: Floats = logs - _ALONG_INK * _shares_of_ink(layout, box, xs)

    def by_score(self) -> list[int]:
        """Return the lines that may be proposed, the best first."""
        places = np.argsort(-self.scores, kind="stable")
        whole = places[self._is_whole[places]]
        return whole.tolist() if len(whole) else [len(places) // 2]

    def split(self, number: int) -> Split:
        """Return the parts of one of the lines."""
        left, right = self._sides[2 * number : 2 * number + 2]
        boxes = self._layout.tight_box(left), self._layout.tight_box(right)
        readings = self._reading(2 * number), self._reading(2 * number + 1)
        return Split(self._xs[number], boxes, readings, float(self.scores[number]))

    def _reading(self, side: int) -> tuple[Prediction, ...]:
        if not self._has_ink[side]:
            return ()
        return self._recognizer.predictions(self._probabilities[side])


def _as_large_as_letters(inks: Sequence[Ink]) -> npt.NDArray[np.bool_]:
    """Tell for each line, given the ink on its sides, whether both may be letters by their size."""
    amounts = np.array([int(ink.sum()) for ink in inks]).reshape(-1, 2)
    spans = np.array([_extent(ink) for ink in inks]).reshape(-1, 2, 2)  # height and width
    height = spans[:, :, 0].max(axis=1, keepdims=True)
    is_large = (spans.max(axis=2) >= _SHORT * height) & (spans.min(axis=2) >= _THIN * height)
    is_much = amounts >= _CRUMB * amounts.sum(axis=1, keepdims=True)
    has_ink = amounts > 0
    return np.asarray((is_large & is_much & has_ink).all(axis=1))


def _extent(ink: Ink) -> tuple[int, int]:
    """Return height and width of the smallest box around the ink, nothing where there is none."""
    ys, xs = np.nonzero(ink)
    return (int(np.ptp(ys)) + 1, int(np.ptp(xs)) + 1) if len(ys) else (0, 0)


def _shares_of_ink(layout: Layout, box: BoundingBox, xs: Sequence[int]) -> Floats:
    """Return how much of each upright line through the box lies on ink, 0 to 1."""
    ys = np.arange(box.top, box.bottom) + 0.5
    points = np.stack(np.meshgrid(np.array(xs, float), ys, indexing="ij"), axis=-1)
    held = layout.is_ink(points.reshape(-1, 2)).reshape(points.shape[:2])
    return np.asarray(held.mean(axis=1), np.float64)
