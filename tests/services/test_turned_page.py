"""A page that a person turned is seen as it was read: letters are cut upright along its rows."""

import numpy as np
import pytest
from PIL import Image

from ocrdesk import paths
from ocrdesk.formats.image_file import SourceImage, image_from_array
from ocrdesk.page.direction import direction
from ocrdesk.page.elements import Page
from ocrdesk.page.turning import turned
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, patch_of, recognize
from ocrdesk.services.recognizer import Recognizer


@pytest.fixture(scope="module")
def image() -> SourceImage:
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        return image_from_array(np.asarray(picture.convert("L").reduce(2)), "welcome")


@pytest.fixture(scope="module")
def reading(image: SourceImage, recognizer: Recognizer) -> Reading:
    return run(recognize(image, recognizer))


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_letters_of_a_turned_page_are_cut_upright(
    image: SourceImage, reading: Reading, recognizer: Recognizer, degrees: int
) -> None:
    page, _ = turned(reading.page, degrees)
    lies = image.turned(-degrees // 90)
    again = run(recognize(lies, recognizer, before=page))
    assert again.image is lies  # it stays as the person turned it
    assert again.page.text == reading.page.text
    off = [
        np.abs(
            patch_of(again.layout, page.glyph(glyph.id).box, recognizer)
            - patch_of(reading.layout, glyph.box, recognizer)
        ).mean()
        for glyph in reading.page.glyphs
    ]
    assert np.median(off) < 0.03
    assert max(off) < 0.1


@pytest.mark.parametrize("degrees", [-150.0, -90.0, -20.0, 0.0, 45.0, 135.0])
def test_the_order_of_letters_tells_the_direction(reading: Reading, degrees: float) -> None:
    page, _ = turned(reading.page, degrees)
    found, before = direction(page), direction(reading.page)
    assert before == pytest.approx(0, abs=3)
    assert found is not None
    assert (found - degrees + 180) % 360 - 180 == pytest.approx(0, abs=4)


def test_words_in_many_directions_have_none(reading: Reading) -> None:
    page = reading.page
    side, _ = turned(page, 90)
    assert direction(Page(page.width, page.height)) is None
    assert direction(Page(page.width, page.height, page.lines[:3] + side.lines[3:])) is None
