"""Numbered rows: the I above rows that begin with 2 and 3 is a 1.

A number that stands alone before its row is a word of one character to language, and no word is as
frequent as I. That rows count tells more.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ocrdesk.page.edits import replace_predictions
from ocrdesk.page.elements import Glyph, Line, Page, Prediction

_SIGNS = frozenset(".):-")  # that may follow a number
_DIGITS = frozenset("0123456789")
_LEAST = 0.05  # of the ink: what looks less like the number stays what it is
_ODDS = 50.0  # for the number where two rows beside count so; 1 in 50 that count are no list


def numbered(page: Page) -> Page:
    """Return a page with its numbers read so, but for letters that a person's fields hold."""
    fixed = {letter for field in page.fields for letter in field.letters}
    return replace_predictions(page, with_numbers(page.lines, fixed))[0]


def with_numbers(lines: Sequence[Line], fixed: Collection[int] = ()) -> list[Glyph]:
    """Return the glyphs that are numbers because of the rows beside theirs, with new predictions.

    That are characters alone before their row, no digits, whose two neighbours count on: those
    below, those above, or one of each. Glyphs that a person confirmed, and the ``fixed`` ones (by
    their ids), stay and speak for others.
    """
    heads = list(_heads(lines))
    digits = [int(head.character) if head.character in _DIGITS else None for head in heads]
    found = []
    for place, head in enumerate(heads):
        if digits[place] is None and not head.is_confirmed and head.id not in fixed:
            numbered = _as_number(head, _expected(digits, place))
            found += [numbered] if numbered is not None else []
    return found


def _heads(lines: Sequence[Line]) -> Iterator[Glyph]:
    """Yield the characters that stand alone, or with a full stop, before a row."""
    for line in lines:
        if len(line.words) > 1:
            head, *rest = line.words[0].glyphs
            if len(rest) <= 1 and all(glyph.character in _SIGNS for glyph in rest):
                yield head


def _expected(digits: Sequence[int | None], place: int) -> int | None:
    """Return what two neighbours of a place that count tell to be there, if they do."""
    for offsets in ((1, 2), (-1, 1), (-2, -1)):
        told = set()
        for offset in offsets:
            beside = digits[place + offset] if 0 <= place + offset < len(digits) else None
            told.add(None if beside is None else beside - offset)
        (number, *others) = told
        if not others and number is not None and 1 <= number <= 9:
            return number
    return None


def _as_number(glyph: Glyph, number: int | None) -> Glyph | None:
    """Return the glyph with that number likelier; None where it is not the likeliest even so."""
    ink = glyph.ink or glyph.predictions
    if number is None or dict(ink).get(str(number), 0.0) < _LEAST:
        return None
    odds = [(c, _ODDS * p if c == str(number) else p) for c, p in glyph.predictions]
    total = sum(value for _, value in odds)
    ordered = sorted(odds, key=lambda pair: -pair[1])
    if ordered[0][0] != str(number):
        return None
    return replace(glyph, predictions=tuple(Prediction(c, p / total) for c, p in ordered), ink=ink)
