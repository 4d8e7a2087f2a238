"""Pages the project makes: the truth is true, the same seed makes the same page."""

import importlib.util
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import binary_dilation

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision import skeletons
from ocrdesk.vision.stroke_font import CHARACTERS, variants
from ocrdesk.vision.synthesis import PageSettings, SyntheticPage, synthesise_page
from ocrdesk.vision.synthesis_characters import synthesise_characters
from ocrdesk.vision.synthesis_hand import draw_hand, write_line
from ocrdesk.vision.synthesis_ink import PENS
from ocrdesk.vision.synthesis_paper import DESKS, PAPERS

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
CLEAN = PageSettings(
    width=640, height=400, pen="felt", neatness=0.8, uneven=0.0, blur=0.0, noise=0.0, jpeg=0
)
TEXT = ["HELLO WORLD", "", "  2 EGGS, 10 BUNS"]


def _page(settings: PageSettings, seed: int = 1, lines: list[str] | None = None) -> SyntheticPage:
    return synthesise_page(lines or TEXT, np.random.default_rng(seed), settings)


def _dark(
    page: SyntheticPage, share: float = 0.6
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool]]:
    grey = page.pixels.mean(axis=2)
    return np.asarray(grey < share * np.median(grey))


def test_the_font_knows_capitals_digits_small_letters_and_light_punctuation() -> None:
    assert set(CHARACTERS) >= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz.,-'!?:/&()"
    )


@pytest.mark.parametrize("character", skeletons.CAPITALS | skeletons.DIGITS)
def test_capitals_and_digits_fill_the_height_from_base_line_to_cap_line(character: str) -> None:
    for strokes in variants(character):
        y = np.concatenate(strokes)[:, 1]
        assert -8 < y.min() < 10
        assert 90 < y.max() < 108


def test_strokes_of_the_font_are_fine_and_cannot_be_changed() -> None:
    for character in CHARACTERS:
        for strokes in variants(character):
            for stroke in strokes:
                assert stroke.dtype == np.float32
                assert not stroke.flags.writeable
                assert np.hypot(*np.diff(stroke, axis=0).T).max(initial=0.0) < 5.0


def test_a_hand_keeps_its_forms_and_stands_on_the_base_line() -> None:
    rng = np.random.default_rng(0)
    hand = replace(draw_hand(rng, neatness=1.0), habit=1.0)
    for character in "AI4Z":
        writings = [hand.write(character, rng) for _ in range(5)]
        assert len({len(strokes) for strokes in writings}) == 1
        for strokes in writings:
            points = np.concatenate(strokes)
            assert points[:, 0].min() == pytest.approx(0.0, abs=1e-5)
            assert points[:, 1].max() == pytest.approx(0.0, abs=0.12)
            assert points[:, 1].min() == pytest.approx(-1.0, abs=0.15)


def test_words_are_farther_apart_than_letters() -> None:
    for seed in range(20):
        rng = np.random.default_rng(seed)
        letters = list(write_line("HMH MHM", draw_hand(rng), rng))
        ends = [
            (min(s[:, 0].min() for s in strokes), max(s[:, 0].max() for s in strokes))
            for _, strokes in letters
        ]
        gaps = [right[0] - left[1] for left, right in pairwise(ends)]
        assert gaps[2] > max(gaps[:2] + gaps[3:]) + 0.2


def test_truth_has_the_lines_and_one_box_for_each_letter() -> None:
    page = _page(CLEAN)
    assert page.lines == ("HELLO WORLD", "2 EGGS, 10 BUNS")
    for line, boxes in zip(page.lines, page.boxes, strict=True):
        assert "".join(character for character, _ in boxes) == line.replace(" ", "")


@pytest.mark.parametrize(
    "settings",
    [CLEAN, replace(CLEAN, tilt=8.0, perspective=0.6), replace(CLEAN, tilt=-4.0, row_slope=3.0)],
)
def test_boxes_are_tight_around_the_ink(settings: PageSettings) -> None:
    page = _page(replace(settings, width=900, height=600))
    dark = _dark(page)
    covered = np.zeros_like(dark)
    for row in page.boxes:
        for character, box in row:
            near = dark[box.top : box.bottom, box.left : box.right]
            if character.isalnum():
                assert near[:2].any()
                assert near[-2:].any()
                assert near[:, :2].any()
                assert near[:, -2:].any()
            covered[box.top : box.bottom, box.left : box.right] = True
    assert not (dark & ~binary_dilation(covered, iterations=2)).any()


def test_the_same_seed_makes_the_same_page_and_another_does_not() -> None:
    settings = replace(CLEAN, noise=0.01, jpeg=85, uneven=1.0, shadow=0.2, folds=2)
    first, again, other = _page(settings, 3), _page(settings, 3), _page(settings, 4)
    np.testing.assert_array_equal(first.pixels, again.pixels)
    assert first.boxes == again.boxes
    assert first.boxes != other.boxes


