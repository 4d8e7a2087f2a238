"""Means, maxima and values between blocks, against SciPy's filters and Pillow's enlarging."""

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from ocrdesk.vision import neighbourhoods


@pytest.fixture(params=[(1, 1), (2, 7), (131, 90)])
def values(request: pytest.FixtureRequest) -> np.ndarray:
    shape: tuple[int, int] = request.param
    return np.random.default_rng(3).random(shape, np.float32)


def test_the_mean_of_nine_is_a_uniform_filter(values: np.ndarray) -> None:
    wanted = ndimage.uniform_filter(values, 3)
    np.testing.assert_allclose(neighbourhoods.mean_of_nine(values), wanted, atol=1e-6)


@pytest.mark.parametrize("radius", [1, 2, 5, 20])
def test_the_smooth_maximum_is_a_filter_after_another(values: np.ndarray, radius: int) -> None:
    peaks = ndimage.maximum_filter(values, 2 * radius + 1, mode="nearest")
    wanted = ndimage.uniform_filter(peaks, radius | 1, mode="nearest")
    found = neighbourhoods.smooth_maximum(values, radius)
    np.testing.assert_allclose(found, wanted, atol=1e-6)


def test_halving_keeps_every_maximum(values: np.ndarray) -> None:
    found = neighbourhoods.halved(values)
    assert found.shape == tuple((side + 1) // 2 for side in values.shape)
    assert found.max() == values.max()
    assert found[0, 0] == values[:2, :2].max()
    assert found[-1, -1] >= values[-1, -1]


@pytest.mark.parametrize("block", [2, 4])
def test_between_blocks_pillow_enlarges_alike(values: np.ndarray, block: int) -> None:
    height, width = (side * block for side in values.shape)
    wanted = Image.fromarray(values).resize((width, height), Image.Resampling.BILINEAR)
    rows, columns = np.divmod(np.arange(height * width), width)
    found = neighbourhoods.between_blocks(values, block, rows, columns)
    np.testing.assert_allclose(found.reshape(height, width), np.asarray(wanted), atol=1e-6)
