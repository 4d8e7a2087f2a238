"""Ink is found on faint, dark, shaded and inverted pages alike, and nowhere else."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from ocrdesk.vision.preprocess import InkImage, find_ink, to_grey, working_image
from ocrdesk.vision.synthesis import PageSettings, synthesise_page

DrawPage = Callable[..., npt.NDArray[np.uint8]]


def _ink(pixels: np.ndarray) -> InkImage:
    working, scale = working_image(to_grey(pixels))
    return find_ink(working, scale)


def test_ink_is_where_the_pen_was(draw_page: DrawPage) -> None:
    page = draw_page(["HELLO", "WORLD"])
    ink = find_ink(page, 1.0)
    pen = page < 130
    agreement = (ink.mask & pen).sum() / (ink.mask | pen).sum()
    assert agreement > 0.85
    assert not ink.is_inverted


def test_faint_pencil_beside_a_dark_pen_is_kept(draw_page: DrawPage) -> None:
    page = draw_page(["EEEEE", "HHHHH"])
    faint = page.copy()
    half = page.shape[0] // 2
    faint[:half] = 235 - (235 - page[:half].astype(int)) // 3
    both, dark = find_ink(faint, 1.0), find_ink(page, 1.0)
    assert both.mask[:half].sum() > 0.75 * dark.mask[:half].sum()


def test_light_on_dark_gives_the_same_ink(draw_page: DrawPage) -> None:
    page = draw_page(["CHALK", "BOARD"])
    normal, inverted = find_ink(page, 1.0), find_ink(255 - page, 1.0)
    assert inverted.is_inverted
    assert not normal.is_inverted
    difference = (normal.mask ^ inverted.mask).sum()
    assert difference < 0.2 * normal.mask.sum()


@pytest.mark.parametrize("depth", [0.5, 0.7])
@pytest.mark.parametrize("softness", [30, 150])
def test_a_shadow_across_the_page_is_not_ink(
    draw_page: DrawPage, depth: float, softness: float
) -> None:
    page = draw_page(["SHADOW", "ACROSS", "PAPER"])
    fade = 1 / (1 + np.exp(-(np.arange(page.shape[1]) - page.shape[1] / 2) / softness))
    shaded = (page * (1 - depth * fade)).astype(np.uint8)
    clean, shadowed = find_ink(page, 1.0), find_ink(shaded, 1.0)
    assert shadowed.mask.sum() == pytest.approx(clean.mask.sum(), rel=0.15)
    # What is written in the shadow is kept, as dark as it is there beside its paper.
    half = page.shape[1] // 2
    in_shadow = clean.mask[:, half:].sum()
    assert (shadowed.mask & clean.mask)[:, half:].sum() > 0.8 * in_shadow


def test_the_desk_around_a_sheet_is_not_ink(draw_page: DrawPage) -> None:
    page = draw_page(["SHEET", "ON", "DESK"], cap=60)
    desk = np.full((page.shape[0] + 400, page.shape[1] + 400), 25, np.uint8)
    desk += np.random.default_rng(1).integers(0, 12, desk.shape, dtype=np.uint8)
    desk[200:-200, 200:-200] = page
    ink = find_ink(desk, 1.0)
    assert not ink.is_inverted
    outside = ink.mask.copy()
    outside[180:-180, 180:-180] = False
    assert outside.sum() < 0.02 * ink.mask.sum()


def test_blank_noisy_paper_has_next_to_no_ink() -> None:
    noise = np.random.default_rng(2).normal(200, 6, (600, 800)).clip(0, 255).astype(np.uint8)
    assert _ink(noise).mask.mean() < 0.002


@pytest.mark.parametrize("shape", [(1, 1), (3, 400), (400, 3), (40, 40, 3)])
def test_odd_images_do_not_break_it(shape: tuple[int, ...]) -> None:
    ink = _ink(np.full(shape, 128, np.uint8))
    assert not ink.mask.any()


def test_colour_and_grey_agree(draw_page: DrawPage) -> None:
    page = draw_page(["GREY"])
    colour = np.stack([page] * 3, axis=2)
    assert np.array_equal(_ink(page).mask, _ink(colour).mask)


def test_the_working_image_is_never_enlarged_more_than_twice() -> None:
    small = np.zeros((30, 200), np.uint8)
    working, scale = working_image(to_grey(small))
    assert scale == pytest.approx(2.0)
    assert working.shape == (60, 400)


@pytest.mark.parametrize("width", [1800, 2050, 2600])
def test_a_picture_and_its_double_are_seen_alike(width: int) -> None:
    """Single pixels differ by a level here and there, not by how sharp the pictures are."""
    page = synthesise_page(["SIZE 12"], np.random.default_rng(4), PageSettings()).pixels
    height = round(page.shape[0] * width / page.shape[1])
    once = to_grey(page).resize((width, height), Image.Resampling.BICUBIC)
    twice = once.resize((2 * width, 2 * height), Image.Resampling.BICUBIC)
    seen, again = (working_image(picture)[0].astype(np.float32) for picture in (once, twice))
    assert np.abs(seen - again).mean() < 0.2
    assert np.abs(np.diff(seen)).mean() == pytest.approx(np.abs(np.diff(again)).mean(), rel=0.06)


def test_colour_turns_grey_as_pillow_turns_it() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (300, 40, 3), np.uint8)
    grey = to_grey(pixels)
    assert grey.mode == "L"
    assert np.array_equal(np.asarray(grey), np.asarray(Image.fromarray(pixels).convert("L")))
