"""Takes back the JSON that ``page_file`` writes for others, corrected by hand or in the window."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ocrdesk.errors import DocumentFileError, OutputError
from ocrdesk.formats.page_records import box_from_record
from ocrdesk.formats.presence import is_file
from ocrdesk.formats.reader_records import MOST_LETTERS, noted_reader
from ocrdesk.formats.record_values import (
    RecordError,
    items,
    mapping,
    real,
    text,
    value_from_bytes,
    whole,
)
from ocrdesk.page.elements import Glyph, Line, Page, Prediction, Reader, Word

_MOST_BYTES = 2**29
_FAR = 10**9  # pixels


def read_page_json(path: Path) -> list[Page]:
    """Return the pages of a file that ``read`` or Export wrote.

    A letter is confirmed where it says so, or where its character is another than the most probable
    one: somebody changed it. Raises ``DocumentFileError`` for any other file, with what is wrong.
    """
    try:
        pages = mapping(value_from_bytes(_content(path)), "the file")
        return [_page(page) for page in items(pages.get("pages"), "the list of pages")]
    except RecordError as error:
        raise DocumentFileError(
            f"“{path}” does not hold what “ocrdesk read” or Export writes: {error}.",
            advice="Write it anew with “ocrdesk read FILE -o pages.json”.",
        ) from error


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DocumentFileError(f"“{path}” is too large.", advice="Give fewer pages at a time.")
        return path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except FileNotFoundError as error:
        raise DocumentFileError(
            f"There is no file “{path}”.", advice="Check the name and the folder."
        ) from error
    except OSError as error:
        raise DocumentFileError(
            f"“{path}” cannot be read: {error.strerror or error}.", advice="Check its name."
        ) from error


def refuse_to_replace_corrections(path: Path, *, has_document: bool) -> None:
    """Raise ``OutputError`` where a file written to ``path`` would destroy corrections by hand.

    That is letters in the JSON of ``read`` whose character somebody changed in the file itself, or
    that somebody marked as confirmed there. Where a document is read (``has_document``), the latter
    come from it, and it still has them.
    """
    if path.suffix.lower() != ".json" or not is_file(path):
        return
    try:
        letters = _letters(value_from_bytes(_content(path)))
        is_corrected = any(_is_corrected(own, has_document=has_document) for own in letters)
    except (DocumentFileError, RecordError):
        return  # none of ours
    if is_corrected:
        raise OutputError(
            f"“{path}” holds letters that somebody corrected, and writing over it would lose them.",
            advice="Choose another name, or take the file away.",
        )


def _letters(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield the records of all letters; raises ``RecordError`` where they are none of ours."""
    for page in items(mapping(value, "the file").get("pages"), "the list of pages"):
        for line in items(mapping(page, "a page").get("lines"), "the rows of a page"):
            for word in items(mapping(line, "a row").get("words"), "the words of a row"):
                for letter in items(mapping(word, "a word").get("glyphs"), "the letters"):
                    yield mapping(letter, "a letter")


def _is_corrected(letter: Mapping[str, Any], *, has_document: bool) -> bool:
    """Tell whether somebody put another character there than was read, or confirmed it there."""
    if letter.get("confirmed") is True:
        return not has_document
    predictions = items(letter.get("predictions", []), "the predictions")
    character = text(letter.get("character"), "the character of a letter")
    is_changed = bool(predictions) and character != _prediction(predictions[0]).character
    return is_changed and bool(character)


def _page(value: object) -> Page:
    """Return a page, its letters numbered from 1 in reading order."""
    record = mapping(value, "a page")
    lines: list[Line] = []
    readers = tuple([_reader(each) for each in items(record.get("readers", []), "the readers")])
    number = 0
    for line in items(record.get("lines"), "the rows of a page"):
        words = []
        for word in items(mapping(line, "a row").get("words"), "the words of a row"):
            letters = items(mapping(word, "a word").get("glyphs"), "the letters of a word")
            glyphs = [
                _glyph(letter, number + place, readers) for place, letter in enumerate(letters, 1)
            ]
            number += len(glyphs)
            words += [Word(tuple(glyphs))] if glyphs else []
        lines += [Line(tuple(words))] if words else []
    return Page(
        width=whole(record.get("width"), "the width of a page", least=1, most=_FAR),
        height=whole(record.get("height"), "the height of a page", least=1, most=_FAR),
        lines=tuple(lines),
        source=text(record.get("source", ""), "the source of a page"),
        rotation=real(record.get("rotation", 0), "the rotation of a page"),
        page_number=whole(record.get("page_number", 0), "the number of a page"),
    )


def _reader(value: object) -> Reader:
    record = mapping(value, "a reader")
    name = text(record.get("name"), "the name of a reader")
    if "letters" not in record:
        return Reader(name)
    base = text(record.get("base", ""), "the model of a hand")
    letters = whole(record["letters"], "the letters of a hand", most=MOST_LETTERS)
    return Reader(name, base, letters)


def _glyph(value: object, number: int, readers: Sequence[Reader]) -> Glyph:
    record = mapping(value, "a letter")
    predictions = tuple(
        _prediction(pair) for pair in items(record.get("predictions", []), "the predictions")
    )
    character = text(record.get("character"), "the character of a letter")
    is_confirmed = record.get("confirmed", False)
    if not isinstance(is_confirmed, bool):
        raise RecordError("“confirmed” is neither true nor false")
    is_changed = bool(predictions) and bool(character) and character != predictions[0].character
    return Glyph(
        id=number,
        box=box_from_record(record.get("box")),
        predictions=predictions,
        correction=character if character and (is_confirmed or is_changed) else None,
        reader=noted_reader(record, readers, is_read=bool(predictions)),
    )


def _prediction(pair: Any) -> Prediction:
    character, probability = items(pair, "a prediction", count=2)
    value = real(probability, "a probability")
    if not 0 <= value <= 1 or not math.isfinite(value):
        raise RecordError("a probability is not between 0 and 1")
    return Prediction(text(character, "a character", least=1), value)
