"""The sheet of a character holds all that are called so, those that do not belong at its end."""

from dataclasses import replace

from ocrdesk.page import edits
from ocrdesk.services.contact_sheet import characters_read, contact_sheet
from ocrdesk.services.recognition import Reading
from ocrdesk.services.review_pages import LetterPlace, ReviewPage

Reviewed = tuple[Reading, ReviewPage]


def test_the_sheet_holds_every_letter_of_its_character(reviewed: Reviewed) -> None:
    _, page = reviewed
    other = replace(page, number=4)
    counts = characters_read([page, other])
    assert list(counts) == sorted(counts)
    for character, count in counts.items():
        sheet = contact_sheet([page, other], character)
        assert len(sheet) == count
        assert {entry.glyph.character for entry in sheet} == {character}
        assert {entry.place.page for entry in sheet} == {0, 4}
    assert sum(counts.values()) == 2 * len(page.page.glyphs)


def test_a_letter_with_a_wrong_label_comes_last(reviewed: Reviewed) -> None:
    _, page = reviewed
    strangers = [glyph for glyph in page.page.glyphs if glyph.character in "RNT"][:3]
    changed = page.page
    for glyph in strangers:
        changed, _ = edits.set_correction(changed, glyph.id, "S")  # confirmed, and yet wrong
    sheet = contact_sheet([replace(page, page=changed)], "S")
    assert {entry.place.glyph_id for entry in sheet[-3:]} == {glyph.id for glyph in strangers}
    assert [entry.oddness for entry in sheet] == sorted(entry.oddness for entry in sheet)


def test_without_looks_the_doubtful_come_last(reviewed: Reviewed) -> None:
    page = replace(reviewed[1], looks=None)
    sheet = contact_sheet([page], "S")
    sure = [entry.glyph.probability for entry in sheet]
    assert sure == sorted(sure, reverse=True)


def test_a_character_that_nobody_wrote_has_an_empty_sheet(reviewed: Reviewed) -> None:
    assert contact_sheet([reviewed[1]], "7") == ()
    assert contact_sheet([], "S") == ()


def test_one_letter_is_a_sheet(reviewed: Reviewed) -> None:
    _, page = reviewed
    changed, _ = edits.set_correction(page.page, page.page.glyphs[0].id, "7")
    (entry,) = contact_sheet([replace(page, page=changed)], "7")
    assert entry.place == LetterPlace(0, page.page.glyphs[0].id)
