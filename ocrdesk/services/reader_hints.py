"""Which other reader fits a page, beyond doubt: a hand that is kept, or one of more characters."""

from collections.abc import Collection, Generator
from dataclasses import dataclass

from ocrdesk.page.elements import Page
from ocrdesk.services.case_telling import SMALL_READER, looks_small
from ocrdesk.services.hand_telling import HandShelf, tell_hand
from ocrdesk.services.progress import Progress
from ocrdesk.services.sign_telling import MARKS, find_signs
from ocrdesk.vision.layout import Layout


@dataclass(frozen=True, slots=True)
class ReaderHint:
    """The name of a reader that fits a page better, and why, in a sentence.

    ``is_unknown`` tells that the page is in letters that its reader does not know: what that says
    of how sure it is means nothing. ``finds_more`` tells that it is about ink that no box holds,
    which only a reading of the whole page finds.
    """

    reader: str
    told: str
    is_unknown: bool = False
    finds_more: bool = False


def hint_for(
    page: Page, layout: Layout, model: str, shelf: HandShelf
) -> Generator[Progress, None, ReaderHint | None]:
    """Return which reader fits a page that was read with ``model``; None if that may do.

    A hand goes before a model: it knows how its letters look, whatever their size.
    """
    hand = yield from tell_hand(page, layout, shelf)
    if hand is not None and hand.name == model:
        return None
    is_small = yield from looks_small(page, layout, model)
    if hand is not None:
        told = f"This page looks like “{hand.name}”."
        return ReaderHint(hand.name, told, is_unknown=is_small)
    if is_small:
        told = f"Most of this page looks like small letters, which {model} does not know."
        return ReaderHint(SMALL_READER, told, is_unknown=True)
    signs = yield from find_signs(page, layout, model)
    return _hint_of_signs(signs, model) if signs else None


def _hint_of_signs(signs: Collection[str], model: str) -> ReaderHint:
    """Return why the reader of signs fits a page that holds some of these kinds."""
    told = f"This page seems to hold question marks, which {model} does not know."
    if MARKS in signs:
        told = f"This page seems to hold full stops, commas or colons, which {model} does not know."
    if len(signs) > 1:
        told = (
            f"This page seems to hold full stops and question marks, which {model} does not know."
        )
    return ReaderHint(SMALL_READER, told, finds_more=MARKS in signs)
