"""Rows on canvases: each on one, none upon another, each judged by its own frames."""

from collections import Counter
from typing import Any

import numpy as np
import pytest

from ocrdesk.nn.arrays import Array
from ocrdesk.nn.ctc import CtcLoss
from ocrdesk.page.charset import Charset
from ocrdesk.services.row_canvases import CanvasLoss, RowCanvases, varied_rows
from ocrdesk.services.row_drawing import RowSample
from ocrdesk.vision.row_pictures import RowGeometry

CHARSET = Charset("ABC")
GEOMETRY = RowGeometry()
WIDTH = 128
FRAMES = WIDTH // GEOMETRY.stride
TEXTS = ("AB", "C", "ABCA", "BB", "CAB", "A", "BACCA", "CC", "B")


def _rows() -> list[RowSample]:
    """Return rows of widths that do and do not end with a frame, each of another grey."""
    chance = np.random.default_rng(6)
    widths = [int(width) for width in chance.integers(17, 70, len(TEXTS))]
    return [
        RowSample(text, np.full((48, width), 100 + number, np.uint8))
        for number, (text, width) in enumerate(zip(TEXTS, widths, strict=True))
    ]


def _canvases(seed: int = 0) -> RowCanvases:
    return RowCanvases(_rows(), CHARSET, GEOMETRY, WIDTH, np.random.default_rng(seed))


def _logits(canvases: RowCanvases, seed: int = 1) -> Array:
    shape = (len(canvases.labels), FRAMES * (len(CHARSET) + 1))
    return np.random.default_rng(seed).standard_normal(shape, np.float32)


def test_every_row_is_on_one_canvas_and_none_upon_another() -> None:
    for seed in range(10):
        canvases = _canvases(seed)
        assert canvases.labels.tolist() == list(range(len(canvases.placed)))
        texts: Counter[str] = Counter()
        for placed in canvases.placed:
            assert placed
            end = -4
            for row in placed:
                assert row.first - end >= 4 or end == -4
                end = row.first + row.frames
                assert end <= FRAMES
                assert row.frames == -(-row.pixels.shape[1] // GEOMETRY.stride)
                texts["".join(CHARSET[c] for c in row.classes)] += 1
        assert texts == Counter(TEXTS)


def test_chance_packs_alike_and_otherwise() -> None:
    one, same, other = (
        [[row.pixels[0, 0] for row in canvas] for canvas in _canvases(seed).placed]
        for seed in (1, 1, 2)
    )
    assert one == same
    assert one != other


def test_canvases_show_the_rows_on_paper() -> None:
    canvases = _canvases()
    out = np.full((2, 48, WIDTH), 7, np.float32)
    canvases.fetch(np.array([1, 0]), out)
    for canvas, number in zip(out, (1, 0), strict=True):
        expected = np.zeros((48, WIDTH), np.float32)
        for row in canvases.placed[number]:
            left = row.first * GEOMETRY.stride
            expected[:, left : left + row.pixels.shape[1]] = row.pixels / np.float32(255)
        np.testing.assert_allclose(canvas, expected, atol=1e-6)


def test_a_row_wider_than_a_canvas_is_cut_off_there() -> None:
    rows = [RowSample("A", np.full((48, 300), 255, np.uint8))]
    canvases = RowCanvases(rows, CHARSET, GEOMETRY, WIDTH, np.random.default_rng(0))
    ((row,),) = canvases.placed
    assert (row.first, row.frames) == (0, FRAMES)
    out = np.zeros((1, 48, WIDTH), np.float32)
    canvases.fetch(canvases.labels, out)
    assert out.min() == 1


def test_the_gradient_is_each_rows_own_and_zero_where_no_row_is() -> None:
    canvases = _canvases()
    logits = _logits(canvases)
    loss = CanvasLoss(CHARSET, canvases)
    assert loss.classes == len(canvases.labels)
    found = loss.gradient(logits, canvases.labels, 2.0)
    assert found.shape == logits.shape
    frames = found.reshape(len(logits), FRAMES, -1)
    own = logits.reshape(frames.shape)
    for number, placed in enumerate(canvases.placed):
        is_free = np.ones(FRAMES, bool)
        for row in placed:
            part = slice(row.first, row.first + row.frames)
            is_free[part] = False
            alone = CtcLoss(len(CHARSET) + 1)
            expected = alone.gradient(own[number : number + 1, part], [row.frames], [row.classes])
            np.testing.assert_allclose(
                frames[number, part], expected[0] * (2.0 / len(TEXTS)), atol=1e-6
            )
        assert not frames[number, is_free].any()


def test_the_gradient_is_the_slope_of_the_loss() -> None:
    canvases = _canvases()
    loss = CanvasLoss(CHARSET, canvases)
    logits: Any = _logits(canvases).astype(np.float64)  # losses are summed in 64 bits
    gradient = loss.gradient(logits, canvases.labels)
    chance = np.random.default_rng(8)
    for _ in range(6):
        way = chance.standard_normal(logits.shape)
        way /= np.linalg.norm(way)
        ahead, behind = (
            loss.tally(logits + step * way, canvases.labels).loss for step in (1e-4, -1e-4)
        )
        slope = (ahead - behind) / 2e-4
        assert slope == pytest.approx(float((gradient * way).sum()), abs=2e-5)


def test_the_tally_of_a_gradient_is_that_of_the_same_logits() -> None:
    canvases = _canvases()
    logits = _logits(canvases)
    loss = CanvasLoss(CHARSET, canvases)
    halves = canvases.labels[:2], canvases.labels[2:]
    for labels in halves:
        loss.gradient(logits[labels], labels)
    whole = loss.tally(logits, canvases.labels)
    counted = loss.take_tally()
    assert counted.loss_sum == pytest.approx(whole.loss_sum, rel=1e-6)
    assert (counted.hits, counted.samples) == (whole.hits, len(TEXTS))
    assert (whole.samples, loss.take_tally().samples) == (len(TEXTS), 0)


def test_hits_are_rows_read_without_an_error() -> None:
    canvases = _canvases()
    logits = np.zeros((len(canvases.labels), FRAMES, len(CHARSET) + 1), np.float32)
    logits[:, :, -1] = 5
    wrong = {"C", "BB"}
    for number, placed in enumerate(canvases.placed):
        for row in placed:
            text = "".join(CHARSET[c] for c in row.classes)
            for place, label in enumerate(row.classes[1 if text in wrong else 0 :]):
                logits[number, row.first + 2 * place, label] = 9  # a blank behind each
    loss = CanvasLoss(CHARSET, canvases)
    tally = loss.tally(logits.reshape(len(logits), -1), canvases.labels)
    assert (tally.hits, tally.samples) == (len(TEXTS) - len(wrong), len(TEXTS))
    assert tally.loss < 10


def test_varied_rows_keep_their_texts() -> None:
    rows = _rows()
    found = varied_rows(rows, np.random.default_rng(0))
    assert [row.text for row in found] == list(TEXTS)
    assert any(row.pixels.shape != old.pixels.shape for row, old in zip(found, rows, strict=True))
