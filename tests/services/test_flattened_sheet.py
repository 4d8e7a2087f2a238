"""A sheet photographed very much aslant is read as from above; its boxes are the picture's."""

import numpy as np
import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.error_rates import letters_of
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, patch_of, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.vision.synthesis import PageSettings, SyntheticPage, synthesise_page


@pytest.fixture(scope="module")
def page() -> SyntheticPage:
    lines = ["MEETING ROOM 5", "ZOE JACK AND LIV", "AGENDA FOR MONDAY", "BUDGET 2019 REVIEW"]
    settings = PageSettings(width=1600, height=1200, desk="black", perspective=2.1, tilt=-6)
    return synthesise_page(lines, np.random.default_rng([2, 7]), settings)


@pytest.fixture(scope="module")
def reading(page: SyntheticPage, recognizer: Recognizer) -> Reading:
    return run(recognize(image_from_array(page.pixels, "aslant"), recognizer))


def _errors(text: str, page: SyntheticPage, recognizer: Recognizer) -> bool:
    truth = "\n".join(page.lines)
    return letters_of(text, recognizer.charset) != letters_of(truth, recognizer.charset)


def test_it_is_read_and_its_boxes_lie_on_the_picture(
    page: SyntheticPage, reading: Reading, recognizer: Recognizer
) -> None:
    assert reading.layout.sheet is not None
    assert not _errors(reading.page.text, page, recognizer)
    assert any(step.name == "flattened sheet" for step in reading.page.steps)
    truth = [box for row in page.boxes for _, box in row]
    assert len(truth) == len(reading.page.glyphs)
    for glyph, box in zip(reading.page.glyphs, truth, strict=True):
        common = glyph.box.intersection(box)
        assert common is not None
        assert common.area > 0.7 * glyph.box.union(box).area


def test_its_boxes_are_read_again_from_the_flattened_sheet(
    page: SyntheticPage, reading: Reading, recognizer: Recognizer
) -> None:
    again = run(reread(reading.page, reading.layout, recognizer))
    assert again.text == reading.page.text
    patch = patch_of(reading.layout, reading.page.glyphs[0].box, recognizer)
    assert recognizer.classify(patch[None]).argmax() == recognizer.charset.index("M")


def test_it_is_read_lying_on_its_side(page: SyntheticPage, recognizer: Recognizer) -> None:
    lying = np.ascontiguousarray(np.rot90(page.pixels, -1))
    reading = run(recognize(image_from_array(lying, "lying"), recognizer))
    assert not _errors(reading.page.text, page, recognizer)
    assert np.array_equal(reading.image.pixels, page.pixels)
    first = page.boxes[0][0][1]
    assert first.contains(*reading.page.glyphs[0].box.center)
