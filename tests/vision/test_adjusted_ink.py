"""Ink found by settings: fainter, smoother, without specks and boxes; automatically as ever."""

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw

from ocrdesk.ink_settings import AUTOMATIC, InkSettings, Rules, Threshold
from ocrdesk.vision import ink_map
from ocrdesk.vision.boxing import without_boxes
from ocrdesk.vision.components import drop_clutter, find_components, letter_height
from ocrdesk.vision.denoising import denoised, without_grain
from ocrdesk.vision.ink_map import INK, LEFT_OUT, map_ink
from ocrdesk.vision.layout import find_ink
from ocrdesk.vision.preprocess import find_ink as find_ink_once
from ocrdesk.vision.preprocess import working_image
from ocrdesk.vision.sheet import find_sheet
from ocrdesk.vision.synthesis import PageSettings, synthesise_page

Pixels = npt.NDArray[np.uint8]

_SIZE = (900, 400)  # pixels, width and height
_STROKES = ((60, 0.9), (220, 0.9), (380, 0.1), (540, 0.07))  # from the left, and how dark


def _page(*, grain: float = 0.0, frames: bool = False) -> Pixels:
    """Crosses of several darknesses on light paper, in boxes if wanted."""
    picture = Image.new("F", _SIZE, 235.0)
    draw = ImageDraw.Draw(picture)
    for left, dark in _STROKES:
        level = 235.0 * (1 - dark)
        draw.line((left, 120, left + 60, 220), fill=level, width=7)
        draw.line((left + 60, 120, left, 220), fill=level, width=7)
        if frames:
            draw.rectangle((left - 20, 100, left + 80, 240), outline=90.0, width=4)
    values = np.asarray(picture)
    if grain:
        values = values + np.random.default_rng(3).normal(0, grain, values.shape)
    return np.asarray(np.clip(values, 0, 255), np.uint8)


def _found(page: Pixels, settings: InkSettings) -> list[bool]:
    """Tell which of the crosses have ink in their middle."""
    ink, _ = find_ink(page, settings)
    middles = [(left + 30, 170) for left, _ in _STROKES]
    places = [(int(x * ink.scale), int(y * ink.scale)) for x, y in middles]
    return [bool(ink.mask[y - 4 : y + 4, x - 4 : x + 4].any()) for x, y in places]


def test_fainter_strokes_are_ink_the_more_sensitive_it_is() -> None:
    page = _page()
    assert _found(page, AUTOMATIC) == [True, True, False, False]
    assert _found(page, InkSettings(sensitivity=50)) == [True, True, True, True]
    areas = [
        int(find_ink(page, InkSettings(sensitivity=value))[0].mask.sum())
        for value in (-100, -50, 0, 50, 100)
    ]
    assert areas == sorted(areas)
    assert len(set(areas)) == len(areas)


@pytest.mark.parametrize("threshold", [Threshold.SURROUNDINGS, Threshold.PAGE])
def test_other_thresholds_find_writing_and_no_paper(threshold: Threshold) -> None:
    settings = InkSettings(threshold=threshold)
    page = _page(grain=3.0)
    assert _found(page, settings)[:2] == [True, True]
    ink, _ = find_ink(page, settings)
    assert 0.003 < ink.mask.mean() < 0.03
    assert ink.settings == settings
    blank, _ = find_ink(np.full((300, 300), 230, np.uint8), settings)
    assert not blank.mask.any()


def test_automatic_settings_are_the_reading_that_was() -> None:
    page = _page(grain=4.0)
    plain, settled = find_ink(page), find_ink(page, InkSettings())
    assert np.array_equal(plain[0].mask, settled[0].mask)
    assert np.array_equal(plain[1].labels, settled[1].labels)
    assert denoised(page, 0) is page


def test_smoothing_leaves_strokes_and_takes_grain() -> None:
    page = _page()
    rng = np.random.default_rng(5)
    page[rng.random(page.shape) < 0.01] = 60
    rough = len(find_components(find_ink_once(*working_image(Image.fromarray(page)))))
    assert rough > 300
    left = [len(find_ink(page, InkSettings(denoise=strength))[1]) for strength in range(4)]
    assert left[1] < 0.1 * rough
    assert max(left[2:]) < 0.05 * rough
    assert left[0] < 0.05 * rough  # so much grain is smoothed unasked
    assert all(_found(page, InkSettings(denoise=2))[:2])
    # Of a small picture the grain is enlarged with the rest.
    assert denoised(page, 1, 3.0).std() < denoised(page, 1, 1.0).std()


