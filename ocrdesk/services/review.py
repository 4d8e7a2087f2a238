"""Which letters a person should look at, and how many are left."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ocrdesk.page.elements import UNREADABLE, Glyph, Page

DOUBTFUL_BELOW = 0.98
"""A letter that nobody confirmed is doubtful if its probability is less than this.

Readers are surer than they should be: on pages two in seven letters of 0.9 to 0.98 are wrong, of
surer ones one in eighty. So is all that cannot be read, however sure that is. Who says how many
errors to accept gets another line than this one (`services.doubt_line`), which the functions here
are given as ``below``.
"""


TARGETS = (0.005, 0.01, 0.02, 0.05)
"""The shares of errors that a person can choose to accept."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many glyphs a page has, how many of them are doubtful and how many confirmed."""

    letters: int = 0
    doubtful: int = 0
    confirmed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.letters + other.letters,
            self.doubtful + other.doubtful,
            self.confirmed + other.confirmed,
        )

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(
            self.letters - other.letters,
            self.doubtful - other.doubtful,
            self.confirmed - other.confirmed,
        )


def is_doubtful(glyph: Glyph, *, below: float = DOUBTFUL_BELOW) -> bool:
    """Tell whether a person should look at the glyph; thousands are asked when a page is shown."""
    if glyph.correction is not None:
        return False
    if not glyph.predictions:
        return below > 0.0
    character, probability = glyph.predictions[0]
    return character == UNREADABLE or probability < below


def tally(page: Page, *, below: float = DOUBTFUL_BELOW) -> Tally:
    """Count the glyphs of a page."""
    return _count(page.glyphs, below)


def tally_change(
    before: Page, after: Page, glyph_ids: Collection[int], *, below: float = DOUBTFUL_BELOW
) -> Tally:
    """Count what an edit added to the tally, where it changed none but these glyphs."""
    old, new = (
        {i: page.glyph(i) for i in glyph_ids if i in page} for page in (before, after)
    )  # fmt: skip
    gone = [glyph for i, glyph in old.items() if new.get(i) is not glyph]
    come = [glyph for i, glyph in new.items() if old.get(i) is not glyph]
    return _count(come, below) - _count(gone, below)


def _count(glyphs: Sequence[Glyph], below: float) -> Tally:
    confirmed = sum(glyph.correction is not None for glyph in glyphs)
    doubtful = sum(is_doubtful(glyph, below=below) for glyph in glyphs)
    return Tally(len(glyphs), doubtful, confirmed)