def test_twice_the_size_is_the_same_page() -> None:
    small, large = _page(CLEAN), _page(replace(CLEAN, width=1280, height=800))
    for one, two in zip(small.boxes, large.boxes, strict=True):
        for (name, box), (same, doubled) in zip(one, two, strict=True):
            assert name == same
            np.testing.assert_allclose(np.multiply(box.as_tuple(), 2), doubled.as_tuple(), atol=3)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_shows_the_ink_written_on_it(paper: str) -> None:
    pen = "chalk" if paper == "blackboard" else "black"
    page = _page(replace(CLEAN, paper=paper, pen=pen, ruling="squares", folds=1))
    grey = page.pixels.mean(axis=2)
    inside = BoundingBox(*page.boxes[0][0][1].as_tuple())
    letter = grey[inside.top : inside.bottom, inside.left : inside.right]
    contrast = (letter.max() if pen == "chalk" else letter.min()) / np.median(grey)
    assert contrast > 2.0 if pen == "chalk" else contrast < 0.6


@pytest.mark.parametrize("pen", [name for name, pen in PENS.items() if not pen.covers])
def test_every_pen_can_be_seen(pen: str) -> None:
    page = _page(replace(CLEAN, width=900, height=600, pen=pen))
    assert _dark(page, 0.85).mean() > 0.002


@pytest.mark.parametrize("desk", DESKS)
def test_a_desk_lies_around_the_whole_sheet(desk: str) -> None:
    page = _page(replace(CLEAN, width=400, height=560, desk=desk, tilt=6.0, perspective=0.5))
    grey = page.pixels.mean(axis=2)
    edge = np.concatenate([grey[:4].ravel(), grey[-4:].ravel(), grey[:, 0], grey[:, -1]])
    assert edge.mean() < 0.7 * grey[200:360, 150:250].mean()


def test_rows_climb_by_the_asked_slope() -> None:
    page = _page(replace(CLEAN, row_slope=4.0, row_wander=0.0), lines=["EEEEEEEEEEEE"])
    centres = np.array([box.center for _, box in page.boxes[0]])
    slope = np.polyfit(centres[:, 0], centres[:, 1], 1)[0]
    assert np.degrees(np.arctan(-slope)) == pytest.approx(4.0, abs=0.5)


@pytest.mark.parametrize("lines", [[], ["", "  "], ["SNOW \u2603"]])
def test_what_cannot_be_written_is_refused(lines: list[str]) -> None:
    with pytest.raises(ValueError, match="cannot write"):
        synthesise_page(lines, np.random.default_rng(0), CLEAN)


def test_a_page_that_runs_off_the_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="falls off the page"):
        _page(replace(CLEAN, row_slope=30.0, margin=0.02))


def test_characters_come_balanced_from_hands_of_their_own() -> None:
    made = synthesise_characters("AB7", 10, np.random.default_rng(0), size=40)
    assert made.images.shape == (30, 40, 40)
    assert made.images.dtype == np.uint8
    assert (made.images.max(axis=(1, 2)) >= 120).all()
    assert not made.images[:, 0].any(axis=1).all()
    for character in "AB7":
        assert (made.characters == character).sum() == 10
    names, counts = np.unique(made.hands, return_counts=True)
    assert list(names) == ["hand0000", "hand0001", "hand0002"]
    assert list(counts) == [12, 12, 6]
    again = synthesise_characters("AB7", 10, np.random.default_rng(0), size=40)
    np.testing.assert_array_equal(made.images, again.images)


@pytest.fixture(scope="module")
def make_samples() -> ModuleType:
    """The script that makes the sample pages, loaded from its file."""
    spec = importlib.util.spec_from_file_location("make_samples", SAMPLES / "make_samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_sample_pages_ship_with_their_truth(make_samples: ModuleType) -> None:
    truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
    assert [entry["file"] for entry in truth] == list(make_samples.SAMPLES)
    for entry in truth:
        with Image.open(SAMPLES / entry["file"]) as image:
            assert min(image.size) >= 1200
            assert max(image.size) <= 2400
            width, height = image.size
        for line, row in zip(entry["lines"], entry["boxes"], strict=True):
            assert [box[0] for box in row] == list(line.replace(" ", ""))
            for _, *box in row:
                assert BoundingBox(*box).clipped(width, height) == BoundingBox(*box)
    assert sum(path.stat().st_size for path in SAMPLES.iterdir() if path.is_file()) < 2_500_000


def test_the_picture_on_the_first_screen_is_the_welcome_page(
    make_samples: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "welcome.jpg").symlink_to(SAMPLES / "welcome.jpg")
    make_samples.make_small(tmp_path)
    shipped, made = (
        np.asarray(Image.open(folder / "small" / "welcome.jpg"), np.int16)
        for folder in (SAMPLES, tmp_path)
    )
    assert shipped.shape == (192, 256, 3)
    assert np.abs(shipped - made).mean() < 1


def test_the_welcome_page_is_what_its_script_makes(make_samples: ModuleType) -> None:
    seed, _, lines, settings = make_samples.SAMPLES["welcome.jpg"]
    page = synthesise_page(lines, np.random.default_rng(seed), settings)
    truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))[0]
    for row, written in zip(truth["boxes"], page.boxes, strict=True):
        for (_, *box), (_, made) in zip(row, written, strict=True):
            np.testing.assert_allclose(made.as_tuple(), box, atol=1)
    with Image.open(SAMPLES / "welcome.jpg") as image:
        difference = np.abs(np.asarray(image, np.int16) - page.pixels)
    assert difference.mean() < 3
