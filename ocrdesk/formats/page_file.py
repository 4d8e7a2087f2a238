"""Turns pages into text, and into JSON with all that was read; ``exporters`` lists all formats."""

import json
import math
from collections.abc import Sequence
from typing import Any

from ocrdesk.formats.export_values import SUREST
from ocrdesk.formats.output_file import write_text_atomically
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, ProcessingStep, Reader, Word
from ocrdesk.page.readers import readers_of

__all__ = [
    "PAGE_BREAK",
    "json_from_pages",
    "text_from_pages",
    "write_text_atomically",
]

PAGE_BREAK = "\f"
_DECIMALS = 4
_DIGITS = 4
_BEST = 5
"""How much of what the ink alone said is told; after language all classes are."""


def text_from_pages(pages: Sequence[Page]) -> str:
    """Return the rows, each ended by a line feed, with a form feed between pages.

    An empty page gives no text at all.
    """
    return PAGE_BREAK.join(f"{page.text}\n" if page.lines else "" for page in pages)


def json_from_pages(pages: Sequence[Page]) -> str:
    """Return ``{"pages": [...]}`` as the README documents it, one glyph per row of text.

    Boxes are [left, top, right, bottom] in pixels of the upright image. Of probabilities four
    digits are told, near one of what is missing to one, and predictions are listed most probable
    first. A glyph that language changed has in "ink" the five best of ink alone. "readers" of
    a page are who read its glyphs, and "reader" of a glyph is the place there of who read it, left
    out for the first.
    """
    return _laid_out({"pages": [_page(page) for page in pages]}) + "\n"


def _page(page: Page) -> dict[str, Any]:
    readers = readers_of(page.glyphs)
    described: dict[str, Any] = {
        "source": _file_name(page.source),
        "width": int(page.width),
        "height": int(page.height),
        "rotation": _rotation(page),
        "text": page.text,
        "lines": [_line(line, readers) for line in page.lines],
    }
    if readers:
        described["readers"] = list(map(_reader, readers))
    if page.page_number:
        described["page_number"] = int(page.page_number)
    if page.steps:
        described["steps"] = [_step(step) for step in page.steps]
    return described


def _rotation(page: Page) -> int | float:
    degrees = round(float(page.rotation), _DECIMALS)
    return int(degrees) if degrees.is_integer() else degrees


def _reader(reader: Reader) -> dict[str, Any]:
    name = _file_name(reader.name)
    if reader.letters is None:
        return {"name": name}
    return {"name": name, "base": _file_name(reader.base), "letters": reader.letters}


def _file_name(name: str) -> str:
    """Return what may hold bytes that are no UTF-8: lone surrogates, which JSON cannot carry."""
    return name.encode("utf-8", "backslashreplace").decode()


def _line(line: Line, readers: Sequence[Reader]) -> dict[str, Any]:
    return {
        "text": line.text,
        "box": _box(line),
        "words": [_word(word, readers) for word in line.words],
    }


def _word(word: Word, readers: Sequence[Reader]) -> dict[str, Any]:
    return {
        "text": word.text,
        "box": _box(word),
        "glyphs": [_glyph(glyph, readers) for glyph in word.glyphs],
    }


def _glyph(glyph: Glyph, readers: Sequence[Reader]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "character": glyph.character,
        "probability": 1.0 if glyph.is_confirmed else _rounded(glyph.probability),
        "confirmed": glyph.is_confirmed,
        "box": _box(glyph),
        "predictions": _predictions(glyph.predictions),
    }
    if glyph.ink:
        described["ink"] = _predictions(glyph.ink[:_BEST])
    number = None if glyph.reader is None else readers.index(glyph.reader)
    if number != (0 if glyph.predictions and readers else None):
        described["reader"] = number
    return described


def _predictions(predictions: Sequence[Prediction]) -> list[list[str | float]]:
    return [[character, _rounded(probability)] for character, probability in predictions]


def _step(step: ProcessingStep) -> dict[str, Any]:
    return {"name": step.name, "settings": dict(step.settings)}


def _box(element: Line | Word | Glyph) -> list[int]:
    return [int(edge) for edge in element.box.as_tuple()]


def _rounded(probability: float) -> float:
    """Return four digits of the probability or of its distance to one, whichever is less.

    So how sure a reader is, and how unlikely the rest, can be compared however little is left; and
    only what a person confirmed has a probability of one.
    """
    value = min(float(probability), SUREST)
    if not value > 0:
        return value
    return round(value, _DIGITS - 1 - math.floor(math.log10(min(value, 1 - value))))


def _laid_out(value: Any, depth: int = 0) -> str:
    """Return JSON in which only lists of objects, and what contains them, span several rows."""
    indent = "\n" + " " * (depth + 1)
    end = "\n" + " " * depth
    if _spans_rows(value):
        items = [_laid_out(item, depth + 1) for item in value]
        return f"[{indent}{(',' + indent).join(items)}{end}]"
    if isinstance(value, dict) and any(_spans_rows(item) for item in value.values()):
        items = [f"{json.dumps(key)}: {_laid_out(item, depth + 1)}" for key, item in value.items()]
        return f"{{{indent}{(',' + indent).join(items)}{end}}}"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _spans_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
