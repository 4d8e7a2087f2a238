"""CTC against the sum over all labellings, written out, and its gradient against small changes."""

import tracemalloc
from collections.abc import Sequence
from itertools import groupby, product

import numpy as np
import pytest

from ocrdesk.nn.arrays import Array
from ocrdesk.nn.ctc import CtcLoss, CtcTally, best_path, log_likelihoods
from ocrdesk.nn.loss import softmax

BLANK = 3  # of four classes
FRAMES = [5, 4, 5, 3, 2, 1, 4]
LABELS = [[0, 1], [1, 1], [2, 0, 2], [], [0, 2], [1], [2, 2, 0]]


def _logits(rng: np.random.Generator, count: int = len(FRAMES), frames: int = 5) -> Array:
    return 2 * rng.standard_normal((count, frames, BLANK + 1), dtype=np.float32)


def _read(labelling: Sequence[int]) -> list[int]:
    """Merge equal neighbours, take blanks out."""
    return [label for label, _ in groupby(labelling) if label != BLANK]


def _by_hand(logits: Array, labels: Sequence[int]) -> float:
    """Sum the probabilities of all labellings of (T, classes) that read as the labels."""
    chances = softmax(logits.astype(np.float64))
    places = np.arange(len(logits))
    return sum(
        float(chances[places, labelling].prod())
        for labelling in product(range(BLANK + 1), repeat=len(logits))
        if _read(labelling) == list(labels)
    )


def test_a_texts_probability_is_the_sum_over_all_its_labellings(rng: np.random.Generator) -> None:
    logits = _logits(rng)
    found = log_likelihoods(logits, FRAMES, LABELS)
    assert found.dtype == np.float64
    for item, (frames, labels) in enumerate(zip(FRAMES, LABELS, strict=True)):
        expected = _by_hand(logits[item, :frames], labels)
        assert np.exp(found[item]) == pytest.approx(expected, rel=1e-6)


def test_all_texts_together_are_certain(rng: np.random.Generator) -> None:
    logits = _logits(rng, 1, 4)
    texts = {tuple(_read(labelling)) for labelling in product(range(BLANK + 1), repeat=4)}
    count = len(texts)
    found = log_likelihoods(logits.repeat(count, 0), [4] * count, sorted(texts))
    assert np.exp(found).sum() == pytest.approx(1, rel=1e-6)


def test_the_loss_is_a_labels_and_an_items_mean(rng: np.random.Generator) -> None:
    logits = _logits(rng)
    loss = CtcLoss(BLANK + 1)
    loss.gradient(logits, FRAMES, LABELS)
    tally = loss.take_tally()
    expected = [
        -np.log(_by_hand(logits[item, :frames], labels)) / max(len(labels), 1)
        for item, (frames, labels) in enumerate(zip(FRAMES, LABELS, strict=True))
    ]
    assert tally.loss == pytest.approx(float(np.mean(expected)), rel=1e-6)
    assert (tally.samples, tally.left_out) == (7, 0)
    assert loss.tally(logits, FRAMES, LABELS) == tally
    assert loss.take_tally() == CtcTally()


def test_tallies_add_up_and_an_empty_one_divides_nothing() -> None:
    assert CtcTally(3.0, 1, 2) + CtcTally(1.0, 3, 1) == CtcTally(4.0, 4, 3)
    assert (CtcTally(4.0, 4, 3).loss, CtcTally().loss) == (1.0, 0.0)


@pytest.mark.parametrize("frames", [FRAMES, [5] * 7, [5, 4, 2, 3, 1, 1, 3]])
def test_the_gradient_agrees_with_small_changes(
    frames: list[int], rng: np.random.Generator
) -> None:
    logits = _logits(rng).astype(np.float64)
    loss = CtcLoss(BLANK + 1, dtype=np.float64)
    found = loss.gradient(logits, frames, LABELS, scale=0.5)  # type: ignore[arg-type]
    assert loss.take_tally().left_out == (3 if frames[2] == 2 else 0)
    step = 1e-5
    for place in np.ndindex(logits.shape):
        moved = np.repeat(logits[None], 2, 0)
        moved[(0, *place)] += step
        moved[(1, *place)] -= step
        above, below = (loss.tally(each, frames, LABELS).loss for each in moved)
        assert found[place] == pytest.approx(0.5 * (above - below) / (2 * step), abs=1e-9)


def test_frames_behind_an_items_last_make_no_difference(rng: np.random.Generator) -> None:
    logits, loss = _logits(rng), CtcLoss(BLANK + 1)
    found = loss.gradient(logits, FRAMES, LABELS).copy()
    behind = np.arange(5) >= np.array(FRAMES)[:, None]
    assert not found[behind].any()
    assert found[~behind].any(axis=1).all()
    logits[behind] = 40 * _logits(rng)[behind]
    np.testing.assert_array_equal(loss.gradient(logits, FRAMES, LABELS), found)
    longer = np.concatenate([logits, _logits(rng)], axis=1)
    again = loss.gradient(longer, FRAMES, LABELS)
    np.testing.assert_array_equal(again[:, :5], found)
    assert not again[:, 5:].any()


