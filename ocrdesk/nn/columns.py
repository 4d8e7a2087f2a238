"""A picture as a row of its columns: all that stands above one another, side by side."""

from typing import ClassVar

import numpy as np

from ocrdesk.nn.arrays import Array, Shape
from ocrdesk.nn.layer import Layer


class Columns(Layer):
    """y_{1,t,hC+c} = x_{h,t,c}: (n, H, T, C) → (n, 1, T, H·C), each column of a picture one place.

    What follows looks along the row only, with all of a column's height before it: kernels (1, s).
    """

    kind: ClassVar[str] = "columns"

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return (1, T, H·C); ``ValueError`` for inputs that are no pictures."""
        if len(input_shape) != 3:
            raise ValueError(f"columns are taken of (height, width, channels), not {input_shape}")
        height, width, channels = input_shape
        return (1, width, height * channels)

    def resize(self, rows: int) -> None:
        """Prepare outputs and ∂J/∂x, and how each lies in the other's order."""
        shape, kept = self._shape(), self._workspace.rows
        self._outputs = kept("outputs", rows, self.output_shape(shape), self.dtype)
        self._gradient = kept("gradient", rows, shape, self.dtype)
        self._standing = _standing(self._outputs, shape)

    def _shape(self) -> Shape:
        assert self.input_shape is not None
        return self.input_shape

    def apply(self, inputs: Array) -> Array:
        """Return the columns."""
        shape = self._shape()
        outputs: Array = np.empty((len(inputs), *self.output_shape(shape)), self.dtype)
        np.copyto(_standing(outputs, shape), inputs)
        return outputs

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return the columns."""
        np.copyto(self._standing, inputs)
        return self._outputs

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Return δ in the inputs' arrangement: each number moves with its own slope 1."""
        if not wants_input:
            return None
        np.copyto(self._gradient, _standing(gradient, self._shape()))
        return self._gradient


def _standing(columns: Array, shape: Shape) -> Array:
    """Show columns (n, 1, T, H·C), C-contiguous, as the pictures (n, H, T, C) they are made of."""
    height, width, channels = shape
    return columns.reshape(len(columns), width, height, channels).transpose(0, 2, 1, 3)
