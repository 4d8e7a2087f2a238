"""A practice sheet among the open pages: noticed, and its letters taken as confirmed ones.

Confirmed letters are what a reader learns from, so a sheet needs no list of its own: its page gets
a confirmed glyph for every sure letter, one edit that can be undone like any other.
"""

from collections import defaultdict
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.formats.practice_sheet_file import ENGLISH, SheetWords, write_practice_sheet
from ocrdesk.page.differences import outcome
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.services.hand_sheet import (
    LetterDoubt,
    SheetLetter,
    SheetReading,
    read_hand_sheet,
)
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import cut_patches
from ocrdesk.vision.practice_marks import find_marks
from ocrdesk.vision.practice_page import PracticePage
from ocrdesk.vision.preprocess import to_grey

_MARKS = 3  # with which a sheet can be read


def look_for_sheet(image: SourceImage) -> Generator[Progress, None, bool]:
    """Tell whether a picture looks like a practice sheet: a fifth of a second for any page."""
    yield Progress("Looking for a practice sheet", 0.0)
    return len(find_marks(to_grey(image.pixels), closely=False)) >= _MARKS


@dataclass(frozen=True, slots=True)
class TakenSheet:
    """A sheet that was read, and the edit that puts its letters on its page."""

    reading: SheetReading
    edit: Callable[[Page], tuple[Page, Change]]


def print_sheet(
    path: str, first: PracticePage, words: SheetWords = ENGLISH
) -> Generator[Progress, None, None]:
    """Write a practice sheet as PDF. Raises ``OutputError`` and ``UsageError``."""
    yield Progress("Drawing the sheet", 0.0)
    write_practice_sheet(path, first, words)


def take_sheet(image: SourceImage, recognizer: Recognizer) -> Generator[Progress, None, TakenSheet]:
    """Read a practice sheet for its page. Raises ``SheetError``."""
    reading = yield from read_hand_sheet(image, recognizer)
    return TakenSheet(reading, taking_letters(reading, recognizer))


def taking_letters(
    reading: SheetReading, recognizer: Recognizer
) -> Callable[[Page], tuple[Page, Change]]:
    """Return the edit that puts the letters of a sheet in the place of what was read on its page.

    Sure letters are confirmed; doubtful ones wait for a person, with what the recognizer takes them
    for. Each box is a word of its own, and boxes without a letter leave nothing.
    """
    predictions = _predictions(reading, recognizer)

    def take(page: Page) -> tuple[Page, Change]:
        rows: defaultdict[int, list[Word]] = defaultdict(list)
        first = page.next_glyph_id
        for place, (letter, own) in enumerate(predictions):
            sure = letter.doubt is LetterDoubt.NONE
            correction = letter.character if sure else None
            glyph = Glyph(first + place, letter.box, own, correction, reader=recognizer.reader)
            rows[letter.row].append(Word((glyph,)))
        lines = tuple(Line(tuple(words)) for _, words in sorted(rows.items()))
        return outcome("Take the letters of the sheet", page, replace(page, lines=lines))

    return take


def _predictions(
    reading: SheetReading, recognizer: Recognizer
) -> list[tuple[SheetLetter, tuple[Prediction, ...]]]:
    """Return the letters that have ink, each with what the recognizer takes it for."""
    letters = [letter for letter in reading.letters if letter.has_ink]
    if not letters:
        return []
    patches = cut_patches([letter.ink for letter in letters], recognizer.geometry)
    shares = recognizer.classify(patches)
    return [
        (letter, recognizer.predictions(row)) for letter, row in zip(letters, shares, strict=True)
    ]
