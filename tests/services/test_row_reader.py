"""Words written letter by letter are words; letters that stand apart stay apart."""

import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from tests.services.drawings import written


@pytest.fixture(scope="module", params=["print36", "print62"])
def reader(request: pytest.FixtureRequest) -> Recognizer:
    return load_model(request.param)


def _read(lines: list[str], reader: Recognizer) -> list[str]:
    image = image_from_array(written(lines).pixels, "rows")
    return run(recognize(image, reader)).page.text.split("\n")


@pytest.mark.parametrize(
    ("written_as", "text"),
    [
        ("O L I V I E R", "OLIVIER"),
        ("NAME F L O R I A N", "NAME FLORIAN"),
        ("D O L O R E S M A R I A", "DOLORES MARIA"),
    ],
)
def test_a_name_written_letter_by_letter_is_a_name(
    written_as: str, text: str, reader: Recognizer
) -> None:
    (row,) = _read([written_as], reader)
    assert row.replace(" ", "") == text.replace(" ", "")
    assert row == text


def test_it_may_stand_between_rows_of_words(reader: Recognizer) -> None:
    rows = _read(["FIRST ROW OF WORDS", "T I F F A N Y", "LAST ROW OF WORDS"], reader)
    assert rows == ["FIRST ROW OF WORDS", "TIFFANY", "LAST ROW OF WORDS"]


@pytest.mark.parametrize(
    "row", ["A B C D E F G H I J", "K R 5 Z P W T", "X M T R B W", "7 3 9 1 4", "I AM A DOG"]
)
def test_letters_that_make_no_word_stay_apart(row: str, reader: Recognizer) -> None:
    assert _read([row], reader) == [row]
