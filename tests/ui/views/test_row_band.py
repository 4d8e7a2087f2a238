"""The band of a row lies along its letters and begins before the first, whichever way it runs."""

from math import cos, hypot, radians, sin

import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Word
from ocrdesk.ui.views.row_band import band_of


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
