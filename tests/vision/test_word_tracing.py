"""Marks in a line are found whatever its direction."""

import numpy as np
import pytest

from ocrdesk.vision.word_tracing import TracedWord, prolonged, trace_words


def _line(start: tuple[float, float], angle: float, count: int, *, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    along = np.array((np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))))
    points: np.ndarray = np.array(start) + np.arange(count)[:, None] * 45.0 * along
    return points + rng.normal(0.0, 3.0, points.shape)


@pytest.mark.parametrize("angle", [-70.0, -20.0, 0.0, 45.0, 85.0])
def test_a_word_is_found_with_its_direction(angle: float) -> None:
    (word,) = trace_words(_line((300, 300), angle, 6), np.full(6, 40.0))
    assert sorted(word.members) == list(range(6))
    assert word.angle == pytest.approx(angle, abs=4.0)


def test_words_that_meet_are_parted() -> None:
    centers = np.concatenate(
        [_line((300, 300), 0.0, 7), _line((280, 350), 80.0, 5), _line((700, 700), -45.0, 4)]
    )
    words = trace_words(centers, np.full(16, 40.0))
    assert [len(word.members) for word in words] == [7, 5, 4]
    assert [min(word.members) for word in words] == [0, 7, 12]


def test_a_wide_gap_ends_a_word() -> None:
    centers = np.concatenate([_line((100, 100), 0.0, 4), _line((560, 100), 0.0, 3)])
    assert [len(word.members) for word in trace_words(centers, np.full(7, 40.0))] == [4, 3]


def test_few_or_countless_marks_are_no_words() -> None:
    assert trace_words(np.array([[0.0, 0.0], [40.0, 0.0]]), np.full(2, 40.0)) == []
    crowd = np.random.default_rng(0).uniform(0, 900, (400, 2))
    assert trace_words(crowd, np.full(400, 40.0)) == []


def test_marks_within_one_another_are_no_line() -> None:
    assert trace_words(np.full((3, 2), 50.0), np.array([20.0, 24.0, 30.0])) == []
    centers = np.repeat(_line((100, 100), 20.0, 4), 2, axis=0)  # each letter in its own circle
    (word,) = trace_words(centers, np.tile([40.0, 60.0], 4))
    assert sorted(word.members) == list(range(8))


def test_every_mark_is_in_one_word_at_most_wherever_they_lie() -> None:
    rng = np.random.default_rng(3)
    for _ in range(40):
        count = int(rng.integers(3, 40))
        centers = 25.0 * rng.integers(0, 6, (count, 2)).astype(
            np.float64
        )  # many in the same places
        words = trace_words(centers, rng.uniform(10, 60, count))
        members = [member for word in words for member in word.members]
        assert len(members) == len(set(members))


def test_a_word_goes_on_in_what_carries_its_line_on() -> None:
    centers = np.concatenate([_line((300, 300), 35.0, 7), _line((900, 300), 35.0, 3)])
    sizes = np.full(10, 40.0)
    sizes[2] = 8.0  # a full stop among its members
    word = prolonged(centers, sizes, TracedWord((2, 3, 4, 5), 40.0))
    assert sorted(word.members) == list(range(7))
    assert word.angle == pytest.approx(35.0, abs=4.0)