def test_what_does_not_fit_is_left_out_and_counted(rng: np.random.Generator) -> None:
    logits, loss = _logits(rng, 4), CtcLoss(BLANK + 1)
    labels = [[0, 1, 2], [1, 1, 1], [0, 0], [2]]
    frames = [3, 4, 2, 5]  # as many as needed; one and one too few; more
    found = loss.gradient(logits, frames, labels).copy()
    tally = loss.take_tally()
    assert (tally.samples, tally.left_out) == (2, 2)
    assert not found[1:3].any()
    kept = [0, 3]
    alone = loss.gradient(logits[kept], [3, 5], [labels[item] for item in kept])
    np.testing.assert_allclose(found[kept], alone, atol=1e-7)
    assert tally.loss_sum == pytest.approx(loss.take_tally().loss_sum, rel=1e-9)
    np.testing.assert_array_equal(np.isinf(log_likelihoods(logits, frames, labels)), [0, 1, 1, 0])
    assert not loss.gradient(logits[:1], [2], labels[:1]).any()
    assert loss.take_tally() == CtcTally(0.0, 0, 1)


def test_of_no_items_nothing_is_asked() -> None:
    loss, none = CtcLoss(4), np.zeros((0, 5, 4), np.float32)
    assert loss.gradient(none, np.zeros(0, np.intp), []).shape == (0, 5, 4)
    assert loss.take_tally() == CtcTally()
    assert log_likelihoods(none, np.zeros(0, np.intp), []).shape == (0,)


def test_every_counting_frame_of_the_gradient_sums_to_zero(rng: np.random.Generator) -> None:
    logits = 5 * rng.standard_normal((6, 60, 12), dtype=np.float32)
    labels = [rng.integers(0, 11, length) for length in (3, 20, 0, 11, 30, 1)]
    gradient = CtcLoss(12).gradient(logits, [60, 59, 7, 30, 60, 60], labels)
    assert gradient.dtype == np.float32
    np.testing.assert_allclose(gradient.sum(axis=2), 0, atol=1e-6)


def test_a_hopeless_text_costs_much_but_not_infinitely() -> None:
    logits = np.zeros((1, 200, 3), np.float32)
    logits[:, :, 1] = 3e4
    loss = CtcLoss(3)
    gradient = loss.gradient(logits, [200], [[0]])
    assert np.isfinite(gradient).all()
    # All frames say 1; 200 frames of 0 and blanks are 3e4 nats off in each.
    assert loss.take_tally().loss == pytest.approx(200 * 3e4, rel=1e-3)
    np.testing.assert_allclose(gradient[0, :, 1], 1, atol=1e-6)


def test_the_logits_are_left_as_they_were_and_the_gradients_array_is_used_again(
    rng: np.random.Generator,
) -> None:
    logits, loss = _logits(rng), CtcLoss(BLANK + 1)
    kept = logits.copy()
    one = loss.gradient(logits, FRAMES, LABELS)
    np.testing.assert_array_equal(logits, kept)
    expected = one.copy()
    loss.gradient(logits[:3, :4], [4, 4, 2], LABELS[:3])  # smaller and as large again
    again = loss.gradient(logits, FRAMES, LABELS)
    assert np.shares_memory(one, again)
    np.testing.assert_array_equal(again, expected)


def test_no_step_allocates_an_array_of_a_batch(rng: np.random.Generator) -> None:
    logits = rng.standard_normal((16, 100, 40), dtype=np.float32)
    labels, loss = [rng.integers(0, 39, 25) for _ in range(16)], CtcLoss(40)
    loss.gradient(logits, [100] * 16, labels)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        loss.gradient(logits, [90] * 16, labels)
        assert tracemalloc.get_traced_memory()[1] - before < logits.nbytes
    finally:
        tracemalloc.stop()


def test_it_teaches_a_text_without_saying_where(rng: np.random.Generator) -> None:
    logits, loss = _logits(rng, 3, 12), CtcLoss(BLANK + 1)
    labels, frames = [[0, 1, 1, 2], [2], [1, 0, 1]], [12, 5, 9]
    for _ in range(150):
        logits -= 10 * loss.gradient(logits, frames, labels)
    assert best_path(logits, frames) == labels
    assert loss.tally(logits, frames, labels).loss < 0.1


def test_the_best_path_merges_neighbours_and_leaves_blanks_out() -> None:
    best = np.array([[3, 0, 0, 3, 0, 1], [2, 2, 3, 3, 3, 1], [3, 3, 3, 3, 3, 3]])
    logits = np.eye(4, dtype=np.float32)[best]
    assert best_path(logits, [6, 6, 6]) == [[0, 0, 1], [2, 1], []]
    assert best_path(logits, np.array([4, 5, 1])) == [[0], [2], []]


@pytest.mark.parametrize(
    ("frames", "labels", "complaint"),
    [
        ([5], [[0], [1]], "frames"),
        ([5, 6], [[0], [1]], "1 to 5 frames"),
        ([0, 5], [[0], [1]], "1 to 5 frames"),
        ([5.0, 5.0], [[0], [1]], "frames"),
        ([5, 5], [[0]], "1 rows of labels for 2"),
        ([5, 5], [[0], [BLANK]], "is the blank"),
        ([5, 5], [[-1], [0]], "labels are 0 to 2"),
        ([5, 5], [[0.5], [0]], "not integers"),
    ],
)
def test_what_cannot_be_is_refused(
    frames: list[int], labels: list[list[int]], complaint: str, rng: np.random.Generator
) -> None:
    with pytest.raises(ValueError, match=complaint):
        CtcLoss(BLANK + 1).gradient(_logits(rng, 2), frames, labels)


def test_other_numbers_of_classes_are_refused(rng: np.random.Generator) -> None:
    with pytest.raises(ValueError, match="not of 5"):
        CtcLoss(5).gradient(_logits(rng), FRAMES, LABELS)
    with pytest.raises(ValueError, match="besides the blank"):
        CtcLoss(1)