def test_the_grain_of_paper_is_no_ink_however_sensitive() -> None:
    page = _page(grain=4.0)
    for sensitivity in (30, 50, 100):  # without a floor 244, 8,900 and 25,646 pieces of ink
        assert len(find_ink(page, InkSettings(sensitivity=sensitivity))[1]) < 100
    assert _found(page, InkSettings(sensitivity=100)) == [True, True, True, True]


def test_specks_go_up_to_the_size_that_was_asked_for() -> None:
    page = _page()
    page[300:312, 100:112] = 40  # about an eighth of a cross
    with_speck, components = find_ink(page)
    without, fewer = find_ink(page, InkSettings(specks=30))
    assert len(components) - len(fewer) == 1
    gone = np.argwhere(with_speck.mask & ~without.mask) / without.scale
    assert gone[:, 0].min() > 290
    assert np.array_equal(find_ink(page, InkSettings(specks=5))[0].mask, with_speck.mask)


@pytest.mark.parametrize("turn", [0.0, 1.2])
def test_boxes_go_and_what_is_in_them_stays(turn: float) -> None:
    framed = Image.fromarray(_page(frames=True)).rotate(
        turn, Image.Resampling.BICUBIC, fillcolor=235
    )
    bare = Image.fromarray(_page()).rotate(turn, Image.Resampling.BICUBIC, fillcolor=235)
    kept, _ = find_ink(np.asarray(framed), InkSettings(rules=Rules.KEEP))
    removed, _ = find_ink(np.asarray(framed), InkSettings(rules=Rules.REMOVE))
    alone, _ = find_ink(np.asarray(bare))
    # The two faint crosses are hidden by their dark boxes either way.
    half = int(330 * alone.scale)
    want, got = alone.mask[:, :half], removed.mask[:, :half]
    assert kept.mask[:, :half].sum() > 1.8 * want.sum()
    assert (got & want).sum() > 0.95 * want.sum()
    assert got.sum() < 1.15 * want.sum()


def test_letters_alone_have_no_boxes_to_take() -> None:
    ink = find_ink_once(_page(), 1.0)
    assert without_boxes(ink, find_components(ink)) is ink
    empty = find_ink_once(np.full((100, 100), 255, np.uint8), 1.0)
    assert without_boxes(empty, find_components(empty)) is empty


def test_the_map_shows_what_reading_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page()
    page[300:303, 600:603] = 20
    found = map_ink(page, AUTOMATIC)
    ink, components = find_ink(page)
    kept = drop_clutter(components, letter_height(components))
    assert (found.marks, found.left_out) == (int(kept.sum()), int((~kept).sum()))
    assert np.array_equal(found.kinds > 0, components.labels > 0)
    assert {INK, LEFT_OUT} <= set(np.unique(found.kinds).tolist())
    assert not found.kinds.flags.writeable
    monkeypatch.setattr(ink_map, "_MOST_PIXELS", 50_000)
    small = map_ink(page, AUTOMATIC).kinds
    assert small.size <= 60_000
    assert abs(small.shape[1] / small.shape[0] - ink.mask.shape[1] / ink.mask.shape[0]) < 0.05


def test_the_map_of_a_slanting_sheet_lies_on_the_picture() -> None:
    settings = PageSettings(desk="walnut", perspective=2.1)
    drawn = synthesise_page(["SLANT", "SHEET"], np.random.default_rng(2), settings)
    pixels = np.asarray(drawn.pixels)
    assert find_sheet(pixels) is not None
    found = map_ink(pixels, AUTOMATIC)
    assert found.kinds.shape[1] / found.kinds.shape[0] == pytest.approx(
        pixels.shape[1] / pixels.shape[0], rel=0.01
    )
    scale = found.kinds.shape[1] / pixels.shape[1]
    for _, box in (letter for row in drawn.boxes for letter in row):
        rows = slice(int(box.top * scale), int(box.bottom * scale) + 1)
        columns = slice(int(box.left * scale), int(box.right * scale) + 1)
        assert (found.kinds[rows, columns] == INK).any()


@pytest.mark.parametrize(
    "values", [{"sensitivity": 101}, {"denoise": 4}, {"specks": -1}, {"specks": 61}]
)
def test_settings_outside_their_bounds_are_none(values: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(values))):
        InkSettings(**values)  # type: ignore[arg-type]


