"""How high characters stand: what tells c from C, a comma from an apostrophe, o from 0.

A patch shows a character alone and always at the same size. Along a row the base line and the
height of capitals can be found, and where a character stands between them tells much of what it
is. Extents are in heights of capitals above the base line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

X_HEIGHTS = (0.5, 0.6, 0.7, 0.8)
"""Heights of small letters without ascender that hands are tried with."""

_DESCENT = -0.38
_TALL = "bdfhkl"
_SHORT = "acemnorsuvwxz"
_HANGING = "gpqy"
_OTHERS = {
    "i": (0.9, 0.0),
    "j": (0.9, _DESCENT),
    "t": (0.85, 0.0),
    ".": (0.12, 0.0),
    ",": (0.12, -0.2),
    "-": (0.5, 0.4),
    "'": (1.05, 0.72),
    ":": (0.55, 0.0),
    "/": (1.05, -0.05),
}
_SPREAD_TOP, _SPREAD_BOTTOM = 0.16, 0.13  # how much hands stray, in heights of capitals
_ANYWHERE = 0.6  # the spread of what could stand anywhere, which characters compare with
_UNDECIDED = frozenset("cosuvwxzkpyCOSUVWXZKPY0")
_LEAST_WEIGHT = 0.15
_SURE = 0.6  # rows whose certainty is at least this tell the others of their page how high to be
_NEAR = 1.0  # rows: so far away a row has a third of the say of those beside
_LENT = 0.7  # of the certainty of these, in a row that tells little by itself


@dataclass(frozen=True, slots=True)
class Guides:
    """The base line y = ``base`` + ``slope`` x and the height of capitals of one row, in pixels.

    ``x_height`` is the height of small letters in heights of capitals; ``certainty`` 0 to 1 says
    how much the row tells of it.
    """

    base: float
    slope: float
    capital: float
    x_height: float
    certainty: float


def extents(characters: Sequence[str], x_height: float) -> Floats:
    """Return top and bottom (n, 2) of characters, in heights of capitals above the base line."""
    found = []
    for character in characters:
        if character in _SHORT:
            found.append((x_height, 0.0))
        elif character in _HANGING:
            found.append((x_height, _DESCENT))
        elif character in _TALL:
            found.append((1.02, 0.0))
        else:
            found.append(_OTHERS.get(character, (1.0, 0.0)))
    return np.array(found, np.float64).reshape(-1, 2)


def has_heights(characters: Sequence[str]) -> bool:
    """Tell whether any characters stand differently high, as far as that is known of them.

    Else where they stand tells nothing: & and Ñ stand like the capitals that they are read beside.
    """
    return len(np.unique(extents(characters, X_HEIGHTS[0]), axis=0)) > 1


def fit_guides(read: Sequence[str], places: Floats, *, height: float) -> Guides:
    """Return the guides of a row from a first reading of it.

    ``places`` (n, 3) are x, top and bottom of the glyphs in pixels, y down, NaN where that tells
    nothing; ``height`` is what the row's letters are expected to be high. Robust least squares:
    glyphs that stray count less (Huber 1964, iteratively reweighted); characters whose capitals
    look like their small letters count little.
    """
    told = np.flatnonzero(np.isfinite(places).all(axis=1)).tolist() if read else []
    if not told:
        return Guides(0.0, 0.0, height, 0.6, 0.0)
    read, places = [read[place] for place in told], places[told]
    best, least = Guides(float(np.median(places[:, 2])), 0.0, height, 0.6, 0.0), np.inf
    for x_height in X_HEIGHTS:
        guides, misfit = _fitted(read, places, height, x_height)
        misfit += 0.02 * abs(x_height - 0.6) / 0.1  # with little evidence: as most people write
        if misfit < least:
            best, least = guides, misfit
    return best


def settled(rows: Sequence[Guides]) -> list[Guides]:
    """Return the guides of a page's rows, those that tell little of their sizes by the others'.

    A page is one hand's: a row of letters whose capitals look like their small letters (C C C) is
    as high as the capitals, or as the small letters, of the rows around it. Rows in which nothing
    was read, and pages on which no row tells enough, stay as they are.
    """
    sure = [place for place, guides in enumerate(rows) if guides.certainty >= _SURE]
    if not sure:
        return list(rows)
    told = np.array([(rows[p].capital, rows[p].x_height, rows[p].certainty) for p in sure])
    lent = _LENT * float(np.median(told[:, 2]))
    found = list(rows)
    for place, guides in enumerate(rows):
        if 0 < guides.certainty < _SURE:
            nearness = np.exp(-np.abs(np.array(sure) - place) / _NEAR)
            capital, x_height, _ = np.average(told, axis=0, weights=nearness).tolist()
            found[place] = replace(guides, capital=capital, x_height=x_height, certainty=lent)
    return found


def standing(guides: Guides, characters: Sequence[str], places: Floats) -> Floats:
    """Return log-likelihood ratios (n, characters): as this character against anywhere.

    ``places`` as in `fit_guides`. Both densities are Student's with few degrees of freedom, so
    that one odd letter is no disaster.
    """
    wanted = extents(characters, guides.x_height)
    line = guides.base + guides.slope * places[:, 0]
    tops = (line - places[:, 1]) / guides.capital
    bottoms = (line - places[:, 2]) / guides.capital
    as_this = _log_density((tops[:, None] - wanted[:, 0]) / _SPREAD_TOP) - np.log(_SPREAD_TOP)
    as_this += _log_density((bottoms[:, None] - wanted[:, 1]) / _SPREAD_BOTTOM)
    as_this -= np.log(_SPREAD_BOTTOM)
    anywhere = _log_density((tops - 0.7) / _ANYWHERE) + _log_density(bottoms / _ANYWHERE)
    anywhere -= 2 * np.log(_ANYWHERE)
    ratio: Floats = guides.certainty * (as_this - anywhere[:, None])
    return np.where(np.isfinite(ratio), ratio, 0.0)


def _log_density(values: Floats) -> Floats:
    """Return the logarithm of Student's density, four degrees of freedom, but for a constant."""
    result: Floats = -2.5 * np.log1p(values**2 / 4)
    return result


