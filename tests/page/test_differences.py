"""A Change names what looks different, and nothing else."""

from dataclasses import replace

from ocrdesk.page.differences import is_told_alike, outcome
from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import Line, Page, Word
from tests.page.pages import page_of


def changed(before: Page, after: Page) -> frozenset[int]:
    return outcome("Edit", before, after)[1].glyph_ids


def test_pages_alike_are_no_change() -> None:
    page = page_of("AB", "C")
    after, change = outcome("Edit", page, replace(page, lines=page_of("AB", "C").lines))
    assert after is page
    assert change == NOTHING


def test_what_came_went_or_is_another_looks_different() -> None:
    page, other = page_of("AB", "CD"), page_of("AX", "CDE")
    after, change = outcome("Edit", page, other)
    assert after is other
    assert change == Change("Edit", frozenset({2, 5}))
    assert changed(other, page) == {2, 5}


def test_rows_of_another_number_look_different() -> None:
    page = page_of("AB", "C", "D")
    assert changed(page, replace(page, lines=page.lines[1:])) == {1, 2, 3, 4}
    assert changed(page, replace(page, lines=page.lines[:2])) == {4}
    a, b, c = page.lines
    assert changed(page, replace(page, lines=(a, c, b))) == {3, 4}


def test_a_border_between_words_belongs_to_the_letter_after_it() -> None:
    page = page_of("ABC")
    first, second, third = page.glyphs
    parted = replace(page, lines=(Line((Word((first, second)), Word((third,)))),))
    assert changed(page, parted) == {3}
    assert changed(parted, page) == {3}


def test_a_letter_after_one_that_came_or_went_looks_as_before() -> None:
    page, other = page_of("AB C", "D"), page_of("AB C", "D")
    rest = Line((Word(other.lines[0].words[0].glyphs[1:]), other.lines[0].words[1]))
    after = replace(other, lines=(rest, other.lines[1]))
    assert changed(page, after) == {1}
    assert changed(after, page) == {1}


def test_a_row_read_in_another_order_looks_different() -> None:
    page = page_of("AB C", "D")
    (ab, c), row = page.lines[0].words, page.lines[1]
    assert changed(page, replace(page, lines=(Line((c, ab)), row))) == {1, 2, 3}
    swapped = Line((Word(ab.glyphs[::-1]), c))
    assert changed(page, replace(page, lines=(swapped, row))) == {1, 2, 3}


def test_a_page_turned_without_letters_did_change() -> None:
    assert Change("Turn", frozenset(), is_whole=True)
    assert not NOTHING


def test_pages_are_told_alike_whatever_their_probabilities() -> None:
    page = page_of("AB", "CD")
    first = page.glyphs[0]
    surer = tuple(each._replace(probability=0.5) for each in first.predictions)
    assert is_told_alike(page, page.with_glyph(replace(first, predictions=surer)))
    other = tuple(each._replace(character="X") for each in first.predictions)
    for changed_glyph in (
        replace(first, predictions=other),
        replace(first, correction="A"),
        replace(first, box=page.glyphs[1].box),
        replace(first, id=99),
    ):
        line = Line((Word((changed_glyph, page.glyphs[1])),))
        assert not is_told_alike(page, replace(page, lines=(line, *page.lines[1:])))
    assert not is_told_alike(page, replace(page, rotation=90))
    assert not is_told_alike(page, page_of("A B", "CD"))
