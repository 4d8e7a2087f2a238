"""Short correlations with fewer multiplications: the matrices of Toom and Cook, for any size."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

_HALF = Fraction(1, 2)
_POINTS: tuple[tuple[Fraction | int, ...], ...] = (
    (),
    (0,),
    (0, 1),
    (0, 1, -1),
    (0, 1, -1, 2),
    (0, 1, -1, 2, -_HALF),
    (0, 1, -1, 2, -_HALF, -2),
    (0, 1, -1, 2, -_HALF, -2, _HALF),
    (0, 1, *(Fraction(p, q) for p, q in ((-5, 2), (-5, 4), (-4, 5), (-1, 3), (2, 3), (5, 3)))),
)
"""For each number of finite points those with the smallest rounding error found: for three taps in
float32, root mean square against the result's, 1.1e-7 with three, 2.6e-7 with five, 4.9e-7 with
seven and 8.3e-7 with eight; the plain sum has 0.9e-7. The eight were searched for the smallest
error of their worst output (1.3e-6); small whole numbers such as 3 spoil the last one (2.1e-6)."""

Row = list[Fraction]


@dataclass(frozen=True, slots=True)
class ToomCook:
    """``outputs`` m of a correlation with r taps from a = m + r − 1 products instead of m · r.

    y_i = Σ_k g_k d_{i+k} is  y = Aᵀ[(Gg) ⊙ (Bᵀd)], with d (a,) the inputs that m outputs see, g
    (r,) the taps. Where g and d are themselves arrays, ⊙ is their product, and that is where the
    time goes. For m = 2, r = 3 it is Winograd's F(2, 3) (Winograd 1980; Lavin & Gray 2016, eq. 5
    and 6).

    Why it holds. A polynomial of degree below a is known from its values at a − 1 points p_j and
    its highest coefficient ("the value at ∞"), so the product of two polynomials g(t) of r and q(t)
    of m coefficients, s = gq, has the coefficients s = C[(E_r g) ⊙ (E_m q)]: E evaluates, C
    interpolates (Lagrange). For fixed g that is a linear map of q, its matrix the Toeplitz matrix
    T(g) with T_{i+k,i} = g_k. Correlation is its transpose: y = T(g)ᵀd = E_mᵀ[(E_r g) ⊙ (Cᵀd)]. So
    Aᵀ = E_mᵀ (m, a), G = E_r (a, r) and Bᵀ = Cᵀ (a, a), with Lagrange's denominators
    Π_{k≠j}(p_j − p_k) moved from C to G, as there is less of it.
    """

    outputs: int
    inputs: int
    output_matrix: NDArray[np.float64]
    """Aᵀ (m, a)"""
    kernel_matrix: NDArray[np.float64]
    """G (a, r)"""
    input_matrix: NDArray[np.float64]
    """Bᵀ (a, a)"""


@cache
def toom_cook(outputs: int, taps: int) -> ToomCook:
    """Return the matrices, exact until they are rounded to float64.

    One output has nothing to share: its products are the plain ones, and Aᵀ sums them.
    """
    count = outputs + taps - 1
    if outputs == 1:
        return ToomCook(1, taps, np.ones((1, taps)), np.eye(taps), np.eye(taps))
    points = [Fraction(point) for point in _POINTS[count - 1]]
    evaluate_outputs = [_powers(point, outputs) for point in points] + [_last(outputs)]
    kernel, interpolate = [], []
    for index, point in enumerate(points):
        others = points[:index] + points[index + 1 :]
        product = _with_zeros_at(others)
        divisor = sum((c * point**k for k, c in enumerate(product)), Fraction(0))
        kernel.append([power / divisor for power in _powers(point, taps)])
        interpolate.append([*product, Fraction(0)])
    kernel.append(_last(taps))
    interpolate.append(_with_zeros_at(points))
    return ToomCook(
        outputs,
        count,
        _matrix(evaluate_outputs).T.copy(),
        _matrix(kernel),
        _matrix(interpolate),
    )


@cache
def cheapest_outputs(length: int, taps: int) -> int:
    """Return how many outputs to take at once so that ``length`` of them need the fewest products.

    ⌈length/m⌉ groups of m + taps − 1 products: for 28 rows and 3 taps m = 7, 36 products a column
    instead of 84. Among equals the smallest m, which rounds least.
    """
    most = len(_POINTS) - taps + 1
    if taps == 1 or most < 2:
        return 1
    return min(range(1, most + 1), key=lambda m: -(-length // m) * (m + taps - 1))


def _powers(point: Fraction, count: int) -> Row:
    return [point**k for k in range(count)]


def _last(count: int) -> Row:
    """Return what picks the highest of ``count`` coefficients: the value at infinity."""
    return [Fraction(int(k == count - 1)) for k in range(count)]


def _with_zeros_at(points: list[Fraction]) -> Row:
    """Return the coefficients of Π(t − p), lowest first."""
    coefficients = [Fraction(1)]
    for point in points:
        shifted = [Fraction(0), *coefficients]
        lowered = [-point * c for c in coefficients] + [Fraction(0)]
        coefficients = [a + b for a, b in zip(shifted, lowered, strict=True)]
    return coefficients


def _matrix(rows: list[Row]) -> NDArray[np.float64]:
    return np.array([[float(number) for number in row] for row in rows])
