"""Strokes become ink of the asked size, and distortion keeps a character itself."""

from pathlib import Path

import numpy as np
import pytest

from ocrdesk.vision.strokes import Stroke, distort, draw, extent, render, resample, smooth


def _bar(*points: tuple[float, float]) -> Stroke:
    return np.array(points, np.float32)


CROSS = [_bar((0, 50), (100, 50)), _bar((50, 0), (50, 100))]


@pytest.mark.parametrize("height", [20, 48, 97])
@pytest.mark.parametrize("pen_width", [1.0, 3.3, 8.0])
def test_the_longer_side_has_the_asked_height_with_the_pen(height: int, pen_width: float) -> None:
    ink = render([_bar((3, 7), (43, 207))], height=height, pen_width=pen_width, margin=2)
    rows = np.flatnonzero(ink.max(axis=1) > 127)
    columns = np.flatnonzero(ink.max(axis=0) > 127)
    assert abs((rows[-1] - rows[0] + 1) - height) <= 1
    assert rows[0] in (1, 2, 3)
    assert columns[0] in (1, 2, 3)
    assert ink.shape[0] == height + 4
    assert not ink[0].any()
    assert not ink[:, 0].any()
    assert not ink[-1].any()
    assert not ink[:, -1].any()


@pytest.mark.parametrize("pen_width", [2.0, 3.0, 5.0])
def test_a_bar_is_as_thick_as_the_pen(pen_width: float) -> None:
    ink = render(CROSS, height=60, pen_width=pen_width)
    column = ink[:, 10].astype(float) / 255
    assert column.sum() == pytest.approx(pen_width, abs=0.5)


def test_caps_are_round_and_a_single_point_is_a_dot() -> None:
    ink = render([_bar((9, 9))], height=48, pen_width=12, margin=1)
    assert ink.shape == (14, 14)
    assert ink[7, 7] == 255
    assert ink[1, 1] == 0
    assert ink.sum() / 255 == pytest.approx(np.pi * 36, rel=0.06)


def test_joints_have_no_notch_on_the_outside_of_a_sharp_turn() -> None:
    ink = render([_bar((0, 0), (100, 0), (0, 30))], height=64, pen_width=10, margin=2)
    assert ink[6, -5] > 200


def test_edges_are_antialiased_with_255_for_full_ink() -> None:
    ink = render([_bar((0, 0), (40, 100))], height=48, pen_width=4)
    assert ink.dtype == np.uint8
    assert ink.max() == 255
    assert ((ink > 0) & (ink < 255)).any()


def test_draw_puts_strokes_where_they_are_in_pixels() -> None:
    ink = draw([_bar((10, 20), (30, 20))], (40, 50), pen_width=4)
    assert ink.shape == (40, 50)
    assert ink[20, 20] == 255
    assert ink[26, 20] == 0
    assert ink[20, 5] == 0


def test_resampling_keeps_ends_and_length() -> None:
    corner = _bar((0, 0), (100, 0), (100, 50))
    even = resample(corner, 10)
    np.testing.assert_allclose(even[[0, -1]], corner[[0, -1]])
    gaps = np.hypot(*np.diff(even, axis=0).T)
    np.testing.assert_allclose(gaps, 10, atol=1e-4)
    assert len(resample(_bar((5, 5), (5, 5)), 1)) == 1


def test_smoothing_removes_the_stairs_of_a_coarse_tablet() -> None:
    x = np.arange(0, 256, 2)
    line = np.stack([x, x / 2], axis=1)
    stairs = (np.round(line / 12) * 12).astype(np.float32)
    even = smooth([stairs])[0]
    off = (even[:, 1] - even[:, 0] / 2) / np.hypot(1, 0.5)
    assert np.abs(off[2:-2]).max() < 2.5
    np.testing.assert_allclose(even[[0, -1]], stairs[[0, -1]], atol=1e-3)


def test_smoothing_keeps_dots_and_fine_corners() -> None:
    corner = _bar(*[(i, 0) for i in range(100)], *[(99, i) for i in range(100)])
    dot = _bar((50, 50))
    even, point = smooth([corner, dot])
    assert len(point) == 1
    assert np.hypot(*(even - (99, 0)).T).min() < 4


def test_distortion_is_drawn_from_the_generator_alone() -> None:
    strokes = smooth(CROSS)
    before = [stroke.copy() for stroke in strokes]
    first = distort(strokes, np.random.default_rng(4))
    again = distort(strokes, np.random.default_rng(4))
    other = distort(strokes, np.random.default_rng(5))
    for one, two, three, old, kept in zip(first, again, other, before, strokes, strict=True):
        np.testing.assert_array_equal(one, two)
        np.testing.assert_array_equal(old, kept)
        assert one.dtype == np.float32
        assert one.shape == old.shape
        assert not np.array_equal(one, three)


def test_no_strength_changes_nothing_but_the_place() -> None:
    strokes = smooth(CROSS)
    still = distort(strokes, np.random.default_rng(1), strength=0.0)
    for kept, stroke in zip(still, strokes, strict=True):
        moved = stroke - kept
        np.testing.assert_allclose(moved, np.broadcast_to(moved[0], moved.shape), atol=1e-3)


def test_distorted_strokes_stay_near_themselves() -> None:
    strokes = smooth(CROSS)
    rng = np.random.default_rng(0)
    for _ in range(50):
        _, size = extent(distort(strokes, rng))
        assert 70 < size < 160


def test_a_dot_can_be_distorted() -> None:
    assert distort([_bar((7, 7))], np.random.default_rng(0))[0].shape == (1, 2)


def test_real_recordings_render_within_their_frame(shared_data: Path) -> None:
    with np.load(shared_data / "unipen_strokes62.npz") as data:
        points, stroke_ends, item_ends = (
            data[key] for key in ("points", "stroke_offsets", "item_offsets")
        )
    rng = np.random.default_rng(2)
    for item in rng.choice(len(item_ends) - 1, 200, replace=False):
        strokes = [
            points[stroke_ends[s] : stroke_ends[s + 1]].astype(np.float32)
            for s in range(item_ends[item], item_ends[item + 1])
        ]
        ink = render(distort(smooth(strokes), rng), height=48, pen_width=3.0)
        assert max(ink.shape) <= 53
        assert ink.max() > 0
