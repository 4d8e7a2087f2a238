"""Labels keep clear of the row above, however close the rows are."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.ui.views.glyph_layer import GlyphLayer
from ocrdesk.ui.views.headroom import Headroom
from tests.ui.views.conftest import predictions


def row(*boxes: tuple[int, int, int, int]) -> Line:
    return Line((Word(tuple(Glyph(box[0], BoundingBox(*box)) for box in boxes)),))


def measured(*rows: Line) -> list[float]:
    rooms: list[float] = Headroom().measure(rows).tolist()
    return rooms


def test_the_lowest_box_over_a_letter_limits_it() -> None:
    above = row((0, 0, 20, 30), (30, 0, 50, 36))
    assert measured(above, row((0, 50, 20, 80), (34, 50, 44, 80))) == [np.inf, np.inf, 20.0, 14.0]


def test_rows_that_touch_leave_nothing_and_letters_beside_do_not_count() -> None:
    rows = row((0, 0, 20, 60)), row((0, 50, 20, 90), (100, 50, 120, 90))
    assert measured(*rows) == [np.inf, 0.0, np.inf]


def test_the_top_of_the_next_column_has_nothing_above() -> None:
    assert measured(row((0, 500, 20, 530)), row((0, 20, 20, 50))) == [np.inf, np.inf]
    assert measured() == []


def test_rows_are_measured_anew_when_the_one_above_is_another() -> None:
    first, second, third = (row((0, top, 20, top + 30)) for top in (0, 50, 90))
    headroom = Headroom()
    assert headroom.measure((first, second, third)).tolist() == [np.inf, 20.0, 10.0]
    assert headroom.measure((first, third)).tolist() == [np.inf, 60.0]
    lower = row((0, 0, 20, 40))
    assert headroom.measure((lower, second, third)).tolist() == [np.inf, 10.0, 10.0]


def page_of(gap: int) -> Page:
    """Two rows of five letters, 30 pixels high, with that many pixels between the rows."""
    best = predictions("M", 0.99)
    lines = []
    for row in range(2):
        top = 40 + row * (30 + gap)
        boxes = [BoundingBox(20 + 40 * c, top, 44 + 40 * c, top + 30) for c in range(5)]
        glyphs = [Glyph(row * 5 + c + 1, box, best) for c, box in enumerate(boxes)]
        lines.append(Line((Word(tuple(glyphs)),)))
    return Page(240, 160, tuple(lines))


@pytest.mark.parametrize("gap", [0, 3, 8, 14, 40])
def test_labels_do_not_touch_the_row_above(gap: int) -> None:
    page = page_of(gap)
    layer = GlyphLayer()
    image = QImage(240, 160, QImage.Format.Format_ARGB32)
    image.fill(0)
    option = QStyleOptionGraphicsItem()
    layer.set_page(page, option.exposedRect.adjusted(0, 0, 240, 160))
    option.exposedRect = layer.boundingRect()
    layer.set_layers(boxes=False, labels=True)
    painter = QPainter(image)
    layer.paint(painter, option)
    painter.end()
    rows = [any(image.pixelColor(x, y).alpha() for x in range(240)) for y in range(160)]
    first, second = page.lines
    top, bottom = first.glyphs[0].box.top, first.glyphs[0].box.bottom
    assert any(rows[:top]), "the first row has no labels"
    assert not any(rows[top:bottom])
    below = [y for y in range(bottom, 160) if rows[y]]
    assert len(below) >= 11
    assert below[0] > bottom or gap == 0
    assert below[-1] < second.glyphs[0].box.bottom


def test_a_box_moved_up_gives_its_label_less_room() -> None:
    page = page_of(40)
    layer = GlyphLayer()
    layer.set_page(page, layer.boundingRect())
    before = layer._table.headroom.tolist()
    moved = Glyph(6, BoundingBox(20, 90, 44, 120), predictions("M", 0.99))
    layer.update_page(page.with_glyph(moved), [6])
    assert before[5] == 40.0
    assert layer._table.headroom[5] == 20.0
