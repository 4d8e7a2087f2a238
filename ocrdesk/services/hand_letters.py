"""Letters of filled-in practice sheets, to learn a hand from or to train on."""

from collections.abc import Sequence
from pathlib import Path

from ocrdesk.formats.character_file import CharacterPictures
from ocrdesk.services.cutting_out import SIDE, squared
from ocrdesk.services.hand_sheet import SheetReading
from ocrdesk.services.letters import Letters
from ocrdesk.vision.patches import PatchGeometry, cut_patches


def letters_of(readings: Sequence[SheetReading], geometry: PatchGeometry) -> Letters:
    """Return the letters that are beyond doubt as a reader of that geometry sees them."""
    sure = [letter for reading in readings for letter in reading.sure]
    patches = cut_patches([letter.ink for letter in sure], geometry)
    return Letters(patches, tuple(letter.character for letter in sure))


def characters_of(readings: Sequence[SheetReading]) -> CharacterPictures:
    """Return the letters that are beyond doubt; all pages are by one writer, named by the first."""
    characters = CharacterPictures(SIDE)
    writer = Path(readings[0].source).stem if readings else ""
    for reading in readings:
        for letter in reading.sure:
            characters.add(letter.character, writer, squared(letter.ink))
    return characters
