"""Capitals of single characters: what stands in one box stays in one box.

``str.upper`` writes ß as SS, and ﬁ as FI. A person who types ß for a box means one letter, and gets
the one that is on the key: its capital ẞ is on few keyboards and in few fonts, and forms in
capitals have kept names with ß in them (MÜßIG) all along.
"""

from collections.abc import Iterable


def capital(character: str) -> str:
    """Return the capital of a character, or itself where it has none of one character."""
    found = character.upper()
    return found if len(found) == 1 else character


def capitals(text: str) -> str:
    """Return a text of the same length in capitals."""
    return "".join(map(capital, text))


def has_small_letters(characters: Iterable[str]) -> bool:
    """Tell whether any is a small letter beside capitals; ß, which has none, is of either case."""
    return any(character != capital(character) for character in characters)
