"""Small letters are told from capitals, on made-up pages and on the shared ones."""

from collections.abc import Sequence

import numpy as np
import pytest

from ocrdesk.formats.image_file import image_from_array, open_images
from ocrdesk.paths import shared_data_folder
from ocrdesk.services.case_telling import SMALL_READER, looks_small
from ocrdesk.services.hand_telling import HandShelf
from ocrdesk.services.progress import run
from ocrdesk.services.reader_hints import hint_for
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.synthesis import PageSettings, synthesise_page

_PAGES = shared_data_folder() / "pages"


def _reading(recognizer: Recognizer, rows: Sequence[str]) -> Reading:
    settings = PageSettings(width=1100, height=520, neatness=0.5)
    drawn = synthesise_page(rows, np.random.default_rng(4), settings)
    return run(recognize(image_from_array(drawn.pixels), recognizer))


def _is_small(reading: Reading, model: str = "print36") -> bool:
    return run(looks_small(reading.page, reading.layout, model))


def test_a_page_of_small_letters_read_by_capitals_is_told(recognizer: Recognizer) -> None:
    reading = _reading(recognizer, ["the garden gate", "and rather a bread"])
    assert _is_small(reading)
    assert not _is_small(reading, SMALL_READER)


def test_the_hint_of_small_letters_says_that_their_reader_knows_none(
    recognizer: Recognizer,
) -> None:
    reading = _reading(recognizer, ["the garden gate", "and rather a bread"])
    hint = run(hint_for(reading.page, reading.layout, "print36", HandShelf()))
    assert hint is not None
    assert hint.is_unknown


def test_capitals_and_few_small_letters_are_left_alone(recognizer: Recognizer) -> None:
    assert not _is_small(_reading(recognizer, ["THE GARDEN GATE", "AND RATHER A BREAD 123"]))
    assert not _is_small(_reading(recognizer, ["bean"]))


@pytest.mark.skipif(not _PAGES.is_dir(), reason="the shared pages are not there")
@pytest.mark.parametrize(
    ("file", "is_small"),
    [
        ("lower_case.jpg", True),
        ("sticky_note_sloping.jpg", True),
        ("dense_rows.jpg", False),
        ("torn_sheet.jpg", False),
    ],
)
def test_the_shared_pages_are_told_rightly(
    recognizer: Recognizer, file: str, *, is_small: bool
) -> None:
    reading = run(recognize(next(open_images(_PAGES / file)), recognizer))
    assert _is_small(reading) == is_small
