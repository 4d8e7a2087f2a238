"""Pages that are read badly automatically and well with ink settings, and what is told of it."""

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw
from rapidfuzz.distance import Levenshtein

from ocrdesk import paths
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.ink_settings import AUTOMATIC, InkSettings, Rules
from ocrdesk.page.elements import Page
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread

Grey = npt.NDArray[np.uint8]

_PAD = 6  # pixels between a letter and its box


def _sample() -> npt.NDArray[np.float32]:
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        return np.asarray(picture.convert("L").reduce(2), np.float32)


def _read(page: Grey, recognizer: Recognizer, settings: InkSettings | None = None) -> Page:
    source = image_from_array(page, "page")
    return run(recognize(source, recognizer, ink_settings=settings)).page


@pytest.fixture(scope="module")
def plain(recognizer: Recognizer) -> Page:
    """The sample page, which is read without an error."""
    return _read(_sample().astype(np.uint8), recognizer)


def _wrong(page: Page, plain: Page) -> int:
    """Return how many letters are wrong, gone or too many."""
    texts = ("".join(each.text.split()) for each in (page, plain))
    return Levenshtein.distance(*texts)


def test_the_faintest_pencil(recognizer: Recognizer, plain: Page) -> None:
    sample = _sample()
    grain = np.random.default_rng(5).normal(0, 2.0, sample.shape)
    pencil = np.clip(235 + (sample - sample.max()) * 0.06 + grain, 0, 255).astype(np.uint8)
    assert not _read(pencil, recognizer).glyphs
    settings = InkSettings(sensitivity=50)
    page = _read(pencil, recognizer, settings)
    assert _wrong(page, plain) <= 2
    assert page.ink_settings == settings
    told = dict(next(step for step in page.steps if step.name == "ink").settings)
    assert told["sensitivity"] == "+50"


def test_letters_in_the_boxes_of_a_form(recognizer: Recognizer, plain: Page) -> None:
    form = Image.fromarray(_sample().astype(np.uint8))
    draw = ImageDraw.Draw(form)
    for glyph in plain.glyphs:
        left, top, right, bottom = glyph.box.as_tuple()
        draw.rectangle((left - _PAD, top - _PAD, right + _PAD, bottom + _PAD), None, 110, 2)
    pixels = np.asarray(form)
    automatic = _wrong(_read(pixels, recognizer), plain)
    removed = _wrong(_read(pixels, recognizer, InkSettings(rules=Rules.REMOVE)), plain)
    assert automatic > 50
    assert removed <= 10


def test_a_page_is_laid_out_by_its_own_settings(recognizer: Recognizer, plain: Page) -> None:
    source = image_from_array(_sample().astype(np.uint8), "page")
    settings = InkSettings(sensitivity=-40, specks=20)
    first = run(recognize(source, recognizer, ink_settings=settings))
    again = run(recognize(source, recognizer, before=first.page))
    assert again.page.ink_settings == again.layout.ink.settings == settings
    assert again.page.lines == first.page.lines
    assert run(reread(first.page, first.layout, recognizer)).steps == first.page.steps
    other = run(recognize(source, recognizer, before=first.page, ink_settings=AUTOMATIC))
    assert other.page == plain
