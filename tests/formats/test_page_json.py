"""The JSON that is written for others comes back, with what somebody corrected in it."""

import json
from pathlib import Path

import pytest

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.page_file import json_from_pages
from ocrdesk.formats.page_json import read_page_json
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Reader, Word


def _page() -> Page:
    read = (Prediction("A", 0.75), Prediction("H", 0.25))
    glyphs = (
        Glyph(1, BoundingBox(0, 0, 9, 9), read, reader=Reader("Ann", "print36", 34)),
        Glyph(2, BoundingBox(10, 0, 19, 9), read, "H", reader=Reader("print36")),
        Glyph(3, BoundingBox(20, 0, 29, 9), (), "Ä"),
    )
    lines = (Line((Word(glyphs[:2]), Word(glyphs[2:]))),)
    return Page(40, 20, lines, "scan.png", rotation=90.0, page_number=2)


def test_pages_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "pages.json"
    path.write_text(json_from_pages([_page()]), "utf-8")
    assert read_page_json(path) == [_page()]


def test_who_read_a_letter_is_told_once_for_a_page() -> None:
    (page,) = json.loads(json_from_pages([_page()]))["pages"]
    assert page["readers"] == [
        {"name": "Ann", "base": "print36", "letters": 34},
        {"name": "print36"},
    ]
    letters = [letter for word in page["lines"][0]["words"] for letter in word["glyphs"]]
    assert [letter.get("reader") for letter in letters] == [None, 1, None]


def test_a_character_changed_in_an_editor_is_a_correction(tmp_path: Path) -> None:
    path = tmp_path / "pages.json"
    value = json.loads(json_from_pages([_page()]))
    value["pages"][0]["lines"][0]["words"][0]["glyphs"][0]["character"] = "R"
    path.write_text(json.dumps(value), "utf-8-sig")  # as Windows' editor saves it
    assert [glyph.correction for glyph in read_page_json(path)[0].glyphs] == ["R", "H", "Ä"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is not valid JSON"),
        (b"[]", "the file is not an object"),
        (b"{}", "the list of pages is not a list"),
        (b'{"pages": [{"lines": []}]}', "the width of a page is not a whole number"),
        (b'{"pages": [{"width": 9, "height": 9, "lines": [{"words": [{"glyphs": [{}]}]}]}]}',
         "the character of a letter is not text"),
    ],
)  # fmt: skip
def test_other_files_are_refused_with_what_is_wrong(
    tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "pages.json"
    path.write_bytes(content)
    with pytest.raises(DocumentFileError, match=told):
        read_page_json(path)
    with pytest.raises(DocumentFileError, match="There is no file"):
        read_page_json(tmp_path / "none.json")
