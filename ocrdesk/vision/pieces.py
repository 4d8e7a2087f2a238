"""Rows of glyphs taken apart into pieces, and the candidates that neighbouring pieces make.

A piece is ink that belongs to one letter whatever the reading: a glyph of the layout, or a part of
one between two cuts. Every run of neighbouring pieces that is not too wide is a candidate for a
glyph; a row read is a way through its pieces from candidate to candidate.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np
import numpy.typing as npt
from PIL import Image

from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.vision.components import Cluster, Components, box_of, mask_of
from ocrdesk.vision.cuts import Cut, find_cuts, parts_of

WIDEST = 1.6
"""In letter heights: wider runs of several pieces are no letter. At 1.45 an N that touches its
neighbours was lost; at 1.75 nothing more is found."""

_LEVEL = 1.5  # degrees: rows less steep than this are cut as they stand
_WIDEST_WHOLE = 1.9  # unless they are one glyph of the layout: M and W may be as wide as this
_MOST_PIECES = 4  # but for glyphs of the layout
_WIDEST_GAP = 0.4  # letter heights of free paper inside a candidate
_AT_ONCE = 128  # glyphs parted between two yields: some fifteen milliseconds

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Break:
    """What lies between two neighbouring pieces.

    ``gap`` is the free space along the row in letter heights, negative where pieces overlap;
    ``cut`` the ink crossed in pen widths, 0 where the layout had parted them.
    """

    gap: float
    cut: float = 0.0

    @property
    def is_cut(self) -> bool:
        """Tell whether the pieces belong to one glyph of the layout."""
        return self.cut > 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Pieces ``first`` up to, not including, ``last``, as one glyph.

    ``is_whole`` where they are one glyph of the layout; ``is_wide`` where that is too wide for one
    letter.
    """

    first: int
    last: int
    cluster: Cluster
    is_whole: bool = False
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A row as pieces, left to right, with what lies between them (one fewer)."""

    pieces: tuple[Cluster, ...]
    breaks: tuple[Break, ...]
    angle: float
    height: float

    def candidates(self) -> Iterator[Candidate]:
        """Yield all runs of pieces that may be one glyph, by their first piece."""
        whole = self._glyphs()
        spans = [span_of(piece, self.angle) for piece in self.pieces]
        for first in range(len(self.pieces)):
            begin, end = spans[first]
            for last in range(first + 1, len(self.pieces) + 1):
                begin, end = min(begin, spans[last - 1][0]), max(end, spans[last - 1][1])
                wide, is_whole = (end - begin) / self.height, (first, last) in whole
                is_one = last == first + 1
                if not is_one and (wide > _WIDEST_WHOLE or self.breaks[last - 2].gap > _WIDEST_GAP):
                    break
                if is_one or is_whole or (wide <= WIDEST and last - first <= _MOST_PIECES):
                    cluster = _joined(self.pieces[first:last])
                    yield Candidate(first, last, cluster, is_whole=is_whole)

    def single(self) -> list[Candidate]:
        """Return each piece by itself, left to right."""
        whole = self._glyphs()
        return [
            Candidate(place, place + 1, piece, is_whole=(place, place + 1) in whole)
            for place, piece in enumerate(self.pieces)
        ]

    def wide_glyphs(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield the glyphs of the layout that are not among the candidates."""
        for first, last in sorted(self._glyphs() - {(c.first, c.last) for c in candidates}):
            cluster = _joined(self.pieces[first:last])
            yield Candidate(first, last, cluster, is_whole=True, is_wide=True)

    def _glyphs(self) -> set[tuple[int, int]]:
        """Return first and last piece of each glyph of the layout."""
        ends = [place + 1 for place, between in enumerate(self.breaks) if not between.is_cut]
        return set(pairwise([0, *ends, len(self.pieces)])) if self.pieces else set()


