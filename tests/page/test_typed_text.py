"""What of a typed text counts."""

import pytest

from ocrdesk.page.typed_text import Behind, behind_caret, parted_by_use, tidied


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("AB CD", "AB CD"),
        ("  AB \t CD\u00a0 ", "AB CD"),
        ("A\r\nB\rC\u2029D\u2028E\n\n \nF\n", "A\nB\nC\nD\nE\nF"),
        ("A\u0308E\u0301", "\u00c4\u00c9"),
        ("X\u0304", "X\u0304"),
        (" \n ", ""),
        ("", ""),
    ],
)
def test_a_text_is_tidied(text: str, tidy: str) -> None:
    assert tidied(text) == tidy
    assert tidied(tidy) == tidy


@pytest.mark.parametrize(
    ("text", "caret", "behind"),
    [
        ("AB\nCD\nEF", 0, Behind(3, 8)),
        ("AB\nCD\nEF", 1, Behind(2, 7)),
        ("AB\nCD\nEF", 2, Behind(2, 5)),
        ("AB\nCD\nEF", 3, Behind(2, 5)),
        ("AB\nCD\nEF", 7, Behind(0, 1)),
        ("AB\nCD\nEF", 8, Behind(0, 0)),
        ("AB\nCD\nEF", 99, Behind(0, 0)),
        ("AB\nCD", -1, Behind(2, 5)),
        ("AB\n\nCD", 3, Behind(1, 2)),
        ("", 0, Behind(0, 0)),
    ],
)
def test_what_stands_behind_the_caret(text: str, caret: int, behind: Behind) -> None:
    assert behind_caret(text, caret) == behind


@pytest.mark.parametrize(
    ("text", "usable", "strange"),
    [
        ("AB\nCD", "AB\nCD", ""),
        (" A\u0308 \n\n B", "\u00c4\nB", ""),
        ("A\u200bB \u200d C", "AB C", "\u200b\u200d"),
        ("Q\u0303\n\u0303\nR", "Q\nR", "\u0303\u0303"),
        ("1\ufe0f\u20e3", "1", "\ufe0f\u20e3"),
        ("A\x00\x07B\ud800", "AB", "\x00\x07\ud800"),
        ("\ue000", "", "\ue000"),
        ("", "", ""),
    ],
)
def test_what_cannot_be_on_a_page_is_told_from_the_rest(
    text: str, usable: str, strange: str
) -> None:
    assert parted_by_use(text) == (usable, strange)
