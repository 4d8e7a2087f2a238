"""Connected ink is measured, and what no pen wrote is told from what one did."""

import numpy as np

from ocrdesk.vision.components import drop_clutter, find_components
from ocrdesk.vision.preprocess import InkImage


def _ink(mask: np.ndarray) -> InkImage:
    return InkImage(mask.astype(np.float32), mask, 1.0, is_inverted=False, noise=0.0)


def test_a_heavy_object_does_not_make_letters_specks() -> None:
    mask = np.zeros((600, 800), bool)
    for number in range(12):
        mask[100:122, 60 + 40 * number : 64 + 40 * number] = True
    mask[200:500, 100:600] = True
    mask[220:480, 120:580] = False  # a frame of twenty pixels, like the outline of an object
    components = find_components(_ink(mask))
    kept = drop_clutter(components, 24.0)
    assert kept[components.heights < 30].all()
    assert not kept[components.heights > 30].any()


def test_specks_and_rulers_lines_are_dropped() -> None:
    mask = np.zeros((300, 800), bool)
    for number in range(6):
        mask[100:140, 60 + 60 * number : 66 + 60 * number] = True
    mask[200:203, 10:790] = True
    mask[250:253, 400:403] = True
    components = find_components(_ink(mask))
    kept = drop_clutter(components, 40.0)
    assert kept.tolist() == [True] * 6 + [False, False]
