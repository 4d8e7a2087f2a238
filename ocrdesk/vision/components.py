"""Connected ink, measured, cleaned of what no pen wrote, and broken letters put together again."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision.barcodes import find_bars
from ocrdesk.vision.blots import find_blots
from ocrdesk.vision.dashes import find_dashes
from ocrdesk.vision.preprocess import InkImage, Mask

Labels = npt.NDArray[np.int32]
Boxes = npt.NDArray[np.int64]
Places = npt.NDArray[np.intp]

_BAR = 0.4  # letter heights: shorter bars are no barcode
_FEWEST = 4  # pixels of a component
_FINEST_PEN = 0.03  # letter heights; frames and edges of paper are drawn more finely
_DOT = 2.4  # times its pen: so long is a dot at most
_LINE = 50.0  # times its pen: a letter is 1 / _FINEST_PEN of it at most
_STRAIGHT = 1.25  # times the way from end to end; L is 1.4
_SALT = 0.75  # of all components: no page of writing has as many full stops
_EIGHT = np.ones((3, 3), bool)


@dataclass(frozen=True, slots=True)
class Components:
    """Connected ink of a working image, as parallel arrays.

    ``labels`` (h, w) int32 holds ``index + 1`` on the pixels of component ``index``; ``boxes``
    (n, 4) are left, top, right, bottom; ``areas`` (n,) count ink pixels; ``pens`` (n,) estimate
    stroke widths in pixels; ``darkness`` (n,) is the mean contrast. ``faintness`` is how dark ink
    must be to count, in parts of what is usual.
    """

    labels: Labels
    boxes: Boxes
    areas: npt.NDArray[np.int64]
    pens: npt.NDArray[np.float64]
    darkness: npt.NDArray[np.float64]
    faintness: float = 1.0

    def __len__(self) -> int:
        return len(self.boxes)

    @property
    def widths(self) -> npt.NDArray[np.int64]:
        """Box widths in pixels, (n,)."""
        return self.boxes[:, 2] - self.boxes[:, 0]

    @property
    def heights(self) -> npt.NDArray[np.int64]:
        """Box heights in pixels, (n,)."""
        return self.boxes[:, 3] - self.boxes[:, 1]

    @property
    def centers(self) -> npt.NDArray[np.float64]:
        """Box centres as x, y, (n, 2)."""
        return (self.boxes[:, :2] + self.boxes[:, 2:]) / 2


@dataclass(frozen=True, slots=True)
class Cluster:
    """Components that make up one glyph: their indices and the box around them (working image)."""

    members: tuple[int, ...]
    box: BoundingBox


def find_components(ink: InkImage) -> Components:
    """Return all 8-connected components of the ink that have more than a few pixels."""
    labels, count = ndimage.label(ink.mask, _EIGHT, output=np.int32)
    flat = labels.ravel()
    # Ink is a small part of the page: all but the labelling looks at its pixels alone.
    places = np.flatnonzero(ink.mask)
    areas = np.bincount(flat[places], minlength=count + 1)[1:]
    kept = np.flatnonzero(areas >= _FEWEST)
    renumber = np.zeros(count + 1, np.int32)
    renumber[kept + 1] = np.arange(1, len(kept) + 1)
    flat[places] = renumber[flat[places]]
    places = places[flat[places] > 0]
    owners, areas = flat[places] - 1, areas[kept]
    darkness = np.bincount(owners, ink.contrast.ravel()[places], len(areas)) / areas
    boxes = _boxes(places, owners, labels.shape[1])
    pens = _pens(labels, areas, places)
    return Components(labels, boxes, areas, pens, darkness, ink.settings.faintness)


def _boxes(places: Places, owners: Labels, width: int) -> Boxes:
    """Return the boxes (n, 4) around pixels: ``places`` in reading order and whose they are."""
    if not len(places):
        return np.zeros((0, 4), np.int64)
    order = np.argsort(owners, kind="stable")
    rows, columns = np.divmod(places[order], width)
    first = np.flatnonzero(np.diff(owners[order], prepend=-1))
    last = np.append(first[1:], len(order)) - 1
    left, right = np.minimum.reduceat(columns, first), np.maximum.reduceat(columns, first)
    return np.stack([left, rows[first], right + 1, rows[last] + 1], axis=1)


def _pens(labels: Labels, areas: npt.NDArray[np.int64], places: Places) -> npt.NDArray[np.float64]:
    """Return stroke widths: a stroke of length l and width w has area lw and boundary 2(l + w).

    Boundaries are counted in pixel edges, which overstates slanted ones by 4/pi on average; the
    picture's edge is none. ``places`` are the pixels of all components.
    """
    height, width = labels.shape
    flat = labels.ravel()
    rows, columns = np.divmod(places, width)
    edges = np.zeros(len(areas) + 1, np.int64)
    for step, has_neighbour in (
        (-1, columns > 0),
        (1, columns < width - 1),
        (-width, rows > 0),
        (width, rows < height - 1),
    ):
        inside = places[has_neighbour]
        border = inside[flat[inside + step] == 0]
        edges += np.bincount(flat[border], minlength=len(edges))
    boundary = np.maximum(edges[1:], 4) * (np.pi / 4)
    return 2 * areas / np.maximum(boundary - 2 * np.sqrt(areas) * 0.25, 1.0)


def letter_height(components: Components) -> float:
    """Return the height in pixels that most ink on the page is written in; 0 without ink.

    The median of box heights, each counted with its own stroke length, so that hundreds of specks
    do not outvote the writing; boxes nearly as large as the page do not count, unless most there is
    was drawn by a pen as thick as letters of that size have: a picture cut to one letter.
    """
    if not len(components):
        return 0.0
    sizes = np.maximum(components.heights, components.widths * 0.7)
    limit = 0.7 * max(components.labels.shape)
    lengths = components.areas / np.maximum(components.pens, 1.0)
    written = is_written(components)
    usable = (sizes < limit) & written
    large = (sizes >= limit) & written & (components.pens > _FINEST_PEN * sizes)
    if lengths[large].sum() > lengths[usable].sum():
        usable |= large
    if not usable.any():
        usable = sizes < limit
    letters = usable & ~_is_salt(components)
    if letters.any():
        usable = letters
    if not usable.any():
        return 0.0
    return _weighted_median(sizes[usable], np.minimum(lengths, 4 * sizes)[usable])


def _is_salt(components: Components) -> npt.NDArray[np.bool_]:
    """Tell which components are dots, where most are: thousands outweigh a few rows of letters."""
    long_side = np.maximum(components.widths, components.heights)
    is_dot: npt.NDArray[np.bool_] = long_side < _DOT * components.pens
    return is_dot & bool(is_dot.mean() > _SALT)


def _weighted_median(values: npt.NDArray[np.float64], weights: npt.NDArray[np.float64]) -> float:
    order = np.argsort(values)
    cumulated = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(cumulated, cumulated[-1] / 2)])


def is_written(components: Components) -> npt.NDArray[np.bool_]:
    """Tell which components look like pen strokes: neither solid blobs nor rulers' lines."""
    height, width = components.labels.shape
    boxes = components.boxes
    long_side = np.maximum(components.widths, components.heights)
    short_side = np.minimum(components.widths, components.heights)
    at_rim = (
        (boxes[:, 0] <= 1)
        | (boxes[:, 1] <= 1)
        | (boxes[:, 2] >= width - 1)
        | (boxes[:, 3] >= height - 1)
    )
    is_ruler = (long_side > 8 * components.pens) & (long_side > 25 * short_side)
    is_huge_at_rim = at_rim & (long_side > 0.3 * max(height, width))
    # What is left of a slanting line in a corner is its length long, and no letter is as fine.
    across = np.hypot(components.widths, components.heights)
    strokes = components.areas / np.maximum(components.pens, 1.0)
    is_line_at_rim = at_rim & (across > _LINE * components.pens) & (strokes < _STRAIGHT * across)
    is_blob = (components.pens > 0.5 * long_side) & (long_side > 40)
    written: npt.NDArray[np.bool_] = ~(is_ruler | is_huge_at_rim | is_line_at_rim | is_blob)
    return written


