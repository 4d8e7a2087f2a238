"""Writing close to the edge of a sheet on a dark desk is kept, the edge is not taken for it."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from scipy import ndimage

from ocrdesk.vision.desks import find_desk
from ocrdesk.vision.preprocess import estimate_paper, find_ink

Pixels = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
DrawPage = Callable[..., Pixels]

LINES = ["TO DO LIST", "BUY SIX EGGS", "CALL GRANDMA"]
CLOSE = 14  # pixels from the writing to the edge of the sheet
SIZE = (1300, 1000)


def _sheet(draw_page: DrawPage) -> Pixels:
    """A page cut close to its writing."""
    page = draw_page(LINES, cap=56, pen=5)
    rows, columns = np.nonzero(page < 140)
    return page[
        rows.min() - CLOSE : rows.max() + CLOSE, columns.min() - CLOSE : columns.max() + CLOSE
    ]


def _placed(pixels: Pixels, angle: float, size: tuple[int, int] = SIZE) -> Pixels:
    """A picture of ``size`` with the sheet turned in its middle, 0 around it."""
    turned = Image.fromarray(pixels).rotate(angle, Image.Resampling.BICUBIC, expand=True)
    picture = Image.new("L", size)
    picture.paste(turned, ((size[0] - turned.width) // 2, (size[1] - turned.height) // 2))
    return np.asarray(picture)


def _on_desk(
    sheet: Pixels,
    angle: float,
    desk: float,
    light: float | npt.NDArray[np.float64] = 1.0,
    size: tuple[int, int] = SIZE,
) -> tuple[Pixels, Mask]:
    """The sheet on a grained desk, somewhat unsharp, and where the sheet is."""
    rng = np.random.default_rng(5)
    cover = _placed(np.full_like(sheet, 255), angle, size) / 255.0
    grain = ndimage.gaussian_filter(rng.normal(0.0, 1.0, cover.shape), (1, 6)) * 4
    scene = (desk * (1 + 0.12 * grain)) * (1 - cover) + _placed(sheet, angle, size) * cover
    seen = ndimage.gaussian_filter(scene * light, 1.0) + rng.normal(0.0, 1.5, cover.shape)
    return np.clip(seen, 0, 255).astype(np.uint8), cover > 0.5


def _true_ink(sheet: Pixels, angle: float, size: tuple[int, int] = SIZE) -> Mask:
    return _placed(255 - sheet, angle, size) > 120


def _agrees(found: Mask, true: Mask) -> None:
    """What was written is found, and nothing else is."""
    near_found = ndimage.binary_dilation(found, iterations=2)
    near_true = ndimage.binary_dilation(true, iterations=3)
    assert near_found[true].mean() > 0.98
    assert (found & ~near_true).sum() < 0.01 * true.sum()


@pytest.mark.parametrize("desk", [20.0, 60.0, 90.0])
@pytest.mark.parametrize("angle", [0.0, 7.0, -12.0])
def test_writing_close_to_the_edge_is_kept(draw_page: DrawPage, angle: float, desk: float) -> None:
    sheet = _sheet(draw_page)
    photo, _ = _on_desk(sheet, angle, desk)
    _agrees(find_ink(photo, 1.0).mask, _true_ink(sheet, angle))


def test_so_it_is_on_a_light_desk(draw_page: DrawPage) -> None:
    sheet, size = _sheet(draw_page), (900, 560)
    photo, _ = _on_desk(sheet, 6.0, 135.0, size=size)
    _agrees(find_ink(photo, 1.0).mask, _true_ink(sheet, 6.0, size))


def test_a_note_on_a_page_leaves_the_page_to_be_read(draw_page: DrawPage) -> None:
    page = draw_page([f"ROW {number} GOES ON AND ON" for number in range(9)], paper=150, cap=40)
    note = draw_page(["A NOTE", "IS HERE"], cap=50)
    photo = page.copy()
    photo[180 : 180 + note.shape[0], 200 : 200 + note.shape[1]] = note
    shown = np.ones(page.shape, bool)
    shown[160 : 200 + note.shape[0], 180 : 220 + note.shape[1]] = False
    written = (page < 95) & shown
    assert find_ink(photo, 1.0).mask[written].mean() > 0.9


def test_a_shadow_across_the_edge_is_no_ink(draw_page: DrawPage) -> None:
    sheet = _sheet(draw_page)
    down, across = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    shade = 1 / (1 + np.exp((across + 0.6 * down - 1100) / 22.0))
    photo, _ = _on_desk(sheet, -3.0, 40.0, 0.55 + 0.45 * shade)
    _agrees(find_ink(photo, 1.0).mask, _true_ink(sheet, -3.0))


def test_the_desk_is_known_to_a_few_pixels(draw_page: DrawPage) -> None:
    photo, is_sheet = _on_desk(_sheet(draw_page), 9.0, 50.0)
    desk = find_desk(estimate_paper(photo), photo)
    assert desk is not None
    assert desk.mask[~is_sheet].all()
    assert not desk.mask[ndimage.binary_erosion(is_sheet, iterations=12)].any()
    # The paper goes on where the desk was.
    assert estimate_paper(photo, desk)[~is_sheet].min() > 180


def test_a_page_that_fills_the_picture_has_no_desk(draw_page: DrawPage) -> None:
    page = draw_page(LINES, cap=56)
    assert find_desk(estimate_paper(page), page) is None
