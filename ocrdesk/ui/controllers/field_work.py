"""What the worker does with a field for the whole of a page: reads the page by it."""

from collections.abc import Generator
from dataclasses import dataclass, replace

from ocrdesk.page.elements import Page
from ocrdesk.page.field_edits import named
from ocrdesk.services.field_trial import Outcome, Told, told_of
from ocrdesk.services.fields import STEP, Field
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers.joining_work import OtherReading, read_anew
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import later

OLD_NAMES = (later("Read by a pattern"), later("Read without a pattern"))
"""What steps about the whole page were called once: histories of older documents have them."""


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What was tried on the whole page: what it would become, and what a person is told of it."""

    told: Told
    other: OtherReading


Tried = Outcome | PageOutcome


def try_on_page(
    opened: OpenDocument, recognizer: Recognizer | None, model: str, field: Field | None
) -> Generator[Progress, None, PageOutcome]:
    """Read a page anew by a field, or without its own, and join what was confirmed on it.

    Raises ``UsageError`` for a field that its reader cannot write.
    """
    if field is not None and recognizer is not None:
        field.scorer(recognizer.charset)  # complains before any ink is looked at
    name = named() if field is None else named(field.pattern, field.words)
    steps = read_anew(opened, recognizer, model, name=name, as_if=_unsaid, field=field)
    other = yield from steps
    told = told_of(other.before, other.after, field, other.read.recognizer.charset)
    return PageOutcome(told, other)


def _unsaid(page: Page) -> Page:
    """Return the page as if nothing had been said of its rows."""
    return replace(page, steps=tuple(step for step in page.steps if step.name != STEP))
