"""Who read the letters of a page, kept with each of them."""

from collections.abc import Iterable
from dataclasses import replace

from ocrdesk.page.elements import Glyph, Page, Reader


def readers_of(glyphs: Iterable[Glyph]) -> tuple[Reader, ...]:
    """Return who read some glyphs, whoever read most of them first."""
    counts: dict[Reader, int] = {}
    for glyph in glyphs:
        if glyph.reader is not None:
            counts[glyph.reader] = counts.get(glyph.reader, 0) + 1
    return tuple(sorted(counts, key=lambda reader: -counts[reader]))


def signed(page: Page, reader: Reader) -> Page:
    """Return the page with a reader for what was read but does not say by whom.

    Pages of older documents do not; what read the page before it is read again read these letters.
    A reader without a name is nobody.
    """
    if not reader.name:
        return page
    unsigned = {g.id: replace(g, reader=reader) for g in page.glyphs if _is_unsigned(g)}
    return page.with_glyphs(unsigned) if unsigned else page


def signed_since(before: Page, after: Page, ids: Iterable[int], reader: Reader) -> Page:
    """Return the page after an edit with a reader for what was read by the way.

    That are boxes that were drawn, changed, parted or merged, among the glyphs of those ids.
    """
    fresh = {
        glyph.id: replace(glyph, reader=reader)
        for glyph in (after.glyph(i) for i in ids if i in after)
        if _is_unsigned(glyph) and not _was_so(before, glyph)
    }
    return after.with_glyphs(fresh) if fresh else after


def _is_unsigned(glyph: Glyph) -> bool:
    return glyph.reader is None and bool(glyph.predictions)


def _was_so(page: Page, glyph: Glyph) -> bool:
    """Tell whether the page has what a glyph was read as, by nobody that it names either."""
    if glyph.id not in page:
        return False
    known = page.glyph(glyph.id)
    return known.reader is None and known.predictions == glyph.predictions
