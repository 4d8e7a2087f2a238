"""A page that is seen from far away: its marks, its labels, and the letter one is at."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from ocrdesk.ui.appearance import Certainty
from ocrdesk.ui.appearance.theme import PAPER_COLORS
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

_FRAME = 3  # pixels of a confirmed box's own lines, which lie on its edge


def _box(desk: Desk, glyph_id: int) -> QRect:
    box = desk.page.glyph(glyph_id).box
    view = desk.window.views.page
    area = QRectF(box.left, box.top, box.width, box.height)
    return view.viewportTransform().mapRect(area).toRect()


def _marked(desk: Desk, glyph_id: int) -> int:
    """How many pixels inside a box, without its frame, are the colour of what is confirmed."""
    QApplication.processEvents()
    picture = desk.window.views.page.viewport().grab().toImage()
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    color = QColor(PAPER_COLORS[Certainty.CONFIRMED]).rgb()
    area = _box(desk, glyph_id).adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
    return sum(
        image.pixel(x, y) == color
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


def _confirm_all(desk: Desk) -> None:
    desk.do("select_all")
    desk.do("confirm")
    desk.key(Qt.Key.Key_Escape)
    desk.settle()


def test_a_confirmed_letter_that_is_small_keeps_its_ink_in_sight(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABCDEF", "IHIJIL"))
    _confirm_all(desk)
    view = desk.window.views.page
    height = view.layers.glyphs.index.median_height
    view.zoom_to(25 / height)
    for glyph in desk.page.glyphs:
        assert _marked(desk, glyph.id) <= 8, "the mark hides ink"
    view.zoom_to(90 / height)
    wide = max(desk.page.glyphs, key=lambda glyph: glyph.box.width)
    assert _marked(desk, wide.id) >= 15, "a large letter has its tick"
