"""The corner marks of a practice sheet are found among the specks of a bad photo."""

import numpy as np
import pytest
from PIL import Image, ImageDraw
from scipy import ndimage

from ocrdesk.vision.practice_marks import find_marks

_CORNERS = ((100, 80), (740, 80), (100, 1040), (740, 1040))
_MODULE = 8  # pixels: a mark is seven of them wide


def _photo(specks: float) -> Image.Image:
    """Return a picture with four marks, and with dark pixels on that part of the paper."""
    image = Image.new("L", (900, 1200), 200)
    draw = ImageDraw.Draw(image)
    for left, top in _CORNERS:
        for inset, tone in ((0, 40), (1, 200), (2, 40)):
            sides = (left + inset * _MODULE, top + inset * _MODULE)
            ends = (left + (7 - inset) * _MODULE - 1, top + (7 - inset) * _MODULE - 1)
            draw.rectangle((sides, ends), fill=tone)
    pixels = np.asarray(image).copy()
    speck = np.random.default_rng(0).random(pixels.shape) < specks
    pixels[speck & (np.add.outer(*map(np.arange, pixels.shape)) % 2 == 0)] = 40
    for left, top in _CORNERS:
        reach = slice(top - 3, top + 7 * _MODULE + 3), slice(left - 3, left + 7 * _MODULE + 3)
        pixels[reach] = np.asarray(image)[reach]
    return Image.fromarray(pixels)


def test_marks_are_found_among_specks_that_cost_no_object_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A hundred thousand objects hold the window up when the garbage collector looks at them."""
    cut: list[int] = []
    find_objects = ndimage.find_objects

    def count(labels: object) -> object:
        found = find_objects(labels)
        cut.append(len(found))
        return found

    monkeypatch.setattr(ndimage, "find_objects", count)
    found = find_marks(_photo(0.1), closely=False)
    middles = sorted(tuple(np.rint(corners.mean(axis=0)).astype(int).tolist()) for corners in found)
    assert middles == sorted((left + 28, top + 28) for left, top in _CORNERS)
    assert cut == [8]  # rings and squares


def test_specks_alone_are_no_marks() -> None:
    noise = np.random.default_rng(0).random((1200, 900)) < 0.3
    assert find_marks(Image.fromarray(np.where(noise, 40, 200).astype(np.uint8))) == []
