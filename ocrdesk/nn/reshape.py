"""The same numbers in another arrangement: a row of pixels becomes a picture."""

from math import prod
from typing import ClassVar, Self

import numpy as np

from ocrdesk.nn.arrays import Array, Shape
from ocrdesk.nn.layer import Description, Layer, refuse_foreign_settings


class Reshape(Layer):
    """Numbers (n, …) as (n, *shape), in their order: below a convolution, a row as a picture.

    Only the view changes, so that the way up and the way down cost nothing.
    """

    kind: ClassVar[str] = "reshape"

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        if not shape or min(shape) < 1:
            raise ValueError(f"a shape is a row of positive whole numbers, not {shape}")
        self.shape = tuple(shape)

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape; ``ValueError`` if it holds another number of values."""
        if prod(input_shape) != prod(self.shape):
            raise ValueError(f"{input_shape} cannot be arranged as {self.shape}")
        return self.shape

    def description(self) -> Description:
        """Return the shape."""
        return {"kind": self.kind, "shape": list(self.shape)}

    @classmethod
    def from_description(cls, description: Description) -> Self:
        """Make the layer; ``ValueError`` for what is no shape."""
        refuse_foreign_settings(description, known=("shape",))
        found = description["shape"]
        sizes = [size for size in found if type(size) is int] if isinstance(found, list) else []
        if not isinstance(found, list) or len(sizes) < len(found):
            raise ValueError(f"{cls.kind}: a shape is a row of whole numbers, not {found!r}")
        return cls(tuple(sizes))

    def apply(self, inputs: Array) -> Array:
        """Return a view of the inputs."""
        return inputs.reshape(len(inputs), *self.shape)

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return a view of the inputs."""
        return inputs.reshape(len(inputs), *self.shape)

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Return δ in the inputs' arrangement: each number moves with its own slope 1."""
        assert self.input_shape is not None
        return gradient.reshape(len(gradient), *self.input_shape) if wants_input else None
