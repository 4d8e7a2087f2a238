"""Dashed lines are told from letters, bars and hyphens by how they lie."""

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.dashes import find_dashed_rules, find_dashes

HEIGHT = 60.0


_Box = tuple[float, float, float, float]


def _boxes(*boxes: _Box) -> npt.NDArray[np.int64]:
    return np.array(boxes, np.int64).reshape(-1, 4)


def _upright(x: float, tops: list[float], *, length: float = 40) -> list[_Box]:
    return [(x + 2 * (k % 2), top, x + 2 * (k % 2) + 8, top + length) for k, top in enumerate(tops)]


def _level(y: float, lefts: list[float], *, length: float = 40) -> list[_Box]:
    return [(left, y, left + length, y + 7) for left in lefts]


def test_dashes_of_one_line_are_found_in_both_directions() -> None:
    letters: list[_Box] = [(300, 0, 340, 60), (350, 0, 390, 60)]
    upright = _upright(100, [0, 70, 140, 210, 280])
    level = _level(500, [0, 70, 140, 210])
    found = find_dashes(_boxes(*letters, *upright, *level), HEIGHT)
    assert found.tolist() == [False] * 2 + [True] * 9


def test_a_line_goes_on_behind_what_crosses_it() -> None:
    first, second = _upright(100, [0, 70]), _upright(100, [300, 370, 440, 510])
    cross = (85, 170, 125, 210)
    found = find_dashes(_boxes(*first, cross, *second), HEIGHT)
    assert found.tolist() == [True] * 2 + [False] + [True] * 4


def test_three_dashes_are_no_line() -> None:
    assert not find_dashes(_boxes(*_level(500, [0, 70, 140])), HEIGHT).any()


def test_a_column_of_ones_is_none() -> None:
    ones = _upright(100, [0, 110, 220, 330, 440], length=60)
    assert not find_dashes(_boxes(*ones), HEIGHT).any()


def test_a_row_of_ones_is_none() -> None:
    ones: list[_Box] = [(100 + 30 * k, 0, 108 + 30 * k, 45) for k in range(8)]
    assert not find_dashes(_boxes(*ones), HEIGHT).any()


def test_bars_over_their_stems_are_none() -> None:
    bars = _level(0, [0, 60, 120, 180, 240])
    stems: list[_Box] = [(16 + 60 * k, 12, 24 + 60 * k, 60) for k in range(5)]
    assert not find_dashes(_boxes(*bars, *stems), HEIGHT).any()


def test_hyphens_between_letters_are_none() -> None:
    hyphens = _level(30, [70 + 80 * k for k in range(6)], length=20)
    letters: list[_Box] = [(20 + 80 * k, 0, 60 + 80 * k, 60) for k in range(7)]
    assert not find_dashes(_boxes(*hyphens, *letters), HEIGHT).any()


def test_no_ink_has_no_dashes() -> None:
    assert find_dashes(_boxes(), HEIGHT).tolist() == []


def test_dashes_of_printed_rules_tell_themselves_whatever_the_letters() -> None:
    rules = [
        box for y in (100, 160, 220) for box in _level(y, [27 * k for k in range(12)], length=16)
    ]
    between = _level(280, [0, 27, 54, 300, 327], length=16)
    beside = _level(280, [190], length=12)
    letter = (200, 230, 240, 300)
    found = find_dashed_rules(_boxes(*rules, *between, *beside, letter))
    assert found.tolist() == [True] * (36 + 6) + [False]


def test_uneven_strokes_are_no_printed_rule() -> None:
    lefts = np.cumsum([0, 60, 45, 90, 50, 75, 110, 55, 80, 48]).tolist()
    bars = [(x, 100.0, x + 20 + 9 * (k % 3), 107.0) for k, x in enumerate(lefts)]
    assert not find_dashed_rules(_boxes(*bars)).any()


def test_a_column_of_strokes_on_their_side_is_no_printed_rule() -> None:
    ones = [box for k in range(12) for box in _level(40 * k, [100], length=60)]
    assert not find_dashed_rules(_boxes(*ones)).any()


def _lattice(columns: int, rows: int, *, wobble: int = 0) -> list[_Box]:
    """Return upright strokes below one another, each ``wobble`` off the one above it."""
    places = [(27 * x + wobble * (y % 2), 54 * y) for x in range(columns) for y in range(rows)]
    return [(x, y, x + 3, y + 30) for x, y in places]


def test_upright_dashes_that_are_most_of_the_ink_are_a_page_on_its_side() -> None:
    """Seen so they were ones, a thousand of them, and told which way the page lay."""
    letters = [(900 + 60 * k, 300, 940 + 60 * k, 360) for k in range(20)]
    found = find_dashed_rules(_boxes(*_lattice(12, 10), *letters))
    assert found.tolist() == [True] * 120 + [False] * 20


def test_columns_of_ones_are_no_page_on_its_side() -> None:
    few, written = _lattice(8, 10), _lattice(12, 10, wobble=4)
    many = [(400 + 60 * x, 60 * y, 440 + 60 * x, 60 * y + 50) for x in range(13) for y in range(10)]
    assert not find_dashed_rules(_boxes(*few)).any(), "so many are written"
    assert not find_dashed_rules(_boxes(*written)).any(), "no hand is as straight"
    assert not find_dashed_rules(_boxes(*_lattice(12, 10), *many)).any(), "not most of the ink"


def test_fine_dashes_are_found_however_many() -> None:
    fine = [box for y in range(0, 1600, 32) for box in _level(y, list(range(0, 840, 14)), length=9)]
    boxes = _boxes(*((left, top, right, top + 2) for left, top, right, _ in fine))
    assert len(boxes) == 3000
    assert find_dashed_rules(boxes).all()
