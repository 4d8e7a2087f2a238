"""Short correlations by the matrices of Toom and Cook."""

import numpy as np
import pytest

from ocrdesk.nn.toom_cook import cheapest_outputs, toom_cook

SIZES = [(outputs, taps) for taps in (1, 2, 3, 5, 7) for outputs in range(1, 10 - taps)]


@pytest.mark.parametrize(("outputs", "taps"), SIZES)
def test_the_products_give_the_correlation(
    outputs: int, taps: int, rng: np.random.Generator
) -> None:
    method = toom_cook(outputs, taps)
    kernel, inputs = rng.standard_normal(taps), rng.standard_normal(outputs + taps - 1)
    products = (method.kernel_matrix @ kernel) * (method.input_matrix @ inputs)
    assert len(products) == method.inputs
    np.testing.assert_allclose(
        method.output_matrix @ products, np.correlate(inputs, kernel), atol=1e-12
    )


def test_two_outputs_of_three_taps_are_winograds() -> None:
    """Lavin & Gray (2016), eq. 5: four products m1 … m4 where the plain sum has six."""
    method = toom_cook(2, 3)
    inputs = [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]]
    np.testing.assert_array_equal(np.abs(method.input_matrix), np.abs(inputs))
    halves = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    np.testing.assert_array_equal(np.abs(method.kernel_matrix), np.abs(halves))
    np.testing.assert_array_equal(method.output_matrix, [[1, 1, 1, 0], [0, 1, -1, 1]])


@pytest.mark.parametrize(("length", "taps"), [(28, 3), (32, 3), (16, 5), (8, 3), (5, 1), (4, 9)])
def test_nothing_else_needs_fewer_products(length: int, taps: int) -> None:
    def products(outputs: int) -> int:
        return -(-length // outputs) * (outputs + taps - 1)

    chosen = cheapest_outputs(length, taps)
    assert all(products(chosen) <= products(outputs) for outputs in range(1, 10 - taps))
    if taps == 3:
        assert products(chosen) <= 0.5 * length * taps
