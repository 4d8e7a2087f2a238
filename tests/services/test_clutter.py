"""Clutter on a page gives no letters; small, large and lone writing stays."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from ocrdesk.formats.image_file import image_from_array, open_images
from ocrdesk.geometry import BoundingBox
from ocrdesk.services.evaluation_pages import evaluate_pages
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from tests.services.drawings import written

pytestmark = pytest.mark.acceptance

_LINES = ["MAKE TEA", "CALL MOM"]
_PENCIL = (70, 66, 72)


@pytest.fixture(scope="module", params=["print36", "print62"])
def reader(request: pytest.FixtureRequest) -> Recognizer:
    return load_model(request.param)


def _text(picture: Image.Image, reader: Recognizer) -> str:
    return run(recognize(image_from_array(np.asarray(picture), "page"), reader)).page.text


def _sheet(lines: list[str], *, seed: int = 1) -> Image.Image:
    return Image.fromarray(written(lines, seed=seed).pixels)


def test_a_dashed_line_is_no_row_of_ones(reader: Recognizer) -> None:
    sheet = _sheet(_LINES)
    draw = ImageDraw.Draw(sheet)
    for top in range(0, 880, 62):
        draw.line(((1150, top), (1152, top + 36)), fill=_PENCIL, width=6)
    assert _text(sheet, reader) == "\n".join(_LINES)


def test_paper_edges_are_no_letters(reader: Recognizer) -> None:
    sheet = _sheet(_LINES)
    draw = ImageDraw.Draw(sheet)
    for top, length in ((30, 60), (150, 40), (420, 70), (700, 50)):
        draw.line(((1, top), (1, top + length)), fill=_PENCIL, width=4)
    for left in range(60, 1300, 90):
        draw.rectangle((left, 0, left + 11 + left % 17, 4 + left % 5), fill=_PENCIL)
    assert _text(sheet, reader) == "\n".join(_LINES)


def test_edges_of_a_sloping_note_are_no_letters(reader: Recognizer) -> None:
    page = written(["HELLO", "I AM A DOG"]).pixels[:600, :1100]
    paper = tuple(int(value) for value in page[5, 5])
    note = Image.fromarray(page).rotate(40, Image.Resampling.BICUBIC, True, fillcolor=paper)
    draw, rng, left = ImageDraw.Draw(note), np.random.default_rng(1), 20
    while left < note.width - 60:
        right, low = left + int(rng.integers(20, 50)), rng.integers(3, 9, 3).tolist()
        corners = [(right - 4, low[0]), ((left + right) // 2, low[1]), (left + 3, low[2])]
        draw.polygon([(left, 0), (right, 0), *corners], fill=_PENCIL)
        left = right + int(rng.integers(6, 200))
    assert _text(note, reader).upper() == "HELLO\nI AM A DOG"


def test_a_barcode_is_no_text(reader: Recognizer) -> None:
    sheet = _sheet(_LINES)
    draw = ImageDraw.Draw(sheet)
    rng = np.random.default_rng(2)
    top = 560
    while top < 800:
        thick = int(rng.integers(3, 10))
        draw.rectangle((1000, top, 1110, top + thick), fill=_PENCIL)
        top += thick + int(rng.integers(4, 9))
    kept = _text(sheet, reader).split("\n")
    assert kept[: len(_LINES)] == _LINES
    assert not any(character.isalnum() for row in kept[len(_LINES) :] for character in row)


@pytest.mark.parametrize("character", ["1", "7", "A"])
def test_a_lone_character_is_a_page(reader: Recognizer, character: str) -> None:
    assert _text(_sheet([character]), reader).upper() in {character, *("I" * (character == "1"))}


@pytest.mark.parametrize("character", ["T", "W", "4"])
def test_a_picture_cut_to_one_letter_is_a_page(reader: Recognizer, character: str) -> None:
    sheet = _sheet([character])
    (glyph,) = run(recognize(image_from_array(np.asarray(sheet)), reader)).page.glyphs
    cut = sheet.crop(glyph.box.padded(8).as_tuple())
    assert _text(cut, reader).upper() == character


def test_a_frame_alone_is_an_empty_page(reader: Recognizer) -> None:
    form = Image.new("L", (1000, 700), 245)
    ImageDraw.Draw(form).rectangle((30, 30, 970, 670), outline=60, width=4)
    assert _text(form, reader) == ""


@pytest.mark.parametrize("scale", [1, 2])
def test_dust_alone_is_an_empty_page(reader: Recognizer, scale: int) -> None:
    rng = np.random.default_rng(1)
    paper = np.full((600, 800), 245, np.uint8)
    for y, x in rng.integers((5, 5), (595, 795), (20, 2)):
        paper[y, x : x + 2] = 40
    sheet = Image.fromarray(paper).resize((800 * scale, 600 * scale), Image.Resampling.NEAREST)
    assert _text(sheet, reader) == ""


def test_a_small_sign_alone_is_no_dust(reader: Recognizer) -> None:
    paper = np.full((600, 800), 245, np.uint8)
    paper[300:312, 400:412] = 40
    assert len(_text(Image.fromarray(paper), reader)) == 1


def test_a_lone_number_far_from_the_text_stays(reader: Recognizer) -> None:
    sheet = _sheet([*_LINES, "", "", "", "", "                 1"])
    rows = _text(sheet, reader).upper().split("\n")
    assert rows[:2] == _LINES
    assert rows[2:] in (["1"], ["I"])


def test_small_writing_below_a_headline_stays(reader: Recognizer) -> None:
    headline, small = _sheet(["FLOWERS"]), _sheet(_LINES)
    large = headline.resize((2800, 1800)).crop((0, 0, 2800, 900))
    sheet = Image.new("RGB", (2800, 1500), large.getpixel((5, 5)))
    sheet.paste(large, (0, 0))
    sheet.paste(small.crop((200, 180, 1300, 760)), (700, 900))
    assert _text(sheet, reader).upper().split("\n") == ["FLOWERS", *_LINES]


def test_clutter_on_real_pages_is_left_out(shared_data: Path, reader: Recognizer) -> None:
    pages = shared_data / "pages"
    for name, rows in (("sticky_note_sloping.jpg", 2), ("zero_o_rotated_k.jpg", 5)):
        page = run(recognize(next(open_images(pages / name)), reader)).page
        assert len(page.lines) <= rows, name
    pen = run(recognize(next(open_images(pages / "pen_on_page.jpg")), reader)).page
    barcode = BoundingBox(680, 460, 760, 640)
    printed = [glyph for glyph in pen.glyphs if barcode.contains(*glyph.box.center)]
    assert sum(not glyph.is_unreadable for glyph in printed) <= 1
    mixed = run(evaluate_pages(pages, reader, groups=["outside"])).groups["outside"]
    assert mixed.letters.errors < 13


@pytest.mark.parametrize("blur", [4, 8, 15])
def test_a_picture_of_blotches_out_of_focus_has_no_letters(reader: Recognizer, blur: float) -> None:
    noise = gaussian_filter(np.random.default_rng(7).normal(size=(900, 1200)), blur)
    grey = np.clip(200 + 28 * noise / noise.std(), 0, 255).astype(np.uint8)
    page = run(recognize(image_from_array(grey, "blotches"), reader)).page
    assert all(glyph.is_unreadable for glyph in page.glyphs)
    assert len(page.glyphs) <= 2
