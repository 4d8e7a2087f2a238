"""The band of a row lies along its letters, whichever way it runs, and bears its number."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, radians, sin

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.ui.views import row_band
from ocrdesk.ui.views.glyph_index import edges_of
from ocrdesk.ui.views.marks import row_badge
from ocrdesk.ui.views.page_view import PageView
from ocrdesk.ui.views.row_band import band_of
from ocrdesk.ui.views.row_layer import RowLayer
from tests.ui.views.conftest import spot


def _row(*middles: tuple[float, float], size: int = 20) -> Line:
    boxes = (
        BoundingBox(round(x) - size // 2, round(y) - size // 2, round(x) + size // 2,
                    round(y) + size // 2)
        for x, y in middles
    )  # fmt: skip
    return Line((Word(tuple(Glyph(number, box) for number, box in enumerate(boxes, 1))),))


@pytest.mark.parametrize("degrees", [0, 8, 30, 60, 90, 135, 180, 250, 270])
def test_it_runs_as_the_letters_do(degrees: float) -> None:
    x, y = cos(radians(degrees)), sin(radians(degrees))
    band = band_of(_row(*((300 + 30 * n * x, 300 + 30 * n * y) for n in range(6))))
    assert (band.along.x(), band.along.y()) == pytest.approx((x, y), abs=0.03)
    before = hypot(band.start.x() - 300, band.start.y() - 300)
    assert 10 <= before <= 25  # half a letter and a little
    assert band.start.x() - 300 == pytest.approx(-x * before, abs=2)
    assert 24 <= band.height <= 48


def test_two_letters_lie_side_by_side_or_one_above_the_other() -> None:
    assert band_of(_row((50, 50), (80, 62))).along.y() == 0
    assert band_of(_row((50, 50), (52, 80))).along.y() == 1
    assert band_of(_row((50, 80), (52, 50))).along.y() == -1


def test_one_letter_and_a_tight_heap_are_level() -> None:
    assert band_of(_row((50, 50))).along.y() == 0
    assert band_of(_row((50, 50), (62, 58), (51, 55))).along.y() == 0


def test_one_letter_that_stands_off_does_not_widen_the_band_beyond_its_neighbours() -> None:
    rows = [(100 + 30 * n, 100.0) for n in range(8)]
    rows[4] = (220, 160)
    assert band_of(_row(*rows)).height <= 2 * 0.95 * 20 + 0.28 * 20 + 8


def test_bands_of_many_rows_are_those_of_each_and_found_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Forty rows took 7 ms one by one, when a page of 3,000 letters was shown, and take 2."""
    rng = np.random.default_rng(0)
    starts, steps = rng.uniform(100, 900, (60, 2)), rng.uniform(-30, 30, (60, 2))
    lines = [
        _row(*(tuple(start + step * place) for place in range(number % 7 + 1)))
        for number, (start, step) in enumerate(zip(starts, steps, strict=True))
    ]
    alone = [band_of(line) for line in lines]
    looks: list[int] = []

    def counted(glyphs: Sequence[Glyph]) -> NDArray[np.float64]:
        looks.append(len(glyphs))
        return edges_of(glyphs)

    monkeypatch.setattr(row_band, "edges_of", counted)
    layer = RowLayer()
    paper = QRectF(0, 0, 1000, 1000)
    layer.set_lines(lines, paper, paper)
    assert looks == [sum(len(line.glyphs) for line in lines)]
    assert layer._bands == alone
    layer.set_lines([*lines[:7], lines[9], _row((5, 5), (40, 5))], paper, paper)
    assert looks[1:] == [2], "rows that stay keep theirs"


