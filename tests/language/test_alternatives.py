"""Other ways over a few glyphs of a row: the best of those that leave what was read in between."""

from itertools import combinations

import numpy as np
import pytest

from ocrdesk.language.alternatives import alternatives
from ocrdesk.language.lattice import Edge


def _edge(first: int, last: int, probability: float, prior: float = 0.0) -> Edge:
    return Edge(first, last, np.log([probability, (1 - probability) / 2]), prior)


def test_a_letter_that_may_be_two_and_two_that_may_be_one() -> None:
    edges = [
        _edge(0, 1, 0.97),  # H
        _edge(1, 2, 0.95),  # I
        _edge(0, 2, 0.4),  # ... or both as one
        _edge(2, 4, 0.9),  # M
        _edge(2, 3, 0.5, -1.0),  # ... or two, cut
        _edge(3, 4, 0.5, -1.0),
        Edge(2, 4, None, -0.5),  # ... or none, which is no reading
    ]
    joined, split = alternatives(edges, [0, 1, 3])
    assert (joined.first, joined.replaced, joined.edges) == (0, 2, (2,))
    assert joined.gain == pytest.approx(np.log(0.4 / (0.97 * 0.95)))
    assert (split.first, split.replaced, split.edges) == (2, 1, (4, 5))
    assert split.gain == pytest.approx(np.log(0.25 / 0.9) - 2)
    assert alternatives(edges, [0, 1, 3], worst=2.0) == (joined,)
    better, *_ = alternatives(edges, [2, 3])
    assert better.edges == (0, 1)
    assert better.gain > 0


def test_ink_that_was_passed_over_ends_a_stretch() -> None:
    edges = [_edge(0, 1, 0.9), Edge(1, 2, None), _edge(2, 3, 0.9), _edge(0, 3, 0.9)]
    assert alternatives(edges, [0, 2]) == ()


def _ways(edges: list[Edge], begin: int, end: int) -> list[tuple[int, ...]]:
    if begin == end:
        return [()]
    return [
        (number, *way)
        for number, edge in enumerate(edges)
        if edge.first == begin and edge.last <= end
        for way in _ways(edges, edge.last, end)
    ]


@pytest.mark.parametrize("seed", range(15))
def test_each_is_the_best_of_all_ways_over_its_stretch(seed: int) -> None:
    rng = np.random.default_rng(seed)
    spans = [(a, b) for a, b in combinations(range(7), 2) if b - a <= 3]
    inks = rng.normal(-2, 1, (len(spans), 3))
    priors = rng.normal(0, 1, len(spans)).tolist()
    edges = [Edge(*span, ink, prior) for span, ink, prior in zip(spans, inks, priors, strict=True)]
    score = (inks.max(axis=1) + priors).tolist()
    all_ways = _ways(edges, 0, 6)
    read = max(all_ways, key=lambda way: sum(score[n] for n in way))
    found = {(a.first, a.replaced): a for a in alternatives(edges, read, worst=100, longest=3)}
    for first in range(len(read)):
        for last in range(first + 1, min(first + 3, len(read)) + 1):
            own = read[first:last]
            met = {edges[n].last for n in own[:-1]}
            others = [
                way
                for way in _ways(edges, edges[own[0]].first, edges[own[-1]].last)
                if way != own and not met & {edges[n].last for n in way[:-1]}
            ]
            if not others:
                assert (first, last - first) not in found
                continue
            best = max(others, key=lambda way: sum(score[n] for n in way))
            alternative = found[first, last - first]
            assert alternative.edges == best
            gain = sum(score[n] for n in best) - sum(score[n] for n in own)
            assert alternative.gain == pytest.approx(gain)
            assert alternative.gain <= 1e-9
