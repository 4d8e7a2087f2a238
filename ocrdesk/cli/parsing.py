"""The parser of all commands: what argparse finds wrong is told as every other mistake is."""

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from ocrdesk.cli import terminal
from ocrdesk.errors import UsageError

# What argparse says and what is said instead; {0} is the option, or the command where there is
# none. Its messages are the same from Python 3.11 to 3.13.
_WORDS = (
    (r"the following arguments are required: (.+)", "“{prog}” needs {0}"),
    (r"one of the arguments (.+) is required", "“{prog}” needs one of {0}"),
    (r"unrecognized arguments: (\S+).*", "“{prog}” does not know “{0}”"),
    (r"argument (\S+): expected one argument", "“{0}” needs a value"),
    (r"argument (\S+): expected at least one argument", "“{0}” needs at least one value"),
    (r"argument (\S+): ignored explicit argument .+", "“{0}” takes no value"),
    (r"argument (\S+): not allowed with argument (\S+)", "“{0}” does not go with “{1}”"),
    (r"ambiguous option: (\S+) could match (.+)", "“{0}” may mean {1}"),
    (r"argument (\S+): (.+)", "{0}: {1}"),
)
_BOTH_FORMS = re.compile(r"(?<![\w-])-\w/(?=--)")  # the short one of “-o/--output”


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks as the rest of this program does.

    What it parsed has the ``program``, with all its subcommands, that the last word was for.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.set_defaults(program=self.prog)

    def error(self, message: str) -> NoReturn:
        """Tell of a mistake; raises ``UsageError``."""
        raise UsageError(f"{self._told(message)}.", advice=f"See “{self.prog} --help”.")

    def _told(self, message: str) -> str:
        said = _BOTH_FORMS.sub("", message)
        for pattern, words in _WORDS:
            found = re.fullmatch(pattern, said, re.DOTALL)
            if found:
                return words.format(*found.groups(), prog=self.prog)
        return said[:1].upper() + said[1:]

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Refuse what is not among the choices, which are listed as other errors list theirs."""
        if action.choices is None or value in action.choices:
            return
        options = [option for option in action.option_strings if option.startswith("--")]
        where = f"“{options[0]}”" if options else f"“{self.prog}”"
        names = [str(choice) for choice in action.choices]
        raise UsageError(
            f"{where} does not know “{value}”.",
            advice=f"Choose {_listed(names)}; see “{self.prog} --help”.",
        )

    def _print_message(self, message: str, file: object = None) -> None:
        """Print the help or the version; argparse would pass over an output that is full."""
        del file
        terminal.write(message)


def _listed(names: Sequence[str]) -> str:
    """Return “a”, “a or b”, “a, b or c”."""
    return " or ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
