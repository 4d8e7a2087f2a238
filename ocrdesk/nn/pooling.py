"""Max pooling: of every 2 by 2 outputs the largest, whatever its exact place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from ocrdesk.nn.arrays import Array, Shape, aligned_zeros
from ocrdesk.nn.lanes import share, slices
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.workspace import Spares, Workspace

Mask = NDArray[np.bool_]
_PICTURES_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Winners:
    """Who of two was at least as large, each (n, h, w, C) of the outputs' size.

    ``above`` left of right in the upper row, ``below`` in the lower one, ``upper`` the larger of
    the upper row than that of the lower.
    """

    above: Mask
    below: Mask
    upper: Mask

    def __getitem__(self, pictures: slice) -> "Winners":
        return Winners(self.above[pictures], self.below[pictures], self.upper[pictures])


def new_winners(workspace: Workspace, rows: int, shape: Shape) -> Winners:
    """Return masks for outputs (rows, *shape) out of the workspace."""
    return Winners(
        *(workspace.rows(name, rows, shape, np.bool_) for name in ("above", "below", "upper"))
    )


class Pool:
    """Scratch for the four quarters of ``count`` pictures (H, W, C), and the way there and back.

    Neighbours are first parted into arrays of their own: NumPy compares and multiplies arrays with
    gaps in three times the time, but copies them as fast as others. An odd last row or column is
    left out.
    """

    def __init__(self, shape: Shape, count: int, dtype: type[np.floating]) -> None:
        self._high, self._wide, self._channels = pooled_shape(shape)
        quarter = (count, *pooled_shape(shape))
        self._quarters = aligned_zeros((4, *quarter), dtype)
        self._lower = aligned_zeros(quarter, dtype)

    def largest(self, inputs: Array, outputs: Array, winners: Winners | None) -> None:
        """Set outputs (n, h, w, C), C-contiguous, to the largest of each four, and ``winners``."""
        count = len(inputs)
        quarters, lower = self._quarters[:, :count], self._lower[:count]
        np.copyto(quarters.reshape(2, 2, *lower.shape), self._parted(inputs))
        one, two, three, four = quarters
        np.maximum(one, two, out=outputs)
        np.maximum(three, four, out=lower)
        if winners is not None:
            np.greater_equal(one, two, winners.above)
            np.greater_equal(three, four, winners.below)
            np.greater_equal(outputs, lower, winners.upper)
        np.maximum(outputs, lower, out=outputs)

    def spread(self, gradient: Array, winners: Winners, result: Array) -> None:
        """Set ∂J/∂inputs (n, H, W, C) from ∂J/∂outputs (n, h, w, C), C-contiguous.

        The largest of four moves with its own slope 1 and the others not at all: each output's
        gradient goes to the winner, of equals the upper, then the left. The winner's part is
        gradient times mask, the other's what is left, and both are exact.
        """
        count = len(gradient)
        quarters, lower = self._quarters[:, :count], self._lower[:count]
        one, two, three, four = quarters
        _divide(gradient, winners.upper, two, lower)
        _divide(two, winners.above, one, two)
        _divide(lower, winners.below, three, four)
        np.copyto(self._parted(result), quarters.reshape(2, 2, *lower.shape))
        result[:, 2 * self._high :] = 0
        result[:, :, 2 * self._wide :] = 0

    def _parted(self, pictures: Array) -> Array:
        """Show pictures (n, H, W, C) as (2, 2, n, h, w, C)."""
        even = pictures[:, : 2 * self._high, : 2 * self._wide]
        fours = even.reshape(len(pictures), self._high, 2, self._wide, 2, self._channels)
        return fours.transpose(2, 4, 0, 1, 3, 5)


def _divide(gradient: Array, is_first: Mask, first: Array, second: Array) -> None:
    """Set ``first`` to the gradient where it won and ``second`` to the gradient elsewhere."""
    np.copyto(first, is_first)  # as numbers: mixed operands would be cast through a buffer
    np.multiply(first, gradient, first)
    np.subtract(gradient, first, second)


class MaxPool2d(Layer):
    """The largest of each 2 by 2 places, channel by channel: (n, H, W, C) → (n, H/2, W/2, C).

    An odd last row or column is left out. `Conv2d` can do the same while its results are in the
    cache, which saves writing and reading them; this layer is for where something lies between.
    """

    kind: ClassVar[str] = "maxpool2d"
    is_shared: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._pools = Spares(lambda: Pool(self._shape(), _PICTURES_AT_ONCE, self.dtype))

    def _shape(self) -> Shape:
        assert self.input_shape is not None
        return self.input_shape

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return (H/2, W/2, C), rounded down; ``ValueError`` for inputs that are no pictures."""
        return pooled_shape(input_shape)

    def resize(self, rows: int) -> None:
        """Prepare outputs, ∂J/∂x, and who won."""
        shape, kept = self._shape(), self._workspace.rows
        self._outputs = kept("outputs", rows, pooled_shape(shape), self.dtype)
        self._gradient = kept("gradient", rows, shape, self.dtype)
        self._winners = new_winners(self._workspace, rows, pooled_shape(shape))

    def apply(self, inputs: Array) -> Array:
        """Return the largest of each four."""
        outputs = np.empty((len(inputs), *pooled_shape(self._shape())), self.dtype)
        self._pool(inputs, outputs, None)
        return outputs

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return the largest of each four and remember which it was."""
        self._pool(inputs, self._outputs, self._winners)
        return self._outputs

    def _pool(self, inputs: Array, outputs: Array, winners: Winners | None) -> None:
        def work(pieces: Iterator[slice]) -> None:
            with self._pools.lent() as pool:
                for piece in pieces:
                    won = None if winners is None else winners[piece]
                    pool.largest(inputs[piece], outputs[piece], won)

        share(work, slices(len(inputs), _PICTURES_AT_ONCE))

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Return δ where the largest was and 0 elsewhere (see `Pool.spread`)."""
        if not wants_input:
            return None

        def work(pieces: Iterator[slice]) -> None:
            with self._pools.lent() as pool:
                for piece in pieces:
                    pool.spread(gradient[piece], self._winners[piece], self._gradient[piece])

        share(work, slices(len(gradient), _PICTURES_AT_ONCE))
        return self._gradient


def pooled_shape(shape: Shape) -> Shape:
    """Return (H/2, W/2, C) of (H, W, C), rounded down; ``ValueError`` if nothing is left."""
    if len(shape) != 3 or min(shape[:2]) < 2:
        raise ValueError(f"pooling takes (height, width, channels) from (2, 2, 1) on, not {shape}")
    return (shape[0] // 2, shape[1] // 2, shape[2])
