"""Signs that a reader does not know are told, and specks are not taken for them."""

import numpy as np
import pytest

from ocrdesk.formats.image_file import image_from_array, open_images
from ocrdesk.paths import resources_folder, shared_data_folder
from ocrdesk.services.case_telling import SMALL_READER
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.sign_telling import MARKS, QUESTIONS, find_signs
from ocrdesk.vision.synthesis import PageSettings, synthesise_page

pytestmark = pytest.mark.acceptance

_PAGES = shared_data_folder() / "pages"


def _signs(reading: Reading, model: str = "print36") -> tuple[str, ...]:
    return run(find_signs(reading.page, reading.layout, model))


def _reading(recognizer: Recognizer, rows: list[str], noise: float) -> Reading:
    settings = PageSettings(width=1100, height=520, noise=noise)
    drawn = synthesise_page(rows, np.random.default_rng(5), settings)
    return run(recognize(image_from_array(drawn.pixels), recognizer))


@pytest.mark.parametrize("noise", [0.008, 0.05])
def test_signs_are_found_and_letters_are_none(recognizer: Recognizer, noise: float) -> None:
    signs = _reading(recognizer, ["GO? YES, NO.", "DEAR TOM, ANN."], noise)
    assert _signs(signs) == (MARKS, QUESTIONS)
    assert _signs(signs, SMALL_READER) == ()
    assert _signs(_reading(recognizer, ["GO YES NO PUP", "7 27 72 TOM I"], noise)) == ()


def test_one_mark_may_be_a_speck(recognizer: Recognizer) -> None:
    assert _signs(_reading(recognizer, ["WHO IS IT", "ANN."], 0.008)) == ()


def test_marks_that_are_strewn_about_are_specks(
    recognizer: Recognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = PageSettings(width=1100, height=520)
    rows = ["TRENCH CHEF ZEBRA", "FETCH THE TENT", "EXTRA LETTERS"]
    rng = np.random.default_rng(1)
    pixels = synthesise_page(rows, rng, settings).pixels.copy()
    for y, x in zip(rng.integers(0, 510, 90), rng.integers(0, 1090, 90), strict=True):
        pixels[y : y + 8, x : x + 8] = 40
    reading = run(recognize(image_from_array(pixels), recognizer))
    assert _signs(reading) == ()
    monkeypatch.setattr("ocrdesk.services.sign_telling._STREWN", 1000)
    assert _signs(reading) == (MARKS,), "some of them stand where full stops do"


@pytest.mark.parametrize(("apart", "side"), [(12, 4), (20, 5), (30, 6)])
def test_dotted_lines_to_write_on_are_no_full_stops(
    recognizer: Recognizer, apart: int, side: int
) -> None:
    rows = ["DEAR TOM AND ANN", "COME BACK SOON", "WITH THE TENT"]
    settings = PageSettings(width=1100, height=520)
    drawn = synthesise_page(rows, np.random.default_rng(0), settings)
    form = drawn.pixels.copy()
    for letters in drawn.boxes:
        foot = int(np.median([box.bottom for _, box in letters]))
        for left in range(60, 1040, apart):
            form[foot - side : foot, left : left + side] = 50
    assert _signs(run(recognize(image_from_array(form), recognizer))) == ()


@pytest.mark.parametrize("text", ["A.B.C. U.S.A.", "I.I.I. T.T.T."])
def test_full_stops_between_letters_are_no_dotted_line(recognizer: Recognizer, text: str) -> None:
    assert _signs(_reading(recognizer, [text], 0.008)) == (MARKS,)


@pytest.mark.parametrize(
    ("name", "signs"),
    [("notebook.jpg", (MARKS, QUESTIONS)), ("welcome.jpg", (MARKS,)), ("alphabet.jpg", ())],
)
def test_the_samples_are_told_rightly(
    recognizer: Recognizer, name: str, signs: tuple[str, ...]
) -> None:
    image = next(open_images(resources_folder() / "samples" / name))
    assert _signs(run(recognize(image, recognizer))) == signs


@pytest.mark.skipif(not _PAGES.is_dir(), reason="the shared pages are not there")
@pytest.mark.parametrize(
    ("name", "signs"),
    [("01_list.jpg", (MARKS,)), ("dense_rows.jpg", ()), ("repeated_225003.jpg", ())],
)
def test_the_shared_pages_are_told_rightly(
    recognizer: Recognizer, name: str, signs: tuple[str, ...]
) -> None:
    assert _signs(run(recognize(next(open_images(_PAGES / name)), recognizer))) == signs
