"""The command line as a whole: which command is meant, and what happens when it goes wrong."""

import argparse
import shlex
from collections.abc import Callable, Sequence

from ocrdesk import __version__
from ocrdesk.cli import (
    adapt,
    align,
    display,
    evaluate,
    experiment,
    interrupts,
    models,
    profiles,
    read,
    sheet,
    terminal,
    train,
    train_rows,
    window,
)
from ocrdesk.cli.parsing import Parser
from ocrdesk.errors import OcrdeskError, OutputError, UsageError

_COMMANDS = {
    "read": read,
    "evaluate": evaluate,
    "train": train,
    "train-rows": train_rows,
    "experiment": experiment,
    "align": align,
    "models": models,
    "sheet": sheet,
    "adapt": adapt,
    "profiles": profiles,
}
_INTERRUPTED = 130  # 128 + SIGINT, as shells report it
_BROKEN_PIPE = 141  # 128 + SIGPIPE

_USAGE = "ocrdesk [FILE ...]\n       ocrdesk COMMAND ..."
_DESCRIPTION = "Reads hand-printed pages. Without a command, opens the window (on these files)."


def run(arguments: Sequence[str], *, open_window: Callable[[Sequence[str], bool], int]) -> int:
    """Run one command, or open the window; return the exit code.

    ``open_window`` takes the files to open and whether to close again once the first is painted.
    """
    terminal.make_streams_safe()
    try:
        with interrupts.never_swallowed():
            code = _dispatch(arguments, open_window)
            terminal.flush()
    except OcrdeskError as problem:
        terminal.complain(problem)
        if isinstance(problem, OutputError):
            terminal.forsake_output()
        return problem.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        terminal.forsake_output()
        return _BROKEN_PIPE
    return code


def _dispatch(arguments: Sequence[str], open_window: Callable[[Sequence[str], bool], int]) -> int:
    first = arguments[0] if arguments else ""
    if first not in {*_COMMANDS, "-h", "--help", "--version"}:
        wish = window.parse(Parser, arguments, commands=list(_COMMANDS))
        if not wish.question:
            display.check()
            return open_window(wish.files, wish.smoke_test)
        arguments = [wish.question]
    try:
        chosen, unknown = _command_line().parse_known_args(arguments)
        if unknown:
            raise UsageError(
                f"“{chosen.program}” does not know “{unknown[0]}”.",
                advice=f"See “{chosen.program} --help”.",
            )
        chosen.command_line = shlex.join(["ocrdesk", *arguments])
    except SystemExit as end:  # after --help and --version
        return int(end.code or 0)
    return int(chosen.run(chosen))


def _command_line() -> argparse.ArgumentParser:
    parser = Parser(
        prog="ocrdesk",
        usage=_USAGE,
        description=_DESCRIPTION,
        epilog="“ocrdesk COMMAND --help” tells about one command.",
    )
    parser.add_argument("--version", action="version", version=f"ocrdesk {__version__}")
    commands = parser.add_subparsers(
        prog="ocrdesk", title="commands", metavar="COMMAND", required=True
    )
    for name, command in _COMMANDS.items():
        summary = (command.__doc__ or "").splitlines()[0]
        chosen = commands.add_parser(name, help=command.SUMMARY, description=summary)
        command.add_arguments(chosen)
        chosen.set_defaults(run=command.run)
    return parser
