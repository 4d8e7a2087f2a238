"""A page's pixels to rows of words of glyphs: the pipeline of this room in one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PIL import Image

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision import joining, preprocess, reading_order, spacing
from ocrdesk.vision.components import (
    Cluster,
    Components,
    drop_clutter,
    find_components,
    letter_height,
    mask_of,
)
from ocrdesk.vision.patches import Ink, PatchGeometry, cut_patches
from ocrdesk.vision.preprocess import InkImage
from ocrdesk.vision.reading_order import Marks
from ocrdesk.vision.row_tracing import MOST_ROWS
from ocrdesk.vision.spacing import Spacing

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

    @property
    def center(self) -> tuple[float, float]:
        """Mean of the glyphs' centres (working image)."""
        centers = [cluster.box.center for cluster in self.clusters]
        x, y = np.mean(centers, axis=0)
        return float(x), float(y)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the glyphs of a page are, and the ink to cut their patches from.

    All boxes inside are in pixels of the working image; :meth:`source_box` turns them into pixels
    of the source.
    """

    ink: InkImage
    components: Components
    rows: tuple[LayoutRow, ...]
    letter_height: float
    source_size: tuple[int, int]

    def source_box(self, box: BoundingBox) -> BoundingBox:
        """Return the box in pixels of the source image, never empty, inside it."""
        width, height = self.source_size
        scale = self.ink.scale
        left = min(int(box.left / scale), width - 1)
        top = min(int(box.top / scale), height - 1)
        right = max(left + 1, min(int(np.ceil(box.right / scale)), width))
        bottom = max(top + 1, min(int(np.ceil(box.bottom / scale)), height))
        return BoundingBox(left, top, right, bottom)

    def glyph_ink(self, cluster: Cluster, angle: float) -> Ink:
        """Return the upright ink of a glyph alone, neighbours left out, uint8 255 on 0."""
        return _upright(mask_of(self.components, cluster), angle)

    def box_ink(self, box: BoundingBox) -> Ink:
        """Return the upright ink that a person's box (source pixels) holds.

        Components count that have most of their ink inside; where none has, all ink inside does.
        """
        scale = self.ink.scale
        height, width = self.components.labels.shape
        scaled = BoundingBox(
            int(box.left * scale),
            int(box.top * scale),
            int(np.ceil(box.right * scale)),
            int(np.ceil(box.bottom * scale)),
        ).clipped(width, height)
        if scaled is None:
            return np.zeros((1, 1), np.uint8)
        window = self.components.labels[scaled.top : scaled.bottom, scaled.left : scaled.right]
        inside = np.bincount(window.ravel(), minlength=len(self.components) + 1)
        members = np.flatnonzero(inside[1:] > 0.5 * self.components.areas) + 1
        mask = np.isin(window, members) if len(members) else window > 0
        return _upright(mask, self.angle_at(box))

    def angle_at(self, box: BoundingBox) -> float:
        """Return the slope in degrees of the row whose middle passes nearest to a source box."""
        x, y = (coordinate * self.ink.scale for coordinate in box.center)
        best, least = 0.0, np.inf
        for row in self.rows:
            row_x, row_y = row.center
            distance = abs(y - row_y - np.tan(np.deg2rad(row.angle)) * (x - row_x))
            if distance < least:
                best, least = row.angle, distance
        return best

    def patches(self, geometry: PatchGeometry) -> npt.NDArray[np.float32]:
        """Return the patches of all glyphs in reading order, (n, size, size) float32."""
        inks = [self.glyph_ink(cluster, row.angle) for row, _, cluster in self.glyphs()]
        return cut_patches(inks, geometry)

    def glyphs(self) -> Iterator[tuple[LayoutRow, LayoutWord, Cluster]]:
        """Yield row, word and glyph, in reading order."""
        for row in self.rows:
            for word in row.words:
                for cluster in word.clusters:
                    yield row, word, cluster


def _upright(mask: npt.NDArray[np.bool_], angle: float) -> Ink:
    """Return the mask as ink, turned so that a row of that angle would be level."""
    ink = mask.astype(np.uint8) * np.uint8(255)
    if abs(angle) < 1.5:
        return ink
    turned = Image.fromarray(ink).rotate(angle, Image.Resampling.BILINEAR, expand=True)
    return np.asarray(turned)


def find_ink(pixels: npt.NDArray[np.uint8]) -> tuple[InkImage, Components]:
    """Return ink and components of a page (h, w) or (h, w, 3) uint8, at a scale of its own.

    The page is looked at once as a whole; where its letters come out small, once more at the
    scale that makes them about as high as the network likes.
    """
    grey = preprocess.to_grey(pixels)
    working, scale = preprocess.working_image(grey)
    ink = preprocess.find_ink(working, scale)
    components = find_components(ink)
    height = letter_height(components)
    if not 0 < height < _SMALL:
        return ink, components
    most = max(6000 / max(grey.size), preprocess.largest_scale(grey))
    closer = min(scale * _WANTED / height, 3.0, most)
    if closer < 1.2 * scale:
        return ink, components
    working, closer = preprocess.resized(grey, closer)
    ink = preprocess.find_ink(working, closer, reach=round(2 * height * closer / scale))
    return ink, find_components(ink)


def lay_out(pixels: npt.NDArray[np.uint8], ink: InkImage, components: Components) -> Layout:
    """Return rows, words and glyphs of the page whose ink was found.

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
