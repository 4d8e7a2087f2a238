"""Letters of mixed heights and the marks beside them stay in one row, rows of writing apart."""

from typing import Any

import numpy as np
import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision import row_gathering
from ocrdesk.vision.directions import page_slope
from ocrdesk.vision.reading_order import Marks, find_rows

_HEIGHT = 50.0
_TALL, _SHORT, _HANGING = (0.0, 1.0), (0.45, 1.0), (0.65, 1.6)  # top and bottom in letter heights


def _word(shapes: list[tuple[float, float]], *, top: float = 100.0) -> list[BoundingBox]:
    """Return boxes as wide as seven tenths of a letter's height, side by side."""
    return [
        BoundingBox(
            int(100 + 45 * place),
            int(top + _HEIGHT * shape[0]),
            int(135 + 45 * place),
            int(top + _HEIGHT * shape[1]),
        )
        for place, shape in enumerate(shapes)
    ]


@pytest.mark.parametrize(
    "shapes",
    [
        [_TALL, _HANGING],  # by
        [_TALL, _HANGING, *[_SHORT] * 6, _TALL],
        [*[_SHORT] * 3, _TALL, _TALL, _HANGING],
        [_HANGING, _TALL, _HANGING, _SHORT, _TALL],
    ],
)
def test_letters_of_mixed_heights_are_one_row(shapes: list[tuple[float, float]]) -> None:
    (row,) = find_rows(Marks.of(_word(shapes)), _HEIGHT)
    assert row.members == tuple(range(len(shapes)))


def test_a_large_dot_set_high_belongs_to_its_letter() -> None:
    letters = _word([_SHORT] * 5)
    stem = letters[2]
    dot = BoundingBox(stem.left, stem.top - 55, stem.left + 24, stem.top - 35)
    (row,) = find_rows(Marks.of([*letters, dot]), _HEIGHT)
    assert 5 in row.members


def test_rows_of_writing_stay_apart_though_they_are_close() -> None:
    mixed = [_TALL, _SHORT, _HANGING, _SHORT, _TALL, _SHORT]
    boxes = [*_word(mixed), *_word(mixed[::-1], top=100 + 1.8 * _HEIGHT)]
    rows = find_rows(Marks.of(boxes), _HEIGHT)
    assert [sorted(row.members) for row in rows] == [list(range(6)), list(range(6, 12))]


def test_a_page_of_dashes_keeps_its_rows() -> None:
    dashes = [
        BoundingBox(x, y, x + 40, y + 8) for y in (100, 200, 300) for x in range(100, 400, 60)
    ]
    assert len(find_rows(Marks.of(dashes), 40.0)) == 3


def test_a_few_letters_of_mixed_heights_tell_of_no_slope() -> None:
    (row,) = find_rows(Marks.of(_word([_SHORT, _SHORT, _TALL, _TALL])), _HEIGHT)  # will
    assert abs(row.angle) < 5.0


@pytest.mark.parametrize("slope", [-30.0, -18.0, 18.0, 30.0])
def test_a_steep_row_of_a_dozen_letters_is_told_from_chance(slope: float) -> None:
    rng = np.random.default_rng(3)
    along, across = np.arange(12) * 45.0, rng.normal(0.0, 0.2 * _HEIGHT, 12)
    cos, sin = np.cos(np.deg2rad(slope)), np.sin(np.deg2rad(slope))
    centers = np.stack([along * cos - across * sin, along * sin + across * cos], axis=1)
    assert page_slope(centers, np.ones(12), _HEIGHT) == pytest.approx(slope, abs=4.0)


def test_slight_marks_that_stand_beside_nothing_are_rows_of_their_own() -> None:
    letters = [*_word([_TALL] * 6), *_word([_TALL] * 6, top=220)]
    number = BoundingBox(220, 440, 228, 471)  # a thin 1 at the foot of the page
    small = [BoundingBox(100 + 30 * n, 560, 120 + 30 * n, 584) for n in range(5)]
    rows = find_rows(Marks.of([*letters, number, *small]), _HEIGHT)
    assert [sorted(row.members) for row in rows][2:] == [[12], [13, 14, 15, 16, 17]]


def test_no_two_rows_are_compared_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each two rows that were joined had all others compared again."""
    boxes = [box for line in range(12) for box in _word([_TALL] * 2, top=100.0 + 100 * line)]
    dots = [BoundingBox(110 + 7 * n, 140 + 100 * n, 114 + 7 * n, 144 + 100 * n) for n in range(12)]
    asked: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    are_one = row_gathering._are_one

    def counted(few: list[int], many: list[int], *told: Any) -> bool:
        asked.append((tuple(few), tuple(many)))
        return are_one(few, many, *told)

    monkeypatch.setattr(row_gathering, "_are_one", counted)
    rows = [[place] for place in range(len(boxes) + len(dots))]
    marks = Marks.of([*boxes, *dots])
    x, y = marks.centers.T
    extents = row_gathering.Extents(x, y, marks.widths, marks.heights)
    assert len(row_gathering.gather(rows, extents, _HEIGHT)) < len(rows)
    assert len(asked) == len(set(asked))
