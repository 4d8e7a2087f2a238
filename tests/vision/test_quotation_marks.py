"""Two short strokes that hang above the line are one quotation mark; others are none."""

from collections.abc import Sequence

import numpy as np
import pytest

from ocrdesk.vision.layout import Layout, find_ink, lay_out
from ocrdesk.vision.marks import small_marks
from ocrdesk.vision.pieces import span_of
from ocrdesk.vision.quotation_marks import join_quotation_marks, quotation_marks

Box = tuple[int, int, int, int]
_LEFT, _TOP, _PITCH = 140, 120, 60  # of five letters, 60 pixels high and 35 wide


def _page(*marks: Box) -> Layout:
    """Return the layout of a row of bars like H, with black boxes (left, top, right, bottom)."""
    pixels = np.full((320, 700), 240, np.uint8)
    for left in range(_LEFT, _LEFT + 5 * _PITCH, _PITCH):
        pixels[_TOP : _TOP + 60, left : left + 7] = 20
        pixels[_TOP : _TOP + 60, left + 28 : left + 35] = 20
        pixels[_TOP + 27 : _TOP + 34, left : left + 35] = 20
    for left, top, right, bottom in marks:
        pixels[top:bottom, left:right] = 20
    return lay_out(pixels, *find_ink(pixels))


def _found(*marks: Box) -> list[tuple[float, float]]:
    """Return the middles of the quotation marks in pixels of the page."""
    layout = _page(*marks)
    (row,), (small,) = layout.rows, small_marks(layout)
    ordered = sorted((*row.clusters, *small), key=lambda c: sum(span_of(c, row.angle)))
    joined = join_quotation_marks(ordered, layout.components, row.angle, row.height)
    members = [member for cluster in joined.clusters for member in cluster.members]
    assert members == [member for cluster in ordered for member in cluster.members]
    boxes = sorted(joined.marks)
    assert [c.box for c in joined.clusters if c.box in joined.marks] == boxes
    scale = layout.ink.scale
    return [(round(x / scale), round(y / scale)) for x, y in (box.center for box in boxes)]


def _pair(left: int, top: int, *, gap: int = 10, height: int = 22) -> tuple[Box, Box]:
    right = left + 7 + gap
    return (left, top, left + 7, top + height), (right, top, right + 7, top + height)


def test_marks_before_and_behind_a_word_are_found() -> None:
    before, behind = _pair(100, 116), _pair(430, 116)
    found = _found(*before, *behind)
    assert [(abs(x - wanted), abs(y - 127)) <= (2, 2) for (x, y), wanted in zip(
        found, (112, 442), strict=True
    )] == [True, True]  # fmt: skip


def test_a_stroke_that_a_weak_pen_broke_is_one() -> None:
    (left, top, right, _), other = _pair(430, 116, height=26)
    assert len(_found((left, top, right, top + 14), (left, top + 17, right, top + 26), other)) == 1


@pytest.mark.parametrize(
    "marks",
    [
        _pair(430, 158),  # on the line
        _pair(430, 116, height=60),  # II
        _pair(430, 116, gap=60),  # an apostrophe each
        _pair(430, 116)[:1],
        ((430, 116, 452, 123), (430, 130, 452, 137)),  # two dashes
        ((430, 112, 437, 119), (430, 130, 437, 137)),  # one above the other
        ((430, 116, 437, 126), (447, 116, 454, 148)),  # one three times as high
        _pair(430, 40),  # far above
    ],
)
def test_other_small_ink_is_none(marks: tuple[Box, ...]) -> None:
    assert _found(*marks) == []


def test_none_stands_inside_a_word() -> None:
    left = _LEFT + _PITCH + 38  # between the second letter and the third
    assert _found(*_pair(left, 116, gap=4, height=20)) == []


def _masks(*, is_curled: bool) -> tuple[list[np.ndarray], list[tuple[int, int]]]:
    """Return the ink of two strokes in one box, before a high letter; one may be a small p."""
    pair = np.zeros((22, 30), bool)
    pair[:, :5] = pair[:, 22:27] = True
    if is_curled:
        pair[:3, :16] = pair[:10, 12:16] = pair[8:11, :16] = True
    return [pair, np.ones((60, 40), bool)], [(20, 50), (70, 50)]