def span_of(cluster: Cluster, angle: float) -> Span:
    """Return where the cluster begins and ends along a row of that angle (degrees), in pixels."""
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    x, y = cluster.box.center
    middle, half = x * cos + y * sin, cluster.box.width / 2 * abs(cos)
    return float(middle - half), float(middle + half)


def upright_extent(cluster: Cluster, angle: float) -> tuple[float, float, float]:
    """Return where a cluster stands in a row of that angle: x along it, top and bottom across.

    A box around turned ink is too high; it is taken for the box around an ellipse.
    """
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    x, y = cluster.box.center
    wide, tall = cluster.box.width / 2, cluster.box.height / 2
    half = tall
    if _LEVEL <= abs(angle) < 40:
        squared = (tall**2 * cos**2 - wide**2 * sin**2) / (cos**2 - sin**2)
        half = np.sqrt(max(squared, (0.3 * tall) ** 2))
    across = y * cos - x * sin
    return float(x * cos + y * sin), float(across - half), float(across + half)


def take_apart(
    rows: Sequence[tuple[Sequence[Cluster], float, float]], components: Components
) -> Generator[float, None, tuple[Components, list[PieceRow]]]:
    """Return the components with cut ones parted, and the rows as pieces of them.

    ``rows`` are the glyphs of each row, left to right, its angle in degrees and the height of its
    letters in pixels. Parts keep the number of the component they are cut from where they hold
    most of it; the others get new ones. Yields the share done after some glyphs.
    """
    clusters = [cluster for row, _, _ in rows for cluster in row]
    angles = [angle for row, angle, _ in rows for _ in row]
    heights = [height for row, _, height in rows for _ in row]
    widths = components.pens.tolist()
    parting = _Parting(components)
    pieces: list[list[Cluster]] = []
    cuts: list[list[Cut]] = []
    for start in range(0, len(clusters), _AT_ONCE):
        yield start / len(clusters)
        here = slice(start, start + _AT_ONCE)
        some = list(zip(clusters[here], angles[here], strict=True))
        masks = [_level_mask(mask_of(components, cluster), angle) for cluster, angle in some]
        pens = [max(median(widths[m] for m in cluster.members), 1.0) for cluster, _ in some]
        own = find_cuts(masks, pens=pens, heights=heights[here])
        cuts += own
        for (cluster, angle), mask, parts in zip(some, masks, own, strict=True):
            pieces.append(parting.part(cluster, mask.shape, parts, angle))
    parted = parting.finished()
    taken = []
    first = 0
    for row, angle, height in rows:
        along = slice(first, first + len(row))
        taken.append(_piece_row(pieces[along], cuts[along], angle, height))
        first += len(row)
    return parted, taken


def whole_glyphs(clusters: Sequence[Cluster], angle: float, height: float) -> PieceRow:
    """Return a row whose pieces are its glyphs, uncut."""
    return _piece_row([[cluster] for cluster in clusters], [[] for _ in clusters], angle, height)


def _piece_row(
    pieces: Sequence[Sequence[Cluster]], cuts: Sequence[Sequence[Cut]], angle: float, height: float
) -> PieceRow:
    flat = tuple(piece for group in pieces for piece in group)
    costs: list[float] = []
    for group, own in zip(pieces, cuts, strict=True):
        inner = [max(cut.cost, 1e-3) for cut in own] if len(own) == len(group) - 1 else []
        costs += [0.0, *(inner or [1.0] * (len(group) - 1))]
    spans = [span_of(piece, angle) for piece in flat]
    breaks = tuple(
        Break((after[0] - before[1]) / height, cost)
        for (before, after), cost in zip(pairwise(spans), costs[1:], strict=True)
    )
    return PieceRow(flat, breaks, angle, height)


def _joined(pieces: Sequence[Cluster]) -> Cluster:
    if len(pieces) == 1:
        return pieces[0]
    members = tuple(member for piece in pieces for member in piece.members)
    return Cluster(members, enclosing(piece.box for piece in pieces))


