"""Fields of letters as plain JSON values, with a version of their own.

A page without such a record has none, as all pages had before there were any. As with settings of
ink the version is their own: a program that knows no fields still opens the page and its letters.
"""

from collections.abc import Sequence

from ocrdesk.formats.record_values import RecordError, items, mapping, text, text_value, whole
from ocrdesk.page.letter_fields import LetterField

_VERSION = 1


def fields_record(fields: Sequence[LetterField]) -> dict[str, object]:
    """Return the fields as JSON values."""
    return {"version": _VERSION, "fields": [_record(field) for field in fields]}


def fields_from_record(value: object) -> tuple[LetterField, ...]:
    """Return the fields, none for None; ``RecordError`` for a value that describes none."""
    if value is None:
        return ()
    record = mapping(value, "the fields of a page")
    version = whole(record.get("version"), "the version of the fields", least=1)
    if version > _VERSION:
        raise RecordError("it has fields that only a newer ocrdesk knows")
    return tuple([_field(each) for each in items(record.get("fields"), "the list of fields")])


def _record(field: LetterField) -> dict[str, object]:
    record: dict[str, object] = {"letters": sorted(map(int, field.letters))}
    if field.pattern:
        record["pattern"] = text_value(field.pattern)
    if field.words:
        record["words"] = list(map(text_value, field.words))
    if field.rows:
        record["rows"] = True
    return record


def _field(value: object) -> LetterField:
    record = mapping(value, "a field")
    letters = items(record.get("letters"), "the letters of a field")
    words = items(record.get("words", []), "the words of a field")
    field = LetterField(
        frozenset([whole(each, "the number of a letter") for each in letters]),
        text(record.get("pattern", ""), "the pattern of a field"),
        tuple([text(word, "a word of a field") for word in words]),
        record.get("rows") is True,
    )
    if not field.letters or bool(field.pattern.strip()) == bool(field.words):
        raise RecordError("a field has no letters, or not one of pattern and words")
    return field
