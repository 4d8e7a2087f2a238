"""How far a service is, and driving one to its result for callers that do not want to know."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a service is: the stage in words a person understands, and the fraction done."""

    stage: str
    fraction: float


def run(task: Generator[Any, None, Result]) -> Result:
    """Return what the service returns, dropping every report."""
    while True:
        try:
            next(task)
        except StopIteration as end:
            result: Result = end.value
            return result


def as_part(
    task: Generator[float, None, Result], stage: str, *, start: float = 0.0, share: float = 1.0
) -> Generator[Progress, None, Result]:
    """Tell the fractions that a task yields as one stage: that ``share`` of the whole, from start.

    Returns what the task returns.
    """
    while True:
        try:
            fraction = next(task)
        except StopIteration as end:
            result: Result = end.value
            return result
        yield Progress(stage, start + share * fraction)
