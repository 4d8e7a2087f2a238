"""A page turned with its image: Pillow is the witness."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import NOTHING
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.turning import turned, turned_size
from tests.page.pages import assert_sound, page_of, read_as


def drawn(page: Page, glyph_id: int, *, as_ellipse: bool) -> Image.Image:
    """Return an image of the page with one glyph on it, 255 on 0."""
    left, top, right, bottom = page.glyph(glyph_id).box.as_tuple()
    y, x = np.mgrid[: page.height, : page.width] + 0.5
    inside = (left < x) & (x < right) & (top < y) & (y < bottom)
    if as_ellipse:
        far = np.hypot(
            (x - (left + right) / 2) / (right - left), (y - (top + bottom) / 2) / (bottom - top)
        )
        inside &= far < 0.5
    return Image.fromarray((inside * 255).astype(np.uint8))


def found(image: Image.Image) -> tuple[int, int, int, int]:
    box = image.point(lambda value: 255 * (value > 127)).getbbox()
    assert box is not None
    return box


SIZES = st.tuples(st.integers(1, 60), st.integers(1, 60))
ANGLES = st.one_of(
    st.integers(-720, 720).map(float),
    st.floats(-400, 400, allow_nan=False),
    st.sampled_from([1e-9, -1e-12, 89.99999999, 90.0000001, 359.999999999, 44.999]),
)


@settings(max_examples=80, deadline=None)
@given(SIZES, ANGLES)
def test_the_canvas_is_pillow_s(size: tuple[int, int], degrees: float) -> None:
    image = Image.new("L", size)
    assert turned_size(*size, degrees) == image.rotate(-degrees, expand=True).size


@pytest.mark.parametrize("size", [(2480, 3508), (3508, 2481), (1, 7000)])
@pytest.mark.parametrize("degrees", [0.3, -7.5, 33, 45, 120.25, 271])
def test_the_canvas_of_large_pages_is_pillow_s(size: tuple[int, int], degrees: float) -> None:
    assert turned_size(*size, degrees) == Image.new("1", size).rotate(-degrees, expand=True).size


@pytest.mark.parametrize("degrees", [90, 180, 270, -90, 450])
def test_right_angles_are_exact(degrees: int) -> None:
    page = Page(60, 41, (Line((Word((Glyph(1, BoundingBox(3, 5, 20, 14), read_as("A")),)),)),))
    after, change = turned(page, degrees)
    image = drawn(page, 1, as_ellipse=False).rotate(-degrees, expand=True)
    assert (after.width, after.height) == image.size
    assert after.glyph(1).box.as_tuple() == found(image)
    assert after.glyph(1).predictions == read_as("A")
    assert after.rotation == degrees % 360
    assert change.is_whole


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([90, 180, 270, -90, -180, 360]), max_size=6),
    st.integers(0, 359_999_999).map(lambda millionths: millionths / 1e6),
)
def test_turned_back_by_right_angles_it_is_the_same_page(
    angles: list[int], rotation: float
) -> None:
    page = replace(page_of("AB C", "D"), width=901, rotation=rotation)
    after = page
    for degrees in (*angles, -sum(angles)):
        after, _ = turned(after, degrees)
        assert_sound(after)
    assert after == page


@pytest.mark.parametrize("degrees", [4.0, -17.0, 45.0, 133.0, 200.5, 300.0])
@pytest.mark.parametrize("box", [(30, 20, 50, 50), (5, 60, 65, 72), (80, 3, 86, 40)])
def test_a_box_encloses_its_turned_ellipse(degrees: float, box: tuple[int, int, int, int]) -> None:
    page = Page(101, 80, (Line((Word((Glyph(1, BoundingBox(*box)),)),)),))
    after, _ = turned(page, degrees)
    image = drawn(page, 1, as_ellipse=True).rotate(
        -degrees, expand=True, resample=Image.Resampling.BICUBIC
    )
    assert (after.width, after.height) == image.size
    assert np.abs(np.subtract(after.glyph(1).box.as_tuple(), found(image))).max() <= 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-180, 180), min_size=1, max_size=8))
def test_boxes_never_grow_however_often_a_page_is_turned(angles: list[float]) -> None:
    page = page_of("ABC D", "EF")
    after = page
    for degrees in angles:
        after, _ = turned(after, degrees)
        assert_sound(after)
    assert [line.text for line in after.lines] == [line.text for line in page.lines]
    diagonal = math.hypot(20, 30)
    for glyph in after.glyphs:
        assert abs(math.hypot(glyph.box.width, glyph.box.height) - diagonal) <= len(angles)


def test_small_turns_forth_and_back_keep_boxes_in_place() -> None:
    page = page_of("ABC", "DEF")
    there, _ = turned(page, 3)
    back, _ = turned(there, -3, size=(page.width, page.height))
    assert (back.width, back.height, back.rotation) == (900, 600, 0)
    for old, new in zip(page.glyphs, back.glyphs, strict=True):
        assert np.abs(np.subtract(old.box.as_tuple(), new.box.as_tuple())).max() <= 1


def test_corrections_and_rows_are_kept() -> None:
    page = page_of("AB C", "D")
    page = page.with_glyph(replace(page.glyph(2), correction="8"))
    after, change = turned(page, 12.5)
    assert after.text == "A8 C\nD"
    assert after.glyph(2).is_confirmed
    assert after.rotation == 12.5
    assert change.glyph_ids == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("degrees", "name"),
    [
        (90, "Turn right by 90°"),
        (-90, "Turn left by 90°"),
        (540, "Turn upside down"),
        (-2.5, "Turn left by 2.5°"),
    ],
)
def test_names_say_the_shorter_way(degrees: float, name: str) -> None:
    assert turned(page_of("A"), degrees)[1].name == name


def test_an_empty_page_is_turned_too() -> None:
    after, change = turned(Page(30, 20), 90)
    assert (after.width, after.height, after.rotation) == (20, 30, 90)
    assert change
    assert not change.glyph_ids


def test_a_full_turn_is_nothing_and_no_number_is_refused() -> None:
    page = page_of("A")
    assert turned(page, -720) == (page, NOTHING)
    for degrees in (math.nan, math.inf):
        with pytest.raises(EditError, match="cannot be turned"):
            turned(page, degrees)
