"""What the page looks like, what is repainted, and when the view moves."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.ui.appearance import Appearance, Certainty
from ocrdesk.ui.appearance.theme import PAPER_COLORS, PAPER_SELECTION
from ocrdesk.ui.views.image_pyramid import build_pyramid
from ocrdesk.ui.views.page_view import PageView, ViewState
from tests.ui.desk import wear
from tests.ui.views.conftest import HEIGHT, WIDTH, spot, unreadable


def look_at(view: PageView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def edge_colors(view: PageView, glyph: Glyph) -> list[QColor]:
    """The pixels along the left edge of a box."""
    image, box = look_at(view), glyph.box
    x = spot(view, box.left, box.top).x()
    top, bottom = spot(view, 0, box.top + 4).y(), spot(view, 0, box.bottom - 4).y()
    return [image.pixelColor(x, y) for y in range(top, bottom)]


def has_gaps(colors: list[QColor]) -> bool:
    return len({color.name() for color in colors}) > 1


def corrected(page: Page, glyph_id: int, character: str) -> Page:
    """The page with one correction, sharing all other rows."""

    def word(old: Word) -> Word:
        return Word(
            tuple(
                replace(glyph, correction=character) if glyph.id == glyph_id else glyph
                for glyph in old.glyphs
            )
        )

    lines = tuple(
        Line(tuple(map(word, line.words))) if any(g.id == glyph_id for g in line.glyphs) else line
        for line in page.lines
    )
    return replace(page, lines=lines)


class PaintWatch(QObject):
    """Collects the regions that are painted."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self.region = QRegion()
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return super().eventFilter(watched, event)


def test_certain_is_solid_and_doubtful_is_dashed(view: PageView, page: Page) -> None:
    view.set_layers(boxes=True, rows=False, labels=False)
    assert not has_gaps(edge_colors(view, page.glyph(1)))
    assert has_gaps(edge_colors(view, page.glyph(6)))


def test_what_cannot_be_read_is_crossed_out(view: PageView, page: Page) -> None:
    view.set_layers(boxes=True, rows=False, labels=False)
    drawing = unreadable(8, 400, 300, 0.97)
    row = Line((*page.lines[1].words, Word((drawing,))))
    view.set_page(replace(page, lines=(page.lines[0], row)))
    assert not has_gaps(edge_colors(view, drawing))
    middle = spot(view, *drawing.box.center)
    crossing = look_at(view).pixelColor(middle)
    assert crossing.name() == PAPER_COLORS[Certainty.UNREADABLE]
    letter = spot(view, *page.glyph(1).box.center)
    assert look_at(view).pixelColor(letter).name() not in PAPER_COLORS.values()


def test_confirmed_has_a_mark_that_needs_no_color(view: PageView, page: Page) -> None:
    view.set_layers(boxes=True, rows=False, labels=False)
    image = look_at(view)
    box = page.glyph(7).box
    corner = spot(view, box.right, box.top)
    inside = [(dx, dy) for dx in range(2, 9) for dy in range(2, 9)]  # of the folded corner
    shades = [image.pixelColor(corner.x() - dx, corner.y() + dy).lightness() for dx, dy in inside]
    assert sum(shade < 100 for shade in shades) > len(inside) / 2
    assert max(shades) > 220  # the tick, lighter than the paper's surroundings


def test_layers_can_be_hidden(view: PageView, page: Page) -> None:
    paper = QColor(235, 235, 235)
    view.set_layers(boxes=False, rows=False, labels=False)
    bare = look_at(view)
    area = view.viewportTransform().mapRect(QRectF(60, 40, 420, 340)).toRect()
    assert {
        bare.pixelColor(x, y).name()
        for x in range(area.left(), area.right(), 3)
        for y in range(area.top(), area.bottom(), 3)
    } == {paper.name()}
    view.set_layers(boxes=False, rows=True, labels=False)
    between = spot(view, 230, 130)
    assert look_at(view).pixelColor(between) != paper
    view.set_layers(boxes=False, rows=False, labels=True)
    box = page.glyph(1).box
    above = spot(view, box.center[0], box.top - 12)
    assert look_at(view).pixelColor(above) != paper
    assert {color.name() for color in edge_colors(view, page.glyph(1))} == {paper.name()}


def test_the_selected_letter_has_a_strong_frame(view: PageView) -> None:
    view.select(1)
    corner = spot(view, 100, 130)
    image = look_at(view)
    colors = {image.pixelColor(corner.x() + dx, corner.y()).name() for dx in range(-5, 2)}
    assert PAPER_SELECTION in colors


def test_an_unknown_letter_cannot_be_selected(view: PageView) -> None:
    with pytest.raises(KeyError):
        view.select(99)


def test_one_correction_repaints_little(view: PageView, page: Page) -> None:
    look_at(view)
    watch = PaintWatch(view)
    view.update_page(corrected(page, 6, "2"), frozenset({6}))
    QApplication.processEvents()
    painted = watch.region.boundingRect()
    assert painted.contains(spot(view, 120, 330))
    assert not painted.contains(spot(view, 120, 130))
    assert painted.width() < view.viewport().width() / 2
    assert painted.height() < view.viewport().height() / 2


