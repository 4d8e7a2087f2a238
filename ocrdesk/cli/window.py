"""What the bare ``ocrdesk [FILE ...]`` asks for: the window, on which files."""

import argparse
import difflib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ocrdesk.cli.arguments import DASH
from ocrdesk.errors import ImageFileError, UsageError
from ocrdesk.formats.presence import is_there, obstacle


@dataclass(frozen=True, slots=True)
class WindowWish:
    """The files to open in the window, and whether to close it again once one is painted.

    With a ``question``, which is ``--help`` or ``--version``, that is answered instead.
    """

    files: tuple[str, ...]
    smoke_test: bool
    question: str = ""


def parse(
    parser_type: Callable[..., argparse.ArgumentParser],
    arguments: Sequence[str],
    *,
    commands: Sequence[str],
) -> WindowWish:
    """Return what the arguments ask for; raises UsageError, or ImageFileError if no file exists."""
    parser = parser_type(prog="ocrdesk", add_help=False)
    parser.add_argument("files", nargs="*")
    # For the checks of the packaged program: open, read and paint the first file, then exit 0.
    parser.add_argument("--smoke-test", action="store_true", help=argparse.SUPPRESS)
    for names in (("-h", "--help"), ("--version",)):
        parser.add_argument(*names, dest="question", action="store_const", const=names[-1])
    chosen = parser.parse_args(arguments)
    files = tuple(chosen.files)
    if chosen.question:  # behind a file too: only a command mistyped is told first
        if files and not is_there(files[0]) and _near(files[0], commands):
            raise _nothing_to_open(files[0], commands)
        return WindowWish(files, chosen.smoke_test, chosen.question)
    if DASH in files:
        raise UsageError(
            "The window opens files, not what another program hands over.",
            advice="Read that with “ocrdesk read -”.",
        )
    are_there = [is_there(file) for file in files]
    # A missing name before files that are there may be a command mistyped.
    if files and not are_there[0] and (not any(are_there) or _near(files[0], commands)):
        raise _nothing_to_open(files[0], commands)
    return WindowWish(files, chosen.smoke_test)


def _nothing_to_open(name: str, commands: Sequence[str]) -> UsageError | ImageFileError:
    blocked = obstacle(name)
    if blocked is not None:
        from ocrdesk.formats.image_decoding import unreadable

        return unreadable(Path(name), blocked)
    if Path(name).suffix or os.sep in name:
        return ImageFileError(
            f"There is no file “{name}”.", advice="Check the name and the folder."
        )
    near = _near(name, commands)
    advice = (
        f"Did you mean “ocrdesk {near}”?"
        if near
        else f"The commands are {', '.join(commands)}; see “ocrdesk --help”."
    )
    return UsageError(f"There is neither a command nor a file named “{name}”.", advice=advice)


def _near(name: str, commands: Sequence[str]) -> str:
    """Return the command that a name may stand for, mistyped; nothing for the name of a file."""
    if Path(name).suffix or os.sep in name:
        return ""
    return next(iter(difflib.get_close_matches(name.lower(), commands, n=1)), "")
