"""Four sides that are not all a sheet's own: a shadow's edge across it is one of them.

What lies in the light is then as bright and as four-sided as a whole sheet is. But the edge of a
shadow goes on over the desk, where a sheet's side ends at its corners; and where the desk is too
dark to show that, the part in the shadow is still brighter than the desk, and what is brighter than
that has other sides of the lit part for its own.
"""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.perspective import Points
from ocrdesk.vision.quadrilaterals import area_of

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]

_BESIDE = 8.0  # pixels off a side where it is compared, beyond the softer shadows' edges
_BEYOND = (0.05, 0.16)  # of a side's length, from its corner on
_ALONG = (0.1, 0.9)  # of a side, its ends left out
_PLACES = 40  # compared along a side
_GOES_ON = 0.85  # of the brightness at the other side of a shadow's edge, less where one end shows
_DARK = 4.0  # grey levels that nothing is told by
_UNLIKE = 1.3  # times as much of the light as at another side of the sheet
_LOWER, _LOWEST = 0.8, 0.3  # steps down from the level that parted sheet and desk, and the last
_LARGER = 1.1  # times the lit part is a sheet that lies half in a shadow
_SAME_SIDE = 3.0  # pixels off the line of the larger sheet's side
_OUTSIDE = 0.12  # of its side: the lit part's are prolonged where the edge of a shadow is rounded
_SHARED = 2  # sides that both have


def whole_sheet(
    grey: Pixels, corners: Points, level: float, at: Callable[[float, float], Points | None]
) -> Points | None:
    """Return the corners (4, 2) of the whole sheet whose lit part, at least, has ``corners``.

    ``grey`` is the picture without writing, ``level`` what the sheet is brighter than; ``at`` finds
    the corners of what is brighter than another level, and at least so many pixels. None where part
    of the sheet lies in a shadow that cannot be told from the desk.
    """
    corners = _clockwise(corners)
    goes_on = any(_goes_on(grey, corners, side) for side in range(4))
    shares = [_share(grey, corners, side) for side in range(4)]
    if not goes_on and max(shares) <= _UNLIKE * min(shares):
        return corners
    for lower in _levels(level):
        larger = at(lower, _LARGER * area_of(corners))
        if larger is not None and _holds(_clockwise(larger), corners):
            return larger
    return None if goes_on else corners


def _levels(level: float) -> Iterator[float]:
    lower = level * _LOWER
    while lower > level * _LOWEST:
        yield lower
        lower *= _LOWER


def _clockwise(corners: Points) -> Points:
    away = corners - corners.mean(axis=0)
    return corners[np.argsort(np.arctan2(away[:, 1], away[:, 0]))]


def _share(grey: Pixels, corners: Points, side: int) -> float:
    """Return how bright it is outside a side, in parts of the brightness inside."""
    inside, outside = _beside(grey, corners, side, _ALONG)
    return float((np.mean(outside) + _DARK) / (np.mean(inside) + _DARK))


def _goes_on(grey: Pixels, corners: Points, side: int) -> bool:
    """Tell whether a side goes on beyond its corners as a step in brightness, as far as seen."""
    low, high = _BEYOND
    ends = [_beside(grey, corners, side, part) for part in ((-high, -low), (1 + low, 1 + high))]
    falls = [
        (np.mean(outside) + _DARK) / (np.mean(inside) + _DARK)
        for inside, outside in ends
        if len(inside)
    ]
    most = _GOES_ON if len(falls) == 2 else _GOES_ON**2
    return bool(falls) and float(max(falls)) < most


def _beside(
    grey: Pixels, corners: Points, side: int, part: tuple[float, float]
) -> tuple[Floats, Floats]:
    """Return the brightness inside and outside of part of a side's line, where the picture is."""
    start, end = corners[side], corners[(side + 1) % 4]
    way = end - start
    normal = _normal(way)
    line = start + np.linspace(*part, _PLACES)[:, None] * way
    pairs = np.stack([line + _BESIDE * normal, line - _BESIDE * normal])
    inner, outer = np.floor(pairs).astype(int)
    size = np.array(grey.shape[::-1])
    fits = ((inner >= 0) & (inner < size) & (outer >= 0) & (outer < size)).all(axis=1)
    inside, outside = (
        grey[place[fits, 1], place[fits, 0]].astype(np.float64) for place in (inner, outer)
    )
    return inside, outside


def _normal(way: Points) -> Points:
    """Return the direction (2,) to the right of a way, one pixel long; there the inside lies."""
    return np.array((-way[1], way[0])) / max(float(np.hypot(*way)), 1e-9)


def _holds(larger: Points, corners: Points) -> bool:
    """Tell whether a quadrilateral holds another that shares sides with it."""
    shared = 0
    for side in range(4):
        start = larger[side]
        away = (corners - start) @ _normal(larger[(side + 1) % 4] - start)
        if away.min() < -_OUTSIDE * np.sqrt(area_of(larger)):
            return False
        near = away <= _SAME_SIDE
        shared += bool((near & np.roll(near, -1)).any())
    return shared >= _SHARED
