"""What scripts use: the functions of ``from ocrdesk import …`` on the sample page."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import ocrdesk
from ocrdesk.formats.image_file import open_images
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import patch_of, recognize
from ocrdesk.services.recognizer import Recognizer

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "welcome.jpg"


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    """The model that reads when none is named."""
    return ocrdesk.open_recognizer()


def test_a_file_and_its_pixels_read_alike(recognizer: Recognizer) -> None:
    page = ocrdesk.read_image(SAMPLE, recognizer)
    with Image.open(SAMPLE) as picture:
        pixels = np.asarray(picture)
    assert page.text
    assert ocrdesk.read_image(pixels, recognizer).text == page.text
    assert ocrdesk.read_image(str(SAMPLE)).text == page.text
    with Image.open(SAMPLE) as picture:
        assert ocrdesk.read_image(picture, recognizer).text == page.text
        assert ocrdesk.read_image(picture.convert("P"), recognizer).text


def test_what_is_no_image_is_an_error(recognizer: Recognizer) -> None:
    with pytest.raises(ocrdesk.OcrdeskError, match="int is not an image"):
        ocrdesk.read_image(5, recognizer)  # type: ignore[arg-type]


def test_a_page_that_is_not_there_is_an_error(recognizer: Recognizer) -> None:
    for image in (str(SAMPLE), np.full((9, 9), 255, np.uint8)):
        for number in (3, -1):
            with pytest.raises(ocrdesk.OcrdeskError, match=f"no page {number}") as caught:
                ocrdesk.read_image(image, recognizer, page_number=number)
            assert caught.value.exit_code == 2


def test_a_page_behind_a_damaged_one_can_be_read(
    recognizer: Recognizer, half_damaged: Callable[[Image.Image, Image.Image], Path]
) -> None:
    path = half_damaged(Image.new("L", (9, 9)), Image.new("L", (80, 60)))
    assert ocrdesk.read_image(path, recognizer, page_number=2).width == 80


def test_a_page_of_a_pdf_can_be_read(recognizer: Recognizer, tmp_path: Path) -> None:
    path = tmp_path / "two.pdf"
    pages = [Image.new("L", (90, 60), 255), Image.new("L", (80, 60), 255)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    assert ocrdesk.read_image(path, recognizer, page_number=1).width == 80
    with pytest.raises(ocrdesk.OcrdeskError, match="no page 2"):
        ocrdesk.read_image(path, recognizer, page_number=2)


def test_patches_are_classified_as_the_page_was_read(recognizer: Recognizer) -> None:
    (image,) = open_images(SAMPLE)
    reading = run(recognize(image, recognizer))
    glyphs = reading.page.glyphs[:20]
    patches = np.stack([patch_of(reading.layout, glyph.box, recognizer) for glyph in glyphs])
    predictions = ocrdesk.classify_patches(patches, recognizer)
    agreeing = sum(
        row[0].character == glyph.character for row, glyph in zip(predictions, glyphs, strict=True)
    )
    assert len(predictions[0]) == 36
    assert agreeing >= 15  # the page also weighs letters against digits, row by row


def test_pictures_of_any_size_and_polarity_are_cut_first(recognizer: Recognizer) -> None:
    picture = np.full((90, 60), 230, np.uint8)
    picture[10:80, 25:35] = 20
    ((dark_on_light, *_),) = ocrdesk.classify_patches([picture], recognizer)
    ((light_on_dark, *_),) = ocrdesk.classify_patches([255 - picture], recognizer)
    assert dark_on_light == light_on_dark
    assert dark_on_light.character in "1IL"
    assert ocrdesk.classify_patches([], recognizer) == []
    blank, letter = np.full((40, 30), 230, np.uint8), np.full((40, 30), 230, np.uint8)
    letter[5:35, 12:16] = 30
    nothing, something = ocrdesk.classify_patches([blank, letter], recognizer)
    assert (nothing, bool(something)) == ((), True)


def test_patches_of_another_size_are_refused(recognizer: Recognizer) -> None:
    with pytest.raises(ocrdesk.OcrdeskError, match="do not fit"):
        ocrdesk.classify_patches(np.zeros((2, 5, 5), np.float32), recognizer)


@pytest.mark.parametrize("value", [np.nan, -0.5, 7.0])
def test_patches_outside_their_range_are_refused(recognizer: Recognizer, value: float) -> None:
    size = recognizer.geometry.size
    with pytest.raises(ocrdesk.OcrdeskError, match=r"outside 0\.\.1"):
        ocrdesk.classify_patches(np.full((2, size, size), value), recognizer)


def test_one_picture_is_told_from_a_list_of_them(recognizer: Recognizer) -> None:
    for picture in (np.full((90, 60), 230, np.uint8), np.zeros((28, 28))):
        with pytest.raises(ocrdesk.OcrdeskError, match="One picture") as caught:
            ocrdesk.classify_patches(picture, recognizer)
        assert "[picture]" in str(caught.value)


def test_a_model_may_be_named_and_pictures_may_come_one_by_one(recognizer: Recognizer) -> None:
    picture = np.full((40, 40), 255, np.uint8)
    picture[5:35, 18:22] = 0
    given = ocrdesk.classify_patches((each for each in (picture, picture)), recognizer.name)
    assert given == ocrdesk.classify_patches([picture, picture], recognizer)
    assert ocrdesk.read_image(picture, "handout").steps
    with pytest.raises(ocrdesk.OcrdeskError, match="no model"):
        ocrdesk.read_image(picture, "no such model")
