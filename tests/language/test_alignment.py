"""A known text is found in a lattice by the best of all ways that read it."""

from itertools import combinations

import numpy as np
import pytest

from ocrdesk.language.alignment import align
from ocrdesk.language.lattice import Edge

_NODES, _CLASSES = 6, 3


def _lattice(rng: np.random.Generator) -> list[Edge]:
    spans = [(a, b) for a, b in combinations(range(_NODES), 2) if b - a <= 3]
    edges = [Edge(a, b, rng.normal(-2, 2, _CLASSES), float(rng.normal(0, 1))) for a, b in spans]
    return [*edges, Edge(2, 3, None, -1.5), Edge(4, 5, None, -0.5)]


def _all_ways(edges: list[Edge], labels: list[int], node: int) -> list[tuple[float, list[int]]]:
    """Every way from ``node`` that reads the labels, wherever it ends: score and edges."""
    skipped = _NODES - 1 - node
    ways: list[tuple[float, list[int]]] = [] if labels else [(-0.5 * skipped, [])]
    for number, edge in enumerate(edges):
        if edge.first != node:
            continue
        if edge.log_probabilities is None:
            ways += [(edge.prior + s, w) for s, w in _all_ways(edges, labels, edge.last)]
        elif labels:
            own = edge.prior + float(edge.log_probabilities[labels[0]])
            rest = _all_ways(edges, labels[1:], edge.last)
            ways += [(own + s, [number, *w]) for s, w in rest]
    return ways


@pytest.mark.parametrize("seed", range(20))
def test_the_best_of_all_ways_is_found(seed: int) -> None:
    rng = np.random.default_rng(seed)
    edges = _lattice(rng)
    labels = rng.integers(0, _CLASSES, int(rng.integers(1, 4))).tolist()
    ways = [
        (score - 0.5 * node, way)
        for node in range(_NODES)
        for score, way in _all_ways(edges, labels, node)
    ]
    score, way = max(ways)
    found = align(edges, labels, _NODES, skip=0.5)
    assert found is not None
    assert found.score == pytest.approx(score)
    assert list(found.edges) == way


def test_a_text_with_more_characters_than_room_is_not_found() -> None:
    edges = [Edge(0, 1, np.zeros(2)), Edge(1, 2, np.zeros(2))]
    assert align(edges, [0, 1, 0], 3) is None
    assert align(edges, [], 3) is None
