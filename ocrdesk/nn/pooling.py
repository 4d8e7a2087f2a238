"""Max pooling: of every 2 × 2 outputs the largest, whatever its exact place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from ocrdesk.nn.arrays import Array, Shape
from ocrdesk.nn.lanes import share, slices
from ocrdesk.nn.layer import Description, Layer, refuse_foreign_settings

Mask = NDArray[np.bool_]
_PICTURES_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Winners:
    """Which of two was at least as large: upper (n, h, W, C) over lower, left (n, h, w, C) over right.

    h and w are half the height and the width W, rounded down.
    """

    upper: Mask
    left: Mask

    def __getitem__(self, pictures: slice) -> "Winners":
        return Winners(self.upper[pictures], self.left[pictures])


def pool(inputs: Array, columns: Array, outputs: Array, winners: Winners | None) -> None:
    """Set outputs (n, h, w, C) to the largest of each 2 × 2 inputs (n, H, W, C), C-contiguous.

    First over pairs of rows, in scratch ``columns`` (n, h, W, C), then over pairs of columns of
    what is left: whole rows lie together in memory, pixels do not.
    """
    count, high, wide, channels = outputs.shape
    pairs = inputs[:, : 2 * high].reshape(count, high, 2, -1)
    upper, lower = pairs[:, :, 0], pairs[:, :, 1]
    rows = columns.reshape(count, high, -1)
    np.maximum(upper, lower, out=rows)
    left, right = columns[:, :, 0 : 2 * wide : 2], columns[:, :, 1 : 2 * wide : 2]
    np.maximum(left, right, out=outputs)
    if winners is not None:
        np.greater_equal(upper, lower, winners.upper.reshape(rows.shape))
        np.greater_equal(left, right, winners.left)


def unpool(gradient: Array, columns: Array, winners: Winners, result: Array) -> None:
    """Set ∂J/∂inputs (n, H, W, C), C-contiguous, from ∂J/∂outputs (n, h, w, C).

    The largest of four moves with its own slope 1 and the others not at all: each output's gradient
    goes to the winner, of equals the upper, then the left. The winner's part is gradient times
    mask, the other's what is left, and both are exact.
    """
    count, high, wide, channels = gradient.shape
    left, right = columns[:, :, 0 : 2 * wide : 2], columns[:, :, 1 : 2 * wide : 2]
    np.multiply(gradient, winners.left, left)
    np.subtract(gradient, left, right)
    columns[:, :, 2 * wide :] = 0
    rows = columns.reshape(count, high, -1)
    pairs = result[:, : 2 * high].reshape(count, high, 2, -1)
    np.multiply(rows, winners.upper.reshape(rows.shape), pairs[:, :, 0])
    np.subtract(rows, pairs[:, :, 0], pairs[:, :, 1])
    result[:, 2 * high :] = 0


class MaxPool2d(Layer):
    """The largest of each 2 × 2 places, channel by channel: (n, H, W, C) → (n, H/2, W/2, C).

    An odd last row or column is left out. `Conv2d` can do the same while its results are in the
    cache, which saves writing and reading them; this layer is for where something lies between.
    """

    kind: ClassVar[str] = "maxpool2d"

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return (H/2, W/2, C), rounded down; ``ValueError`` for inputs that are no pictures."""
        return pooled_shape(input_shape)

    def resize(self, rows: int) -> None:
        """Prepare outputs, ∂J/∂x, the largest of each column's pairs, and who won."""
        assert self.input_shape is not None
        high, wide, channels = pooled_shape(self.input_shape)
        half, quarter = (high, self.input_shape[1], channels), (high, wide, channels)
        kept = self._workspace.rows
        self._outputs = kept("outputs", rows, quarter, self.dtype)
        self._gradient = kept("gradient", rows, self.input_shape, self.dtype)
        self._columns = kept("columns", rows, half, self.dtype)
        self._winners = Winners(
            kept("upper", rows, half, np.bool_), kept("left", rows, quarter, np.bool_)
        )

    def apply(self, inputs: Array) -> Array:
        """Return the largest of each four."""
        assert self.input_shape is not None
        high, wide, channels = pooled_shape(self.input_shape)
        outputs = np.empty((len(inputs), high, wide, channels), self.dtype)
        columns = np.empty((len(inputs), high, self.input_shape[1], channels), self.dtype)
        pool(np.ascontiguousarray(inputs), columns, outputs, None)
        return outputs

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return the largest of each four and remember which it was."""

        def work(pieces: Iterator[slice]) -> None:
            for piece in pieces:
                winners = self._winners[piece]
                pool(inputs[piece], self._columns[piece], self._outputs[piece], winners)

        share(work, slices(len(inputs), _PICTURES_AT_ONCE))
        return self._outputs

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Return δ where the largest was and 0 elsewhere (see `unpool`)."""
        if not wants_input:
            return None

        def work(pieces: Iterator[slice]) -> None:
            for piece in pieces:
                winners = self._winners[piece]
                unpool(gradient[piece], self._columns[piece], winners, self._gradient[piece])

        share(work, slices(len(gradient), _PICTURES_AT_ONCE))
        return self._gradient


def pooled_shape(shape: Shape) -> Shape:
    """Return (H/2, W/2, C) of (H, W, C), rounded down; ``ValueError`` if nothing is left."""
    if len(shape) != 3 or min(shape[:2]) < 2:
        raise ValueError(f"pooling takes pictures (height, width, channels) from 2 × 2 on: {shape}")
    return (shape[0] // 2, shape[1] // 2, shape[2])
