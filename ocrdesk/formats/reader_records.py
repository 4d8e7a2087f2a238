"""Who read letters as JSON values: a short table, and its lines named by the letters.

A page of 60,000 letters has a reader or two. So whoever read most of them stands first and is not
named by a letter at all, which leaves a page that was read once as small as without readers.
"""

from collections.abc import Sequence
from typing import Any

from ocrdesk.formats.record_values import RecordError, items, text, text_value, whole
from ocrdesk.page.elements import Reader

_KEY = "reader"
MOST_LETTERS = 10**9
"""That a hand may have learnt from."""


def readers_record(readers: Sequence[Reader]) -> list[Any]:
    """Return the table of readers: [name], or [name, base, letters] of a hand."""
    return [
        [text_value(reader.name)]
        if reader.letters is None
        else [text_value(reader.name), text_value(reader.base), int(reader.letters)]
        for reader in readers
    ]


def readers_from_record(value: object) -> tuple[Reader, ...]:
    """Return the readers of a table, none for None; raises ``RecordError`` for anything else."""
    if value is None:
        return ()
    return tuple([_reader(each) for each in items(value, "the readers")])


def note_reader(record: dict[str, Any], reader: Reader | None, readers: Sequence[Reader]) -> None:
    """Name a letter's reader in its record, unless it is the first one, which counts unnamed.

    A letter without predictions has none to name.
    """
    is_read = "predictions" in record
    number = None if reader is None else readers.index(reader)
    if number != (0 if is_read and readers else None):
        record[_KEY] = number


def noted_reader(
    record: dict[str, Any], readers: Sequence[Reader], *, is_read: bool
) -> Reader | None:
    """Return the reader that a letter's record names, or leaves unnamed."""
    if _KEY not in record:
        return readers[0] if is_read and readers else None
    return reader_at(record[_KEY], readers)


def reader_at(value: object, readers: Sequence[Reader]) -> Reader | None:
    """Return the reader at that place of a table, None for null."""
    if value is None:
        return None
    number = whole(value, "the reader of a letter")
    if number >= len(readers):
        raise RecordError("a letter was read by nobody who is told")
    return readers[number]


def _reader(value: object) -> Reader:
    told = items(value, "a reader")
    if len(told) == 1:
        return Reader(text(told[0], "the name of a reader"))
    name, base, letters = items(value, "a reader", count=3)
    return Reader(
        text(name, "the name of a reader"),
        text(base, "the model of a hand"),
        whole(letters, "the letters of a hand", most=MOST_LETTERS),
    )
