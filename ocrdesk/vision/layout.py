"""A page's pixels to rows of words of glyphs: the pipeline of this room in one place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

import numpy as np
import numpy.typing as npt

from ocrdesk.geometry import BoundingBox
from ocrdesk.ink_settings import AUTOMATIC, InkSettings
from ocrdesk.vision import joining, preprocess, reading_order, spacing
from ocrdesk.vision.components import (
    Cluster,
    Components,
    drop_clutter,
    letter_height,
    mask_of,
)
from ocrdesk.vision.held_ink import HeldInk
from ocrdesk.vision.looking_from_afar import look_from_afar
from ocrdesk.vision.patches import Ink, PatchGeometry, cut_patches
from ocrdesk.vision.preprocess import InkImage
from ocrdesk.vision.printed_lines import without_printed_lines
from ocrdesk.vision.reading_order import Marks
from ocrdesk.vision.row_tracing import MOST_ROWS
from ocrdesk.vision.row_tracks import RowTracks, track
from ocrdesk.vision.sheet import Sheet
from ocrdesk.vision.spacing import Spacing
from ocrdesk.vision.specks import without_specks
from ocrdesk.vision.turning import LEVEL, Placement, upright, within

_SMALL = 26.0  # letters lower than this in the working image are looked at more closely
_MOST_MARKS = 30_000  # a page of newspaper has twenty thousand letters
_WANTED = 44.0  # the letter height in pixels that a second look aims at


@dataclass(frozen=True, slots=True)
class LayoutWord:
    """Glyphs of one word, left to right."""

    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """Words of one row, left to right.

    ``angle`` in degrees, positive where the row falls; ``height`` of its letters in pixels of the
    working image; ``spacing`` explains its gaps.
    """

    words: tuple[LayoutWord, ...]
    angle: float
    height: float
    spacing: Spacing

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """All glyphs of the row, left to right."""
        return tuple(cluster for word in self.words for cluster in word.clusters)


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows of the working image from ``top`` on, and where on the page they come from."""

    top: int = 0
    placement: Placement = LEVEL


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Layout:
    """Where the glyphs of a page are, and the ink to cut their patches from.

    All boxes inside are in pixels of the working image, where rows are about level: writing of
    other directions is turned and has ``strips`` of its own, from top to bottom. Their placements
    lead to the page as it stands at the scale of ``ink``; :meth:`glyph_box` gives boxes in pixels
    of the page. Where the page is a ``sheet`` that was flattened, ``source_size`` is the sheet's,
    and boxes are in pixels of the picture.
    """

    ink: InkImage
    components: Components
    rows: tuple[LayoutRow, ...]
    letter_height: float
    source_size: tuple[int, int]
    strips: tuple[Strip, ...] = (Strip(),)
    sheet: Sheet | None = None
    _tracks: RowTracks = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        placed = [(row.clusters, row.angle, self._strip(row.clusters[0])) for row in self.rows]
        tracks = [track(clusters, angle, strip.placement) for clusters, angle, strip in placed]
        object.__setattr__(self, "_tracks", RowTracks.of(tracks))

    def _strip(self, cluster: Cluster) -> Strip:
        """Return the strip that a glyph is in."""
        return next(strip for strip in reversed(self.strips) if strip.top <= cluster.box.top)

    def glyph_box(self, cluster: Cluster) -> BoundingBox:
        """Return the smallest box around a glyph in pixels of the page, never empty, inside it."""
        box, placement = cluster.box, self._strip(cluster).placement
        if placement == LEVEL and self.sheet is None:
            return self._box_between((box.left, box.top), (box.right, box.bottom))
        corner = np.array((box.left, box.top))
        return self._box_around(mask_of(self.components, cluster), corner, placement)

    def _box_around(
        self, mask: npt.NDArray[np.bool_], corner: npt.NDArray[np.int_], placement: Placement
    ) -> BoundingBox:
        """Return the box in pixels of the page around ink (h, w) in a strip, from a corner on."""
        rows, columns = np.nonzero(mask)
        pixels = np.stack([columns, rows], axis=1).astype(np.float64)
        points = placement.back(pixels + corner + 0.5)
        if self.sheet is not None:
            points = self.sheet.back(points / self.ink.scale) * self.ink.scale
        low, high = (points.min(axis=0) - 0.5).tolist(), (points.max(axis=0) + 0.5).tolist()
        return self._box_between(low, high)

    def _box_between(self, low: Sequence[float], high: Sequence[float]) -> BoundingBox:
        """Return the box of whole pixels of the page around two corners in working pixels."""
        width, height = self.source_size if self.sheet is None else self.sheet.picture
        left, top = (max(int(value / self.ink.scale), 0) for value in low)
        left, top = min(left, width - 1), min(top, height - 1)
        right, bottom = (ceil(value / self.ink.scale) for value in high)
        return BoundingBox(
            left, top, max(left + 1, min(right, width)), max(top + 1, min(bottom, height))
        )

    def glyph_ink(self, cluster: Cluster, angle: float) -> Ink:
        """Return the upright ink of a glyph alone, neighbours left out, uint8 255 on 0."""
        return upright(mask_of(self.components, cluster), angle)

    def box_ink(self, box: BoundingBox) -> Ink:
        """Return the upright ink that a person's box (pixels of the page) holds.

        Components count that have most of their ink inside; where none has, all ink inside does.
        """
        return self.upright(self.held(box))

    def upright(self, ink: HeldInk) -> Ink:
        """Return the ink of a box turned as its row is."""
        return upright(ink.mask, self.rows[ink.row].angle if ink.row is not None else 0.0)

    def tight_box(self, box: BoundingBox) -> BoundingBox:
        """Return the box around the ink that a person's box holds, itself where it holds none."""
        mask, corner, row = self.held(box)
        if not mask.any():
            return box
        around = self._box_around(mask, corner, self.strip_of(row).placement)
        return around.intersection(box) or box

    def is_ink(self, points: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
        """Tell for points (n, 2) of the page, in its pixels, whether they lie on ink."""
        if self.sheet is not None:
            points = self.sheet.forth(points)
        row = self._tracks.nearest(points.mean(axis=0) * self.ink.scale)
        placed = np.floor(self.strip_of(row).placement.forth(points * self.ink.scale)).astype(int)
        height, width = self.components.labels.shape
        inside = ((placed >= 0) & (placed < (width, height))).all(axis=1)
        found = np.zeros(len(placed), bool)
        found[inside] = self.components.labels[placed[inside, 1], placed[inside, 0]] > 0
        return found

    def strip_of(self, row: int | None) -> Strip:
        """Return the strip that a row by its number is in; no row is in the first."""
        return self.strips[0] if row is None else self._strip(self.rows[row].clusters[0])

    def held(self, box: BoundingBox) -> HeldInk:
        """Return the ink that a person's box (pixels of the page) holds, and the row nearby."""
        corners = np.array(box.as_tuple(), float)[[[0, 1], [2, 1], [2, 3], [0, 3]]]
        if self.sheet is not None:
            corners = self.sheet.forth(corners)
        row = self._tracks.nearest(corners.mean(axis=0) * self.ink.scale)
        strip = self.strip_of(row)
        outline = strip.placement.forth(corners * self.ink.scale)
        height, width = self.components.labels.shape
        low = np.clip(np.floor(outline.min(axis=0)), (0, strip.top), (width, height)).astype(int)
        high = np.clip(np.ceil(outline.max(axis=0)), 0, (width, height)).astype(int)
        if (low >= high).any():
            return HeldInk(np.zeros((1, 1), np.bool_), low, row)
        window = self.components.labels[low[1] : high[1], low[0] : high[0]]
        if strip.placement != LEVEL:
            window = np.where(within(outline - low, window.shape), window, 0)
        inside = np.bincount(window.ravel(), minlength=len(self.components) + 1)
        members = np.flatnonzero(inside[1:] > 0.5 * self.components.areas) + 1
        return HeldInk(np.isin(window, members) if len(members) else window > 0, low, row)

    @property
    def glyph_count(self) -> int:
        """How many glyphs there are."""
        return sum(len(row.clusters) for row in self.rows)

    def patches(
        self, geometry: PatchGeometry, chosen: Sequence[int] | None = None
    ) -> npt.NDArray[np.float32]:
        """Return the patches (n, size, size) float32 of the glyphs in reading order.

        ``chosen`` are the places of those that are wanted; None wants all.
        """
        glyphs = [(cluster, row.angle) for row, _, cluster in self.glyphs()]
        wanted = glyphs if chosen is None else [glyphs[place] for place in chosen]
        return cut_patches([self.glyph_ink(*glyph) for glyph in wanted], geometry)

    def glyphs(self) -> Iterator[tuple[LayoutRow, LayoutWord, Cluster]]:
        """Yield row, word and glyph, in reading order."""
        for row in self.rows:
            for word in row.words:
                for cluster in word.clusters:
                    yield row, word, cluster


def find_ink(
    pixels: npt.NDArray[np.uint8], settings: InkSettings = AUTOMATIC
) -> tuple[InkImage, Components]:
    """Return ink and components of a page (h, w) or (h, w, 3) uint8, at a scale of its own.

    The page is looked at once as a whole; where its letters come out small, once more at the
    scale that makes them about as high as the network likes.
    """
    grey = preprocess.clean_grey(pixels, settings)
    working, scale = preprocess.working_image(grey)
    large = look_from_afar(working, scale, settings)
    if large is not None:
        return without_specks(large.ink, large.components, large.height)
    ink = preprocess.find_ink(working, scale, settings=settings)
    ink, components, is_ruled = without_printed_lines(ink)
    height = letter_height(components)
    most = max(6000 / max(grey.size), preprocess.largest_scale(grey))
    closer = min(scale * _WANTED / height, 3.0, most) if height else 0.0
    if not 0 < height < _SMALL or closer < 1.2 * scale:
        return without_specks(ink, components, height)
    working, closer = preprocess.resized(grey, closer)
    reach = round(2 * height * closer / scale)
    ink = preprocess.find_ink(working, closer, reach=reach, settings=settings)
    ink, components, _ = without_printed_lines(ink, is_ruled=is_ruled, reach=reach)
    return without_specks(ink, components, height * closer / scale)


def lay_out(pixels: npt.NDArray[np.uint8], ink: InkImage, components: Components) -> Layout:
    """Return rows, words and glyphs of the page whose ink was found, as it stands.

    There are none where the ink is finer and wilder than any writing: grain, gravel, a meadow.
    """
    height = letter_height(components)
    size = (pixels.shape[1], pixels.shape[0])
    nothing = Layout(ink, components, (), height, size)
    kept = drop_clutter(components, height)
    if height <= 0 or np.count_nonzero(kept) > _MOST_MARKS:
        return nothing
    marks = joining.join_bars(components, kept, height)
    found = reading_order.find_rows(Marks.of([mark.box for mark in marks]), height)
    if len(found) > MOST_ROWS:
        return nothing
    joined = [
        (row, clusters)
        for row in found
        if (clusters := joining.join_strokes(row, marks, components, height))
    ]
    heights = [_row_height(clusters, height) for _, clusters in joined]
    row_gaps = [
        spacing.gaps(clusters, row.angle) / own
        for (row, clusters), own in zip(joined, heights, strict=True)
    ]
    explained = spacing.row_spacings(row_gaps)
    rows = tuple(
        LayoutRow(_words(clusters, spacing.word_starts(free, own)), row.angle, tall, own)
        for (row, clusters), tall, free, own in zip(
            joined, heights, row_gaps, explained, strict=True
        )
    )
    return Layout(ink, components, rows, height, size)


def _row_height(clusters: list[Cluster], height: float) -> float:
    """Return the letter height of a row, drawn to that of the page where it has few letters."""
    own = [cluster.box.height for cluster in clusters]
    return float(np.median([*own, height, height]))


def _words(clusters: list[Cluster], starts: list[int]) -> tuple[LayoutWord, ...]:
    edges = [0, *starts, len(clusters)]
    return tuple(LayoutWord(tuple(clusters[a:b])) for a, b in pairwise(edges))
