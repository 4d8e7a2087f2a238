"""A page read anew as a whole and joined with what a person did to it: what a reading changes."""

from collections.abc import Generator
from dataclasses import replace

from ocrdesk.page.edits import Change, replace_predictions
from ocrdesk.page.elements import Page
from ocrdesk.page.rejoining import rejoined
from ocrdesk.services.fields import Field, field_of
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.vision.layout import Layout


def join_reading(
    page: Page,
    read: Page,
    layout: Layout,
    *,
    recognizer: Recognizer,
    name: str,
    field: Field | None = None,
) -> Generator[Progress, None, tuple[Page, Change]]:
    """Join what was ``read`` in a layout, by a ``field`` or not, with the page as it is now.

    What is confirmed stays (`page.rejoining`). What was said of its rows counts for later readings,
    too, where no letter changes by it now. The change is a step of that ``name``.
    """
    yield Progress("Keeping what was confirmed", 1.0)
    after, change = rejoined(page, read, name=name)
    if not change and field_of(page) != field_of(read):
        after = replace(page, steps=read.steps)
        change = Change(name, frozenset(glyph.id for glyph in page.glyphs))
    if after.fields and change:  # what was said of letters, a page read anew does not know
        again = yield from reread(after, layout, recognizer, field=field)
        after, others = replace_predictions(after, again.glyphs)
        change = replace(change, glyph_ids=change.glyph_ids | others.glyph_ids)
    return after, change
