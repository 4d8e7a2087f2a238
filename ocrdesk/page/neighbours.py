"""Which glyph comes next: in reading order, or in the row above or below."""

from collections.abc import Collection

from ocrdesk.page.elements import Page


def after(page: Page, glyph_id: int | None, *, step: int = 1) -> int | None:
    """Return the glyph ``step`` places on in reading order, the last or first at the ends.

    Without a glyph to start from it is the first, or the last for a negative step.
    """
    if not page.glyphs:
        return None
    if glyph_id is None:
        return page.glyphs[0 if step > 0 else -1].id
    place = min(max(page.position(glyph_id) + step, 0), len(page.glyphs) - 1)
    return page.glyphs[place].id


def among(
    page: Page, wanted: Collection[int], glyph_id: int | None, *, step: int = 1
) -> int | None:
    """Return the nearest of the ``wanted`` glyphs on from one in reading order, round the end."""
    order = [glyph.id for glyph in page.glyphs if glyph.id in wanted or glyph.id == glyph_id]
    others = [other for other in order if other != glyph_id]
    if not others:
        return None
    if glyph_id is None:
        return others[0 if step > 0 else -1]
    place = order.index(glyph_id)
    return order[(place + (1 if step > 0 else -1)) % len(order)]


def towards(page: Page, glyph_id: int, way: str) -> int | None:
    """Return the glyph next to one: ``left`` and ``right`` along the text, ``up`` and ``down``.

    At the end of a row ``right`` goes on to the next one, as a caret does; ``up`` and ``down`` go
    to what stands nearest across in the row before or after. Nothing is returned at the ends.
    """
    if way in ("left", "right"):
        found = after(page, glyph_id, step=1 if way == "right" else -1)
        return None if found == glyph_id else found
    row = next(r for r, line in enumerate(page.lines) if glyph_id in {g.id for g in line.glyphs})
    row += 1 if way == "down" else -1
    if not 0 <= row < len(page.lines):
        return None
    x = page.glyph(glyph_id).box.center[0]
    return min(page.lines[row].glyphs, key=lambda other: abs(other.box.center[0] - x)).id
