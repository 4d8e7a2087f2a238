"""How many letters are wrong by what the reader says itself, where it can know."""

from collections.abc import Collection, Generator, Sequence
from typing import NamedTuple

from ocrdesk.services.error_intervals import Counts, expected_wrong
from ocrdesk.services.progress import Progress
from ocrdesk.services.review_pages import ReviewPage, doubt


class ExpectedErrors(NamedTuple):
    """How many letters are wrong to be expected, of how many.

    ``unconfirmed`` are all that nobody confirmed. ``unknowable`` of them are in letters that the
    reader does not know; they are in neither ``mean`` nor ``bounds``.
    """

    mean: float
    bounds: Counts
    unconfirmed: int
    letters: int
    unknowable: int = 0


def expect_errors(
    pages: Sequence[ReviewPage], unknown: Collection[int] = ()
) -> Generator[Progress, None, ExpectedErrors]:
    """Return what the probabilities of all letters tell, page by page.

    Not those of pages whose numbers are in ``unknown`` (`review_pages.believable`).
    """
    doubts: list[float] = []
    letters = unknowable = 0
    for place, page in enumerate(pages):
        yield Progress("Estimating", place / len(pages))
        letters += len(page.page.glyphs)
        found = [doubt(glyph) for glyph in page.page.glyphs if not glyph.is_confirmed]
        if page.number in unknown:
            unknowable += len(found)
        else:
            doubts += found
    yield Progress("Estimating", 1.0)
    mean, bounds = expected_wrong(doubts)
    return ExpectedErrors(mean, bounds, len(doubts) + unknowable, letters, unknowable)
