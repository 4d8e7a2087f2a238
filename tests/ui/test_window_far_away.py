"""A page that is seen from far away: its marks, its labels, and the letter one is at."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPushButton

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
    desk.do("next_letter")  # none is selected any more; where one is, the page is magnified
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


def _hint(desk: Desk) -> str:
    return " ".join(notice.text for notice in desk.told if notice.topic == "labels")


def test_labels_that_are_switched_on_far_away_say_from_where_they_are_seen(
    desk: Desk, make_page: PageMaker
) -> None:
    desk.open(make_page("a.png", "ABCDEF"))
    view = desk.window.views.page
    view.zoom_to(10 / view.layers.glyphs.index.median_height)
    desk.do("show_labels")
    desk.settle()
    assert "Labels are shown from" in _hint(desk)
    desk.do("show_labels")
    assert not _hint(desk), "they are switched off"
    desk.do("show_labels")
    desk.settle()
    bar = desk.window.notice_bar
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == "Zoom In")
    desk.click_in(button, button.rect().center())
    desk.settle()
    assert not _hint(desk), "they are seen now"
    assert view.layers.glyphs.label_reach(view.scale_factor) > 0
    desk.do("show_labels")
    desk.do("show_labels")
    assert not _hint(desk), "nothing has to be said where they are seen"
