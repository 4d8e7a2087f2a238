"""Dropout: train with some of the inputs missing, so that no unit leans on one other alone."""

from typing import ClassVar, Self

import numpy as np

from ocrdesk.nn.activations import Activation
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.layer import Description, real_number, refuse_foreign_settings


class Dropout(Activation):
    """In training each input is set to 0 with probability ``rate``; in reading nothing happens.

    Inverted (Srivastava et al. 2014, section 10): what stays is multiplied by 1/(1 − rate), so that
    the expected input is the same in training and reading, and `apply` is the identity.
    """

    kind: ClassVar[str] = "dropout"

    def __init__(self, rate: float) -> None:
        super().__init__()
        if not 0 <= rate < 1:
            raise ValueError(f"a dropout rate is at least 0 and below 1, not {rate}")
        self.rate = rate

    def description(self) -> Description:
        """Return the rate."""
        return {"kind": self.kind, "rate": self.rate}

    @classmethod
    def from_description(cls, description: Description) -> Self:
        """Make the layer; ``ValueError`` for a rate outside 0 … 1."""
        refuse_foreign_settings(description, known=("rate",))
        return cls(real_number(description, "rate"))

    def resize(self, rows: int) -> None:
        """Prepare the factors (rows, *input_shape) beside outputs and gradient."""
        super().resize(rows)
        assert self.input_shape is not None
        self._factors = self._workspace.rows("factors", rows, self.input_shape, np.float32)
        self._stays = self._workspace.rows("stays", rows, self.input_shape, np.bool_)

    def apply(self, inputs: Array) -> Array:
        """Return the inputs as they are."""
        return inputs

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:
        """Return x · f, f = 1/(1 − rate) with probability 1 − rate and else 0; remember f."""
        rng.random(out=self._factors, dtype=np.float32)
        np.greater_equal(self._factors, np.float32(self.rate), self._stays)
        self._factors.fill(0)
        np.copyto(self._factors, np.float32(1 / (1 - self.rate)), where=self._stays)
        np.multiply(inputs, self._factors, self._outputs)
        return self._outputs

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Return δ · f: y = x · f is linear in x, with the factors that `forward` drew."""
        if not wants_input:
            return None
        np.multiply(gradient, self._factors, self._gradient)
        return self._gradient
