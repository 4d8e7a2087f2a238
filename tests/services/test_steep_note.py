"""A note in steep rows that two directions read equally well: it stays, and reads so again."""

from pathlib import Path

import pytest

from ocrdesk.formats.image_file import open_images
from ocrdesk.page.elements import Page
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize


def _first_row(page: Page) -> str:
    return page.lines[0].text


@pytest.mark.parametrize("model", ["print36", "print62"])
def test_it_stays_as_it_lies_and_is_read_alike_again(shared_data: Path, model: str) -> None:
    """Its rows rise by 32 degrees; along 66 they read as well, by letters aslant."""
    (image,) = open_images(shared_data / "pages" / "sticky_note_sloping.jpg")
    reader = load_model(model)
    first = run(recognize(image, reader))
    assert first.page.rotation == 0
    again = run(recognize(first.image, reader, before=first.page))
    assert len(again.page.lines) == len(first.page.lines) == 2
    assert _first_row(again.page) == _first_row(first.page)
    if model == "print62":
        assert _first_row(first.page) == "Hello"


def test_another_reader_reads_it_along_the_rows_that_were_found(shared_data: Path) -> None:
    (image,) = open_images(shared_data / "pages" / "sticky_note_sloping.jpg")
    capitals = run(recognize(image, load_model("print36")))
    small = run(recognize(capitals.image, load_model("print62"), before=capitals.page))
    assert _first_row(small.page) == "Hello"
    assert len(small.page.lines) == 2
