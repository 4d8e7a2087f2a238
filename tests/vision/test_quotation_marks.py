"""Two short strokes that hang above the line are one quotation mark; others are none."""

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
