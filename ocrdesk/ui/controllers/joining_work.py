"""What the worker does with a page that was read anew as a whole: keeps what is confirmed."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

from ocrdesk.page.edits import Change, replace_predictions
from ocrdesk.page.elements import Page
from ocrdesk.page.rejoining import rejoined
from ocrdesk.services.fields import Field, field_of
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
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
    """Join what was read, by a ``field`` or not, with the page as it is now, as a step so named.

    What was said of its rows counts for later readings, too, where no letter changes by it now.
    """
    yield Progress("Keeping what was confirmed", 1.0)
    after, change = rejoined(page, read.page, name=name)
    if not change and field_of(page) != field_of(read.page):
        after = replace(page, steps=read.page.steps)
        change = Change(name, frozenset(glyph.id for glyph in page.glyphs))
    if after.fields and change:  # what was said of letters, a page read anew does not know
        again = yield from reread(after, read.layout, read.recognizer, field=field)
        after, others = replace_predictions(after, again.glyphs)
        change = replace(change, glyph_ids=change.glyph_ids | others.glyph_ids)
    return OtherReading(read, page, after, change, name, field)
