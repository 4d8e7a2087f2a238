"""A view that becomes smaller keeps in sight what a person is at."""

import pytest
from PySide6.QtCore import QRect, QRectF

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def _box(desk: Desk, glyph_id: int) -> QRect:
    box = desk.page.glyph(glyph_id).box
    view = desk.window.views.page
    area = QRectF(box.left, box.top, box.width, box.height)
    return view.viewportTransform().mapRect(area).toRect()


@pytest.mark.parametrize("smaller", ["window", "panel"])
def test_the_selected_letter_stays_in_sight_in_a_smaller_view(
    desk: Desk, make_page: PageMaker, smaller: str
) -> None:
    desk.open(make_page("a.png", "ABCDEFGHIJ", "KLMNOPQRST"))
    view = desk.window.views.page
    for name in ("pages", "text", "letter", "history", "review"):
        desk.window.docks[name].hide()
    desk.settle()
    last = max(desk.page.glyphs, key=lambda glyph: glyph.box.right + glyph.box.bottom)
    desk.click(last.id)
    view.zoom_to(4.0)
    room = view.viewport().rect()
    view.camera.scroll_by(
        _box(desk, last.id).right() - room.right() + 4,
        _box(desk, last.id).bottom() - room.bottom() + 4,
    )
    assert room.contains(_box(desk, last.id)), "it is at the lower right edge"
    if smaller == "window":
        desk.window.resize(desk.window.width() - 200, desk.window.height() - 120)
    else:
        desk.window.docks["letter"].show()
    desk.settle()
    assert view.viewport().width() < room.width()
    assert view.viewport().rect().contains(_box(desk, last.id))
