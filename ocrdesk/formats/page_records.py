"""Pages as plain JSON values, exact both ways and strict on reading.

A record leaves out what is as in a page without anything. Records are for the program itself;
``page_file`` writes the JSON that is for others.
"""

import math
from collections.abc import Sequence
from functools import partial
from typing import Any

from ocrdesk.formats.field_records import fields_from_record, fields_record
from ocrdesk.formats.ink_settings_records import ink_settings_from_record, ink_settings_record
from ocrdesk.formats.prediction_records import (
    character_from_record,
    predictions_from_record,
    predictions_record,
)
from ocrdesk.formats.reader_records import (
    note_reader,
    noted_reader,
    readers_from_record,
    readers_record,
)
from ocrdesk.formats.record_values import (
    RecordError,
    items,
    mapping,
    optional,
    real,
    text,
    text_value,
    whole,
)
from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph, Line, Page, ProcessingStep, Reader, Word
from ocrdesk.page.readers import readers_of

Record = dict[str, Any]

_FAR = 10**9  # pixels; no picture that can be opened is as long


def page_record(page: Page) -> Record:
    """Return the page as JSON values."""
    readers = readers_of(page.glyphs)
    record: Record = {
        "width": int(page.width),
        "height": int(page.height),
        "lines": [
            [[glyph_record(glyph, readers) for glyph in word.glyphs] for word in line.words]
            for line in page.lines
        ],
    }
    if readers:
        record["readers"] = readers_record(readers)
    if page.source:
        record["source"] = text_value(page.source)
    if math.isfinite(page.rotation) and page.rotation:
        record["rotation"] = float(page.rotation)
    if page.steps:
        record["steps"] = [_processing_record(step) for step in page.steps]
    if page.page_number:
        record["page_number"] = int(page.page_number)
    if not page.ink_settings.is_automatic:
        record["ink_settings"] = ink_settings_record(page.ink_settings)
    if page.fields:
        record["fields"] = fields_record(page.fields)
    return record


def page_from_record(value: object) -> Page:
    """Return the page; raises ``RecordError`` for a value that describes none."""
    record = mapping(value, "a page")
    readers = readers_from_record(record.get("readers"))  # missing in older files
    page = Page(
        width=whole(record.get("width"), "the width of a page", least=1, most=_FAR),
        height=whole(record.get("height"), "the height of a page", least=1, most=_FAR),
        lines=tuple(
            [_line(line, readers) for line in items(record.get("lines"), "the rows of a page")]
        ),
        source=text(record.get("source", ""), "the source of a page"),
        rotation=real(record.get("rotation", 0.0), "the rotation of a page"),
        steps=tuple([_processing(step) for step in items(record.get("steps", []), "the steps")]),
        page_number=whole(record.get("page_number", 0), "the number of a page"),
        ink_settings=ink_settings_from_record(record.get("ink_settings")),
        fields=fields_from_record(record.get("fields")),
    )
    ids = [glyph.id for glyph in page.glyphs]
    if len(set(ids)) != len(ids):
        raise RecordError("two letters of a page have one number")
    return page


def glyph_record(glyph: Glyph, readers: Sequence[Reader]) -> Record:
    """Return the glyph as JSON values, beside a table of ``readers``."""
    record: Record = {"id": int(glyph.id), "box": box_record(glyph.box)}
    if glyph.predictions:
        record["predictions"] = predictions_record(glyph.predictions)
    if glyph.correction is not None:
        record["correction"] = text_value(glyph.correction)
    if glyph.ink:
        record["ink"] = predictions_record(glyph.ink)
    note_reader(record, glyph.reader, readers)
    return record


def glyph_from_record(value: object, readers: Sequence[Reader]) -> Glyph:
    """Return the glyph; raises ``RecordError`` for a value that describes none."""
    record = mapping(value, "a letter")
    predictions = predictions_from_record(record.get("predictions"))
    return Glyph(
        id=whole(record.get("id"), "the number of a letter"),
        box=box_from_record(record.get("box")),
        predictions=predictions,
        correction=correction_from_record(record.get("correction")),
        ink=predictions_from_record(record.get("ink")),
        reader=noted_reader(record, readers, is_read=bool(predictions)),
    )


def box_record(box: BoundingBox) -> list[int]:
    """Return [left, top, right, bottom]."""
    return [int(edge) for edge in box.as_tuple()]


def box_from_record(value: object) -> BoundingBox:
    """Return the box; raises ``RecordError`` for one without area or far from every picture."""
    edges = [whole(e, "an edge", least=-_FAR, most=_FAR) for e in items(value, "a box", count=4)]
    try:
        return BoundingBox(*edges)
    except ValueError as error:
        raise RecordError(str(error)) from error


def correction_from_record(value: object) -> str | None:
    """Return the correction, None for null; raises ``RecordError`` for what is no character."""
    return optional(value, partial(character_from_record, what="a correction"))


def _line(value: object, readers: Sequence[Reader]) -> Line:
    words = [
        Word(tuple([glyph_from_record(glyph, readers) for glyph in filled(word, "a word")]))
        for word in filled(value, "a row")
    ]
    return Line(tuple(words))


def filled(value: object, what: str) -> list[Any]:
    """Return a list that has something in it; raises ``RecordError`` for any other value."""
    found = items(value, what)
    if not found:
        raise RecordError(f"{what} is empty")
    return found


def _processing_record(step: ProcessingStep) -> list[Any]:
    settings = [[text_value(name), text_value(value)] for name, value in step.settings]
    return [text_value(step.name), settings]


def _processing(value: object) -> ProcessingStep:
    name, settings = items(value, "a step of processing", count=2)
    pairs = [
        (text(key, "a setting"), text(said, "a setting"))
        for key, said in (items(pair, "a setting", count=2) for pair in items(settings, "settings"))
    ]
    return ProcessingStep(text(name, "a step of processing"), tuple(pairs))
