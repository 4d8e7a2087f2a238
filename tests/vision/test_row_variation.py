"""Words bent as other hands write, and pictures of rows varied: by chance, yet never out of all."""

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.vision.row_variation import bent, varied
from ocrdesk.vision.strokes import Stroke
from ocrdesk.vision.synthesis_hand import draw_hand, write_line

Floats = npt.NDArray[np.float64]


def _word(text: str = "HOUSE") -> list[Stroke]:
    """Return the strokes of a word whose letters are 100 high."""
    rng = np.random.default_rng(7)
    hand = draw_hand(rng, neatness=1.0)
    return [100 * stroke for _, own in write_line(text, hand, rng) for stroke in own]


def _size(strokes: list[Stroke]) -> Floats:
    size: Floats = np.ptp(np.concatenate(strokes), axis=0).astype(np.float64)
    return size


def test_the_same_chance_bends_alike() -> None:
    word = _word()
    before = [stroke.copy() for stroke in word]
    one, same, other = (bent(word, np.random.default_rng(n), letter=100.0) for n in (1, 1, 2))
    for first, second in zip(one, same, strict=True):
        np.testing.assert_array_equal(first, second)
    assert not np.allclose(np.concatenate(one), np.concatenate(other))
    for first, second in zip(word, before, strict=True):
        np.testing.assert_array_equal(first, second)


def test_without_strength_a_word_is_only_sampled_and_moved() -> None:
    word = _word()
    same = bent(word, np.random.default_rng(0), letter=100.0, strength=0.0)
    low = np.concatenate(word).min(axis=0)
    assert len(same) == len(word)
    for stroke, original in zip(same, word, strict=True):
        np.testing.assert_allclose(stroke[0], original[0] - low, atol=0.1)
        np.testing.assert_allclose(stroke[-1], original[-1] - low, atol=0.1)
    assert _size(same) == pytest.approx(_size(word), rel=0.02)


@pytest.mark.parametrize("strength", [0.6, 1.0])
def test_a_bent_word_keeps_its_strokes_and_about_its_size(strength: float) -> None:
    word = _word()
    whole, moved = _size(word), []
    for seed in range(20):
        found = bent(word, np.random.default_rng(seed), letter=100.0, strength=strength)
        assert len(found) == len(word)
        assert all(stroke.dtype == np.float32 and np.isfinite(stroke).all() for stroke in found)
        wide, tall = _size(found) / whole
        assert 0.7 < wide < 1.5
        assert 0.7 < tall < 1.4 + whole[0] / whole[1] * 0.07 * strength  # turned by 0.06 at most
        moved.append((wide, tall))
    assert np.std(moved, axis=0).min() > 0.03


def test_dots_and_words_of_dots_survive() -> None:
    word = [*_word("I"), np.array([[10, -120]], np.float32)]
    for stroke, original in zip(
        bent(word, np.random.default_rng(0), letter=100.0), word, strict=True
    ):
        assert (len(stroke) == 1) == (len(original) == 1)
    dots = [np.array([[3, 4]], np.float32), np.array([[9, 4]], np.float32)]
    assert len(bent(dots, np.random.default_rng(0), letter=0.0)) == 2
    assert len(bent(dots, np.random.default_rng(0), letter=5.0)) == 2


def _bars(width: int) -> npt.NDArray[np.uint8]:
    """Return a picture with an upright bar, as high as letters are, at either end and between."""
    pixels = np.zeros((48, width), np.uint8)
    for left in (6, width // 2 - 1, width - 8):
        pixels[14:34, left : left + 2] = 255
    return pixels


def test_the_same_chance_varies_alike() -> None:
    pixels = _bars(100)
    one, same, other = (varied(pixels, np.random.default_rng(n)) for n in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert one.shape != other.shape
    np.testing.assert_array_equal(pixels, _bars(100))


@pytest.mark.parametrize("width", [24, 100, 700])
def test_varied_pictures_keep_their_height_and_every_letter(width: int) -> None:
    pixels = _bars(width)
    widths = []
    for seed in range(60):
        found = varied(pixels, np.random.default_rng(seed))
        assert found.dtype == np.uint8
        assert found.shape[0] == 48
        widths.append(found.shape[1] / width)
        columns = (found > 60).any(axis=0).astype(int)
        begins = int(np.count_nonzero(np.diff(columns, prepend=0) > 0))
        assert begins == 3 or width < 100  # narrow ones may lean into one another
        assert (found > 60).any(axis=1).sum() >= 14  # all three nearly as high as before
    if width > 48:
        assert 0.77 < min(widths) < 0.85
        assert 1.18 < max(widths) < 1.29


def test_paper_stays_paper() -> None:
    for seed in range(10):
        assert varied(np.zeros((48, 60), np.uint8), np.random.default_rng(seed)).max() == 0
