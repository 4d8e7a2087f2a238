"""A barcode is told from a row of ones by how close and how even its bars are."""

import numpy as np

from ocrdesk.vision.barcodes import find_bars


def test_bars_side_by_side_are_found_either_way() -> None:
    bars = np.array([(0, 9 * k, 100, 9 * k + 2 + k % 4) for k in range(12)], np.int64)
    assert find_bars(bars).all()
    assert find_bars(bars[:, [1, 0, 3, 2]]).all()
    assert not find_bars(bars[:5]).any()


def test_a_row_of_ones_is_none() -> None:
    rng = np.random.default_rng(4)
    tops = rng.normal(0, 4, 16).round().astype(int).tolist()
    spaced = [(40 * k, top, 40 * k + 8, 60 + top) for k, top in enumerate(tops)]
    close = [(14 * k, 3 * top, 14 * k + 6, 60 + 3 * top) for k, top in enumerate(tops)]
    assert not find_bars(np.array(spaced, np.int64)).any()
    assert not find_bars(np.array(close, np.int64)).any()