def _level_mask(mask: npt.NDArray[np.bool_], angle: float) -> npt.NDArray[np.bool_]:
    """Return the mask turned so that a row of that angle is level."""
    if abs(angle) < _LEVEL:
        return mask
    return np.asarray(Image.fromarray(mask).rotate(angle, Image.Resampling.NEAREST, expand=True))


class _Parting:
    """Components while some of them are being parted."""

    def __init__(self, components: Components) -> None:
        self._before = components
        self._labels = components.labels
        self._boxes = components.boxes.tolist()
        self._areas = components.areas.tolist()
        self._parents = list(range(len(components)))

    def part(
        self, cluster: Cluster, shape: tuple[int, int], cuts: Sequence[Cut], angle: float
    ) -> list[Cluster]:
        """Return the pieces of a cluster, left to right; their components get own numbers."""
        if not cuts:
            return [cluster]
        if self._labels is self._before.labels:
            self._labels = self._before.labels.copy()
        box = cluster.box
        window = self._labels[box.top : box.bottom, box.left : box.right]
        parts = _turned_back(parts_of(shape, cuts), window.shape, angle)
        pieces: list[list[int]] = [[] for _ in range(len(cuts) + 1)]
        for member in cluster.members:
            for part, number in self._parted(member, window, parts, box):
                pieces[part].append(number)
        return [self._cluster(piece) for piece in pieces if piece]

    def _parted(
        self,
        member: int,
        window: npt.NDArray[np.int32],
        parts: npt.NDArray[np.int8],
        box: BoundingBox,
    ) -> list[tuple[int, int]]:
        """Give each part of a component a number; return parts with numbers, left to right."""
        own = window == member + 1
        counts = np.bincount(parts[own])
        pen = self._before.pens[member]
        large = np.flatnonzero(counts >= max(3.0, 0.5 * pen * pen))
        if len(large) < 2:
            return [(int(counts.argmax()), member)]
        numbers = []
        keeper = int(counts.argmax())
        for part in large.tolist():
            here = own & (parts == part)
            number = member
            if part != keeper:
                number = len(self._boxes)
                window[here] = number + 1
                self._boxes.append([])
                self._areas.append(0)
                self._parents.append(member)
            numbers.append((part, number))
        for _, number in numbers:
            self._measure(number, window == number + 1, box)
        return numbers

    def _measure(self, number: int, here: npt.NDArray[np.bool_], box: BoundingBox) -> None:
        around = box_of(here, box.left, box.top)
        assert around is not None  # a part has ink
        self._areas[number] = int(here.sum())
        self._boxes[number] = list(around.as_tuple())

    def _cluster(self, numbers: Sequence[int]) -> Cluster:
        boxes = (BoundingBox(*self._boxes[number]) for number in numbers)
        return Cluster(tuple(numbers), enclosing(boxes))

    def finished(self) -> Components:
        """Return the components as they are now."""
        before = self._before
        return replace(
            before,
            labels=self._labels,
            boxes=np.array(self._boxes, np.int64).reshape(-1, 4),
            areas=np.array(self._areas, np.int64),
            pens=before.pens[self._parents],
            darkness=before.darkness[self._parents],
        )


def _turned_back(
    parts: npt.NDArray[np.int8], shape: tuple[int, ...], angle: float
) -> npt.NDArray[np.int8]:
    """Return the parts of a levelled picture as parts of the picture (h, w) it was made from."""
    if abs(angle) < _LEVEL:
        return parts
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    y, x = np.mgrid[: shape[0], : shape[1]]
    across, down = x - (shape[1] - 1) / 2, y - (shape[0] - 1) / 2
    columns = np.rint(across * cos + down * sin + (parts.shape[1] - 1) / 2).astype(np.intp)
    rows = np.rint(down * cos - across * sin + (parts.shape[0] - 1) / 2).astype(np.intp)
    np.clip(columns, 0, parts.shape[1] - 1, columns)
    np.clip(rows, 0, parts.shape[0] - 1, rows)
    result: npt.NDArray[np.int8] = parts[rows, columns]
    return result
