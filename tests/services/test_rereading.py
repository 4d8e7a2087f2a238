"""A second reading weighs what the first one did, box by box, whatever a person did to them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest
from PIL import Image

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.geometry import BoundingBox
from ocrdesk.language.repetition import RepeatedCharacter
from ocrdesk.page.borders import join_lines
from ocrdesk.page.edits import add_glyph, set_correction
from ocrdesk.page.elements import Glyph, Line, Word
from ocrdesk.services import ready_lines, row_reading
from ocrdesk.services.line_lattices import LineLattice, line_lattice
from ocrdesk.services.looking_again import look_again
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.ready_lines import ReadyLine
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.services.row_costs import ReadingSettings
from tests.services.drawings import scattered, written

if TYPE_CHECKING:
    from ocrdesk.services.row_lattice import RowLattice

_LINES = ["CCCC CCC", "Coco was so cross", "0000 000", "S s C c O o"]


class Read(NamedTuple):
    """A page of characters that only their size and their neighbours tell apart, and its reader."""

    reader: Recognizer
    reading: Reading


def _read(reader: Recognizer) -> Read:
    image = image_from_array(written(_LINES, seed=4).pixels, "page")
    return Read(reader, run(recognize(image, reader)))


@pytest.fixture(scope="module", params=["print36", "print62"])
def read(request: pytest.FixtureRequest) -> Read:
    reader = load_model(request.param)
    return Read(
        reader, run(recognize(image_from_array(written(_LINES, seed=4).pixels, "page"), reader))
    )


@pytest.fixture(scope="module")
def both_cases() -> Read:
    reader = load_model("print62")
    assert reader.rows is not None
    return Read(
        reader, run(recognize(image_from_array(written(_LINES, seed=4).pixels, "page"), reader))
    )


def _lattice(read: Read, line: Line) -> LineLattice:
    page = replace(read.reading.page, lines=(line,))
    seen = run(look_again(page, read.reading.layout, read.reader))
    settings = ReadingSettings()
    task = line_lattice(line, seen, read.reading.layout, read.reader, settings, is_lending=False)
    return run(task)


def test_what_nobody_changed_is_read_as_before(read: Read) -> None:
    before = read.reading.page
    again = run(reread(before, read.reading.layout, read.reader))
    assert again.text == before.text
    moved = [
        abs(a.probability - b.probability) for a, b in zip(again.glyphs, before.glyphs, strict=True)
    ]
    assert np.mean(moved) < 0.03


def test_a_correction_leaves_letters_far_from_it_as_they_are(read: Read) -> None:
    glyph = read.reading.page.lines[1].glyphs[0]
    page, _ = set_correction(read.reading.page, glyph.id, "G")
    again = run(reread(page, read.reading.layout, read.reader))
    assert [line.text for line in again.lines[2:]] == [line.text for line in page.lines[2:]]


def test_evidence_goes_by_where_boxes_are_not_by_their_order(both_cases: Read) -> None:
    (word, *others) = both_cases.reading.page.lines[1].words
    line = Line((word, *others))
    turned = Line((Word(word.glyphs[::-1]), *others))
    count = len(word.glyphs)
    assert count > 2
    usual, other = _lattice(both_cases, line).lattice, _lattice(both_cases, turned).lattice
    assert np.allclose(usual.ink[:count], other.ink[:count][::-1], atol=1e-6)
    assert np.allclose(usual.ink[count:], other.ink[count:], atol=1e-6)


def test_rows_say_something_of_every_box(both_cases: Read) -> None:
    letters = Read(replace(both_cases.reader, rows=None), both_cases.reading)
    for line in both_cases.reading.page.lines:
        seen, alone = _lattice(both_cases, line).lattice, _lattice(letters, line).lattice
        assert (np.abs(seen.ink - alone.ink).max(axis=1) > 0).all()


def test_what_a_person_said_is_beyond_doubt_however_high_it_stands(both_cases: Read) -> None:
    place, charset = 1, both_cases.reader.charset
    line = both_cases.reading.page.lines[1]
    page, _ = set_correction(both_cases.reading.page, line.glyphs[place].id, "l")
    told = _lattice(both_cases, page.lines[1])
    far = replace(told.lattice, ink=told.lattice.ink[:, ::-1], given=told.lattice.given[:, ::-1])
    for lattice in (told.lattice, told.sure(far)):
        for shares in (lattice.ink, lattice.given):
            assert shares[place].argmax() == charset.index("l")
            assert shares[place].sum() == 1
        logs = lattice.edges[place].log_probabilities
        assert logs is not None
        assert logs[charset.index("l")] == 0
        assert np.delete(logs, charset.index("l")).max() < -15


def test_letters_of_another_direction_in_a_line_do_not_disturb_it(both_cases: Read) -> None:
    sheet = np.asarray(scattered(both_cases.reader))
    reading = run(recognize(image_from_array(sheet, "sheet"), both_cases.reader))
    strips = [reading.layout.strip_of(number) for number in range(len(reading.layout.rows))]
    assert strips[0] != strips[1]
    row, other = reading.page.lines[:2]
    stranger = other.glyphs[0]
    mixed = Line((*row.words, Word((stranger,))))
    read = Read(both_cases.reader, reading)
    alone, beside = _lattice(read, row).lattice, _lattice(read, mixed).lattice
    assert np.allclose(alone.ink, beside.ink[:-1], atol=1e-6)
    letters = replace(both_cases.reader, rows=None)
    assert np.allclose(
        beside.ink[-1], _lattice(Read(letters, reading), mixed).lattice.ink[-1], atol=1e-6
    )


def _new(read: Read, box: BoundingBox) -> Glyph:
    page, change = add_glyph(read.reading.page, box)
    again = run(reread(page, read.reading.layout, read.reader))
    (number,) = change.glyph_ids
    return again.glyph(number)


def test_boxes_without_ink_and_pages_without_rows_are_read_again(read: Read) -> None:
    assert _new(read, BoundingBox(6, 440, 20, 460)).predictions == ()
    blank = np.asarray(Image.new("L", (300, 200), 240))
    empty = Read(read.reader, run(recognize(image_from_array(blank, "blank"), read.reader)))
    assert empty.reading.layout.rows == ()
    assert _new(empty, BoundingBox(20, 20, 60, 70)).predictions == ()


def test_half_a_letter_has_the_row_to_tell_what_it_is_part_of(both_cases: Read) -> None:
    """A box across a stroke holds part of a component, which no candidate of a reading does."""
    glyph = both_cases.reading.page.lines[1].glyphs[0]
    box = glyph.box
    half = BoundingBox(box.left, box.top, (box.left + box.right) // 2, box.bottom)
    assert _new(both_cases, half).predictions


@pytest.mark.parametrize("seed", [4, 5])
def test_two_rows_made_one_line_are_read_as_two_rows_were(seed: int) -> None:
    reader = load_model("print62")
    image = image_from_array(
        written(["The quick brown", "fox jumps over lazy dogs."], seed=seed).pixels, "page"
    )
    reading = run(recognize(image, reader))
    joined, change = join_lines(reading.page, 0)
    assert change
    again = run(reread(joined, reading.layout, reader))
    changed = sum(a != b for a, b in zip(again.text, joined.text, strict=True))
    assert changed <= 1, again.text


def test_marks_of_another_row_stay_what_they_are() -> None:
    reader = load_model("print62")
    image = image_from_array(written(["A long first row", "cow, pig."], seed=4).pixels, "page")
    reading = run(recognize(image, reader))
    joined, _ = join_lines(reading.page, 0)
    again = run(reread(joined, reading.layout, reader))
    assert again.text.endswith(reading.page.lines[1].text)


def test_a_confirmed_letter_is_sure_in_a_row_of_one_character(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = image_from_array(written(["OOOOO OOO", "OOOO OOOO"], seed=4).pixels, "page")
    reading = run(recognize(image, read.reader))
    first = reading.page.glyphs[0]
    assert first.character == "0"
    page, _ = set_correction(reading.page, first.id, "O")
    seen: list[RowLattice] = []
    before = ReadyLine.read

    def listen(line: ReadyLine, *others: Any, **named: Any) -> list[Glyph]:
        seen.append(line.free[0])
        return before(line, *others, **named)

    monkeypatch.setattr(ReadyLine, "read", listen)
    run(reread(page, reading.layout, read.reader))
    logs = seen[0].edges[0].log_probabilities
    assert logs is not None
    assert int(np.argmax(logs)) == read.reader.charset.index("O")


@pytest.mark.parametrize(
    ("count", "others", "is_repeated"),
    [(0, "", True), (1, "U", True), (3, "U", False), (3, "\N{EURO SIGN}", False), (6, "O", True)],
)
def test_a_row_is_not_repeated_that_a_person_said_is_of_others(
    read: Read, monkeypatch: pytest.MonkeyPatch, count: int, others: str, *, is_repeated: bool
) -> None:
    image = image_from_array(written(["OOOOOOOOOO"], seed=4).pixels, "page")
    reading = run(recognize(image, read.reader))
    assert reading.page.text == "0000000000"
    page = reading.page
    for glyph in page.glyphs[:count]:
        page, _ = set_correction(page, glyph.id, others)
    scorers: list[Any] = []
    before = row_reading.with_readers

    def listen(*arguments: Any, **named: Any) -> Any:
        found = yield from before(*arguments, **named)
        scorers.extend(reader._scorer for _, reader in found)
        return found

    monkeypatch.setattr(ready_lines, "with_readers", listen)
    run(reread(page, reading.layout, read.reader))
    assert [isinstance(own, RepeatedCharacter) for own in scorers] == [is_repeated]


def test_a_correction_in_the_other_case_is_heard_by_a_reader_of_capitals() -> None:
    reader = load_model("print36")
    reading = run(recognize(image_from_array(written(_LINES, seed=4).pixels, "page"), reader))
    line = reading.page.lines[1]
    page, _ = set_correction(reading.page, line.glyphs[0].id, "g")
    told = _lattice(Read(reader, reading), page.lines[1])
    assert told.decided == {0: reader.charset.index("G")}
