"""Other ways through a stretch of a row's lattice, and how much worse than the one that was read.

For each stretch of a few glyphs: the best way that meets what was read at the ends of the stretch
alone, found by dynamic programming (Viterbi). Ink and priors alone are compared, since language
looks at whole words.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.language.lattice import Edge

Floats = npt.NDArray[np.float64]


class Alternative(NamedTuple):
    """Instead of ``replaced`` glyphs, the ``first``-th of those read and on, candidates ``edges``.

    ``gain`` is how much better (above zero) or worse they are, in natural logs.
    """

    first: int
    replaced: int
    edges: tuple[int, ...]
    gain: float


def alternatives(
    edges: Sequence[Edge], read: Sequence[int], *, worst: float = 5.0, longest: int = 4
) -> tuple[Alternative, ...]:
    """Return ways to replace glyphs that were ``read`` (edges, by number), the best first.

    Left out are those worse by more than ``worst`` and those that reach over more than ``longest``
    glyphs.
    """
    scores = [_score(edge) for edge in edges]
    nodes: list[list[int]] = [[] for _ in range(max((edge.last for edge in edges), default=0))]
    for number, edge in enumerate(edges):
        if np.isfinite(scores[number]):
            nodes[edge.first].append(number)
    found = []
    for first in range(len(read)):
        for last in range(first + 1, min(first + longest, len(read)) + 1):
            stretch = read[first:last]
            if any(edges[a].last != edges[b].first for a, b in pairwise(stretch)):
                break  # something was passed over between them
            way, score = _best_other(edges, scores, nodes, stretch)
            gain = score - sum(scores[number] for number in stretch)
            if gain >= -worst:
                found.append(Alternative(first, last - first, way, gain))
    return tuple(sorted(found, key=lambda alternative: -alternative.gain))


def _score(edge: Edge) -> float:
    if edge.log_probabilities is None:
        return -np.inf
    return float(edge.log_probabilities.max()) + edge.prior


def _best_other(
    edges: Sequence[Edge],
    scores: Sequence[float],
    nodes: Sequence[Sequence[int]],
    stretch: Sequence[int],
) -> tuple[tuple[int, ...], float]:
    """Return the best way over a stretch that meets what was read at its ends alone.

    ``nodes`` are the edges that begin at each node. The score is -inf where there is no way.
    """
    begin, end = edges[stretch[0]].first, edges[stretch[-1]].last
    met = {edges[number].last for number in stretch[:-1]}
    best: dict[int, tuple[tuple[int, ...], float]] = {begin: ((), 0.0)}  # by node, the way there
    for node in range(begin, end):
        if node not in best:
            continue
        way, before = best[node]
        for number in nodes[node]:
            last = edges[number].last
            if last > end or last in met or number in stretch:
                continue
            score = before + scores[number]
            if last not in best or score > best[last][1]:
                best[last] = ((*way, number), score)
    return best.get(end, ((), -np.inf))
