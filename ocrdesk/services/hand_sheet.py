"""Practice sheets: the page to print for some characters, and the letters in a photo of one."""

import enum
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import SheetError, UsageError
from ocrdesk.formats.image_file import SourceImage
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.charset import PRINT36, PRINT62, Charset
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import Ink, cut_patches
from ocrdesk.vision.practice_cells import Cell, CellDoubt, cut_cells
from ocrdesk.vision.practice_code import encode
from ocrdesk.vision.practice_finding import Missed, find_practice_sheet
from ocrdesk.vision.practice_flattening import flatten
from ocrdesk.vision.practice_page import PracticePage
from ocrdesk.vision.preprocess import to_grey

CHARSETS = {"print36": PRINT36, "print62": PRINT62}
"""Names of characters to ask for; any others are given as they are."""

MOST_COPIES = 40
_COARSE = 3.0  # pixels to a millimetre: with fewer, letters are no larger than their patches
_UNLIKE, _SURELY = 0.002, 0.98  # probabilities of the letter asked for, and of another
_ALIKE = ("O0Q", "I1l|!/", "S5", "Z2", "B8", "G6", "UV", "UVu", "'.,-", "g9q", "DO0", "17", "4Y")


class LetterDoubt(enum.Enum):
    """Why a letter of a sheet may not be what its cell asked for, in words."""

    NONE = ""
    EMPTY = "left empty"
    OVERFLOWING = "reaches beyond its box"
    BLACKENED = "filled in"
    UNLIKE = "looks like another letter"


@dataclass(frozen=True, slots=True, eq=False)
class SheetLetter:
    """One cell of a sheet: the character it asked for, and what was written there.

    ``ink`` (h, w) is 255 on 0, a pixel where the cell is empty; ``outline`` (4, 2) is where its
    corners are in the photo, ``box`` is around them, both in pixels. ``row`` and ``column`` count
    from 0. ``seen_as`` is the character it looks like, where that is the doubt.
    """

    character: str
    ink: Ink
    outline: npt.NDArray[np.float64]
    box: BoundingBox
    doubt: LetterDoubt
    row: int
    column: int
    seen_as: str = ""

    @property
    def has_ink(self) -> bool:
        """Tell whether something was written that may be the letter."""
        return self.doubt not in {LetterDoubt.EMPTY, LetterDoubt.BLACKENED}


@dataclass(frozen=True, slots=True, eq=False)
class SheetReading:
    """The letters of one page of a practice sheet, in reading order.

    ``source`` says where the photo came from, ``marks`` how many of the four corner marks were
    found in it.
    """

    page: PracticePage
    letters: tuple[SheetLetter, ...]
    source: str
    marks: int

    @property
    def sure(self) -> tuple[SheetLetter, ...]:
        """The letters to learn from without looking at them again."""
        return tuple(letter for letter in self.letters if letter.doubt is LetterDoubt.NONE)

    @property
    def doubtful(self) -> tuple[SheetLetter, ...]:
        """The letters to be looked at before anything learns from them."""
        return tuple(
            letter
            for letter in self.letters
            if letter.has_ink and letter.doubt is not LetterDoubt.NONE
        )

    @property
    def without_letter(self) -> tuple[SheetLetter, ...]:
        """The cells that were left empty or filled in."""
        return tuple(letter for letter in self.letters if not letter.has_ink)


def plan_sheet(characters: str, *, copies: int, paper: str) -> PracticePage:
    """Return the first page of a sheet that asks for characters, each ``copies`` times.

    ``characters`` are a name in ``CHARSETS``, or the characters themselves, in which spaces do not
    count. Raises ``UsageError`` where they cannot be asked for.
    """
    named = CHARSETS.get(characters)
    wanted = named.characters if named else "".join(dict.fromkeys("".join(characters.split())))
    if not 1 <= copies <= MOST_COPIES:
        raise UsageError(
            f"A sheet cannot ask {copies} times for each character.",
            advice=f"Ask for 1 to {MOST_COPIES}.",
        )
    try:
        page = PracticePage(Charset(wanted).characters, copies, paper)
    except ValueError as error:
        raise UsageError(
            f"No practice sheet asks for “{characters}”.",
            advice=f"Give {' or '.join(CHARSETS)}, or the characters themselves. ({error})",
        ) from error
    try:
        encode(page)
    except ValueError as error:
        raise UsageError(
            f"{len(wanted)} such characters are too many for one sheet.",
            advice="Make two sheets with fewer characters each.",
        ) from error
    return page


