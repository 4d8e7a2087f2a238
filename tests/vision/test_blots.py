"""Ink that no pen drew, filled all over, is told from letters, however thickly these are drawn."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ocrdesk.vision.components import drop_clutter, find_components
from ocrdesk.vision.preprocess import InkImage

_THICK = 14  # pixels of a pen, for letters of forty


def _with_blots(*blots: tuple[int, int, int, int]) -> Image.Image:
    picture = Image.new("L", (800, 300))
    draw = ImageDraw.Draw(picture)
    for blot in blots:
        draw.ellipse(blot, fill=255)
    return picture


def _kept(picture: Image.Image, height: float = 40.0) -> list[bool]:
    """Return what is kept of a picture's ink, from left to right."""
    mask = np.asarray(picture) > 127
    ink = InkImage(mask.astype(np.float32), mask, 1.0, is_inverted=False, noise=0.0)
    components = find_components(ink)
    kept = drop_clutter(components, height)
    return [bool(kept[place]) for place in np.argsort(components.boxes[:, 0])]


def _with_letters(picture: Image.Image, count: int = 6) -> Image.Image:
    """Draw letters V of a pen a third as thick as they are high, from the middle on."""
    draw = ImageDraw.Draw(picture)
    for number in range(count):
        left = 300 + 70 * number
        draw.line(((left, 100), (left + 16, 138), (left + 32, 100)), fill=255, width=_THICK)
    return picture


def test_a_blot_is_no_letter_and_thick_letters_are_none() -> None:
    picture = _with_blots((100, 100, 138, 138))
    assert _kept(_with_letters(picture)) == [False] + [True] * 6


def test_letters_that_a_thick_pen_and_blur_fill_stay() -> None:
    picture, font = Image.new("L", (1300, 300)), ImageFont.load_default(size=80)
    for place, letter in enumerate("ALM8GASQE"):
        corner = (30 + 110 * place, 100)
        ImageDraw.Draw(picture).text(corner, letter, 255, font, stroke_width=5)
    blurred = picture.filter(ImageFilter.GaussianBlur(5))
    assert all(_kept(blurred, height=70.0))


def test_dots_stay_beside_letters() -> None:
    picture = _with_blots((100, 120, 118, 138), (200, 114, 218, 132))
    assert _kept(_with_letters(picture)) == [True] * 8


def test_where_many_are_blots_longer_ones_and_small_ones_are_none_either() -> None:
    round_ones = [(20 + 80 * place, 100, 58 + 80 * place, 138) for place in range(4)]
    picture = _with_blots(*round_ones, (380, 90, 415, 145), (460, 110, 478, 128))
    assert _kept(picture) == [False] * 6
