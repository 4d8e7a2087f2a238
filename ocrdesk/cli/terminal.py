"""What the commands print: errors in one line, progress only where a person watches."""

import sys
from collections.abc import Generator, Sequence
from typing import Protocol, TypeVar

from ocrdesk.errors import OcrdeskError

Result = TypeVar("Result")


class StageReport(Protocol):
    """A report that says what is being done and how much of it is."""

    @property
    def stage(self) -> str:
        """What is being done, in a few words."""

    @property
    def fraction(self) -> float:
        """How much of the whole is done, 0 to 1."""


def make_streams_safe() -> None:
    """Let no character stop the output: what the terminal cannot show is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def complain(problem: OcrdeskError) -> None:
    """Print the error with its advice as one line on stderr."""
    note(" ".join(str(problem).split()))


def note(sentence: str) -> None:
    """Print one line for the person on stderr, out of the way of the result."""
    print(f"ocrdesk: {sentence}", file=sys.stderr, flush=True)


def write(text: str) -> None:
    """Print the result; it ends with a line break, unless there is nothing in it."""
    print(text, end="" if not text or text.endswith("\n") else "\n")


def is_watched() -> bool:
    """Tell whether the result goes to a terminal, and not to a file or another program."""
    return bool(getattr(sys, "stdout", None)) and sys.stdout.isatty()


def flush() -> None:
    """Send what was written on its way; a program started without a terminal has none."""
    if getattr(sys, "stdout", None):
        sys.stdout.flush()


def follow(task: Generator[StageReport, None, Result], *, title: str) -> Result:
    """Drive a service to its result; where stderr is a terminal, show how far it is."""
    if not sys.stderr.isatty():
        return _result(task)
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (
        TextColumn("{task.fields[title]}", markup=False),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as display:
        shown = display.add_task("", total=1.0, title=title)
        while True:
            try:
                report = next(task)
            except StopIteration as end:
                result: Result = end.value
                return result
            display.update(shown, completed=report.fraction, description=report.stage)


def _result(task: Generator[StageReport, None, Result]) -> Result:
    from ocrdesk.services.progress import run

    return run(task)


def table(rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> str:
    """Return the rows as columns two spaces apart; columns in ``right`` are set flush right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if position in right else cell.ljust(width)
            for position, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