def test_settings_tell_what_is_not_automatic() -> None:
    assert InkSettings().told() == ()
    assert InkSettings(sensitivity=40, rules=Rules.KEEP).told() == (
        ("sensitivity", "+40"),
        ("rules", "keep"),
    )
    assert InkSettings(sensitivity=50).faintness == pytest.approx(0.5)
    assert InkSettings(sensitivity=-100).faintness == pytest.approx(2.0)


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (4, 60)])
def test_a_strip_of_pixels_has_no_rules_to_remove(shape: tuple[int, int]) -> None:
    _, components = find_ink(np.full(shape, 200, np.uint8), InkSettings(rules=Rules.REMOVE))
    assert len(components.boxes) == 0


def _with_removed(picture: Image.Image) -> tuple[int, int]:
    """Return how much ink a page has, and how much is left where lines and boxes are removed."""
    pixels = np.asarray(picture)
    plain, removed = (find_ink(pixels, InkSettings(rules=rules))[0] for rules in _BOTH)
    return int(plain.mask.sum()), int((plain.mask & removed.mask).sum())


_BOTH = (Rules.KEEP, Rules.REMOVE)


def _letters(draw: ImageDraw.ImageDraw, *, left: int, count: int) -> None:
    """Crosses as high as most letters of the page."""
    for x in range(left, left + count * 80, 80):
        draw.line((x, 120, x + 40, 180), fill=30, width=5)
        draw.line((x + 40, 120, x, 180), fill=30, width=5)


def test_strokes_of_large_and_square_letters_are_no_lines() -> None:
    picture = Image.new("L", (1000, 400), 235)
    draw = ImageDraw.Draw(picture)
    _letters(draw, left=300, count=8)
    # H with stems half as high again, a T, an F and a square O; a 1 between two bars.
    draw.line((40, 100, 40, 190), fill=30, width=5)
    draw.line((90, 100, 90, 190), fill=30, width=5)
    draw.line((40, 145, 90, 145), fill=30, width=5)
    for left in (120, 200):
        draw.line((left, 120, left + 60, 120), fill=30, width=5)
        draw.line((left + 30, 120, left + 30, 200), fill=30, width=5)
    draw.line((200, 198, 260, 198), fill=30, width=5)
    draw.rectangle((300, 220, 350, 284), outline=30, width=5)
    plain, left = _with_removed(picture)
    assert left == plain


def test_numbers_in_circles_stand_in_no_box() -> None:
    picture = Image.new("L", (1000, 400), 235)
    draw = ImageDraw.Draw(picture)
    _letters(draw, left=300, count=8)
    for top in (30, 250):
        draw.ellipse((40, top, 160, top + 120), outline=30, width=5)
        draw.line((100, top + 45, 100, top + 75), fill=30, width=5)
        draw.line((200, top, 200, top + 65), fill=30, width=5)
        draw.line((180, top, 230, top), fill=30, width=5)
    plain, left = _with_removed(picture)
    assert left == plain


def test_combs_and_lines_to_write_on_go() -> None:
    picture = Image.new("L", (1000, 400), 235)
    draw = ImageDraw.Draw(picture)
    _letters(draw, left=100, count=9)
    bare = int(find_ink(np.asarray(picture))[0].mask.sum())
    for left in range(80, 820, 80):
        draw.line((left, 100, left, 192), fill=90, width=3)
    draw.line((80, 192, 800, 192), fill=90, width=3)
    draw.line((100, 300, 500, 300), fill=90, width=3)
    plain, left = _with_removed(picture)
    assert plain > 1.2 * left
    assert left == pytest.approx(bare, rel=0.1)


def test_only_grain_all_over_a_page_is_smoothed_unasked() -> None:
    clean = synthesise_page(["GRAIN 28"], np.random.default_rng(1), PageSettings()).pixels
    grey = np.asarray(Image.fromarray(clean).convert("L"))
    for scale in (0.25, 0.5, 1.0):  # ever thinner strokes are no grain
        size = (int(grey.shape[1] * scale), int(grey.shape[0] * scale))
        page = np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BOX))
        assert without_grain(page) is page
    salted = grey.copy()
    salted[np.random.default_rng(2).random(grey.shape) < 0.01] = 0
    assert np.array_equal(without_grain(salted), denoised(salted, 2))
    specks = grey.copy()
    specks[20:-20:40, 20:-20:40] = 0  # a grid of dots: too few to be grain
    assert without_grain(specks) is specks
    tiny = np.zeros((2, 9), np.uint8)
    assert without_grain(tiny) is tiny


def test_what_a_person_smooths_is_smoothed_so_alone() -> None:
    page = _page(grain=60.0)
    asked = find_ink(page, InkSettings(denoise=1))[0].contrast
    automatic = find_ink(page)[0].contrast
    assert np.std(asked) > np.std(automatic)  # the weakest leaves more of the grain
