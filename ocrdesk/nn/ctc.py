"""Texts without places: connectionist temporal classification (Graves and others 2006).

A network over a row of writing gives logits for each frame, a column of the row, and the truth is a
text, of which nobody says where its letters stand. "The paper" is A. Graves, S. Fernández, F. Gomez
and J. Schmidhuber (2006), Connectionist temporal classification: labelling unsegmented sequence
data with recurrent neural networks, ICML.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ocrdesk.nn.arrays import Array
from ocrdesk.nn.ctc_states import GUARDS, NEVER, Logs, States, Whole, backward, forward
from ocrdesk.nn.loss import log_softmax
from ocrdesk.nn.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CtcTally:
    """Loss summed over items, and how many were left out; tallies add up."""

    loss_sum: float = 0.0
    samples: int = 0
    left_out: int = 0

    def __add__(self, other: "CtcTally") -> "CtcTally":
        return CtcTally(
            self.loss_sum + other.loss_sum,
            self.samples + other.samples,
            self.left_out + other.left_out,
        )

    @property
    def loss(self) -> float:
        """Mean over the samples, those left out not among them, in nats a label; 0 for none."""
        return self.loss_sum / self.samples if self.samples else 0.0


class CtcLoss:
    """J, the mean over the items of −log P(labels | logits) divided by the number of labels.

    The last class is the blank. With y = softmax(logits) in each frame, a labelling π of all frames
    has the probability Π_t y_{t,π_t}. It reads as the text that is left when equal neighbours are
    merged and then blanks taken out, and P(l) is the sum over all π that read as l (the paper,
    section 3.1).

    Two equal labels need a blank between them: items with fewer frames than labels and equal
    neighbours together have P = 0. They are left out of gradient and mean, and counted. An item
    without labels, all of it blank, is divided by 1.

    The gradient (section 4). In l′, the labels with blanks around each, α_t(s) is the probability
    of all beginnings π_1 … π_t that end in state s, and β_t(s) that of all endings behind them
    (here without y_t, which the paper's β holds a second time; see `ctc_states`). In every frame
    P = Σ_s α_t(s) β_t(s), and each term holds y_{t,l′_s} once, so that

        ∂P/∂log y_{t,k} = Σ_{s: l′_s = k} α_t(s) β_t(s) = P γ_{t,k}, where Σ_k γ_{t,k} = 1.

    With ∂log y_j/∂z_k = [j = k] − y_k that makes

        ∂(−log P)/∂z_{t,k} = −Σ_j γ_{t,j} ([j = k] − y_{t,k}) = y_{t,k} − γ_{t,k},

    as in `SoftmaxCrossEntropy`, with γ, how sure the text is of each class there, for the truth.
    α and β are kept as logarithms: an unlikely text of some hundred frames has no probability that
    a number could hold.
    """

    def __init__(self, classes: int, *, dtype: type[np.floating] = np.float32) -> None:
        if classes < 2:
            raise ValueError(f"a text needs a class besides the blank, not {classes} in all")
        self.classes = classes
        self._dtype = dtype
        self._workspace = Workspace()
        self._tally = CtcTally()

    def gradient(
        self, logits: Array, frames: Whole, labels: Sequence[Whole], scale: float = 1.0
    ) -> Array:
        """Return ``scale`` · ∂J/∂logits (n, T, classes); valid until the next call.

        Of item i the first ``frames[i]`` of T frames count; those behind get gradient zero.
        ``labels[i]`` are its classes, none of them the blank. ``scale`` is the optimiser's (see
        `Optimizer.scale`). Raises ``ValueError`` for frames and labels that cannot be.
        """
        count, whole, classes = logits.shape
        if classes != self.classes:
            raise ValueError(f"logits are of {classes} classes, not of {self.classes}")
        states = States.of(frames, labels, logits.shape)
        logs = self._new("logs", count, whole, classes + 1, dtype=np.float64)
        alpha = self._new("alpha", states.longest, states.size, dtype=np.float64)
        _set_logs(logits, logs)
        forward(logs, states, alpha)
        totals, parts = states.totals(alpha), np.maximum(states.lengths, 1)
        tally = _tally(totals, states)
        self._tally += tally
        backward(logs, states, alpha)
        # exp(log αβ − ∞) is 0: nothing comes of what does not fit, nor of the last guards.
        by_state = np.full(states.size, np.inf)
        states.by_text(by_state)[...] = np.where(states.fits, totals, np.inf)[:, None]
        np.subtract(alpha, by_state, alpha)
        weights = np.where(states.fits, scale / (max(tally.samples, 1) * parts), 0)
        return self._weighted(logs, states, alpha, weights)

    def _weighted(self, logs: Logs, states: States, occupied: Logs, weights: Logs) -> Array:
        """Return weights (n,) · (y − γ), from log αβ/P of each state."""
        (count, whole, _), longest = logs.shape, states.longest
        by_state = self._new("by state", longest, states.size)
        np.exp(occupied, by_state)
        which = self._new("which", *states.classes.shape, self.classes)
        which[...] = 0
        np.put_along_axis(which, states.classes[:, :, None], 1, axis=2)
        by_class = self._new("by class", count, longest, self.classes)
        by_text = states.by_text(by_state)[:, :, GUARDS:]
        np.matmul(by_text.transpose(1, 0, 2), which, by_class)
        gradient = self._new("gradient", count, whole, self.classes)
        inside = gradient[:, :longest]
        np.exp(logs[:, :longest, :-1], inside)
        np.subtract(inside, by_class, inside)
        lasting = np.arange(longest) < states.frames[:, None]
        by_frame = (weights[:, None] * lasting).astype(self._dtype)
        np.multiply(inside, by_frame[:, :, None], inside)
        gradient[:, longest:] = 0
        return gradient

    def _new(self, name: str, *shape: int, dtype: type[np.floating] | None = None) -> NDArray[Any]:
        """Return an array out of the workspace, whatever its last shape was."""
        return self._workspace.rows(name, prod(shape), (), dtype or self._dtype).reshape(shape)

    def take_tally(self) -> CtcTally:
        """Return the loss since the last call."""
        tally, self._tally = self._tally, CtcTally()
        return tally

    def tally(self, logits: Array, frames: Whole, labels: Sequence[Whole]) -> CtcTally:
        """Return the loss of any items, without touching own arrays."""
        states = States.of(frames, labels, logits.shape)
        return _tally(_totals(logits, states), states)


def log_likelihoods(logits: Array, frames: Whole, labels: Sequence[Whole]) -> Logs:
    """Return log P(labels | logits) (n,) of items as for `CtcLoss`, −∞ where they do not fit."""
    states = States.of(frames, labels, logits.shape)
    return np.where(states.fits, _totals(logits, states), -np.inf)


def best_path(logits: Array, frames: Whole) -> list[list[int]]:
    """Return the text of each item's likeliest labelling (the paper, section 3.2).

    The best class of each frame of (n, T, classes), equal neighbours merged, blanks taken out.
    Another text may be likelier, in more labellings.
    """
    best, blank = logits.argmax(axis=2), logits.shape[2] - 1
    is_read = (best != blank) & (np.arange(logits.shape[1]) < np.asarray(frames)[:, None])
    is_read[:, 1:] &= best[:, 1:] != best[:, :-1]
    return [row[read].tolist() for row, read in zip(best, is_read, strict=True)]


def _set_logs(logits: Array, logs: Logs) -> None:
    """Set log y (n, T, classes + 1), and behind them what is never.

    One item at a time: what `log_softmax` needs on the side stays small, and in the cache.
    """
    for item, own in zip(logits, logs, strict=True):
        log_softmax(item, own[:, :-1])
    logs[:, :, -1] = NEVER


def _totals(logits: Array, states: States) -> Logs:
    count, whole, classes = logits.shape
    logs, alpha = np.empty((count, whole, classes + 1)), np.empty((states.longest, states.size))
    _set_logs(logits, logs)
    forward(logs, states, alpha)
    return states.totals(alpha)


def _tally(totals: Logs, states: States) -> CtcTally:
    """Return what log P (n,) adds to the loss."""
    fitting = states.fits
    counted = int(np.count_nonzero(fitting))
    losses = -totals[fitting] / np.maximum(states.lengths[fitting], 1)
    return CtcTally(float(losses.sum()), counted, len(totals) - counted)
