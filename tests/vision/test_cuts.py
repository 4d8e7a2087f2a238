"""Cuts go where letters touch, along their slant, and not through the middle of strokes."""

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.vision.cuts import find_cuts, parts_of

Mask = npt.NDArray[np.bool_]


def _two_blocks(gap: int = 6, bridge: int = 3, lean: int = 0) -> Mask:
    """Return two squares of 40 pixels with a bridge between; they may lean."""
    mask = np.zeros((40, 86 + 40), bool)
    mask[:, 0:40] = True
    mask[:, 40 + gap : 80 + gap] = True
    mask[20 : 20 + bridge, 40 : 40 + gap] = True
    if lean:
        shifts = np.linspace(lean, 0, 40).astype(int)
        mask = np.stack([np.roll(row, shift) for row, shift in zip(mask, shifts, strict=True)])
    columns = np.flatnonzero(mask.any(axis=0))
    return mask[:, : columns[-1] + 1]


def test_a_bridge_between_two_letters_is_cut() -> None:
    (cuts,) = find_cuts([_two_blocks()], pens=[3.0], heights=[40.0])
    (cut,) = cuts
    assert cut.cost == pytest.approx(1.0, abs=0.35)
    assert (cut.path >= 40).all()
    assert (cut.path <= 46).all()


def test_a_cut_follows_the_slant() -> None:
    (cuts,) = find_cuts([_two_blocks(lean=24)], pens=[3.0], heights=[40.0])
    (cut,) = cuts
    assert 18 <= cut.path[0] - cut.path[-1] <= 30


def test_solid_ink_is_not_cut() -> None:
    solid = np.ones((40, 120), bool)
    assert find_cuts([solid], pens=[4.0], heights=[40.0]) == [[]]


def test_a_narrow_letter_is_not_cut() -> None:
    narrow = np.ones((40, 20), bool)
    narrow[:, 8:12] = False
    narrow[18:21] = True
    assert find_cuts([narrow], pens=[3.0], heights=[40.0]) == [[]]


def test_masks_searched_together_are_cut_as_if_alone() -> None:
    masks = [_two_blocks(), _two_blocks(lean=24)[:, 10:], np.ones((9, 70), bool)]
    pens, heights = [3.0, 3.0, 9.0], [40.0, 40.0, 40.0]
    together = find_cuts(masks, pens=pens, heights=heights)
    for place, mask in enumerate(masks):
        (alone,) = find_cuts([mask], pens=[pens[place]], heights=[heights[place]])
        assert [cut.cost for cut in alone] == [cut.cost for cut in together[place]]
        assert all(
            np.array_equal(first.path, second.path)
            for first, second in zip(alone, together[place], strict=True)
        )


def test_pixels_are_counted_from_cut_to_cut() -> None:
    mask = _two_blocks()
    (cuts,) = find_cuts([mask], pens=[3.0], heights=[40.0])
    parts = parts_of(mask.shape, cuts)
    assert set(parts[:, :40].ravel().tolist()) == {0}
    assert set(parts[:, 46:].ravel().tolist()) == {1}
