"""Drives a service to its result for callers that do not want its reports."""

from collections.abc import Generator
from typing import Any, TypeVar

Result = TypeVar("Result")


def run(task: Generator[Any, None, Result]) -> Result:
    """Return what the service returns, dropping every report."""
    while True:
        try:
            next(task)
        except StopIteration as end:
            result: Result = end.value
            return result
