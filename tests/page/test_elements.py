"""Text, boxes and probabilities of a page follow from its glyphs alone."""

from dataclasses import FrozenInstanceError

import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Word


def glyph(number: int, character: str = "A", **changes: str | None) -> Glyph:
    box = BoundingBox(10 * number, number, 10 * number + 8, number + 12)
    predictions = (Prediction(character, 0.75), Prediction("#", 0.25))
    return Glyph(number, box, predictions, changes.get("correction"))


def page(*rows: str) -> Page:
    """Build a page from rows of words; glyphs are numbered from 1 in reading order."""
    number = 0
    lines = []
    for row in rows:
        words = []
        for text in row.split():
            words.append(Word(tuple(glyph(number + at + 1, c) for at, c in enumerate(text))))
            number += len(text)
        lines.append(Line(tuple(words)))
    return Page(200, 100, tuple(lines), "scan.png")


def test_an_unconfirmed_glyph_is_what_the_network_says() -> None:
    read = glyph(1, "Q")
    assert (read.character, read.probability, read.is_confirmed) == ("Q", 0.75, False)


def test_a_correction_outweighs_every_prediction() -> None:
    corrected = glyph(1, "Q", correction="O")
    assert (corrected.character, corrected.probability) == ("O", 1.0)
    assert corrected.is_confirmed
    assert corrected.predictions[0].character == "Q"


def test_confirming_what_was_read_counts_as_confirmed() -> None:
    confirmed = glyph(1, "Q", correction="Q")
    assert (confirmed.is_confirmed, confirmed.probability) == (True, 1.0)


def test_a_glyph_that_was_never_read() -> None:
    drawn = Glyph(1, BoundingBox(0, 0, 5, 5))
    assert drawn.character == "\N{REPLACEMENT CHARACTER}"
    assert drawn.probability == 0.0


def test_words_and_lines_join_their_parts() -> None:
    line = page("TO DO").lines[0]
    assert [word.text for word in line.words] == ["TO", "DO"]
    assert line.text == "TO DO"
    assert [part.id for part in line.glyphs] == [1, 2, 3, 4]


def test_boxes_enclose_their_parts() -> None:
    line = page("TO DO").lines[0]
    assert line.words[0].box == BoundingBox(10, 1, 28, 14)
    assert line.box == BoundingBox(10, 1, 48, 16)


def test_text_of_a_page() -> None:
    assert page("TO DO", "LIST").text == "TO DO\nLIST"
    assert [word.text for word in page("TO DO", "LIST").words()] == ["TO", "DO", "LIST"]


def test_glyphs_are_found_by_id() -> None:
    read = page("TO", "X")
    assert read.glyph(3).character == "X"
    assert read.position(3) == 2
    assert 3 in read
    assert 4 not in read
    with pytest.raises(KeyError):
        read.glyph(4)
    with pytest.raises(KeyError):
        read.position(0)
    assert read.next_glyph_id == 4


def test_an_empty_page() -> None:
    empty = Page(10, 10)
    assert empty.text == ""
    assert empty.glyphs == ()
    assert list(empty.words()) == []
    assert empty.next_glyph_id == 1
    assert 1 not in empty


def test_pages_are_frozen_values() -> None:
    assert page("AB") == page("AB")
    assert hash(page("AB")) == hash(page("AB"))
    assert page("AB") != page("BA")
    with pytest.raises(FrozenInstanceError):
        page("AB").width = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        glyph(1).correction = "B"  # type: ignore[misc]


def test_what_is_looked_up_once_is_kept() -> None:
    read = page("AB")
    assert read.glyphs is read.glyphs
    assert read.text is read.text


@pytest.mark.parametrize("number", [1, 3, 4, 6])
def test_replacing_one_glyph_equals_building_the_page_anew(number: int) -> None:
    before = page("AB C", "DEF")
    assert before.position(number) == number - 1
    after = before.with_glyph(glyph(number, "X"))
    text = "ABCDEF"[: number - 1] + "X" + "ABCDEF"[number:]
    assert "".join(after.text.split()) == text
    fresh = Page(after.width, after.height, after.lines, after.source)
    assert after == fresh
    assert after.glyphs == fresh.glyphs
    assert [after.position(g.id) for g in after.glyphs] == list(range(6))
    assert after.glyph(number).character == "X"
    assert sum(a is b for a, b in zip(before.lines, after.lines, strict=True)) == 1


def test_a_glyph_the_page_lacks_cannot_be_replaced() -> None:
    with pytest.raises(KeyError):
        page("AB").with_glyph(glyph(9))
