"""Where the characters of a known text are in a row's lattice: forced alignment."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.language.lattice import Edge

Floats = npt.NDArray[np.float64]


class Alignment(NamedTuple):
    """The edges (numbers) that hold the characters of a text, one after the other, and how well.

    ``score`` is the sum of the log-probabilities of the characters and of the edges' priors.
    """

    edges: tuple[int, ...]
    score: float


def align(
    edges: Sequence[Edge], labels: Sequence[int], nodes: int, *, skip: float = 0.0
) -> Alignment | None:
    """Return the best way through a lattice that reads the classes ``labels``; None without any.

    The lattice has the nodes 0 … ``nodes`` - 1. Other ink may stand before and behind the text:
    each node passed over there costs ``skip``. The best way to every pair (node, characters read)
    is found by dynamic programming (Viterbi), over edges in the order of their first nodes.
    """
    wanted = np.asarray(labels, np.intp)
    count = len(wanted)
    best: Floats = np.full((nodes, count + 1), -np.inf)
    best[:, 0] = -skip * np.arange(nodes)
    via = np.full((nodes, count + 1), -1, np.intp)
    for number in sorted(range(len(edges)), key=lambda place: edges[place].first):
        edge = edges[number]
        reached = best[edge.first] + edge.prior
        if edge.log_probabilities is None:
            _improve(best[edge.last], via[edge.last], reached, number)
        else:
            reached = reached[:-1] + edge.log_probabilities[wanted]
            _improve(best[edge.last, 1:], via[edge.last, 1:], reached, number)
    ends = best[:, count] - skip * np.arange(nodes)[::-1]
    node = int(ends.argmax())
    if not count or not np.isfinite(ends[node]):
        return None
    return Alignment(_walked_back(edges, via, node, count), float(ends[node]))


def _improve(best: Floats, via: npt.NDArray[np.intp], reached: Floats, number: int) -> None:
    """Note edge ``number`` wherever it leads to a better score than any before."""
    is_better = reached > best
    best[is_better] = reached[is_better]
    via[is_better] = number


def _walked_back(
    edges: Sequence[Edge], via: npt.NDArray[np.intp], node: int, count: int
) -> tuple[int, ...]:
    taken = []
    while count:
        number = int(via[node, count])
        if edges[number].log_probabilities is not None:
            taken.append(number)
            count -= 1
        node = edges[number].first
    return tuple(reversed(taken))
