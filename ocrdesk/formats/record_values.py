"""JSON values that may come from anywhere, taken one by one with their types and ranges checked.

Text is written as it is, or as a list of its code points where it holds lone surrogates, which
names of files may: a reader of JSON would make one character of two of them.
"""

import gc
import json
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

LONGEST_TEXT = 100_000
MOST = 2**53
"""Whole numbers beyond are not exact in every reader of JSON."""

_Value = TypeVar("_Value")
_FIRST_SURROGATE, _LAST_SURROGATE = "\ud800", "\udfff"


class RecordError(ValueError):
    """A record does not hold what it should; the message says what, without a full stop."""


def bytes_from_value(value: Any) -> bytes:
    """Return the value as compact JSON in ASCII; ``ValueError`` or ``TypeError`` if it is none."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii")


def value_from_bytes(content: bytes) -> Any:
    """Return the JSON value; raises ``RecordError`` for anything else."""
    try:
        return json.loads(content, parse_constant=_refuse_constant)
    except (ValueError, RecursionError, MemoryError) as error:
        raise RecordError("it is not valid JSON") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep Python from looking for garbage while many small values are made.

    A large page is some 400,000 pairs, all of them kept: looking through them again and again took
    more than half of the time of reading it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def mapping(value: object, what: str) -> dict[str, Any]:
    """Return a JSON object."""
    if not isinstance(value, dict):
        raise RecordError(f"{what} is not an object")
    return value


def items(value: object, what: str, *, count: int | None = None) -> list[Any]:
    """Return a list, of exactly ``count`` values if that is given."""
    if not isinstance(value, list) or (count is not None and len(value) != count):
        raise RecordError(f"{what} is not a list{'' if count is None else f' of {count}'}")
    return value


def whole(value: object, what: str, *, least: int = 0, most: int = MOST) -> int:
    """Return a whole number from ``least`` to ``most``."""
    if type(value) is not int or not least <= value <= most:
        raise RecordError(f"{what} is not a whole number from {least} to {most}")
    return value


def real(value: object, what: str) -> float:
    """Return a finite number."""
    if type(value) is float and math.isfinite(value):
        return value
    return float(whole(value, what, least=-MOST))


def text_value(text: str) -> str | list[int]:
    """Return the JSON value that stands for a text."""
    if not text.isascii() and any(_FIRST_SURROGATE <= char <= _LAST_SURROGATE for char in text):
        return [ord(char) for char in text]
    return text


def text(value: object, what: str, *, least: int = 0) -> str:
    """Return a text of at least so many characters."""
    if isinstance(value, list) and len(value) <= LONGEST_TEXT:
        value = "".join([chr(whole(code, what, most=0x10FFFF)) for code in value])
    if not isinstance(value, str) or not least <= len(value) <= LONGEST_TEXT:
        raise RecordError(f"{what} is not text")
    return value


def optional(value: object, read: Callable[[object], _Value]) -> _Value | None:
    """Return None for null, else what ``read`` makes of the value."""
    return None if value is None else read(value)
