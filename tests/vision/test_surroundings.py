"""The even colour that a turned picture is filled up with is told from paper."""

from collections.abc import Callable
from io import BytesIO

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from scipy import ndimage

from ocrdesk.vision.layout import find_ink
from ocrdesk.vision.surroundings import find_filling, without_filling

DrawPage = Callable[..., npt.NDArray[np.uint8]]
LINES = ["PACK MY BOX", "WITH FIVE DOZEN", "LIQUOR JUGS"]


def _turned(page: npt.NDArray[np.uint8], angle: float, fill: int) -> npt.NDArray[np.uint8]:
    kind = Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(page).rotate(angle, kind, expand=True, fillcolor=fill))


@pytest.mark.parametrize("fill", [0, 255])
def test_filled_corners_leave_nothing_but_letters(draw_page: DrawPage, fill: int) -> None:
    page = draw_page(LINES, paper=180, cap=60)
    plain = find_ink(page)[1]
    picture = _turned(page, 20.0, fill)
    filling = find_filling(picture)
    assert filling is not None
    even = without_filling(picture, filling)
    assert even[filling].min() > 150
    assert even[filling].max() < 210
    assert len(find_ink(picture)[1]) == pytest.approx(len(plain), abs=4)


def test_a_page_drawn_on_a_screen_is_not_filling(draw_page: DrawPage) -> None:
    assert find_filling(draw_page(LINES, paper=255, ink=0)) is None
    assert find_filling(draw_page(LINES, paper=0, ink=255)) is None


def test_paper_of_the_same_colour_is_not_filling(draw_page: DrawPage) -> None:
    rng = np.random.default_rng(2)
    page = draw_page(LINES, paper=230, cap=60)
    shade = np.linspace(-12, 12, page.shape[1]) + rng.normal(0.0, 2.0, page.shape)
    shaded = np.clip(page + shade, 0, 255).astype(np.uint8)
    plain = find_ink(shaded)[1]
    assert len(find_ink(_turned(shaded, 20.0, 235))[1]) == pytest.approx(len(plain), abs=4)


def test_a_photo_has_no_filling() -> None:
    noise = np.random.default_rng(1).normal(200, 6, (600, 800))
    assert find_filling(np.clip(noise, 0, 255).astype(np.uint8)) is None


def test_a_tiny_picture_has_none() -> None:
    assert find_filling(np.full((20, 20), 255, np.uint8)) is None


@pytest.mark.parametrize("fill", [0, 60])
def test_the_unsharp_edge_of_a_dark_filling_is_no_ink(draw_page: DrawPage, fill: int) -> None:
    page = draw_page(LINES, paper=220, cap=60)
    plain = find_ink(page)[1]
    blurred = ndimage.gaussian_filter(_turned(page, 8.0, fill), 1.3)
    stored = BytesIO()
    Image.fromarray(blurred).save(stored, "JPEG", quality=60)
    picture = np.asarray(Image.open(stored))
    assert find_filling(picture) is not None
    assert len(find_ink(picture)[1]) == pytest.approx(len(plain), abs=1)
