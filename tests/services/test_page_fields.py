"""Fields of the page and of letters are one thing: listed, counted, and obeyed by one rule."""

from dataclasses import replace

import pytest

from ocrdesk.formats.page_records import page_from_record, page_record
from ocrdesk.page.charset import PRINT36
from ocrdesk.page.edits import delete
from ocrdesk.page.elements import Page, ProcessingStep
from ocrdesk.page.field_edits import with_field
from ocrdesk.page.letter_fields import LetterField
from ocrdesk.services.fields import STEP, Field, field_of
from ocrdesk.services.page_fields import PlacedField, field_for, fields_on, ruling
from tests.page.pages import page_of

WHOLE = Field("AA99")


@pytest.fixture
def page() -> Page:
    """Two rows, told AA99; and of the middle of the first one that it is a word."""
    told = replace(page_of("AB12", "CD34"), steps=(ProcessingStep(STEP, WHOLE.told),))
    return with_field(told, [2, 3], words=("B1", "C2"))


def test_all_fields_are_listed_the_page_s_first(page: Page) -> None:
    words = Field(words=("B1", "C2"))
    assert fields_on(page) == (PlacedField(WHOLE), PlacedField(words, frozenset([2, 3])))
    assert [one.is_of_page for one in fields_on(page)] == [True, False]
    assert fields_on(page_of("AB")) == ()
    for gone in (2, 3):
        page, _ = delete(page, gone)
    assert fields_on(page) == (PlacedField(WHOLE),)


def test_of_a_row_with_a_field_of_letters_the_page_s_is_not_heard(page: Page) -> None:
    found = [field_for(page, glyph_id) for glyph_id in (1, 2, 5)]
    assert [None if one is None else one[0] for one in found] == [
        None,
        Field(words=("B1", "C2")),
        WHOLE,
    ]
    ends = with_field(page_of("ABCDE"), [2, 4], pattern="AAA")
    between = field_for(ends, 3)
    assert between is not None
    assert [glyph.id for glyph in between[1]] == [2, 3, 4]
    assert field_for(ends, 5) is None
    assert field_for(page, 99) is None
    told = [ruling(page, glyph_id, PRINT36) for glyph_id in (1, 2, 5)]
    assert [one is not None and one.fits for one in told] == [False, True, True]


def test_what_a_reader_cannot_write_counts_nothing_for_it(page: Page) -> None:
    page = replace(page, fields=(LetterField(frozenset([2, 3]), words=("Ä",)),))
    told = ruling(page, 2, PRINT36)
    assert told is not None
    assert told.field == WHOLE
    found = field_for(page, 2)
    assert found is not None
    assert found[0] == Field(words=("Ä",)), "it was said all the same"


def test_both_are_written_as_ever(page: Page) -> None:
    record = page_record(page)
    assert record["steps"] == [["field", [["pattern", "AA99"]]]]
    assert record["fields"] == {
        "version": 1,
        "fields": [{"letters": [2, 3], "words": ["B1", "C2"]}],
    }
    again = page_from_record(record)
    assert (again, field_of(again)) == (page, WHOLE)
