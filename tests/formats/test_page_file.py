"""Exports keep the contract of their formats to the letter."""

import json
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.formats.page_file import json_from_pages, text_from_pages
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, ProcessingStep, Reader, Word


def glyph(number: int, character: str, *, correction: str | None = None) -> Glyph:
    box = BoundingBox(10 * number, 5, 10 * number + 8, 17)
    predictions = (Prediction(character, 0.98765432), Prediction("#", 0.01234))
    return Glyph(number, box, predictions, correction)


def page(*rows: Sequence[str]) -> Page:
    number = 0
    lines = []
    for row in rows:
        words = []
        for text in row:
            glyphs = tuple(glyph(number + at, character) for at, character in enumerate(text))
            words.append(Word(glyphs))
            number += len(text)
        lines.append(Line(tuple(words)))
    return Page(640, 480, tuple(lines), "scan.png", 1.23456789)


def test_text_has_a_row_per_line() -> None:
    assert text_from_pages([page(["TO", "DO"], ["LIST"])]) == "TO DO\nLIST\n"


def test_pages_are_separated_by_a_form_feed() -> None:
    assert text_from_pages([page(["A"]), Page(1, 1), page(["B"])]) == "A\n\f\fB\n"


def test_an_empty_page_is_empty_text() -> None:
    assert text_from_pages([Page(10, 10)]) == ""
    (empty,) = json.loads(json_from_pages([Page(10, 10)]))["pages"]
    assert (empty["text"], empty["lines"]) == ("", [])


GLYPHS_OF_NO = [
    {
        "character": "N",
        "probability": 0.98765,
        "confirmed": False,
        "box": [0, 5, 8, 17],
        "predictions": [["N", 0.98765], ["#", 0.01234]],
    },
    {
        "character": "O",
        "probability": 1.0,
        "confirmed": True,
        "box": [20, 5, 28, 17],
        "predictions": [["0", 0.6]],
    },
]


def test_json_is_exactly_the_documented_schema() -> None:
    corrected = Glyph(2, BoundingBox(20, 5, 28, 17), (Prediction("0", 0.6),), "O")
    lines = (Line((Word((glyph(0, "N"), corrected)),)),)
    document = json.loads(json_from_pages([Page(640, 480, lines, "scan.png", 1.23456789)]))
    word = {"text": "NO", "box": [0, 5, 28, 17], "glyphs": GLYPHS_OF_NO}
    assert document == {
        "pages": [
            {
                "source": "scan.png",
                "width": 640,
                "height": 480,
                "rotation": 1.2346,
                "text": "NO",
                "lines": [{"text": "NO", "box": [0, 5, 28, 17], "words": [word]}],
            }
        ]
    }


def test_keys_come_in_the_documented_order() -> None:
    text = json_from_pages([page(["A"])])
    keys = ["source", "width", "height", "rotation", "text", "lines", "words", "glyphs"]
    positions = [text.index(f'"{key}"') for key in keys]
    assert positions == sorted(positions)


def test_steps_appear_where_there_are_any() -> None:
    step = ProcessingStep("binarise", (("window", "31"),))
    document = json.loads(json_from_pages([Page(1, 1, steps=(step,))]))
    assert document["pages"][0]["steps"] == [{"name": "binarise", "settings": {"window": "31"}}]


def test_each_glyph_is_one_row_of_the_json_file() -> None:
    rows = json_from_pages([page(["AB"], ["C"])]).splitlines()
    assert len([row for row in rows if '"character"' in row]) == 3
    assert len(rows) < 50


def test_numbers_from_numpy_are_written_as_plain_numbers() -> None:
    box = BoundingBox(*(int(edge) for edge in (0, 0, 3, 3)))
    read = Glyph(1, box, (Prediction("A", np.float32(0.5)),))  # type: ignore[arg-type]
    text = json_from_pages([Page(9, 9, (Line((Word((read,)),)),))])
    assert json.loads(text)["pages"][0]["lines"][0]["words"][0]["glyphs"][0]["probability"] == 0.5


