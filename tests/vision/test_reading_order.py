"""Marks fall into rows whatever the slope."""

import numpy as np
import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision.reading_order import Marks, find_rows


def _grid(rows: int, columns: int, *, slope: float = 0.0, seed: int = 0) -> list[BoundingBox]:
    rng = np.random.default_rng(seed)
    boxes = []
    for row in range(rows):
        for column in range(columns):
            x = 100 + column * 60 + int(rng.integers(-8, 9))
            y = int(100 + row * 90 + slope * x) + int(rng.integers(-6, 7))
            boxes.append(BoundingBox(x, y, x + 36, y + 40 + int(rng.integers(-5, 6))))
    return boxes


@pytest.mark.parametrize("slope", [-0.3, -0.1, 0.0, 0.1, 0.3])
def test_every_mark_falls_into_its_row(slope: float) -> None:
    boxes = _grid(4, 15, slope=slope)
    rows = find_rows(Marks.of(boxes), 40)
    assert [sorted(row.members) for row in rows] == [
        list(range(start, start + 15)) for start in range(0, 60, 15)
    ]


def test_members_are_in_reading_order() -> None:
    boxes = _grid(2, 8, seed=4)
    shuffled = np.random.default_rng(5).permutation(len(boxes))
    rows = find_rows(Marks.of([boxes[i] for i in shuffled]), 40)
    read = [[int(shuffled[member]) for member in row.members] for row in rows]
    assert read == [list(range(8)), list(range(8, 16))]


def test_a_row_that_curves_is_one_row() -> None:
    boxes = [
        BoundingBox(x, int(200 + (x - 700) ** 2 / 9000), x + 34, int(240 + (x - 700) ** 2 / 9000))
        for x in range(60, 1400, 55)
    ]
    assert len(find_rows(Marks.of(boxes), 40)) == 1


def test_a_descender_stays_in_its_row() -> None:
    boxes = _grid(1, 6)
    boxes[3] = BoundingBox(280, 116, 310, 160)
    assert len(find_rows(Marks.of(boxes), 40)) == 1


def test_a_dot_belongs_to_the_row_beside_it() -> None:
    boxes = [*_grid(2, 5), BoundingBox(400, 130, 406, 136)]
    rows = find_rows(Marks.of(boxes), 40)
    assert [10 in row.members for row in rows] == [True, False]


def test_no_marks_no_rows() -> None:
    assert find_rows(Marks.of([]), 40) == []


def test_one_mark_is_a_level_row() -> None:
    (row,) = find_rows(Marks.of([BoundingBox(5, 5, 40, 50)]), 40)
    assert row.members == (0,)
    assert row.angle == 0.0


def test_a_letter_with_a_long_tail_stands_in_its_row() -> None:
    boxes = [*_grid(1, 6), *(box.moved(0, 200) for box in _grid(1, 6))]
    right = max(box.right for box in boxes)
    tail = BoundingBox(right + 10, 125, right + 50, 230)
    rows = find_rows(Marks.of([*boxes, tail]), 40)
    assert [12 in row.members for row in rows] == [True, False]


def test_a_tall_mark_far_from_all_rows_is_a_row_of_its_own() -> None:
    boxes = _grid(1, 6)
    far = max(box.right for box in boxes) + 400
    rows = find_rows(Marks.of([*boxes, BoundingBox(far, 150, far + 40, 290)]), 40)
    assert len(rows) == 2


def test_a_row_goes_on_behind_a_tail_and_a_comma() -> None:
    # "supervisory, administrative": followed by middles, y and comma lead below the row.
    letters = [BoundingBox(x, 100, x + 34, 140) for x in range(60, 500, 44)]
    tails = [BoundingBox(500, 100, 550, 178), BoundingBox(558, 130, 574, 170)]
    behind = [BoundingBox(x, 92, x + 34, 134) for x in range(620, 1000, 44)]
    boxes = [*letters, *tails, *behind]
    (row,) = find_rows(Marks.of(boxes), 40)
    assert row.members == tuple(range(len(boxes)))
