"""A sheet that lies half in a shadow is not taken for its lit half."""

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw
from scipy import ndimage

from ocrdesk.vision.sheet import find_sheet

PAPER, SHADE = 225, 0.55
SIZE = (1600, 1200)
ASKEW = [(300.0, 250.0), (1330.0, 180.0), (1480.0, 1020.0), (160.0, 960.0)]

Pixels = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]


def _photo(desk: int, shadow: list[tuple[float, float]], softness: float) -> Pixels:
    """A sheet on a desk; the polygon ``shadow`` lies in the shade."""
    picture = Image.new("L", SIZE, desk)
    ImageDraw.Draw(picture).polygon(ASKEW, fill=PAPER)
    shade = Image.new("L", SIZE)
    ImageDraw.Draw(shade).polygon(shadow, fill=255)
    depth = ndimage.gaussian_filter(np.asarray(shade) / 255.0, softness)
    noise = np.random.default_rng(1).normal(0, 3, SIZE[::-1])
    seen = np.asarray(picture) * (1 - (1 - SHADE) * depth) + noise
    return np.asarray(np.clip(seen, 0, 255), np.uint8)


RIGHT = [(850.0, -200.0), (2000.0, -200.0), (2000.0, 1400.0), (900.0, 1400.0)]
LOW = [(-200.0, 700.0), (2000.0, 620.0), (2000.0, 1400.0), (-200.0, 1400.0)]
NONE: list[tuple[float, float]] = [(-9.0, -9.0), (-8.0, -9.0), (-8.0, -8.0)]


@pytest.mark.parametrize("desk", [12, 80])
@pytest.mark.parametrize("softness", [3.0, 25.0])
@pytest.mark.parametrize("shadow", [NONE, RIGHT, LOW], ids=["none", "right", "low"])
def test_the_whole_sheet_is_found(
    desk: int, softness: float, shadow: list[tuple[float, float]]
) -> None:
    sheet = find_sheet(_photo(desk, shadow, softness))
    assert sheet is not None
    width, height = sheet.size
    corners = sheet.back(np.array([(0, 0), (width, 0), (width, height), (0, height)], float))
    assert np.abs(corners - np.array(ASKEW)).max() < 25


@pytest.mark.parametrize("shadow", [RIGHT, LOW], ids=["right", "low"])
def test_a_shadow_as_dark_as_the_desk_leaves_no_sheet(shadow: list[tuple[float, float]]) -> None:
    assert find_sheet(_photo(round(PAPER * SHADE), shadow, 5.0)) is None
