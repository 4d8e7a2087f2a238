"""Pictures are resized as Pillow resizes them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ocrdesk.vision.shrinking import resized_to

SIDES = st.integers(1, 160)


def _by_pillow(picture: np.ndarray, width: int, height: int) -> np.ndarray:
    resized = Image.fromarray(picture).resize((width, height), Image.Resampling.BILINEAR)
    return np.asarray(resized, float)


@settings(max_examples=80, deadline=None)
@given(SIDES, SIDES, SIDES, SIDES, st.integers(0, 2**32 - 1))
def test_no_pixel_is_more_than_a_level_from_pillows(
    height: int, width: int, to_height: int, to_width: int, seed: int
) -> None:
    picture = np.random.default_rng(seed).integers(0, 256, (height, width)).astype(np.uint8)
    difference = resized_to(picture, to_width, to_height) - _by_pillow(picture, to_width, to_height)
    assert np.abs(difference).max() <= 1


@pytest.mark.parametrize(("height", "width"), [(60, 1), (1, 60), (22, 9), (9, 200)])
def test_one_way_alone_is_exact(height: int, width: int) -> None:
    picture = np.random.default_rng(4).integers(0, 256, (height, width)).astype(np.uint8)
    for size in ((width, 17), (17, height)):
        assert np.array_equal(resized_to(picture, *size), _by_pillow(picture, *size))
