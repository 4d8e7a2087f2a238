"""The options that say how ink is told from paper, in the words of the window's Ink panel."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ocrdesk.cli.arguments import whole_number
from ocrdesk.errors import UsageError
from ocrdesk.ink_settings import (
    AUTOMATIC,
    MOST_DENOISE,
    MOST_SENSITIVITY,
    MOST_SPECKS,
    InkSettings,
    Rules,
    Threshold,
)


def add_ink_options(parser: argparse.ArgumentParser) -> None:
    """Declare them; all left out, ink is found automatically."""
    ink = parser.add_argument_group("ink", "how ink is told from paper (default: automatically)")
    ink.add_argument(
        "--threshold",
        choices=[threshold.value for threshold in Threshold],
        help="ink is what is half as dark as its own stroke, darker than its surroundings, or "
        "darker than one level of the page",
    )
    ink.add_argument(
        "--sensitivity",
        metavar="N",
        type=whole_number,
        help=f"-{MOST_SENSITIVITY} to {MOST_SENSITIVITY}: above 0 fainter marks are ink too",
    )
    ink.add_argument(
        "--denoise",
        metavar="N",
        type=whole_number,
        help=f"1 to {MOST_DENOISE}: smooth grain away first (0: where it is all over)",
    )
    ink.add_argument(
        "--specks",
        metavar="PERCENT",
        type=whole_number,
        help=f"0 to {MOST_SPECKS}: leave out ink smaller than so much of the letter height",
    )
    ink.add_argument(
        "--rules",
        choices=[rules.value for rules in Rules],
        help="printed lines: gone on ruled paper, kept, or removed with boxes and short ones",
    )


@dataclass(frozen=True, slots=True)
class InkWish:
    """What of the settings of ink was ``given``, by their names; raises ``ValueError``."""

    given: Mapping[str, Any]

    def __post_init__(self) -> None:
        self.over()  # knows the bounds

    def over(self, settings: InkSettings = AUTOMATIC) -> InkSettings:
        """Return settings with what was given in their place."""
        return replace(settings, **self.given)

    @property
    def is_given(self) -> bool:
        """Tell whether anything was said of ink."""
        return bool(self.given)


def ink_wish(arguments: argparse.Namespace) -> InkWish:
    """Return what was asked for; raises ``UsageError`` for a number that is too small or large."""
    given = {
        "threshold": None if arguments.threshold is None else Threshold(arguments.threshold),
        "sensitivity": arguments.sensitivity,
        "denoise": arguments.denoise,
        "specks": arguments.specks,
        "rules": None if arguments.rules is None else Rules(arguments.rules),
    }
    try:
        return InkWish({name: value for name, value in given.items() if value is not None})
    except ValueError as error:
        raise UsageError(f"The value of --{error}.", advice="See “ocrdesk read --help”.") from error
