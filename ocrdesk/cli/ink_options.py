"""The options that say how ink is told from paper, in the words of the window's Ink panel."""

import argparse

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
        default=AUTOMATIC.threshold.value,
        help="ink is what is half as dark as its own stroke, darker than its surroundings, or "
        "darker than one level of the page",
    )
    ink.add_argument(
        "--sensitivity",
        metavar="N",
        type=whole_number,
        default=AUTOMATIC.sensitivity,
        help=f"-{MOST_SENSITIVITY} to {MOST_SENSITIVITY}: above 0 fainter marks are ink too",
    )
    ink.add_argument(
        "--denoise",
        metavar="N",
        type=whole_number,
        default=AUTOMATIC.denoise,
        help=f"1 to {MOST_DENOISE}: smooth grain away first (0: where it is all over)",
    )
    ink.add_argument(
        "--specks",
        metavar="PERCENT",
        type=whole_number,
        default=AUTOMATIC.specks,
        help=f"0 to {MOST_SPECKS}: leave out ink smaller than so much of the letter height",
    )
    ink.add_argument(
        "--rules",
        choices=[rules.value for rules in Rules],
        default=AUTOMATIC.rules.value,
        help="printed lines: gone on ruled paper, kept, or removed with boxes and short ones",
    )


def ink_settings(arguments: argparse.Namespace) -> InkSettings:
    """Return what was asked for; raises ``UsageError`` for a number that is too small or large."""
    try:
        return InkSettings(
            Threshold(arguments.threshold),
            arguments.sensitivity,
            arguments.denoise,
            arguments.specks,
            Rules(arguments.rules),
        )
    except ValueError as error:
        raise UsageError(f"The value of --{error}.", advice="See “ocrdesk read --help”.") from error
