"""The fully connected layer, y = xW + b: where nearly all the parameters and the time are."""

from math import prod
from typing import ClassVar, Self

import numpy as np

from ocrdesk.nn.arrays import Array, Shape
from ocrdesk.nn.initializers import Initializer, initializer_called, name_of, xavier
from ocrdesk.nn.layer import Description, Layer, largest_sum, refuse_foreign_settings, whole_number
from ocrdesk.nn.products import multiply, pieces


class Dense(Layer):
    """``units`` weighted sums of all inputs, for each sample a row: (n, …) → (n, units).

    An input of several axes, such as a patch (28, 28), is read as one long row. Weights are stored
    (fan_in, units), so that the product over a batch reads both operands in memory order.
    ``initializer`` is one of ``INITIALIZERS``; biases start at zero.
    """

    kind: ClassVar[str] = "dense"
    decayed: ClassVar[frozenset[str]] = frozenset({"weights"})

    def __init__(self, units: int, *, initializer: Initializer = xavier) -> None:
        super().__init__()
        if units < 1:
            raise ValueError(f"a dense layer needs at least one unit, not {units}")
        self.units = units
        self.initializer = initializer

    def output_shape(self, input_shape: Shape) -> Shape:  # noqa: ARG002
        """Return (units,)."""
        return (self.units,)

    def parameter_shapes(self, input_shape: Shape) -> dict[str, Shape]:
        """Return weights (fan_in, units) and biases (units,)."""
        return {"weights": (prod(input_shape), self.units), "biases": (self.units,)}

    def description(self) -> Description:
        """Return the number of units and the initialiser's name."""
        initializer = name_of(self.initializer)
        return {"kind": self.kind, "units": self.units, "initializer": initializer}

    @classmethod
    def from_description(cls, description: Description) -> Self:
        """Make the layer; ``ValueError`` for a foreign initialiser or number of units."""
        refuse_foreign_settings(description, known=("units", "initializer"))
        initializer = initializer_called(description["initializer"], cls.kind)
        return cls(whole_number(description, "units"), initializer=initializer)

    def initialize(self, rng: np.random.Generator) -> None:
        """Draw the weights, set the biases to zero."""
        weights = self.parameters["weights"]
        fan_in, fan_out = weights.shape
        weights[...] = self.initializer(weights.shape, fan_in, fan_out, rng)
        self.parameters["biases"][...] = 0

    def resize(self, rows: int) -> None:
        """Prepare outputs (rows, units), ∂J/∂x (rows, fan_in) and a row of ones for the sums."""
        self._weights, self._biases = self.parameters["weights"], self.parameters["biases"]
        self._weight_gradient = self.gradients["weights"]
        self._bias_gradient = self.gradients["biases"]
        fan_in = len(self._weights)
        self._outputs = self._workspace.rows("outputs", rows, (self.units,), self.dtype)
        self._spread = self._workspace.rows("spread", rows, (self.units,), self.dtype)
        self._input_gradient = self._workspace.rows("input", rows, (fan_in,), self.dtype)
        assert self.input_shape is not None
        self._shaped_gradient = self._input_gradient.reshape(rows, *self.input_shape)
        self._ones = np.ones(rows, self.dtype)
        # Two large products are cut where that is quicker: one over samples, one over inputs.
        work = rows * fan_in * self.units
        self._over_rows = over_rows = pieces(rows, work, smallest=8)
        self._over_inputs = over_inputs = pieces(fan_in, work, smallest=8)
        self._cut_rows = (over_rows, rows // over_rows, fan_in)
        self._cut_outputs = self._outputs.reshape(over_rows, rows // over_rows, self.units)
        self._cut_inputs = (rows, over_inputs, fan_in // over_inputs)
        self._cut_weight_gradient = self._weight_gradient.reshape(
            over_inputs, fan_in // over_inputs, self.units
        )

    def apply(self, inputs: Array) -> Array:
        """Return xW + b, (n, units)."""
        outputs: Array = inputs.reshape(len(inputs), -1) @ self.parameters["weights"]
        outputs += self.parameters["biases"]
        return outputs

    def largest_output(self, largest: float) -> float:
        """Return the largest sum of absolute weights times the largest input, and a bias."""
        return max(largest_sum(self.parameters["weights"], self.parameters["biases"], largest), 1.0)

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return xW + b and remember x.

        The biases are spread over the batch first: NumPy adds arrays of one shape in less than half
        the time of broadcasting, and without a buffer of its own.
        """
        self._inputs = rows = inputs if inputs.ndim == 2 else inputs.reshape(len(inputs), -1)
        if self._over_rows > 1:
            np.matmul(rows.reshape(self._cut_rows), self._weights, self._cut_outputs)
        else:
            np.dot(rows, self._weights, self._outputs)
        np.copyto(self._spread, self._biases)
        np.add(self._outputs, self._spread, self._outputs)
        return self._outputs

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Derive J by W, b and x.

        With y_nk = Σ_i x_ni W_ik + b_k and δ_nk = ∂J/∂y_nk, the chain rule gives

        - ∂J/∂W_ik = Σ_n (∂y_nk/∂W_ik) δ_nk = Σ_n x_ni δ_nk,  that is  ∂J/∂W = xᵀδ  (fan_in, units)
        - ∂J/∂b_k  = Σ_n δ_nk,                                that is  1ᵀδ          (units,)
        - ∂J/∂x_ni = Σ_k (∂y_nk/∂x_ni) δ_nk = Σ_k W_ik δ_nk,  that is  δWᵀ          (n, fan_in)

        The sum over the batch is a product with ones: BLAS is quicker at it than `add.reduce`.
        """
        if self._over_inputs > 1:
            cut = self._inputs.reshape(self._cut_inputs).transpose(1, 2, 0)
            np.matmul(cut, gradient, self._cut_weight_gradient)
        else:
            multiply(self._inputs.T, gradient, self._weight_gradient)
        np.dot(self._ones, gradient, self._bias_gradient)
        if not wants_input:
            return None
        multiply(gradient, self._weights.T, self._input_gradient)
        return self._shaped_gradient
