"""Numbers as the commands take them; argparse turns what these raise into one line of advice."""

import argparse


def positive_number(text: str) -> int:
    """Return a whole number above zero."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number above zero")
    return number


def whole_number(text: str) -> int:
    """Return a whole number, which the services know the bounds of."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number") from None


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
