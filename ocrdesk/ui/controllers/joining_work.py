"""What the worker does with a page that was read anew as a whole: keeps what is confirmed."""

from collections.abc import Generator
from dataclasses import dataclass, replace

from ocrdesk.page.edits import Change, replace_predictions
from ocrdesk.page.elements import Page
from ocrdesk.page.rejoining import rejoined
from ocrdesk.services.fields import field_of
from ocrdesk.services.progress import Progress
from ocrdesk.services.rereading import reread
from ocrdesk.ui.controllers.page_work import ReadPage


@dataclass(frozen=True, slots=True)
class OtherReading:
    """What was read anew, and what the page ``before`` becomes by it."""

    read: ReadPage
    before: Page
    after: Page
    change: Change
    name: str


def join(read: ReadPage, page: Page, *, name: str) -> Generator[Progress, None, OtherReading]:
    """Join what was read with the page as it is now, by a step of that name.

    What was said of its rows counts for later readings, too, where no letter changes by it now.
    """
    yield Progress("Keeping what was confirmed", 1.0)
    after, change = rejoined(page, read.page, name=name)
    if not change and field_of(page) != field_of(read.page):
        after = replace(page, steps=read.page.steps)
        change = Change(name, frozenset(glyph.id for glyph in page.glyphs))
    if after.fields and change:  # what was said of letters, a page read anew does not know
        again = yield from reread(after, read.layout, read.recognizer)
        after, others = replace_predictions(after, again.glyphs)
        change = replace(change, glyph_ids=change.glyph_ids | others.glyph_ids)
    return OtherReading(read, page, after, change, name)
