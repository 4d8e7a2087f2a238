"""Sheets of one character are read as one, and nothing else is."""

from pathlib import Path

import pytest

from ocrdesk.formats.image_file import image_from_array, open_images
from ocrdesk.page.elements import Page
from ocrdesk.services.fields import Field
from ocrdesk.services.languages import DEFAULT_LANGUAGE, NO_LANGUAGE
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from tests.services.drawings import written


def _read(
    rows: list[str],
    recognizer: Recognizer,
    *,
    field: Field | None = None,
    language: str = DEFAULT_LANGUAGE,
) -> Page:
    image = image_from_array(written(rows, seed=3).pixels, "page")
    return run(recognize(image, recognizer, field=field, language=language)).page


def test_a_sheet_of_zeros_is_zeros(recognizer: Recognizer) -> None:
    page = _read(["0000000"] * 3, recognizer)
    assert page.text == "\n".join(["0000000"] * 3)
    assert all(glyph.character == "0" for glyph in page.glyphs)
    # What the ink alone says of them stays beside it.
    assert {prediction.character for prediction in page.glyphs[0].ink[:2]} == {"O", "0"}


@pytest.mark.parametrize(
    "rows", [["UUUUUUU", "VVVVVVVV"], ["MAKE TEA", "EEEEEEE"], ["ABCDEF", "666666"]]
)
def test_each_row_may_be_of_another(recognizer: Recognizer, rows: list[str]) -> None:
    assert _read(rows, recognizer).text == "\n".join(rows)


def test_ink_that_is_sure_of_another_character_wins(recognizer: Recognizer) -> None:
    assert _read(["EEEEEEE", "EEEXEEE"], recognizer).text == "EEEEEEE\nEEEXEEE"


def test_ink_alone_and_fields_decide_for_themselves(recognizer: Recognizer) -> None:
    ink = _read(["0000000"], recognizer, language=NO_LANGUAGE)
    assert any(glyph.character == "O" for glyph in ink.glyphs)
    told = _read(["0000000"], recognizer, field=Field(pattern="AAAAAAA"))
    assert told.text == "OOOOOOO"


def test_a_real_sheet_of_zeros_is_mostly_right(shared_data: Path, recognizer: Recognizer) -> None:
    # Seven of the 49 are open above like U; without this 15 were wrong, with print62 41.
    image = next(open_images(shared_data / "pages" / "repeated_222746.jpg"))
    page = run(recognize(image, recognizer)).page
    assert len(page.glyphs) == 49
    assert sum(glyph.character == "0" for glyph in page.glyphs) >= 42
