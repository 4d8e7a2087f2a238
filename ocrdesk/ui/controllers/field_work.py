"""What the worker does with what a person said of the rows of a page: reads the page by it."""

from collections.abc import Generator
from dataclasses import replace

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.page.elements import Page
from ocrdesk.services.fields import STEP, Field
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers import page_work
from ocrdesk.ui.controllers.joining_work import OtherReading, join
from ocrdesk.ui.session import OpenDocument


def read_by(
    opened: OpenDocument, recognizer: Recognizer | None, model: str, field: Field | None
) -> Generator[Progress, None, OtherReading]:
    """Read a page anew by a field, or without any, and join what was confirmed on it."""
    image, page = opened.image, opened.page
    if image is None or page is None:
        raise ValueError("neither image nor page to read anew")
    return _read_by(image, page, recognizer, model, field=field)


def _read_by(
    image: SourceImage,
    page: Page,
    recognizer: Recognizer | None,
    model: str,
    *,
    field: Field | None,
) -> Generator[Progress, None, OtherReading]:
    before = replace(page, steps=tuple(step for step in page.steps if step.name != STEP))
    read = yield from page_work.read_image(image, recognizer, model, before=before, field=field)
    return (yield from join(read, page, name=_name(field)))


def _name(field: Field | None) -> str:
    if field is None:
        return "Read without a pattern"
    return "Read by a pattern" if field.pattern else "Read by a list of words"
