"""Small ink beside letters, which may be punctuation: full stops, commas, dashes, apostrophes.

The layout leaves specks out because most are dirt. A recognizer that knows punctuation gets them
back as candidates, row by row, and decides by reading; it may leave each of them out again.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.components import Cluster, Components
from ocrdesk.vision.joining import cluster_of
from ocrdesk.vision.layout import Layout, LayoutRow
from ocrdesk.vision.pieces import span_of

# Letter heights from the row's middle within which marks stand: an apostrophe hangs as high as
# capitals, which rows of small letters are much lower than.
_ABOVE, _BELOW = 1.2, 0.85
_NEAR = 1.4  # letter heights between a mark and the nearest letter of its row, spaced out or not
_MOST = 60  # marks in a row; more are paper or print

Floats = npt.NDArray[np.float64]


def small_marks(layout: Layout) -> list[list[Cluster]]:
    """Return for each row the small ink that no glyph holds, left to right; each is one component.

    Dots must be as wide as most of a pen's stroke and as dark as letters are.
    """
    components = layout.components
    if not layout.rows:
        return []
    used = [m for row in layout.rows for cluster in row.clusters for m in cluster.members]
    free = np.ones(len(components), bool)
    free[used] = False
    pen = float(np.median(components.pens[used]))
    darkness = float(np.median(components.darkness[used]))
    longer = np.maximum(components.widths, components.heights)
    possible = np.flatnonzero(
        free
        & (longer >= 0.7 * pen)
        & (components.areas >= 0.35 * pen * pen)
        & (components.darkness >= 0.5 * darkness)
        & (components.heights <= 0.7 * layout.letter_height)
        & (components.widths <= 1.5 * layout.letter_height)
    )
    return _by_row(layout.rows, possible, components)


def _by_row(
    rows: Sequence[LayoutRow], possible: npt.NDArray[np.intp], components: Components
) -> list[list[Cluster]]:
    """Give each mark to the row it stands in; what stands in none is left out."""
    owner = np.full(len(possible), -1)
    least = np.full(len(possible), np.inf)
    for number, row in enumerate(rows):
        distance = _distances(row, components.centers[possible])
        nearer = distance < least
        owner[nearer], least[nearer] = number, distance[nearer]
    found: list[list[Cluster]] = []
    for number, row in enumerate(rows):
        own = possible[(owner == number) & np.isfinite(least)]
        marks = (
            [cluster_of([int(member)], components) for member in own] if len(own) <= _MOST else []
        )
        found.append(sorted(marks, key=lambda mark: span_of(mark, row.angle)))
    return found


def _distances(row: LayoutRow, centers: Floats) -> Floats:
    """Return how far points (n, 2) are from the middle of a row, infinite outside its reach."""
    angle = np.deg2rad(row.angle)
    cos, sin = np.cos(angle), np.sin(angle)
    letters = np.array([cluster.box.center for cluster in row.clusters])
    widths = np.array([cluster.box.width for cluster in row.clusters])
    along, across = letters @ (cos, sin), letters @ (-sin, cos)
    apart = np.abs((centers @ (cos, sin))[:, None] - along) - widths / 2
    nearest = apart.argmin(axis=1)
    off = centers @ (-sin, cos) - across[nearest]
    height = row.height
    stands = (apart.min(axis=1) <= _NEAR * height) & (off >= -_ABOVE * height)
    result: Floats = np.where(stands & (off <= _BELOW * height), np.abs(off), np.inf)
    return result
