"""Letters of filled-in practice sheets as a file of labelled characters, to train on."""

from collections.abc import Sequence
from pathlib import Path

from ocrdesk.formats.character_file import CharacterPictures
from ocrdesk.services.cutting_out import SIDE, squared
from ocrdesk.services.hand_sheet import SheetReading


def characters_of(readings: Sequence[SheetReading]) -> CharacterPictures:
    """Return the letters that are beyond doubt; all pages are by one writer, named by the first."""
    characters = CharacterPictures(SIDE)
    writer = Path(readings[0].source).stem if readings else ""
    for reading in readings:
        for letter in reading.sure:
            characters.add(letter.character, writer, squared(letter.ink))
    return characters
