"""The convolutional layer: the same few weights look at every place of a picture.

Training and reading work on a few pictures at a time, in as many threads as `lanes` allows, and do
all that follows from a picture's correlation while it is in the cache.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Self

import numpy as np

from ocrdesk.nn.arrays import Array, Shape
from ocrdesk.nn.correlation import Correlation
from ocrdesk.nn.initializers import Initializer, he, initializer_called, name_of
from ocrdesk.nn.lanes import share, slices
from ocrdesk.nn.layer import (
    Description,
    Layer,
    largest_sum,
    refuse_foreign_settings,
    truth,
    whole_number,
)
from ocrdesk.nn.picture_desk import PictureDesk
from ocrdesk.nn.pooling import Winners, new_winners, pooled_shape
from ocrdesk.nn.workspace import Spares

PADDINGS = ("same", "valid")
_STRANDS = 8
"""Sums over a batch are made in so many parts, however many threads there are."""


class Conv2d(Layer):
    """y_{u,v,k} = b_k + Σ_{i,j,c} w_{i,j,c,k} x_{u+i−p, v+j−p, c}: (n, H, W, C) → (n, H′, W′, K).

    K is ``channels``; a picture (H, W) without channels has one. ``size`` is the side of a square
    or (height, width) of the kernel, such as (1, 5) along a row of writing. ``padding`` "same"
    surrounds a picture with p = (size − 1)/2 zeros, on each axis by its own size, and keeps height
    and width; "valid", p = 0, looks at whole neighbourhoods only and loses size − 1 of each.
    ``is_pooled`` keeps the largest of each 2 by 2 (see `MaxPool2d`), ``is_rectified`` makes that
    max(0, y) (see `ReLU`; which of the two comes first makes no difference): the same as layers of
    their own, in three quarters of the time. Weights are stored (height, width, C, K).
    """

    kind: ClassVar[str] = "conv2d"
    decayed: ClassVar[frozenset[str]] = frozenset({"weights"})
    is_shared: ClassVar[bool] = True

    def __init__(
        self,
        channels: int,
        *,
        size: int | tuple[int, int] = 3,
        padding: str = "same",
        is_rectified: bool = False,
        is_pooled: bool = False,
        initializer: Initializer = he,
    ) -> None:
        super().__init__()
        sides = (size, size) if isinstance(size, int) else tuple(size)
        if channels < 1 or len(sides) != 2 or min(sides) < 1:
            raise ValueError(f"a convolution needs channels and a size, not {channels} and {size}")
        if padding not in PADDINGS:
            raise ValueError(f"padding is one of {', '.join(PADDINGS)}, not {padding!r}")
        if padding == "same" and any(side % 2 == 0 for side in sides):
            raise ValueError(f"padding 'same' needs a size with a centre, not {size}")
        self.channels, self.size, self.padding = channels, (sides[0], sides[1]), padding
        self.is_rectified, self.is_pooled = is_rectified, is_pooled
        self.initializer = initializer
        self._desks = Spares(self._new_desk)

    # ---- description -------------------------------------------------------------------------

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return (H′, W′, K), halved if pooled; ``ValueError`` for what is too small a picture."""
        shape = self._sizes_for(input_shape).output_shape
        if min(shape) < 1:
            raise ValueError(f"a picture of {input_shape} is too small for a kernel of {self.size}")
        return pooled_shape(shape) if self.is_pooled else shape

    def parameter_shapes(self, input_shape: Shape) -> dict[str, Shape]:
        """Return weights (height, width, C, K) and biases (K,)."""
        return {"weights": self._sizes_for(input_shape).weight_shape, "biases": (self.channels,)}

    def description(self) -> Description:
        """Return all settings, a square by its side and the initialiser by its name."""
        high, wide = self.size
        return {
            "kind": self.kind,
            "channels": self.channels,
            "size": high if high == wide else [high, wide],
            "padding": self.padding,
            "is_rectified": self.is_rectified,
            "is_pooled": self.is_pooled,
            "initializer": name_of(self.initializer),
        }

    @classmethod
    def from_description(cls, description: Description) -> Self:
        """Make the layer; ``ValueError`` for settings that make no sense."""
        known = ("channels", "size", "padding", "is_rectified", "is_pooled", "initializer")
        refuse_foreign_settings(description, known=known)
        return cls(
            whole_number(description, "channels"),
            size=_described_size(description),
            padding=str(description["padding"]),
            is_rectified=truth(description, "is_rectified"),
            is_pooled=truth(description, "is_pooled"),
            initializer=initializer_called(description["initializer"], cls.kind),
        )

    def initialize(self, rng: np.random.Generator) -> None:
        """Draw the weights, set the biases to zero."""
        weights = self.parameters["weights"]
        *area, inputs, outputs = weights.shape
        fans = (area[0] * area[1] * inputs, area[0] * area[1] * outputs)
        weights[...] = self.initializer(weights.shape, *fans, rng)
        self.parameters["biases"][...] = 0

    def _sizes_for(self, input_shape: Shape) -> Correlation:
        if len(input_shape) not in {2, 3}:
            raise ValueError(f"a convolution takes pictures (height, width …), not {input_shape}")
        picture = input_shape if len(input_shape) == 3 else (*input_shape, 1)
        high, wide = self.size
        margins = (high // 2, wide // 2) if self.padding == "same" else (0, 0)
        return Correlation(picture, self.channels, self.size, margins)

    # ---- scratch -----------------------------------------------------------------------------

    @cached_property
    def _sizes(self) -> Correlation:
        assert self.input_shape is not None
        return self._sizes_for(self.input_shape)

    def _new_desk(self) -> PictureDesk:
        return PictureDesk(
            self._sizes,
            is_rectified=self.is_rectified,
            is_pooled=self.is_pooled,
            dtype=self.dtype,
        )

    def resize(self, rows: int) -> None:
        """Prepare outputs, ∂J/∂x, who won in each 2 by 2, kernels and sums."""
        rows_of = self._workspace.rows
        with self._desks.lent() as desk:
            there, back, output_shape = desk.there, desk.back, desk.output_shape
            self._pieces = slices(rows, desk.pictures_at_once)
        self._outputs = rows_of("outputs", rows, output_shape, self.dtype)
        self._input_gradient = rows_of("input", rows, self._sizes.input_shape, self.dtype)
        self._winners = new_winners(self._workspace, rows, output_shape) if self.is_pooled else None
        self._kernel = rows_of("kernel", 1, there.kernel_shape, self.dtype)[0]
        self._turned = rows_of("turned", 1, self._sizes.adjoint.weight_shape, self.dtype)[0]
        self._turned_kernel = rows_of("turned kernel", 1, back.kernel_shape, self.dtype)[0]
        count = min(_STRANDS, len(self._pieces))
        self._kernel_sums = rows_of("kernel sums", count, there.kernel_shape, self.dtype)
        self._bias_sums = rows_of("bias sums", count, (self.channels,), self.dtype)

    # ---- work --------------------------------------------------------------------------------

    def apply(self, inputs: Array) -> Array:
        """Return the outputs in a new array."""
        with self._desks.lent() as desk:
            kernel: Array = np.empty(desk.there.kernel_shape, self.dtype)
            desk.there.set_kernel(self.parameters["weights"], kernel)
            outputs: Array = np.empty((len(inputs), *desk.output_shape), self.dtype)
            pieces = slices(len(inputs), desk.pictures_at_once)
        self._correlate(inputs, kernel, outputs, None, pieces)
        return outputs

    def largest_output(self, largest: float) -> float:
        """Return the largest sum of absolute weights times the largest input, and a bias."""
        return max(largest_sum(self.parameters["weights"], self.parameters["biases"], largest), 1.0)

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        """Return the outputs; remember the inputs, and who won where pooled."""
        self._inputs = inputs
        with self._desks.lent() as desk:
            desk.there.set_kernel(self.parameters["weights"], self._kernel)
        self._correlate(inputs, self._kernel, self._outputs, self._winners, self._pieces)
        return self._outputs

    def _correlate(
        self,
        inputs: Array,
        kernel: Array,
        outputs: Array,
        winners: Winners | None,
        pieces: tuple[slice, ...],
    ) -> None:
        pictures = inputs.reshape(len(inputs), *self._sizes.input_shape)
        biases = self.parameters["biases"]

        def work(todo: Iterator[slice]) -> None:
            with self._desks.lent() as desk:
                desk.set_biases(biases)
                for piece in todo:
                    won = None if winners is None else winners[piece]
                    desk.correlate(pictures[piece], kernel, outputs[piece], won)

        share(work, pieces)

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Derive J by w, b and x.

        With δ = ∂J/∂y (where rectified or pooled, what of the given gradient reaches y), as y is
        linear in each,

        - ∂J/∂w_{i,j,c,k} = Σ_{n,u,v} x_{n, u+i−p, v+j−p, c} δ_{n,u,v,k}: a correlation of x with δ
        - ∂J/∂b_k = Σ_{n,u,v} δ_{n,u,v,k}
        - ∂J/∂x_{s,t,c} = Σ_{i,j,k} w_{i,j,c,k} δ_{s−i+p, t−j+p, k}: a correlation of δ with the
          kernel turned by 180 degrees, padded by size − 1 − p

        The sums are made in the transformed space of `Correlator`, in strands of pictures that do
        not depend on the number of threads, and put together in their order.
        """
        if wants_input:
            np.copyto(self._turned, self.parameters["weights"][::-1, ::-1].transpose(0, 1, 3, 2))
            with self._desks.lent() as desk:
                desk.back.set_kernel(self._turned, self._turned_kernel)

        def work(todo: Iterator[int]) -> None:
            with self._desks.lent() as desk:
                for strand in todo:
                    self._learn(desk, gradient, strand, wants_input=wants_input)

        share(work, range(len(self._bias_sums)))
        self._sum_up()
        return self._input_gradient.reshape(self._inputs.shape) if wants_input else None

    def _learn(self, desk: PictureDesk, gradient: Array, strand: int, *, wants_input: bool) -> None:
        """Sum up one strand of pieces."""
        pictures = self._inputs.reshape(len(gradient), *self._sizes.input_shape)
        count, strands = len(self._pieces), len(self._bias_sums)
        first, stop = strand * count // strands, (strand + 1) * count // strands
        self._bias_sums[strand] = 0
        for index in range(first, stop):
            piece = self._pieces[index]
            won = None if self._winners is None else self._winners[piece]
            delta = desk.reach(gradient[piece], self._outputs[piece], won, self._bias_sums[strand])
            desk.there.add_kernel_gradient(
                pictures[piece], delta, self._kernel_sums[strand], is_first=index == first
            )
            if wants_input:
                desk.back.correlate(delta, self._turned_kernel, self._input_gradient[piece])

    def _sum_up(self) -> None:
        """Set the gradients from all strands' sums."""
        total, *others = self._kernel_sums
        for other in others:
            np.add(total, other, total)
        with self._desks.lent() as desk:
            desk.there.set_weight_gradient(total, self.gradients["weights"])
        self._bias_sums.sum(axis=0, out=self.gradients["biases"])


def _described_size(description: Description) -> int | tuple[int, int]:
    """Return the side of a square or [height, width]; ``ValueError`` for anything else."""
    found = description["size"]
    if not isinstance(found, list):
        return whole_number(description, "size")
    if len(found) != 2:
        raise ValueError(f"{description['kind']}: size is a side or [height, width], not {found!r}")
    high, wide = (whole_number({**description, "size": side}, "size") for side in found)
    return high, wide
