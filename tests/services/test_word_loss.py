"""What a network learns from a whole word is the derivative of how far it is from reading it."""

from itertools import combinations

import numpy as np
import pytest

from ocrdesk.language.lattice_sums import Span
from ocrdesk.services.word_loss import PassedOver, TaughtWord, word_loss

_NODES, _CLASSES, _LENGTH = 6, 5, 3
_STEP = 1e-5


def _word(rng: np.random.Generator) -> TaughtWord:
    spans = tuple(Span(a, b) for a, b in combinations(range(_NODES), 2) if b - a <= 3)
    texts = np.full((_CLASSES - 1, _LENGTH), 0.05)
    texts[rng.integers(0, _CLASSES - 1, _LENGTH), np.arange(_LENGTH)] = 0.9
    unreadable = (  # one that may be a letter, and one too wide for one
        PassedOver(1, spans[1], 1.0, -2.5),
        PassedOver(len(spans), Span(0, _NODES - 1), 2.5, -9.0),
    )
    return TaughtWord(
        spans,
        rng.normal(-1, 1, len(spans)),
        texts,
        _NODES,
        dirt=(Span(2, 3),),
        unreadable=unreadable,
    )


def _shares(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


@pytest.mark.parametrize("seed", range(3))
def test_the_gradient_is_the_derivative_of_the_loss(seed: int) -> None:
    rng = np.random.default_rng(seed)
    word = _word(rng)
    logits = rng.normal(0, 2, (len(word.spans) + 1, _CLASSES))
    found = word_loss(word, _shares(logits))
    assert found is not None
    assert found.loss > 0
    for place in np.ndindex(*logits.shape):
        values = []
        for step in (_STEP, -_STEP):
            moved = logits.copy()
            moved[place] += step
            there = word_loss(word, _shares(moved))
            assert there is not None
            values.append(there.loss)
        numeric = (values[0] - values[1]) / (2 * _STEP)
        assert found.gradient[place] == pytest.approx(numeric, abs=1e-7)


def test_a_word_that_reads_one_way_only_has_nothing_to_learn() -> None:
    word = TaughtWord((Span(0, 1), Span(1, 2)), np.zeros(2), np.ones((2, 2)), 3)
    found = word_loss(word, np.full((2, 3), 1 / 3))
    assert found is not None
    assert found.loss == pytest.approx(0.0)
    assert found.gradient == pytest.approx(np.zeros((2, 3)))


def test_a_word_that_no_way_reads_teaches_nothing() -> None:
    word = TaughtWord((Span(0, 1),), np.zeros(1), np.ones((2, 2)), 2)
    assert word_loss(word, np.full((1, 3), 1 / 3)) is None
