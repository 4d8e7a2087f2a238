"""Sums over all ways through a row's lattice: how likely each candidate is, with its text or not.

A reader that is to learn from whole words has to know how much of all that it would accept is what
the word says. That is the sum over the ways that read the text, by that over all ways, and how much
each candidate has of either is how much its score weighs there (the forward penalty of graph
transformer networks: LeCun, Bottou, Bengio and Haffner 1998, section VI.D; forward and backward
sums: Rabiner 1989, section III.A). Everything is in natural logarithms.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Span(NamedTuple):
    """The nodes that an edge leads from and to; ``first`` is the smaller."""

    first: int
    last: int


class Sums(NamedTuple):
    """The logarithm of the sum over all ways of e to the power of their scores; what is whose.

    ``shares`` are the posterior probabilities of the edges: the derivatives of ``log_sum`` after
    their scores. Where there is no way, ``log_sum`` is minus infinity and all shares are zero.
    """

    log_sum: float
    shares: Floats


def all_ways(edges: Sequence[Span], scores: Floats, nodes: int) -> Sums:
    """Return the sum over all ways from node 0 to node ``nodes`` - 1, with ``scores`` (edges,).

    ``shares`` (edges,) tell how much of it goes over each edge.
    """
    return _summed(edges, scores[:, None], (), nodes, is_labelled=False)


def right_ways(
    edges: Sequence[Span],
    scores: Floats,
    nodes: int,
    *,
    passing: Sequence[tuple[Span, float]] = (),
) -> Sums:
    """Return the sum over the ways that read a text of m characters, one edge for each.

    ``scores`` (edges, m) are those of each edge as each character of the text, and so are the
    ``shares`` (edges, m). Edges for ``passing`` over ink read nothing and have a score each.
    """
    return _summed(edges, scores, passing, nodes, is_labelled=True)


def _summed(
    edges: Sequence[Span],
    scores: Floats,
    passing: Sequence[tuple[Span, float]],
    nodes: int,
    *,
    is_labelled: bool,
) -> Sums:
    """Return the sums over ways; labelled edges lead on by a character, others stay where it is.

    States are pairs (node, characters read); all characters of a node are one row of an array.
    """
    ahead, ends = (1, scores.shape[1] + 1) if is_labelled else (0, 1)
    until = ends - ahead
    leaving: list[list[int]] = [[] for _ in range(nodes)]
    for number, edge in enumerate(edges):
        leaving[edge.first].append(number)
    over: list[list[tuple[int, float]]] = [[] for _ in range(nodes)]
    for edge, score in passing:
        over[edge.first].append((edge.last, score))
    forward: Floats = np.full((nodes, ends), -np.inf)
    backward: Floats = np.full((nodes, ends), -np.inf)
    forward[0, 0], backward[-1, -1] = 0.0, 0.0
    for node in range(nodes - 1):
        here = forward[node]
        for last, score in over[node]:
            np.logaddexp(forward[last], here + score, forward[last])
        for number in leaving[node]:
            reached = forward[edges[number].last, ahead:]
            np.logaddexp(reached, here[:until] + scores[number], reached)
    total = float(forward[-1, -1])
    shares = np.zeros(scores.shape)
    if total == -np.inf:
        return Sums(total, shares if is_labelled else shares[:, 0])
    for node in range(nodes - 2, -1, -1):
        here = backward[node]
        for last, score in over[node]:
            np.logaddexp(here, backward[last] + score, here)
        for number in leaving[node]:
            onward = backward[edges[number].last, ahead:] + scores[number]
            np.logaddexp(here[:until], onward, here[:until])
            shares[number] = forward[node, :until] + onward
    taken = [number for own in leaving[: nodes - 1] for number in own]
    shares[taken] = np.exp(shares[taken] - total)
    return Sums(total, shares if is_labelled else shares[:, 0])
