"""A page's part of a random check as a JSON value: a byte for each letter that was read.

Letters have numbers that mostly follow each other, so what they were read as is kept in runs.
"""

from collections.abc import Mapping
from typing import Any

from ocrdesk.formats.prediction_records import character_from_record
from ocrdesk.formats.record_values import (
    RecordError,
    items,
    mapping,
    text,
    text_value,
    whole,
)
from ocrdesk.page.check_part import CheckPart

_MOST_PARTS = 10**6
_LONGEST_RUN = 10_000  # letters


def check_record(part: CheckPart) -> dict[str, Any]:
    """Return the part as JSON values; what is empty is left out."""
    record = {
        "name": text_value(part.name),
        "part": [int(part.place), int(part.count)],
        "drawn": list(map(int, part.drawn)),
        "read": _runs(part.read),
        "before": list(map(int, part.before)),
    }
    return {name: value for name, value in record.items() if value != []}


def check_from_record(value: object) -> CheckPart:
    """Return the part; raises ``RecordError`` for a value that describes none."""
    record = mapping(value, "a random check")
    name = text(record.get("name"), "the name of a check")
    place, count = items(record.get("part"), "the part of a check", count=2)
    parts = whole(count, "the parts of a check", least=1, most=_MOST_PARTS)
    own = whole(place, "the part of a check", most=parts - 1)
    read: dict[int, str] = {}
    for run in items(record.get("read", []), "what was read"):
        read.update(_run(run))
    drawn, before = _numbers(record, "drawn"), _numbers(record, "before")
    try:
        return CheckPart(name, own, parts, drawn, read, before)
    except ValueError as error:
        raise RecordError(str(error)) from error


def _runs(read: Mapping[int, str]) -> list[Any]:
    """Return [first number, characters as one text] of letters whose numbers follow each other."""
    runs: list[tuple[int, list[str]]] = []
    for number, character in sorted(read.items()):
        begun = len(runs[-1][1]) if runs else _LONGEST_RUN
        if begun >= _LONGEST_RUN or runs[-1][0] + begun != number:
            runs.append((int(number), []))
        runs[-1][1].append(character)
    return [[first, text_value("".join(characters))] for first, characters in runs]


def _run(value: object) -> dict[int, str]:
    first, told = items(value, "a run of letters", count=2)
    number = whole(first, "the number of a letter")
    characters = text(told, "the characters", least=1)
    for character in set(characters):
        character_from_record(character)
    return dict(enumerate(characters, number))


def _numbers(record: dict[str, Any], name: str) -> tuple[int, ...]:
    listed = items(record.get(name, []), "the letters of a check")
    return tuple([whole(number, "the number of a letter") for number in listed])
