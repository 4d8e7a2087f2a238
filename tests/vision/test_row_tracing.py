"""Rows that were started twice are joined, and rows of mere grain in bounded work."""

import numpy as np
import pytest

from ocrdesk.vision import row_tracing
from ocrdesk.vision.row_tracing import join_traces


def test_rows_side_by_side_and_level_are_joined() -> None:
    x = np.array([0.0, 40, 80, 300, 340, 380, 420, 20, 60])
    y = np.array([100.0, 102, 101, 103, 101, 99, 100, 200, 203])
    rows = join_traces([[0, 1, 2], [3, 4, 5, 6], [7, 8]], x, y, 30.0)
    assert sorted(rows) == [[0, 1, 2, 3, 4, 5, 6], [7, 8]]
    assert join_traces([], x, y, 30.0) == []


@pytest.mark.parametrize(("low", "is_one"), [(136.0, True), (150.0, False)])
def test_a_row_goes_on_behind_a_low_comma(low: float, *, is_one: bool) -> None:
    """The comma lies lower than all of what follows; a row of its own lies lower as a whole."""
    x = np.array([0.0, 40, 80, 115, 200, 240, 280, 320, 360])
    before = [100.0, 102, 101, low] if is_one else [low] * 4
    rows = join_traces(
        [[0, 1, 2, 3], [4, 5, 6, 7, 8]], x, np.array([*before, 103.0, 101, 99, 100, 102]), 40.0
    )
    assert len(rows) == (1 if is_one else 2)


def test_no_two_rows_are_compared_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Grain makes hundreds of rows of one mark: a picture of it took 100 seconds."""
    draw = np.random.default_rng(8)
    x, y = np.sort(draw.uniform(0, 1000, 290)), draw.uniform(0, 800, 290)
    compared: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    passes = row_tracing._passes

    def counted(
        row: row_tracing.Members,
        shorter: row_tracing.Members,
        places: tuple[row_tracing.Floats, row_tracing.Floats],
        reach: float,
    ) -> bool:
        compared.append((row, shorter))
        return passes(row, shorter, places, reach)

    monkeypatch.setattr(row_tracing, "_passes", counted)
    rows = join_traces([[mark] for mark in range(290)], x, y, 6.0)
    assert 1 < len(rows) < 290
    assert len(set(compared)) == len(compared) < 2000
