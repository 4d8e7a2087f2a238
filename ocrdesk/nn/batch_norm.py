"""Batch normalisation: every channel brought to mean 0 and deviation 1, then to what is learnt."""

from collections.abc import Callable, Iterator
from math import prod
from typing import ClassVar, Self

import numpy as np

from ocrdesk.nn.arrays import Array, Shape, aligned_zeros
from ocrdesk.nn.lanes import share, slices
from ocrdesk.nn.layer import Description, Layer, real_number, refuse_foreign_settings

_EPSILON = 1e-5
_NUMBERS_AT_ONCE = 2**15
"""What is worked on while it is in the cache."""


class BatchNorm(Layer):
    """y = g(x − μ)/√(σ² + ε) + β, channel by channel: (n, …, C) → (n, …, C).

    Ioffe & Szegedy (2015), algorithms 1 and 2. In training μ and σ² are the batch's, over samples
    and places; reading uses running ones, which ``pace`` moves: r ← r + pace · (batch's − r).
    ε = 1e-5. A batch of one number a channel has no deviation: it gives β and is not counted.
    """

    kind: ClassVar[str] = "batch_norm"

    def __init__(self, pace: float = 0.1) -> None:
        super().__init__()
        if not 0 < pace <= 1:
            raise ValueError(f"the pace of running statistics is above 0 and at most 1, not {pace}")
        self.pace = pace

    # ---- description -------------------------------------------------------------------------

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the same shape."""
        return input_shape

    def parameter_shapes(self, input_shape: Shape) -> dict[str, Shape]:
        """Return scale g and shift β, (C,) each; weight decay leaves both alone."""
        return {"scale": input_shape[-1:], "shift": input_shape[-1:]}

    def statistic_shapes(self, input_shape: Shape) -> dict[str, Shape]:
        """Return the running mean and variance, (C,) each."""
        return {"mean": input_shape[-1:], "variance": input_shape[-1:]}

    def description(self) -> Description:
        """Return the pace."""
        return {"kind": self.kind, "pace": self.pace}

    @classmethod
    def from_description(cls, description: Description) -> Self:
        """Make the layer; ``ValueError`` for a pace that makes no sense."""
        refuse_foreign_settings(description, known=("pace",))
        return cls(real_number(description, "pace"))

    def initialize(self, rng: np.random.Generator) -> None:  # noqa: ARG002
        """Begin with g = 1, β = 0 and the statistics of what is already normal."""
        self.parameters["scale"][...] = 1
        self.parameters["shift"][...] = 0
        self.statistics["mean"][...] = 0
        self.statistics["variance"][...] = 1

    # ---- work --------------------------------------------------------------------------------

    def resize(self, rows: int) -> None:
        """Prepare outputs, x̂, ∂J/∂x, and rows of C numbers spread over some samples.

        NumPy takes up to eight times as long to add a short row again and again.
        """
        assert self.input_shape is not None
        self._channels, numbers = self.input_shape[-1], prod(self.input_shape)
        places = rows * numbers // self._channels
        self._share_of_one = 1 / places
        self._unbiased = places / (places - 1) if places > 1 else None
        at_once = min(rows, max(1, _NUMBERS_AT_ONCE // numbers))
        self._pieces = slices(rows, at_once)
        self._outputs, self._normal, self._input_gradient = (
            self._workspace.rows(name, rows, (numbers,), self.dtype)
            for name in ("outputs", "normal", "input")
        )
        self._one, self._other, self._third = (
            self._workspace.rows(name, at_once, (numbers,), self.dtype)
            for name in ("one", "other", "third")
        )
        self._ones = np.ones(at_once * numbers // self._channels, self.dtype)
        count = len(self._pieces)
        self._sums, self._more_sums = (
            self._workspace.rows(name, count, (self._channels,), self.dtype)
            for name in ("sums", "more sums")
        )
        self._deviation, self._row, self._mean, self._variance = (
            aligned_zeros((self._channels,), self.dtype) for _ in range(4)
        )

    def line(self) -> tuple[Array, Array]:
        """Return slope a and shift c, (C,) each: reading gives ax + c of the running statistics."""
        variance = np.maximum(self.statistics["variance"], 0)
        slope: Array = self.parameters["scale"] / np.sqrt(variance + self.dtype(_EPSILON))
        return slope, self.parameters["shift"] - self.statistics["mean"] * slope

    def apply(self, inputs: Array) -> Array:
        """Return g(x − μ)/√(σ² + ε) + β of the running statistics."""
        slope, shift = self.line()
        outputs: Array = inputs * np.broadcast_to(slope, inputs.shape[1:]).copy()
        outputs += np.broadcast_to(shift, inputs.shape[1:]).copy()
        return outputs

    def largest_output(self, largest: float) -> float:
        """Return the steepest of the lines at the largest input, and the highest."""
        slope, shift = self.line()
        return max(largest * float(np.abs(slope).max()) + float(np.abs(shift).max()), 1.0)

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return gx̂ + β of the batch's statistics, remember x̂ and move the running ones."""
        rows, mean, variance = inputs.reshape(len(inputs), -1), self._mean, self._variance
        self._each(lambda index, piece: self._sum_up(rows[piece], self._sums[index]))
        self._sums.sum(axis=0, out=mean)
        np.multiply(mean, self._share_of_one, mean)
        mean_spread = self._spread(mean, self._one)

        def centre(index: int, piece: slice) -> None:
            normal, squares = self._normal[piece], self._outputs[piece]
            np.subtract(rows[piece], mean_spread[: len(normal)], normal)
            np.multiply(normal, normal, squares)
            self._sum_up(squares, self._sums[index])

        self._each(centre)
        self._sums.sum(axis=0, out=variance)
        np.multiply(variance, self._share_of_one, variance)
        self._observe(mean, variance)
        np.add(variance, _EPSILON, variance)
        np.sqrt(variance, self._deviation)
        self._bring_out()
        return self._outputs.reshape(inputs.shape)

    def _bring_out(self) -> None:
        """Make x̂ of x − μ, and the outputs of x̂."""
        deviation = self._spread(self._deviation, self._one)
        scale = self._spread(self.parameters["scale"], self._other)
        shift = self._spread(self.parameters["shift"], self._third)

        def bring_out(_: int, piece: slice) -> None:
            normal, outputs = self._normal[piece], self._outputs[piece]
            count = len(normal)
            np.divide(normal, deviation[:count], normal)
            np.multiply(normal, scale[:count], outputs)
            np.add(outputs, shift[:count], outputs)

        self._each(bring_out)

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Derive J by g, β and x.

        With y = gx̂ + β, δ = ∂J/∂y, and sums and means (⟨⟩, over N numbers) of one channel,

        - ∂J/∂β = Σδ,  ∂J/∂g = Σδx̂
        - x̂_i = (x_i − μ)/s with s = √(σ² + ε) depends on every x_j: ∂μ/∂x_j = 1/N, and as
          ∂σ²/∂x_j = 2(x_j − μ)/N, ∂s/∂x_j = x̂_j/N. So ∂x̂_i/∂x_j = (1_{i=j} − 1/N − x̂_i x̂_j/N)/s,
          and Σ_i gδ_i ∂x̂_i/∂x_j gives  ∂J/∂x_j = g/s · (δ_j − ⟨δ⟩ − x̂_j⟨δx̂⟩)
        """
        delta = gradient.reshape(len(gradient), -1)

        def learn(index: int, piece: slice) -> None:
            product = self._input_gradient[piece]  # a place to put it
            np.multiply(delta[piece], self._normal[piece], product)
            self._sum_up(delta[piece], self._sums[index])
            self._sum_up(product, self._more_sums[index])

        self._each(learn)
        self._sums.sum(axis=0, out=self.gradients["shift"])
        self._more_sums.sum(axis=0, out=self.gradients["scale"])
        if not wants_input:
            return None
        self._reach(delta)
        return self._input_gradient.reshape(gradient.shape)

    def _reach(self, delta: Array) -> None:
        """Make ∂J/∂x of δ and the sums; x̂ is used up."""
        np.multiply(self.gradients["shift"], self._share_of_one, self._row)
        mean = self._spread(self._row, self._one)
        np.multiply(self.gradients["scale"], self._share_of_one, self._row)
        along = self._spread(self._row, self._other)
        np.divide(self.parameters["scale"], self._deviation, self._row)
        slope = self._spread(self._row, self._third)

        def reach(_: int, piece: slice) -> None:
            normal, result = self._normal[piece], self._input_gradient[piece]
            count = len(normal)
            np.multiply(normal, along[:count], normal)
            np.subtract(delta[piece], mean[:count], result)
            np.subtract(result, normal, result)
            np.multiply(result, slope[:count], result)

        self._each(reach)

    def _each(self, do: Callable[[int, slice], None]) -> None:
        """Do something to every piece, in as many threads as there are lanes."""

        def work(todo: Iterator[int]) -> None:
            for index in todo:
                do(index, self._pieces[index])

        share(work, range(len(self._pieces)))

    def _observe(self, mean: Array, variance: Array) -> None:
        """Move the running statistics towards the batch's; its variance as of a sample."""
        if self._unbiased is None:
            return
        for name, found, factor in (("mean", mean, 1.0), ("variance", variance, self._unbiased)):
            running = self.statistics[name]
            np.multiply(running, 1 - self.pace, running)
            np.multiply(found, self.pace * factor, self._row)
            np.add(running, self._row, running)

    def _sum_up(self, rows: Array, total: Array) -> None:
        """Set ``total`` (C,) to the sums over samples and places."""
        by_place = rows.reshape(-1, self._channels)
        np.dot(self._ones[: len(by_place)], by_place, total)

    def _spread(self, row: Array, room: Array) -> Array:
        """Return ``room`` filled with the row (C,) again and again."""
        np.copyto(room.reshape(-1, self._channels), row)
        return room
