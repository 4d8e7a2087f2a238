"""What the worker does with a page that was read anew as a whole: keeps what is confirmed."""

from collections.abc import Callable, Generator
from dataclasses import dataclass

from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.services.fields import Field
from ocrdesk.services.joined_reading import join_reading
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers import page_work
from ocrdesk.ui.controllers.page_work import ReadPage
from ocrdesk.ui.session import OpenDocument


@dataclass(frozen=True, slots=True)
class OtherReading:
    """What was read anew, by a ``field`` or not, and what the page ``before`` becomes by it."""

    read: ReadPage
    before: Page
    after: Page
    change: Change
    name: str
    field: Field | None = None


def read_anew(
    opened: OpenDocument,
    recognizer: Recognizer | None,
    model: str,
    *,
    name: str,
    as_if: Callable[[Page], Page],
    field: Field | None = None,
) -> Generator[Progress, None, OtherReading]:
    """Read a page anew, by a ``field`` or not, and join what was confirmed on it.

    It is read ``as_if`` its page had been another one before; the image is not turned either.
    """
    image, page = opened.image, opened.page
    if image is None or page is None:
        raise ValueError("neither image nor page to read anew")
    read = page_work.read_image(image, recognizer, model, before=as_if(page), field=field)
    return _joined(read, page, name, field)


def _joined(
    reading: Generator[Progress, None, ReadPage], page: Page, name: str, field: Field | None
) -> Generator[Progress, None, OtherReading]:
    read = yield from reading
    return (yield from join(read, page, name=name, field=field))


def join(
    read: ReadPage, page: Page, *, name: str, field: Field | None = None
) -> Generator[Progress, None, OtherReading]:
    """Join what was read, by a ``field`` or not, with the page as it is now, as a step so named."""
    task = join_reading(
        page, read.page, read.layout, recognizer=read.recognizer, name=name, field=field
    )
    after, change = yield from task
    return OtherReading(read, page, after, change, name, field)
