"""A picture that few large letters fill is looked at from afar, any other from as near as ever."""

import numpy as np
import pytest

from ocrdesk.ink_settings import AUTOMATIC
from ocrdesk.vision.looking_from_afar import LargeWriting, look_from_afar
from tests.vision.conftest import DrawPage, Pixels


def _look(pixels: Pixels) -> LargeWriting | None:
    return look_from_afar(pixels, 1.0, AUTOMATIC)


@pytest.mark.parametrize("pen", [25.0, 90.0], ids=["thin", "thick"])
@pytest.mark.parametrize("is_light", [False, True], ids=["dark on light", "light on dark"])
def test_strokes_of_a_large_letter_are_ink_through_and_through(
    draw_page: DrawPage, pen: float, *, is_light: bool
) -> None:
    page = draw_page(["B"], cap=500, pen=pen)
    large = _look(255 - page if is_light else page)
    assert large is not None
    assert large.ink.is_inverted == is_light
    rows, columns = (np.arange(side) / large.ink.scale for side in large.ink.mask.shape)
    few = page[np.ix_(rows.astype(int), columns.astype(int))]
    wrong = (few < 100) & ~large.ink.mask | (few > 200) & large.ink.mask
    assert wrong.mean() < 0.02


def test_light_that_falls_across_a_large_letter_is_no_ink(draw_page: DrawPage) -> None:
    page = draw_page(["R"], cap=500, pen=50.0)
    light = np.linspace(1.0, 0.6, page.shape[1]) * np.linspace(1.0, 0.7, len(page))[:, None]
    even, lit = _look(page), _look((page * light).astype(np.uint8))
    assert even is not None
    assert lit is not None
    assert (even.ink.mask ^ lit.ink.mask).mean() < 0.02


def test_a_page_of_rows_is_looked_at_as_ever(draw_page: DrawPage) -> None:
    assert _look(draw_page(["ROWS OF", "LETTERS", "ON A PAGE"], cap=60)) is None


def test_a_large_letter_beside_small_ones_is_looked_at_as_ever(draw_page: DrawPage) -> None:
    small = draw_page(["SMALL LETTERS", "BESIDE IT"], cap=20, pen=3.0)
    page = draw_page(["B"], cap=500, pen=50.0)
    beside = np.full((len(page), page.shape[1] + small.shape[1]), 235, np.uint8)
    beside[:, : page.shape[1]] = page
    beside[: len(small), page.shape[1] :] = small
    assert _look(page) is not None
    assert _look(beside) is None


@pytest.mark.parametrize("shape", [(1, 1), (3, 400), (400, 3), (4, 4), (40, 40)])
def test_bare_paper_of_any_shape_is_no_letter(shape: tuple[int, int]) -> None:
    assert _look(np.full(shape, 128, np.uint8)) is None
