"""Items stay together with what is known about them, and writers stay on one side of a split."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.errors import DatasetError
from ocrdesk.formats.group_split import split_groups
from ocrdesk.formats.labelled_images import LabelledImages


def labelled(count: int = 6, *, same_size: bool = True) -> LabelledImages:
    stack = np.arange(count, dtype=np.uint8)[:, None, None] * np.ones((1, 2, 3), np.uint8)
    images = stack if same_size else tuple(stack[at, :, : 1 + at % 3] for at in range(count))
    return LabelledImages(
        images=images,
        characters=np.array(list("ABCDEFGH"[:count])),
        clean=np.arange(count) % 2 == 0,
        source="a.npz",
        groups=np.array([str(at // 2) for at in range(count)]),
        parts=np.array(["x"] * count),
    )


@pytest.mark.parametrize("same_size", [True, False])
def test_a_subset_keeps_everything_together(same_size: bool) -> None:  # noqa: FBT001
    items = labelled(same_size=same_size).subset([4, 1])
    assert [int(image[0, 0]) for image in items.images] == [4, 1]
    assert items.characters.tolist() == ["E", "B"]
    assert items.clean.tolist() == [True, False]
    assert items.groups is not None
    assert items.groups.tolist() == ["2", "0"]
    assert items.parts is not None
    assert len(items.parts) == len(items) == 2


def test_a_mask_chooses_too() -> None:
    items = labelled()
    assert items.subset(items.clean).characters.tolist() == ["A", "C", "E"]
    assert len(items.subset([])) == 0
    with pytest.raises(ValueError, match="mask of shape"):
        items.subset(np.array([True]))


@pytest.mark.parametrize("same_size", [True, False])
def test_transposition(same_size: bool) -> None:  # noqa: FBT001
    items = labelled(same_size=same_size)
    flipped = items.transposed()
    for image, turned in zip(items.images, flipped.images, strict=True):
        assert np.array_equal(image.T, turned)
    assert flipped.characters is items.characters


def test_lengths_must_agree() -> None:
    with pytest.raises(ValueError, match="different lengths"):
        LabelledImages(
            images=np.zeros((2, 3, 3), np.uint8),
            characters=np.array(["A"]),
            clean=np.array([True]),
            source="a",
        )


def test_a_split_by_writer_is_repeatable() -> None:
    items = labelled(8)
    one = items.split_by_group(0.3, np.random.default_rng(5))
    two = items.split_by_group(0.3, np.random.default_rng(5))
    assert one[1].characters.tolist() == two[1].characters.tolist()
    assert (len(one[0]), len(one[1])) == (6, 2)


def test_without_writers_there_is_no_split() -> None:
    rng = np.random.default_rng(0)
    with pytest.raises(DatasetError, match=r"“a\.npz” does not say who wrote what") as caught:
        LabelledImages(
            images=np.zeros((1, 3, 3), np.uint8),
            characters=np.array(["A"]),
            clean=np.array([True]),
            source="a.npz",
        ).split_by_group(0.2, rng)
    assert caught.value.advice
    with pytest.raises(DatasetError, match="one writer only"):
        labelled(2).split_by_group(0.2, rng)


@pytest.mark.parametrize("fraction", [0, 1, -0.5, float("nan")])
def test_a_side_may_not_be_empty(fraction: float) -> None:
    with pytest.raises(ValueError, match="leaves one side empty"):
        labelled().split_by_group(fraction, np.random.default_rng(0))


def test_a_busy_writer_does_not_fill_the_held_out_part() -> None:
    groups = np.array(["busy"] * 900 + [f"w{at % 20}" for at in range(100)])
    for seed in range(20):
        _, held_out = split_groups(groups, 0.08, np.random.default_rng(seed), source="x")
        assert 70 <= len(held_out) <= 80
        assert "busy" not in groups[held_out]


@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=60).filter(lambda own: len(set(own)) > 1),
    st.floats(0.01, 0.99),
    st.integers(0, 2**32 - 1),
)
def test_no_writer_is_on_both_sides(writers: list[int], fraction: float, seed: int) -> None:
    groups = np.array([str(writer) for writer in writers])
    rng = np.random.default_rng(seed)
    training, held_out = split_groups(groups, fraction, rng, source="x")
    assert len(training) >= 1
    assert len(held_out) >= 1
    assert sorted([*training, *held_out]) == list(range(len(writers)))
    assert not set(groups[training]) & set(groups[held_out])
