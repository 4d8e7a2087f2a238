"""Learning rates over the course of training, as functions of the epoch."""

from dataclasses import dataclass
from math import cos, pi
from typing import Protocol


class Schedule(Protocol):
    """``schedule(epoch, epochs)``: the rate at ``epoch``, 0 ≤ epoch ≤ epochs, in fractions.

    The trainer asks before every batch; half-way through the second epoch ``epoch`` is 1.5.
    """

    def __call__(self, epoch: float, epochs: int) -> float:
        """Return the learning rate, above zero."""


@dataclass(frozen=True, slots=True)
class Constant:
    """The same rate always."""

    rate: float

    def __post_init__(self) -> None:
        _refuse_non_positive(self.rate, "rate")

    def __call__(self, epoch: float, epochs: int) -> float:  # noqa: ARG002
        """Return the rate."""
        return self.rate


@dataclass(frozen=True, slots=True)
class Step:
    """``rate`` multiplied by ``factor`` after every ``every`` epochs."""

    rate: float
    every: int
    factor: float = 0.1

    def __post_init__(self) -> None:
        _refuse_non_positive(self.rate, "rate")
        _refuse_non_positive(self.factor, "factor")
        if self.every < 1:
            raise ValueError(f"a step comes every 1 epoch or more, not {self.every}")

    def __call__(self, epoch: float, epochs: int) -> float:  # noqa: ARG002
        """Return rate · factor^⌊epoch/every⌋."""
        return float(self.rate * self.factor ** int(epoch // self.every))


@dataclass(frozen=True, slots=True)
class OneCycle:
    """Up from ``peak/start`` to ``peak`` in the first part of training, down to ``peak/end`` after.

    Smith 2018 (A disciplined approach to neural network hyper-parameters, section 4), with cosine
    ramps; the rise takes the share ``warmup`` of all epochs.
    """

    peak: float
    warmup: float = 0.3
    start: float = 25.0
    end: float = 1e4

    def __post_init__(self) -> None:
        _refuse_non_positive(self.peak, "peak")
        _refuse_non_positive(self.start, "start")
        _refuse_non_positive(self.end, "end")
        if not 0 < self.warmup < 1:
            raise ValueError(f"warmup is a share between 0 and 1, not {self.warmup}")

    def __call__(self, epoch: float, epochs: int) -> float:
        """Return the rate on the cosine from one corner to the next."""
        share = min(1.0, epoch / epochs)
        if share < self.warmup:
            return _ramp(self.peak / self.start, self.peak, share / self.warmup)
        return _ramp(self.peak, self.peak / self.end, (share - self.warmup) / (1 - self.warmup))


def _ramp(first: float, last: float, share: float) -> float:
    return last + (first - last) * (1 + cos(pi * share)) / 2


def _refuse_non_positive(value: float, name: str) -> None:
    if not 0 < value < float("inf"):
        raise ValueError(f"{name} must be above zero, not {value}")
