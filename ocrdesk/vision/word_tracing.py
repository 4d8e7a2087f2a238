"""Marks that stand in a line, whatever its direction: words that were written across the page."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]

_FEWEST = 3  # marks in a line
_MOST = 300  # marks that are looked at; more are no words beside the writing
_APART = 0.25  # sizes between middles at least: what lies within another mark begins no line
_NEAR = 2.2  # sizes between the middles of neighbours that begin a line
_GAP = 3.5  # sizes between the middles of neighbours in a line
_ASIDE = 0.4  # sizes that a mark's middle may be off the line
_WIDEN = 0.9  # sizes within which small marks belong to the line
_UNLIKE = 2.5  # ratio of sizes of marks in one line, at most


@dataclass(frozen=True, slots=True)
class TracedWord:
    """Marks in a line, and its direction in degrees, -90 to 90."""

    members: tuple[int, ...]
    angle: float


def trace_words(centers: Floats, sizes: Floats) -> list[TracedWord]:
    """Return lines of marks, each mark in one at most, those of most marks first.

    ``centers`` (n, 2) are x, y and ``sizes`` (n,) the longer sides of the marks. Each pair of
    neighbours proposes a line; the one that passes through most marks without a wide gap is taken,
    then the best of the rest (sequential RANSAC, Fischler and Bolles 1981, with all samples).
    """
    free = np.arange(len(centers))
    found: list[TracedWord] = []
    if len(free) > _MOST:
        return found
    while len(free) >= _FEWEST:
        line = _longest(centers[free], sizes[free])
        if len(line) < _FEWEST:
            break
        members = free[line]
        middle, along = _fitted(centers[members])
        beside = _beside(centers[free], sizes[free], centers[members], (middle, along))
        members = np.union1d(members, free[beside])
        angle = float(np.rad2deg(np.arctan2(along[1], along[0])))
        found.append(TracedWord(tuple(members.tolist()), angle))
        free = np.setdiff1d(free, members)
    return found


def prolonged(centers: Floats, sizes: Floats, word: TracedWord) -> TracedWord:
    """Return the word with the marks that carry its line on at either end, among all there are.

    ``centers`` and ``sizes`` as for `trace_words`; the members of ``word`` are places in them.
    """
    own = np.array(word.members, np.intp)
    middle, along = _fitted(centers[own])
    usual = own[np.argsort(sizes[own])[len(own) // 4 : len(own) - len(own) // 4]]
    aside = np.abs((centers[usual] - middle) @ (-along[1], along[0]))
    first = int(usual[aside.argmin()])
    line = _through(centers, sizes, (first, along), float(sizes[first]))
    members = np.union1d(own, line)
    _, along = _fitted(centers[members])
    angle = float(np.rad2deg(np.arctan2(along[1], along[0])))
    return TracedWord(tuple(members.tolist()), angle)


def _longest(centers: Floats, sizes: Floats) -> Indices:
    """Return the marks of the line that has most of them, in order along it."""
    away = centers[:, None] - centers[None]
    distance = np.hypot(away[..., 0], away[..., 1])
    larger = np.maximum(sizes[:, None], sizes[None])
    alike = larger < _UNLIKE * np.minimum(sizes[:, None], sizes[None])
    is_near = (distance > _APART * larger) & (distance < _NEAR * larger)
    pairs = np.argwhere(np.triu(is_near & alike, 1))
    best: Indices = np.empty(0, np.intp)
    least = np.inf
    for first, second in pairs.tolist():
        size = float(larger[first, second])
        along = (centers[second] - centers[first]) / distance[first, second]
        line = _through(centers, sizes, (first, along), size)
        if len(line) < max(len(best), 2):
            continue
        middle, along = _fitted(centers[line])
        rest = np.abs((centers[line] - middle) @ (-along[1], along[0])).mean() / size
        if len(line) > len(best) or rest < least:
            best, least = line, rest
    return best


def _through(centers: Floats, sizes: Floats, line: tuple[int, Floats], size: float) -> Indices:
    """Return the marks along a line through one of them, as far as no gap is too wide."""
    first, along = line
    away = centers - centers[first]
    aside = np.abs(away @ (-along[1], along[0]))
    like = (sizes < _UNLIKE * size) & (sizes * _UNLIKE > size)
    on = np.flatnonzero(like & (aside < _ASIDE * size))
    places = away[on] @ along
    order = np.argsort(places)
    on, places = on[order], places[order]
    groups = np.concatenate([[0], np.cumsum(np.diff(places) > _GAP * size)])
    own = groups[np.flatnonzero(on == first)[0]]
    line_members: Indices = on[groups == own]
    return line_members


def _fitted(points: Floats) -> tuple[Floats, Floats]:
    """Return the middle of points and the direction they lie along, to the right."""
    middle = points.mean(axis=0)
    _, _, axes = np.linalg.svd(points - middle, full_matrices=False)
    along = axes[0] if axes[0][0] >= 0 else -axes[0]
    return middle, along


def _beside(
    centers: Floats, sizes: Floats, members: Floats, line: tuple[Floats, Floats]
) -> Indices:
    """Return all marks that stand on the stretch of a line that its members take."""
    middle, along = line
    places = (members - middle) @ along
    length = float(np.ptp(places)) / max(len(places) - 1, 1)
    size = float(np.clip(np.median(sizes), 0.5 * length, 1.5 * length))
    own = (centers - middle) @ along
    aside = np.abs((centers - middle) @ (-along[1], along[0]))
    reach = 0.6 * size
    inside = (own > places.min() - reach) & (own < places.max() + reach)
    result: Indices = np.flatnonzero(inside & (aside < _WIDEN * size * 0.7))
    return result
