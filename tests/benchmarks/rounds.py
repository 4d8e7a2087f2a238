"""Contenders measured side by side, in rounds: a busy machine disturbs all of them alike."""

import sys
from collections.abc import Callable, Mapping
from time import perf_counter, sleep
from typing import TypeVar

Contender = TypeVar("Contender")

_PAUSE = 0.1  # seconds until the threads of the contender before have stopped waiting for work


def say(line: str) -> None:
    """Write one line of the result, at once: a run takes some minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def measured(
    works: Mapping[Contender, Callable[[], object]], rounds: int
) -> dict[Contender, list[float]]:
    """Return milliseconds of each contender in each round, after one round to warm up."""
    milliseconds: dict[Contender, list[float]] = {contender: [] for contender in works}
    for number in range(rounds + 1):
        for contender, work in works.items():
            sleep(_PAUSE)
            begun = perf_counter()
            work()
            if number:
                milliseconds[contender].append(1000 * (perf_counter() - begun))
    return milliseconds
