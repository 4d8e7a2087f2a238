"""Softmax cross-entropy: its value, its gradient and the figures it counts on the side."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ocrdesk.nn.loss import SoftmaxCrossEntropy, Tally, softmax


@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_loss_and_gradient_are_those_of_the_formulas(
    smoothing: float, rng: np.random.Generator
) -> None:
    logits = rng.standard_normal((9, 4), dtype=np.float32)
    labels = rng.integers(0, 4, 9)
    targets = (1 - smoothing) * np.eye(4)[labels] + smoothing / 4
    probabilities = softmax(logits)
    loss = SoftmaxCrossEntropy(4, label_smoothing=smoothing)
    gradient = loss.gradient(logits, labels, scale=0.5)
    np.testing.assert_allclose(gradient, 0.5 * (probabilities - targets) / 9, atol=1e-7)
    tally = loss.take_tally()
    assert tally.loss == pytest.approx(-(targets * np.log(probabilities)).sum() / 9, rel=1e-5)
    assert tally.hits == (logits.argmax(axis=1) == labels).sum()
    assert tally.samples == 9


@given(
    arrays(np.float32, (6, 5), elements=st.floats(-1e4, 1e4, width=32)),
    st.lists(st.integers(0, 4), min_size=6, max_size=6),
)
def test_counting_on_the_side_and_counting_at_once_agree(
    logits: np.ndarray, chosen: list[int]
) -> None:
    labels, loss = np.array(chosen), SoftmaxCrossEntropy(5, label_smoothing=0.1)
    loss.gradient(logits[:4], labels[:4])
    loss.gradient(logits[4:], labels[4:])
    aside, at_once = loss.take_tally(), loss.tally(logits, labels)
    assert aside.loss_sum == pytest.approx(at_once.loss_sum, rel=1e-4, abs=1e-4)
    assert (aside.hits, aside.samples) == (at_once.hits, at_once.samples)


def test_every_row_of_the_gradient_sums_to_zero(rng: np.random.Generator) -> None:
    logits = 5 * rng.standard_normal((20, 7), dtype=np.float32)
    gradient = SoftmaxCrossEntropy(7).gradient(logits, rng.integers(0, 7, 20))
    np.testing.assert_allclose(gradient.sum(axis=1), 0, atol=1e-7)


def test_a_hopelessly_wrong_prediction_costs_much_but_not_infinitely() -> None:
    loss = SoftmaxCrossEntropy(2)
    gradient = loss.gradient(np.array([[3e4, -3e4]], np.float32), np.array([1]))
    np.testing.assert_array_equal(gradient, [[1, -1]])
    assert loss.take_tally().loss == pytest.approx(6e4)


def test_the_logits_are_left_as_they_were(rng: np.random.Generator) -> None:
    logits = rng.standard_normal((9, 4), dtype=np.float32)
    kept = logits.copy()
    loss = SoftmaxCrossEntropy(4)
    loss.gradient(logits, np.zeros(9, np.intp))
    loss.tally(logits, np.zeros(9, np.intp))
    np.testing.assert_array_equal(logits, kept)


def test_taking_the_tally_starts_a_new_one(rng: np.random.Generator) -> None:
    loss = SoftmaxCrossEntropy(4)
    loss.gradient(rng.standard_normal((9, 4), dtype=np.float32), np.zeros(9, np.intp))
    loss.take_tally()
    assert loss.take_tally() == Tally()


def test_tallies_add_up_and_an_empty_one_divides_nothing() -> None:
    assert Tally(3.0, 1, 2) + Tally(1.0, 2, 2) == Tally(4.0, 3, 4)
    assert (Tally(4.0, 3, 4).loss, Tally(4.0, 3, 4).accuracy) == (1.0, 0.75)
    assert (Tally().loss, Tally().accuracy) == (0.0, 0.0)


@pytest.mark.parametrize("smoothing", [-0.1, 1.0, float("nan")])
def test_smoothing_outside_its_range_is_refused(smoothing: float) -> None:
    with pytest.raises(ValueError, match="smoothing"):
        SoftmaxCrossEntropy(3, label_smoothing=smoothing)


def test_no_classes_are_refused() -> None:
    with pytest.raises(ValueError, match="class"):
        SoftmaxCrossEntropy(0)
