"""Which glyphs of a page are selected: one of them current, several for edits of many at once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from ocrdesk.page.elements import Page


@dataclass(frozen=True, slots=True)
class Selection:
    """The glyphs selected, by id.

    ``current`` is the one that panels show and that arrows go on from; it is one of ``ids``, or
    None where nothing is selected. ``anchor`` is where a range begins that is pulled along with
    Shift.
    """

    current: int | None = None
    ids: frozenset[int] = frozenset()
    anchor: int | None = None

    @staticmethod
    def only(glyph_id: int | None) -> "Selection":
        """Return the selection of one glyph, or of none."""
        if glyph_id is None:
            return Selection()
        return Selection(glyph_id, frozenset({glyph_id}), glyph_id)

    @staticmethod
    def of(page: Page, ids: Iterable[int]) -> "Selection":
        """Return the selection of these glyphs as far as the page has them, the first current."""
        there = frozenset(glyph_id for glyph_id in ids if glyph_id in page)
        first = min(there, key=page.position, default=None)
        return Selection(first, there, first)

    def toggled(self, page: Page, glyph_id: int) -> "Selection":
        """Return the selection with a glyph added and current, or without it if it was in.

        Without the current one, the nearest in reading order is current.
        """
        if glyph_id not in self.ids:
            return Selection(glyph_id, self.ids | {glyph_id}, glyph_id)
        return _settled(replace(self, ids=self.ids - {glyph_id}), page, page.position(glyph_id))

    def joined(self, page: Page, ids: Collection[int]) -> "Selection":
        """Return the selection with more glyphs; the current one stays."""
        if self.current is None:
            return Selection.of(page, ids)
        return replace(self, ids=self.ids | {glyph_id for glyph_id in ids if glyph_id in page})

    def reaching(self, page: Page, glyph_id: int) -> "Selection":
        """Return the range in reading order from the anchor to a glyph, which is current."""
        start = self.anchor if self.anchor in page else self.current
        if start is None:
            return Selection.only(glyph_id)
        first, last = sorted((page.position(start), page.position(glyph_id)))
        ids = frozenset(glyph.id for glyph in page.glyphs[first : last + 1])
        return Selection(glyph_id, ids, start)

    def followed(
        self, before: Page | None, after: Page, changed: Collection[int], *, reveals: bool
    ) -> "Selection":
        """Return the selection once a page has become another one.

        What an edit took away is no longer selected. With ``reveals``, as for undo and redo, the
        only glyph that ``changed`` is selected, or all of them where some came back.
        """
        there = [glyph_id for glyph_id in changed if glyph_id in after]
        came_back = any(glyph_id not in (before or ()) for glyph_id in there)
        if reveals and (len(there) == 1 or came_back):
            return self if self.ids == frozenset(there) else Selection.of(after, there)
        if self.ids and all(glyph_id in after for glyph_id in self.ids):
            return self
        kept = replace(self, ids=frozenset(each for each in self.ids if each in after))
        return _settled(kept, after, 0)


def _settled(selection: Selection, page: Page, place: int) -> Selection:
    """Return the selection with a current glyph that is in it, the nearest to a place."""
    current, ids, anchor = selection.current, selection.ids, selection.anchor
    if current not in ids:
        places = {page.position(glyph_id): glyph_id for glyph_id in ids}
        nearest = min(places, key=lambda other: (abs(other - place), other), default=None)
        current = None if nearest is None else places[nearest]
    return Selection(current, ids, anchor if anchor in ids else current)
