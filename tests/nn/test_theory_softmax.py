"""What the theory says about softmax, on the real code."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ocrdesk.nn.loss import softmax

numbers = st.floats(-60, 60, width=32)
rows = arrays(np.float32, st.tuples(st.integers(1, 5), st.integers(1, 40)), elements=numbers)


@given(rows, st.floats(-1000, 1000, width=32))
def test_adding_a_constant_to_the_logits_changes_nothing(
    logits: np.ndarray, constant: float
) -> None:
    # Exactly true of numbers; in float32 the sum z + c has been rounded before softmax sees it.
    rounding = np.spacing(np.float32(abs(constant) + 60))
    np.testing.assert_allclose(
        softmax(logits + np.float32(constant)),
        softmax(logits),
        rtol=4 * rounding + 1e-5,
        atol=1e-30,
    )


def test_adding_a_constant_that_rounds_nothing_changes_no_bit() -> None:
    logits = np.array([[1, 2, 3], [-4, 0.5, 0]], np.float32)
    np.testing.assert_array_equal(softmax(logits + np.float32(1024)), softmax(logits))


@given(rows)
def test_rows_sum_to_one(logits: np.ndarray) -> None:
    np.testing.assert_allclose(softmax(logits).sum(axis=1), 1, rtol=1e-5)


@given(arrays(np.float32, (2, 6), elements=st.floats(-40, 40, width=32)))
def test_probabilities_lie_above_zero_and_at_most_at_one(logits: np.ndarray) -> None:
    probabilities = softmax(logits)
    assert (probabilities > 0).all()
    assert (probabilities <= 1).all()


def test_corrected_one_class_alone_has_probability_one() -> None:
    # "in (0, 1)" is loose: with one class the value is 1, so the interval is (0, 1].
    np.testing.assert_array_equal(softmax(np.array([[-7.0]], np.float32)), [[1.0]])


def test_corrected_in_float32_a_hopeless_class_has_probability_zero() -> None:
    # e⁻¹⁰⁴ is below the smallest float32: positive as a number, 0 as the computer's.
    np.testing.assert_array_equal(softmax(np.array([[104.0, 0.0]], np.float32)), [[1.0, 0.0]])


def test_huge_logits_neither_overflow_nor_warn() -> None:
    probabilities = softmax(np.array([[3e38, -3e37, 0.0], [1e30, 1e30, -1e30]], np.float32))
    np.testing.assert_array_equal(probabilities, [[1, 0, 0], [0.5, 0.5, 0]])


@given(rows)
def test_order_is_kept(logits: np.ndarray) -> None:
    chosen = np.take_along_axis(logits, softmax(logits).argmax(axis=1)[:, None], axis=1)
    np.testing.assert_allclose(chosen[:, 0], logits.max(axis=1), atol=1e-4)
