"""Softmax with cross-entropy, as one function: how wrong the network is, and which way is less."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ocrdesk.nn.arrays import Array, Labels
from ocrdesk.nn.workspace import Workspace


def softmax(logits: Array, out: Array | None = None) -> Array:
    """Return p (n, classes), p_k = e^{z_k} / Σ_j e^{z_j}: positive rows that sum to one.

    Adding a constant to a row changes nothing (it cancels), so the row's maximum is subtracted
    first: the largest exponent is 0, nothing overflows and the sum is at least 1.
    """
    result: Array = np.subtract(logits, logits.max(axis=1, keepdims=True), out)
    np.exp(result, result)
    result /= result.sum(axis=1, keepdims=True)
    return result


def log_softmax(logits: Array, out: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """Return log p (…, classes) of `softmax` over the last axis, in double precision.

    log p_k = (z_k − m) − log Σ_j e^{z_j − m} with m the maximum: finite, however small p is.
    """
    most = logits.max(axis=-1, keepdims=True)
    result: NDArray[np.float64] = np.subtract(logits, most, out, dtype=np.float64)
    result -= np.log(np.exp(result).sum(axis=-1, keepdims=True))
    return result


@dataclass(frozen=True, slots=True)
class Tally:
    """Loss and hits summed over samples; tallies add up."""

    loss_sum: float = 0.0
    hits: int = 0
    samples: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.loss_sum + other.loss_sum, self.hits + other.hits, self.samples + other.samples
        )

    @property
    def loss(self) -> float:
        """Mean cross-entropy in nats; 0 for no samples."""
        return self.loss_sum / self.samples if self.samples else 0.0

    @property
    def accuracy(self) -> float:
        """Share of samples whose highest logit is the label's; 0 for no samples."""
        return self.hits / self.samples if self.samples else 0.0


class Loss(Protocol):
    """How wrong a network is about samples whose ``labels`` are below ``classes``."""

    @property
    def classes(self) -> int:
        """How many different labels there may be."""

    def gradient(self, logits: Array, labels: Labels, scale: float = 1.0) -> Array:
        """Return ``scale`` · ∂J/∂logits of a batch, valid until the next call, and count it."""

    def take_tally(self) -> Tally:
        """Return what `gradient` counted since the last call."""

    def tally(self, logits: Array, labels: Labels) -> Tally:
        """Return loss and hits of any number of samples at once."""


class SoftmaxCrossEntropy:
    """J = −Σ_k t_k log p_k of p = softmax(z), averaged over the batch; z the network's logits.

    t is 1 for the label and 0 elsewhere, or with ``label_smoothing`` ε: (1 − ε) + ε/K for the label
    and ε/K elsewhere (Szegedy et al. 2016, section 7). `gradient` also counts loss and hits, which
    `take_tally` hands over: the figures of the training data come for free.
    """

    def __init__(
        self,
        classes: int,
        *,
        label_smoothing: float = 0.0,
        dtype: type[np.floating] = np.float32,
    ) -> None:
        if classes < 1:
            raise ValueError(f"a loss needs at least one class, not {classes}")
        if not 0 <= label_smoothing < 1:
            raise ValueError(f"label smoothing is at least 0 and below 1, not {label_smoothing}")
        self.classes = classes
        self.label_smoothing = label_smoothing
        self._dtype = dtype
        self._targets_of = np.full((classes, classes), label_smoothing / classes, dtype)
        np.fill_diagonal(self._targets_of, 1 - label_smoothing + label_smoothing / classes)
        self._workspace = Workspace()
        self._rows = 0
        self._loss_sum, self._hits, self._samples = 0.0, 0, 0

    def gradient(self, logits: Array, labels: Labels, scale: float = 1.0) -> Array:
        """Return ``scale`` · ∂J/∂z (n, classes) = scale/n · (p − t); valid until the next call.

        log p_k = z_k − log Σ_j e^{z_j}, so J = log Σ_j e^{z_j} − Σ_k t_k z_k (as Σ t = 1), and
        ∂J/∂z_k = e^{z_k}/Σ_j e^{z_j} − t_k = p_k − t_k: fused, neither a logarithm of 0 nor a
        division by a small p can occur. With m the row's maximum, J = log Σ_j e^{z_j − m} − Σ_k
        t_k (z_k − m) is the same number from harmless terms.

        ``scale`` is the optimiser's (see `Optimizer.scale`).
        """
        count = len(labels)
        if count != self._rows:
            self._resize(count)
        shifted, targets, found = self._shifted, self._targets, self._found
        sums, flat_sums, spread = self._sums, self._flat_sums, self._spread
        # The place of the maximum is wanted too, and NumPy finds both quicker this way round.
        logits.argmax(1, found)
        np.equal(found, labels, self._equal)
        self._hits += int(np.count_nonzero(self._equal))
        np.add(found, self._row_starts, found)
        logits.take(found, None, flat_sums, "clip")
        np.copyto(spread, sums)  # see Dense.forward: quicker than broadcasting
        np.subtract(logits, spread, shifted)
        self._targets_of.take(labels, 0, targets, "clip")
        self._loss_sum -= float(self._flat_shifted.dot(self._flat_targets))
        np.exp(shifted, shifted)
        shifted.dot(self._wide_ones, flat_sums)
        np.copyto(spread, sums)
        np.divide(shifted, spread, shifted)
        np.log(sums, sums)
        self._loss_sum += float(flat_sums.dot(self._ones))
        self._samples += count
        np.subtract(shifted, targets, shifted)
        np.multiply(shifted, self._dtype(scale / count), shifted)
        return shifted

    def take_tally(self) -> Tally:
        """Return loss and hits since the last call."""
        tally = Tally(self._loss_sum, self._hits, self._samples)
        self._loss_sum, self._hits, self._samples = 0.0, 0, 0
        return tally

    def tally(self, logits: Array, labels: Labels) -> Tally:
        """Return loss and hits of any number of rows at once, without touching own arrays."""
        shifted = logits - logits.max(axis=1, keepdims=True)
        agreement = np.einsum("nk,nk->", shifted, self._targets_of[labels], dtype=np.float64)
        hits = int(np.count_nonzero(shifted.argmax(axis=1) == labels))
        np.exp(shifted, shifted)
        partition = np.log(shifted.sum(axis=1)).sum(dtype=np.float64)
        return Tally(float(partition - agreement), hits, len(labels))

    def _resize(self, count: int) -> None:
        wide = (self.classes,)
        self._shifted = self._workspace.rows("shifted", count, wide, self._dtype)
        self._targets = self._workspace.rows("targets", count, wide, self._dtype)
        self._spread = self._workspace.rows("spread", count, wide, self._dtype)
        self._sums = self._workspace.rows("sums", count, (1,), self._dtype)
        self._found = self._workspace.rows("found", count, (), np.intp)
        self._equal = self._workspace.rows("equal", count, (), np.bool_)
        self._flat_shifted, self._flat_targets = self._shifted.ravel(), self._targets.ravel()
        self._flat_sums = self._sums.ravel()
        self._row_starts = np.arange(0, count * self.classes, self.classes)
        self._ones, self._wide_ones = np.ones(count, self._dtype), np.ones(wide, self._dtype)
        self._rows = count
