"""How far a service is, and driving one to its result."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from time import sleep
from typing import TypeVar

Result = TypeVar("Result")
Report = TypeVar("Report")
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a service is: the stage in words a person understands, and the fraction done."""

    stage: str
    fraction: float


def run(
    task: Generator[Report, None, Result], tell: Callable[[Report], object] | None = None
) -> Result:
    """Return what the service returns; every report goes to ``tell``, or is dropped."""
    while True:
        try:
            report = next(task)
        except StopIteration as end:
            result: Result = end.value
            return result
        if tell is not None:
            tell(report)


def as_part(
    task: Generator[float, None, Result], stage: str, *, start: float = 0.0, share: float = 1.0
) -> Generator[Progress, None, Result]:
    """Tell the fractions that a task yields as one stage: that ``share`` of the whole, from start.

    Returns what the task returns.
    """
    return _told_as(task, lambda fraction: Progress(stage, start + share * fraction))


def within(
    task: Generator[Progress, None, Result], *, start: float = 0.0, share: float = 1.0
) -> Generator[Progress, None, Result]:
    """Tell a task's progress as that ``share`` of a whole, from ``start`` on.

    Returns what the task returns.
    """
    return _told_as(task, lambda told: Progress(told.stage, start + share * told.fraction))


def renamed(
    task: Generator[Progress, None, Result], stages: Mapping[str, str]
) -> Generator[Progress, None, Result]:
    """Tell a task's progress with some of its stages called otherwise.

    Returns what the task returns.
    """
    return _told_as(task, lambda told: Progress(stages.get(told.stage, told.stage), told.fraction))


def part_of(
    task: Generator[float, None, Result], *, start: float, share: float
) -> Generator[float, None, Result]:
    """Tell the fractions that a task yields as that ``share`` of another task's, from ``start`` on.

    Returns what the task returns.
    """
    return _told_as(task, lambda fraction: start + share * fraction)


def gently(
    task: Generator[Report, None, Result], *, pause: float
) -> Generator[Report, None, Result]:
    """Drive a task with so many seconds' pause between its steps; return what it returns.

    For what nobody waits for: others have the processor in between.
    """

    def rested(told: Report) -> Report:
        sleep(pause)
        return told

    return _told_as(task, rested)


def _told_as(
    task: Generator[Told, None, Result], change: Callable[[Told], Report]
) -> Generator[Report, None, Result]:
    """Drive a task, each of its reports changed; return what it returns."""
    while True:
        try:
            told = next(task)
        except StopIteration as end:
            result: Result = end.value
            return result
        yield change(told)
