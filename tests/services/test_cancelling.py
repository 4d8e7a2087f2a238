"""Reading a page of many letters can be stopped at any time: no stretch between yields is long."""

import gc
import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import TypeVar

import numpy as np
import pytest

from ocrdesk.formats.image_file import SourceImage, image_from_array
from ocrdesk.services.languages import word_model
from ocrdesk.services.model_store import load_model
from ocrdesk.services.page_parts import lines_of
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.services.row_reading import read_rows
from tests.services.drawings import written

Result = TypeVar("Result")

_LONGEST = 0.1
"""Seconds of processor time: half is meant, and a busy machine takes longer for the same."""

_LINES = [
    "PACK MY BOX WITH FIVE",
    "DOZEN LIQUOR JUGS 194",
    "THE QUICK BROWN FOXES",
    "JUMP OVER LAZY DOGS 7",
]
_SAME = ["0000000 000000 000000"] * 4


@pytest.fixture(autouse=True)
def uncollected() -> Iterator[None]:
    """Collect no garbage meanwhile: the window does that in its own thread."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def _image(lines: list[str]) -> SourceImage:
    """Return a page of hundreds of letters: the same few rows again and again."""
    return image_from_array(np.tile(written(lines, seed=2).pixels, (3, 2, 1)), "many")


def _stretches(task: Generator[object, None, Result]) -> tuple[Result, list[float]]:
    """Return what the task returns, and the processor time between its yields."""
    found = []
    while True:
        begun = time.process_time()
        try:
            next(task)
        except StopIteration as end:
            found.append(time.process_time() - begun)
            return end.value, found
        found.append(time.process_time() - begun)


@pytest.fixture(scope="module", params=[("print36", _LINES), ("print62", _SAME)])
def many(request: pytest.FixtureRequest) -> tuple[Recognizer, Reading]:
    """A reader and what it read; what either makes but once is there.

    As the page lies: rows of zeros could as well be columns, and finding that out takes longest.
    """
    model, lines = request.param
    reader = load_model(model)
    return reader, run(recognize(_image(lines), reader, may_turn=False))


def test_no_stretch_of_reading_rows_is_long(many: tuple[Recognizer, Reading]) -> None:
    reader, reading = many
    task = read_rows(reading.layout, reader, word_model(reader.charset))
    (layout, rows), read = _stretches(task)
    assert sum(len(word) for row in rows for word in row) > 300
    _, put_together = _stretches(lines_of(layout, rows, reader))
    assert max(*read, *put_together) < _LONGEST


def test_no_stretch_of_reading_again_is_long(many: tuple[Recognizer, Reading]) -> None:
    reader, reading = many
    few = replace(reading.page, lines=reading.page.lines[:2])
    run(reread(few, reading.layout, reader))  # what is made once is there
    assert len(reading.page.glyphs) > 300
    _, again = _stretches(reread(reading.page, reading.layout, reader))
    assert max(again) < _LONGEST
