"""A field's pattern or words decide what ink leaves open, and force nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

import ocrdesk
from ocrdesk.errors import UsageError
from ocrdesk.formats.image_file import SourceImage, image_from_array
from ocrdesk.formats.word_list_file import read_word_list
from ocrdesk.page.edits import set_correction
from ocrdesk.page.elements import Page, ProcessingStep
from ocrdesk.services.fields import Field, field_of, fitting
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from tests.services.drawings import written


def _image(*rows: str) -> SourceImage:
    return image_from_array(written(list(rows)).pixels, "field")


def _read(image: SourceImage, recognizer: Recognizer, field: Field | None) -> Page:
    return run(recognize(image, recognizer, field=field)).page


def test_a_pattern_tells_letters_from_digits_that_look_alike(recognizer: Recognizer) -> None:
    image = _image("OO00", "I1OS")
    page = _read(image, recognizer, Field(pattern="A*{2}9"))
    assert [row.text[0] + row.text[-1] for row in page.lines] == ["O0", "I5"]
    last = page.lines[1].glyphs[-1]
    assert last.character == "5"
    assert last.ink[0].character == "S"  # what the ink alone says is not hidden
    assert dict(last.predictions)["S"] < dict(last.ink)["S"]
    assert ("pattern", "A*{2}9") in [setting for step in page.steps for setting in step.settings]


def test_rows_that_do_not_fit_are_read_as_ever(recognizer: Recognizer) -> None:
    image = _image("HAMMER", "4711")
    page = _read(image, recognizer, Field(pattern="9999"))
    assert page.text == "HAMMER\n4711"
    plain = _read(image, recognizer, None)
    assert page.lines[0] == plain.lines[0]


def test_words_of_a_list_are_read_where_ink_allows_them(recognizer: Recognizer) -> None:
    image = _image("0SL0", "TOKYO")
    page = _read(image, recognizer, Field(words=("Oslo", "0510", "Kyoto")))
    assert page.text == "OSLO\nTOKYO"


def test_what_a_field_would_bend_is_read_as_ever(recognizer: Recognizer) -> None:
    image = _image("GUITAR", "ABC123", "BOTTLES")
    page = _read(image, recognizer, Field(pattern="AAA999"))
    assert page.text == "GUITAR\nABC123\nBOTTLES"
    page = _read(_image("MUSTARD", "EGGS"), recognizer, Field(words=("Custard", "Eggs")))
    assert page.text == "MUSTARD\nEGGS"


@pytest.mark.parametrize(
    ("row", "field", "text"),
    [
        ("NEW YORK", Field(words=("New York", "New Haven")), "NEW YORK"),
        ("NEW YORK", Field(words=("Newyork", "Newhaven")), "NEWYORK"),
        ("OO 11 A", Field(pattern="AA99 A"), "OO11 A"),
        ("OO11", Field(pattern="AA 9{1,} *"), "OO 1 1"),
        ("KO11", Field(pattern="A{1,2} 9{1,} *"), "KO 1 1"),
        ("OO11 A", Field(pattern="AA 9{0,3}A{0,1}"), "OO 11A"),
    ],
)
def test_words_end_where_the_field_says(
    recognizer: Recognizer, row: str, field: Field, text: str
) -> None:
    assert _read(_image(row), recognizer, field).text == text


@pytest.mark.parametrize("wish", [{}, {"pattern": " "}, {"pattern": "9", "words": ("A",)}])
def test_a_field_is_one_thing(wish: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        Field(**wish)  # type: ignore[arg-type]


def test_scripts_may_say_what_a_page_holds(recognizer: Recognizer) -> None:
    pixels = written(["OO00"]).pixels
    page = ocrdesk.read_image(pixels, recognizer, field=ocrdesk.Field(pattern="AA99"))
    assert page.text == "OO00"


def test_a_list_of_words_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("\ufeffAnna\r\n# nobody\n\n Jürgen \nAnna\n".encode())
    assert read_word_list(path) == ("Anna", "Jürgen")


@pytest.mark.parametrize("content", [b"", b"\n# only\n", b"\xff\xfe\x00", None])
def test_a_list_that_is_none_says_so(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "words.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=r"words\.txt"):
        read_word_list(path)
    with pytest.raises(UsageError, match="not an ordinary file"):
        read_word_list(tmp_path)


@pytest.mark.parametrize("field", [Field(pattern="A*{2}9"), Field(words=("OO00", "I1O5", "New"))])
def test_a_page_is_read_again_as_its_field_allows(recognizer: Recognizer, field: Field) -> None:
    image = _image("OO00", "I1OS")
    reading = run(recognize(image, recognizer, field=field))
    assert field_of(reading.page) == field
    again = run(reread(reading.page, reading.layout, recognizer))
    assert (again.text, again.steps) == (reading.page.text, reading.page.steps)
    anew = run(recognize(image, recognizer, before=reading.page)).page
    assert (anew.text, field_of(anew)) == (reading.page.text, field)
    plain = run(recognize(image, recognizer))
    assert plain.page.text != reading.page.text
    told = run(reread(plain.page, plain.layout, recognizer, field=field))
    assert _letters(told) == _letters(reading.page)


def _letters(page: Page) -> str:
    return "".join(glyph.character for glyph in page.glyphs)


def test_a_correction_that_no_field_allows_is_heard(recognizer: Recognizer) -> None:
    field = Field(pattern="AA99")
    reading = run(recognize(_image("OO00", "OO00"), recognizer, field=field))
    glyph = reading.page.lines[0].glyphs[3]
    page, _ = set_correction(reading.page, glyph.id, "X")
    again = run(reread(page, reading.layout, recognizer))
    assert again.lines[0].text.endswith("X")
    assert again.lines[1].text == "OO00"


def test_a_reader_that_cannot_write_a_field_reads_the_page_without(recognizer: Recognizer) -> None:
    reading = run(recognize(_image("OO00"), recognizer, field=Field(pattern="AA99")))
    foreign = Field(words=("Ännchen",))
    page = replace(reading.page, steps=(ProcessingStep("field", foreign.told),))
    assert fitting(page, recognizer.charset) is None
    again = run(reread(page, reading.layout, recognizer))
    assert field_of(again) == foreign, "another reader may know it"
    with pytest.raises(UsageError):
        run(reread(page, reading.layout, recognizer, field=foreign))


def test_long_lists_are_not_kept_with_each_page() -> None:
    short, long = (Field(words=("A",) * count) for count in (1000, 1001))
    assert [name for name, _ in short.told] == ["words", "list"]
    assert long.told == (("words", "1001"),)
    page = Page(1, 1, steps=(ProcessingStep("field", long.told),))
    assert field_of(page) is None
