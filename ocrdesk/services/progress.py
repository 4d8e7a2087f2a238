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