def look_at(view: PageView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def digit_on(badge: QImage) -> int:
    """Return the digit that stands on a badge: that whose own badge is the most alike."""

    def dark(image: QImage) -> set[tuple[int, int]]:
        places = [
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 200 and image.pixelColor(x, y).lightness() < 90
        ]
        left, top = (min(axis) for axis in zip(*places, strict=True))
        return {(x - left, y - top) for x, y in places}

    def likeness(digit: int) -> float:
        own = dark(row_badge(digit, "#ffffff", 20, 1.0).toImage())
        return len(own & seen) / len(own | seen)

    seen = dark(badge)
    return max(range(1, 10), key=likeness)


def test_each_row_is_a_band_of_its_colour_with_its_number(view: PageView, page: Page) -> None:
    view.set_layers(boxes=False, rows=True, labels=False)
    image, colors = look_at(view), []
    for number, line in enumerate(page.lines, start=1):
        between = spot(view, line.box.left + 50, line.box.center[1])
        colors.append(image.pixelColor(between).name())
        beside = spot(view, line.box.left, line.box.center[1])
        assert digit_on(image.copy(beside.x() - 40, beside.y() - 12, 36, 24)) == number
    view.set_layers(boxes=False, rows=False, labels=False)
    bare = look_at(view).pixelColor(spot(view, 150, 130)).name()
    assert len({*colors, bare}) == 3


def _many_rows(count: int, pitch: int, size: int) -> Page:
    rows = (
        _row(*((150 + 1.5 * size * n, 60 + pitch * row) for n in range(12)), size=size)
        for row in range(count)
    )
    return Page(2400, 3000, tuple(rows))


def _fitted(view: PageView, page: Page) -> list[QRectF]:
    """Show a page as a whole, and return where its rows' numbers are."""
    view.set_image(np.full((page.height, page.width), 235, np.uint8))
    view.set_page(page)
    view.set_layers(boxes=False, rows=True, labels=False)
    view.fit_page()
    QApplication.processEvents()
    rows, transform = view.layers.rows, view.viewportTransform()
    viewport = view.viewport().rect()
    found: dict[int, list[tuple[int, int]]] = {}
    for y in range(0, viewport.height(), 2):
        for x in range(0, viewport.width() // 2, 3):
            row = rows.badge_at(QPointF(x, y), transform)
            if row is not None:
                found.setdefault(row, []).append((x, y))
    assert found, "no number is to be seen"
    for places in found.values():
        assert min(x for x, _ in places) > 0, "it is cut off at the left"
    return [rows._badges.placed(transform)[row] for row in sorted(found)]


def test_numbers_are_shown_when_small_rows_are_seen_as_a_whole(view: PageView) -> None:
    page = _many_rows(40, pitch=70, size=30)
    areas = _fitted(view, page)
    assert view.scale_factor * 30 < 10, "letters this low had no numbers"
    assert len(areas) == 40
    image = look_at(view)
    area = areas[6].toRect()
    seen = image.copy(area)
    assert any(
        seen.pixelColor(x, y).name() == "#14161b"
        for x in range(seen.width())
        for y in range(seen.height())
    ), "a number is drawn there"


def test_numbers_of_close_rows_are_thinned_out_and_whole(view: PageView) -> None:
    page = _many_rows(90, pitch=32, size=26)
    areas = _fitted(view, page)
    assert 25 <= len(areas) < 90
    for one, other in pairwise(areas):
        assert not one.intersects(other)
    view.zoom_to(1.0)
    QApplication.processEvents()
    assert len(view.layers.rows._badges.placed(view.viewportTransform())) == 90


@pytest.mark.parametrize("scale", [0.4, 0.9, 1.7])
def test_a_number_is_hit_on_all_of_it_and_nowhere_else(view: PageView, scale: float) -> None:
    _fitted(view, _many_rows(40, pitch=70, size=30))
    view.zoom_to(scale)
    rows, transform = view.layers.rows, view.viewportTransform()
    placed = rows._badges.placed(transform)
    assert len(placed) == 40
    for row, area in placed.items():
        inside, outside = area.adjusted(0.1, 0.1, -0.1, -0.1), area.adjusted(-1, -1, 1, 1)
        for corner in ("topLeft", "topRight", "bottomLeft", "bottomRight"):
            assert rows.badge_at(getattr(inside, corner)(), transform) == row
            assert rows.badge_at(getattr(outside, corner)(), transform) is None


@pytest.mark.parametrize("degrees", [-40, -25, 25, 40])
def test_numbers_of_slanting_rows_are_in_sight_when_the_page_is_fitted(
    view: PageView, degrees: float
) -> None:
    """Their bands begin beyond the page's edge."""
    down = np.tan(np.deg2rad(degrees))
    first = 60 if degrees > 0 else 700
    rows = [_row(*((40 + 110 * n, first + 110 * n * down) for n in range(6)), size=90)]
    areas = _fitted(view, Page(1000, 760, tuple(rows)))
    assert QRectF(view.viewport().rect()).contains(areas[0])
    assert view.layers.rows._bands[0].start.x() < 0, "the band begins on the page"
    for scale in (view.scale_factor, 3.0):
        view.zoom_to(scale)
        transform = view.viewportTransform()
        (area,) = view.layers.rows._badges.placed(transform).values()
        assert view.layers.rows.badges_under(area, transform) == 1
