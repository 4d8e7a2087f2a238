"""Starting values for weights: why not zero, and how large."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from ocrdesk.nn.arrays import Array, Shape

Initializer: TypeAlias = Callable[[Shape, int, int, np.random.Generator], Array]
"""``(shape, fan_in, fan_out, rng) -> float32 (shape)``; fans count inputs and outputs of a unit."""


def zeros(shape: Shape, fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:  # noqa: ARG001
    """Return zeros: right for biases, useless for weights.

    All units of a layer then compute the same and receive the same gradient, so they stay equal for
    ever (tests/nn/test_theory_zero_start.py shows what such a network can still learn).
    """
    return np.zeros(shape, np.float32)


def uniform(shape: Shape, fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:  # noqa: ARG001
    """Draw from U(−a, a), a = 1/√fan_in (Glorot & Bengio 2010, eq. 1: the heuristic before theirs).

    Var w = a²/3, so one linear layer shrinks the variance to a third: deep stacks fade out.
    """
    return _symmetric(shape, 1.0 / np.sqrt(fan_in), rng)


def xavier(shape: Shape, fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:
    """Draw from U(−a, a), a = √(6/(fan_in + fan_out)) (Glorot & Bengio 2010, eq. 16).

    For independent zero-mean inputs Var y = fan_in · Var w · Var x, and for gradients on the way
    back fan_out · Var w: both are kept when Var w = a²/3 = 2/(fan_in + fan_out), as far as one
    number can keep both. It assumes slope 1 at zero: tanh has it, sigmoid only 1/4.
    """
    return _symmetric(shape, np.sqrt(6.0 / (fan_in + fan_out)), rng)


def he(shape: Shape, fan_in: int, fan_out: int, rng: np.random.Generator) -> Array:  # noqa: ARG001
    """Draw from N(0, 2/fan_in) (He et al. 2015, eq. 10).

    ReLU passes half of a symmetric signal, E[max(0, y)²] = Var y / 2, so weights need twice the
    variance.
    """
    drawn = rng.standard_normal(shape, dtype=np.float32)
    drawn *= np.float32(np.sqrt(2.0 / fan_in))
    return drawn


def _symmetric(shape: Shape, limit: float, rng: np.random.Generator) -> Array:
    drawn = rng.random(shape, dtype=np.float32)
    drawn *= np.float32(2.0 * limit)
    drawn -= np.float32(limit)
    return drawn


INITIALIZERS: dict[str, Initializer] = {
    "zeros": zeros,
    "uniform": uniform,
    "xavier": xavier,
    "he": he,
}


def name_of(initializer: Initializer) -> str:
    """Return its name in `INITIALIZERS`; ``ValueError`` for one of somebody's own."""
    names = [name for name, draw in INITIALIZERS.items() if draw is initializer]
    if not names:
        raise ValueError("an initializer outside INITIALIZERS cannot be described")
    return names[0]


def initializer_called(name: object, kind: str) -> Initializer:
    """Return the initializer of that name; ``ValueError`` says that this kind of layer has none."""
    if not isinstance(name, str) or name not in INITIALIZERS:
        raise ValueError(f"{kind}: no initializer is called {name!r}")
    return INITIALIZERS[name]
