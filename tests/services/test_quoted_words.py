"""Quotation marks are read by where they stand, with any reader; words beside them stay words."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.page.charset import Charset
from ocrdesk.page.edits import set_correction
from ocrdesk.page.elements import QUOTATION_MARK, Glyph
from ocrdesk.page.field_edits import with_field
from ocrdesk.services.fields import Field
from ocrdesk.services.model_store import load_model
from ocrdesk.services.page_fields import ruling
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.services.row_costs import ReadingSettings
from ocrdesk.services.row_lattice import build_lattices
from ocrdesk.vision.layout import find_ink, lay_out
from tests.services.drawings import written

_ROWS = ['HE SAID "MOON"', '"HELLO" AND SUN']
_PEN = (40, 44, 60)


def _quoted(rows: list[str], length: int = 32) -> np.ndarray:
    """Return a page on which strokes hang where quotation marks stand; letters are 60 high."""
    page = written([row.replace('"', "''") for row in rows], seed=6)
    pixels = page.pixels.copy()
    for row in page.boxes:
        for character, box in row:
            if character == "'":
                middle = round(box.center[0])
                pixels[box.top : box.top + length, middle - 3 : middle + 4] = _PEN
    return pixels


@pytest.fixture(scope="module", params=["print36", "print62"])
def reading(request: pytest.FixtureRequest) -> Reading:
    reader = load_model(request.param)
    return run(recognize(image_from_array(_quoted(_ROWS), "quoted"), reader))


def _marks(reading: Reading) -> list[Glyph]:
    return [glyph for glyph in reading.page.glyphs if glyph.character == QUOTATION_MARK]


def test_quoted_words_are_read(reading: Reading) -> None:
    assert reading.page.text == "\n".join(_ROWS)
    for mark in _marks(reading):
        assert mark.predictions[0].probability < 0.98  # so a person is asked
        assert sum(probability for _, probability in mark.predictions) == pytest.approx(1, abs=1e-3)
        assert not mark.is_unreadable


def test_they_are_read_again_as_they_were(reading: Reading) -> None:
    (name,) = {mark.reader.name for mark in _marks(reading) if mark.reader is not None}
    page, _ = set_correction(reading.page, reading.page.glyphs[0].id, "M")
    read = run(reread(page, reading.layout, load_model(name)))
    assert read.text == "\n".join(["M" + _ROWS[0][1:], _ROWS[1]])


def test_what_a_person_said_of_one_stays(reading: Reading) -> None:
    mark = _marks(reading)[0]
    page, _ = set_correction(reading.page, mark.id, "V")
    assert mark.reader is not None
    read = run(reread(page, reading.layout, load_model(mark.reader.name)))
    assert read.text.splitlines()[0] == 'HE SAID VMOON"'


def test_a_pattern_passes_over_them(reading: Reading) -> None:
    reader = _marks(reading)[0].reader
    assert reader is not None
    page = _quoted(['"MOON"'])
    read = run(recognize(image_from_array(page, "m"), load_model(reader.name), field=Field("AAAA")))
    assert read.page.text == '"MOON"'


def _knowing_marks() -> Recognizer:
    """Return a reader whose characters hold the quotation mark, as those of a hand may."""
    plain = load_model("print36")
    charset = Charset(plain.charset.characters.replace("Q", QUOTATION_MARK))
    return replace(plain, charset=charset)


def test_a_field_may_name_them_where_the_reader_knows_them() -> None:
    reader = _knowing_marks()
    image = image_from_array(_quoted(['"SO15"']), "m")
    for pattern, text in (('"A999"', '"S015"'), ("A999", '"S015"'), ('"9999"', '"5015"')):
        read = run(recognize(image, reader, field=Field(pattern)))
        assert read.page.text == text
        again = run(reread(read.page, read.layout, reader))
        assert again.text == text
        assert again.glyphs[0].probability < 0.98
        told = again.glyphs[0].predictions
        assert len({character for character, _ in told}) == len(told)


def test_what_fits_a_field_but_for_them_is_said_to_fit(reading: Reading) -> None:
    name = _marks(reading)[0].reader
    assert name is not None
    reader = load_model(name.name)
    read = run(recognize(image_from_array(_quoted(['"MOON"']), "m"), reader))
    told = [ruling(read.page, 1, reader.charset, said=Field(p)) for p in ("AAAA", "AAA9")]
    assert [one is not None and one.fits for one in told] == [True, False]


def test_a_word_is_read_beside_confirmed_ones_as_beside_those_that_are_not(
    reading: Reading,
) -> None:
    reader = _marks(reading)[0].reader
    assert reader is not None
    page = reading.page
    for mark in _marks(reading):
        page, _ = set_correction(page, mark.id, QUOTATION_MARK)
    plain, told = (
        run(reread(each, reading.layout, load_model(reader.name))) for each in (reading.page, page)
    )
    assert [g.predictions for g in told.glyphs if not g.is_confirmed] == [
        g.predictions for g in plain.glyphs if g.character != QUOTATION_MARK
    ]


@pytest.mark.parametrize(("pattern", "word"), [("A999", '"S015"'), ('"A999"', '"S015"')])
def test_a_field_over_a_quoted_word_alone_finds_its_marks(pattern: str, word: str) -> None:
    reader = _knowing_marks()
    read = run(recognize(image_from_array(_quoted(['THE "SO15" WENT']), "m"), reader))
    quoted = [glyph.id for glyph in read.page.lines[0].words[1].glyphs]
    page = with_field(read.page, quoted, pattern=pattern)
    assert run(reread(page, read.layout, reader)).text == f"THE {word} WENT"


@pytest.mark.parametrize("name", ["print36", "print62"])
def test_strokes_that_are_as_short_as_other_small_marks_are_read(name: str) -> None:
    image = image_from_array(_quoted(_ROWS, length=20), "short")
    assert run(recognize(image, load_model(name))).page.text == "\n".join(_ROWS)


def test_a_reader_without_punctuation_takes_no_other_small_marks() -> None:
    grey = np.asarray(Image.fromarray(_quoted(['SUN. "MOON"'], length=20)).convert("L"))
    layout = lay_out(grey, *find_ink(grey))
    built = build_lattices(layout, load_model("print36"), ReadingSettings())
    _, (lattice,) = run(built)
    assert len(layout.rows[0].clusters) == len("SUNMOON")
    whole = [place for place, own in enumerate(lattice.candidates) if own.is_whole]
    assert len(whole) == len('SUN"MOON"')
    assert list(lattice.quoted.values()) == [True, False]
