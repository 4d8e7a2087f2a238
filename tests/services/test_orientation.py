"""Pages are read whichever way they lie."""

import zipfile
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageOps

from ocrdesk import paths
from ocrdesk.formats.image_file import SourceImage, image_from_array, open_images
from ocrdesk.formats.truth_file import read_truth
from ocrdesk.page.elements import Page
from ocrdesk.services.evaluation_pages import score_page
from ocrdesk.services.orientation import orient
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.vision.layout import find_ink
from ocrdesk.vision.synthesis import PageSettings, synthesise_page
from tests.services.drawings import written

pytestmark = pytest.mark.acceptance

_PAPER = (240, 240, 238)


@pytest.fixture(scope="module")
def welcome() -> SourceImage:
    return next(open_images(paths.resources_folder() / "samples" / "welcome.jpg"))


@pytest.fixture(scope="module")
def upright(welcome: SourceImage, recognizer: Recognizer) -> Page:
    """The page as it is read where nothing is to be undone."""
    return run(recognize(welcome, recognizer)).page


@pytest.fixture(scope="module")
def small() -> NDArray[np.uint8]:
    """A note in small letters, which print36 reads more surely upside down."""
    rows = ["meet me at the", "station at noon"]
    settings = PageSettings(width=900, height=400, neatness=0.5)
    return synthesise_page(rows, np.random.default_rng(2), settings).pixels


def _turned(pixels: np.ndarray, angle: float) -> SourceImage:
    """Return the picture turned counter-clockwise, on paper of its own."""
    picture = Image.fromarray(pixels).convert("RGB")
    kind = Image.Resampling.BICUBIC
    return image_from_array(np.asarray(picture.rotate(angle, kind, True, fillcolor=_PAPER)), "x")


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_quarter_turns_are_undone(
    welcome: SourceImage, upright: Page, recognizer: Recognizer, quarters: int
) -> None:
    lying = image_from_array(np.rot90(welcome.pixels, -quarters), "lying")
    reading = run(recognize(lying, recognizer))
    assert reading.page.rotation == (360 - 90 * quarters) % 360
    assert np.array_equal(reading.image.pixels, welcome.pixels)
    assert reading.page.text == upright.text
    assert (reading.page.width, reading.page.height) == (welcome.width, welcome.height)
    for box, other in zip(reading.page.glyphs, upright.glyphs, strict=True):
        assert np.allclose(box.box.as_tuple(), other.box.as_tuple(), atol=12)


@pytest.mark.parametrize("angle", [-38.0, 15.0])
def test_skewed_pages_are_read_as_they_stand(
    welcome: SourceImage, upright: Page, recognizer: Recognizer, angle: float
) -> None:
    skewed = _turned(welcome.pixels, angle)
    reading = run(recognize(skewed, recognizer))
    assert reading.page.rotation == 0
    assert reading.image is skewed
    assert reading.page.text == upright.text
    again = run(reread(reading.page, reading.layout, recognizer))
    assert again.text == reading.page.text


def test_a_short_note_in_steep_rows_is_read_though_few_letters_prove_little(
    recognizer: Recognizer,
) -> None:
    note = _turned(written(["TEA", "CAKE"]).pixels[:600, :1100], -40.0)
    assert run(recognize(note, recognizer)).page.text == "TEA\nCAKE"


@pytest.mark.parametrize("quarters", [0, 1, 2])
def test_small_letters_are_turned_upright_by_a_reader_of_capitals(
    small: NDArray[np.uint8], recognizer: Recognizer, quarters: int
) -> None:
    lying = np.ascontiguousarray(np.rot90(small, -quarters))
    oriented = orient(lying, *find_ink(lying), recognizer)
    assert oriented.quarters == quarters
    assert oriented.layout.strips[0].placement.angle == 0.0


def test_a_page_that_must_not_be_turned_keeps_its_boxes_where_they_are(
    welcome: SourceImage, recognizer: Recognizer
) -> None:
    lying = image_from_array(np.rot90(welcome.pixels, 2), "lying")
    reading = run(recognize(lying, recognizer, may_turn=False))
    assert reading.page.rotation == 0
    assert reading.image is lying


def test_a_page_turned_before_tells_the_whole_turn(
    welcome: SourceImage, recognizer: Recognizer
) -> None:
    lying = image_from_array(np.rot90(welcome.pixels, 1), "lying").turned(1)
    reading = run(recognize(lying, recognizer))
    assert reading.page.rotation == 90
    assert np.array_equal(reading.image.pixels, welcome.pixels)


@pytest.mark.parametrize("name", ["01_list.jpg", "02_letters.jpg", "03_haiku.jpg", "04_deep.jpg"])
def test_handout_pages_read_alike_in_any_rotation(
    shared_data: Path, recognizer: Recognizer, name: str
) -> None:
    truth = next(page for page in read_truth(shared_data / "pages") if page.file.name == name)
    picture = ImageOps.exif_transpose(Image.open(truth.file)).convert("RGB")
    picture.thumbnail((1000, 1000))  # more pixels take longer to turn and change no letter
    errors = []
    for angle in (0, 15, 45, 90, 180, 270, -30):
        page = run(recognize(_turned(np.asarray(picture), angle), recognizer)).page
        rows = [line.text for line in page.lines]
        errors.append(score_page(truth, rows, recognizer.charset).score.letters.errors)
    assert max(errors) <= errors[0] + 0.02 * len("".join(truth.lines)), errors


def test_an_upright_strip_of_cut_rows_stays_though_print62_doubts_it(
    shared_data: Path, recognizer: Recognizer
) -> None:
    with zipfile.ZipFile(shared_data / "name_strips.zip") as strips:
        (name,) = (name for name in strips.namelist() if name.endswith("0987.jpg"))
        with strips.open(name) as file, Image.open(file) as picture:
            pixels = np.asarray(picture.convert("RGB"))
    assert orient(pixels, *find_ink(pixels), recognizer).quarters == 0
