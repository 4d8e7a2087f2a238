"""Pictures before they are read: their size, their colours, what a turn lays bare."""

import numpy as np
import pytest

from ocrdesk.formats.image_file import SourceImage, image_from_array
from ocrdesk.services.evaluation_pictures import changes, compressed, rotated, scaled


@pytest.fixture
def sheet() -> SourceImage:
    """A sheet 60 by 40 of one colour, black in its middle."""
    pixels = np.full((40, 60, 3), (200, 180, 160), np.uint8)
    pixels[15:25, 20:40] = 0
    return image_from_array(pixels, "sheet")


def test_every_value_is_one_change() -> None:
    asked = changes(scales=[0.5, 2], rotations=[15, -30], qualities=[30])
    names = ["scale 0.5", "scale 2", "rotate 15", "rotate -30", "jpeg 30"]
    assert [change.name for change in asked] == names


def test_both_sides_are_scaled(sheet: SourceImage) -> None:
    half = scaled(0.5).applied(sheet)
    assert (half.width, half.height, half.source) == (30, 20, "sheet")
    assert half.pixels[10, 15].max() < 10
    assert scaled(0.05).applied(sheet).pixels.shape == (2, 3, 3)


def test_a_turn_keeps_everything_and_fills_with_the_border(sheet: SourceImage) -> None:
    turned = rotated(45).applied(sheet)
    assert turned.width == turned.height > 60
    assert turned.pixels[0, 0].tolist() == [200, 180, 160]
    assert turned.pixels[turned.height // 2, turned.width // 2].max() == 0
    grey = image_from_array(sheet.pixels[:, :, 0])
    assert rotated(45).applied(grey).pixels[0, 0] == 200


def test_a_quarter_turn_is_exact_and_counter_clockwise(sheet: SourceImage) -> None:
    marked = sheet.pixels.copy()
    marked[0, -1] = 7
    turned = rotated(90).applied(image_from_array(marked))
    assert np.array_equal(turned.pixels, np.rot90(marked))
    assert turned.pixels[0, 0].tolist() == [7, 7, 7]


def test_saving_loses_something_but_no_pixel(sheet: SourceImage) -> None:
    saved = compressed(10).applied(sheet)
    assert saved.pixels.shape == sheet.pixels.shape
    assert 0 < np.abs(saved.pixels.astype(int) - sheet.pixels).mean() < 10
