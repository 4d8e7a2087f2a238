"""What the worker does with what a person said of the rows of a page: reads the page by it."""

from collections.abc import Generator
from dataclasses import replace

from ocrdesk.page.elements import Page
from ocrdesk.services.fields import STEP, Field
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers.joining_work import OtherReading, read_anew
from ocrdesk.ui.session import OpenDocument


def read_by(
    opened: OpenDocument, recognizer: Recognizer | None, model: str, field: Field | None
) -> Generator[Progress, None, OtherReading]:
    """Read a page anew by a field, or without any, and join what was confirmed on it."""
    return read_anew(opened, recognizer, model, name=_name(field), as_if=_unsaid, field=field)


def _unsaid(page: Page) -> Page:
    """Return the page as if nothing had been said of its rows."""
    return replace(page, steps=tuple(step for step in page.steps if step.name != STEP))


def _name(field: Field | None) -> str:
    if field is None:
        return "Read without a pattern"
    return "Read by a pattern" if field.pattern else "Read by a list of words"
