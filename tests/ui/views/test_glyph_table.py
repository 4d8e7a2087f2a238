"""The columns of the canvas follow every edit, and are then as if made anew."""

from hypothesis import given
from PySide6.QtCore import QRectF

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.differences import outcome
from ocrdesk.page.edits import add_glyph
from ocrdesk.page.elements import Page
from ocrdesk.ui.views.glyph_table import GlyphTable
from tests.page.any_page import large_page, pairs


def columns(table: GlyphTable) -> tuple[object, ...]:
    every = table.index.within(-1e6, -1e6, 1e6, 1e6)
    corners = table.index.points(every, across=1.0, down=1.0).tolist()
    rooms = table.headroom.tolist()
    return (
        table.glyphs,
        table.rects,
        table.steps.tolist(),
        corners,
        rooms,
        table.index.median_height,
    )


@given(pairs())
def test_it_becomes_what_the_edited_page_would_give(pages: tuple[Page, Page]) -> None:
    before, after = pages
    _, change = outcome("Edit", before, after)
    table = GlyphTable(before)
    assert len(table.headroom) == len(before.glyphs)
    if change:
        table.follow(after, change.glyph_ids)
    assert columns(table) == columns(GlyphTable(after if change else before))


def test_a_letter_put_in_touches_nothing_else() -> None:
    page = large_page(200)
    table = GlyphTable(page)
    rects = list(table.rects)
    box = BoundingBox(500, 60, 530, 100)
    after, change = add_glyph(page, box)
    assert table.follow(after, change.glyph_ids) == [QRectF(500, 60, 30, 40)]
    place = after.position(page.next_glyph_id)
    assert [*map(id, table.rects[:place]), *map(id, table.rects[place + 1 :])] == [*map(id, rects)]
