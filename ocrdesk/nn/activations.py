"""The bends between the linear layers, element by element; without them a stack is one layer."""

from typing import ClassVar

import numpy as np

from ocrdesk.nn.arrays import Array, Shape
from ocrdesk.nn.layer import Layer


class Activation(Layer):
    """A function of each element by itself: (n, …) → the same shape."""

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the input's shape."""
        return input_shape

    def resize(self, rows: int) -> None:
        """Prepare outputs and ∂J/∂x, both (rows, *input_shape)."""
        assert self.input_shape is not None
        self._outputs = self._workspace.rows("outputs", rows, self.input_shape, self.dtype)
        self._gradient = self._workspace.rows("gradient", rows, self.input_shape, self.dtype)


class Sigmoid(Activation):
    """σ(x) = 1/(1 + e⁻ˣ), computed as ½ + ½ tanh(x/2), which overflows for no x.

    The two are the same function: tanh(x/2) = (1 − e⁻ˣ)/(1 + e⁻ˣ) = 2σ(x) − 1.
    """

    kind: ClassVar[str] = "sigmoid"

    def __init__(self) -> None:
        super().__init__()
        self._half, self._one = np.float32(0.5), np.float32(1)

    def apply(self, inputs: Array) -> Array:
        """Return σ(x)."""
        return self._squash(inputs, np.empty_like(inputs))

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return σ(x) and remember it."""
        return self._squash(inputs, self._outputs)

    def _squash(self, inputs: Array, out: Array) -> Array:
        half = self._half
        np.multiply(inputs, half, out)
        np.tanh(out, out)
        np.multiply(out, half, out)
        np.add(out, half, out)
        return out

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Return δ · y(1 − y), y = σ(x).

        dσ/dx = e⁻ˣ/(1 + e⁻ˣ)² = 1/(1 + e⁻ˣ) · e⁻ˣ/(1 + e⁻ˣ) = σ(1 − σ): known from the output
        alone, and at most 1/4, at x = 0. Each sigmoid layer shrinks the gradient at least fourfold.
        """
        if not wants_input:
            return None
        result = self._gradient
        np.subtract(self._one, self._outputs, result)
        np.multiply(result, self._outputs, result)
        np.multiply(result, gradient, result)
        return result


class Tanh(Activation):
    """tanh(x) = 2σ(2x) − 1: a sigmoid from −1 to 1 with slope 1 at zero."""

    kind: ClassVar[str] = "tanh"

    def __init__(self) -> None:
        super().__init__()
        self._one = np.float32(1)

    def apply(self, inputs: Array) -> Array:
        """Return tanh(x)."""
        return np.tanh(inputs)

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return tanh(x) and remember it."""
        np.tanh(inputs, self._outputs)
        return self._outputs

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Return δ · (1 − y²), y = tanh(x).

        With tanh = s/c (s = sinh, c = cosh, s′ = c, c′ = s): (s/c)′ = (c² − s²)/c² = 1 − tanh²,
        at most 1.
        """
        if not wants_input:
            return None
        result = self._gradient
        np.multiply(self._outputs, self._outputs, result)
        np.subtract(self._one, result, result)
        np.multiply(result, gradient, result)
        return result


class ReLU(Activation):
    """max(0, x): half the line straight, half zero (Nair & Hinton 2010)."""

    kind: ClassVar[str] = "relu"

    def __init__(self) -> None:
        super().__init__()
        self._zero = np.float32(0)

    def apply(self, inputs: Array) -> Array:
        """Return max(0, x)."""
        outputs: Array = np.maximum(inputs, self._zero)
        return outputs

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return max(0, x) and remember it."""
        np.maximum(inputs, self._zero, out=self._outputs)
        return self._outputs

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Return δ where x > 0 and 0 elsewhere: the slope is 1 there and 0 here.

        At x = 0 there is no derivative; 0 is one of its subgradients (0 … 1). That makes the slope
        the sign of the output, which is never negative.
        """
        if not wants_input:
            return None
        result = self._gradient
        np.sign(self._outputs, result)
        np.multiply(result, gradient, result)
        return result
