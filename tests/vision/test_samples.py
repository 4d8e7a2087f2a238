"""Training draws characters as pages show them."""

import numpy as np
import pytest

from ocrdesk.vision.patches import PatchGeometry, cut_patch
from ocrdesk.vision.samples import ink_of_image, ink_of_strokes
from ocrdesk.vision.stroke_font import variants


@pytest.mark.parametrize("character", list("AKMS058"))
def test_drawn_characters_are_bitonal_and_never_empty(character: str) -> None:
    rng = np.random.default_rng(1)
    strokes = variants(character)[0]
    for _ in range(30):
        ink = ink_of_strokes(strokes, rng)
        assert set(np.unique(ink)) <= {0, 255}
        assert ink.any()


def test_plain_ink_is_the_same_every_time() -> None:
    strokes = variants("R")[0]
    assert np.array_equal(ink_of_strokes(strokes), ink_of_strokes(strokes))


def test_the_same_seed_draws_the_same_hand() -> None:
    strokes = variants("R")[0]
    first = ink_of_strokes(strokes, np.random.default_rng(7))
    second = ink_of_strokes(strokes, np.random.default_rng(7))
    other = ink_of_strokes(strokes, np.random.default_rng(8))
    assert np.array_equal(first, second)
    assert first.shape != other.shape or not np.array_equal(first, other)


def test_a_picture_and_its_strokes_give_alike_patches() -> None:
    geometry = PatchGeometry()
    strokes = variants("E")[0]
    ink = ink_of_strokes(strokes)
    from PIL import Image

    small = np.asarray(Image.fromarray(ink).reduce(2))
    patches = cut_patch(ink, geometry), cut_patch(ink_of_image(small), geometry)
    assert patches[0].mean() == pytest.approx(patches[1].mean(), rel=0.25)


def test_bent_pictures_stay_inside_and_keep_their_ink() -> None:
    picture = np.zeros((28, 28), np.uint8)
    picture[4:24, 12:16] = 255
    picture[4:8, 4:24] = 255
    rng = np.random.default_rng(3)
    for _ in range(30):
        ink = ink_of_image(picture, rng)
        assert ink.any()
        edge = np.concatenate([ink[0], ink[-1], ink[:, 0], ink[:, -1]])
        assert not edge.any()