def _fitted(
    read: Sequence[str], places: Floats, height: float, x_height: float
) -> tuple[Guides, float]:
    """Return the guides for one height of small letters, and the mean misfit."""
    wanted = extents(read, x_height).T.ravel()
    ys = np.concatenate([places[:, 1], places[:, 2]])
    xs = np.concatenate([places[:, 0], places[:, 0]])
    middle = float(xs.mean())
    sure = np.array([_LEAST_WEIGHT if c in _UNDECIDED else 1.0 for c in read])
    sure = np.concatenate([sure, np.ones(len(read))])  # all stand on the line, big or small
    # Unknowns: base at the middle, slope, height of capitals; the last two are held near
    # level and the expected height where the row tells little.
    design = np.stack([np.ones_like(xs), xs - middle, -wanted], axis=1)
    held = np.array([[0.0, 2.0 * height, 0.0], [0.0, 0.0, 0.7]])
    expected = np.array([0.0, 0.7 * height])
    weights = sure.copy()
    solution = np.zeros(3)
    for _ in range(4):
        root = np.sqrt(weights)[:, None]
        rows = np.concatenate([design * root, held])
        values = np.concatenate([ys * root[:, 0], expected])
        solution = np.linalg.lstsq(rows, values, rcond=None)[0]
        misfits = np.abs(ys - design @ solution) / (0.12 * height)
        weights = sure / np.maximum(misfits, 1.0)
    capital = float(np.clip(solution[2], 0.6 * height, 2.2 * height))
    misfit = float(np.average(np.log1p(misfits**2), weights=sure))
    told = float(sure[: len(read)].sum())
    base, slope = float(solution[0] - solution[1] * middle), float(solution[1])
    return Guides(base, slope, capital, x_height, told / (told + 2.0)), misfit
