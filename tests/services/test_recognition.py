"""Images become pages with the shipped model; what a person confirmed is never read again."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from ocrdesk import paths
from ocrdesk.formats.image_file import SourceImage, image_from_array, open_images
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import add_glyph, set_correction
from ocrdesk.services.evaluation_pages import evaluate_pages
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import (
    Reading,
    patch_of,
    read_box,
    recognize,
)
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.vision.synthesis import PageSettings, synthesise_page


@pytest.fixture(scope="module")
def welcome() -> SourceImage:
    return next(open_images(paths.resources_folder() / "samples" / "welcome.jpg"))


@pytest.fixture(scope="module")
def reading(welcome: SourceImage, recognizer: Recognizer) -> Reading:
    return run(recognize(welcome, recognizer))


def _letters(lines: list[str]) -> list[str]:
    kept = ["".join(c for c in line.upper() if c.isalnum() or c == " ") for line in lines]
    return [" ".join(line.split()) for line in kept]


def test_the_sample_page_is_read_without_an_error(reading: Reading) -> None:
    samples = paths.resources_folder() / "samples"
    truth = json.loads((samples / "truth.json").read_text("utf-8"))
    lines = next(entry["lines"] for entry in truth if entry["file"] == "welcome.jpg")
    assert reading.page.text.split("\n") == _letters(lines)


def test_reports_go_forward_and_end_at_one(welcome: SourceImage, recognizer: Recognizer) -> None:
    fractions = [report.fraction for report in recognize(welcome, recognizer)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_every_glyph_has_all_classes_and_a_box_on_the_page(reading: Reading) -> None:
    page = reading.page
    for glyph in page.glyphs:
        assert len(glyph.predictions) == 36
        assert sum(p.probability for p in glyph.predictions) == pytest.approx(1.0, abs=1e-4)
        assert 0 <= glyph.box.left < glyph.box.right <= page.width
        assert 0 <= glyph.box.top < glyph.box.bottom <= page.height
    assert len({glyph.id for glyph in page.glyphs}) == len(page.glyphs)


def test_the_page_tells_how_it_was_made(reading: Reading) -> None:
    steps = {step.name: dict(step.settings) for step in reading.page.steps}
    assert steps["network"]["model"] == "print36"
    assert steps["ink"]["writing"] == "dark on light"
    assert list(steps) == ["ink", "layout", "network", "language"]


def test_an_empty_sheet_is_an_empty_page(recognizer: Recognizer) -> None:
    blank = image_from_array(np.full((300, 400), 240, np.uint8), "blank")
    page = run(recognize(blank, recognizer)).page
    assert page.lines == ()
    assert page.text == ""


@pytest.mark.parametrize("share", [0.02, 0.1, None])
def test_grain_is_no_writing(recognizer: Recognizer, share: float | None) -> None:
    drawn = np.random.default_rng(0).random((450, 600))
    grey = drawn if share is None else drawn >= share  # grey grain, or specks of ink
    grain = image_from_array((grey * 255).astype(np.uint8), "grain")
    assert run(recognize(grain, recognizer)).page.glyphs == ()


def test_cancelling_is_to_stop_iterating(welcome: SourceImage, recognizer: Recognizer) -> None:
    steps = recognize(welcome, recognizer)
    assert next(steps).fraction == 0.0
    steps.close()


def test_reading_again_gives_the_same_page(reading: Reading, recognizer: Recognizer) -> None:
    again = run(reread(reading.page, reading.layout, recognizer))
    assert again.text == reading.page.text


def test_a_confirmed_glyph_is_never_read_again(reading: Reading, recognizer: Recognizer) -> None:
    glyph = reading.page.glyphs[3]
    page, _ = set_correction(reading.page, glyph.id, "Q")
    again = run(reread(page, reading.layout, recognizer))
    assert again.glyph(glyph.id) is page.glyph(glyph.id)
    assert again.glyph(glyph.id).character == "Q"


def test_a_box_that_a_person_drew_is_read(reading: Reading, recognizer: Recognizer) -> None:
    for glyph in reading.page.glyphs[:12]:
        best = read_box(reading.layout, glyph.box.padded(6), recognizer)[0]
        assert best.character in {glyph.character, "O", "0", "I", "1"}


def test_a_box_on_bare_paper_is_not_read(reading: Reading, recognizer: Recognizer) -> None:
    width, height = reading.page.width, reading.page.height
    corner = BoundingBox(width - 12, height - 12, width - 2, height - 2)
    assert not patch_of(reading.layout, corner, recognizer).any()
    assert read_box(reading.layout, corner, recognizer) == ()
    page, change = add_glyph(reading.page, corner)
    (new,) = change.glyph_ids
    again = run(reread(page, reading.layout, recognizer))
    assert again.glyph(new).predictions == ()
    assert again.text.startswith(reading.page.text)


def test_an_empty_page_can_be_read_again(recognizer: Recognizer) -> None:
    blank = image_from_array(np.full((300, 400), 240, np.uint8), "blank")
    empty = run(recognize(blank, recognizer))
    assert run(reread(empty.page, empty.layout, recognizer)).lines == ()


def test_one_recognizer_reads_in_several_threads_at_once(
    reading: Reading, welcome: SourceImage, recognizer: Recognizer
) -> None:
    with ThreadPoolExecutor(4) as threads:
        pages = threads.map(lambda _: run(recognize(welcome, recognizer)).page, range(8))
        assert all(page == reading.page for page in pages)


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_half_and_double_size_give_the_same_text(
    welcome: SourceImage, reading: Reading, recognizer: Recognizer, scale: float
) -> None:
    picture = Image.fromarray(welcome.pixels)
    size = (round(picture.width * scale), round(picture.height * scale))
    other = image_from_array(np.asarray(picture.resize(size, Image.Resampling.LANCZOS)), "other")
    assert run(recognize(other, recognizer)).page.text == reading.page.text


def test_a_page_that_is_light_on_dark_is_read_alike(
    welcome: SourceImage, reading: Reading, recognizer: Recognizer
) -> None:
    inverted = image_from_array(255 - np.asarray(welcome.pixels), "inverted")
    assert run(recognize(inverted, recognizer)).page.text == reading.page.text


@pytest.mark.parametrize("softness", [0.02, 0.2], ids=["a hand's shadow", "a lamp's fall"])
def test_what_lies_in_a_deep_shadow_is_read_alike(
    welcome: SourceImage, reading: Reading, recognizer: Recognizer, softness: float
) -> None:
    height = welcome.height
    down = (np.arange(height) / height - 0.6) / softness
    light = 1 - 0.72 / (1 + np.exp(-down))
    pixels = welcome.pixels.reshape(height, welcome.width, -1) * light[:, None, None]
    shaded = image_from_array(pixels.astype(np.uint8), "shaded")
    assert run(recognize(shaded, recognizer)).page.text == reading.page.text


def test_what_lies_in_a_shadow_with_a_sharp_edge_is_no_desk(
    welcome: SourceImage, reading: Reading, recognizer: Recognizer
) -> None:
    """Its edge may cost a letter or two, not all that is written in the shadow."""
    down, across = np.mgrid[: welcome.height, : welcome.width].astype(float)
    depth = np.clip((across + 0.45 * down - 0.75 * welcome.width) / 10, 0, 1)
    pixels = welcome.pixels.reshape(welcome.height, welcome.width, -1)
    shaded = image_from_array((pixels * (1 - 0.65 * depth[..., None])).astype(np.uint8), "shaded")
    page = run(recognize(shaded, recognizer)).page
    assert Levenshtein.distance(page.text, reading.page.text) < 0.1 * len(reading.page.text)


@pytest.mark.parametrize("pen", ["ballpoint", "chalk"])
def test_a_letter_that_fills_its_picture_is_read(recognizer: Recognizer, pen: str) -> None:
    paper = "blackboard" if pen == "chalk" else "white"
    settings = PageSettings(width=800, height=800, cap_height=0.5, paper=paper, pen=pen)
    for number, letter in enumerate("RS5"):
        page = synthesise_page([letter], np.random.default_rng(number), settings)
        around = page.boxes[0][0][1].padded(25).as_tuple()
        cut = np.asarray(Image.fromarray(page.pixels).crop(around))
        assert run(recognize(image_from_array(cut, letter), recognizer)).page.text == letter


@pytest.mark.parametrize("repeats", [(1, 40), (8, 1)], ids=["a row", "a scroll"])
def test_a_strip_many_times_longer_than_wide_is_read_like_a_page(
    welcome: SourceImage, reading: Reading, recognizer: Recognizer, repeats: tuple[int, int]
) -> None:
    piece = Image.fromarray(welcome.pixels)
    if repeats[1] > 1:
        piece = piece.crop(reading.page.lines[2].box.padded(40).as_tuple())
    half = np.asarray(piece.resize((piece.width // 2, piece.height // 2)).convert("L"))
    one = run(recognize(image_from_array(half, "one"), recognizer)).page
    strip = run(recognize(image_from_array(np.tile(half, repeats), "strip"), recognizer)).page
    assert len(strip.glyphs) == len(one.glyphs) * max(repeats)
    assert strip.text.split() == one.text.split() * max(repeats)


def test_the_handout_pages_are_read_within_five_percent(
    shared_data: Path, recognizer: Recognizer, tmp_path: Path
) -> None:
    entries = json.loads((shared_data / "pages" / "truth.json").read_text("utf-8"))
    handout = [entry for entry in entries if entry["group"] == "handout"]
    (tmp_path / "truth.json").write_text(json.dumps(handout), "utf-8")
    for entry in handout:
        (tmp_path / entry["file"]).symlink_to(shared_data / "pages" / entry["file"])
    total = run(evaluate_pages(tmp_path, recognizer)).total
    assert total.letters.length == 246
    assert total.letters.errors <= 0.05 * 246
    assert total.rows.is_right
    assert total.spaces.is_right


@pytest.mark.parametrize("grain", [10.0, 18.0])
def test_a_dark_picture_full_of_grain_is_read(recognizer: Recognizer, grain: float) -> None:
    """All levels are closer together in the dark, those of grain too."""
    plain = next(open_images(paths.resources_folder() / "samples" / "welcome.jpg"))
    noise = np.random.default_rng(3).normal(0, grain, plain.pixels.shape[:2])
    grey = plain.pixels.mean(axis=2) * 0.3 + noise
    dark = image_from_array(np.clip(grey, 0, 255).astype(np.uint8), "dark")
    text = run(recognize(dark, recognizer)).page.text
    assert text == run(recognize(plain, recognizer)).page.text
