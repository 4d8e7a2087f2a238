"""The convolutional layer: the same few weights look at every place of a picture."""

from collections import deque
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Self

import numpy as np

from ocrdesk.nn.arrays import Array, Shape, aligned_zeros
from ocrdesk.nn.correlation import Correlation, Correlator
from ocrdesk.nn.initializers import INITIALIZERS, Initializer, he
from ocrdesk.nn.lanes import share, slices
from ocrdesk.nn.layer import Description, Layer, refuse_foreign_settings, whole_number
from ocrdesk.nn.pooling import Winners, pool, pooled_shape, unpool

_STRANDS = 8
"""Sums over the batch are made in so many parts, however many threads there are."""


class Conv2d(Layer):
    """y_{u,v,k} = b_k + Σ_{i,j,c} w_{i,j,c,k} x_{u+i−p, v+j−p, c}: (n, H, W, C) → (n, H′, W′, K).

    A picture without channels (H, W) has one. ``padding`` "same" surrounds it with p = (size − 1)/2
    zeros and keeps height and width; "valid" (p = 0) looks only at whole neighbourhoods, size − 1
    fewer each way. ``is_rectified`` adds max(0, y), ``is_pooled`` then the largest of each 2 × 2
    (see `MaxPool2d`): the same as layers of their own, but done on a few pictures at a time, while
    they are in the cache. Weights are stored (size, size, C, K).
    """

    kind: ClassVar[str] = "conv2d"
    decayed: ClassVar[frozenset[str]] = frozenset({"weights"})

    def __init__(
        self,
        channels: int,
        *,
        size: int = 3,
        padding: str = "same",
        is_rectified: bool = False,
        is_pooled: bool = False,
        initializer: Initializer = he,
    ) -> None:
        super().__init__()
        self.channels, self.size, self.padding = channels, size, padding
        self.is_rectified, self.is_pooled = is_rectified, is_pooled
        self.initializer = initializer
        self._spare: deque[_Bench] = deque()

    # ---- work

    @cached_property
    def _sizes(self) -> Correlation:
        return self._sizes_for(self.input_shape)

    def _sizes_for(self, input_shape):
        picture = input_shape if len(input_shape) == 3 else (*input_shape, 1)
        margin = (self.size - 1) // 2 if self.padding == "same" else 0
        return Correlation(picture, self.channels, (self.size, self.size), (margin, margin))

    def output_shape(self, input_shape: Shape) -> Shape:
        shape = self._sizes_for(input_shape).output_shape
        return pooled_shape(shape) if self.is_pooled else shape

    def parameter_shapes(self, input_shape: Shape) -> dict[str, Shape]:
        return {"weights": self._sizes_for(input_shape).weight_shape, "biases": (self.channels,)}

    def initialize(self, rng: np.random.Generator) -> None:
        weights = self.parameters["weights"]
        area = self.size**2
        weights[...] = self.initializer(weights.shape, area * weights.shape[2], area * self.channels, rng)
        self.parameters["biases"][...] = 0

    def resize(self, rows: int) -> None:
        kept = self._workspace.rows
        high, wide, channels = self._sizes.output_shape
        shape = pooled_shape(self._sizes.output_shape) if self.is_pooled else self._sizes.output_shape
        self._outputs = kept("outputs", rows, shape, self.dtype)
        self._input_gradient = kept("input", rows, self._sizes.input_shape, self.dtype)
        self._winners = None
        if self.is_pooled:
            self._winners = Winners(
                kept("upper", rows, (shape[0], wide, channels), np.bool_), kept("left", rows, shape, np.bool_)
            )
        bench = self._take()
        step = min(bench.there.pictures_at_once, bench.back.pictures_at_once)
        self._kernel = kept("kernel", 1, bench.there.kernel_shape, self.dtype)[0]
        self._turned = kept("turned", 1, self._sizes.adjoint.weight_shape, self.dtype)[0]
        self._turned_kernel = kept("turned kernel", 1, bench.back.kernel_shape, self.dtype)[0]
        self._pieces = slices(rows, step)
        self._strand_sums = kept("sums", _STRANDS, bench.there.kernel_shape, self.dtype)
        self._strand_biases = kept("bias sums", _STRANDS, (channels,), self.dtype)
        self._spare.append(bench)

    def _take(self):
        try: return self._spare.pop()
        except IndexError: return _Bench(self._sizes, self.is_pooled, self.dtype)

    def apply(self, inputs: Array) -> Array:
        bench = self._take()
        kernel = np.empty(bench.there.kernel_shape, self.dtype)
        bench.there.set_kernel(self.parameters["weights"], kernel)
        step = bench.there.pictures_at_once
        self._spare.append(bench)
        outputs = np.empty((len(inputs), *self.output_shape(self.input_shape)), self.dtype)
        self._run(inputs, kernel, outputs, None, slices(len(inputs), step))
        return outputs

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:  # noqa: ARG002
        self._inputs = inputs
        self._spare[0].there.set_kernel(self.parameters["weights"], self._kernel)
        self._run(inputs, self._kernel, self._outputs, self._winners, self._pieces)
        return self._outputs

    def _run(self, inputs, kernel, outputs, winners, pieces):
        shape = self._sizes.input_shape
        pictures = inputs.reshape(len(inputs), *shape)
        biases = np.empty(outputs.shape[1:], self.dtype)
        biases[...] = self.parameters["biases"]

        def work(todo):
            bench = self._take()
            for piece in todo:
                out = outputs[piece]
                n = len(out)
                if self.is_pooled:
                    bench.there.correlate(pictures[piece], kernel, bench.whole[:n])
                    pool(bench.whole[:n], bench.columns[:n], out, winners[piece] if winners else None)
                else:
                    bench.there.correlate(pictures[piece], kernel, out)
                np.add(out, biases, out)
                if self.is_rectified: np.maximum(out, bench.zeros, out=out)
            self._spare.append(bench)
        share(work, pieces)

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        n = len(gradient)
        pictures = self._inputs.reshape(n, *self._sizes.input_shape)
        if wants_input:
            w = self.parameters["weights"]
            np.copyto(self._turned, w[::-1, ::-1].transpose(0, 1, 3, 2))
            self._spare[0].back.set_kernel(self._turned, self._turned_kernel)
        P = len(self._pieces); S = min(_STRANDS, P)
        strands = [slice(k * P // S, (k + 1) * P // S) for k in range(S)]
        rect, pooled = self.is_rectified, self.is_pooled

        def work(todo):
            bench = self._take()
            for strand in todo:
                k = strand.start * S // P if P else 0
                k = strands.index(strand)
                sums, bias = self._strand_sums[k], self._strand_biases[k]
                bias[...] = 0
                first = True
                for piece in self._pieces[strand]:
                    g = gradient[piece]
                    m = len(g)
                    if rect:
                        d = bench.small[:m]
                        np.greater(self._outputs[piece], bench.zero, bench.passed[:m])
                        np.multiply(g, bench.passed[:m], d)
                        g = d
                    flat = g.reshape(-1, self.channels)
                    np.dot(bench.ones[:len(flat)], flat, bench.bias)
                    bias += bench.bias
                    if pooled:
                        unpool(g, bench.columns[:m], self._winners[piece], bench.whole[:m])
                        g = bench.whole[:m]
                    bench.there.add_kernel_gradient(pictures[piece], g, sums, is_first=first)
                    first = False
                    if wants_input:
                        bench.back.correlate(g, self._turned_kernel, self._input_gradient[piece])
            self._spare.append(bench)
        share(work, strands)
        for k in range(1, S):
            self._strand_sums[0] += self._strand_sums[k]; self._strand_biases[0] += self._strand_biases[k]
        self.gradients["biases"][...] = self._strand_biases[0]
        self._spare[0].there.set_weight_gradient(self._strand_sums[0], self.gradients["weights"])
        return self._input_gradient.reshape(self._inputs.shape) if wants_input else None


class _Bench:
    def __init__(self, sizes, is_pooled, dtype):
        self.there = Correlator(sizes, dtype)
        self.back = Correlator(sizes.adjoint, dtype)
        n = max(self.there.pictures_at_once, self.back.pictures_at_once)
        shape = sizes.output_shape
        if is_pooled:
            self.whole = aligned_zeros((n, *shape), dtype)
            self.columns = aligned_zeros((n, shape[0] // 2, *shape[1:]), dtype)
            shape = pooled_shape(shape)
        self.zeros = aligned_zeros(shape, dtype)
        self.zero = np.zeros((), dtype)
        self.small = aligned_zeros((n, *shape), dtype)
        self.passed = aligned_zeros((n, *shape), np.bool_)
        self.ones = np.ones(n * shape[0] * shape[1], dtype)
        self.bias = np.zeros(shape[2], dtype)
