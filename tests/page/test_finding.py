"""A text is found on a page by the glyphs it stands in."""

from dataclasses import replace

import pytest

from ocrdesk.page.elements import Page
from ocrdesk.page.finding import find
from tests.page.pages import page_of


def texts(page: Page, wanted: str) -> list[str]:
    """What stands in the places found."""
    return ["".join(page.glyph(each).character for each in place) for place in find(page, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("to", ["TO", "TO"]),
        ("TO BE", ["TOBE", "TOBE"]),
        ("  be   or ", ["BEOR"]),
        ("not to", ["NOTTO"]),
        ("tobe", []),
        ("", []),
        ("  ", []),
        ("beo", []),
    ],
)
def test_words_are_found_over_gaps_and_rows(wanted: str, found: list[str]) -> None:
    assert texts(page_of("TO BE OR NOT", "TO BE"), wanted) == found


def test_a_gap_that_was_not_seen_is_found_as_well() -> None:
    page = page_of("ALL MYLIFE LONG", "MY LIFE")
    assert texts(page, "my life") == ["MYLIFE", "MYLIFE"]
    assert texts(page, "mylife") == ["MYLIFE"]
    assert texts(page, "a.l") == []


def test_places_do_not_overlap() -> None:
    assert texts(page_of("AAAA A"), "aa") == ["AA", "AA"]


def test_letters_of_several_characters_are_found_whole() -> None:
    page = page_of("ABC")
    first = page.glyphs[0]
    page = page.with_glyph(replace(first, correction="E\N{COMBINING ACUTE ACCENT}"))
    assert find(page, "e\N{COMBINING ACUTE ACCENT}b") == ((first.id, page.glyphs[1].id),)
    assert texts(page, "c") == ["C"]


def test_a_letter_whose_small_form_is_longer_keeps_the_others_in_place() -> None:
    page = page_of("ABC")
    page = page.with_glyph(
        replace(page.glyphs[0], correction="\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}")
    )
    assert texts(page, "bc") == ["BC"]


def test_a_page_without_letters_has_no_places() -> None:
    assert find(Page(10, 10), "a") == ()
