"""Numbers and files as the commands take them; what these raise becomes one line of advice."""

import argparse
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from ocrdesk.errors import UsageError
from ocrdesk.services.row_weights import MOST_WEIGHT

DASH = "-"
"""Standard input and output, where a command knows them."""
DEFAULT_MODEL = "print36"
"""What reads where nothing is said; a test holds it to the services', too slow for ``--help``."""


def positive_number(text: str) -> int:
    """Return a whole number above zero."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number above zero")
    return number


def weight(text: str) -> float:
    """Return a number from zero to ten."""
    try:
        number = float(text.replace("_", " "))  # Python's 1_0 is ten, a person's a slip
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= MOST_WEIGHT:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 0 to {MOST_WEIGHT:g}")
    return abs(number)  # -0 is 0


def whole_number(text: str) -> int:
    """Return a whole number, which the services know the bounds of."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number") from None


def rising_numbers(text: str) -> tuple[int, ...]:
    """Return positive whole numbers with commas between them, each larger than the one before."""
    numbers = tuple(positive_number(part) for part in text.split(","))
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        raise argparse.ArgumentTypeError(f"each number must be larger than the last: “{text}”")
    return numbers


def seed(text: str) -> int:
    """Return a whole number that random streams can start from: zero or above."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from zero on")
    return int(text)


def model(text: str) -> str:
    """Return the name or file of a model; an empty one is no wish for the default."""
    if not text.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not a model; leave it out for the default")
    return text


def add_model(parser: argparse._ActionsContainer, told: str) -> None:
    """Declare the model of a command, and which one it is where nothing is said."""
    parser.add_argument(
        "-m",
        "--model",
        metavar="NAME",
        type=model,
        help=f"{told} (default: {DEFAULT_MODEL})",
    )


def file(text: str) -> Path:
    """Return the path of a file or folder; "-" is none, since only ``read`` knows the streams."""
    if text == DASH:
        raise argparse.ArgumentTypeError(
            "“-” stands for standard input and output in “ocrdesk read” alone; name a file"
        )
    return Path(text)


def output(text: str) -> Path | None:
    """Return the file to write to; None, which is standard output, for "-"."""
    return None if text == DASH else Path(text)


def refuse_no_files(files: Sequence[str]) -> None:
    """Raise UsageError for what is no name of a file."""
    addresses = [file for file in files if "://" in file]
    if addresses:
        raise UsageError(
            f"“{addresses[0]}” is an address, not a file.", advice="Download the picture first."
        )
    if "" in files:
        raise UsageError("One of the files has an empty name.", advice="Check the command line.")
    if files.count(DASH) > 1:
        raise UsageError("Standard input can be read once.", advice="Leave one “-” out.")
