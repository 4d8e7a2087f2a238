"""Writing of any direction laid out: its ink turned level first, then rows sought as ever."""

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.components import (
    Components,
    drop_clutter,
    find_components,
    letter_height,
)
from ocrdesk.vision.directions import page_slope, row_directions
from ocrdesk.vision.layout import Layout, Strip, lay_out
from ocrdesk.vision.preprocess import InkImage
from ocrdesk.vision.turning import turned

Pixels = npt.NDArray[np.uint8]

_LEVEL = 5.0  # degrees: rows less steep than this are laid out as they stand
_STEEPEST = 45.0  # degrees; steeper writing is a matter of turning the page


def likely_slope(components: Components) -> float:
    """Return the slope of the rows in degrees, -45 to 45, level ones preferred."""
    marks = _marks(components)
    return page_slope(*marks, steepest=_STEEPEST) if marks else 0.0


def likely_directions(components: Components) -> list[float]:
    """Return directions in degrees, -90 to 90, that the rows may have, best first."""
    marks = _marks(components)
    return row_directions(*marks) if marks else []


def _marks(
    components: Components,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], float] | None:
    """Return centres (n, 2), weights (n,) and the letter height of what may be letters."""
    height = letter_height(components)
    if height <= 0:
        return None
    sizes = np.maximum(components.heights, components.widths).astype(float)
    chosen = drop_clutter(components, height) & (sizes >= 0.45 * height)
    if not chosen.any():
        return None
    return components.centers[chosen], np.minimum(sizes[chosen], 1.5 * height), height


def lay_out_along(pixels: Pixels, ink: InkImage, components: Components, angle: float) -> Layout:
    """Return the layout of rows that fall by about ``angle`` degrees, upright along them.

    ``components`` are those of ``ink``. Where the rows turn out steeper than they may be after
    all, the ink is turned once more.
    """
    layout = _laid_out(pixels, ink, components, angle)
    if not layout.rows:
        return layout
    lengths = np.array([len(row.clusters) for row in layout.rows], float)
    rest = float(np.average([row.angle for row in layout.rows], weights=lengths))
    if abs(rest) <= _LEVEL:
        return layout
    return _laid_out(pixels, ink, components, angle + rest)


def _laid_out(pixels: Pixels, ink: InkImage, components: Components, angle: float) -> Layout:
    if abs(angle) <= _LEVEL:
        return lay_out(pixels, ink, components)
    level, placement = turned(ink, angle)
    found = lay_out(pixels, level, find_components(level))
    return Layout(
        ink,
        found.components,
        found.rows,
        found.letter_height,
        found.source_size,
        (Strip(0, placement),),
    )
