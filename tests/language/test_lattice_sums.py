"""Sums over the ways through a lattice are those of all ways written down one by one."""

from itertools import combinations

import numpy as np
import pytest

from ocrdesk.language.lattice_sums import Span, all_ways, right_ways

_NODES = 6


def _spans() -> list[Span]:
    return [Span(a, b) for a, b in combinations(range(_NODES), 2) if b - a <= 3]


def _ways(spans: list[Span], node: int = 0) -> list[list[int]]:
    """Every way from a node to the last one, as numbers of edges."""
    if node == _NODES - 1:
        return [[]]
    return [
        [number, *rest]
        for number, span in enumerate(spans)
        if span.first == node
        for rest in _ways(spans, span.last)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_sum_over_all_ways_and_what_goes_over_each_edge(seed: int) -> None:
    spans = _spans()
    scores = np.random.default_rng(seed).normal(-2, 2, len(spans))
    ways = _ways(spans)
    values = np.exp([scores[way].sum() for way in ways])
    sums = all_ways(spans, scores, _NODES)
    assert sums.log_sum == pytest.approx(np.log(values.sum()))
    for number in range(len(spans)):
        own = sum(value for way, value in zip(ways, values, strict=True) if number in way)
        assert sums.shares[number] == pytest.approx(own / values.sum())


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("length", [2, 3, 4])
def test_the_right_ways_read_one_character_an_edge(seed: int, length: int) -> None:
    spans = _spans()
    rng = np.random.default_rng(seed)
    scores = rng.normal(-2, 2, (len(spans), length))
    passing = [(Span(0, 1), -1.0), (Span(3, 4), -0.5)]
    every = [*spans, *(span for span, _ in passing)]
    total, shares = 0.0, np.zeros(scores.shape)
    for way in _ways(every):
        read = [number for number in way if number < len(spans)]
        if len(read) != length:
            continue
        passed = sum(passing[number - len(spans)][1] for number in way if number >= len(spans))
        value = np.exp(passed + sum(scores[number, place] for place, number in enumerate(read)))
        total += value
        for place, number in enumerate(read):
            shares[number, place] += value
    sums = right_ways(spans, scores, _NODES, passing=passing)
    assert sums.log_sum == pytest.approx(np.log(total))
    assert sums.shares == pytest.approx(shares / total)


def test_a_text_longer_than_there_is_room_for_has_no_way() -> None:
    spans = [Span(0, 1), Span(1, 2), Span(0, 2)]
    sums = right_ways(spans, np.zeros((3, 3)), 3)
    assert sums.log_sum == -np.inf
    assert not sums.shares.any()
