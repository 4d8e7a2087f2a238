"""Labelled inputs to learn from, and the order in which a training epoch takes them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np

from ocrdesk.nn.arrays import (
    Array,
    Labels,
    Shape,
    aligned_zeros,
    checked_labels,
    checked_rows,
)


class Samples(Protocol):
    """Labelled inputs whose rows are fetched as they are needed."""

    @property
    def labels(self) -> Labels:
        """Class indices (n,)."""

    @property
    def input_shape(self) -> Shape:
        """Shape of one input."""

    def fetch(self, rows: Labels, out: Array) -> None:
        """Write the inputs of these rows (m,) to ``out`` (m, *input_shape)."""


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Inputs float32 (n, …) and labels (n,), integers from 0 of any width, kept as intp.

    Raises ``ValueError`` for other dtypes, lengths that differ, or a negative label.
    """

    inputs: Array
    labels: Labels

    def __post_init__(self) -> None:
        object.__setattr__(self, "inputs", checked_rows(self.inputs, self.inputs.shape[1:]))
        object.__setattr__(self, "labels", checked_labels(self.labels, len(self.inputs)))

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def input_shape(self) -> Shape:
        """Shape of one input."""
        return self.inputs.shape[1:]

    def fetch(self, rows: Labels, out: Array) -> None:
        """Write these rows to ``out``; with "clip" NumPy writes there directly, row by row."""
        self.inputs.take(rows, 0, out, "clip")


Source: TypeAlias = Callable[[int, np.random.Generator], Samples]
"""``source(epoch, rng)``: the samples of one epoch, freshly augmented; epochs count from 1."""


class Minibatches:
    """Batches of one array's worth of inputs, all rows once, in an order drawn from ``rng``.

    The inputs yielded are one array that the next batch overwrites; the last batch of an epoch may
    be smaller.
    """

    def __init__(self, batch_size: int) -> None:
        if batch_size < 1:
            raise ValueError(f"a batch holds at least one sample, not {batch_size}")
        self.batch_size = batch_size
        self._inputs: Array | None = None

    def of(self, samples: Samples, rng: np.random.Generator) -> Iterator[tuple[Array, Labels]]:
        """Yield (inputs (m, …), labels (m,)) until every sample was seen once."""
        count, size = len(samples.labels), self.batch_size
        order = rng.permutation(count)
        labels = samples.labels[order]
        shape = (size, *samples.input_shape)
        if self._inputs is None or self._inputs.shape != shape:
            self._inputs = aligned_zeros(shape, np.float32)
        inputs, fetch = self._inputs, samples.fetch
        whole = count // size * size
        rows_of_each, labels_of_each = order[:whole], labels[:whole]
        for rows, answers in zip(
            rows_of_each.reshape(-1, size), labels_of_each.reshape(-1, size), strict=True
        ):
            fetch(rows, inputs)
            yield inputs, answers
        if rest := count - whole:
            fetch(order[-rest:], inputs[:rest])
            yield inputs[:rest], labels[-rest:]
