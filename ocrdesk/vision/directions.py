"""The directions that rows of writing may have: those at which marks crowd into rows."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

Floats = npt.NDArray[np.float64]

_STEP = 1.5  # degrees between the directions that are tried first
_USUAL = 4.0  # degrees: half of all rows are less steep
_TURNED = 60.0  # degrees: writing about as steep is sought by turning the page, not in its rows
_MANY = 30  # letters that should crowd somewhere if they are rows of one direction
_APART = 25.0  # degrees between directions that count as different


def crowding(centers: Floats, weights: Floats, angles: Floats, height: float) -> Floats:
    """Return how much marks crowd into rows that fall by each of ``angles`` (m,) degrees, in 0..1.

    The energy of the projection of their centres (n, 2), smoothed by a part of the letter height
    (the projection-profile method, Postl 1986, on components).
    """
    radians = np.deg2rad(angles)[:, None]
    across = centers[:, 1] * np.cos(radians) - centers[:, 0] * np.sin(radians)
    across -= across.min(axis=1, keepdims=True)
    places = np.round(across / (height / 10)).astype(np.int64)
    ends = places.max(axis=1, keepdims=True)
    long = int(ends.max()) + 1
    places += np.arange(len(angles))[:, None] * long
    counts = np.bincount(
        places.ravel(), np.tile(weights, len(angles)), minlength=len(angles) * long
    ).reshape(-1, long)
    profiles = ndimage.gaussian_filter1d(counts, 2.0, axis=1, mode="constant")
    profiles[np.arange(long) > ends] = 0.0  # beyond the last mark, as before the first
    energies: Floats = np.sum(profiles**2, axis=1) / float(np.sum(weights)) ** 2
    return energies


def page_slope(centers: Floats, weights: Floats, height: float, *, steepest: float = 40.0) -> float:
    """Return the slope of the rows in degrees, positive where they fall to the right.

    Level rows are preferred where the evidence is thin.
    """
    if len(centers) < 3:
        return 0.0

    # Few letters crowd by chance at some angle. Each counts as evidence of its own, against what
    # is known before: most rows are about level, a few are steep (Cauchy's density). Many letters
    # in many directions crowd nowhere much: there the least steep of nearly equal slopes is wanted.
    is_many = min(1.0, len(centers) / _MANY)

    def best(angles: Floats) -> float:
        expected = (1 + (angles / _USUAL) ** 2) ** (-1 / len(centers))
        trusted = np.exp(-is_many * (angles / _TURNED) ** 2)
        scores = crowding(centers, weights, angles, height) * expected * trusted
        return float(angles[int(np.argmax(scores))])

    coarse = best(np.arange(-steepest, steepest + 0.5, 1.0))
    return best(np.arange(coarse - 1.0, coarse + 1.01, 0.25))


def row_directions(centers: Floats, weights: Floats, height: float, most: int = 3) -> list[float]:
    """Return the directions in (-90, 90] degrees that rows most plausibly have, best first.

    Rows that fall by an angle and rows that rise by what is missing to 180 degrees crowd alike:
    which way they are read must be decided by reading.
    """
    if len(centers) < 2:
        return [0.0, 90.0]
    coarse = np.arange(-90.0 + _STEP, 90.0 + _STEP / 2, _STEP)
    scores = crowding(centers, weights, coarse, height)
    found: list[float] = []
    for place in np.argsort(-scores).tolist():
        angle = float(coarse[place])
        if all(between(angle, other) >= _APART for other in found):
            found.append(_refined(angle, centers, weights, height))
        if len(found) == most:
            break
    return found


def between(first: float, second: float) -> float:
    """Return the angle between two directions of rows, 0..90."""
    return abs((first - second + 90.0) % 180.0 - 90.0)


def turn_between(first: float, second: float) -> float:
    """Return the angle between two ways that writing runs, 0..180."""
    return abs((first - second + 180.0) % 360.0 - 180.0)


def _refined(angle: float, centers: Floats, weights: Floats, height: float) -> float:
    fine = np.arange(angle - _STEP, angle + _STEP + 0.01, 0.25)
    return float(fine[int(np.argmax(crowding(centers, weights, fine, height)))])
