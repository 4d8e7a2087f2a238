"""Patches look alike whatever pen and size wrote the letter."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocrdesk.vision.patches import PatchGeometry, cut_patch, cut_patches


def _bar(height: int, width: int, margin: int) -> np.ndarray:
    ink = np.zeros((height + 2 * margin, width + 2 * margin), np.uint8)
    ink[margin : margin + height, margin : margin + width] = 255
    return ink


def test_a_geometry_has_whole_pixels_and_room_for_ink() -> None:
    for size, margin in ((28.0, 3), (28, 2.5)):
        with pytest.raises(TypeError, match="parts of pixels"):
            PatchGeometry(size, margin)  # type: ignore[arg-type]
    for size, margin in ((28, 13), (28, -1), (7, 0), (257, 3)):
        with pytest.raises(ValueError, match="without room"):
            PatchGeometry(size, margin)


@pytest.mark.parametrize(("height", "width"), [(60, 10), (10, 60), (40, 40), (3, 200)])
def test_the_longer_side_fills_the_patch_and_the_aspect_stays(height: int, width: int) -> None:
    patch = cut_patch(_bar(height, width, 7), PatchGeometry(28, 3))
    rows, columns = np.nonzero(patch > 0.5)
    inked = (np.ptp(rows) + 1, np.ptp(columns) + 1)
    assert max(inked) == 22
    expected = max(1, round(22 * min(height, width) / max(height, width)))
    assert min(inked) == pytest.approx(expected, abs=1)
    for inside in (rows, columns):  # and the ink stands in the middle
        assert abs(inside.min() - (27 - inside.max())) <= 1


def test_where_the_ink_stands_makes_no_difference() -> None:
    ink = np.zeros((90, 90), np.uint8)
    ink[20:60, 30:50] = 255
    ink[20:30, 10:70] = 255
    moved = np.roll(ink, (15, 8), axis=(0, 1))
    geometry = PatchGeometry()
    assert np.array_equal(cut_patch(ink, geometry), cut_patch(moved, geometry))


def test_thin_faint_pens_are_as_dark_as_thick_ones() -> None:
    thin = np.zeros((400, 400), np.uint8)
    thin[10:390, 200:202] = 120
    thin[10:12, 10:390] = 120
    assert cut_patch(thin, PatchGeometry()).max() == 1.0


def test_no_ink_gives_an_empty_patch() -> None:
    assert not cut_patch(np.zeros((12, 9), np.uint8), PatchGeometry()).any()
    assert cut_patches([], PatchGeometry(32, 4)).shape == (0, 32, 32)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 90), st.integers(1, 90), st.integers(0, 2**32 - 1), st.sampled_from([16, 28, 32])
)
def test_any_ink_gives_a_patch_in_range(height: int, width: int, seed: int, size: int) -> None:
    ink = np.random.default_rng(seed).integers(0, 256, (height, width), dtype=np.uint8)
    patch = cut_patch(ink, PatchGeometry(size, 2))
    assert patch.shape == (size, size)
    assert patch.dtype == np.float32
    assert patch.min() >= 0.0
    assert patch.max() <= 1.0


@pytest.mark.parametrize(("size", "margin"), [(4, 0), (28, 13), (28, -1), (1000, 3)])
def test_a_geometry_without_room_is_refused(size: int, margin: int) -> None:
    with pytest.raises(ValueError, match="without room"):
        PatchGeometry(size, margin)
