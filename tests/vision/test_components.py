"""Connected ink is measured, and what no pen wrote is told from what one did."""

import numpy as np

from ocrdesk.vision.components import (
    drop_clutter,
    find_components,
    is_written,
    letter_height,
)
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


def test_components_are_measured_as_their_pixels_are_counted() -> None:
    mask = np.random.default_rng(1).random((60, 80)) < 0.3
    mask[20:40, :30] = True  # one at the picture's edge
    ink = _ink(mask)
    components = find_components(ink)
    labels = components.labels
    assert len(components) == labels.max() > 3
    for number, (box, area) in enumerate(zip(components.boxes, components.areas, strict=True)):
        rows, columns = np.nonzero(labels == number + 1)
        assert len(rows) == area >= 4
        assert box.tolist() == [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]
    assert (components.darkness == 1).all()
    block = int(labels[30, 10]) - 1
    own = labels == block + 1
    edges = np.count_nonzero(own[:, 1:] != own[:, :-1]) + np.count_nonzero(own[1:] != own[:-1])
    area = float(components.areas[block])
    wanted = 2 * area / (edges * np.pi / 4 - np.sqrt(area) / 2)
    np.testing.assert_allclose(components.pens[block], wanted)


def test_bare_paper_has_no_components() -> None:
    components = find_components(_ink(np.zeros((5, 9), bool)))
    assert len(components) == 0
    assert components.boxes.shape == (0, 4)


def test_thousands_of_specks_do_not_make_letters_low() -> None:
    mask = np.zeros((600, 1600), bool)
    for number in range(40):
        mask[100:180, 40 + 38 * number : 46 + 38 * number] = True
    places = np.random.default_rng(1).integers(0, (590, 1590), (4000, 2))
    for row, column in places:
        mask[row : row + 4, column : column + 4] = True
    components = find_components(_ink(mask))
    assert 75 <= letter_height(components) <= 95
    kept = drop_clutter(components, letter_height(components))
    assert np.count_nonzero(kept) <= 50
    assert np.count_nonzero(kept & (components.heights > 70)) >= 30


def test_a_slanting_line_cut_off_by_the_edge_is_not_written() -> None:
    mask = np.zeros((600, 1600), bool)
    for column in range(1200, 1600):
        top = (column - 1200) // 14
        mask[top : top + 4, column] = True
    for number in range(6):
        mask[0:60, 60 + 60 * number : 66 + 60 * number] = True  # letters at the same edge
    components = find_components(_ink(mask))
    assert is_written(components).tolist() == [components.boxes[n, 0] < 800 for n in range(7)]
