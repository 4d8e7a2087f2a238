"""Drawings are many-lined, fit a square, and are no character that anybody writes."""

import numpy as np
import pytest

from ocrdesk.vision import stroke_font
from ocrdesk.vision.drawings import drawing
from ocrdesk.vision.strokes import Stroke


def _line_in_sides(strokes: list[Stroke]) -> float:
    side = float(np.ptp(np.concatenate(strokes), axis=0).max())
    return sum(float(np.hypot(*np.diff(stroke, axis=0).T).sum()) for stroke in strokes) / side


@pytest.fixture(scope="module")
def drawings() -> list[list[Stroke]]:
    rng = np.random.default_rng(5)
    return [drawing(rng) for _ in range(200)]


def test_the_same_seed_draws_the_same(drawings: list[list[Stroke]]) -> None:
    again = drawing(np.random.default_rng(5))
    assert all(np.array_equal(a, b) for a, b in zip(drawings[0], again, strict=True))


def test_a_drawing_has_more_line_than_any_character(drawings: list[list[Stroke]]) -> None:
    longest = max(
        _line_in_sides(list(form))
        for character in stroke_font.CHARACTERS
        if character.isalnum()
        for form in stroke_font.variants(character)
    )
    assert min(map(_line_in_sides, drawings)) > longest


def test_drawings_fill_a_square_and_differ(drawings: list[list[Stroke]]) -> None:
    for strokes in drawings:
        wide, high = np.ptp(np.concatenate(strokes), axis=0)
        assert 0.25 < wide / high < 4
        assert all(stroke.dtype == np.float32 for stroke in strokes)
    assert len({len(strokes) for strokes in drawings}) > 5