def drop_clutter(components: Components, height: float) -> npt.NDArray[np.bool_]:
    """Tell which components may be glyphs or parts of them, for letters of about ``height``.

    Out go specks, ruled and dashed lines, barcodes, blots, paper edges, shadows and whatever is far
    larger than the writing.
    """
    written = is_written(components)
    long_side = np.maximum(components.widths, components.heights)
    if not written.any():
        return written
    tall = written & (components.heights > 0.5 * height) & (components.heights < 2.5 * height)
    # Strokes count by their length: a photographed object's area would outweigh all letters.
    drawn = tall if tall.any() else written
    lengths = components.areas[drawn] / np.maximum(components.pens[drawn], 1.0)
    pen = _weighted_median(components.pens[drawn], np.minimum(lengths, 4.0 * long_side[drawn]))
    darkness = float(np.median(components.darkness[tall])) if tall.any() else 0.0
    is_speck = (long_side < max(0.16 * height, 1.2 * pen)) | (components.areas < 0.4 * pen * pen)
    is_faint = components.darkness < 0.35 * darkness * components.faintness
    is_giant = (components.heights > 4 * height) | (components.widths > 12 * height)
    is_thick = components.pens > max(2.7 * pen, 0.15 * height)
    kept: npt.NDArray[np.bool_] = written & ~is_speck & ~is_faint & ~is_giant & ~is_thick
    possible = np.flatnonzero(kept)
    kept[possible[find_dashes(components.boxes[possible], height)]] = False
    # Some bars of a barcode are as thin as rulers' lines or as thick as blobs: all count.
    large = np.flatnonzero(long_side >= _BAR * height)
    kept[large[find_bars(components.boxes[large])]] = False
    possible = np.flatnonzero(kept)
    marks = components.boxes[possible], components.pens[possible]
    kept[possible[find_blots(components.labels, possible, *marks, height)]] = False
    return kept


def box_of(mask: Mask, left: int, top: int) -> BoundingBox | None:
    """Return the box around the ink of a mask (h, w) that stands at a place; None without ink."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return None
    return BoundingBox(
        left + int(columns[0]),
        top + int(rows[0]),
        left + int(columns[-1]) + 1,
        top + int(rows[-1]) + 1,
    )


def mask_of(components: Components, cluster: Cluster) -> Mask:
    """Return the ink of the cluster within its box, (h, w) bool."""
    box = cluster.box
    window = components.labels[box.top : box.bottom, box.left : box.right]
    mask: Mask = window == cluster.members[0] + 1
    for member in cluster.members[1:]:  # few: looking each up is faster than np.isin
        mask |= window == member + 1
    return mask
