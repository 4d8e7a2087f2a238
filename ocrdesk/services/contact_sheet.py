"""All letters of one character on one sheet, so that those that do not belong stand out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.page.elements import Glyph
from ocrdesk.services.review import is_doubtful
from ocrdesk.services.review_pages import LetterPlace, ReviewPage, doubt

_FEWEST = 4  # letters: fewer have no centre to be far from


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A letter on a contact sheet.

    ``oddness`` orders the sheet: how far the letter is from the centre of all that are called the
    same, and how probably it is wrong; those at the end of the sheet are likely strangers.
    """

    place: LetterPlace
    glyph: Glyph
    oddness: float


class _Member(NamedTuple):
    place: LetterPlace
    glyph: Glyph
    feature: npt.NDArray[np.float32] | None


def characters_read(pages: Sequence[ReviewPage]) -> Mapping[str, int]:
    """Return how often each character stands on the pages, in the order of the characters."""
    counts = Counter(glyph.character for page in pages for glyph in page.page.glyphs)
    return dict(sorted(counts.items()))


def contact_sheet(pages: Sequence[ReviewPage], character: str) -> tuple[SheetEntry, ...]:
    """Return every letter that is called ``character``, confirmed or not, outliers last.

    The centre is the mean direction of the features of those that are confirmed or not doubtful,
    or of all where there are few. A letter that was not looked at yet counts by its probability
    alone.
    """
    members = [
        _Member(place, glyph, page.feature(glyph))
        for page in pages
        for place, glyph in page.letters()
        if glyph.character == character
    ]
    seen = [member for member in members if member.feature is not None]
    centre = _centre([m for m in seen if not is_doubtful(m.glyph)]) if seen else None
    if centre is None and seen:
        centre = _centre(seen)
    entries = [
        SheetEntry(member.place, member.glyph, _oddness(member, centre)) for member in members
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.oddness, entry.place)))


def _centre(members: Sequence[_Member]) -> npt.NDArray[np.float32] | None:
    """Return the mean direction of the features, of length one; None for too few."""
    if len(members) < _FEWEST:
        return None
    mean = np.stack([m.feature for m in members if m.feature is not None]).mean(axis=0)
    length = float(np.linalg.norm(mean))
    return None if length == 0 else np.asarray(mean / length, np.float32)


def _oddness(member: _Member, centre: npt.NDArray[np.float32] | None) -> float:
    """Return how far a letter is from the centre, and twice its chance to be wrong, as one.

    Of letters of a character, wrong and right ones are put in the right order 88 times of 100 (read
    words of held-out writers, unconfirmed); by distance alone 81, by probability alone 89. But a
    letter that a person confirmed has no doubt, and is told by its distance only.
    """
    far = 0.0
    if centre is not None and member.feature is not None:
        far = float(np.clip(1.0 - member.feature @ centre, 0.0, 1.0))
    return far + 2.0 * doubt(member.glyph)
