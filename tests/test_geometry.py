"""Boxes are half-open, never without area, and agree with the pixels they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.geometry import BoundingBox, enclosing

edges = st.integers(-30, 30)
sizes = st.integers(1, 20)
boxes = st.builds(
    lambda left, top, width, height: BoundingBox(left, top, left + width, top + height),
    edges,
    edges,
    sizes,
    sizes,
)


def pixels(box: BoundingBox | None) -> set[tuple[int, int]]:
    if box is None:
        return set()
    return {(x, y) for x in range(box.left, box.right) for y in range(box.top, box.bottom)}


def test_measures() -> None:
    box = BoundingBox(2, 3, 12, 8)
    assert (box.width, box.height, box.area) == (10, 5, 50)
    assert box.center == (7.0, 5.5)
    assert box.as_tuple() == (2, 3, 12, 8)


@pytest.mark.parametrize("corners", [(0, 0, 0, 5), (0, 0, 5, 0), (4, 0, 2, 5), (0, 4, 5, 2)])
def test_a_box_without_area_is_refused(corners: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="without area"):
        BoundingBox(*corners)


def test_the_right_and_bottom_edges_are_outside() -> None:
    box = BoundingBox(0, 0, 4, 4)
    assert box.contains(0, 0)
    assert box.contains(3.99, 3.99)
    assert not box.contains(4, 0)
    assert not box.contains(0, 4)
    assert not box.contains(-0.01, 0)


def test_boxes_can_be_keys_and_are_ordered() -> None:
    one, two = BoundingBox(0, 0, 2, 2), BoundingBox(0, 0, 2, 2)
    assert len({one, two}) == 1
    assert one < BoundingBox(1, 0, 2, 2)


@given(boxes)
def test_area_counts_the_pixels(box: BoundingBox) -> None:
    assert box.area == len(pixels(box)) == sum(box.contains(x, y) for x, y in pixels(box))


@given(boxes, boxes)
def test_intersection_is_what_both_cover(one: BoundingBox, two: BoundingBox) -> None:
    assert pixels(one.intersection(two)) == pixels(one) & pixels(two)
    assert one.intersection(two) == two.intersection(one)


@given(boxes, boxes)
def test_union_holds_both_and_nothing_smaller_does(one: BoundingBox, two: BoundingBox) -> None:
    union = one.union(two)
    assert pixels(union) >= pixels(one) | pixels(two)
    for edge in ("left", "top", "right", "bottom"):
        assert getattr(union, edge) in {getattr(one, edge), getattr(two, edge)}


@given(st.lists(boxes, min_size=1, max_size=5))
def test_enclosing_is_the_union_of_all(several: list[BoundingBox]) -> None:
    union = several[0]
    for box in several:
        union = union.union(box)
    assert enclosing(iter(several)) == union


def test_nothing_cannot_be_enclosed() -> None:
    with pytest.raises(ValueError, match="no boxes"):
        enclosing([])


@given(boxes, edges, edges)
def test_moving_there_and_back(box: BoundingBox, dx: int, dy: int) -> None:
    assert box.moved(dx, dy).moved(-dx, -dy) == box
    assert box.moved(dx, dy).area == box.area


@given(boxes, st.integers(0, 9))
def test_padding_grows_every_side(box: BoundingBox, margin: int) -> None:
    padded = box.padded(margin)
    assert (padded.width, padded.height) == (box.width + 2 * margin, box.height + 2 * margin)
    assert padded.padded(-margin) == box


def test_padding_away_all_area_is_refused() -> None:
    with pytest.raises(ValueError, match="without area"):
        BoundingBox(0, 0, 4, 4).padded(-2)


@given(boxes, sizes, sizes)
def test_clipping_keeps_what_lies_in_the_image(box: BoundingBox, width: int, height: int) -> None:
    image = pixels(BoundingBox(0, 0, width, height))
    assert pixels(box.clipped(width, height)) == pixels(box) & image