def test_a_box_holds_a_mark_unless_its_strokes_are_curled() -> None:
    assert quotation_marks(*_masks(is_curled=False), 0.0, 60.0) == [0]
    assert quotation_marks(*_masks(is_curled=True), 0.0, 60.0) == []


def test_boxes_without_ink_hold_none() -> None:
    masks, corners = _masks(is_curled=False)
    masks[1][:] = False
    assert quotation_marks(masks, corners, 0.0, 60.0) == []
    assert quotation_marks([], [], 0.0, 60.0) == []


_HIGH = 60  # of the letters below, whose tops lie at 0
_THREE = [[(x, 0, x + 35, _HIGH)] for x in (100, 160, 220)]
_MARK = [(60, 0, 67, 22), (77, 0, 84, 22)]


def _told(*glyphs: Sequence[Box], angle: int = 0) -> list[int]:
    """Return which of the glyphs, each a box of such strokes in a row, are marks."""
    masks, corners = [], []
    for strokes in glyphs:
        left, top = min(s[0] for s in strokes), min(s[1] for s in strokes)
        mask = np.zeros((max(s[3] for s in strokes) - top, max(s[2] for s in strokes) - left), bool)
        for x, y, right, bottom in strokes:
            mask[y - top : bottom - top, x - left : right - left] = True
        masks.append(mask)
        corners.append((left, top + round(left * np.tan(np.deg2rad(angle)))))
    return quotation_marks(masks, corners, float(angle), float(_HIGH))


@pytest.mark.parametrize("angle", [-20, 0, 20])
def test_a_mark_before_letters_is_told_also_where_the_row_slants(angle: int) -> None:
    assert _told(_MARK, *_THREE, angle=angle) == [0]
    assert _told([(60, 30, 67, 52), (77, 30, 84, 52)], *_THREE, angle=angle) == []


@pytest.mark.parametrize(
    "strokes",
    [
        [(60, 20, 67, 38), (77, 20, 84, 38)],  # clear of the line, but below the letters' tops
        [(60, 0, 67, 12), (77, 0, 84, 26)],  # one is twice as high
        [(60, 0, 67, 20), (77, 14, 84, 34)],  # one hangs lower
        [(40, 0, 47, 22), (87, 0, 94, 22)],  # too far apart
        [(50, 0, 68, 20), (77, 0, 84, 20)],  # one is as wide as high
        [(60, -20, 67, 34), (77, -20, 84, 34)],  # as high as a letter
        [(60, 0, 67, 10), (77, 0, 84, 10)],  # dots
        [(60, 0, 67, 22)],
        [(45, 0, 50, 22), (60, 0, 67, 22), (77, 0, 84, 22)],
        [
            (x, y, x + 7, end) for x in (60, 77) for y, end in ((0, 9), (11, 18), (20, 24))
        ],  # in too many parts
    ],
)
def test_what_breaks_one_rule_is_none(strokes: list[Box]) -> None:
    assert _told(strokes, *_THREE) == []


def test_letters_far_away_tell_nothing() -> None:
    far = [[(left + 200, top, right + 200, bottom)] for ((left, top, right, bottom),) in _THREE]
    assert _told(_MARK, *far) == []


@pytest.mark.parametrize(("gap", "found"), [(20, [1]), (12, [])])
def test_free_paper_on_one_side_tells_a_mark_from_parts_of_a_word(
    gap: int, found: list[int]
) -> None:
    assert _told([(25 - gap, 0, 60 - gap, _HIGH)], _MARK, [(90, 0, 125, _HIGH)]) == found


@pytest.mark.parametrize(
    "beside",
    [
        [[(100, 0, 135, _HIGH)], [(160, 0, 195, _HIGH)], [(220, 0, 255, 30)]],  # the third is high
        [[(125, 0, 155, 20)], *_THREE[1:]],  # too low for a letter
        [[(125, 0, 132, 34)], *_THREE[1:]],  # an apostrophe
    ],
)
def test_only_the_letters_beside_it_tell_where_the_line_is(beside: list[list[Box]]) -> None:
    assert _told(_MARK, *beside) == [0]


def test_a_stroke_in_a_box_of_its_own_is_half_a_mark() -> None:
    assert _told(_MARK[:1], _MARK[1:], *_THREE) == []


def test_a_stroke_further_on_belongs_to_no_mark() -> None:
    assert len(_found(*_pair(430, 116), (504, 116, 511, 138))) == 1
