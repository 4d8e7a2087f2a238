"""The door: the window, or a command on the command line."""

import sys
from collections.abc import Sequence

from ocrdesk.cli import display, program


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ocrdesk with these arguments (the process's own by default); return the exit code."""
    return program.run(sys.argv[1:] if arguments is None else arguments, open_window=_open_window)


def _open_window(files: Sequence[str], smoke_test: bool) -> int:  # noqa: FBT001  # a callback
    try:
        from ocrdesk.ui import application
    except ImportError as problem:
        if ".so" not in str(problem):
            raise
        raise display.missing_library(problem) from problem
    return application.run(files, smoke_test=smoke_test)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # In a bundle this program is the interpreter too: that of a training's second process.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