def test_only_a_confirmed_letter_has_a_probability_of_one() -> None:
    sure = (Prediction("A", 1.0), Prediction("4", 1.23456e-9), Prediction("B", 0.0))
    nearly = (Prediction("C", 0.99999761581), Prediction("(", 2.384185791015625e-06))
    box = BoundingBox(0, 0, 3, 3)
    glyphs = (Glyph(1, box, sure), Glyph(2, box, nearly), Glyph(3, box, sure, "A"))
    document = json.loads(json_from_pages([Page(9, 9, (Line((Word(glyphs),)),))]))
    told = document["pages"][0]["lines"][0]["words"][0]["glyphs"]
    assert [glyph["probability"] for glyph in told] == [0.9999999702, 0.999997616, 1.0]
    assert told[0]["predictions"] == [["A", 0.9999999702], ["4", 1.235e-9], ["B", 0.0]]
    assert told[1]["predictions"] == [["C", 0.999997616], ["(", 2.384e-06]]


def test_a_source_that_is_no_unicode_can_still_be_exported() -> None:
    text = json_from_pages([Page(9, 9, source="caf\udce9.png")])
    assert text.encode("utf-8")
    assert json.loads(text)["pages"][0]["source"] == "caf\\udce9.png"


def test_a_reader_that_is_no_unicode_can_still_be_exported() -> None:
    reader = Reader("caf\udce9", "b\udce9", 3)
    glyph = Glyph(1, BoundingBox(0, 0, 1, 1), (Prediction("A", 0.5),), reader=reader)
    text = json_from_pages([Page(9, 9, (Line((Word((glyph,)),)),))])
    assert text.encode("utf-8")
    (told,) = json.loads(text)["pages"][0]["readers"]
    assert told == {"name": "caf\\udce9", "base": "b\\udce9", "letters": 3}


def test_not_a_number_is_never_written() -> None:
    wrong = Glyph(1, BoundingBox(0, 0, 1, 1), (Prediction("A", float("nan")),))
    with pytest.raises(ValueError, match="JSON"):
        json_from_pages([Page(9, 9, (Line((Word((wrong,)),)),))])


words = st.lists(st.text('AZaz09é€"\\', min_size=1, max_size=5), min_size=1, max_size=4)


@given(st.lists(words, max_size=4))
def test_both_formats_tell_the_same_text(rows: list[list[str]]) -> None:
    read = page(*rows)
    described = json.loads(json_from_pages([read]))["pages"][0]
    assert described["text"] == read.text == text_from_pages([read]).removesuffix("\n")
    assert [line["text"] for line in described["lines"]] == [" ".join(row) for row in rows]
    glyphs = [
        glyph for line in described["lines"] for word in line["words"] for glyph in word["glyphs"]
    ]
    assert "".join(glyph["character"] for glyph in glyphs) == "".join(
        character for row in rows for word in row for character in word
    )


def test_what_the_ink_alone_said_is_told_where_language_changed_it() -> None:
    ink = tuple(Prediction(character, 0.1) for character in "OQDC08")
    read = Glyph(1, BoundingBox(0, 0, 5, 9), (Prediction("0", 0.9),), ink=ink)
    page = Page(40, 30, (Line((Word((read,)),)),))
    (told,) = json.loads(json_from_pages([page]))["pages"][0]["lines"][0]["words"][0]["glyphs"]
    assert told["ink"] == [[character, 0.1] for character in "OQDC0"]


def test_whole_degrees_are_whole_numbers() -> None:
    pages = [Page(lines=(), width=1, height=1, rotation=turn) for turn in (0.0, 180.0, 0.5)]
    told = [page["rotation"] for page in json.loads(json_from_pages(pages))["pages"]]
    assert [str(turn) for turn in told] == ["0", "180", "0.5"]
