"""Quotation marks: two short strokes side by side that hang where letters have their tops.

A patch shows each stroke alone and always at the same size, where it is an l or an i. What they
are is told by where they stand: clear of the line on which the letters beside them stand.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.vision.components import Cluster, Components, mask_of
from ocrdesk.vision.pieces import span_of, upright_extent

_SHORTEST, _LONGEST = 0.2, 0.85  # letter heights: strokes are shorter than letters, no dots
_NARROW = 0.75  # of its height: so wide is a stroke that slants at most
_ALIKE = 0.55  # of the longer stroke's height: the other is at least so high
_LEVEL = 0.45  # of the longer's height: so far apart are their tops at most
_APART = 0.6  # letter heights of free paper between them at most
_STACKED = 0.1  # letter heights between parts of one stroke that a weak pen left, at most
_CLEAR = 0.35  # letter heights between their feet and the line at least
_TOP = 0.3  # letter heights that they may begin below the tops of the letters beside
_FREE = 0.3  # letter heights of free paper, or the row's end, at their outer side
_LETTER = 0.5  # letter heights: lower ink tells nothing of where the line is
_BESIDE = 2  # letters at each side that tell it
_REACH = 3.0  # letter heights from the marks to these
_MOST_PARTS = 4  # of both strokes
_CURLED = 0.2  # of all lines of pixels through them: so many they may cross more than twice
_EIGHT = np.ones((3, 3), bool)

Mask = npt.NDArray[np.bool_]


class _Extent(NamedTuple):
    """Where ink begins and ends along its row, its top and bottom across it, in letter heights."""

    begin: float
    end: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def is_narrow(self) -> bool:
        return self.end - self.begin <= _NARROW * self.height

    def joined_with(self, other: "_Extent") -> "_Extent":
        """Return where both are together."""
        begin, end = min(self.begin, other.begin), max(self.end, other.end)
        return _Extent(begin, end, min(self.top, other.top), max(self.bottom, other.bottom))


class JoinedMarks(NamedTuple):
    """The glyphs of a row with strokes of quotation marks joined, and the boxes of these marks."""

    clusters: tuple[Cluster, ...]
    marks: frozenset[BoundingBox]


def join_quotation_marks(
    clusters: Sequence[Cluster], components: Components, angle: float, height: float
) -> JoinedMarks:
    """Put the strokes of a row's quotation marks together.

    ``clusters`` are ordered along the row, which has that ``angle`` in degrees and letters of that
    ``height`` in pixels.
    """
    strokes = [
        [BoundingBox(*map(int, components.boxes[member])) for member in cluster.members]
        for cluster in clusters
    ]
    taken = {run.start: run for run in _runs(strokes, angle, height)}
    joined: list[Cluster] = []
    marks: list[BoundingBox] = []
    place = 0
    while place < len(clusters):
        run = taken.get(place, range(place, place + 1))
        members = tuple(member for k in run for member in clusters[k].members)
        cluster = Cluster(members, enclosing(clusters[k].box for k in run))
        if place in taken and _are_strokes(mask_of(components, cluster)):
            joined.append(cluster)
            marks.append(cluster.box)
        else:
            joined += clusters[run.start : run.stop]
        place = run.stop
    return JoinedMarks(tuple(joined), frozenset(marks))


def quotation_marks(
    masks: Sequence[Mask],
    corners: Sequence[tuple[int, int]],
    angle: float,
    height: float,
) -> list[int]:
    """Return which boxes of a row hold a quotation mark as a whole, by their places.

    ``masks`` (h, w) are the ink of each, whose upper left pixel is at ``corners`` (x, y).
    """
    strokes = [_parts(mask, corner) for mask, corner in zip(masks, corners, strict=True)]
    runs = (run.start for run in _runs(strokes, angle, height) if len(run) == 1)
    return [place for place in runs if _are_strokes(masks[place])]


def _parts(mask: Mask, corner: tuple[int, int]) -> list[BoundingBox]:
    """Return the boxes of connected ink."""
    labels, _ = ndimage.label(mask, _EIGHT)
    left, top = corner
    return [
        BoundingBox(x.start + left, y.start + top, x.stop + left, y.stop + top)
        for y, x in ndimage.find_objects(labels)
    ]


def _runs(parts: Sequence[Sequence[BoundingBox]], angle: float, height: float) -> Iterator[range]:
    """Yield the places of neighbouring glyphs that are one quotation mark together."""
    row = [[_extent(box, angle, height) for box in own] for own in parts]
    glyphs = [reduce(_Extent.joined_with, own) if own else None for own in row]
    letters = sorted(
        g for g, own in zip(glyphs, row, strict=True) if g is not None and _is_letter(own)
    )
    start = 0
    while start < len(row):
        stop = start
        while stop < len(row) and _goes_on(glyphs[start : stop + 1], letters):
            stop += 1
        run = range(start, stop)
        own = [part for place in run for part in row[place]]
        if _is_pair(own) and _is_at_tops(own, letters) and _is_outside(run, glyphs):
            yield run
        start = max(stop, start + 1)


def _extent(box: BoundingBox, angle: float, height: float) -> _Extent:
    cluster = Cluster((), box)
    begin, end = span_of(cluster, angle)
    _, top, bottom = upright_extent(cluster, angle)
    return _Extent(begin / height, end / height, top / height, bottom / height)


def _is_letter(parts: Sequence[_Extent]) -> bool:
    """Tell what may show where the line is from dots and short strokes."""
    height = reduce(_Extent.joined_with, parts).height
    is_stroke = height <= _LONGEST and all(
        part.is_narrow or part.height < _SHORTEST for part in parts
    )
    return height >= _LETTER and not is_stroke


def _goes_on(glyphs: Sequence[_Extent | None], letters: Sequence[_Extent]) -> bool:
    """Tell whether the last of some glyphs hangs, hard by the one before it."""
    *_, before, glyph = (None, *glyphs)
    if glyph is None or (before is not None and glyph.begin - before.end > _APART):
        return False
    beside = _beside(glyph, letters)
    # A letter with a descender stands lower than the line, none higher.
    return bool(beside) and glyph.bottom <= min(own.bottom for own in beside) - _CLEAR


def _is_at_tops(parts: Sequence[_Extent], letters: Sequence[_Extent]) -> bool:
    """Tell whether ink begins where the letters beside it do."""
    whole = reduce(_Extent.joined_with, parts)
    return whole.top <= min(own.top for own in _beside(whole, letters)) + _TOP


def _beside(glyph: _Extent, letters: Sequence[_Extent]) -> list[_Extent]:
    """Return the letters nearest to a glyph on both sides; they are ordered by where they begin."""
    place = bisect_left(letters, glyph.begin, key=attrgetter("begin"))
    return [
        own
        for own in letters[max(place - _BESIDE, 0) : place + _BESIDE]
        if max(own.begin - glyph.end, glyph.begin - own.end) <= _REACH
    ]


def _is_pair(parts: Sequence[_Extent]) -> bool:
    """Tell two short upright strokes side by side from a letter or parts of one."""
    if not 2 <= len(parts) <= _MOST_PARTS:
        return False
    strokes: list[_Extent] = []
    for part in sorted(parts, key=lambda own: -own.height):
        for place, stroke in enumerate(strokes):
            if _is_stacked(part, stroke):
                strokes[place] = stroke.joined_with(part)
                break
        else:
            strokes.append(part)
    if len(strokes) != 2:
        return False
    one, two = sorted(strokes)
    tallest = max(one.height, two.height)
    return (
        all(_SHORTEST <= own.height <= _LONGEST and own.is_narrow for own in strokes)
        and min(one.height, two.height) >= _ALIKE * tallest
        and abs(one.top - two.top) <= _LEVEL * tallest
        and two.begin - one.end <= _APART
        and two.end > one.end
    )


def _are_strokes(mask: Mask) -> bool:
    """Tell two strokes (h, w), which cross hardly any line more than twice, from letters."""
    begun = np.diff(mask.astype(np.int8), axis=1, prepend=0) > 0
    return bool(np.mean(begun.sum(axis=1) > 2) <= _CURLED)


def _is_stacked(part: _Extent, stroke: _Extent) -> bool:
    """Tell whether a part stands above or below a stroke, as one that a weak pen broke."""
    overlap = min(part.end, stroke.end) - max(part.begin, stroke.begin)
    common = min(part.bottom, stroke.bottom) - max(part.top, stroke.top)
    return overlap > 0 and -_STACKED <= common <= 0.3 * part.height


def _is_outside(run: range, glyphs: Sequence[_Extent | None]) -> bool:
    """Tell whether there is free paper on one side, or the row's end: no word goes on there."""
    own = [glyph for glyph in glyphs[run.start : run.stop] if glyph is not None]
    before = [glyph for glyph in glyphs[: run.start] if glyph is not None]
    after = [glyph for glyph in glyphs[run.stop :] if glyph is not None]
    return (
        not before
        or not after
        or min(glyph.begin for glyph in own) - max(glyph.end for glyph in before[-2:]) >= _FREE
        or min(glyph.begin for glyph in after[:2]) - max(glyph.end for glyph in own) >= _FREE
    )
