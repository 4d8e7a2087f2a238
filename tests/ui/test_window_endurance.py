"""Twenty thousand paints, which PySide 6.12.0 does not survive, and three thousand letters."""

import gc

import numpy as np
import pytest
from PySide6.QtCore import Qt

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.document import PageDocument
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word
from ocrdesk.services.review import tally
from ocrdesk.ui.views.image_pyramid import build_pyramid
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = [pytest.mark.window, pytest.mark.acceptance]


def test_twenty_thousand_paints_and_signals(desk: Desk, make_page: PageMaker) -> None:
    desk.open(make_page("a.png", "ABCDE", "FGHIJ"))
    view = desk.window.views.page
    viewport = view.viewport()
    reports: list[float] = []
    desk.window.reading.progressed.connect(lambda _, fraction: reports.append(fraction))
    for turn in range(20_000):
        view.cursor_moved.emit(float(turn % 900), 3.0)
        desk.window.reading.progressed.emit(None, turn / 20_000)
        viewport.repaint(0, 0, 4, 4)
        if turn % 2000 == 0:
            desk.click(turn // 2000 + 1)
            desk.type("X")
    gc.collect()
    assert len(reports) == 20_000
    assert desk.page.text.replace(" ", "") == "XXXXX\nXXXXX"


def crowded_page(rows: int = 50, letters: int = 60) -> Page:
    """Return a page of 3,000 letters, every third of them doubtful."""
    lines = []
    for row in range(rows):
        glyphs = []
        for place in range(letters):
            number = row * letters + place
            box = BoundingBox(20 + place * 20, 10 + row * 18, 34 + place * 20, 24 + row * 18)
            sure = 0.6 if number % 3 == 0 else 0.99
            glyphs.append(
                Glyph(number + 1, box, (Prediction("A", sure), Prediction("B", 1 - sure)))
            )
        lines.append(Line((Word(tuple(glyphs)),)))
    return Page(1260, 920, tuple(lines))


def test_three_thousand_letters_answer_every_key(desk: Desk) -> None:
    session = desk.window.session
    pixels = np.full((920, 1260), 250, np.uint8)
    pixels.flags.writeable = False
    opened = session.open(PageDocument("crowded.png", pixels=pixels))
    session.update(opened, opened.document, pyramid=build_pyramid(pixels))
    session.keep(opened)  # as a worker does when it has loaded an image
    session.show(opened)
    desk.window.reading.stop()
    session.update(opened, opened.document.with_page(crowded_page()))
    desk.wait_until(lambda: desk.action("next_doubtful").isEnabled())
    desk.click(1501)
    desk.type("HELLO")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F3, Qt.Key.Key_Down):
        desk.key(key)
    assert opened.tally == tally(desk.page)
    for _ in range(6):
        desk.do("undo")
    assert desk.page == crowded_page()
