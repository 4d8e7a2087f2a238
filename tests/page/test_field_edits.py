"""What is said of letters goes with them: through edits, undo, records, and other fields."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.errors import EditError
from ocrdesk.formats.page_records import page_from_record, page_record
from ocrdesk.formats.record_values import RecordError
from ocrdesk.page.borders import part_line
from ocrdesk.page.deltas import apply, difference, reverse
from ocrdesk.page.edits import delete
from ocrdesk.page.elements import Page
from ocrdesk.page.field_edits import set_field, stretches, with_field
from ocrdesk.page.letter_fields import LetterField
from ocrdesk.page.turning import turned
from tests.page.pages import page_of


def _held(page: Page) -> list[list[tuple[int, int, str]]]:
    return [
        [(start, end, field.pattern) for start, end, field in stretches(page, line)]
        for line in page.lines
    ]


def test_a_field_of_whole_rows_holds_for_what_joins_them() -> None:
    page = with_field(page_of("AB", "CD"), [1, 2], pattern="AA")
    assert _held(page) == [[(0, 2, "AA")], []]
    page, _ = delete(page, 1)
    assert _held(page) == [[(0, 1, "AA")], []]
    page, _ = turned(page, 90)
    assert _held(page) == [[(0, 1, "AA")], []]


def test_a_stretch_holds_from_its_first_letter_to_its_last() -> None:
    page = with_field(page_of("ABCDE"), [2, 4], pattern="AAA")
    assert _held(page) == [[(1, 4, "AAA")]]
    parted, _ = part_line(page, 3)
    assert _held(parted) == [[(1, 2, "AAA")], [(0, 2, "AAA")]]


def test_a_new_field_takes_the_place_of_those_it_meets_in_its_row() -> None:
    page = with_field(page_of("ABCD", "EF"), range(1, 7), pattern="*{2,4}")
    page = with_field(page, [1, 2], pattern="99")
    assert _held(page) == [[(0, 2, "99")], [(0, 2, "*{2,4}")]]
    page = with_field(page, [4], words=("D",))
    assert _held(page)[0] == [(0, 2, "99"), (3, 4, "")]
    page = with_field(page, [2])
    assert _held(page)[0] == [(3, 4, "")]
    with pytest.raises(EditError):
        with_field(page, [99], pattern="9")


def test_saying_a_field_is_a_step_even_where_no_letter_changes() -> None:
    page = page_of("AB")
    after, change = set_field(page, [1, 2], (), pattern="AA")
    assert change.glyph_ids == {1, 2}
    assert set_field(after, [1, 2], (), pattern="AA")[1].glyph_ids == frozenset()
    way = difference(page, after)
    assert apply(page, way) == after
    assert apply(after, reverse(way)) == page


def test_the_id_of_a_letter_that_is_gone_is_not_given_again() -> None:
    page = with_field(page_of("AB"), [2], pattern="A")
    page, _ = delete(page, 2)
    assert page.next_glyph_id == 3


@given(
    st.frozensets(st.integers(1, 9), min_size=1),
    st.sampled_from([("A9", (), True), ("", ("New York", "ß"), False)]),
)
def test_fields_are_kept_exactly(
    letters: frozenset[int], said: tuple[str, tuple[str, ...], bool]
) -> None:
    page = replace(page_of("AB"), fields=(LetterField(letters, *said),))
    assert page_from_record(page_record(page)) == page


@pytest.mark.parametrize(
    "record",
    [
        {"version": 2, "fields": []},
        {"version": 1, "fields": [{"letters": [], "pattern": "A"}]},
        {"version": 1, "fields": [{"letters": [1]}]},
        {"version": 1, "fields": [{"letters": [1], "pattern": "A", "words": ["A"]}]},
        {"version": 1, "fields": [{"letters": ["1"], "pattern": "A"}]},
        [],
    ],
)
def test_what_is_no_field_is_refused(record: object) -> None:
    with pytest.raises(RecordError):
        page_from_record({**page_record(page_of("AB")), "fields": record})


def test_a_page_without_fields_is_written_as_ever() -> None:
    assert "fields" not in page_record(page_of("AB"))
