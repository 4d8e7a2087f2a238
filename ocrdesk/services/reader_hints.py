"""Which other reader fits a page, beyond doubt: a hand that is kept, or one of small letters."""

from collections.abc import Generator
from dataclasses import dataclass

from ocrdesk.page.elements import Page
from ocrdesk.services.case_telling import SMALL_READER, looks_small
from ocrdesk.services.hand_telling import HandShelf, tell_hand
from ocrdesk.services.progress import Progress
from ocrdesk.vision.layout import Layout


@dataclass(frozen=True, slots=True)
class ReaderHint:
    """The name of a reader that fits a page better, and why, in a sentence."""

    reader: str
    told: str


def hint_for(
    page: Page, layout: Layout, model: str, shelf: HandShelf
) -> Generator[Progress, None, ReaderHint | None]:
    """Return which reader fits a page that was read with ``model``; None if that may do.

    A hand goes before a model: it knows how its letters look, whatever their size.
    """
    hand = yield from tell_hand(page, layout, shelf)
    if hand is not None:
        if hand.name == model:
            return None
        return ReaderHint(hand.name, f"This page looks like “{hand.name}”.")
    if (yield from looks_small(page, layout, model)):
        told = f"Most of this page looks like small letters, which {model} does not know."
        return ReaderHint(SMALL_READER, told)
    return None
