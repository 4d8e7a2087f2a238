"""Differences, steps and histories as plain JSON values, exact both ways and strict on reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from ocrdesk.formats.page_records import (
    Record,
    box_from_record,
    box_record,
    correction_from_record,
    filled,
    glyph_from_record,
    glyph_record,
    page_from_record,
    page_record,
)
from ocrdesk.formats.prediction_records import predictions_from_record, predictions_record
from ocrdesk.formats.reader_records import reader_at, readers_from_record, readers_record
from ocrdesk.formats.record_values import (
    RecordError,
    bytes_from_value,
    items,
    mapping,
    optional,
    text,
    text_value,
    whole,
)
from ocrdesk.page.deltas import GlyphChange, PageDelta, RowChange, RowIds
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Reader
from ocrdesk.page.history import History, Step

_Value = TypeVar("_Value")
_AROUND_STEPS = 100  # bytes of a history beside its steps


def history_from_record(value: object) -> History:
    """Return the history; raises ``RecordError`` for a value that describes none."""
    record = mapping(value, "a history")
    steps = tuple([step_from_record(each) for each in items(record.get("steps"), "the steps")])
    place = partial(whole, what="the place in a history", most=len(steps))
    return History(
        steps,
        place(record.get("position")),
        optional(record.get("saved"), place),
        whole(record.get("left_out", 0), "the steps left out"),  # missing in older files
    )


@dataclass(frozen=True, slots=True)
class TrimmedHistory:
    """A history as JSON, with its steps from ``first`` to before ``last``."""

    content: bytes
    first: int
    last: int


def trimmed_history(history: History, *, most: int) -> TrimmedHistory:
    """Return a history as JSON of at most so many bytes; the oldest steps make way for the rest.

    How many did is kept with it.
    """
    steps = [bytes_from_value(step_record(step)) for step in history.steps]
    first, last = 0, len(steps)
    size = sum(map(len, steps)) + len(steps) + _AROUND_STEPS
    while size > most and first < last:
        if first < history.position:
            size -= len(steps[first]) + 1
            first += 1
        else:
            last -= 1
            size -= len(steps[last]) + 1
    saved = None if history.saved is None else history.saved - first
    if saved is not None and not 0 <= saved <= last - first:
        saved = None
    record = {"position": history.position - first, "saved": saved}
    if history.left_out or first:
        record["left_out"] = history.left_out + first
    places = bytes_from_value(record)
    content = b'{"steps":[%b],%b' % (b",".join(steps[first:last]), places[1:])
    return TrimmedHistory(content, first, last)


def step_record(step: Step) -> Record:
    """Return a step of a history as JSON values."""
    record: Record = {
        "name": text_value(step.change.name),
        "ids": sorted(map(int, step.change.glyph_ids)),
        "delta": delta_record(step.delta),
    }
    if step.merge_key:
        record["merge_key"] = text_value(step.merge_key)
    if step.change.is_whole:
        record["is_whole"] = True
    if step.change.has_other_ink:
        record["has_other_ink"] = True
    if step.change.readers is not None:
        record["readers"] = list(map(text_value, step.change.readers))
    return record


def step_from_record(value: object) -> Step:
    """Return the step; raises ``RecordError`` for a value that describes none."""
    record = mapping(value, "a step")
    name = text(record.get("name"), "the name of a step")
    ids = frozenset([_id(each) for each in items(record.get("ids"), "the letters of a step")])
    key = text(record.get("merge_key", ""), "the key of a step")
    change = Change(
        name,
        ids,
        is_whole=record.get("is_whole") is True,
        has_other_ink=record.get("has_other_ink") is True,
        readers=optional(record.get("readers"), _readers),  # missing in older files
    )
    return Step(change, delta_from_record(record.get("delta")), key)


def _readers(value: object) -> tuple[str, str]:
    before, after = items(value, "the readers before and after", count=2)
    return text(before, "a reader"), text(after, "a reader")


def delta_record(delta: PageDelta) -> Record:
    """Return the difference between two pages as JSON values; what is empty is left out."""
    readers = _readers_in(delta)
    record: Record = {
        "readers": readers_record(readers),
        "glyphs": [_glyph_change_record(change, readers) for change in delta.glyphs],
        "added": [glyph_record(glyph, readers) for glyph in delta.added],
        "removed": [glyph_record(glyph, readers) for glyph in delta.removed],
        "rows": [_row_change_record(change) for change in delta.rows],
        "frame": [page_record(page) for page in delta.frame or ()],
    }
    return {name: value for name, value in record.items() if value}


def delta_from_record(value: object) -> PageDelta:
    """Return the difference; raises ``RecordError`` for a value that describes none.

    Whether it fits a page is known only when it is applied.
    """
    record = mapping(value, "a difference")

    def each(name: str, read: Callable[[object], _Value]) -> tuple[_Value, ...]:
        return tuple([read(item) for item in items(record.get(name, []), f"the list of {name}")])

    frame = each("frame", page_from_record)
    if len(frame) not in {0, 2} or any(page.lines for page in frame):
        raise RecordError("the frame of a difference is not a pair of empty pages")
    readers = readers_from_record(record.get("readers"))
    glyph = partial(glyph_from_record, readers=readers)
    return PageDelta(
        glyphs=each("glyphs", partial(_glyph_change, readers=readers)),
        added=each("added", glyph),
        removed=each("removed", glyph),
        rows=each("rows", _row_change),
        frame=(frame[0], frame[1]) if frame else None,
    )


def _readers_in(delta: PageDelta) -> tuple[Reader, ...]:
    """Return each reader that a difference names, in the order in which it does."""
    named = [reader for change in delta.glyphs for reader in change.reader or ()]
    named += [glyph.reader for glyph in (*delta.added, *delta.removed)]
    return tuple(dict.fromkeys(reader for reader in named if reader is not None))


def _glyph_change_record(change: GlyphChange, readers: Sequence[Reader]) -> Record:
    def number(reader: Reader | None) -> int | None:
        return None if reader is None else readers.index(reader)

    record: Record = {
        "id": int(change.id),
        "box": _both(change.box, box_record),
        "predictions": _both(change.predictions, predictions_record),
        "correction": _both(change.correction, _correction_record),
        "ink": _both(change.ink, predictions_record),
        "reader": _both(change.reader, number),
    }
    return {name: value for name, value in record.items() if value is not None}


def _both(pair: tuple[_Value, _Value] | None, written: Callable[[_Value], Any]) -> Any:
    return None if pair is None else [written(pair[0]), written(pair[1])]


def _glyph_change(value: object, readers: Sequence[Reader]) -> GlyphChange:
    record = mapping(value, "a change of a letter")

    def both(name: str, read: Callable[[object], _Value]) -> tuple[_Value, _Value] | None:
        if record.get(name) is None:
            return None
        before, after = items(record[name], f"the {name} before and after", count=2)
        return read(before), read(after)

    return GlyphChange(
        _id(record.get("id")),
        box=both("box", box_from_record),
        predictions=both("predictions", predictions_from_record),
        correction=both("correction", correction_from_record),
        ink=both("ink", predictions_from_record),
        reader=both("reader", partial(reader_at, readers=readers)),
    )


def _correction_record(correction: str | None) -> Any:
    return None if correction is None else text_value(correction)


def _row_change_record(change: RowChange) -> list[Any]:
    sides = [
        [[list(map(int, word)) for word in row] for row in rows]
        for rows in (change.before, change.after)
    ]
    return [change.first, *sides]


def _row_change(value: object) -> RowChange:
    first, before, after = items(value, "a change of rows", count=3)
    return RowChange(whole(first, "the place of a row"), _rows(before), _rows(after))


def _rows(value: object) -> tuple[RowIds, ...]:
    return tuple([_row(row) for row in items(value, "rows")])


def _row(value: object) -> RowIds:
    words = [filled(word, "a word") for word in filled(value, "a row")]
    return tuple([tuple([_id(each) for each in word]) for word in words])


def _id(value: object) -> int:
    return whole(value, "the number of a letter")
