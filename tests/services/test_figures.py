"""The shipped model reads as well as it must, on real writing that it never saw."""

from pathlib import Path

import pytest

from ocrdesk.services.evaluation_characters import evaluate_characters
from ocrdesk.services.evaluation_strips import evaluate_strips
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer

pytestmark = pytest.mark.acceptance


def test_four_fifths_of_unipen_characters_are_right(
    shared_data: Path, recognizer: Recognizer
) -> None:
    path = shared_data / "handprint62.npz"
    unipen = run(evaluate_characters(path, recognizer, only_held_out=True)).sources["unipen"]
    assert unipen.count > 9000
    assert unipen.rate is not None
    assert unipen.rate >= 0.80


def test_name_strips_have_at_most_fifteen_percent_of_errors(
    shared_data: Path, recognizer: Recognizer
) -> None:
    # A seventh of all, to be quick, and none that letters to train on were cut out of.
    path = shared_data / "name_strips.zip"
    letters = run(evaluate_strips(path, recognizer, only_held_out=True, limit=150)).letters
    assert letters.length > 900
    assert letters.rate is not None
    assert letters.rate <= 0.15
