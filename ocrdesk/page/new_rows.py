"""Estimates where rows are that a person has typed between others, from the rows around them."""

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from ocrdesk.errors import EditError
from ocrdesk.page.elements import Glyph, Line
from ocrdesk.page.gap_boxes import Slot, Surroundings, laid_out

_PITCH = 1.8  # letter heights from one row to the next where none tells


def with_new_rows(
    rows: Sequence[Sequence[Slot]],
    around: Surroundings,
    *,
    above: Line | None = None,
    below: Line | None = None,
) -> list[list[Slot]]:
    """Return the rows, those without any glyph with one for every letter.

    They are spread between the rows around them and begin where the one above does; ``above`` and
    ``below`` are the rows before the first and after the last of these, if there are any.
    ``EditError`` if there is no other row at all.
    """
    made: list[list[Slot]] = []
    upper = above.glyphs if above else ()
    places = groupby(range(len(rows)), lambda place: any(slot.glyph for slot in rows[place]))
    for is_there, run in places:
        numbers = list(run)
        if is_there:
            made += (list(rows[number]) for number in numbers)
        else:
            after = numbers[-1] + 1
            lower = _glyphs(rows[after]) if after < len(rows) else ()
            lower = lower or (below.glyphs if below else ())
            made += _spread([rows[number] for number in numbers], upper, lower, around)
        upper = _glyphs(made[-1])
    return made


def _spread(
    rows: Sequence[Sequence[Slot]],
    upper: Sequence[Glyph],
    lower: Sequence[Glyph],
    around: Surroundings,
) -> list[list[Slot]]:
    model = upper or lower
    if not model:
        raise EditError(
            "Nothing tells where this row is on the page.",
            advice="Draw a box around one of its letters first.",
        )
    width = median(glyph.box.width for glyph in model)
    height = median(glyph.box.height for glyph in model)
    top, pitch = _tops(len(rows), upper, lower, around.height - height)
    made = []
    for number, row in enumerate(rows):
        start = (model[0].box.left, round(top + number * pitch))
        made.append(laid_out(row, start, (width, height), around))
    return made


def _tops(
    count: int, upper: Sequence[Glyph], lower: Sequence[Glyph], lowest: float
) -> tuple[float, float]:
    """Return the top of the first of so many rows, and how far apart they are, in pixels.

    They are squeezed where the page has no room for them above ``lowest``.
    """
    height = median(glyph.box.height for glyph in upper or lower)
    if not upper:
        pitch = min(_PITCH * height, lower[0].box.top / count)
        return lower[0].box.top - count * pitch, pitch
    top = upper[0].box.top
    if lower and lower[0].box.top > top:
        pitch = (lower[0].box.top - top) / (count + 1)
    else:
        pitch = min(_PITCH * height, max(lowest - top, 0) / count)
    return top + pitch, pitch


def _glyphs(row: Sequence[Slot]) -> tuple[Glyph, ...]:
    return tuple(slot.glyph for slot in row if slot.glyph is not None)
