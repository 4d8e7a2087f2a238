"""Four straight sides around a shape, where the shape has them."""

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.perspective import Points

_FILLED = 0.955  # of the quadrilateral around a shape, so that it is one
_SHORTEST = 0.1  # side, in square roots of the shape's area: with shorter ones it is a triangle
_WIDEST = 1.4  # times the shape's own sides may a side be prolonged to meet the next


def fitting_quadrilateral(
    shape: npt.NDArray[np.bool_], *, filled: float = _FILLED
) -> Points | None:
    """Return the corners (4, 2) of the quadrilateral that a shape (h, w) fills, in pixels.

    The sides of the convex hull are prolonged over the others, those first that add least area
    (compare Aggarwal, Chang and Yap 1985 on minimum circumscribing polygons). None where the shape
    does not fill what is left, by the share ``filled``: round or ragged ones.
    """
    from scipy.spatial import ConvexHull  # noqa: PLC0415  # wanted for few pictures

    rows = np.flatnonzero(shape.any(axis=1))
    first = shape[rows].argmax(axis=1)
    last = shape.shape[1] - shape[rows, ::-1].argmax(axis=1)
    ends = [(edge, rows + down) for edge in (first, last) for down in (0, 1)]
    corners = np.concatenate([np.stack(end, axis=1) for end in ends]).astype(float)
    hull = ConvexHull(corners)
    polygon = [corners[place] for place in hull.vertices]
    size = float(np.sqrt(hull.volume))
    while len(polygon) > 4:
        gains = [_prolonged(polygon, place, size) for place in range(len(polygon))]
        place = min(range(len(gains)), key=lambda one: gains[one][0])
        added, corner = gains[place]
        if corner is None or not np.isfinite(added):
            return None
        after = (place + 1) % len(polygon)
        polygon[place] = corner
        del polygon[after]
    found = np.array(polygon)
    sides = np.hypot(*(np.roll(found, -1, axis=0) - found).T)
    is_filled = np.count_nonzero(shape) >= filled * area_of(found)
    return found if len(found) == 4 and is_filled and sides.min() >= _SHORTEST * size else None


def _prolonged(polygon: list[Points], place: int, size: float) -> tuple[float, Points | None]:
    """Return what area is added by prolonging both neighbours of a side until they meet, and where.

    The side runs from the corner at ``place`` to the next. Infinite where they do not meet near.
    """
    before, start = polygon[place - 1], polygon[place]
    end, after = polygon[(place + 1) % len(polygon)], polygon[(place + 2) % len(polygon)]
    first, second = start - before, end - after
    crossing = first[0] * second[1] - first[1] * second[0]
    gap = end - start
    if abs(crossing) < 1e-9:
        return np.inf, None
    along = (gap[0] * second[1] - gap[1] * second[0]) / crossing
    back = (gap[0] * first[1] - gap[1] * first[0]) / crossing
    if along < 0 or back < 0 or along * np.hypot(*first) > _WIDEST * size:
        return np.inf, None
    corner = start + along * first
    apex = corner - start
    return abs(float(gap[0] * apex[1] - gap[1] * apex[0])) / 2, corner


def area_of(polygon: Points) -> float:
    """Return the area inside the corners (n, 2) of a polygon."""
    x, y = polygon.T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2
