"""Pictures turned by any angle: what they show comes to lie where the boxes of a page do."""

import numpy as np
import pytest
from PIL import Image

from ocrdesk.formats.image_file import SourceImage, image_from_array
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.turning import turned, turned_size

BOX = BoundingBox(60, 20, 72, 32)


def picture() -> SourceImage:
    """A sheet of 200 by 120 pixels with one dark spot."""
    pixels = np.full((120, 200), 230, np.uint8)
    pixels[BOX.top : BOX.bottom, BOX.left : BOX.right] = 10
    return image_from_array(pixels, "spot")


def laid_out(image: SourceImage, degrees: float) -> SourceImage:
    return image.laid(degrees, turned_size(image.width, image.height, degrees))


def middle_of_ink(image: SourceImage) -> tuple[float, float]:
    rows, columns = np.nonzero(image.pixels < 120)
    return float(columns.mean() + 0.5), float(rows.mean() + 0.5)


@pytest.mark.parametrize("degrees", [5.0, -12.5, 45.0, 90.0, 137.0, 180.0, 270.0, 359.9])
def test_the_spot_lies_where_its_box_does(degrees: float) -> None:
    page = Page(200, 120, (Line((Word((Glyph(1, BOX),)),)),))
    after, _ = turned(page, degrees)
    image = laid_out(picture(), degrees)
    assert (image.width, image.height) == (after.width, after.height)
    assert image.rotation == after.rotation
    assert middle_of_ink(image) == pytest.approx(after.glyphs[0].box.center, abs=0.8)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_right_angles_lose_nothing(quarters: int) -> None:
    image = laid_out(picture(), 90.0 * quarters)
    assert np.array_equal(image.pixels, np.rot90(picture().pixels, -quarters))


def test_it_is_what_pillow_shows() -> None:
    rng = np.random.default_rng(5)
    pixels = rng.integers(0, 256, (90, 140), np.uint8)
    theirs = Image.fromarray(pixels).rotate(-7.0, Image.Resampling.BICUBIC, expand=True)
    ours = laid_out(image_from_array(pixels, "noise"), 7.0).pixels
    inside = (slice(20, -20), slice(30, -30))
    difference = ours[inside].astype(int) - np.asarray(theirs)[inside]
    assert np.abs(difference).mean() < 1.0


def test_corners_get_the_colour_of_the_edges_and_nobody_may_write() -> None:
    colored = image_from_array(np.full((50, 80, 3), (200, 180, 90), np.uint8), "card")
    image = laid_out(colored, 30.0)
    assert image.pixels[0, 0].tolist() == [200, 180, 90]
    assert not image.pixels.flags.writeable


def test_many_rows_are_turned_in_strips_without_a_seam() -> None:
    ramp = np.repeat(np.linspace(0, 255, 900).astype(np.uint8)[:, None], 60, axis=1)
    image = laid_out(image_from_array(ramp, "ramp"), 1.0)
    steps = np.abs(np.diff(image.pixels[30:-30, 30].astype(int)))
    assert steps.max() <= 2
