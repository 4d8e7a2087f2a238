"""How a page read a second time joins the page that a person went on editing meanwhile."""

from functools import partial

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import NOTHING, Change, replace_predictions
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.ui.session import Edit
from ocrdesk.ui.translation import tr


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


def unless_alike(edit: Edit) -> Edit:
    """Return the edit, which does nothing where the same reader reads each letter as before.

    What it would change is how probable letters are, in the last digits as a rule: no step that
    anybody would look for, nor work to be saved.
    """

    def edited(page: Page) -> tuple[Page, Change]:
        after, change = edit(page)
        pairs = ((page.glyph(i), after.glyph(i)) for i in change.glyph_ids)
        is_alike = all(a.character == b.character and a.reader == b.reader for a, b in pairs)
        return (page, NOTHING) if is_alike else (after, change)

    return edited


def in_the_place_of(glyph: Glyph, page: Page) -> int | None:
    """Return the glyph of a page read anew that covers most of another one's box, if any does."""
    shared = {other.id: _shared(glyph.box, other.box) for other in page.glyphs}
    best = max(shared, key=lambda glyph_id: shared[glyph_id], default=None)
    return best if best is not None and shared[best] else None


def _shared(one: BoundingBox, other: BoundingBox) -> int:
    both = one.intersection(other)
    return both.area if both else 0


def summary(before: Page, after: Page | None, *, reader: str = "") -> str:
    """Return a sentence that tells how many letters are others than before.

    ``reader`` is who read the page, where another one did before. What was parted otherwise counts
    as changed, whatever it was read as.
    """
    glyphs = after.glyphs if after is not None else ()
    old = {glyph.box: glyph.character for glyph in before.glyphs}
    new = {glyph.box: glyph.character for glyph in glyphs}
    changed, gone = new.items() - old.items(), old.items() - new.items()
    count = max(len(changed), len(gone))
    if not count and reader:
        told = tr("{name} read this page anew: no letter changed.")
    elif not count:
        told = tr("Read again: no letter changed.")
    elif old.keys() == new.keys():
        told = (
            tr("{name} read this page anew: %n letters changed.", None, count)
            if reader
            else tr("Read again: %n letters changed.", None, count)
        )
    elif reader:
        told = tr(
            "{name} read this page anew: %n letters changed, some of them parted otherwise.",
            None,
            count,
        )
    else:
        told = tr("Read again: %n letters changed, some of them parted otherwise.", None, count)
    return told.format(name=reader)
