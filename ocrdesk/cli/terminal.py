"""What the commands print: errors in one line, progress only where a person watches."""

import os
import sys
import unicodedata
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Protocol, TextIO, TypeVar

from ocrdesk.errors import OcrdeskError, OutputError

Result = TypeVar("Result")


class StageReport(Protocol):
    """A report that says what is being done and how much of it is."""

    @property
    def stage(self) -> str:
        """What is being done, in a few words."""

    @property
    def fraction(self) -> float:
        """How much of the whole is done, 0 to 1."""


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}  # UAX 9, explicit ones


def make_streams_safe() -> None:
    """Let no character stop the output: what the terminal cannot show is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def complain(problem: OcrdeskError) -> None:
    """Print the error with its advice as one line on stderr."""
    note(str(problem))


def note(sentence: str) -> None:
    """Print one line for the person on stderr, out of the way of the result."""
    if stream := _stream("stderr"):
        with suppress(OSError):  # whom to tell?
            print(f"ocrdesk: {one_line(sentence)}", file=stream, flush=True)


def one_line(text: str) -> str:
    """Return the text in one line that cannot command the terminal, as names of files might.

    White space becomes single spaces; other control characters, and those that turn the direction
    of writing, are shown as escapes.
    """
    return "".join(
        sign.encode("unicode_escape").decode("ascii")
        if unicodedata.category(sign) == "Cc" or unicodedata.bidirectional(sign) in _TURNING
        else sign
        for sign in " ".join(text.split())
    )


def write(text: str) -> None:
    """Print the result; it ends with a line break, unless there is nothing in it.

    Raises OutputError where it cannot be written, BrokenPipeError where nobody reads on.
    """
    stream = _open_output()
    with _failure_told():
        print(text, end="" if not text or text.endswith("\n") else "\n", file=stream)


def write_now(part: str) -> None:
    """Print a part of the result as it is, to be seen at once; raises like `write`."""
    stream = _open_output()
    with _failure_told():
        print(part, end="", file=stream, flush=True)


def write_bytes(parts: Iterable[bytes]) -> None:
    """Print a result that is no text; raises like `write`."""
    stream = _open_output()
    with _failure_told():
        stream.flush()
        stream.buffer.writelines(parts)


def counted(count: int, thing: str, things: str = "") -> str:
    """Return "1 letter", "2 letters", with thousands set off."""
    return f"{count:,} {thing if count == 1 else things or f'{thing}s'}"


def is_watched() -> bool:
    """Tell whether the result goes to a terminal, and not to a file or another program."""
    stream = _stream("stdout")
    return stream is not None and stream.isatty()


def flush() -> None:
    """Send what was written on its way; raises like `write`."""
    if stream := _stream("stdout"):
        with _failure_told():
            stream.flush()


def forsake_output() -> None:
    """Let go of what cannot be written: Python would try, and complain, once more at its exit."""
    if stream := _stream("stdout"):
        with suppress(OSError):  # a stream that is no file
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _stream(name: str) -> TextIO | None:
    """Return the standard stream; None where whoever started the program closed it."""
    stream: TextIO | None = getattr(sys, name, None)
    return stream


def _open_output() -> TextIO:
    stream = _stream("stdout")
    if stream is None:
        raise OutputError("The standard output is closed.", advice="Open it, or write to a file.")
    return stream


@contextmanager
def _failure_told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"The output cannot be written: {error.strerror or error}.",
            advice="Free some space, or send it elsewhere.",
        ) from error


def follow(task: Generator[StageReport, None, Result], *, title: str) -> Result:
    """Drive a service to its result; where stderr is a terminal, show how far it is."""
    from ocrdesk.services.progress import run

    stream = _stream("stderr")
    if stream is None or not stream.isatty():
        return run(task)
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (
        TextColumn("{task.fields[title]}", markup=False),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as display:
        shown = display.add_task("", total=1.0, title=one_line(title))

        def show(report: StageReport) -> None:
            display.update(shown, completed=report.fraction, description=one_line(report.stage))

        return run(task, show)


def table(rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> str:
    """Return the rows as columns two spaces apart; columns in ``right`` are set flush right.

    Names of files among them are shown in one line (``one_line``); other texts stay as they are.
    """
    rows = [[one_line(cell) if not cell.isprintable() else cell for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if position in right else cell.ljust(width)
            for position, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
