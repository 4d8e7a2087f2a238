"""A page's part of a random check comes back exactly, in little room."""

from typing import Any

import pytest

from ocrdesk.formats.check_records import check_from_record, check_record
from ocrdesk.formats.record_values import RecordError, bytes_from_value, value_from_bytes
from ocrdesk.page.check_part import CheckPart


def again(part: CheckPart) -> CheckPart:
    return check_from_record(value_from_bytes(bytes_from_value(check_record(part))))


@pytest.mark.parametrize(
    "part",
    [
        CheckPart("a", 0, 1, (), {}),
        CheckPart("a", 1, 3, (7, 2), {2: "A", 3: "Ä", 7: "\N{REPLACEMENT CHARACTER}"}, (9, 1)),
        CheckPart("a", 0, 1, (3,), {1: "A", 3: "\U0001f600", 4: "B"}),
    ],
)
def test_it_comes_back_exactly(part: CheckPart) -> None:
    assert again(part) == part


def test_a_byte_for_a_letter() -> None:
    part = CheckPart("a" * 16, 0, 1, tuple(range(1, 61)), dict.fromkeys(range(1, 60_001), "A"))
    assert len(bytes_from_value(check_record(part))) < 61_000
    assert again(part) == part


GOOD = {"name": "a", "part": [0, 1], "drawn": [2], "read": [[1, "AB"]]}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": 3}, "name of a check"),
        ({"part": [1, 1]}, "part of a check"),
        ({"part": [0, 0]}, "parts of a check"),
        ({"drawn": [3]}, "others than those"),
        ({"drawn": ["2"]}, "number of a letter"),
        ({"read": [[1, ""]]}, "characters"),
        ({"read": [[1, "A "]]}, "character"),
        ({"read": [[1, [["A"]]]]}, "characters?"),
        ({"read": [[-1, "AB"]]}, "number of a letter"),
        ({"before": 3}, "letters of a check"),
    ],
)
def test_what_is_none_is_refused(changed: dict[str, Any], told: str) -> None:
    assert check_from_record(GOOD).drawn == (2,)
    with pytest.raises(RecordError, match=told):
        check_from_record({**GOOD, **changed})
