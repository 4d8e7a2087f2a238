"""What a text may be at in each frame: the states of CTC, and the sums over all ways through them.

All texts of a batch lie one after the other in one row of states, so that each frame takes a few
NumPy calls on contiguous arrays, whatever the number of texts and their lengths. Sources as in
`ctc`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from ocrdesk.nn.arrays import Shape

Logs: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.intp]
Number = TypeVar("Number", bound=np.floating)
Whole: TypeAlias = Sequence[int] | NDArray[np.integer]
"""Whole numbers in a row."""

NEVER = -1e30
"""For the logarithm of 0: sums and differences of it are numbers still, and exp makes them 0."""
GUARDS = 2
"""States before each text's first in which it never is: what the first two look back at, and what
the last two of the text before look ahead at."""


@dataclass(frozen=True, slots=True)
class States:
    """The states of n texts: labels with blanks around each, the paper's l′, behind two guards.

    A text of L labels has 2L + 1 states; those behind, up to S of the longest, are blanks that no
    way comes back from. In a row they are n · (2 + S), and two guards more: ``size``.
    """

    classes: Indices
    """(n, S) of each state"""
    frames: Indices
    """(n,) that count"""
    lengths: Indices
    """(n,) of the texts: L"""
    fits: NDArray[np.bool_]
    """(n,) whether there is any way through"""
    places: Indices
    """(size,) of a state's class in log-probabilities (n, T, classes + 1), at the first frame; a
    guard's is the one behind all classes"""
    leap: Logs
    """(size,) 0 where a state may follow the last but one, skipping a blank, else `NEVER`"""
    final: Logs
    """(size,) 0 in the last blank and the last label, where a text may end, else `NEVER`"""

    @classmethod
    def of(cls, frames: Whole, labels: Sequence[Whole], shape: Shape) -> "States":
        """Return those of labels in logits of that shape; ``ValueError`` for what is none."""
        count, whole, classes = shape
        lasting = _checked_frames(frames, count, whole)
        lengths, padded = _checked_labels(labels, count, classes)
        is_label = np.arange(padded.shape[1]) < lengths[:, None]
        is_twin = (padded[:, 1:] == padded[:, :-1]) & is_label[:, 1:]
        states = np.full((count, 2 * padded.shape[1] + 1), classes - 1)
        states[:, 1::2] = padded
        high = GUARDS + states.shape[1]
        places = np.full((count + 1, high), classes)
        places[:count, GUARDS:] = states
        places += (whole * (classes + 1) * np.arange(count + 1))[:, None]
        places[count] = places[0, 0]
        leap, final = np.full((2, count + 1, high), NEVER)
        leap[:count, GUARDS + 3 :: 2] = np.where(is_twin, NEVER, 0)
        for item, length in enumerate(lengths):
            final[item, GUARDS + max(2 * length - 1, 0) : GUARDS + 2 * length + 1] = 0
        return cls(
            classes=states,
            frames=lasting,
            lengths=lengths,
            fits=lengths + np.count_nonzero(is_twin, axis=1) <= lasting,
            places=places.ravel()[: count * high + GUARDS],
            leap=leap.ravel()[: count * high + GUARDS],
            final=final.ravel()[: count * high + GUARDS],
        )

    @property
    def size(self) -> int:
        """How long all of them are in a row."""
        return len(self.places)

    @property
    def longest(self) -> int:
        """How many frames have to be looked at."""
        return int(self.frames.max(initial=0))

    def by_text(self, row: NDArray[Number]) -> NDArray[Number]:
        """Show (…, size) as (…, n, 2 + S)."""
        count, high = self.classes.shape
        return row[..., :-GUARDS].reshape(*row.shape[:-1], count, GUARDS + high)

    def totals(self, alpha: Logs) -> Logs:
        """Return log P (n,): each text's last blank or last label, in its last frame."""
        last = self.by_text(alpha)[self.frames - 1, np.arange(len(self.frames))]
        totals: Logs = np.logaddexp.reduce(last + self.by_text(self.final), axis=1)
        return totals


