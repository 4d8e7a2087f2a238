"""Pieces of a row as single characters, against all labellings written out."""

from itertools import combinations, groupby, product

import numpy as np
import pytest

from ocrdesk.nn.arrays import Array
from ocrdesk.nn.ctc import log_likelihoods
from ocrdesk.nn.ctc_segments import segment_scores
from ocrdesk.nn.loss import log_softmax

BLANK = 3  # of four classes


def _logits(rng: np.random.Generator, frames: int, classes: int = BLANK + 1) -> Array:
    return 2 * rng.standard_normal((frames, classes), dtype=np.float32)


def _by_hand(logs: np.ndarray, text: list[int]) -> float:
    """Sum the probabilities of all labellings of (T, classes) that read as the text."""
    places = np.arange(len(logs))
    return sum(
        float(np.exp(logs[places, labelling].sum()))
        for labelling in product(range(BLANK + 1), repeat=len(logs))
        if [label for label, _ in groupby(labelling) if label != BLANK] == text
    )


def test_scores_are_the_sums_over_all_labellings(rng: np.random.Generator) -> None:
    logs = log_softmax(_logits(rng, 6))
    segments = [(a, b) for a, b in combinations(range(7), 2) if b - a < 6]
    starts, ends = rng.permutation(np.array(segments)).T
    scores, silent = segment_scores(logs, starts, ends)
    assert scores.shape == (len(segments), 3)
    assert scores.dtype == np.float64
    for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for label in range(BLANK):
            expected = _by_hand(logs[start:end], [label])
            assert np.exp(scores[row, label]) == pytest.approx(expected, rel=1e-9)
        assert np.exp(silent[row]) == pytest.approx(_by_hand(logs[start:end], []), rel=1e-9)


def test_a_whole_row_as_one_character_is_the_text_of_that_character(
    rng: np.random.Generator,
) -> None:
    logits = 10 * _logits(rng, 90, 30)
    scores, silent = segment_scores(log_softmax(logits), [0], [90])
    texts = [[label] for label in range(29)] + [[]]
    expected = log_likelihoods(logits[None].repeat(30, 0), [90] * 30, texts)
    np.testing.assert_allclose([*scores[0], *silent], expected, rtol=1e-10)


def _partitions(frames: int, parts: int) -> list[tuple[tuple[int, int], ...]]:
    return [
        tuple(zip((0, *cuts), (*cuts, frames), strict=True))
        for cuts in combinations(range(1, frames), parts - 1)
    ]


@pytest.mark.parametrize("text", [[0, 1], [2, 0, 2], [1], [0, 2, 1, 0]])
def test_no_partition_is_likelier_than_the_text_and_all_together_are(
    text: list[int], rng: np.random.Generator
) -> None:
    logits = _logits(rng, 9)
    logs, total = log_softmax(logits), log_likelihoods(logits[None], [9], [text])[0]
    products = []
    for partition in _partitions(9, len(text)):
        starts, ends = zip(*partition, strict=True)
        scores, _ = segment_scores(logs, starts, ends)
        products.append(scores[np.arange(len(text)), text].sum())
    assert max(products) <= total + 1e-9
    assert np.logaddexp.reduce(products) >= total - 1e-9


def test_equal_neighbours_that_touch_are_the_exception() -> None:
    logs = log_softmax(np.zeros((2, BLANK + 1), np.float32))
    scores, _ = segment_scores(logs, [0, 1], [1, 2])
    assert np.exp(scores[:, 0]).prod() == pytest.approx(1 / 16)
    assert log_likelihoods(np.zeros((1, 2, 4), np.float32), [2], [[0, 0]])[0] == -np.inf


def test_what_is_certain_and_what_is_hopeless_are_numbers_still() -> None:
    logits = np.zeros((300, 3), np.float32)
    logits[:, 0] = 1e4
    scores, silent = segment_scores(log_softmax(logits), [0, 5], [300, 6])
    np.testing.assert_allclose(scores, [[0, -300e4], [0, -1e4]], rtol=1e-4, atol=1e-9)
    np.testing.assert_allclose(silent, [-300e4, -1e4], rtol=1e-4)


def test_no_segments_have_no_scores() -> None:
    scores, silent = segment_scores(log_softmax(np.zeros((4, 5), np.float32)), [], [])
    assert (scores.shape, silent.shape) == ((0, 4), (0,))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 5)])
def test_segments_that_cannot_be_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="segments have a frame or more"):
        segment_scores(np.zeros((4, 3)), [0, start], [1, end])
