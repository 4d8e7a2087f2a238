"""What no charset holds is marked as unreadable where it stands, and letters beside it stay."""

import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import set_correction
from ocrdesk.page.elements import UNREADABLE, Glyph
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.services.review import is_doubtful
from tests.services.drawings import GRID, KNOT, with_drawings, written

_LINES = ["MAKE TEA Q NOW", "CALL MOM J"]


@pytest.fixture(scope="module", params=["print36", "print62"])
def reader(request: pytest.FixtureRequest) -> Recognizer:
    return load_model(request.param)


@pytest.fixture(scope="module")
def drawn(reader: Recognizer) -> tuple[Reading, list[BoundingBox]]:
    image, boxes = with_drawings(written(_LINES), {"Q": KNOT, "J": KNOT})
    return run(recognize(image, reader)), boxes


def _unreadable(reading: Reading) -> list[Glyph]:
    return [glyph for glyph in reading.page.glyphs if glyph.is_unreadable]


def _overlap(first: BoundingBox, second: BoundingBox) -> float:
    """Return the share of both boxes together that lies in both."""
    both = first.intersection(second)
    return both.area / (first.area + second.area - both.area) if both else 0.0


def test_drawings_among_letters_are_unreadable(drawn: tuple[Reading, list[BoundingBox]]) -> None:
    reading, boxes = drawn
    assert reading.page.text == f"MAKE TEA {UNREADABLE} NOW\nCALL MOM {UNREADABLE}"
    for glyph, box in zip(_unreadable(reading), boxes, strict=True):
        assert _overlap(glyph.box, box) > 0.7


def test_an_unreadable_glyph_tells_what_it_would_be(
    drawn: tuple[Reading, list[BoundingBox]], reader: Recognizer
) -> None:
    for glyph in _unreadable(drawn[0]):
        assert glyph.predictions[0].character == UNREADABLE
        assert glyph.probability > 0.5
        assert {p.character for p in glyph.predictions[1:]} == set(reader.charset)
        assert sum(p.probability for p in glyph.predictions) == pytest.approx(1.0, abs=1e-4)
        assert is_doubtful(glyph)


def test_a_row_of_drawings_is_unreadable(reader: Recognizer) -> None:
    image, boxes = with_drawings(written(["FLOWERS", "QQQQ", "BREAD AND MILK"]), {"Q": GRID})
    page = run(recognize(image, reader)).page
    assert page.lines[0].text == "FLOWERS"
    assert page.lines[2].text == "BREAD AND MILK"
    assert set(page.lines[1].text) <= {UNREADABLE, " "}
    assert len(page.lines[1].glyphs) >= len(boxes) - 1  # two may touch


def test_two_drawings_that_touch_are_no_letter(reader: Recognizer) -> None:
    pair = (*GRID, *(tuple((x + 1.0, y) for x, y in stroke) for stroke in GRID))
    image, _ = with_drawings(written(["FLOWERS", "Q", "BREAD AND MILK"]), {"Q": pair})
    page = run(recognize(image, reader)).page
    assert [line.text for line in page.lines] == ["FLOWERS", UNREADABLE, "BREAD AND MILK"]


def test_reading_again_keeps_what_a_person_said(
    drawn: tuple[Reading, list[BoundingBox]], reader: Recognizer
) -> None:
    reading, _ = drawn
    first, second = _unreadable(reading)
    page, _ = set_correction(reading.page, first.id, "R")
    again = run(reread(page, reading.layout, reader))
    assert again.text == f"MAKE TEA R NOW\nCALL MOM {UNREADABLE}"
    assert again.glyph(first.id) == page.glyph(first.id)
    assert again.glyph(second.id).is_unreadable


def test_a_network_that_takes_anything_for_a_character_reads_on() -> None:
    image, _ = with_drawings(written(_LINES), {"Q": KNOT, "J": KNOT})
    page = run(recognize(image, load_model("handout"))).page
    assert UNREADABLE not in page.text
    assert len(page.glyphs) == sum(len(line.replace(" ", "")) for line in _LINES)
