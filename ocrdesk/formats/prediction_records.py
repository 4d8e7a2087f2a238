"""What a network says of a glyph as a JSON value: exact, and small enough for thousands of glyphs.

It is the characters and, in base64, their probabilities: floats of 32 bits where these hold them
exactly, as they hold what a network says, else of 64. As JSON numbers they would take four times
the room and twenty times the time, and a page of 3,000 letters is written after it was read.
"""

import struct
from base64 import b64decode, b64encode
from functools import partial
from typing import Any

from ocrdesk.errors import EditError
from ocrdesk.formats.record_values import RecordError, items, text, text_value
from ocrdesk.page.deltas import Predictions
from ocrdesk.page.edits import label
from ocrdesk.page.elements import Prediction

# Takes two thirds of the time of calling the class, sixty times for every glyph.
_prediction = partial(tuple.__new__, Prediction)

_known: set[str] = set()  # characters that were looked at once


def predictions_record(predictions: Predictions) -> list[Any] | None:
    """Return [characters, probabilities], or None where nothing was predicted.

    What is no probability becomes the nearest one, NaN 0, so that a mistake elsewhere never makes
    a page that cannot be saved or read again.
    """
    if not predictions:
        return None
    characters, values = zip(*predictions, strict=True)
    if not (min(values) >= 0 and max(values) <= 1 and sum(values) >= 0):  # no sum: NaN
        values = tuple(min(max(value, 0.0), 1.0) if value >= 0 else 0.0 for value in values)
    packed = struct.pack(f"<{len(values)}f", *values)
    if struct.unpack(f"<{len(values)}f", packed) != values:
        packed = struct.pack(f"<{len(values)}d", *values)
    return [_named(characters), b64encode(packed).decode("ascii")]


def predictions_from_record(value: object) -> Predictions:
    """Return the predictions; raises ``RecordError`` for a value that describes none."""
    if value is None:
        return ()
    named, packed = items(value, "what was read", count=2)
    if isinstance(named, list):
        named = [text(character, "a character", least=1) for character in named]
    characters = named if isinstance(named, list) else text(named, "the characters", least=1)
    if not _known.issuperset(characters):
        _known.update(map(character_from_record, characters))
    pairs = zip(characters, _probabilities(packed, len(characters)), strict=True)
    return tuple(map(_prediction, pairs))


def character_from_record(value: object, what: str = "a character") -> str:
    """Return what a letter may be; raises ``RecordError`` for what nobody could type as one.

    A line break, a space, half a surrogate pair or several letters would tear the text of a page
    apart wherever it is shown or edited.
    """
    character = text(value, what, least=1)
    try:
        composed = label(character)
    except EditError as error:
        raise RecordError(f"{what} cannot be {character!r:.20}") from error
    if composed != character:
        raise RecordError(f"{what}, {character!r}, is not composed")
    return composed


def _named(characters: tuple[str, ...]) -> str | list[str | list[int]]:
    """Return the characters as one text, or as a list where a text would not tell them apart."""
    joined = "".join(characters)
    if max(map(len, characters)) == 1 and text_value(joined) is joined:
        return joined
    return [text_value(character) for character in characters]


def _probabilities(packed: object, count: int) -> tuple[float, ...]:
    try:
        raw = b64decode(text(packed, "probabilities"), validate=True)
    except ValueError as error:
        raise RecordError("probabilities are not valid base64") from error
    if not count or len(raw) not in {4 * count, 8 * count}:
        raise RecordError(f"there are not {count} probabilities")
    values = struct.unpack(f"<{count}{'f' if len(raw) == 4 * count else 'd'}", raw)
    if not (min(values) >= 0 and max(values) <= 1 and sum(values) >= 0):
        raise RecordError("a probability is not between 0 and 1")
    return values
