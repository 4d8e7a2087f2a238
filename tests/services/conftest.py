"""The reader that most of these tests read with, and windows on one folder of journals."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review_pages import ReviewPage, look_at
from tests.services.drawings import written
from tests.services.working import Opening
from tests.shipped_models import unpacked_once


@pytest.fixture(scope="package", autouse=True)
def _models_unpacked_once() -> Iterator[None]:
    """Unpack the models that ship for the first test that reads with them."""
    with unpacked_once():
        yield


@pytest.fixture(scope="session")
def recognizer() -> Recognizer:
    """The model that ships for capitals and digits."""
    return load_model("print36")


@pytest.fixture(scope="session")
def reviewed(recognizer: Recognizer) -> tuple[Reading, ReviewPage]:
    """A page of the project's own hand, read and looked at, with many letters of few kinds."""
    page = written(["STRESS TESTS", "RESTS SEEN", "TREES STEER"])
    reading = run(recognize(image_from_array(page.pixels, "stress"), recognizer))
    looks = run(look_at(reading.page.glyphs, reading.layout, recognizer))
    return reading, ReviewPage(0, reading.page, looks)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Opening]:
    """Open another window on the same folder of journals."""
    opened: list[JournalStore] = []

    def open_window() -> JournalStore:
        opened.append(JournalStore(tmp_path / "journals"))
        return opened[-1]

    yield open_window
    for store in opened:
        store.close()
