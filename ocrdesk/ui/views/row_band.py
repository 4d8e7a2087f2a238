"""Where the band of one row lies: along the letters, whichever way the row runs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from ocrdesk.page.elements import Line
from ocrdesk.ui.views.glyph_index import middle_value

Floats = NDArray[np.float64]

_STEEP = 1.5  # two letters make a row across the page if they stand so much more above than beside


@dataclass(frozen=True, slots=True)
class RowBand:
    """A line's band in pixels of the page.

    ``start`` is the middle of the edge before the first letter, ``along`` the unit vector in which
    the row runs, ``height`` the width of the band across it.
    """

    line: Line
    polygon: QPolygonF
    area: QRectF
    start: QPointF
    along: QPointF
    height: float


def band_of(line: Line) -> RowBand:
    """Return the band along the middle of the row's letters."""
    edges = np.array([glyph.box.as_tuple() for glyph in line.glyphs], np.float64)
    middles = (edges[:, :2] + edges[:, 2:]) / 2
    sizes = edges[:, 2:] - edges[:, :2]
    along = _direction(middles, middle_value(sizes[:, 1]))
    across = np.array([-along[1], along[0]])  # from the tops to the feet of the letters
    places, offsets = middles @ along, middles @ across
    half_lengths, half_heights = sizes @ np.abs(along) / 2, sizes @ np.abs(across) / 2
    height = 2 * middle_value(half_heights)
    level = middle_value(offsets)
    least, most = 0.5 * height, 0.95 * height
    above = float(np.clip((level - offsets + half_heights).max(), least, most))
    below = float(np.clip((offsets - level + half_heights).max(), least, most))
    pad = 0.14 * height
    first = (places - half_lengths).min() - 2 * pad
    last = (places + half_lengths).max() + 2 * pad
    top, bottom = level - above - pad, level + below + pad

    def point(place: float, offset: float) -> QPointF:
        return QPointF(*(place * along + offset * across).tolist())

    corners = [point(first, top), point(last, top), point(last, bottom), point(first, bottom)]
    polygon = QPolygonF(corners)
    start = point(first, (top + bottom) / 2)
    direction = QPointF(*along.tolist())
    return RowBand(line, polygon, polygon.boundingRect(), start, direction, bottom - top)


def _direction(middles: Floats, height: float) -> Floats:
    """Return the unit vector (2,) in which a row runs, by the middles (letters, 2) of its letters.

    That is the line with the least squared distances from them (Pearson 1901), from the first
    letter to the last; level where they stand too close together to tell.
    """
    span = middles[-1] - middles[0]
    level = np.array([1.0, 0.0])
    if len(middles) < 3:
        is_steep = abs(span[1]) > max(_STEEP * abs(span[0]), 0.5 * height)
        return np.array([0.0, np.sign(span[1])]) if is_steep else level
    off = middles - middles.mean(axis=0)
    if np.ptp(middles, axis=0).max() <= 2 * height:
        return level
    xx, yy, xy = (off[:, 0] ** 2).sum(), (off[:, 1] ** 2).sum(), (off[:, 0] * off[:, 1]).sum()
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    axis = np.array([np.cos(angle), np.sin(angle)])
    return axis if axis @ span >= 0 else -axis
