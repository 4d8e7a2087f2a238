"""Fields over some letters: tried first, said in one step, and obeyed when the page is read."""

from dataclasses import replace

import pytest

from ocrdesk.errors import UsageError
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.page.edits import set_correction
from ocrdesk.page.elements import Page
from ocrdesk.services.field_trial import FieldTrial, Outcome, field_trial
from ocrdesk.services.fields import Field
from ocrdesk.services.page_fields import ruling
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from tests.services.drawings import written


@pytest.fixture(scope="module")
def reading(recognizer: Recognizer) -> Reading:
    rows = ["OO00 HAMMER", "OO00", "I1OS"]
    return run(recognize(image_from_array(written(rows).pixels, "page"), recognizer))


def _trial(reading: Reading, recognizer: Recognizer, page: Page, ids: list[int]) -> FieldTrial:
    return run(field_trial(page, reading.layout, recognizer, ids))


def _unsaid(reading: Reading, recognizer: Recognizer) -> str:
    """Return how the second row reads as it stands: some of it may be O or 0 by its ink."""
    text = run(reread(reading.page, reading.layout, recognizer)).lines[1].text
    assert text in {"OOOO", "0000"}, "else a field would decide nothing"
    return text


def _try(trial: FieldTrial, field: Field | None) -> Outcome:
    return run(trial.reading(field))


def test_a_row_reads_as_its_pattern_allows_and_the_others_as_ever(
    reading: Reading, recognizer: Recognizer
) -> None:
    page = reading.page
    ids = sorted(page.lines[1].ids)
    outcome = _try(_trial(reading, recognizer, page, ids), Field(pattern="AA99"))
    assert [line.fits for line in outcome.told.lines] == [True]
    after, change = outcome.edit(page, ids)
    assert after.lines[1].text == "OO00"
    assert after.lines[1].text != page.lines[1].text
    assert (after.lines[0], after.lines[2]) == (page.lines[0], page.lines[2])
    assert change.name == "Read by the pattern “AA99”"
    again = run(reread(after, reading.layout, recognizer))
    assert (again.lines[1], again.fields) == (after.lines[1], after.fields)


def test_a_stretch_of_a_row_is_read_by_itself(reading: Reading, recognizer: Recognizer) -> None:
    page = reading.page
    ids = [glyph.id for glyph in page.lines[0].glyphs[:4]]
    outcome = _try(_trial(reading, recognizer, page, ids), Field(pattern="9999"))
    after, _ = outcome.edit(page, ids)
    text = "".join(glyph.character for glyph in after.lines[0].glyphs)
    assert text == "0000HAMMER"
    told = ruling(after, ids[0], recognizer.charset)
    assert told is not None
    assert told.fits
    assert ruling(after, after.lines[0].glyphs[-1].id, recognizer.charset) is None
    again = run(reread(after, reading.layout, recognizer))
    assert again.lines[0] == after.lines[0]


def test_what_does_not_fit_stays_and_says_so(reading: Reading, recognizer: Recognizer) -> None:
    page = reading.page
    ids = [glyph.id for glyph in page.lines[0].glyphs[4:]]
    outcome = _try(_trial(reading, recognizer, page, ids), Field(pattern="999999"))
    after, _ = outcome.edit(page, ids)
    assert [line.fits for line in outcome.told.lines] == [False]
    told = ruling(after, ids[0], recognizer.charset)
    assert told is not None
    assert not told.fits
    assert "".join(g.character for g in after.lines[0].glyphs[4:]) == "HAMMER"


def test_confirmed_letters_stay_and_speak(reading: Reading, recognizer: Recognizer) -> None:
    first = reading.page.lines[1].glyphs[0]
    page, _ = set_correction(reading.page, first.id, "0")
    ids = sorted(page.lines[1].ids)
    after, _ = _try(_trial(reading, recognizer, page, ids), Field(words=("OOOO", "0000"))).edit(
        page, ids
    )
    assert after.glyph(first.id) == page.glyph(first.id)
    assert after.lines[1].text.replace(" ", "") == "0000"


def test_taking_it_away_reads_the_letters_as_if_it_had_not_been_said(
    reading: Reading, recognizer: Recognizer
) -> None:
    page = reading.page
    ids = sorted(page.lines[1].ids)
    after, _ = _try(_trial(reading, recognizer, page, ids), Field(pattern="AA99")).edit(page, ids)
    back, change = _try(_trial(reading, recognizer, after, ids[:1]), None).edit(after, ids[:1])
    assert back.fields == ()
    assert after.lines[1].text == "OO00"
    assert back.lines[1].text == _unsaid(reading, recognizer)
    assert change.name == "Take the field away"


def test_a_reader_that_cannot_write_a_field_passes_it_over(
    reading: Reading, recognizer: Recognizer
) -> None:
    ids = sorted(reading.page.lines[1].ids)
    trial = _trial(reading, recognizer, reading.page, ids)
    with pytest.raises(UsageError, match="Ä"):
        _try(trial, Field(words=("Ä",)))
    with pytest.raises(UsageError, match="more than 1000"):
        _try(trial, Field(words=("A",) * 1001))
    after, _ = _try(trial, Field(pattern="AA99")).edit(reading.page, ids)
    foreign = replace(after, fields=(replace(after.fields[0], pattern="Ä"),))
    assert ruling(foreign, ids[0], recognizer.charset) is None
    again = run(reread(foreign, reading.layout, recognizer))
    assert after.lines[1].text == "OO00"
    assert again.lines[1].text == _unsaid(reading, recognizer)
    assert again.fields == foreign.fields
