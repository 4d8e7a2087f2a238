"""Rows, words and letters come out as they were written, at any size and slope."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageOps

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision.layout import Layout, find_ink, lay_out
from ocrdesk.vision.patches import PatchGeometry

HANDOUT = ["01_list.jpg", "02_letters.jpg", "03_haiku.jpg", "04_deep.jpg"]

DrawPage = Callable[..., npt.NDArray[np.uint8]]


def _layout(pixels: np.ndarray) -> Layout:
    return lay_out(pixels, *find_ink(pixels))


def _shape(layout: Layout) -> list[list[int]]:
    return [[len(word.clusters) for word in row.words] for row in layout.rows]


def _shape_of_text(lines: Sequence[str]) -> list[list[int]]:
    kept = ["".join(c for c in line if c.isalnum() or c == " ") for line in lines]
    return [[len(word) for word in line.split()] for line in kept]


LINES = ["PACK MY BOX WITH", "FIVE DOZEN JUGS", "A QUICK 40 LIONS"]


def test_rows_words_and_letters_are_those_that_were_written(draw_page: DrawPage) -> None:
    assert _shape(_layout(draw_page(LINES))) == _shape_of_text(LINES)


@pytest.mark.parametrize("slope", [-0.12, -0.05, 0.05, 0.12])
def test_rows_that_climb_more_than_their_own_height_stay_rows(
    draw_page: DrawPage, slope: float
) -> None:
    layout = _layout(draw_page(LINES, slope=slope))
    assert _shape(layout) == _shape_of_text(LINES)
    for row in layout.rows:
        assert row.angle == pytest.approx(np.rad2deg(np.arctan(slope)), abs=2.0)


@pytest.mark.parametrize("cap", [20, 40])
def test_small_letters_on_a_large_page_are_looked_at_closely(draw_page: DrawPage, cap: int) -> None:
    written = draw_page(LINES, cap=cap, pen=cap / 10)
    page = np.full((3500, 2500), 235, np.uint8)
    page[1500 : 1500 + written.shape[0], 600 : 600 + written.shape[1]] = written
    layout = _layout(page)
    assert _shape(layout) == _shape_of_text(LINES)
    assert 30 < layout.letter_height < 60  # 9 and 18 pixels, were the page seen as a whole only


@pytest.mark.parametrize("cap", [14, 28, 80, 160])
def test_no_step_knows_a_resolution(draw_page: DrawPage, cap: int) -> None:
    page = draw_page(LINES, cap=cap, pen=max(1.5, cap / 10))
    assert _shape(_layout(page)) == _shape_of_text(LINES)


def test_letters_that_stand_alone_are_words_of_their_own(draw_page: DrawPage) -> None:
    lines = ["A B C D E F", "G H I J K L"]
    assert _shape(_layout(draw_page(lines, space=1.2))) == _shape_of_text(lines)


def test_a_word_written_wide_is_one_word(draw_page: DrawPage) -> None:
    assert _shape(_layout(draw_page(["REFRIGERATOR"], gap=0.55))) == [[12]]


def test_a_detached_bar_belongs_to_its_letter() -> None:
    page = np.full((300, 500), 240, np.uint8)
    page[60:72, 60:160] = 30  # the bar of a T
    page[88:200, 104:116] = 30  # its stem, a gap below
    page[60:200, 240:252] = 30
    page[60:72, 240:320] = 30  # an E without its middle bar
    page[188:200, 240:320] = 30
    page[124:136, 262:310] = 30  # the middle bar, detached
    assert _shape(_layout(page)) == [[2]] or _shape(_layout(page)) == [[1, 1]]


def _detached(text: str, height: int, gap: int) -> np.ndarray:
    """Return a row of E, F, H, L and T whose bars stand off from their stems."""
    pen, width = height // 10, round(height * 0.62)
    page = np.full((2 * height, len(text) * height), 240, np.uint8)
    top, bottom = height // 2, height // 2 + height
    middle = (top + bottom - pen) // 2
    for place, character in enumerate(text):
        left, off = 30 + place * height, 30 + place * height + pen + gap
        right = left + width
        if character == "T":
            page[top : top + pen, left:right] = 30
            page[top + pen + gap : bottom, (left + right - pen) // 2 :][:, :pen] = 30
            continue
        page[top:bottom, left : left + pen] = 30
        if character in "EF":
            page[top : top + pen, off:right] = page[middle : middle + pen, off:right] = 30
        if character in "EL":
            page[bottom - pen : bottom, off:right] = 30
        if character == "H":
            page[top:bottom, right - pen : right] = 30
            page[middle : middle + pen, off : right - pen - gap] = 30
    return page


@pytest.mark.parametrize("height", [60, 120])
@pytest.mark.parametrize(("share", "rows"), [(0.05, ["HEEL", "FEET"]), (0.1, ["FEEL", "LEFT"])])
def test_rows_and_letters_hold_where_all_bars_are_detached(
    height: int, share: float, rows: list[str]
) -> None:
    page = np.vstack([_detached(row, height, round(height * share)) for row in rows])
    assert [sum(words) for words in _shape(_layout(page))] == [4, 4]


def test_specks_and_ruled_lines_are_not_letters(draw_page: DrawPage) -> None:
    page = draw_page(["RULED PAPER"], cap=50)
    page[-30:-27, :] = 120
    rng = np.random.default_rng(3)
    for x, y in zip(rng.integers(5, 400, 25), rng.integers(5, 50, 25), strict=True):
        page[y : y + 3, x : x + 3] = 60
    assert _shape(_layout(page)) == [[5, 5]]


def test_an_empty_page_has_no_rows() -> None:
    assert _layout(np.full((400, 300), 230, np.uint8)).rows == ()


def test_boxes_are_in_source_pixels_and_hold_the_letters(draw_page: DrawPage) -> None:
    page = draw_page(["BOX"], cap=160, pen=12)
    layout = _layout(page)
    boxes = [layout.glyph_box(cluster) for _, _, cluster in layout.glyphs()]
    dark = page < 130
    for box in boxes:
        assert dark[box.top : box.bottom, box.left : box.right].any()
        dark[box.top : box.bottom, box.left : box.right] = False
    assert dark.sum() < 60


def test_a_drawn_box_gives_the_patch_that_was_read(draw_page: DrawPage) -> None:
    layout = _layout(draw_page(["PATCH"], cap=60))
    geometry = PatchGeometry()
    read = layout.patches(geometry)
    from ocrdesk.vision.patches import cut_patch

    for patch, (_, _, cluster) in zip(read, layout.glyphs(), strict=True):
        again = cut_patch(layout.box_ink(layout.glyph_box(cluster)), geometry)
        assert np.abs(again - patch).mean() < 0.01


def test_a_box_off_the_page_holds_no_ink(draw_page: DrawPage) -> None:
    layout = _layout(draw_page(["OFF"]))
    assert not layout.box_ink(BoundingBox(90_000, 90_000, 90_010, 90_010)).any()


@pytest.mark.parametrize("name", HANDOUT)
@pytest.mark.parametrize("scale", [0.5, 1.0])
def test_the_handout_pages_have_all_rows_and_words(
    shared_data: Path, name: str, scale: float
) -> None:
    entries = json.loads((shared_data / "pages" / "truth.json").read_text("utf-8"))
    lines = next(entry["lines"] for entry in entries if entry["file"] == name)
    image = ImageOps.exif_transpose(Image.open(shared_data / "pages" / name))
    if scale != 1.0:
        size = (round(image.width * scale), round(image.height * scale))
        image = image.resize(size, Image.Resampling.LANCZOS)
    assert _shape(_layout(np.asarray(image.convert("RGB")))) == _shape_of_text(lines)