def forward(logs: Logs, states: States, alpha: Logs) -> None:
    """Set log α (longest, size) from log-probabilities (n, T, classes + 1), the last `NEVER`.

    α_t(s) is the probability of all beginnings of t frames that end in state s: that of its class
    in frame t times the sum of α_{t−1}(s), α_{t−1}(s−1) and, where s may follow it, α_{t−1}(s−2).
    """
    flat, step = logs.reshape(-1), logs.shape[2]
    here, sums = np.empty(states.size), _Sums(states.size)
    start = np.full(states.size, NEVER)
    states.by_text(start)[:, GUARDS : GUARDS + 2] = 0
    for frame, now in enumerate(alpha):
        flat[frame * step :].take(states.places, out=here, mode="clip")
        if frame == 0:
            np.add(start, here, now)
            continue
        before = alpha[frame - 1]
        np.add(before[:-2], states.leap[2:], sums.terms[2])
        sums.add_up(before[2:], before[1:-1], now[2:])
        now[:GUARDS] = NEVER
        np.add(now, here, now)


def backward(logs: Logs, states: States, alpha: Logs) -> None:
    """Make log α to log αβ: the probability of all labellings that are in s in frame t.

    β_t(s) is the probability of all endings behind frame t from state s: the sum over the states s,
    s + 1 and, where it may follow, s + 2 of β_{t+1} times the class's probability in frame t + 1.
    In a text's last frame it is 1 in the two states that may be its end, and behind it 0.
    """
    flat, step = logs.reshape(-1), logs.shape[2]
    beta, here, sums = np.full(states.size, NEVER), np.empty(states.size), _Sums(states.size)
    ends, final = states.by_text(beta), states.by_text(states.final)
    stops = set((states.frames - 1).tolist())
    for frame in range(len(alpha) - 1, -1, -1):
        if frame in stops:
            np.copyto(ends, final, where=(states.frames == frame + 1)[:, None])
        np.add(alpha[frame], beta, alpha[frame])
        flat[frame * step :].take(states.places, out=here, mode="clip")
        np.add(here, beta, here)
        np.add(here[2:], states.leap[2:], sums.terms[2])
        sums.add_up(here[:-2], here[1:-1], beta[:-2])


class _Sums:
    """Logarithms of sums of three, with scratch."""

    def __init__(self, size: int) -> None:
        self.terms = np.empty((3, size - GUARDS))
        """The third is set by whoever wants the sum."""
        self._most = np.empty(size - GUARDS)

    def add_up(self, one: Logs, other: Logs, result: Logs) -> None:
        """Set log(e^one + e^other + e^third); the largest is taken out, so that it is exact."""
        terms, most = self.terms, self._most
        np.maximum(one, other, out=most)
        np.maximum(most, terms[2], out=most)
        np.subtract(one, most, terms[0])
        np.subtract(other, most, terms[1])
        np.subtract(terms[2], most, terms[2])
        np.exp(terms, terms)
        np.add(terms[0], terms[1], result)
        np.add(result, terms[2], result)
        np.log(result, result)
        np.add(result, most, result)


def _checked_frames(frames: Whole, count: int, whole: int) -> Indices:
    found = np.asarray(frames)
    if found.shape != (count,) or not np.issubdtype(found.dtype, np.integer):
        raise ValueError(f"frames are {found.dtype} {found.shape}, one whole number for each item")
    if count and not 1 <= found.min() <= found.max() <= whole:
        raise ValueError(f"items have 1 to {whole} frames, not {found.min()} to {found.max()}")
    return found.astype(np.intp)


def _checked_labels(labels: Sequence[Whole], count: int, classes: int) -> tuple[Indices, Indices]:
    """Return how many there are (n,), and all of them padded with blanks (n, most)."""
    if len(labels) != count:
        raise ValueError(f"{len(labels)} rows of labels for {count} items")
    lengths = np.fromiter(map(len, labels), np.intp, count)
    together = [label for item in labels for label in item]
    found = np.asarray(together) if together else np.zeros(0, np.intp)
    if not np.issubdtype(found.dtype, np.integer):
        raise ValueError(f"labels are {found.dtype}, not integers")
    if together and not 0 <= found.min() <= found.max() < classes - 1:
        raise ValueError(
            f"labels are 0 to {classes - 2}, {classes - 1} is the blank: "
            f"found {found.min()} to {found.max()}"
        )
    padded = np.full((count, lengths.max(initial=0)), classes - 1)
    padded[np.arange(padded.shape[1]) < lengths[:, None]] = found
    return lengths, padded
