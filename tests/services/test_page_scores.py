"""Scores of pages from their rows, without reading any."""

from pathlib import Path

import pytest

from ocrdesk.formats.truth_file import PageTruth
from ocrdesk.page.charset import PRINT36
from ocrdesk.page.elements import UNREADABLE
from ocrdesk.services.error_rates import Confusion, ErrorCount
from ocrdesk.services.evaluation_pages import PagesEvaluation, arranged_like, score_page


def _truth(group: str, *lines: str) -> PageTruth:
    return PageTruth(Path(f"{group}.png"), group, lines)


def test_letters_and_text_are_two_readings_of_the_same_rows() -> None:
    page = score_page(_truth("capitals", "1. MAKE A", "LIST"), ["1 MAKE A", "L1ST"], PRINT36)
    assert (page.score.letters.errors, page.score.letters.length) == (1, 10)
    assert (page.score.text.errors, page.score.text.length) == (2, 14)
    assert page.confusions == {("I", "1"): 1}
    assert page.score.rows.is_right


def test_what_was_left_unreadable_is_no_letter_but_counts_in_the_text() -> None:
    page = score_page(_truth("capitals", "A*B"), [f"A{UNREADABLE}B"], PRINT36)
    assert page.score.letters.errors == 0
    assert page.score.text.errors == 1


def test_the_order_of_words_in_many_directions_is_free() -> None:
    page = score_page(
        _truth("orientations", "SKEW", "WORDS", "phil"), ["PHIL W0RDS", "X SKEW"], PRINT36
    )
    assert page.read == "SKEW\nW0RDS\nPHIL\nX"
    assert page.score.letters.errors == 2
    assert page.score.rows.expected == 0


def test_the_cheapest_order_is_chosen_and_strange_words_come_last() -> None:
    assert arranged_like(["AB", "CD"], ["XYZ", "CX", "AB"], PRINT36) == ["AB", "CX", "XYZ"]
    assert arranged_like(["AB"], [], PRINT36) == []


def test_pages_of_signs_no_charset_holds_count_in_no_total() -> None:
    pages = (
        score_page(_truth("capitals", "AB"), ["AC"], PRINT36),
        score_page(_truth("outside", "@#:"), ["QH"], PRINT36),
    )
    evaluation = PagesEvaluation("some-model", pages)
    assert evaluation.total.letters.as_json() == {"errors": 1, "length": 2, "rate": 0.5}
    assert evaluation.groups["outside"].letters.as_json() == {
        "errors": 2,
        "length": 0,
        "rate": None,
    }
    assert evaluation.confusions() == (Confusion("B", "C", 1),)


def test_groups_are_also_counted_without_their_cursive_pages() -> None:
    cursive = PageTruth(Path("b.png"), "mixed", ("abc",), "tablet, line 2 Cursive")
    pages = (
        score_page(_truth("mixed", "AB"), ["AC"], PRINT36),
        score_page(cursive, ["XYZ"], PRINT36),
        score_page(_truth("capitals", "AB"), ["AB"], PRINT36),
    )
    evaluation = PagesEvaluation("m", pages)
    assert evaluation.groups["mixed"].letters.errors == 4
    assert list(evaluation.without_cursive) == ["mixed"]
    assert evaluation.without_cursive["mixed"].letters == ErrorCount(1, 2)


def test_the_json_is_what_the_documentation_says() -> None:
    evaluation = PagesEvaluation("m", (score_page(_truth("a", "AB"), ["A B"], PRINT36),))
    told = evaluation.as_json()
    assert list(told) == [
        *("format", "kind", "model", "total", "groups", "without_cursive", "pages", "confusions"),
        "variants",
    ]
    assert told["pages"] == [
        {
            "file": "a.png",
            "group": "a",
            "truth": "AB",
            "read": "A B",
            "letters": {"errors": 0, "length": 2, "rate": 0.0},
            "text": {"errors": 1, "length": 2, "rate": pytest.approx(0.5)},
            "rows": {"expected": 0, "missed": 0, "added": 0},
            "spaces": {"expected": 0, "missed": 0, "added": 1},
        }
    ]
