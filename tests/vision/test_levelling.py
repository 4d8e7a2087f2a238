"""Rows of any direction come out level, and boxes stay where the writing is."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from ocrdesk.vision.layout import Layout, find_ink
from ocrdesk.vision.levelling import lay_out_along, likely_directions, likely_slope
from ocrdesk.vision.patches import PatchGeometry, cut_patch

DrawPage = Callable[..., npt.NDArray[np.uint8]]
LINES = ["PACK MY BOX WITH", "FIVE DOZEN JUGS", "A QUICK 40 LIONS"]
SHAPE = [[4, 2, 3, 4], [4, 5, 4], [1, 5, 2, 5]]


def _turned(page: npt.NDArray[np.uint8], angle: float) -> npt.NDArray[np.uint8]:
    """Return the page turned clockwise, so that its rows fall by ``angle`` degrees."""
    picture = Image.fromarray(page)
    kind = Image.Resampling.BICUBIC
    return np.asarray(picture.rotate(-angle, kind, expand=True, fillcolor=235))


def _shape(layout: Layout) -> list[list[int]]:
    return [[len(word.clusters) for word in row.words] for row in layout.rows]


@pytest.mark.parametrize("angle", [-44.0, -30.0, -12.0, 6.0, 15.0, 44.0])
def test_slopes_up_to_half_a_right_angle_are_found(draw_page: DrawPage, angle: float) -> None:
    page = _turned(draw_page(LINES), angle)
    ink, components = find_ink(page)
    slope = likely_slope(components)
    assert slope == pytest.approx(angle, abs=2.0)
    layout = lay_out_along(page, ink, components, slope)
    assert _shape(layout) == SHAPE
    rest = np.mean([row.angle for row in layout.rows])
    assert layout.strips[0].placement.angle + rest == pytest.approx(angle, abs=2.0)


@pytest.mark.parametrize("angle", [-80.0, 55.0, 90.0])
def test_any_direction_is_among_the_likely_ones(draw_page: DrawPage, angle: float) -> None:
    page = _turned(draw_page(LINES), angle)
    ink, components = find_ink(page)
    found = likely_directions(components)
    errors = [abs((each - angle + 90.0) % 180.0 - 90.0) for each in found]
    assert min(errors) < 2.0
    best = found[int(np.argmin(errors))]
    assert _shape(lay_out_along(page, ink, components, best)) in (SHAPE, _reversed(SHAPE))


def _reversed(shape: list[list[int]]) -> list[list[int]]:
    return [row[::-1] for row in shape[::-1]]


def test_a_direction_that_is_off_is_put_right(draw_page: DrawPage) -> None:
    page = _turned(draw_page(LINES), 30.0)
    layout = lay_out_along(page, *find_ink(page), 20.0)
    assert layout.strips[0].placement.angle == pytest.approx(30.0, abs=1.5)
    assert _shape(layout) == SHAPE


def test_boxes_of_turned_rows_hold_their_letters(draw_page: DrawPage) -> None:
    page = _turned(draw_page(["BOX"], cap=160, pen=12), 35.0)
    layout = lay_out_along(page, *find_ink(page), 35.0)
    boxes = [layout.glyph_box(cluster) for _, _, cluster in layout.glyphs()]
    assert len(boxes) == 3
    assert [box.left for box in boxes] == sorted(box.left for box in boxes)
    assert [box.top for box in boxes] == sorted(box.top for box in boxes)
    dark = page < 130
    for box in boxes:
        tight = dark[box.top : box.bottom, box.left : box.right]
        assert tight.any()
        assert box.width < 300
        dark[box.top : box.bottom, box.left : box.right] = False
    assert dark.sum() < 120


def test_a_box_on_a_turned_row_gives_the_patch_that_was_read(draw_page: DrawPage) -> None:
    page = _turned(draw_page(["PATCH"], cap=60), -28.0)
    layout = lay_out_along(page, *find_ink(page), -28.0)
    geometry = PatchGeometry()
    for patch, (_, _, cluster) in zip(layout.patches(geometry), layout.glyphs(), strict=True):
        again = cut_patch(layout.box_ink(layout.glyph_box(cluster)), geometry)
        assert np.abs(again - patch).mean() < 0.01


def test_nothing_has_no_direction() -> None:
    page = np.full((300, 200), 230, np.uint8)
    ink, components = find_ink(page)
    assert likely_slope(components) == 0.0
    assert likely_directions(components) == []
    assert lay_out_along(page, ink, components, 30.0).rows == ()