def test_a_correction_is_shown(view: PageView, page: Page) -> None:
    view.set_layers(boxes=True, rows=False, labels=False)
    assert has_gaps(edge_colors(view, page.glyph(6)))
    view.update_page(corrected(page, 6, "2"), frozenset({6}))
    assert not has_gaps(edge_colors(view, page.glyph(6)))


def test_letters_that_come_and_go_are_shown(qtbot: QtBot, view: PageView, page: Page) -> None:
    view.select(6)
    fewer = replace(page, lines=page.lines[:1])
    view.update_page(fewer, frozenset({6, 7}))
    assert view._selected is None
    assert len(view.layers.glyphs.index) == 5
    view.update_page(page, frozenset({6, 7}))
    view.select(7)


def test_the_view_stays_while_the_letter_is_in_sight(view: PageView) -> None:
    before = view.view_state()
    for glyph_id in (1, 5, 7, None, 2):
        view.select(glyph_id)
    assert view.view_state() == before


def test_the_view_moves_to_a_letter_out_of_sight(view: PageView) -> None:
    view.zoom_to(8.0)
    view.restore_view_state(ViewState(8.0, 120, 130))
    view.select(5, reveal=False)
    assert view.view_state().center_x == pytest.approx(120, abs=1)
    view.select(5)
    shown = QRectF(view.viewport().rect())
    assert shown.contains(view.viewportTransform().mapRect(QRectF(400, 100, 40, 60)))


def test_fit_page_shows_all_and_keeps_doing_so(view: PageView) -> None:
    view.fit_page()
    for size in ((900, 700), (500, 400), (1200, 300)):
        view.resize(*size)
        QApplication.processEvents()
        shown = view.viewportTransform().mapRect(QRectF(0, 0, WIDTH, HEIGHT))
        assert QRectF(view.viewport().rect()).contains(shown)
        assert shown.width() > size[0] * 0.7 or shown.height() > size[1] * 0.7


def test_fit_width_fills_the_width(view: PageView) -> None:
    view.fit_width()
    view.resize(500, 200)
    QApplication.processEvents()
    shown = view.viewportTransform().mapRect(QRectF(0, 0, WIDTH, HEIGHT))
    width = view.viewport().width()
    assert width - 70 < shown.width() <= width
    assert view.horizontalScrollBar().maximum() == view.horizontalScrollBar().minimum()


def test_zoom_to_selection_brings_the_letter_near(view: PageView) -> None:
    view.fit_page()
    view.select(6)
    view.zoom_to_selection()
    shown = view.viewportTransform().mapRect(QRectF(100, 300, 40, 60))
    assert shown.height() == pytest.approx(90, abs=1)
    assert QRectF(view.viewport().rect()).contains(shown)


def test_zooming_by_key_holds_the_selected_letter(view: PageView) -> None:
    view.select(6)
    before = spot(view, 120, 330)
    view.zoom_in()
    view.zoom_in()
    moved = spot(view, 120, 330) - before
    assert moved.manhattanLength() <= 3


def test_a_person_comes_back_to_the_same_place(view: PageView) -> None:
    view.zoom_to(3.0)
    view.restore_view_state(ViewState(3.0, 300, 200))
    state = view.view_state()
    view.fit_page()
    view.restore_view_state(state)
    again = view.view_state()
    assert again.scale == 3.0
    assert (again.center_x, again.center_y) == pytest.approx((300, 200), abs=1)


def test_before_reading_there_is_an_image_and_a_hint(view: PageView, pixels: np.ndarray) -> None:
    view.set_image(pixels)
    view.set_hint("Reading…", dimmed=True)
    assert view._hint.isVisible()
    dimmed = look_at(view).pixelColor(spot(view, 300, 200))
    view.set_hint("")
    assert not view._hint.isVisible()
    assert look_at(view).pixelColor(spot(view, 300, 200)).name() == "#ebebeb"
    assert dimmed.name() != "#ebebeb"


def test_no_image_at_all(view: PageView) -> None:
    view.set_image(None)
    view.fit_page()
    view.fit_width()
    look_at(view)
    assert view.accessibleDescription() == "Empty."


def test_the_ground_follows_light_and_dark(view: PageView, look: Appearance) -> None:
    shades = []
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        wear(look, scheme)
        shades.append(look_at(view).pixelColor(3, 3).lightness())
    wear(look, Qt.ColorScheme.Unknown)
    assert shades[0] > 200
    assert shades[1] < 50


def test_a_screen_reader_is_told_the_letter(view: PageView) -> None:
    assert view.accessibleDescription() == "7 letters in 2 rows."
    view.select(6)
    assert view.accessibleDescription() == "Z, doubtful, 40 %. Letter 6 of 7."
    view.select(7)
    assert view.accessibleDescription() == "K, confirmed. Letter 7 of 7."


def test_a_pyramid_made_elsewhere_is_taken(view: PageView) -> None:
    view.set_image(build_pyramid(np.full((300, 400, 3), 128, np.uint8)))
    view.fit_page()
    middle = spot(view, 200, 150)
    assert look_at(view).pixelColor(middle).name() == "#808080"