def read_hand_sheet(
    image: SourceImage, recognizer: Recognizer | None = None
) -> Generator[Progress, None, SheetReading]:
    """Return the letters of a practice sheet that was photographed or scanned, any way up.

    With a recognizer, letters are doubtful that it surely takes for quite another one it knows: a
    cell may have been skipped, and all behind it hold the wrong letter. Raises ``SheetError`` where
    the picture shows no sheet that can be read.
    """
    yield Progress("Looking for the sheet", 0.0)
    grey = to_grey(image.pixels)
    found = find_practice_sheet(grey)
    if isinstance(found, Missed):
        raise _not_found(found, image.source)
    if found.resolution < _COARSE:
        raise SheetError(
            f"The practice sheet in “{image.source}” is too small: a millimetre of it has "
            f"{found.resolution:.1f} pixels.",
            advice="Photograph it from nearer, so that it fills the picture, or scan it at 200 dpi "
            "or more.",
        )
    yield Progress("Flattening the sheet", 0.2)
    flat = flatten(grey, found)
    yield Progress("Cutting the letters out", 0.6)
    cells = cut_cells(found.page, flat)
    seen_as = [""] * len(cells)
    if recognizer is not None:
        yield Progress("Comparing the letters", 0.9)
        seen_as = _taken_for(cells, recognizer)
    size = (image.width, image.height)
    letters = tuple(
        _letter(place, cell, other, size)
        for place, (cell, other) in enumerate(zip(cells, seen_as, strict=True))
    )
    yield Progress("Done", 1.0)
    return SheetReading(found.page, letters, image.source, found.marks)


def _letter(place: int, cell: Cell, seen_as: str, size: tuple[int, int]) -> SheetLetter:
    doubt = LetterDoubt[cell.doubt.name]
    if doubt is LetterDoubt.NONE and seen_as:
        doubt = LetterDoubt.UNLIKE
    row, column = PracticePage.position(place)
    other = seen_as if doubt is LetterDoubt.UNLIKE else ""
    box = _around(cell.outline, size)
    return SheetLetter(cell.character, cell.ink, cell.outline, box, doubt, row, column, other)


def _around(outline: npt.NDArray[np.float64], size: tuple[int, int]) -> BoundingBox:
    """Return the box around points of a picture, inside it and never empty."""
    low = np.clip(np.floor(outline.min(axis=0)).astype(int), 0, np.array(size) - 1)
    high = np.clip(np.ceil(outline.max(axis=0)).astype(int), low + 1, size)
    return BoundingBox(*low.tolist(), *high.tolist())


def _taken_for(cells: tuple[Cell, ...], recognizer: Recognizer) -> list[str]:
    """Return what each letter is surely taken for where that is quite another; "" elsewhere."""
    charset = recognizer.charset
    seen_as = [""] * len(cells)
    known = [
        place
        for place, cell in enumerate(cells)
        if cell.doubt is CellDoubt.NONE and cell.character in charset
    ]
    if not known:
        return seen_as
    patches = cut_patches([cells[place].ink for place in known], recognizer.geometry)
    given, is_character = recognizer.judge(patches)
    for place, row, share in zip(known, given, is_character, strict=True):
        asked, other = cells[place].character, charset[int(row.argmax())]
        is_sure = row[charset.index(asked)] < _UNLIKE and row.max() * share > _SURELY
        if is_sure and not _are_alike(asked, other):
            seen_as[place] = other
    return seen_as


def _are_alike(one: str, other: str) -> bool:
    """Tell whether hands write two characters so alike that a reader's word counts for little."""
    if one.casefold() == other.casefold():
        return True
    return any(one in group and other in group for group in _ALIKE)


def _not_found(missed: Missed, source: str) -> SheetError:
    if missed.is_newer:
        return SheetError(
            f"The practice sheet in “{source}” was made by a newer ocrdesk.",
            advice="Update ocrdesk, or print a sheet with this version.",
        )
    if missed.marks >= 3:
        return SheetError(
            f"The practice sheet in “{source}” is there, but the code between its corner squares "
            "cannot be read.",
            advice="Lay it flat and photograph it from nearer, with more light and a steady hand.",
        )
    if missed.marks:
        return SheetError(
            f"Of the four corner squares of a practice sheet “{source}” shows only {missed.marks}.",
            advice="Photograph the whole page, lying flat, with nothing on its corners.",
        )
    return SheetError(
        f"“{source}” shows no practice sheet.",
        advice="Photograph the printed side, all of it, sharp and with its four corner squares.",
    )
