"""Boxes of many glyphs moved or resized at once, as one entry of the history."""

from collections.abc import Mapping
from statistics import median

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import NOTHING, Change, move_resize, with_box
from ocrdesk.page.elements import Line, Page, Prediction
from ocrdesk.page.lookup import clipped_box, known_glyphs

_SLIGHT = 0.25  # of a row's letter height: so far down or up it comes near no other row

Shift = tuple[int, int]
"""Half pixels that a box's middle goes to the right and down."""


def move_resize_all(
    page: Page,
    boxes: Mapping[int, BoundingBox],
    *,
    predictions: Mapping[int, tuple[Prediction, ...]],
) -> tuple[Page, Change]:
    """Give glyphs other boxes, by id, with what was read in them as far as that is known.

    Rows that go as a whole, a little way or with all others, stay the rows that they are. Other
    glyphs are treated as by ``move_resize``, one after the other in reading order.
    """
    glyphs = known_glyphs(page, boxes)
    wanted = {glyph.id: clipped_box(page, boxes[glyph.id]) for glyph in glyphs}
    moved = [glyph for glyph in glyphs if wanted[glyph.id] != glyph.box]
    if len(moved) < 2:
        if not moved:
            return page, NOTHING
        only = moved[0].id
        return move_resize(page, only, wanted[only], predictions=predictions.get(only))
    steady = _steady(page, wanted)
    after = page.with_glyphs(
        {
            glyph.id: with_box(glyph, wanted[glyph.id], predictions.get(glyph.id))
            for glyph in moved
            if glyph.id in steady
        }
    )
    for glyph in moved:
        if glyph.id not in steady:
            box, read = wanted[glyph.id], predictions.get(glyph.id)
            after, _ = move_resize(after, glyph.id, box, predictions=read)
    is_moved = all(glyph.box.is_as_large_as(wanted[glyph.id]) for glyph in moved)
    name = f"{'Move' if is_moved else 'Resize'} {len(moved)} letters"
    return after, Change(name, frozenset(glyph.id for glyph in moved))


def _steady(page: Page, boxes: Mapping[int, BoundingBox]) -> set[int]:
    """Return the glyphs of rows whose letters all go the same way, and near no other row.

    Nothing passes anything there, so that no letter has to be compared with its neighbours: that
    took a second for 3,000.
    """
    shifts = [_shift(line, boxes) for line in page.lines]
    is_page = len(set(shifts)) == 1
    return {
        glyph.id
        for line, shift in zip(page.lines, shifts, strict=True)
        if shift is not None and (is_page or _is_slight(line, shift))
        for glyph in line.glyphs
    }


def _shift(line: Line, boxes: Mapping[int, BoundingBox]) -> Shift | None:
    """Return where the middles of all letters of a row go, None if not all go the same way."""
    shifts: set[Shift] = set()
    for glyph in line.glyphs:
        old, new = glyph.box, boxes.get(glyph.id)
        if new is None:
            return None
        right, down = new.left + new.right, new.top + new.bottom
        shifts.add((right - old.left - old.right, down - old.top - old.bottom))
        if len(shifts) > 1:
            return None
    return shifts.pop()


def _is_slight(line: Line, shift: Shift) -> bool:
    return abs(shift[1]) / 2 <= _SLIGHT * median(glyph.box.height for glyph in line.glyphs)
