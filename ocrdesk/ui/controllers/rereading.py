"""How a page read a second time joins the page that a person went on editing meanwhile."""

from functools import partial

from ocrdesk.page.edits import replace_predictions
from ocrdesk.page.elements import Page
from ocrdesk.ui.session import Edit


def edit_for(page: Page, read: Page, *, name: str) -> Edit:
    """Return the edit that gives ``page`` what was read again.

    Glyphs that were confirmed, moved or deleted since the reading began stay as they are now.
    """
    fresh = [
        glyph
        for glyph in read.glyphs
        if glyph.id in page
        and not page.glyph(glyph.id).is_confirmed
        and page.glyph(glyph.id).box == glyph.box
    ]
    return partial(replace_predictions, read=fresh, name=name)


def summary(before: Page, after: Page | None) -> str:
    """Return a sentence that tells how many glyphs show another character than before."""
    glyphs = after.glyphs if after is not None else ()
    count = sum(before.glyph(glyph.id).character != glyph.character for glyph in glyphs)
    if not count:
        return "Read again: no letter changed."
    return f"Read again: {count} letter{'s' if count > 1 else ''} changed."
