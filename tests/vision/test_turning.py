"""Turned ink is the same ink, and every point of it knows where it came from."""

import numpy as np
import pytest

from ocrdesk.vision.components import find_components
from ocrdesk.vision.preprocess import InkImage
from ocrdesk.vision.turning import LEVEL, quarter_turned, turned, within


def _ink() -> InkImage:
    mask = np.zeros((90, 140), bool)
    mask[20:30, 30:90] = True
    mask[50:80, 100:112] = True
    return InkImage(mask.astype(np.float32) * 0.8, mask, 1.0, is_inverted=False, noise=0.01)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_quarter_turns_lose_nothing(quarters: int) -> None:
    ink = _ink()
    once = quarter_turned(ink, quarters)
    assert np.array_equal(once.mask, np.rot90(ink.mask, quarters))
    back = quarter_turned(once, 4 - quarters)
    assert np.array_equal(back.mask, ink.mask)
    assert np.array_equal(back.contrast, ink.contrast)


@pytest.mark.parametrize("angle", [-75.0, -30.0, 8.0, 45.0, 88.0, 160.0])
def test_points_of_turned_ink_lead_back_to_it(angle: float) -> None:
    ink = _ink()
    level, placement = turned(ink, angle)
    assert placement.angle == pytest.approx(angle)
    assert level.mask.sum() == pytest.approx(ink.mask.sum(), rel=0.03)
    for component in range(2):
        own = find_components(level).labels == component + 1
        there = np.argwhere(own)[:, ::-1].astype(np.float64) + 0.5
        places = placement.back(there)
        columns, rows = np.floor(places).astype(int).T
        assert ink.mask[rows, columns].mean() > 0.95
        assert np.allclose(placement.forth(places), there)


def test_rows_that_fall_come_out_level() -> None:
    y, x = np.mgrid[:200, :300]
    falling = np.abs((y - 60) - np.tan(np.deg2rad(20.0)) * (x - 60)) < 4
    ink = InkImage(falling.astype(np.float32), falling, 1.0, is_inverted=False, noise=0.0)
    level, _ = turned(ink, 20.0)
    assert np.ptp(np.flatnonzero(level.mask.any(axis=1))) < 12


def test_no_turn_is_known_as_such() -> None:
    assert turned(_ink(), 0.0)[1] == LEVEL
    assert turned(_ink(), 1.0)[1] != LEVEL


def test_a_placement_of_an_image_further_down_leads_to_the_same_points() -> None:
    placement = turned(_ink(), 33.0)[1]
    points = np.array([[3.0, 4.0], [50.0, 20.0]])
    lowered = placement.lowered(100)
    assert np.allclose(lowered.back(points + np.array((0.0, 100.0))), placement.back(points))


def test_pixels_within_an_outline_are_those_whose_middle_is() -> None:
    inside = within(np.array([[2.0, 1.0], [6.0, 1.0], [6.0, 4.0], [2.0, 4.0]]), (6, 8))
    expected = np.zeros((6, 8), bool)
    expected[1:4, 2:6] = True
    assert np.array_equal(inside, expected)
