"""Three thousand letters: the canvas paints them all, often, and finds each one."""

import numpy as np
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.ui.views.image_pyramid import build_pyramid
from ocrdesk.ui.views.page_view import PageView
from tests.ui.views.conftest import predictions

ROWS, COLUMNS = 40, 75


def crowded() -> Page:
    best = [predictions("A", p) for p in (0.99, 0.7, 0.3)]
    lines = []
    for row in range(ROWS):
        glyphs = [
            Glyph(
                row * COLUMNS + column + 1,
                BoundingBox(20 + column * 26, 20 + row * 30, 40 + column * 26, 44 + row * 30),
                best[column % 3],
                "B" if column % 10 == 0 else None,
            )
            for column in range(COLUMNS)
        ]
        lines.append(Line((Word(tuple(glyphs)),)))
    return Page(2000, 1240, tuple(lines))


def test_three_thousand_boxes_are_painted_at_every_zoom(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    with qtbot.waitExposed(view):
        view.show()
    page = crowded()
    view.set_image(build_pyramid(np.full((page.height, page.width), 230, np.uint8)))
    view.set_page(page)
    view.fit_page()
    for step in range(24):
        if step % 2:
            view.zoom_in()
        view.select(1 + step * 117)
        view.horizontalScrollBar().setValue(step * 31)
        QApplication.processEvents()
    assert len(page.glyphs) == 3000


def test_every_letter_is_found_by_its_middle() -> None:
    page = crowded()
    view = PageView()
    view.set_page(page)
    for glyph in page.glyphs[::53]:
        found = view.layers.glyphs.glyph_at(*glyph.box.center, tolerance=1.0)
        assert found is glyph
