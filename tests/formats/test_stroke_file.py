"""Pen strokes come back item by item, and offsets that do not fit are refused."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.formats.stroke_file import LabelledStrokes, read_strokes

GOOD: dict[str, Any] = {
    "points": np.arange(14, dtype=np.uint8).reshape(7, 2),
    "stroke_offsets": np.array([0, 2, 3, 7], np.uint32),
    "item_offsets": np.array([0, 2, 3], np.uint32),
    "labels": np.array([1, 0], np.uint8),
    "charset": "TI",
    "writer": np.array([4, 9], np.uint16),
    "clean": np.array([True, False]),
}


def stored(path: Path, **changes: Any) -> LabelledStrokes:
    arrays = {name: array for name, array in (GOOD | changes).items() if array is not None}
    np.savez(path, **arrays)
    return read_strokes(path)


def test_items_strokes_and_labels(tmp_path: Path) -> None:
    items = stored(tmp_path / "a.npz")
    assert len(items) == 2
    assert [stroke.tolist() for stroke in items.strokes(0)] == [[[0, 1], [2, 3]], [[4, 5]]]
    assert [stroke.shape for stroke in items.strokes(1)] == [(4, 2)]
    assert items.strokes(1)[0].dtype == np.float32
    assert items.characters.tolist() == items.texts.tolist() == ["I", "T"]
    assert items.groups is not None
    assert items.groups.tolist() == ["4", "9"]
    assert items.clean.tolist() == [True, False]
    assert items.source == "a.npz"


def test_strokes_are_copies(tmp_path: Path) -> None:
    items = stored(tmp_path / "a.npz")
    items.strokes(0)[0][:] = 99
    assert items.strokes(0)[0].max() == 3


def test_everything_is_plausible_where_nothing_is_said(tmp_path: Path) -> None:
    items = stored(tmp_path / "a.npz", clean=None, writer=None)
    assert items.clean.all()
    assert items.groups is None


def test_words_with_their_style(tmp_path: Path) -> None:
    words = stored(
        tmp_path / "a.npz",
        labels=np.array(["to be", "or"]),
        charset=None,
        style=np.array([1, 0]),
        styles=np.array(["CURSIVE", "PRINTED"]),
    )
    assert words.texts.tolist() == ["to be", "or"]
    assert words.styles is not None
    assert words.styles.tolist() == ["PRINTED", "CURSIVE"]
    with pytest.raises(DatasetError, match="holds words"):
        _ = words.characters


def test_subset_keeps_items_whole(tmp_path: Path) -> None:
    items = stored(tmp_path / "a.npz").subset([1, 0, 1])
    assert items.characters.tolist() == ["T", "I", "T"]
    assert items.strokes(2)[0].tolist() == [[6, 7], [8, 9], [10, 11], [12, 13]]
    assert len(items.subset(items.clean)) == 1


def test_split_by_writer(tmp_path: Path) -> None:
    training, held_out = stored(tmp_path / "a.npz").split_by_group(0.5, np.random.default_rng(3))
    assert (len(training), len(held_out)) == (1, 1)
    with pytest.raises(DatasetError, match="who wrote what"):
        stored(tmp_path / "a.npz", writer=None).split_by_group(0.5, np.random.default_rng(3))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"points": None}, "no array 'points'"),
        ({"item_offsets": None}, "no array 'item_offsets'"),
        ({"labels": None}, "no array 'labels'"),
        ({"charset": None}, "the labels are numbers"),
        ({"charset": "T"}, "the charset has 1 characters"),
        ({"labels": np.array([0])}, "2 items, but 1 labels"),
        ({"stroke_offsets": np.array([0, 2, 3, 8])}, "does not rise from 0 to 7"),
        ({"stroke_offsets": np.array([0, 4, 3, 7])}, "'stroke_offsets' does not rise"),
        ({"stroke_offsets": np.array([0, 3, 3, 7])}, "'stroke_offsets' does not rise"),
        ({"stroke_offsets": np.array([1, 2, 3, 7])}, "'stroke_offsets' does not rise"),
        ({"stroke_offsets": np.array([0, 2, 2**64 - 1, 7], np.uint64)}, "does not rise"),
        ({"item_offsets": np.array([0, 2, 4])}, "'item_offsets' does not rise from 0 to 3"),
        ({"item_offsets": np.array([0])}, "is empty"),
        ({"item_offsets": np.array([0.0, 2, 3])}, "not a list of whole numbers"),
        ({"points": np.zeros((7, 3))}, "pairs of numbers"),
        ({"points": np.zeros((7, 2), bool)}, "pairs of numbers"),
        ({"points": np.full((7, 2), np.nan)}, "not numbers"),
        ({"points": np.full((7, 2), -1e30)}, "beyond"),
        ({"clean": np.array([True])}, "1 values in 'clean'"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(DatasetError, match=reason) as caught:
        stored(tmp_path / "a.npz", **changes)
    assert caught.value.advice
    assert "a.npz" in caught.value.message


def test_the_shared_strokes(shared_data: Path) -> None:
    characters = read_strokes(shared_data / "unipen_strokes62.npz")
    assert len(characters) == 88_724
    assert len(set(characters.characters.tolist())) == 62
    last = characters.strokes(len(characters) - 1)
    assert all(stroke.min() >= 0 and stroke.max() <= 255 for stroke in last)
    drawings = read_strokes(shared_data / "chars74k_strokes62.npz")
    assert len(drawings) == 2976
    assert drawings.clean.all()


def test_the_shared_words(shared_data: Path) -> None:
    words = read_strokes(shared_data / "unipen_words.npz")
    assert len(words) == 16_015
    assert words.texts[:3].tolist() == ["you", "are", "about"]
    assert words.styles is not None
    assert "PRINTED" in set(words.styles.tolist())
    assert len(words.strokes(0)) == 3
